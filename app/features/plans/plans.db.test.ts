import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  approvedByAn,
  givenPlan,
  insertPlansWorld,
  movedPlan,
  movements,
  paper,
  planFor,
  typedPlan,
  typedTask,
} from '../../../tests/plans.ts';
import { schemes } from '../../../tests/values.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { changePlan, enterPlan, revisePlan } from './drafting.server.ts';
import { listPlans } from './list.server.ts';
import { tasksOf } from './lines.server.ts';
import { movePlan } from './moving.server.ts';
import { findPlan } from './one.server.ts';
import { reportProgress } from './reporting.server.ts';
import { removeTask, saveTask } from './tasks.server.ts';
import { dutiesAtDeskOf } from '../urging/gather.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const listed = async (tx: Transaction<DB>, actor: Actor = people.nobody) =>
  (await listPlans(tx, actor, { today })).rows;
const firstTask = async (tx: Transaction<DB>, planId: string) => {
  const [task] = await tasksOf(tx, [planId]);
  assert.ok(task);
  return task;
};

test('a unit plans for a movement, its head approves with the signed paper, and all of it is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ...approvedByAn);
    const [plan] = await listed(tx);
    assert.deepEqual(
      [plan?.id, plan?.stage, plan?.documentNumber, plan?.documentDate, plan?.aboutName, plan?.standing.milestones],
      [id, 'approved', '15/KH-UBND', '2026-06-01', 'Phong trào mẫu', 1],
    );
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['plan.entered', 'plan.changed', 'plan.moved', 'plan.moved'],
    );
  });
});

test('a lead body plans for its scheme; another may not, nor a unit outside the scope of a movement', async () => {
  await inWorld(async (tx) => {
    const scheme = { schemeCode: schemes.open, movementId: null };
    const byLead = contextFor(tx, people.officerOfDepartment);
    expectOk(await enterPlan(byLead, planFor({ unitId: units.department, ...scheme })));
    const byAn = contextFor(tx, people.officerOfAn);
    assert.deepEqual(refusalOf(await enterPlan(byAn, planFor(scheme))), { kind: 'not_lead' });
    const outside = await enterPlan(byLead, planFor({ unitId: units.department }));
    assert.deepEqual(refusalOf(outside), { kind: 'not_in_scope' });
    assert.deepEqual(refusalOf(await enterPlan(byAn, planFor({ movementId: newId() }))), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await enterPlan(byAn, planFor({ ...scheme, movementId: movements.open }))), {
      kind: 'not_there',
    });
  });
});

test('a scheme under state secrets and one that is handled off the system take no plan, by the command and by the database', async () => {
  await inWorld(async (tx) => {
    const secret = { unitId: units.department, schemeCode: schemes.secret, movementId: null };
    const refused = await enterPlan(contextFor(tx, people.officerOfDepartment), planFor(secret));
    assert.deepEqual(refusalOf(refused), { kind: 'secret_plan' });
    const closed = await enterPlan(contextFor(tx, people.officerOfAn), planFor({ movementId: movements.secret }));
    assert.deepEqual(refusalOf(closed), { kind: 'secret_plan' });
    for (const [column, about, why] of [
      ['scheme_code', schemes.secret, /secret_scheme/],
      ['movement_id', movements.secret, /secret_movement/],
    ] as const) {
      const past = sql`insert into plan (id, unit_id, ${sql.ref(column)}, title, objectives, first_day, last_day, stage, entered_by, entered_at)
        values (${newId()}, ${units.communeAn}, ${about}, 'x', 'x', '2026-01-01', '2026-12-31', 'draft', ${people.officerOfAn.personId}, now())`;
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(past.execute(tx), why);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});

test('the same request twice is one plan and one task; with other words it is another request', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = planFor();
    expectOk(await enterPlan(context, one));
    assert.deepEqual(expectOk(await enterPlan(context, one)), { id: one.id, version: 1 });
    const other = { ...one, typed: { ...typedPlan, title: 'Kế hoạch khác' } };
    assert.deepEqual(refusalOf(await enterPlan(context, other)), { kind: 'lost_race', current: 1 });
    const task = { planId: one.id, taskId: newId(), version: null, typed: typedTask() };
    expectOk(await saveTask(context, task));
    expectOk(await saveTask(context, task));
    assert.equal((await tasksOf(tx, [one.id])).length, 1);
  });
});

