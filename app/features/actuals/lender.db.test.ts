import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, insertValuesWorld, sent } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { countActuals } from './list.server.ts';
import { moveOne } from './moving.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);

test('a role lent by the sender does not check, another way to the same role does; the list says the same', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {}, sent);
    const forPersonId = people.officerOfAn.personId;
    const lent = { holdingId: newId(), role: 'appraiser', unitId: units.province, forPersonId } as const;
    const onlyLent = { ...people.nobody, holdings: [lent] };
    const both = { ...people.nobody, holdings: [lent, { ...people.appraiser.holdings[0]! }] };
    const verify = { id, version: 2, move: 'verify' } as const;
    assert.equal(await countActuals(tx, onlyLent, { ids: [id], toVerifyBy: onlyLent }), 0);
    assert.deepEqual(refusalOf(await moveOne(contextFor(tx, onlyLent), verify)), { kind: 'four_eyes', move: 'verify' });
    assert.equal(await countActuals(tx, both, { ids: [id], toVerifyBy: both }), 1);
    assert.equal((await moveOne(contextFor(tx, both), verify)).ok, true);
  });
});

test('whoever lent the role that submitted does not verify, and is not shown it to verify', async () => {
  await inWorld(async (tx) => {
    const lender = people.appraiser.personId;
    const lent = { holdingId: newId(), role: 'officer', unitId: units.communeAn, forPersonId: lender } as const;
    const delegate = { ...people.nobody, holdings: [lent] };
    const id = await given(tx, { by: delegate }, ['submit', delegate]);
    const verify = { id, version: 2, move: 'verify' } as const;
    assert.deepEqual(refusalOf(await moveOne(contextFor(tx, people.appraiser), verify)), {
      kind: 'four_eyes',
      move: 'verify',
    });
    assert.equal(await countActuals(tx, people.appraiser, { ids: [id], toVerifyBy: people.appraiser }), 0);
  });
});
