/** The history of a holder from the record; a note that was taken out stays to be seen; who may read which. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { correctHonour } from './correcting.server.ts';
import { historyOf, removedNotes, unitNamesIn } from './history.server.ts';
import { changesBetween } from './history.ts';
import { historyLine } from './history.text.ts';
import { changeHolder, createHolder } from './holders.server.ts';
import { enterPastHonour } from './honours.server.ts';
import { mergeHolders } from './merging.server.ts';
import type { NoteKind, TypedNote } from './note.ts';
import { removeNote, writeNote } from './notes.server.ts';
import { findHolder } from './one.server.ts';
import { recordedNote } from './recorded-note.ts';
import { timelineOf } from './timeline.server.ts';

const seal = createSeal(new Uint8Array(32));
const source = 'Sổ mẫu';
let minute = 0;
/** Each deed a minute after the one before. */
const at = (tx: Transaction<DB>, actor: Actor = people.officerOfAn) =>
  contextFor(tx, actor, new Date(now.getTime() + (minute += 1) * 60_000));

async function holder(tx: Transaction<DB>, name = 'Nguyễn Văn Mẫu') {
  const typed = { kind: 'person', name, birthYear: '1980', source };
  const command = { id: newId(), unitId: units.communeAn, typed, isAnother: true };
  return expectOk(await createHolder(at(tx), seal, command)).id;
}
type Write = { readonly kind: NoteKind; readonly typed: TypedNote; readonly key?: string; readonly reason?: string };
const write = async (tx: Transaction<DB>, holderId: string, { key = '', ...note }: Write) =>
  expectOk(await writeNote(at(tx), { holderId, key, version: note.reason === undefined ? 0 : 1, ...note }));
const told = async (tx: Transaction<DB>, holderId: string) => {
  const entries = await historyOf(tx, holderId);
  const names = await unitNamesIn(tx, entries);
  return entries.map((entry) => historyLine(entry, names));
};

test('what was done is told newest first: by whom, from what to what, and why', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const id = await holder(tx);
    const typed = { kind: 'person', name: 'Nguyễn Thị Mẫu', birthYear: '1981', leader: 'no', source };
    expectOk(await changeHolder(at(tx), seal, { id, version: 1, unitId: units.communeAn, typed }));
    await write(tx, id, { kind: 'year', typed: { year: '2024', level: 'good', source } });
    await write(tx, id, {
      kind: 'year',
      typed: { year: '2024', level: 'excellent', source },
      key: '2024',
      reason: 'Nhầm',
    });
    const honour = { award: 'giay-khen', year: '2024', number: '1/QĐ', date: '2024-12-20', decidedBy: 'Mẫu', source };
    const honourId = newId();
    expectOk(await enterPastHonour(at(tx), { id: honourId, holderId: id, typed: honour }));
    const right = { honourId, version: 1, reason: 'Chép nhầm số', typed: { ...honour, number: '2/QĐ' } };
    expectOk(await correctHonour(at(tx), right));
    const lines = await told(tx, id);
    const who = people.officerOfAn.name;
    assert.deepEqual(lines.slice(0, 1), [
      {
        what: 'Đính chính khen thưởng: Giấy khen năm 2024',
        who,
        details: ['Số quyết định: 1/QĐ → 2/QĐ', 'Lý do: Chép nhầm số'],
      },
    ]);
    assert.equal(lines[1]?.what, 'Ghi khen thưởng: Giấy khen năm 2024');
    assert.deepEqual(lines[2], {
      what: 'Sửa: xếp loại hằng năm',
      who,
      details: [
        'Trước: 2024; Hoàn thành tốt nhiệm vụ; Sổ mẫu',
        'Sau: 2024; Hoàn thành xuất sắc nhiệm vụ; Sổ mẫu',
        'Lý do: Nhầm',
      ],
    });
    assert.deepEqual(lines[4], {
      what: 'Sửa thông tin chung',
      who,
      details: [
        'Họ tên hoặc tên gọi: Nguyễn Văn Mẫu → Nguyễn Thị Mẫu',
        'Năm sinh: 1980 → 1981',
        'Giữ chức vụ lãnh đạo, quản lý: trống → Không',
      ],
    });
    assert.deepEqual([lines.length, lines[5]?.what], [6, 'Thêm vào sổ']);
    assert.ok(lines[5]?.details.includes('Đơn vị quản lý: Xã Mẫu An'), lines[5]?.details.join('; '));
  }));

