/** What the page and the downloads of the coverage read, on the day and in the year that were asked for. */
import { holdsRole } from '../../kernel/actor.ts';
import type { Edge } from '../../platform/command.server.ts';
import { readYear } from '../../ui/address.ts';
import { askedOf } from '../organisation/day-asked.server.ts';
import { readViewed, reminderOf } from './asked.ts';
import { behind } from './coverage.ts';
import { unitCoverage } from './coverage.server.ts';

export function coverageAsked(edge: Edge, request: Request) {
  const { day, asked } = askedOf(edge, request);
  const query = new URL(request.url).searchParams;
  const thisYear = Number(day.today.slice(0, 4));
  return { day, asked, thisYear, year: readYear(query) ?? thisYear, ...readViewed(query) };
}

/** `isNow`: as of today whatever day the address asks for, because the movement was not there by then. */
type About = { readonly movementId: string; readonly isNow: boolean };

/** The units that the address asks for: those behind the opened number, else all. */
export async function coverageSeen(edge: Edge, request: Request, { movementId, isNow }: Partial<About> = {}) {
  const wanted = coverageAsked(edge, request);
  const seen = isNow ? { ...wanted, day: { ...wanted.day, known: undefined } } : wanted;
  const { year, day, opened } = seen;
  const units = await unitCoverage(edge.services.db, edge.actor, { year, known: day.known, movementId });
  const listed = opened ? behind(units, opened) : undefined;
  const mayRemind = holdsRole(edge.actor, 'appraiser') && day.known === undefined && year === seen.thisYear;
  const codes = listed?.map(({ code }) => code) ?? [];
  const reminder = mayRemind && opened ? reminderOf(opened, codes) : undefined;
  return { ...seen, units, listed, mayRemind, reminder };
}
