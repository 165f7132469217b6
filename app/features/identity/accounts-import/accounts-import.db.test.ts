import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { createSeal } from '../../../platform/seal.server.ts';
import type { Services } from '../../../platform/services.server.ts';
import { readWorkbook } from '../../../platform/spreadsheet/read-workbook.server.ts';
import type { Sheet } from '../../../platform/spreadsheet/sheet.ts';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook.server.ts';
import { holdingsInForce } from '../session/load-actor.server.ts';
import { accountsImport } from './accounts-import.server.ts';
import { handOutLinks } from './links.server.ts';
import { accountColumns } from './plan.ts';
import { accountsTemplate } from './template.server.ts';
import { accountHeadings } from './text.ts';

const services = {
  seal: createSeal(Buffer.alloc(32, 7)),
  config: { publicUrl: 'https://thi-dua.vi-du.invalid', port: 3000 },
} as Services;
const kind = accountsImport(services);

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

type Line = readonly string[];

async function sheetsOf(rows: readonly Line[]): Promise<readonly Sheet[]> {
  const columns = accountColumns.map(
    (column) => ({ heading: accountHeadings[column], kind: 'text', width: 20 }) as const,
  );
  return expectOk(await readWorkbook(await writeWorkbook({ sheets: [{ name: 'Người dùng', columns, rows }] })));
}

const drawing = (actor: Person, mail = '0') => ({ importId: people.nobody.personId, facts: { mail }, actor, now });
const planOf = async (tx: Transaction<DB>, actor: Person, rows: readonly Line[]) =>
  kind.plan(tx, await sheetsOf(rows), drawing(actor));
const tell = async () => undefined;

const good: readonly Line[] = [
  ['mau.mot', 'Người Mẫu Một', 'Chuyên viên', 'mau-an', 'mot@vi-du.invalid', '0214000001', 'chuyên viên đầu mối', ''],
  ['mau.hai', 'Người Mẫu Hai', '', 'thon-mau', '', '', '', ''],
];

test(
  'a good file makes people, accounts and roles; the same file again changes nothing',
  inWorld(async (tx) => {
    const actor = people.administratorOfAn;
    const plan = await planOf(tx, actor, good);
    assert.deepEqual([plan.faults, plan.counts.created, plan.counts.changed], [[], 2, 0]);
    expectOk(await plan.apply(contextFor(tx, actor), tell));
    const made = await tx
      .selectFrom('account')
      .select(['username', 'state', 'person_id'])
      .where('username', 'like', 'mau.%')
      .orderBy('username')
      .execute();
    assert.deepEqual(
      made.map(({ username, state }) => [username, state]),
      [
        ['mau.hai', 'invited'],
        ['mau.mot', 'invited'],
      ],
    );
    const [holding] = await holdingsInForce(tx, made[1]?.person_id ?? '');
    assert.deepEqual([holding?.role, holding?.unitId], ['officer', units.communeAn]);
    const again = await planOf(tx, actor, good);
    assert.deepEqual(again.counts, { created: 0, changed: 0, ended: 0, unchanged: 2 });
  }),
);

test(
  'a changed cell changes that person, an empty one leaves what is there',
  inWorld(async (tx) => {
    const actor = people.administratorOfAn;
    expectOk(await (await planOf(tx, actor, good)).apply(contextFor(tx, actor), tell));
    const plan = await planOf(tx, actor, [['mau.mot', '', 'Phó Trưởng phòng', 'mau-an', '', '', '', '']]);
    assert.deepEqual(plan.lines(5), [
      {
        what: 'changed',
        name: 'Người Mẫu Một (mau.mot)',
        cells: [{ heading: 'Chức vụ', before: 'Chuyên viên', after: 'Phó Trưởng phòng' }],
      },
    ]);
    expectOk(await plan.apply(contextFor(tx, actor), tell));
    const row = await tx
      .selectFrom('person')
      .selectAll()
      .where('full_name', '=', 'Người Mẫu Một')
      .executeTakeFirstOrThrow();
    assert.equal(row.position_title, 'Phó Trưởng phòng');
    assert.equal(row.email_sealed && services.seal.open('person.email', row.email_sealed), 'mot@vi-du.invalid');
  }),
);

