/** What a unit's page reads; for the route here and for later features that add to it. */
import type { Edge } from '../../platform/command.server.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import { seatsOfUnit } from './block-queries.server.ts';
import { carePathOf } from './paths.server.ts';
import { aboveOf, organisationRights } from './rights.ts';
import { unitDetail } from './unit-queries.server.ts';

/** With a day: the unit as it was then. */
export async function unitSeen({ services: { db }, actor }: Edge, code: string, day?: PlainDate) {
  const detail = await unitDetail(db, actor, code, day);
  if (!detail) return undefined;
  const above = aboveOf(await carePathOf(db, detail.unit.id));
  return {
    detail,
    seats: await seatsOfUnit(db, actor, detail.unit.id),
    mayShape: day === undefined && isAllowed(organisationRights, 'unit.change', actor, above),
  };
}
