/** Past decisions against the law of their day, the award itself left out; and the ground of units. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { listGrounds, setGround } from './ground.server.ts';
import { replayed } from '../../../cli/replay.ts';
import { replay } from './replay.server.ts';

async function decided(
  tx: Transaction<DB>,
  name: string,
  { level, unitId = units.communeAn, kind = 'merit' }: { level: string; unitId?: string; kind?: string },
) {
  const id = newId();
  const entered_at = now;
  await tx
    .insertInto('holder')
    .values({ id, kind: 'person', name, unit_id: unitId, group_code: 'official', entered_at })
    .execute();
  await tx.insertInto('holder_year').values({ holder_id: id, year: 2024, level, source: 'mẫu', entered_at }).execute();
  await tx
    .insertInto('honour')
    .values({
      id: newId(),
      holder_id: id,
      award_code: 'lao-dong-tien-tien',
      year: 2024,
      kind,
      decision_number: '1/QĐ',
      decided_on: '2024-12-20',
      decided_by: 'Mẫu',
      source: 'mẫu',
      entered_at,
    })
    .execute();
}

test('decisions the register would not bear are listed with what lacks, for those who may know of the holder', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await decided(tx, 'Mẫu Tốt', { level: 'good' });
    await decided(tx, 'Mẫu Kém', { level: 'failed' });
    await decided(tx, 'Mẫu Đột Xuất', { level: 'failed', kind: 'sudden' });
    await decided(tx, 'Mẫu Khác', { level: 'failed', unitId: units.communeBinh });
    const found = async (actor: Actor) => {
      const { looked, differing } = await replay(tx, actor, 2024);
      return [looked, differing.map(({ holderName }) => holderName)];
    };
    assert.deepEqual(await found(people.appraiser), [3, ['Mẫu Kém', 'Mẫu Khác']]);
    assert.deepEqual(await found(people.officerOfAn), [2, ['Mẫu Kém']]);
    assert.deepEqual(await found(people.nobody), [0, []]);
    const { differing } = await replay(tx, people.appraiser, 2024);
    assert.ok((differing[0]?.lacking.length ?? 0) > 0);
    const said = await replayed(tx, undefined);
    assert.ok('done' in said && said.exit === 1);
    const lines = said.done.split('\n');
    assert.equal(lines[0], 'Năm 2024: đối chiếu 3 khen thưởng theo công trạng, không khớp 2.');
    assert.match(
      lines[1] ?? '',
      /^- Mẫu Kém \(.*\): Lao động tiên tiến, Quyết định số 1\/QĐ ngày 20\/12\/2024; xét theo/,
    );
    assert.match(lines[2] ?? '', /^ {4}\S.*Điều 24: \S/);
    assert.deepEqual(await replayed(tx, 2023), {
      done: 'Năm 2023: đối chiếu 0 khen thưởng theo công trạng, không khớp 0.',
      exit: 0,
    });
  }));

test('the ground of a unit is entered with its source by who may, and each answer stays unknown until then', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const set = (actor: Actor, version: number, source = 'Quyết định mẫu') =>
      setGround(contextFor(tx, actor), { unitId: units.communeAn, version, isBorder: true, isHard: null, source });
    const officer = await set(people.officerOfAn, 0);
    assert.equal(!officer.ok && officer.refusal.kind, 'not_allowed');
    assert.deepEqual(await set(people.appraiser, 0, ' '), refuse({ kind: 'source_missing' }));
    expectOk(await set(people.appraiser, 0));
    assert.deepEqual(await set(people.administrator, 0), refuse({ kind: 'lost_race', current: 1 }));
    expectOk(await set(people.administrator, 1));
    const grounds = await listGrounds(tx);
    assert.deepEqual(
      grounds.map(({ code, isBorder, isHard }) => [code, isBorder, isHard]),
      [
        ['mau-chi', null, null],
        ['mau-an', true, null],
        ['mau-binh', null, null],
      ],
    );
  }));
