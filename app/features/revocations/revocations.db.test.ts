import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { enter, givenFund, pay } from '../../../tests/funds.ts';
import {
  appraised,
  begun,
  decide,
  inWorld,
  issue,
  kindOf,
  move,
  proposal as typed,
} from '../../../tests/revocations.ts';
import { refusalOf, rowOf, standing } from '../../../tests/revocations.ts';
import { contextFor, people, recorded } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { findFund } from '../fund/list.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { revocationPaper } from './decision.text.ts';
import { beginRevocation, changeRevocation } from './drafting.server.ts';
import { findRevocation, listRevocations } from './list.server.ts';
import { returnItem } from './recalling.server.ts';
import { revocationsWaiting } from './waiting.server.ts';

const decision = { on: '2026-06-10' };

test('proposed, appraised and decided by who granted it: the honour is revoked, items and money are recalled in 15 working days', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await begun(tx);
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    expectOk(await pay(tx, fundId, [honourId], { onDate: '2026-03-01' }));
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'Đủ căn cứ' }));
    expectOk(await issue(tx, id, decision));
    assert.deepEqual(await standing(tx, honourId), { revoked_on: '2026-06-10', revoked_by_number: '01/QĐ-UBND' });
    const one = await findRevocation(tx, people.appraiser, id);
    assert.deepEqual(
      one?.items.map(({ what, amount, dueOn }) => [what, amount, dueOn]),
      [
        ['Bằng khen', null, '2026-07-01'],
        ['Khung', null, '2026-07-01'],
        ['Tiền thưởng', 3_510_000, '2026-07-01'],
      ],
    );
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => /revo/.test(kind));
    assert.deepEqual(kinds, [
      'revocation.entered',
      'revocation.moved',
      'revocation.moved',
      'revocation.moved',
      'revocation.moved',
      'revocation.moved',
      'honour.revoked',
      'revocation.moved',
    ]);
  });
});

test('money comes back into the ledger of its year, once; an item with its day', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await begun(tx);
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    expectOk(await pay(tx, fundId, [honourId], { onDate: '2026-03-01' }));
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'x' }));
    expectOk(await issue(tx, id, decision));
    const [, item, money] = (await findRevocation(tx, people.appraiser, id))?.items ?? [];
    const give = (itemId: string | undefined, over: object = {}, version = 1) =>
      returnItem(contextFor(tx, people.appraiser), {
        id,
        itemId: itemId ?? '',
        version,
        typed: { on: '2026-06-12', voucher: 'PT 9', ...over },
      });
    assert.equal(kindOf(await give(item?.id, { on: '2026-06-09' })), 'revocation_wrong');
    assert.deepEqual(refusalOf(await give(item?.id, { on: '2026-06-20' })), {
      kind: 'revocation_wrong',
      problems: [{ field: 'on', problem: 'in_future' }],
    });
    expectOk(await give(item?.id));
    assert.equal(kindOf(await give(item?.id)), 'lost_race');
    expectOk(await give(money?.id));
    assert.equal(kindOf(await give(money?.id, {}, 2)), 'back_already');
    const fund = (await findFund(tx, people.auditor, fundId))?.fund;
    assert.deepEqual([fund?.balance, fund?.income], [50_000_000, 53_510_000]);
    const back = (await findRevocation(tx, people.appraiser, id))?.items ?? [];
    assert.deepEqual(
      back.map(({ returnedOn, voucher }) => [returnedOn, voucher]),
      [
        [null, null],
        ['2026-06-12', null],
        ['2026-06-12', 'PT 9'],
      ],
    );
    const byOfficer = returnItem(contextFor(tx, people.officerOfAn), {
      id,
      itemId: item?.id ?? '',
      version: 2,
      typed: {},
    });
    assert.equal(kindOf(await byOfficer), 'not_yours');
  });
});

test('what is past its day stands on the work of who recalls it', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraised(tx);
    const decided = { ...decision, on: '2026-05-04' };
    expectOk(await issue(tx, id, decided));
    const work = await revocationsWaiting(tx, people.appraiser, '2026-06-15');
    assert.deepEqual(
      work.overdue.map(({ id: late, dueOn }) => [late, dueOn]),
      [[id, '2026-05-25']],
    );
    assert.deepEqual((await revocationsWaiting(tx, people.headOfAn, '2026-06-15')).overdue, []);
  });
});

test('whoever proposed takes no later step; reasons are needed; a stale page is a lost race', async () => {
  await inWorld(async (tx) => {
    const { id } = await begun(tx);
    assert.equal(kindOf(await move(tx, people.officerOfAn, id, { move: 'propose' })), 'not_yours');
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    assert.equal(kindOf(await move(tx, people.appraiser, id, { move: 'appraise', reason: ' ' })), 'needs');
    assert.equal(
      kindOf(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'x', version: 1 })),
      'lost_race',
    );
    assert.equal(kindOf(await decide(tx, id)), 'wrong_stage');
    expectOk(await move(tx, people.appraiser, id, { move: 'return', reason: 'Thiếu kết luận' }));
    const row = await rowOf(tx, id, people.officerOfAn);
    assert.deepEqual([row?.stage, row?.opinion], ['draft', 'Thiếu kết luận']);
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    const both: Person = {
      ...people.headOfAn,
      holdings: [...people.headOfAn.holdings, ...people.appraiser.holdings],
    };
    assert.equal(kindOf(await move(tx, both, id, { move: 'appraise', reason: 'x' })), 'four_eyes');
  });
});

