import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  given,
  insertPlansWorld,
  givenPlan,
  insertRestricted,
  movedPlan,
  planFor,
  typedPlan,
  typedTask,
} from '../../../tests/plans.ts';
import { indicators, schemes } from '../../../tests/values.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { enterPledge } from '../pledges/pledges.server.ts';
import { changePlan, enterPlan, revisePlan } from './drafting.server.ts';
import { tasksOf } from './lines.server.ts';
import { listPlans } from './list.server.ts';
import { findPlan, reportsOf } from './one.server.ts';
import { partsOf } from './partners.server.ts';
import { reportProgress } from './reporting.server.ts';
import { plansStanding } from './standing-of.server.ts';
import { saveTask } from './tasks.server.ts';
import { plansWaiting } from './waiting.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);

/** A plan of An, approved, in which Bình joins the one task. */
async function joined(tx: Transaction<DB>) {
  const by = contextFor(tx, people.officerOfAn);
  const { id: planId } = expectOk(await enterPlan(by, planFor()));
  const taskId = newId();
  const typed = typedTask({ leadUnit: 'mau-an', lead: '', joinUnits: ['mau-binh'] });
  expectOk(await saveTask(by, { planId, taskId, version: null, typed }));
  await given(tx, planId);
  const report = (by2: Actor, more: { readonly part?: string; readonly percent?: string } = {}) =>
    reportProgress(contextFor(tx, by2), {
      id: newId(),
      planId,
      taskId,
      milestoneId: null,
      part: more.part,
      typed: { percent: more.percent ?? '60', asOf: '2026-06-10', note: 'Ghi chú' },
    });
  return { planId, taskId, report };
}

test('a unit that joins finds the task among its work, reports its own part, and the whole does not move by it', () =>
  inWorld(async (tx) => {
    const { planId, taskId, report } = await joined(tx);
    const waiting = async (person: Person) => (await plansWaiting(tx, person, today)).joined.map(({ id }) => id);
    assert.deepEqual([await waiting(people.officerOfBinh), await waiting(people.officerOfAn)], [[taskId], []]);
    const plan = (await findPlan(tx, people.officerOfBinh, { id: planId, today }))?.plan;
    assert.ok(plan);
    const parts = async (actor: Actor) => (await partsOf(tx, actor, { plan, taskId })).map(({ code }) => code);
    assert.deepEqual([await parts(people.officerOfBinh), await parts(people.officerOfAn)], [['mau-binh'], []]);
    expectOk(await report(people.officerOfBinh, { part: 'mau-binh' }));
    const [task] = await tasksOf(tx, [planId]);
    assert.deepEqual(
      [task?.percent, task?.parts.map(({ code, leads, percent }) => [code, leads, percent])],
      [null, [['mau-binh', false, 60]]],
    );
    assert.equal((await listPlans(tx, people.nobody, { today })).rows[0]?.standing.percent, '0');
    assert.deepEqual(await waiting(people.officerOfBinh), []);
    const seen = async (actor: Actor) => (task ? (await reportsOf(tx, actor, task)).map(({ part }) => part) : []);
    expectOk(await report(people.officerOfAn));
    assert.deepEqual(await seen(people.headOfAn), [null, 'Xã Mẫu Bình']);
    assert.deepEqual(await seen(people.officerOfBinh), ['Xã Mẫu Bình']);
    assert.deepEqual(await seen(people.nobody), []);
  }));

test('the pages of a unit and of a scheme tell its plans and what it does with others, as known on a day', () =>
  inWorld(async (tx) => {
    const { planId, taskId } = await joined(tx);
    const of = (unitId: string, known?: string) =>
      plansStanding(tx, people.nobody, { today, known, of: { unitId } }).then(({ plans, together }) => [
        plans.map(({ id }) => id),
        together.map(({ id }) => id),
      ]);
    assert.deepEqual(await of(units.communeAn), [[planId], []]);
    assert.deepEqual(await of(units.communeBinh), [[], [taskId]]);
    assert.deepEqual(await of(units.communeBinh, '2026-06-14'), [[], []]);
    const none = await plansStanding(tx, people.nobody, { today, known: undefined, of: { schemeCode: schemes.open } });
    assert.deepEqual(none, { plans: [], together: [] });
  }));

