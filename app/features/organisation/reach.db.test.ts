import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { merge } from '../../../tests/urging.ts';
import { insertWorld, people, system, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { carePathOf } from './paths.server.ts';
import { reaches } from './reach.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

async function reached(tx: Tx, actor: Actor): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select unit.code from unit where ${reaches(actor, 'unit.id', ['head'])} order by unit.code`.execute(tx);
  return rows.map(({ code }) => code);
}

test('of two mergers in a row the last reaches both, whoever it came through the first, and nobody else either', () =>
  inWorld(async (tx) => {
    const { headOfAn, headOfBinh, nobody } = people;
    assert.deepEqual(await reached(tx, headOfBinh), ['mau-binh']);
    await merge(tx, units.wardChi, units.communeAn, '2026-03-01');
    await merge(tx, units.communeAn, units.communeBinh, '2026-06-01');
    assert.deepEqual(await reached(tx, headOfBinh), ['mau-an', 'mau-binh', 'mau-chi']);
    assert.ok(!(await reached(tx, headOfAn)).includes('mau-binh'));
    assert.deepEqual([await reached(tx, nobody), await reached(tx, stranger)], [[], []]);
    assert.ok((await reached(tx, system)).length > 3);
    const path = await carePathOf(tx, units.wardChi);
    assert.deepEqual(path, [units.wardChi, units.province, units.communeAn, units.communeBinh]);
  }));

test('divided, both parts reach it; a merger that is still to come gives nothing away; a ring of entries ends', async () => {
  await inWorld(async (tx) => {
    await merge(tx, units.wardChi, units.communeAn, '2026-03-01');
    await merge(tx, units.wardChi, units.communeBinh, '2026-03-01');
    for (const head of [people.headOfAn, people.headOfBinh])
      assert.ok((await reached(tx, head)).includes('mau-chi'), head.name);
  });
  await inWorld(async (tx) => {
    await merge(tx, units.communeAn, units.communeBinh, '9998-01-01');
    assert.deepEqual(await reached(tx, people.headOfBinh), ['mau-binh']);
  });
  await inWorld(async (tx) => {
    await merge(tx, units.communeAn, units.communeBinh, '2026-03-01');
    await merge(tx, units.communeBinh, units.communeAn, '2026-04-01');
    assert.deepEqual(await reached(tx, people.headOfBinh), ['mau-an', 'mau-binh']);
    assert.equal((await carePathOf(tx, units.communeAn)).length, 3);
  });
});