test('a half written draft is kept and not proposed; what was proposed keeps its words', async () => {
  await inWorld(async (tx) => {
    const { id } = await begun(tx);
    const change = changeRevocation(contextFor(tx, people.officerOfAn), {
      id,
      version: 1,
      typed: { ground: 'c', statement: '' },
    });
    expectOk(await change);
    const unsaid = await move(tx, people.headOfAn, id, { move: 'propose' });
    assert.deepEqual(refusalOf(unsaid), {
      kind: 'revocation_wrong',
      problems: [{ field: 'statement', problem: 'missing' }],
    });
    expectOk(await changeRevocation(contextFor(tx, people.officerOfAn), { id, version: 2, typed }));
    const stale = await changeRevocation(contextFor(tx, people.officerOfAn), { id, version: 2, typed });
    assert.deepEqual(refusalOf(stale), { kind: 'lost_race', current: 3 });
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update revocation set statement = 'x' where id = ${id}`.execute(tx), /không được sửa/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('one at a time; nothing that was revoked; the same form twice is one', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await begun(tx);
    const begin = (given: string) =>
      beginRevocation(contextFor(tx, people.officerOfAn), { id: given, honourId, typed });
    assert.equal(expectOk(await begin(id)).id, id);
    assert.equal(kindOf(await begin(newId())), 'under_way');
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'x' }));
    expectOk(await issue(tx, id, decision));
    assert.equal(kindOf(await begin(newId())), 'honour_revoked');
  });
});

test('what the centre granted is decided there: its decision is entered by who appraises, not taken here', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await appraised(tx, 'bang-khen-thu-tuong');
    assert.deepEqual(refusalOf(await decide(tx, id)), { kind: 'other_decides', level: 'centre' });
    const ofCentre = { ...decision, number: '900/QĐ-TTg', by: 'Thủ tướng Chính phủ', items: 'Bằng khen' };
    expectOk(await move(tx, people.appraiser, id, { move: 'enter_decision', typed: ofCentre }));
    assert.equal((await standing(tx, honourId)).revoked_by_number, '900/QĐ-TTg');
    const own = await appraised(tx);
    const wrong = await move(tx, people.appraiser, own.id, { move: 'enter_decision', typed: ofCentre });
    assert.deepEqual(refusalOf(wrong), { kind: 'other_decides', level: 'here' });
  });
});

test('a later decision or judgment restores the honour, and says by what', async () => {
  await inWorld(async (tx) => {
    const { id, honourId } = await appraised(tx);
    expectOk(await issue(tx, id, decision));
    const restore = (over: object, reason = 'Bản án tuyên không vi phạm') =>
      move(tx, people.decidingAuthority, id, {
        move: 'restore',
        reason,
        typed: { number: '60/QĐ-UBND', on: '2026-06-12', ...over },
      });
    assert.equal(kindOf(await restore({}, ' ')), 'needs');
    assert.equal(kindOf(await restore({ on: '2026-06-09' })), 'revocation_wrong');
    expectOk(await restore({}));
    assert.deepEqual(await standing(tx, honourId), { revoked_on: null, revoked_by_number: null });
    const row = await rowOf(tx, id);
    assert.deepEqual([row?.stage, row?.restoredNumber], ['restored', '60/QĐ-UBND']);
  });
});

test('a draft is its unit’s, a proposal also theirs who decide; decided it is known without how it came to be', async () => {
  await inWorld(async (tx) => {
    const { id } = await begun(tx);
    const seen = async (who: Person) => (await listRevocations(tx, who)).total;
    assert.deepEqual(
      [await seen(people.officerOfAn), await seen(people.decidingAuthority), await seen(people.officerOfBinh)],
      [1, 0, 0],
    );
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    assert.deepEqual(
      [await seen(people.decidingAuthority), await seen(people.officerOfBinh), await seen(people.nobody)],
      [1, 0, 0],
    );
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'x' }));
    expectOk(await issue(tx, id, decision));
    const secretary: Person = {
      ...people.nobody,
      holdings: [{ ...people.auditor.holdings[0]!, role: 'council_secretary' }],
    };
    const row = await rowOf(tx, id, secretary);
    assert.deepEqual(
      [row?.stage, row?.statement, row?.opinion, row?.decisionNumber],
      ['decided', '', null, '01/QĐ-UBND'],
    );
    assert.deepEqual((await findRevocation(tx, secretary, id))?.files, []);
    const token = { ...people.appraiser, scopes: ['dossiers:read'] } as const;
    assert.equal((await listRevocations(tx, stranger)).total + (await listRevocations(tx, token)).total, 0);
    assert.equal(await seen(people.officerOfBinh), 0);
  });
});

test('its paper calls a title what the award’s own decision calls it, and stands on the laws of its day', async () => {
  await inWorld(async (tx) => {
    const { id } = await begun(tx, 'chien-si-thi-dua-tinh');
    const one = await findRevocation(tx, people.appraiser, id);
    assert.ok(one);
    const { revocation } = one;
    const issuer = await issuerAt(tx, revocation.deciderId);
    const drawn = (today: string) => revocationPaper({ revocation, issuer, giveBackDays: 15, today });
    assert.equal(drawn('2026-06-15').about, 'Về việc hủy bỏ quyết định tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh”');
    const article = 'Căn cứ điểm a khoản 2 Điều 93 Luật Thi đua, khen thưởng';
    const law = 'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022';
    const decree = 'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ';
    assert.deepEqual(drawn('2026-06-15').grounds, [law, article, decree]);
    const amending = 'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026';
    assert.deepEqual(drawn('2026-11-30').grounds, [law, article, amending, decree]);
  });
});