test('a plan for a restricted movement is seen by those of its scope, and nobody else', () =>
  inWorld(async (tx) => {
    const movementId = await insertRestricted(tx);
    const planId = await givenPlan(tx, { movementId });
    await given(tx, planId);
    const sees = async (actor: Actor) => (await findPlan(tx, actor, { id: planId, today })) !== undefined;
    assert.deepEqual(
      [await sees(people.officerOfBinh), await sees(people.appraiser), await sees(people.nobody)],
      [true, true, false],
    );
  }));

test('nobody reports a part that is not theirs, and the whole stays with the unit that planned', () =>
  inWorld(async (tx) => {
    const { report } = await joined(tx);
    const notYours = { kind: 'not_yours', move: 'report', by: ['officer', 'head'] };
    assert.deepEqual(refusalOf(await report(people.officerOfBinh)), notYours);
    assert.deepEqual(refusalOf(await report(people.officerOfAn, { part: 'mau-binh' })), notYours);
    assert.deepEqual(refusalOf(await report(people.officerOfDepartment, { part: 'so-mau' })), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await report(people.officerOfAn, { part: 'mau-an' })), { kind: 'not_there' });
  }));

test('a task serves lines of its scheme; those that none serves are told', () =>
  inWorld(async (tx) => {
    const lines = ['8', '9'].map((n) => `${schemes.open}.${n}`);
    const [first = '', second = ''] = lines;
    for (const [at, code] of lines.entries())
      await tx
        .insertInto('scheme_criterion')
        .values({ code, scheme_code: schemes.open, position: at + 8, wording: `Nội dung ${at + 1}` })
        .execute();
    const by = contextFor(tx, people.officerOfDepartment);
    const about = { unitId: units.department, schemeCode: schemes.open, movementId: null };
    const { id } = expectOk(await enterPlan(by, planFor(about)));
    const save = (criteria: readonly string[]) =>
      saveTask(by, { planId: id, taskId: newId(), version: null, typed: typedTask({ criteria }) });
    const other = await save(['DA-00.1']);
    assert.equal(other.ok ? 'ok' : other.refusal.kind, 'task_wrong');
    expectOk(await save([first]));
    const one = await findPlan(tx, people.officerOfDepartment, { id, today });
    assert.deepEqual(
      one?.criteria.filter(({ code }) => lines.includes(code)).map(({ code, tasks }) => [code, tasks.length]),
      [
        [first, 1],
        [second, 0],
      ],
    );
  }));

test('pledges of the unit are chosen into its plan, go with it into the next edition, and are kept once it is submitted', () =>
  inWorld(async (tx) => {
    const pledgeBy = async (person: Person, unitId: string) => {
      const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount };
      const typed = { wording: 'Thu đạt', value: '1.200' };
      return expectOk(await enterPledge(contextFor(tx, person), { id: newId(), unitId, year: 2026, ...about, typed }))
        .id;
    };
    const own = await pledgeBy(people.officerOfAn, units.communeAn);
    const foreign = await pledgeBy(people.officerOfBinh, units.communeBinh);
    const by = contextFor(tx, people.officerOfAn);
    const { id } = expectOk(await enterPlan(by, planFor()));
    expectOk(await saveTask(by, { planId: id, taskId: newId(), version: null, typed: typedTask() }));
    const change = (version: number, pledgeIds?: readonly string[]) =>
      changePlan(by, { id, version, typed: typedPlan, pledgeIds });
    assert.deepEqual(refusalOf(await change(2, [foreign])), { kind: 'not_there' });
    expectOk(await change(2, [own]));
    expectOk(await change(3));
    const chosen = async (planId: string, actor: Actor = people.officerOfAn) =>
      (await findPlan(tx, actor, { id: planId, today }))?.pledges.map((one) => one.id);
    assert.deepEqual(await chosen(id), [own]);
    await given(tx, id);
    assert.deepEqual(await chosen(id, people.nobody), []);
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`delete from plan_pledge where plan_id = ${id}`.execute(tx), /kế hoạch đã/);
    await sql`rollback to savepoint before_it`.execute(tx);
    const next = expectOk(await revisePlan(by, { id, newId: newId(), reason: 'Thêm' })).id;
    assert.deepEqual(await chosen(next), [own]);
    await movedPlan(tx, next, 'submit', people.officerOfAn);
  }));
