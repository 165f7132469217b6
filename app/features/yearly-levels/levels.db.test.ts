import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, recorded, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Level } from '../awards/standards/case.ts';
import { waitingOffers } from '../register/offers.server.ts';
import { findList, listLists, listsWaiting } from './case.server.ts';
import { beginList, saveLevels } from './entering.server.ts';
import type { MoveList } from './moving.server.ts';
import { moveList } from './moving.server.ts';
import { goneOf, linesOf, peopleOf } from './people.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { readonly kind: string } }) =>
  result.ok ? null : result.refusal?.kind;

async function holder(
  tx: Transaction<DB>,
  name: string,
  more: { unit?: string; ended?: string } = {},
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('holder')
    .values({
      id,
      kind: 'person',
      name,
      unit_id: more.unit ?? units.communeBinh,
      ended_on: more.ended ?? null,
      entered_at: now,
    })
    .execute();
  return id;
}

async function begun(tx: Transaction<DB>): Promise<string> {
  const id = newId();
  expectOk(await beginList(contextFor(tx, people.officerOfBinh), { id, unitId: units.communeBinh, year: '2026' }));
  return id;
}
const versionOf = async (tx: Transaction<DB>, id: string) =>
  (await tx.selectFrom('level_list').where('id', '=', id).select('version').executeTakeFirstOrThrow()).version;
const save = async (tx: Transaction<DB>, id: string, levels: Readonly<Record<string, Level | null>>, by?: Person) =>
  saveLevels(contextFor(tx, by ?? people.officerOfBinh), {
    id,
    version: await versionOf(tx, id),
    lines: Object.entries(levels).map(([holderId, level]) => ({ holderId, level })),
  });
const move = async (tx: Transaction<DB>, by: Person, id: string, way: MoveList['move'], reason?: string) =>
  moveList(contextFor(tx, by), { id, version: await versionOf(tx, id), move: way, reason });
const noted = async (tx: Transaction<DB>) =>
  tx.selectFrom('holder_year').select(['holder_id', 'year', 'level', 'source']).orderBy('level').execute();

test('the officer enters, the head confirms, and the levels are in the register with their source', async () => {
  await inWorld(async (tx) => {
    const [one, two] = [await holder(tx, 'Người Mẫu Ất'), await holder(tx, 'Người Mẫu Giáp')];
    const id = await begun(tx);
    expectOk(await save(tx, id, { [one]: 'good', [two]: 'excellent' }));
    expectOk(await move(tx, people.officerOfBinh, id, 'submit'));
    assert.deepEqual(await noted(tx), []);
    expectOk(await move(tx, people.headOfBinh, id, 'confirm'));
    const source = 'Xếp loại cá nhân năm 2026 của Xã Mẫu Bình, xác nhận ngày 15/06/2026';
    assert.deepEqual(await noted(tx), [
      { holder_id: two, year: 2026, level: 'excellent', source },
      { holder_id: one, year: 2026, level: 'good', source },
    ]);
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => kind.startsWith('level_list'));
    assert.deepEqual(kinds, ['level_list.entered', 'level_list.changed', 'level_list.moved', 'level_list.moved']);
  });
});

test('whoever handed a list in does not confirm it, and nobody of another unit touches it or knows of it', async () => {
  await inWorld(async (tx) => {
    const one = await holder(tx, 'Người Mẫu Ất');
    const id = await begun(tx);
    assert.equal(await findList(tx, people.appraiser, id), undefined);
    assert.equal(kindOf(await save(tx, id, { [one]: 'good' }, people.officerOfAn)), 'not_there');
    expectOk(await save(tx, id, { [one]: 'good' }, people.headOfBinh));
    expectOk(await move(tx, people.headOfBinh, id, 'submit'));
    assert.equal(kindOf(await move(tx, people.headOfBinh, id, 'confirm')), 'four_eyes');
    assert.equal(kindOf(await move(tx, people.officerOfBinh, id, 'confirm')), 'not_yours');
    assert.equal(kindOf(await move(tx, people.headOfAn, id, 'confirm')), 'not_there');
    const seen = async (by: Person) => (await listLists(tx, by, { page: 1, size: 10 })).total;
    assert.deepEqual(
      [await seen(people.appraiser), await seen(people.officerOfAn), await seen(people.nobody)],
      [1, 0, 0],
    );
    assert.deepEqual(await listsWaiting(tx, people.officerOfBinh), []);
    assert.equal(kindOf(await save(tx, id, { [one]: 'completed' })), 'wrong_stage');
  });
});

test('twice is once, and who saw an older state is refused', async () => {
  await inWorld(async (tx) => {
    const one = await holder(tx, 'Người Mẫu Ất');
    const id = await begun(tx);
    const again = { id, unitId: units.communeBinh, year: '2026' };
    expectOk(await beginList(contextFor(tx, people.officerOfBinh), again));
    assert.deepEqual(refusalOf(await beginList(contextFor(tx, people.headOfBinh), { ...again, id: newId() })), {
      kind: 'list_open',
      id,
    });
    const lines = [{ holderId: one, level: 'good' }] as const;
    const said = { id, version: 1, lines } as const;
    expectOk(await saveLevels(contextFor(tx, people.officerOfBinh), said));
    expectOk(await saveLevels(contextFor(tx, people.officerOfBinh), said));
    const other = { ...said, lines: [{ holderId: one, level: 'failed' }] } as const;
    assert.deepEqual(refusalOf(await saveLevels(contextFor(tx, people.headOfBinh), other)), {
      kind: 'lost_race',
      current: 2,
    });
    assert.deepEqual(
      refusalOf(await moveList(contextFor(tx, people.officerOfBinh), { id, version: 1, move: 'submit' })),
      { kind: 'lost_race', current: 2 },
    );
  });
});

