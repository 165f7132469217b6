import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { openDesk } from '../../../tests/desk.ts';
import { contextFor, now, people, system } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { loadDirective } from '../directive/load-directive.server.ts';
import { findPackFolder, loadPack } from '../directive/load-pack.server.ts';
import type { Pack } from '../directive/pack.ts';
import { prepareDirective } from '../directive/prepare.server.ts';
import { listMovements } from './list.server.ts';
import { loadMovement } from './load-movement.server.ts';
import { prepareMovement } from './prepare.server.ts';

const pack = await loadPack(await findPackFolder());
const takingPart = pack.units.filter(({ takesPart }) => takesPart).length;
const load = async (tx: Transaction<DB>, given: Pack = pack) => {
  expectOk(await loadDirective(contextFor(tx, system), given));
  return expectOk(await loadMovement(contextFor(tx, system)));
};
const theOne = async (tx: Transaction<DB>) => {
  const { rows, total } = await listMovements(tx, system, {});
  assert.equal(total, 1);
  const [movement] = rows;
  assert.ok(movement);
  return movement;
};

test('the movement of the directive is there from the start, word for word, launched to all who take part', () =>
  inRollback(async (tx) => {
    assert.equal(await load(tx), 'added');
    const movement = await theOne(tx);
    const { name, aim, clause, from, to, commitments, reviews } = pack.movement;
    assert.deepEqual(
      [movement.name, movement.aim, movement.clause, movement.stage, movement.unitCode, movement.code],
      [name, aim.wording, clause, 'launched', pack.province.unit, 'PT-1'],
    );
    assert.deepEqual([movement.firstDay, movement.lastDay], [`${from}-01-01`, `${to}-12-31`]);
    assert.deepEqual([movement.documentNumber, movement.documentDate], [null, null]);
    const lines = await tx
      .selectFrom('movement_line')
      .select(['kind', 'code', 'wording', 'clause', 'review_kind', 'due_year'])
      .orderBy('kind')
      .orderBy('position')
      .execute();
    assert.deepEqual(
      lines.map((line) => Object.values(line)),
      [
        ...commitments.map((one) => ['goal', one.code, one.wording, one.clause, null, null]),
        ...reviews.map((one) => ['review', null, one.wording, one.clause, one.kind, one.year]),
      ],
    );
    assert.equal(movement.inScope, takingPart);
  }));

test('loaded again it changes nothing; a mended pack changes it and leaves receipts alone', () =>
  inRollback(async (tx) => {
    await load(tx);
    assert.equal(await load(tx), 'unchanged');
    const seat = await tx.selectFrom('movement_unit').selectAll().limit(1).executeTakeFirstOrThrow();
    const id = newId();
    await tx
      .insertInto('person')
      .values({ id, full_name: 'Người Mẫu', unit_id: seat.unit_id, created_at: now })
      .execute();
    const receipt = { received_at: now, received_by: id };
    await tx.updateTable('movement_unit').set(receipt).where('unit_id', '=', seat.unit_id).execute();
    const next: Pack = {
      ...pack,
      version: '2',
      movement: { ...pack.movement, aim: { ...pack.movement.aim, wording: 'Mục đích đã sửa' } },
    };
    assert.equal(await load(tx, next), 'changed');
    const movement = await theOne(tx);
    assert.deepEqual([movement.aim, movement.version], ['Mục đích đã sửa', 2]);
    assert.deepEqual([movement.received, movement.inScope], [1, takingPart]);
  }));

test('nobody signed in loads it', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const refused = await loadMovement(contextFor(tx, people.administrator));
    assert.deepEqual(refused, { ok: false, refusal: { kind: 'not_allowed', deed: 'movement.load', by: [] } });
  }));

test('two starts at once make one movement', async () => {
  const { services, leave } = await openDesk();
  await prepareDirective(services);
  const outcomes = await Promise.all([prepareMovement(services), prepareMovement(services)]);
  assert.deepEqual(outcomes.toSorted(), ['added', 'unchanged']);
  await leave();
});
