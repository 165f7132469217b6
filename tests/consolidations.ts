/** A consolidated report of the fixture world: of a round in which commune An's report was received. */
import type { Transaction } from 'kysely';
import { findConsolidation, piecesOf } from '../app/features/consolidation/list.server.ts';
import { makeConsolidation } from '../app/features/consolidation/drafting.server.ts';
import type { Way } from '../app/features/consolidation/moving.server.ts';
import { moveConsolidation } from '../app/features/consolidation/moving.server.ts';
import { writeReport } from '../app/features/rounds/reports.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { an, move, opened } from './rounds.ts';
import { schemes } from './values.ts';
import { contextFor, people, units } from './world.ts';

export const words = (position: number) => `Xã đã làm việc ${position}`;

/** A round in which An's report was signed and received. */
export async function receivedRound(tx: Transaction<DB>, text: (position: number) => string = words): Promise<string> {
  const roundId = await opened(tx);
  expectOk(await writeReport(contextFor(tx, people.officerOfAn), { ...an(roundId), version: 0, typed: text }));
  expectOk(await move(tx, [people.headOfAn], roundId, 1, 'sign'));
  expectOk(await move(tx, [people.appraiser], roundId, 2, 'receive'));
  return roundId;
}

export async function consolidated(tx: Transaction<DB>, more: Readonly<Record<string, string>> = {}) {
  const roundId = await receivedRound(tx);
  const id = newId();
  const typed = { loai: 'round', ky: roundId, ...more };
  expectOk(await makeConsolidation(contextFor(tx, people.appraiser), { id, typed }));
  return { id, roundId };
}

export const seenBy = (tx: Transaction<DB>, actor: Person, id: string) => findConsolidation(tx, actor, id);

export async function partOf(tx: Transaction<DB>, id: string, part: string) {
  return (await piecesOf(tx, { id, part, page: 1, size: 200 })).rows;
}

export async function moved(tx: Transaction<DB>, by: Person, id: string, way: Way, more: object = {}) {
  const { version } = await tx
    .selectFrom('consolidation')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const paper = { number: '12/BC-SM', day: '2026-06-15' };
  return moveConsolidation(contextFor(tx, by), { id, version, move: way, reason: null, paper, ...more });
}

/** The department leads the open scheme. */
export async function insertLead(tx: Transaction<DB>): Promise<void> {
  const lead = { part: 'lead', position: 1, unit_id: units.department, wording: 'Sở Mẫu' };
  await tx
    .insertInto('scheme_unit')
    .values({ ...lead, scheme_code: schemes.open })
    .execute();
}

/** Signs off for the department, whose paper a consolidated report is here. */
export const headOfDepartment: Person = {
  ...people.headOfBinh,
  holdings: [{ holdingId: people.headOfBinh.holdings[0]?.holdingId ?? '', role: 'head', unitId: units.department }],
};