test('a plan without tasks, or with weights that do not add up, is not submitted', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const { id } = expectOk(await enterPlan(context, planFor()));
    const submit = async () => {
      const { version } = await tx.selectFrom('plan').select('version').where('id', '=', id).executeTakeFirstOrThrow();
      return movePlan(context, { id, version, move: 'submit' });
    };
    assert.deepEqual(refusalOf(await submit()), { kind: 'plan_incomplete', faults: [{ kind: 'no_task' }] });
    for (const weight of ['40', '50'])
      expectOk(await saveTask(context, { planId: id, taskId: newId(), version: null, typed: typedTask({ weight }) }));
    const faults = [{ kind: 'weights_not_whole', total: '90' }];
    assert.deepEqual(refusalOf(await submit()), { kind: 'plan_incomplete', faults });
    const task = await firstTask(tx, id);
    const typed = typedTask({ weight: '50' });
    expectOk(await saveTask(context, { planId: id, taskId: task.id, version: task.version, typed }));
    expectOk(await submit());
  });
});

test('only the officer submits, only the head approves, never the same person, and with a paper', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx);
    const version = 2;
    const asHead = await movePlan(contextFor(tx, people.headOfAn), { id, version, move: 'submit' });
    assert.deepEqual(refusalOf(asHead), { kind: 'not_yours', move: 'submit', by: ['officer'] });
    await movedPlan(tx, id, 'submit', people.officerOfAn);
    const approve = { id, version: 3, move: 'approve', paper } as const;
    const both = { ...people.officerOfAn, holdings: [...people.officerOfAn.holdings, ...people.headOfAn.holdings] };
    const own = await movePlan(contextFor(tx, both), approve);
    assert.deepEqual(refusalOf(own), { kind: 'four_eyes', move: 'approve' });
    for (const person of [people.officerOfBinh, people.headOfBinh, people.appraiser, people.nobody]) {
      const refused = await movePlan(contextFor(tx, person), approve);
      const isSeen = person === people.appraiser;
      assert.deepEqual(
        refusalOf(refused),
        isSeen ? { kind: 'not_yours', move: 'approve', by: ['head'] } : { kind: 'not_there' },
      );
    }
    const bare = await movePlan(contextFor(tx, people.headOfAn), {
      ...approve,
      paper: { number: '', date: '2026-07-01' },
    });
    const problems = [
      { field: 'number', problem: 'missing' },
      { field: 'date', problem: 'to_come' },
    ];
    assert.deepEqual(refusalOf(bare), { kind: 'paper_wrong', problems });
    expectOk(await movePlan(contextFor(tx, people.headOfAn), approve));
  });
});

test('returned with a reason it is mended and submitted again; two who change it do not overwrite each other', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn]);
    const bare = await movePlan(contextFor(tx, people.headOfAn), { id, version: 3, move: 'return' });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'return', need: 'reason' });
    await movedPlan(tx, id, 'return', people.headOfAn);
    const change = { id, version: 4, typed: { ...typedPlan, title: 'Kế hoạch sửa' } };
    expectOk(await changePlan(contextFor(tx, people.headOfAn), change));
    const late = await changePlan(contextFor(tx, people.officerOfAn), change);
    assert.deepEqual(refusalOf(late), { kind: 'lost_race', current: 5 });
    const task = await firstTask(tx, id);
    const save = { planId: id, taskId: task.id, version: task.version, typed: typedTask({ title: 'Sửa' }) };
    expectOk(await saveTask(contextFor(tx, people.officerOfAn), save));
    const lateTask = await saveTask(contextFor(tx, people.headOfAn), save);
    assert.deepEqual(refusalOf(lateTask), { kind: 'lost_race', current: 2 });
    await movedPlan(tx, id, 'submit', people.officerOfAn);
  });
});

