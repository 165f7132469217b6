/** The list of awards is data: a new one by a form and a second person, renamed and ended by day, the same for whoever looks one up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, people, system } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { readHonour } from '../register/honour.ts';
import { fits } from '../dossiers/receiving.ts';
import { codesOf } from '../honours/dimension.ts';
import { allAwards, awardOn, findAward, givenAwards, namesOfAwards } from './award.ts';
import { awardsOn } from './law/award-list.ts';
import type { TypedProvision } from './law/draft.ts';
import { ruleBook } from './law/law-book.server.ts';
import { loadLaw } from './law/prepare.server.ts';
import { PRODUCT_PROVISIONS } from './law/product.ts';
import { decideProvision, proposeProvision } from './law/proposing.server.ts';
import { keepAwards } from './list.server.ts';
import { SHIPPED_AWARDS } from './shipped.ts';
import { evaluateStandards } from './standards/evaluate.ts';
import { readCase } from './standards/read-case.ts';

type Tx = Transaction<DB>;
const idOf = (n: number) => `0199cccc-0000-7000-8000-${String(n).padStart(12, '0')}`;
const today = new Date('2026-11-29T03:00:00Z');
const entry = {
  loai: 'award',
  'tu-ngay': '2026-10-01',
  nguon: '99/2026/QH16 (mẫu)',
  dieu: '9',
  'muc-do': 'second_hand',
  'ly-do': 'Văn bản mẫu thêm một danh hiệu',
  'nd-name': 'Tập thể mẫu mực (ví dụ)',
  'nd-type': 'title',
  'nd-level': 'province',
  'nd-holders-collective': 'on',
  'nd-given': 'co',
};
const code = 'tap-the-mau-muc-vi-du';

type Fields = Readonly<Record<string, string>>;
const typed = (fields: Fields): TypedProvision => ({
  value: (name) => fields[name] ?? '',
  many: (name) => [fields[name] ?? []].flat(),
});
const propose = (tx: Tx, fields: Fields, id: string) =>
  proposeProvision(contextFor(tx, people.appraiser), { id, typed: typed(fields) });
const confirm = (tx: Tx, id: string) =>
  decideProvision(contextFor(tx, people.decidingAuthority), { id, version: 1, move: 'confirm' });

async function inList(body: (tx: Tx) => Promise<void>) {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    expectOk(await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS));
    await keepAwards(tx, today);
    await body(tx);
  });
}

async function added(tx: Tx, fields: Fields = entry, id = idOf(1)) {
  expectOk(await propose(tx, fields, id));
  expectOk(await confirm(tx, id));
  await keepAwards(tx, today);
}

async function problemsOf(tx: Tx, fields: Fields) {
  const done = await propose(tx, fields, idOf(50));
  return !done.ok && done.refusal.kind === 'provision_wrong'
    ? done.refusal.problems.map(({ field, problem }) => `${field} ${problem}`)
    : done.ok;
}

test('what came with the product is the list, in its order', async () => {
  await inList((tx) => {
    assert.deepEqual(
      allAwards().map((award) => award.code),
      SHIPPED_AWARDS.map((award) => award.code),
    );
    assert.ok(allAwards().every(({ isGiven }) => isGiven));
    void tx;
    return Promise.resolve();
  });
});

test('a new award is nowhere before a second person confirms it, then everywhere', async () => {
  await inList(async (tx) => {
    expectOk(await propose(tx, entry, idOf(1)));
    await keepAwards(tx, today);
    assert.equal(findAward(code), undefined);
    assert.equal(
      (await decideProvision(contextFor(tx, people.appraiser), { id: idOf(1), version: 1, move: 'confirm' })).ok,
      false,
    );
    expectOk(await confirm(tx, idOf(1)));
    await keepAwards(tx, today);
    assert.deepEqual(findAward(code), {
      code,
      name: 'Tập thể mẫu mực (ví dụ)',
      type: 'title',
      level: 'province',
      holders: ['collective'],
      article: '9',
      isGiven: true,
      from: '2026-10-01',
      until: null,
    });
    assert.ok(fits(code, 'collective', { simplified: null }).ok);
    assert.ok(codesOf({ level: 'province', type: 'title' }).includes(code));
    assert.ok(awardsOn(await ruleBook(tx), { on: '2026-11-29', level: 'province' }).some((row) => row.code === code));
    const past = {
      award: code,
      year: '2026',
      number: '1/QĐ-UBND',
      date: '2026-11-01',
      decidedBy: 'Chủ tịch',
      source: 'Sổ',
    };
    assert.equal(expectOk(readHonour(past, { today: '2026-11-29', kindOf: 'collective' })).awardCode, code);
    const one = expectOk(readCase({ award: code, holder: 'collective', year: 2026, received: '2026-11-01' }));
    const { result, entries } = evaluateStandards(await ruleBook(tx), one);
    assert.deepEqual([result, entries.length], ['to_judge', 0]);
  });
  await inRollback((tx) => keepAwards(tx, today));
  assert.equal(findAward(code), undefined);
});

test('its standard is proposed like every other', async () => {
  await inList(async (tx) => {
    await added(tx);
    const vote = { ...entry, loai: 'vote', 'danh-hieu': code, 'nd-atLeastPercent': '80', 'nd-secret': 'khong' };
    await added(tx, vote, idOf(2));
    const [row] = awardsOn(await ruleBook(tx), { on: '2026-11-29', words: 'mau muc' });
    assert.equal(row?.vote?.content.atLeastPercent, 80);
  });
});

test('renamed from a day: a paper of before keeps the old name, a past list may use either', async () => {
  await inList(async (tx) => {
    const renamed = {
      ...entry,
      ban: idOf(99),
      'danh-hieu': 'giay-khen',
      'nd-name': 'Giấy khen mẫu (ví dụ)',
      'nd-type': 'form',
      'nd-level': 'base',
      'nd-holders-person': 'on',
    };
    await added(tx, renamed);
    assert.equal(findAward('giay-khen')?.name, 'Giấy khen mẫu (ví dụ)');
    assert.equal(awardOn('giay-khen', '2026-09-30')?.name, 'Giấy khen');
    const names = namesOfAwards().flatMap((one) => (one.code === 'giay-khen' ? [one.name] : []));
    assert.deepEqual(names, ['Giấy khen', 'Giấy khen mẫu (ví dụ)']);
    assert.equal(awardOn('xa-phuong-tieu-bieu', '2024-06-01')?.name, 'Xã, phường, thị trấn tiêu biểu');
  });
});

test('no longer given: not to be proposed, still known to whoever holds it', async () => {
  await inList(async (tx) => {
    const { 'nd-holders-collective': _, ...rest } = entry;
    const ended = {
      ...rest,
      ban: idOf(99),
      'danh-hieu': 'gia-dinh-van-hoa',
      'nd-name': 'Gia đình văn hóa',
      'nd-level': 'base',
      'nd-holders-household': 'on',
      'nd-given': 'khong',
    };
    await added(tx, ended);
    const fit = fits('gia-dinh-van-hoa', 'household', { simplified: null });
    assert.equal(!fit.ok && fit.refusal.kind, 'award_not_given');
    assert.ok(!givenAwards().some((award) => award.code === 'gia-dinh-van-hoa'));
    assert.equal(findAward('gia-dinh-van-hoa')?.name, 'Gia đình văn hóa');
    assert.equal(awardOn('gia-dinh-van-hoa', '2026-09-30')?.isGiven, true);
  });
});

test('what a line of the list may not be', async () => {
  await inList(async (tx) => {
    const without = { ...entry, 'nd-holders-collective': '', 'nd-name': '' };
    assert.deepEqual(await problemsOf(tx, without), ['nd-name missing', 'nd-holders-person missing']);
    assert.deepEqual(await problemsOf(tx, { ...entry, 'danh-hieu': 'Không phải mã' }), ['danh-hieu not_a_code']);
    assert.deepEqual(await problemsOf(tx, { ...entry, 'nd-name': 'giấy  KHEN' }), ['nd-name name_taken']);
    assert.deepEqual(await problemsOf(tx, { ...entry, 'danh-hieu': 'giay-khen' }), ['danh-hieu code_taken']);
    assert.deepEqual(await problemsOf(tx, { ...entry, 'danh-hieu': 'khac', 'nd-name': 'Giấy khen' }), [
      'nd-name name_taken',
    ]);
    const asForm = { ...entry, ban: idOf(99), 'danh-hieu': 'co-thi-dua-tinh', 'nd-type': 'form', 'nd-level': 'base' };
    assert.deepEqual(await problemsOf(tx, asForm), ['nd-type type_stays', 'nd-level level_stays']);
  });
});
