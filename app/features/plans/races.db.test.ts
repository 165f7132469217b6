import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../../../tests/database.ts';
import { givenPlan, insertPlansWorld, paper } from '../../../tests/plans.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { movePlan } from './moving.server.ts';

test('of two who approve one plan at once, one does', async () => {
  const { db, drop } = await freshDatabase();
  const id = await db.transaction().execute(async (tx) => {
    await insertPlansWorld(tx);
    return givenPlan(tx, {}, ['submit', people.officerOfAn]);
  });
  const approve = () =>
    db.transaction().execute(async (tx) => {
      const result = await movePlan(contextFor(tx, people.headOfAn), { id, version: 3, move: 'approve', paper });
      return result.ok ? 'done' : result.refusal.kind;
    });
  assert.deepEqual((await Promise.all([approve(), approve()])).toSorted(), ['done', 'wrong_stage']);
  await drop();
});
