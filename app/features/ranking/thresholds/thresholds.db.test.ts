import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, people, recorded } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { thresholdsOf } from '../inputs.server.ts';
import { listRules } from './list.server.ts';
import type { MoveRule } from './proposing.server.ts';
import { moveRule, proposeRule } from './proposing.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const typed = {
  fromYear: '2026',
  source: 'Văn bản mẫu',
  excellent: '92,5',
  excellentGroups: 'I: 80',
  good: '80',
  completed: '60',
};
const propose = (tx: Tx, over: object = {}, who: Person = people.appraiser, id = newId()) =>
  proposeRule(contextFor(tx, who), { id, typed: { ...typed, ...over } });
const move = (tx: Tx, order: Omit<MoveRule, 'version'> & { version?: number }, who: Person) =>
  moveRule(contextFor(tx, who), { version: 1, ...order });

test('proposed by one and confirmed by another they hold from their year on; before it and without them the default does', async () => {
  await inWorld(async (tx) => {
    const { id } = expectOk(await propose(tx));
    assert.equal((await thresholdsOf(tx, 2026)).laidDown?.isDefault, true);
    assert.equal(kindOf(await move(tx, { id, move: 'confirm' }, people.appraiser)), 'four_eyes');
    expectOk(await move(tx, { id, move: 'confirm' }, people.decidingAuthority));
    const { thresholds, laidDown } = await thresholdsOf(tx, 2026);
    assert.equal(laidDown?.id, id);
    assert.deepEqual(thresholds, [
      { level: 'excellent', atLeast: 9250, groups: [{ code: 'I', atLeast: 8000 }] },
      { level: 'good', atLeast: 8000, groups: [] },
      { level: 'completed', atLeast: 6000, groups: [] },
    ]);
    assert.equal((await thresholdsOf(tx, 2025)).laidDown?.isDefault, true);
    assert.equal((await thresholdsOf(tx, 2027)).laidDown?.id, id);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['classification_rule.proposed', 'classification_rule.moved'],
    );
  });
});

test('withdrawn they no longer hold; each refusal; sent twice it is one', async () => {
  await inWorld(async (tx) => {
    const id = newId();
    expectOk(await propose(tx, {}, people.appraiser, id));
    expectOk(await propose(tx, {}, people.appraiser, id));
    assert.equal(kindOf(await move(tx, { id, move: 'withdraw', reason: ' ' }, people.appraiser)), 'needs');
    assert.equal(kindOf(await move(tx, { id, move: 'confirm', version: 7 }, people.decidingAuthority)), 'lost_race');
    assert.equal(kindOf(await move(tx, { id, move: 'confirm' }, people.headOfAn)), 'not_there');
    expectOk(await move(tx, { id, move: 'confirm' }, people.decidingAuthority));
    assert.equal(
      kindOf(await move(tx, { id, move: 'withdraw', reason: 'x', version: 2 }, people.appraiser)),
      'four_eyes',
    );
    const long = { id, move: 'withdraw', reason: 'x'.repeat(2001), version: 2 } as const;
    assert.equal(kindOf(await move(tx, long, people.decidingAuthority)), 'reason_too_long');
    expectOk(await move(tx, { id, move: 'withdraw', reason: 'x', version: 2 }, people.decidingAuthority));
    assert.equal((await thresholdsOf(tx, 2026)).laidDown?.isDefault, true);
    assert.equal(kindOf(await move(tx, { id, move: 'confirm', version: 3 }, people.decidingAuthority)), 'wrong_stage');
    assert.equal(kindOf(await propose(tx, {}, people.headOfAn)), 'not_yours');
    assert.equal(kindOf(await move(tx, { id: newId(), move: 'confirm' }, people.appraiser)), 'not_there');
  });
});

test('what is proposed only those see who work on it; what is in force everybody who is signed in', async () => {
  await inWorld(async (tx) => {
    expectOk(await propose(tx));
    const seen = async (who: Person) => (await listRules(tx, who)).map(({ stage }) => stage);
    assert.deepEqual(await seen(people.appraiser), ['proposed', 'default']);
    assert.deepEqual(await seen(people.auditor), ['proposed', 'default']);
    for (const who of [people.headOfAn, people.nobody]) assert.deepEqual(await seen(who), ['default']);
  });
});
