/** The list of pledges as an address asks for it: the page shows a part of it, the file all. */
import { personAt } from '../../platform/http.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { readYear } from '../../ui/address.ts';
import { dayOf } from '../../ui/day.ts';
import { askedOf } from '../organisation/day-asked.server.ts';
import type { PledgesQuery } from './list.server.ts';
import { listPledges } from './list.server.ts';
import { pledgeStages } from './pledge.ts';

/** `year` is that of the day where the address names none. */
export async function pledgesAsked(edge: Edge, request: Request, part: Pick<PledgesQuery, 'page' | 'size'>) {
  const person = personAt(edge, request);
  const { search, searchParams } = new URL(request.url);
  const { day, asked } = askedOf(edge, request);
  const { known: knownOn } = day;
  const thisYear = Number(dayOf(day).slice(0, 4));
  const year = readYear(search) ?? thisYear;
  const stage = pledgeStages.find((each) => each === searchParams.get('buoc'));
  const narrow = stage && !knownOn ? { stages: [stage] } : {};
  const listed = await listPledges(edge.services.db, person, { year, knownOn, ...narrow, ...part });
  return { ...listed, person, day, asked, knownOn, year, thisYear, stage };
}
