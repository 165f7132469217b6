import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { approvedByAn, givenPlan, insertPlansWorld } from '../../../tests/plans.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { reportProgress } from './reporting.server.ts';

test('the same report of progress twice is one; the same form with other words is a further one, never lost', async () => {
  await inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const planId = await givenPlan(tx, {}, ...approvedByAn);
    const task = await tx.selectFrom('plan_task').select('id').where('plan_id', '=', planId).executeTakeFirstOrThrow();
    const report = { id: newId(), planId, taskId: task.id, milestoneId: null };
    const tell = async (percent: string) => {
      const typed = { percent, asOf: '2026-06-10', note: '' };
      expectOk(await reportProgress(contextFor(tx, people.officerOfAn), { ...report, typed }));
    };
    for (const percent of ['40', '40', '60', '60']) await tell(percent);
    const rows = await tx.selectFrom('plan_progress').select('percent').orderBy('percent').execute();
    assert.deepEqual(
      rows.map(({ percent }) => percent),
      [40, 60],
    );
  });
});
