import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { contextFor, insertWorld, now, people, recorded } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { honoursAt } from './asked-list.server.ts';
import { cellOf } from './cross-table.ts';
import { dimensions } from './dimension.ts';
import { sayField } from './field.server.ts';
import { narrowedBy, slugOf } from './filter.ts';
import { formParts, formRows, formLevels, within } from './form.ts';
import { formAt } from './form.server.ts';
import { statisticsAt } from './view.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });

const view = (tx: Transaction<DB>, query: string, actor: Actor = people.appraiser) =>
  statisticsAt(tx, actor, { url: new URL(`http://mau/khen-thuong/thong-ke?${query}`), now });
const formUrl = (query: string) => new URL(`http://mau/khen-thuong/thong-ke/bieu?${query}`);
const sumOf = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
const list = (tx: Transaction<DB>, query: string, actor: Actor = people.appraiser) =>
  honoursAt(tx, actor, { url: new URL(`http://mau/khen-thuong/thong-ke/danh-sach?${query}`), now, size: 50 });

/** Two in the commune and one in its village, one in the province itself, one revoked. */
async function givenSome(tx: Transaction<DB>): Promise<void> {
  const an = await givenHolder(tx, { name: 'Nguyễn Văn Mẫu', group: 'farmer' });
  const village = await givenHolder(tx, { name: 'Thôn Mẫu', kind: 'collective', at: 'village', group: 'village' });
  const province = await givenHolder(tx, { name: 'Trần Thị Mẫu', at: 'province' });
  await givenHonour(tx, { holderId: an, awardCode: 'chien-si-thi-dua-co-so', year: 2024, number: '05/QĐ-UBND' });
  await givenHonour(tx, { holderId: an, year: 2025, number: '07/QĐ-UBND' });
  await givenHonour(tx, { holderId: village, year: 2025, kind: null, number: '07/QĐ-UBND' });
  await givenHonour(tx, { holderId: province, awardCode: 'bang-khen-thu-tuong', year: 2025, kind: 'sudden' });
  await givenHonour(tx, { holderId: province, year: 2023, number: '02/QĐ-UBND', revokedOn: '2026-01-05' });
}

test('a unit counts with what stands below it; the base stands under itself', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    const { table, unitNames } = await view(tx, 'hang=don-vi&cot=nam');
    assert.deepEqual(table.rowSums, { 'mau-an': 3, 'tinh-mau': 1 });
    assert.deepEqual(table.columns, ['2025', '2024']);
    assert.equal(unitNames['mau-an'], 'Xã Mẫu An');
    const inside = await view(tx, 'hang=don-vi&cot=nam&don-vi=mau-an');
    assert.deepEqual(inside.table.rowSums, { 'mau-an': 2, 'thon-mau': 1 });
  });
});

test('every figure of every table is the number of honours in the list that it opens', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    for (const row of dimensions) {
      const column = row === 'year' ? 'level' : 'year';
      const { table, base } = await view(tx, `hang=${slugOf[row]}&cot=${slugOf[column]}&tu-nam=`);
      for (const r of table.rows)
        for (const c of table.columns) {
          const by = { 'tu-nam': '', ...narrowedBy(row, r, r === base.code), ...narrowedBy(column, c) };
          const { total } = await list(tx, new URLSearchParams(by).toString());
          assert.equal(total, cellOf(table, r, c), `${row} ${r} × ${column} ${c}`);
        }
      assert.equal(table.total, 4);
    }
  });
});

test('every figure of the statistical form is the number of honours in the list that it opens; its parts add up to the whole', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    for (const level of formLevels) {
      const { columns, cells, totals } = await formAt(tx, people.appraiser, {
        url: formUrl(`cap=${level}&tu-nam=`),
        now,
      });
      for (const { rows } of formParts) assert.equal(sumOf(rows.map((row) => totals[row])), totals.all);
      assert.equal(sumOf((within.person ?? []).map((row) => totals[row])), totals.person);
      for (const row of formRows) {
        const query = `tu-nam=&cap=${level}&dong-bieu=${row}`;
        assert.equal((await list(tx, query)).total, totals[row], `${level} ${row}`);
        assert.equal(sumOf(columns.map((column) => cells[row][column] ?? 0)), totals[row], `${level} ${row}`);
        for (const column of columns)
          assert.equal((await list(tx, `${query}&cot-bieu=${column}`)).total, cells[row][column] ?? 0);
      }
    }
    const own = await formAt(tx, people.officerOfAn, { url: formUrl('cap=centre&tu-nam='), now });
    assert.deepEqual([own.totals.all, own.totals.person], [0, 0]);
    const outside = await formAt(tx, stranger, { url: formUrl('tu-nam='), now });
    assert.equal(outside.totals.all, 0);
  });
});