test('only people of the unit who were there in the year; who moved or was merged since is told apart', async () => {
  await inWorld(async (tx) => {
    const [one, twin] = [await holder(tx, 'Người Mẫu Ất'), await holder(tx, 'Người Mẫu Ất')];
    const [stranger, gone] = [
      await holder(tx, 'Người Mẫu Bính', { unit: units.communeAn }),
      await holder(tx, 'Người Mẫu Đinh', { ended: '2025-12-31' }),
    ];
    const died = await holder(tx, 'Người Mẫu Mậu', { ended: '2026-03-01' });
    const id = await begun(tx);
    assert.equal(kindOf(await save(tx, id, { [stranger]: 'good' })), 'not_of_unit');
    assert.equal(kindOf(await save(tx, id, { [gone]: 'good' })), 'not_of_unit');
    expectOk(await save(tx, id, { [one]: 'good', [twin]: 'excellent', [died]: 'good' }));
    expectOk(await move(tx, people.officerOfBinh, id, 'submit'));
    await sql`update holder set merged_into = ${one} where id = ${twin}`.execute(tx);
    const list = { id, unitId: units.communeBinh, year: 2026 };
    assert.deepEqual(
      (await goneOf(tx, list)).map(({ id: holderId, gone: to }) => [holderId, to]),
      [[twin, 'Người Mẫu Ất']],
    );
    assert.deepEqual(
      (await peopleOf(tx, list)).map(({ id: holderId }) => holderId),
      [one, died],
    );
    assert.deepEqual(refusalOf(await move(tx, people.headOfBinh, id, 'confirm')), {
      kind: 'same_person',
      names: ['Người Mẫu Ất'],
    });
    assert.equal(kindOf(await move(tx, people.headOfBinh, id, 'return')), 'needs');
    expectOk(await move(tx, people.headOfBinh, id, 'return', 'Hai dòng là một người'));
    assert.equal((await listsWaiting(tx, people.officerOfBinh)).length, 1);
    expectOk(await save(tx, id, { [twin]: null }));
    expectOk(await move(tx, people.officerOfBinh, id, 'submit'));
    expectOk(await move(tx, people.headOfBinh, id, 'confirm'));
    const levels = new Map((await noted(tx)).map(({ holder_id, level }) => [holder_id, level]));
    assert.deepEqual(
      levels,
      new Map([
        [one, 'good'],
        [died, 'good'],
      ]),
    );
  });
});

test('who comes late goes into a further list, and a level noted otherwise waits for a choice', async () => {
  await inWorld(async (tx) => {
    const one = await holder(tx, 'Người Mẫu Ất');
    const first = await begun(tx);
    expectOk(await save(tx, first, { [one]: 'good' }));
    expectOk(await move(tx, people.officerOfBinh, first, 'submit'));
    expectOk(await move(tx, people.headOfBinh, first, 'confirm'));
    const late = await holder(tx, 'Người Mẫu Giáp');
    const second = await begun(tx);
    const there = await peopleOf(tx, { id: second, unitId: units.communeBinh, year: 2026 });
    assert.deepEqual(
      there.map(({ id, confirmed, level }) => [id, confirmed, level]),
      [
        [one, 'good', null],
        [late, null, null],
      ],
    );
    expectOk(await save(tx, second, { [one]: 'excellent', [late]: 'completed' }));
    expectOk(await move(tx, people.officerOfBinh, second, 'submit'));
    expectOk(await move(tx, people.headOfBinh, second, 'confirm'));
    assert.deepEqual(
      (await noted(tx)).map(({ level }) => level),
      ['completed', 'good'],
    );
    const [offer] = await waitingOffers(tx, one);
    assert.deepEqual(
      [offer?.row['level'], offer?.noted?.['level'], offer?.origin],
      ['excellent', 'good', 'level_list'],
    );
  });
});

test('an empty list is not handed in, a year to come is not judged, and nothing but a draft is written on', async () => {
  await inWorld(async (tx) => {
    const id = await begun(tx);
    assert.equal(kindOf(await move(tx, people.officerOfBinh, id, 'submit')), 'list_empty');
    const asked = { id: newId(), unitId: units.communeBinh };
    const begin = (year: string, by = people.officerOfBinh) => beginList(contextFor(tx, by), { ...asked, year });
    assert.deepEqual(refusalOf(await begin('2027')), { kind: 'year_wrong', problem: 'to_come' });
    assert.deepEqual(refusalOf(await begin('hai nghìn')), { kind: 'year_wrong', problem: 'not_a_year' });
    assert.equal(kindOf(await begin('2025', people.officerOfAn)), 'not_yours');
    expectOk(await move(tx, people.officerOfBinh, id, 'discard', 'Lập nhầm đơn vị'));
    await assert.rejects(sql`update level_list set paper = 'sửa' where id = ${id}`.execute(tx), /không sửa/);
  });
});

test('a token reads a list and its lines as its person, when it may read the register', async () => {
  await inWorld(async (tx) => {
    const one = await holder(tx, 'Người Mẫu');
    const id = await begun(tx);
    expectOk(await save(tx, id, { [one]: 'good' }));
    const seen = async (scopes: NonNullable<Person['scopes']>) => {
      const list = await findList(tx, { ...people.officerOfBinh, scopes }, id);
      return list && linesOf(tx, list.id);
    };
    assert.deepEqual(await seen(['register:read']), [{ holder: one, name: 'Người Mẫu', level: 'good' }]);
    assert.equal(await seen(['evaluations:read']), undefined);
    const { total } = await listLists(tx, { ...people.officerOfAn, scopes: ['register:read'] }, { page: 1, size: 10 });
    assert.equal(total, 0);
  });
});
