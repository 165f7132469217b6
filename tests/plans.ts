/** A movement in whose scope communes stand and a scheme that the department leads, and plans on any stage of their way. */
import type { Transaction } from 'kysely';
import { secretMovementName } from '../app/features/movements/text.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { Database } from '../app/platform/db.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import type { EnterPlan } from '../app/features/plans/drafting.server.ts';
import { enterPlan } from '../app/features/plans/drafting.server.ts';
import type { PlanWay } from '../app/features/plans/moving.server.ts';
import { movePlan } from '../app/features/plans/moving.server.ts';
import type { TypedTask } from '../app/features/plans/task.ts';
import { saveTask } from '../app/features/plans/tasks.server.ts';
import { insertValuesWorld, schemes } from './values.ts';
import { contextFor, now, people, units } from './world.ts';

export const movements = {
  open: '00000005-0000-7000-8000-000000000001',
  secret: '00000005-0000-7000-8000-000000000002',
} as const;

export async function insertPlansWorld(db: Database | Transaction<DB>): Promise<void> {
  await insertValuesWorld(db);
  await insertGrounds(db);
}

/** What is planned for: in a world that has its units, people and schemes already. */
export async function insertGrounds(db: Database | Transaction<DB>): Promise<void> {
  const movement = { unit_id: units.province, kind: 'themed', aim: 'Mục tiêu mẫu', first_day: '2026-01-01' };
  const paper = { document_number: '1/KH-MAU', document_date: '2026-01-01', last_day: '2026-12-31' };
  const launched = { stage: 'launched', created_by: people.appraiser.personId, created_at: now, launched_at: now };
  const secret = { name: secretMovementName, aim: '', is_secret: true, visibility: 'restricted' };
  const by = { ...launched, launched_by: people.appraiser.personId };
  await db
    .insertInto('movement')
    .values([
      { ...movement, ...paper, ...by, id: movements.open, name: 'Phong trào mẫu' },
      { ...movement, ...paper, ...by, id: movements.secret, ...secret },
    ])
    .execute();
  await db
    .insertInto('movement_unit')
    .values(
      [units.communeAn, units.communeBinh].flatMap((unit_id) =>
        Object.values(movements).map((movement_id) => ({ movement_id, unit_id })),
      ),
    )
    .execute();
  const lead = { part: 'lead', position: 1, unit_id: units.department, wording: 'Sở Mẫu' };
  await db
    .insertInto('scheme_unit')
    .values([
      { ...lead, scheme_code: schemes.open },
      { ...lead, scheme_code: schemes.secret },
    ])
    .execute();
}

/** Another in the scope of which An and Bình stand, and of which nobody outside may know. */
export async function insertRestricted(db: Transaction<DB>): Promise<string> {
  const id = newId();
  const open = await db.selectFrom('movement').selectAll().where('id', '=', movements.open).executeTakeFirstOrThrow();
  const { unit_id, kind, aim, first_day, last_day, document_number, document_date, stage } = open;
  const { created_by, created_at, launched_by, launched_at } = open;
  const same = { unit_id, kind, aim, first_day, last_day, document_number, document_date, stage };
  const by = { created_by, created_at, launched_by, launched_at };
  await db
    .insertInto('movement')
    .values({ ...same, ...by, id, name: 'Phong trào hạn chế', visibility: 'restricted' })
    .execute();
  const seats = [units.communeAn, units.communeBinh].map((unit_id) => ({ movement_id: id, unit_id }));
  await db.insertInto('movement_unit').values(seats).execute();
  return id;
}

export const typedPlan = {
  title: 'Kế hoạch mẫu',
  objectives: 'Mục tiêu mẫu',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
};
export const planFor = (more: Partial<EnterPlan> = {}): EnterPlan => ({
  id: newId(),
  unitId: units.communeAn,
  schemeCode: null,
  movementId: movements.open,
  typed: typedPlan,
  ...more,
});
export const typedTask = (more: Partial<TypedTask> = {}): TypedTask => ({
  title: 'Làm mẫu',
  product: '01 mô hình mẫu',
  leadUnit: '',
  lead: 'Phòng Mẫu',
  owner: 'Người Mẫu Phụ Trách',
  joinUnits: [],
  joins: '',
  criteria: [],
  weight: '',
  startsOn: '2026-03-01',
  dueOn: '2026-06-30',
  milestones: [{ lineId: '', title: 'Xong khung', dueOn: '2026-06-01', product: '' }],
  ...more,
});

export const paper = { number: '15/KH-UBND', date: '2026-06-01' };

/** Entered by the commune's officer unless said otherwise, with one task; further moves by whoever is named. */
export async function givenPlan(
  tx: Transaction<DB>,
  more: Partial<EnterPlan> & { readonly by?: Person } = {},
  ...ways: readonly (readonly [PlanWay, Person])[]
): Promise<string> {
  const { by = people.officerOfAn, ...plan } = more;
  const { id } = expectOk(await enterPlan(contextFor(tx, by), planFor(plan)));
  const task = { planId: id, taskId: newId(), version: null, typed: typedTask() };
  expectOk(await saveTask(contextFor(tx, by), task));
  for (const [move, person] of ways) await movedPlan(tx, id, move, person);
  return id;
}

export async function movedPlan(tx: Transaction<DB>, id: string, move: PlanWay, by: Person): Promise<void> {
  const { version } = await tx.selectFrom('plan').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  const reason = move === 'return' ? 'Chưa rõ' : null;
  expectOk(await movePlan(contextFor(tx, by), { id, version, move, reason, paper }));
}

export const approvedByAn = [
  ['submit', people.officerOfAn],
  ['approve', people.headOfAn],
] as const;

/** Submitted by the commune's officer and approved by its head. */
export async function given(tx: Transaction<DB>, id: string): Promise<void> {
  for (const [move, by] of approvedByAn) await movedPlan(tx, id, move, by);
}