test('what was submitted is kept by the database, whoever writes', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ...approvedByAn);
    const context = contextFor(tx, people.officerOfAn);
    const late = await saveTask(context, { planId: id, taskId: newId(), version: null, typed: typedTask() });
    assert.deepEqual(refusalOf(late), { kind: 'wrong_stage', stage: 'approved', move: 'change' });
    for (const past of [
      sql`update plan set title = 'x' where id = ${id}`,
      sql`update plan set document_number = 'x' where id = ${id}`,
      sql`update plan_task set due_on = '2027-01-01' where plan_id = ${id}`,
      sql`delete from plan_milestone where task_id in (select id from plan_task where plan_id = ${id})`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(past.execute(tx), /kế hoạch đã/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});

test('an approved plan changes by its next edition: the old one holds, stays to read, and what was reported goes on', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ...approvedByAn);
    const officer = contextFor(tx, people.officerOfAn);
    const task = await firstTask(tx, id);
    const report = { id: newId(), planId: id, taskId: task.id, milestoneId: null };
    expectOk(await reportProgress(officer, { ...report, typed: { percent: '40', asOf: '2026-06-10', note: '' } }));
    const revise = { id, newId: newId(), reason: 'Thêm nhiệm vụ' };
    const bare = await revisePlan(officer, { ...revise, reason: ' ' });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'revise', need: 'reason' });
    const next = expectOk(await revisePlan(officer, revise)).id;
    assert.equal(expectOk(await revisePlan(officer, revise)).id, next);
    const another = await revisePlan(officer, { ...revise, newId: newId() });
    assert.equal(another.ok ? 'ok' : another.refusal.kind, 'lost_race');
    assert.deepEqual(
      (await listed(tx)).map((plan) => plan.id),
      [id],
    );
    await movedPlan(tx, next, 'submit', people.officerOfAn);
    await movedPlan(tx, next, 'approve', people.headOfAn);
    assert.deepEqual(
      (await listed(tx)).map(({ id: at, edition, standing }) => [at, edition, standing.percent]),
      [[next, 2, '40']],
    );
    const one = await findPlan(tx, people.nobody, { id, today });
    assert.deepEqual([one?.plan.isSuperseded, one?.plan.moves, one?.plan.tasks.length], [true, [], 1]);
    assert.deepEqual(
      one?.editions.map(({ edition }) => edition),
      [2, 1],
    );
    const onOld = await reportProgress(officer, {
      ...report,
      id: newId(),
      typed: { percent: '50', asOf: today, note: '' },
    });
    assert.deepEqual(refusalOf(onOld), { kind: 'plan_replaced' });
  });
});

test('progress is reported by the unit on what is approved; a milestone is reached on a day, and taken back', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn]);
    const task = await firstTask(tx, id);
    const milestoneId = task.milestones[0]?.id ?? '';
    const report = (percent: string, asOf = '2026-06-10') => ({
      id: newId(),
      planId: id,
      taskId: task.id,
      milestoneId,
      typed: { percent, asOf, note: '' },
    });
    const early = await reportProgress(contextFor(tx, people.officerOfAn), report('100'));
    assert.deepEqual(refusalOf(early), { kind: 'wrong_stage', stage: 'submitted', move: 'report' });
    await movedPlan(tx, id, 'approve', people.headOfAn);
    const waiting = async () =>
      (await dutiesAtDeskOf(tx, people.headOfAn, { today })).filter(({ kind }) => kind === 'milestone').length;
    assert.equal(await waiting(), 1);
    const other = await reportProgress(contextFor(tx, people.officerOfBinh), report('100'));
    assert.deepEqual(refusalOf(other), { kind: 'not_yours', move: 'report', by: ['officer', 'head'] });
    const half = await reportProgress(contextFor(tx, people.officerOfAn), report('50'));
    assert.deepEqual(refusalOf(half), {
      kind: 'progress_wrong',
      problems: [{ field: 'percent', problem: 'not_whole' }],
    });
    const reached = report('100');
    expectOk(await reportProgress(contextFor(tx, people.officerOfAn), reached));
    expectOk(await reportProgress(contextFor(tx, people.officerOfAn), reached));
    assert.equal((await firstTask(tx, id)).milestones[0]?.reachedOn, '2026-06-10');
    assert.equal(await waiting(), 0);
    const later = new Date('2026-06-16T02:30:00.000Z');
    expectOk(await reportProgress(contextFor(tx, people.officerOfAn, later), report('0')));
    assert.equal((await firstTask(tx, id)).milestones[0]?.reachedOn, null);
  });
});

test('a task taken off takes its milestones along, and the record keeps what it was', async () => {
  await inWorld(async (tx) => {
    const id = await givenPlan(tx);
    const task = await firstTask(tx, id);
    const remove = { planId: id, taskId: task.id, version: 1 };
    const other = await removeTask(contextFor(tx, people.officerOfBinh), remove);
    assert.deepEqual(refusalOf(other), { kind: 'not_there' });
    expectOk(await removeTask(contextFor(tx, people.officerOfAn), remove));
    assert.deepEqual(await tasksOf(tx, [id]), []);
    assert.deepEqual(refusalOf(await removeTask(contextFor(tx, people.officerOfAn), remove)), { kind: 'not_there' });
  });
});