test('a field is said of many at once by who writes the register, all or none; unsaid it counts as unknown', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    const ids = (await list(tx, 'tu-nam=', people.officerOfAn)).rows.map(({ id }) => id);
    const all = (await list(tx, 'tu-nam=')).rows.map(({ id }) => id);
    const say = (who: Person, honourIds: readonly string[], field = 'kinh_te') =>
      sayField(contextFor(tx, who), { honourIds, field });
    const kindOf = (result: Awaited<ReturnType<typeof say>>) => (result.ok ? result.value.count : result.refusal.kind);
    assert.equal(kindOf(await say(people.officerOfAn, all)), 'not_there');
    assert.equal(kindOf(await say(people.auditor, ids)), 'not_allowed');
    assert.equal(kindOf(await say(people.officerOfAn, [])), 'nobody_chosen');
    assert.equal(kindOf(await say(people.officerOfAn, ids, 'khac')), 'field_unknown');
    assert.equal(kindOf(await say(people.officerOfAn, ids)), 3);
    const { table } = await view(tx, 'hang=linh-vuc&cot=nam&tu-nam=');
    assert.deepEqual(table.rowSums, { kinh_te: 3, unknown: 1 });
    expectOk(await say(people.officerOfAn, ids.slice(0, 1), ''));
    assert.equal((await list(tx, 'tu-nam=&linh-vuc=unknown')).total, 2);
    const kinds = (await recorded(tx)).filter(({ kind }) => kind === 'honour.corrected');
    assert.equal(kinds.length, 4);
  });
});

test('what was revoked is left out, unless it is asked for', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    assert.equal((await list(tx, 'tu-nam=')).total, 4);
    const only = await list(tx, 'tu-nam=&huy-bo=chi');
    assert.deepEqual(
      only.rows.map(({ holderName, revokedOn }) => [holderName, revokedOn]),
      [['Trần Thị Mẫu', '2026-01-05']],
    );
    assert.equal((await view(tx, 'tu-nam=&huy-bo=ca')).table.total, 5);
  });
});

test('names are found without marks; what does not say its kind is found as unknown', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    assert.equal((await list(tx, 'q=nguyen van mau')).total, 2);
    assert.equal((await list(tx, 'q=%25')).total, 0);
    assert.deepEqual(
      (await list(tx, 'loai-hinh=unknown')).rows.map(({ holderName }) => holderName),
      ['Thôn Mẫu'],
    );
  });
});

test('a commune counts and lists its own and what stands below it, and nothing of the others', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    const binh = await givenHolder(tx, { name: 'Lê Văn Mẫu Bình', at: 'communeBinh' });
    await givenHonour(tx, { holderId: binh, number: '08/QĐ-UBND' });
    const own = await view(tx, 'hang=don-vi&cot=nam', people.officerOfAn);
    assert.deepEqual(
      [own.table.rowSums, own.years],
      [
        { 'mau-an': 3 },
        [
          { year: 2024, n: 1 },
          { year: 2025, n: 2 },
        ],
      ],
    );
    assert.equal((await list(tx, 'q=binh', people.officerOfAn)).total, 0);
    assert.equal((await list(tx, 'don-vi=mau-binh', people.officerOfAn)).total, 0);
    assert.equal((await list(tx, 'q=binh')).total, 1);
    assert.equal((await list(tx, '', people.nobody)).total, 0);
  });
});

test('a stranger and a token without the scope learn nothing, not even a sum', async () => {
  await inWorld(async (tx) => {
    await givenSome(tx);
    const token = { ...people.appraiser, scopes: ['initiatives:read'] } as const;
    for (const actor of [stranger, token]) {
      const { table, years } = await view(tx, 'hang=cap&cot=nam', actor);
      assert.deepEqual([table.total, table.rows, years], [0, [], []]);
      assert.deepEqual((await list(tx, '', actor)).rows, []);
    }
    const scoped = { ...people.appraiser, scopes: ['honours:read'] } as const;
    assert.equal((await list(tx, '', scoped)).total, 4);
  });
});
