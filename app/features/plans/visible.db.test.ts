import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenPlan, insertPlansWorld } from '../../../tests/plans.ts';
import { people, system, today, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { planOf, plans } from './case.server.ts';
import { countPlansToApprove, listPlans } from './list.server.ts';
import { findPlan } from './one.server.ts';
import { planProcedure } from './procedure.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });

const seen: readonly (readonly [string, Actor, readonly string[]])[] = [
  ['a stranger', stranger, []],
  ['a person without a role', people.nobody, ['binh approved']],
  ['the officer of An', people.officerOfAn, ['an draft', 'binh approved']],
  ['the officer of Bình', people.officerOfBinh, ['binh approved']],
  ['the appraiser', people.appraiser, ['an draft', 'binh approved']],
  ['a token of the API', { ...people.appraiser, scopes: ['actuals:read'] }, []],
  ['the system', system, ['an draft', 'binh approved']],
];

for (const [who, actor, names] of seen) {
  test(`${who} sees exactly the plans that are theirs, listed and counted`, async () => {
    await inWorld(async (tx) => {
      const binh = { unitId: units.communeBinh, by: people.officerOfBinh };
      const approved = [
        ['submit', people.officerOfBinh],
        ['approve', people.headOfBinh],
      ] as const;
      const rows = { 'an draft': await givenPlan(tx), 'binh approved': await givenPlan(tx, binh, ...approved) };
      const nameOf = new Map(Object.entries(rows).map(([name, id]) => [id, name]));
      const { rows: found, total } = await listPlans(tx, actor, { today });
      assert.deepEqual(found.map(({ id }) => nameOf.get(id) ?? id).toSorted(), names);
      assert.equal(total, names.length);
      const one = await findPlan(tx, actor, { id: rows['an draft'], today });
      assert.equal(one !== undefined, names.includes('an draft'));
    });
  });
}

test('what is counted as waiting for a person is what the procedure lets them approve, for every role', async () => {
  await inWorld(async (tx) => {
    await givenPlan(tx, {}, ['submit', people.officerOfAn]);
    await givenPlan(tx, { unitId: units.communeBinh, by: people.officerOfBinh }, ['submit', people.officerOfBinh]);
    const rows = (await plans(tx, system).execute()).map(planOf);
    const permitted = (actor: Actor) => rows.filter((row) => permit(planProcedure, row, actor, 'approve').ok).length;
    for (const actor of Object.values(people))
      assert.equal(await countPlansToApprove(tx, actor), permitted(actor), actor.name);
    assert.equal(permitted(people.headOfAn), 1);
  });
});
