/** A round of the fixture world, and the report of commune An on its way. */
import type { Transaction } from 'kysely';
import { latestForms } from '../app/features/rounds/forms/forms.server.ts';
import { findRound } from '../app/features/rounds/list.server.ts';
import { reportPage } from '../app/features/rounds/report-page.server.ts';
import type { ReportWay } from '../app/features/rounds/reports.server.ts';
import { moveReport, writeReport } from '../app/features/rounds/reports.server.ts';
import type { RoundWay } from '../app/features/rounds/rounds.server.ts';
import { createRound } from '../app/features/rounds/drafting.server.ts';
import { moveRound } from '../app/features/rounds/rounds.server.ts';
import type { Actor, Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { inRollback } from './database.ts';
import { insertValuesWorld } from './values.ts';
import { contextFor, people, system, today, units } from './world.ts';

export const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
export const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) =>
  result.ok ? null : result.refusal?.kind;
export const at = (day: string, time = '02:00') => new Date(`${day}T${time}:00.000Z`);

/** Asked for on a Saturday: due on Monday 22 June 2026. */
export const typed = { ten: 'Báo cáo tháng 5', ky: '2026-05', han: '2026-06-20' };

export async function made(
  tx: Transaction<DB>,
  {
    kinds = ['commune'],
    ...more
  }: { readonly kinds?: readonly string[]; readonly ten?: string; readonly ky?: string; readonly han?: string } = {},
): Promise<string> {
  const id = newId();
  const [form] = await latestForms(tx);
  const command = { id, typed: { ...typed, ...more }, formId: form?.id ?? '', kinds };
  expectOk(await createRound(contextFor(tx, people.appraiser), command));
  return id;
}
export const moveIt = (tx: Transaction<DB>, by: Person, id: string, version: number, move: RoundWay, reason?: string) =>
  moveRound(contextFor(tx, by), { id, version, move, reason: reason ?? null });
export async function opened(tx: Transaction<DB>, more: Parameters<typeof made>[1] = {}): Promise<string> {
  const id = await made(tx, more);
  expectOk(await moveIt(tx, people.appraiser, id, 1, 'open'));
  return id;
}
export const an = (roundId: string) => ({ roundId, unitId: units.communeAn });
export const write = (tx: Transaction<DB>, by: Person, roundId: string, version: number, text = 'Đã làm') =>
  writeReport(contextFor(tx, by), { ...an(roundId), version, typed: () => text });
export const move = (
  tx: Transaction<DB>,
  who: readonly [Person, Date?],
  roundId: string,
  version: number,
  way: ReportWay,
  reason?: string,
) => moveReport(contextFor(tx, ...who), { ...an(roundId), version, move: way, reason: reason ?? null });
export const standingOfAn = async (tx: Transaction<DB>, roundId: string, day = today) => {
  const round = await findRound(tx, system, { id: roundId, today: day });
  const found = round?.units.find(({ code }) => code === 'mau-an');
  return found && [found.standing, found.isLate];
};
export const pageOfAn = (tx: Transaction<DB>, actor: Actor, roundId: string) =>
  reportPage(tx, actor, { roundId, unitCode: 'mau-an', today });