test('a removed note stays in the timeline with its day and reason, a matter with its remark, also after a merge', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const [id, other] = [await holder(tx), await holder(tx)];
    const key = newId();
    const matter = { matter: 'other', remark: 'Đơn nặc danh mẫu', from: '2026-02-01', source };
    await write(tx, other, { kind: 'pending', typed: matter, key });
    await write(tx, other, { kind: 'year', typed: { year: '2024', level: 'failed', source } });
    for (const [kind, of] of [
      ['pending', key],
      ['year', '2024'],
    ] as const) {
      const command = { holderId: other, kind, key: of, version: 1, reason: ' Ghi nhầm người ' };
      expectOk(await removeNote(at(tx), command));
      expectOk(await removeNote(at(tx), command));
    }
    const removed = async (holderId: string) =>
      (await timelineOf(tx, { id: holderId, kind: 'person' })).flatMap((item) =>
        item.kind === 'removed' ? [[item.on, item.removed.kind, item.removed.reason]] : [],
      );
    const expected = [
      ['2026-02-01', 'pending', 'Ghi nhầm người'],
      ['2024', 'year', 'Ghi nhầm người'],
    ];
    assert.deepEqual(await removed(other), expected);
    assert.deepEqual(
      (await removedNotes(tx, other)).find(({ kind }) => kind === 'pending')?.row['note'],
      matter.remark,
    );
    assert.deepEqual(await removed(id), []);
    const merge = { id: newId(), keptId: id, mergedId: other, keptVersion: 1, mergedVersion: 1, reason: 'Là một' };
    expectOk(await mergeHolders(at(tx, people.appraiser), merge));
    assert.deepEqual(await removed(id), expected);
    const whats = (await told(tx, id)).map(({ what }) => what);
    assert.ok(whats.includes('Bỏ: vụ việc đang xem xét') && whats.includes('Nhập một dòng trùng vào dòng này'));
  }));

test('who reads by office reads the history; whoever it is, a token, another commune and a stranger do not', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const id = await holder(tx);
    await tx.updateTable('holder').set({ person_id: people.nobody.personId }).where('id', '=', id).execute();
    const may = async (actor: Actor) => (await findHolder(tx, actor, id))?.may.history;
    for (const actor of [people.officerOfAn, people.headOfAn, people.appraiser, people.auditor])
      assert.equal(await may(actor), true);
    assert.equal(await may(people.nobody), false);
    assert.equal(await may({ ...people.officerOfAn, scopes: ['register:read'] }), false);
    for (const actor of [people.officerOfBinh, stranger]) assert.equal(await may(actor), undefined);
  }));

test('a note is read from the record as it is kept now and as it was at first', () => {
  const row = { kind: 'press', note: 'Báo mẫu', since: '2026-01-01', until: null, id: 'a' };
  assert.deepEqual(recordedNote({ note: 'pending', key: 'a', row })?.row['note'], 'Báo mẫu');
  assert.deepEqual(recordedNote(row), { note: 'pending', key: 'a', row });
  const year = { note: 'year', year: 2024, level: 'good' };
  assert.deepEqual(recordedNote(year), { note: 'year', key: '2024', row: year });
  assert.equal(recordedNote({ initiative_id: 'a' }), undefined);
  assert.equal(recordedNote(null), undefined);
});

test('of a new row a no is told as a yes is, and neither what nobody knows nor a number that is not there', () => {
  const row = { name: 'Nguyễn Văn Mẫu', is_leader: false, works_directly: true, birth_year: null, identity: false };
  assert.deepEqual(
    changesBetween(null, row).map(({ column, after }) => [column, after]),
    [
      ['name', 'Nguyễn Văn Mẫu'],
      ['is_leader', false],
      ['works_directly', true],
    ],
  );
});
