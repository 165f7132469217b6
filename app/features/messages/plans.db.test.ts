import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, insertPlansWorld, paper, planFor, typedTask } from '../../../tests/plans.ts';
import { told, follow } from '../../../tests/told.ts';
import { contextFor, people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { enterPlan } from '../plans/drafting.server.ts';
import type { PlanWay } from '../plans/moving.server.ts';
import { movePlan } from '../plans/moving.server.ts';
import { reportProgress } from '../plans/reporting.server.ts';
import { saveTask } from '../plans/tasks.server.ts';

/** A plan of An in which Bình joins a task. */
async function joined(tx: Transaction<DB>): Promise<{ readonly id: string; readonly taskId: string }> {
  const by = contextFor(tx, people.officerOfAn);
  const { id } = expectOk(await enterPlan(by, planFor()));
  const taskId = newId();
  const typed = typedTask({ joinUnits: ['mau-binh'] });
  expectOk(await saveTask(by, { planId: id, taskId, version: null, typed }));
  return { id, taskId };
}

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });

test('a plan is told to its head, then to its officer and to units that join; the appraising body is left in peace', () =>
  inWorld(async (tx) => {
    const { id } = await joined(tx);
    const at = `/ke-hoach/${id}`;
    const approved = [
      ['headOfBinh', 'Đơn vị có nhiệm vụ trong một kế hoạch', at],
      ['officerOfAn', 'Kế hoạch đã được phê duyệt', at],
      ['officerOfBinh', 'Đơn vị có nhiệm vụ trong một kế hoạch', at],
    ];
    const steps: readonly (readonly [PlanWay, Person, readonly (readonly string[])[]])[] = [
      ['submit', people.officerOfAn, [['headOfAn', 'Có kế hoạch chờ phê duyệt', at]]],
      ['return', people.headOfAn, [['officerOfAn', 'Kế hoạch bị trả lại', at]]],
      ['submit', people.officerOfAn, [['headOfAn', 'Có kế hoạch chờ phê duyệt', at]]],
      ['recall', people.officerOfAn, []],
      ['submit', people.officerOfAn, [['headOfAn', 'Có kế hoạch chờ phê duyệt', at]]],
      ['approve', people.headOfAn, approved],
    ];
    for (const [at0, [move, by, heard]] of steps.entries()) {
      const context = contextFor(tx, by);
      expectOk(await movePlan(context, { id, version: 2 + at0, move, reason: 'Chưa rõ', paper }));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard, move);
    }
  }));

test('a milestone reached is told to the head, a part of another unit to the officer, a share of a task to nobody', () =>
  inWorld(async (tx) => {
    const { id: planId, taskId } = await joined(tx);
    await given(tx, planId);
    const task = await tx
      .selectFrom('plan_milestone')
      .select('id')
      .where('task_id', '=', taskId)
      .executeTakeFirstOrThrow();
    const report = { planId, taskId, milestoneId: null, typed: { percent: '100', asOf: '2026-06-10', note: '' } };
    const link = `/ke-hoach/${planId}/nhiem-vu/${taskId}`;
    for (const [by, more, heard] of [
      [people.officerOfAn, {}, []],
      [people.officerOfAn, { milestoneId: task.id }, [['headOfAn', 'Đã đạt một mốc của kế hoạch', link]]],
      [people.officerOfBinh, { part: 'mau-binh' }, [['officerOfAn', 'Đơn vị phối hợp cập nhật phần việc', link]]],
    ] as const) {
      const context = contextFor(tx, by);
      expectOk(await reportProgress(context, { id: newId(), ...report, ...more }));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard);
    }
  }));
