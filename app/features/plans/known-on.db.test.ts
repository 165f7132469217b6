import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenPlan, insertPlansWorld, movements, typedTask } from '../../../tests/plans.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { plansAttention } from './attention.server.ts';
import { compareEditions } from './comparing.server.ts';
import { revisePlan } from './drafting.server.ts';
import { tasksOf } from './lines.server.ts';
import { listPlans } from './list.server.ts';
import { movePlan } from './moving.server.ts';
import { findPlan } from './one.server.ts';
import { reportProgress } from './reporting.server.ts';
import { saveTask } from './tasks.server.ts';
import { setWeights } from './weighing.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const later = '2026-06-20';
const at = (day: string) => new Date(`${day}T02:30:00.000Z`);
const approved = [
  ['submit', people.officerOfAn],
  ['approve', people.headOfAn],
] as const;

/** Approved today, reported on and changed days later. */
async function changedPlan(tx: Transaction<DB>) {
  const id = await givenPlan(tx, {}, ...approved);
  const [task] = await tasksOf(tx, [id]);
  const officer = (day: string) => contextFor(tx, people.officerOfAn, at(day));
  const typed = { percent: '40', asOf: '2026-06-17', note: '' };
  const report = { id: newId(), planId: id, taskId: task?.id ?? '', milestoneId: null, typed };
  expectOk(await reportProgress(officer('2026-06-18'), report));
  const next = expectOk(await revisePlan(officer(later), { id, newId: newId(), reason: 'Thêm' })).id;
  const [copied] = await tasksOf(tx, [next]);
  const changed = typedTask({ product: '05 mô hình mẫu' });
  const kept = { planId: next, taskId: copied?.id ?? '', version: 1, typed: changed };
  expectOk(await saveTask(officer(later), kept));
  const added = { planId: next, taskId: newId(), version: null, typed: typedTask({ title: 'Việc thêm' }) };
  expectOk(await saveTask(officer(later), added));
  expectOk(await movePlan(officer(later), { id: next, version: 3, move: 'submit' }));
  const paper = { number: '20/KH-UBND', date: later };
  const head = contextFor(tx, people.headOfAn, at(later));
  expectOk(await movePlan(head, { id: next, version: 4, move: 'approve', paper }));
  return { id, next };
}

test('as known on a day: the edition in force then, with what was reported by then', () =>
  inWorld(async (tx) => {
    const { id, next } = await changedPlan(tx);
    const on = async (knownOn?: string) =>
      (await listPlans(tx, people.nobody, { today: '2026-06-25', knownOn })).rows.map((plan) => [
        plan.id,
        plan.standing.percent,
      ]);
    assert.deepEqual(await on('2026-06-14'), []);
    assert.deepEqual(await on('2026-06-16'), [[id, '0']]);
    assert.deepEqual(await on('2026-06-19'), [[id, '40']]);
    assert.deepEqual(await on(), [[next, '20']]);
    const one = (knownOn: string, planId = id) =>
      findPlan(tx, people.officerOfAn, { id: planId, today: '2026-06-25', knownOn });
    assert.equal(await one('2026-06-14'), undefined);
    assert.equal(await one('2026-06-19', next), undefined);
    const past = (await one('2026-06-19'))?.plan;
    assert.deepEqual([past?.isSuperseded, past?.moves], [false, []]);
    assert.equal((await one('2026-06-21'))?.plan.isSuperseded, true);
  }));

test('two editions side by side tell what was changed and what was added', () =>
  inWorld(async (tx) => {
    const { next } = await changedPlan(tx);
    const compared = await compareEditions(tx, people.nobody, { id: next, with: null, today: later });
    assert.deepEqual(
      compared?.lines.map(({ what, name }) => [what, name]),
      [
        ['changed', 'Nhiệm vụ: Làm mẫu'],
        ['created', 'Nhiệm vụ: Việc thêm'],
      ],
    );
    assert.deepEqual(compared?.lines[0]?.cells, [
      { heading: 'Sản phẩm', before: '01 mô hình mẫu', after: '05 mô hình mẫu' },
    ]);
    const alone = await givenPlan(tx, { unitId: units.communeBinh, by: people.officerOfBinh });
    assert.equal(await compareEditions(tx, people.officerOfBinh, { id: alone, with: null, today }), undefined);
  }));

test('what is late, behind and near shows across plans in force, by unit and by what they are for; drafts do not', () =>
  inWorld(async (tx) => {
    await givenPlan(tx, {}, ...approved);
    await givenPlan(tx, { unitId: units.communeBinh, by: people.officerOfBinh });
    const seen = (more: object = {}) => plansAttention(tx, people.nobody, { today, ...more });
    const all = await seen();
    assert.deepEqual(
      all.lines.map(({ kind, attention, unitName }) => [kind, attention, unitName]),
      [
        ['milestone', 'late', 'Xã Mẫu An'],
        ['task', 'behind', 'Xã Mẫu An'],
      ],
    );
    assert.deepEqual([all.plans, all.counts], [1, { late: 1, behind: 1, near: 0 }]);
    assert.deepEqual(
      all.byAbout.map(({ key, plans, percent }) => [key, plans, percent]),
      [[movements.open, 1, '0']],
    );
    assert.deepEqual((await seen({ attention: 'late' })).lines.length, 1);
    assert.deepEqual((await seen({ unitId: units.communeBinh })).plans, 0);
    assert.deepEqual((await seen({ knownOn: '2026-06-14' })).plans, 0);
  }));

test('weights of all tasks are set at once; whoever saw other tasks does not overwrite', () =>
  inWorld(async (tx) => {
    const id = await givenPlan(tx);
    const by = contextFor(tx, people.officerOfAn);
    expectOk(await saveTask(by, { planId: id, taskId: newId(), version: null, typed: typedTask({ title: 'Hai' }) }));
    const ids = (await tasksOf(tx, [id])).map((task) => task.id);
    const set = (version: number, ...texts: readonly string[]) =>
      setWeights(by, { planId: id, version, typed: ids.map((taskId, n) => ({ taskId, text: texts[n] ?? '' })) });
    assert.deepEqual(refusalOf(await set(2, '60', '40')), { kind: 'lost_race', current: 3 });
    const problems = [{ taskId: ids[1], problem: { total: '90' } }];
    assert.deepEqual(refusalOf(await set(3, '60', '30')), { kind: 'weights_wrong', problems });
    expectOk(await set(3, '60', '40'));
    assert.deepEqual(
      (await tasksOf(tx, [id])).map(({ weight }) => weight),
      ['60', '40'],
    );
    const foreign = await setWeights(contextFor(tx, people.officerOfBinh), { planId: id, version: 4, typed: [] });
    assert.deepEqual(refusalOf(foreign), { kind: 'not_there' });
  }));