test(
  'every wrong cell is named, and nothing of others is shown or touched',
  inWorld(async (tx) => {
    const plan = await planOf(tx, people.administratorOfAn, [
      ['Có Dấu', 'Người Mẫu', '', 'mau-an', '', '', '', ''],
      ['mau.ba', '', '', 'mau-an', '', '', '', ''],
      ['mau.bon', 'Người Mẫu', '', 'khong-co', '', '', '', ''],
      ['mau.nam', 'Người Mẫu', '', 'mau-binh', '', '', '', ''],
      ['mau.sau', 'Người Mẫu', '', 'mau-an', 'sai', '', '', ''],
      ['mau.bay', 'Người Mẫu', '', 'mau-an', '', '', 'vua', ''],
      ['mau.tam', 'Người Mẫu', '', 'mau-an', '', '', 'người kiểm soát nhật ký', ''],
      ['mau-9', 'Người Mẫu Bình Một', '', 'mau-an', '', '', '', ''],
      ['mau.chin', 'Người Mẫu', '', 'mau-an', '', '', '', ''],
      ['MAU.CHIN', 'Người Mẫu', '', 'mau-an', '', '', '', ''],
    ]);
    assert.deepEqual(
      plan.faults.map((fault) => fault.cell),
      ['A2', 'B3', 'D4', 'D5', 'E6', 'G7', 'G8', 'A9', 'A11'],
    );
  }),
);

test(
  'contact data is not in what the import keeps to show',
  inWorld(async (tx) => {
    const plan = await planOf(tx, people.administratorOfAn, good);
    assert.doesNotMatch(JSON.stringify(plan.lines(10)), /vi-du|0214000001/);
  }),
);

test(
  'a file without the headings says so, and only administrators may send one',
  inWorld(async (tx) => {
    const sheets = expectOk(await readWorkbook(Buffer.from('a,b\n1,2\n')));
    const plan = await kind.plan(tx, sheets, drawing(people.administratorOfAn));
    assert.equal(plan.faults.length, 1);
    const permits = [people.administrator, people.administratorOfAn, people.headOfAn, people.nobody].map((actor) =>
      kind.permit(tx, actor, {}),
    );
    assert.deepEqual(
      (await Promise.all(permits)).map((permit) => permit.ok),
      [true, true, false, false],
    );
  }),
);

test(
  'links go by mail when asked, or are handed out to those who wait within reach',
  inWorld(async (tx) => {
    const actor = people.administratorOfAn;
    const plan = await kind.plan(tx, await sheetsOf(good), drawing(actor, '1'));
    expectOk(await plan.apply(contextFor(tx, actor), tell));
    const mails = await tx.selectFrom('outgoing_mail').select('id').execute();
    assert.equal(mails.length, 1);
    await tx
      .updateTable('account')
      .set({ state: 'invited' })
      .where('id', '=', people.officerOfBinh.accountId)
      .execute();
    const handed = expectOk(await handOutLinks(contextFor(tx, actor)));
    assert.deepEqual(
      handed.map((one) => one.username),
      ['mau.hai', 'mau.mot'],
    );
    assert.ok(handed.every((one) => /^\/loi-moi\/[\w-]{43}$/.test(one.link)));
  }),
);

test(
  'the template holds the headings and the codes of one’s own units, and no people',
  inWorld(async (tx) => {
    const sheets = expectOk(await readWorkbook(await accountsTemplate(tx, people.administratorOfAn)));
    const text = JSON.stringify(sheets);
    assert.match(text, /mau-an/);
    assert.doesNotMatch(text, /mau-binh|Người Mẫu An/);
    assert.deepEqual((await kind.plan(tx, sheets, drawing(people.administratorOfAn))).faults, []);
  }),
);
