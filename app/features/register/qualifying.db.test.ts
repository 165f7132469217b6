/** Who qualifies and was not proposed: only whom the asker may know of, nobody who is in a dossier, those the law wants first on top. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { findQualifying } from './qualifying.server.ts';
import { lawIsUnread } from './law-unread.server.ts';
import { standardsOf } from './standards.server.ts';

const asked = { awardCode: 'lao-dong-tien-tien', year: 2025, received: '2026-06-15', atLeast: 'unconfirmed' } as const;

async function goodPerson(
  tx: Transaction<DB>,
  name: string,
  unitId: string,
  more: { direct?: boolean; ended?: string } = {},
) {
  const id = newId();
  const entered_at = now;
  await tx
    .insertInto('holder')
    .values({
      id,
      kind: 'person',
      name,
      unit_id: unitId,
      group_code: 'official',
      works_directly: more.direct ?? null,
      ended_on: more.ended ?? null,
      entered_at,
    })
    .execute();
  await tx
    .insertInto('holder_year')
    .values({ holder_id: id, year: 2025, level: 'good', source: 'mẫu', entered_at })
    .execute();
  await tx
    .insertInto('holder_checked')
    .values(
      ['awards', 'discipline', 'pending'].map((fact) => ({ holder_id: id, fact, source: 'mẫu', checked_at: now })),
    )
    .execute();
  return id;
}

async function propose(tx: Transaction<DB>, holderId: string, stage: 'draft' | 'withdrawn') {
  const id = newId();
  await tx
    .insertInto('dossier')
    .values({
      id,
      code: `HS-${id.slice(-12).toUpperCase()}`,
      unit_id: units.communeAn,
      to_unit_id: units.communeAn,
      route: 'territory',
      kind: 'merit',
      year: 2025,
      title: 'Hồ sơ mẫu',
      stage: 'draft',
      stage_since: now,
      entered_by: people.officerOfAn.personId,
      entered_at: now,
    })
    .execute();
  await tx
    .insertInto('nominee')
    .values({ id: newId(), dossier_id: id, holder_id: holderId, award_code: 'lao-dong-tien-tien', position: 1 })
    .execute();
  await tx.updateTable('dossier').set({ stage }).where('id', '=', id).execute();
}

test('those who qualify, of the units the asker reads, direct workers first', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await goodPerson(tx, 'Mẫu Ba', units.communeAn);
    await goodPerson(tx, 'Mẫu Hai', units.village, { direct: true });
    await goodPerson(tx, 'Mẫu Khác', units.communeBinh);
    await goodPerson(tx, 'Mẫu Đã Mất', units.communeAn, { ended: '2026-01-01' });
    await propose(tx, await goodPerson(tx, 'Mẫu Đã Đề Nghị', units.communeAn), 'draft');
    await propose(tx, await goodPerson(tx, 'Mẫu Rút', units.communeAn), 'withdrawn');
    const names = async (actor: Actor) => (await findQualifying(tx, actor, asked)).map(({ name }) => name);
    assert.deepEqual(await names(people.officerOfAn), ['Mẫu Hai', 'Mẫu Ba', 'Mẫu Rút']);
    assert.deepEqual(await names(people.officerOfBinh), ['Mẫu Khác']);
    assert.deepEqual(await names(people.appraiser), ['Mẫu Hai', 'Mẫu Ba', 'Mẫu Khác', 'Mẫu Rút']);
    for (const actor of [people.nobody, people.administrator, stranger]) assert.deepEqual(await names(actor), []);
  }));

test('a holder is held against every award of their kind, the nearest first, one of them in full', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const id = await goodPerson(tx, 'Mẫu Một', units.communeAn);
    const found = await standardsOf(tx, {
      holder: { id, kind: 'person' },
      year: 2025,
      received: '2026-06-15',
      awardCode: 'lao-dong-tien-tien',
    });
    assert.equal(found.awards[0]?.code, 'lao-dong-tien-tien');
    assert.ok(found.awards.every(({ code }) => code !== 'co-thi-dua-tinh'));
    assert.equal(found.shown?.awardCode, 'lao-dong-tien-tien');
  }));

test('the law is unread for an award on the day of receipt, not before the amending law is in force', async () => {
  await inRollback(async (tx) => {
    const on = (received: string) => lawIsUnread(tx, { awardCode: 'chien-si-thi-dua-tinh', received, year: 2026 });
    assert.deepEqual([await on('2026-09-30'), await on('2026-10-01')], [false, true]);
  });
});
