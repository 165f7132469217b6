/** Adoption by others, use for an award, and the alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  givenInitiative,
  moved,
  panelVersion,
  recognisedInitiative,
  typedInitiative,
} from '../../../tests/initiatives.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { adoptionsOf, moveAdoption, recordAdoption } from './adopting.server.ts';
import type { RecordAdoption } from './adopting.server.ts';
import { findAlike, findPair } from './alike.server.ts';
import { judgeAlike } from './judging.server.ts';
import { listInitiatives } from './list.server.ts';
import { seatMember } from './panel.server.ts';
import { findUse, useInitiative } from './using.server.ts';
import { countInitiativeWork, initiativesWaiting } from './waiting.server.ts';

const { officerOfAn, headOfAn, officerOfBinh, headOfBinh, appraiser, nobody } = people;
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });

const adoption = (id: string, more: Partial<RecordAdoption> = {}): RecordAdoption => ({
  adoptionId: newId(),
  id,
  unitId: units.communeBinh,
  typed: { adoptedOn: '2026-06-01', result: 'Đã làm ở hai thôn mẫu' },
  ...more,
});
const stagesSeenBy = async (tx: Transaction<DB>, actor: Actor, id: string) =>
  (await adoptionsOf(tx, actor, id)).map(({ stage }) => stage);

test('another unit records that it adopted, another hand verifies, and only then it counts', async () => {
  await inWorld(async (tx) => {
    const id = await recognisedInitiative(tx);
    const one = adoption(id);
    expectOk(await recordAdoption(contextFor(tx, officerOfBinh), one));
    expectOk(await recordAdoption(contextFor(tx, officerOfBinh), one));
    const again = await recordAdoption(contextFor(tx, headOfBinh), adoption(id));
    assert.equal(kindOf(again), 'adopted_already');
    assert.deepEqual(await stagesSeenBy(tx, headOfBinh, id), ['submitted']);
    assert.deepEqual(await stagesSeenBy(tx, officerOfAn, id), []);
    const verify = { id, adoptionId: one.adoptionId, version: 1, move: 'verify', reason: null } as const;
    assert.equal(kindOf(await moveAdoption(contextFor(tx, officerOfBinh), verify)), 'not_yours');
    assert.equal(kindOf(await moveAdoption(contextFor(tx, officerOfAn), verify)), 'not_there');
    expectOk(await moveAdoption(contextFor(tx, headOfBinh), verify));
    assert.equal(kindOf(await moveAdoption(contextFor(tx, headOfBinh), verify)), 'wrong_stage');
    assert.deepEqual(await stagesSeenBy(tx, nobody, id), ['verified']);
    const { rows } = await listInitiatives(tx, nobody, { ids: [id] });
    assert.equal(rows[0]?.adoptions, 1);
  });
});

test('not by its own unit, not before it is recognised, not in days to come, not for others; returned it is recorded anew', async () => {
  await inWorld(async (tx) => {
    const id = await recognisedInitiative(tx);
    const by = (person: Person, more: Partial<RecordAdoption> = {}) =>
      recordAdoption(contextFor(tx, person), adoption(id, more));
    assert.equal(kindOf(await by(officerOfAn, { unitId: units.communeAn })), 'own_initiative');
    assert.equal(kindOf(await by(officerOfAn)), 'not_yours');
    assert.equal(
      kindOf(await by(officerOfBinh, { typed: { adoptedOn: '2099-01-01', result: 'x' } })),
      'adoption_wrong',
    );
    const draft = await givenInitiative(tx);
    assert.equal(kindOf(await by(officerOfBinh, { id: draft })), 'not_there');
    const sent = await givenInitiative(tx, { unitId: units.communeBinh, by: officerOfBinh }, ['submit', headOfBinh]);
    assert.equal(kindOf(await by(officerOfBinh, { id: sent })), 'not_recognised');
    const adoptionId = newId();
    expectOk(await by(headOfBinh, { adoptionId }));
    const move = (reason: string) => ({ id, adoptionId, version: 1, move: 'return', reason }) as const;
    assert.equal(kindOf(await moveAdoption(contextFor(tx, headOfBinh), move('x'))), 'four_eyes');
    assert.equal(kindOf(await moveAdoption(contextFor(tx, appraiser), move(' '))), 'needs');
    const old = { ...move('Chưa rõ'), version: 9 };
    assert.deepEqual(refusalOf(await moveAdoption(contextFor(tx, appraiser), old)), { kind: 'lost_race', current: 1 });
    expectOk(await moveAdoption(contextFor(tx, appraiser), move('Chưa rõ')));
    expectOk(await by(officerOfBinh));
  });
});

test('one initiative serves one award once: the second is told by what it was used, the same again is the same use', async () => {
  await inWorld(async (tx) => {
    const id = await recognisedInitiative(tx);
    const use = { id, useId: newId(), usedFor: 'Hồ sơ mẫu một', usedId: 'ho-so-1', year: 2026 };
    assert.equal(kindOf(await useInitiative(contextFor(tx, officerOfAn), use)), 'not_allowed');
    expectOk(await useInitiative(contextFor(tx, appraiser), use));
    expectOk(await useInitiative(contextFor(tx, appraiser), { ...use, useId: newId() }));
    const second = { id, useId: newId(), usedFor: 'Hồ sơ mẫu hai', usedId: 'ho-so-2', year: 2027 };
    const refused = refusalOf(await useInitiative(contextFor(tx, appraiser), second));
    assert.deepEqual(refused, { kind: 'used_already', ...(await findUse(tx, id)) });
    const { usedFor, year } = (await findUse(tx, id)) ?? {};
    assert.deepEqual([usedFor, year], ['Hồ sơ mẫu một', 2026]);
    const sent = await givenInitiative(tx, {}, ['submit', headOfAn]);
    assert.equal(kindOf(await useInitiative(contextFor(tx, appraiser), { ...second, id: sent })), 'not_recognised');
    assert.equal(kindOf(await useInitiative(contextFor(tx, appraiser), { ...second, id: newId() })), 'not_there');
  });
});

const copied = typedInitiative({
  title: 'Bữa cơm nóng cho người già',
  problem: 'Chuyện khác hẳn, viết bằng lời của xã này và chẳng giống ai.',
  novelty: 'MỖI TO DAN CU nhan nau mot ngay trong tuan, thực phẩm do các hộ góp, thanh niên mang đến tận nhà.',
  effect: 'Ai cũng vui.',
});

test('the alike are found whatever their marks, but never in a draft of others', async () => {
  await inWorld(async (tx) => {
    const first = await recognisedInitiative(tx);
    const mine = await givenInitiative(tx, { unitId: units.communeBinh, by: officerOfBinh, typed: copied });
    const hidden = await givenInitiative(tx, { typed: typedInitiative({ title: 'Bản nháp của xã khác' }) });
    await givenInitiative(tx, { unitId: units.communeBinh, by: officerOfBinh, typed: typedInitiative(unlike) });
    const alikeFor = async (actor: Person, id: string) => {
      const [row] = (await listInitiatives(tx, actor, { ids: [id] })).rows;
      assert.ok(row);
      return findAlike(tx, actor, row);
    };
    const [found, ...others] = await alikeFor(officerOfBinh, mine);
    assert.deepEqual([found?.other.id, others.length, found?.judgement], [first, 0, null]);
    const pieces = found?.shared.mine[2]?.filter(({ isShared }) => isShared).map(({ text }) => text);
    assert.deepEqual(pieces, [
      'MỖI TO DAN CU nhan nau mot ngay trong tuan, thực phẩm do các hộ góp, thanh niên mang đến tận nhà',
    ]);
    assert.deepEqual(
      (await alikeFor(officerOfAn, hidden)).map(({ other }) => other.id),
      [first],
    );
    await moved(tx, hidden, 'submit', headOfAn);
    await moved(tx, mine, 'submit', headOfBinh);
    assert.deepEqual(
      (await alikeFor(appraiser, mine)).map(({ other }) => other.id).toSorted(),
      [first, hidden].toSorted(),
    );
  });
});

const unlike = {
  title: 'Đọc sách ở nhà văn hóa',
  problem: 'Trẻ em trong thôn ít sách đọc vào mùa hè, tủ sách cũ thiếu người trông coi.',
  novelty: 'Đoàn xã mở tủ sách vào tối thứ bảy, anh chị lớn đọc cho em nhỏ nghe.',
  effect: 'Ba mươi em đến đọc mỗi tuần.',
};

test('a person judges two that are alike, with a reason, as often as needed; the latest counts and nothing is refused by it', async () => {
  await inWorld(async (tx) => {
    const other = await recognisedInitiative(tx);
    const own = { unitId: units.communeBinh, by: officerOfBinh, typed: copied };
    const id = await givenInitiative(tx, own, ['submit', headOfBinh]);
    const judge = (by: Person, verdict: string, reason = 'Cùng cách làm') =>
      judgeAlike(contextFor(tx, by), { judgementId: newId(), id, otherId: other, verdict, reason });
    assert.equal(kindOf(await judge(officerOfBinh, 'copy')), 'not_yours');
    assert.equal(kindOf(await judge(headOfBinh, 'copy')), 'four_eyes');
    assert.equal(kindOf(await judge(officerOfAn, 'copy')), 'not_there');
    assert.equal(kindOf(await judge(appraiser, 'same')), 'verdict_missing');
    assert.equal(kindOf(await judge(appraiser, 'copy', ' ')), 'reason_missing');
    expectOk(await judge(appraiser, 'copy'));
    expectOk(
      await judgeAlike(contextFor(tx, appraiser, new Date('2026-06-15T03:00:00Z')), {
        judgementId: newId(),
        id,
        otherId: other,
        verdict: 'continues',
        reason: 'Có làm thêm',
      }),
    );
    const pair = await findPair(tx, appraiser, { id, otherId: other });
    assert.deepEqual(
      [pair?.judgement?.verdict, pair?.judgement?.reason, pair?.mayJudge],
      ['continues', 'Có làm thêm', true],
    );
    assert.equal(await findPair(tx, officerOfAn, { id, otherId: other }), undefined);
    assert.equal(await findPair(tx, nobody, { id: other, otherId: id }), undefined);
    await moved(tx, id, 'review_at_province', appraiser);
  });
});

test('what waits: a draft, what to review, points to give, an adoption to verify', async () => {
  await inWorld(async (tx) => {
    await sql`update unit set takes_part = true`.execute(tx);
    const waits = (person: Person) => initiativesWaiting(tx, person);
    const id = await givenInitiative(tx);
    const own = async () => (await waits(headOfAn)).own.map((one) => [one.id, one.stage]);
    assert.deepEqual(await own(), [[id, 'draft']]);
    await moved(tx, id, 'submit', headOfAn);
    assert.deepEqual([(await waits(appraiser)).toReview, (await waits(headOfAn)).toReview], [1, 0]);
    await moved(tx, id, 'review_at_province', appraiser);
    assert.deepEqual(await own(), [[id, 'submitted']]);
    const { personId } = people.auditor;
    expectOk(await seatMember(contextFor(tx, appraiser), { id, personId, version: await panelVersion(tx, id) }));
    assert.deepEqual(
      (await waits(people.auditor)).toScore.map((one) => one.id),
      [id],
    );
    const known = await recognisedInitiative(tx);
    expectOk(await recordAdoption(contextFor(tx, officerOfBinh), adoption(known)));
    const toVerify = (await waits(headOfBinh)).toVerify;
    assert.deepEqual([toVerify.map((one) => one.id), countInitiativeWork(await waits(nobody))], [[known], 0]);
    assert.deepEqual((await waits(officerOfBinh)).toVerify, []);
  });
});
