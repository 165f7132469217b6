import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { sharesOf } from '../register/fairness.server.ts';
import { sharesByYear, sharesOfHonours } from './fairness.server.ts';

const filter = { revoked: 'without' } as const;

/** A leader, a woman who works directly, one of whom nothing is known, a collective; and one of a neighbour. */
async function givenSome(tx: Transaction<DB>) {
  const [leader, woman, unsaid] = [await givenHolder(tx), await givenHolder(tx), await givenHolder(tx)];
  const village = await givenHolder(tx, { kind: 'collective', at: 'village' });
  const neighbour = await givenHolder(tx, { at: 'communeBinh' });
  const say = (id: string, values: object) => tx.updateTable('holder').set(values).where('id', '=', id).execute();
  await say(leader, { is_leader: true, works_directly: false, gender: 'male' });
  await say(woman, { is_leader: false, works_directly: true, gender: 'female' });
  const ground = { unit_id: units.communeAn, is_border: true, source: 'Văn bản mẫu', entered_at: now };
  await tx.insertInto('unit_ground').values(ground).execute();
  for (const holderId of [leader, woman, unsaid, village, neighbour]) await givenHonour(tx, { holderId, year: 2025 });
  await givenHonour(tx, { holderId: woman, year: 2025, number: '02/QĐ-UBND' });
  await givenHonour(tx, { holderId: woman, year: 2024 });
  await givenHonour(tx, { holderId: leader, year: 2024, revokedOn: '2026-01-05' });
  return { woman, own: [leader, woman, unsaid, village], all: [leader, woman, unsaid, village, neighbour] };
}

test('each year has the shares of its holders as a list of them has, each once; what was revoked is left out', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const { all, woman } = await givenSome(tx);
    const years = await sharesByYear(tx, people.appraiser, filter);
    assert.deepEqual(years, [
      { year: 2025, shares: await sharesOf(tx, all) },
      { year: 2024, shares: await sharesOf(tx, [woman]) },
    ]);
    const [leader, , , border, hard] = years[0]?.shares ?? [];
    assert.deepEqual(leader, { share: 'leader', yes: 1, no: 1, unknown: 2, of: 4 });
    assert.deepEqual(border, { share: 'border', yes: 4, no: 0, unknown: 1, of: 5 });
    assert.equal(hard?.unknown, 5);
  });
});

test('a commune learns the shares of its own alone; a stranger and a token without the scope none', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const { own } = await givenSome(tx);
    assert.deepEqual(await sharesOfHonours(tx, people.officerOfAn, filter), await sharesOf(tx, own));
    assert.deepEqual(await sharesOfHonours(tx, stranger, filter), await sharesOf(tx, []));
    const [latest] = await sharesByYear(tx, people.officerOfAn, filter);
    assert.deepEqual(latest?.shares, await sharesOf(tx, own));
    const token: Actor = { ...people.appraiser, scopes: ['initiatives:read'] };
    for (const actor of [stranger, token, people.nobody]) assert.deepEqual(await sharesByYear(tx, actor, filter), []);
  });
});
