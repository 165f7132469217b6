import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  appraisedJudgement,
  carded,
  cardIds,
  givenBlock,
  givenJudgement,
  givenSet,
  judged,
  sampleCriteria,
  scored,
} from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { assignAll, assignPage } from './assigning.server.ts';
import { cardPage } from './card-page.server.ts';
import { setsToJudge } from './choices.server.ts';
import { followMembers, membersChanged } from './members.server.ts';
import type { CardWay } from './moving.server.ts';
import { moveCard } from './moving.server.ts';
import { adoptEdition, changeJudgement, isAllowedToPrepare, prepareTyped } from './preparing.server.ts';

type Given = { readonly tx: Transaction<DB>; readonly id: string; readonly cardId: string };
const inWorld = (body: (given: Given) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { id, cards } = await givenJudgement(tx);
    await body({ tx, id, cardId: cards.get(units.communeAn) ?? '' });
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? null : result.refusal?.kind);
const move = async (
  { tx, cardId }: Given,
  by: Person,
  way: CardWay,
  more: { version?: number; reason?: string } = {},
) => {
  const row = await tx.selectFrom('score_card').select('version').where('id', '=', cardId).executeTakeFirstOrThrow();
  return moveCard(contextFor(tx, by), {
    id: cardId,
    version: more.version ?? row.version,
    move: way,
    reason: more.reason ?? null,
  });
};
const typed = { title: 'Đợt mẫu', selfUntil: '', crossUntil: '', appraiseUntil: '', objectionDays: '5' };

test('a judgement is prepared once for a set that was published, by whoever organises', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const setId = await givenSet(tx, await givenBlock(tx));
    assert.deepEqual(
      (await setsToJudge(tx)).map(({ id, ofName, members }) => ({ id, ofName, members })),
      [{ id: setId, ofName: 'Cụm Mẫu', members: 2 }],
    );
    const prepare = (by: Person, more: object = {}) =>
      prepareTyped(contextFor(tx, by), { id: newId(), setId, unitId: units.province, typed: { ...typed, ...more } });
    assert.equal(kindOf(await prepare(people.headOfAn)), 'not_yours');
    assert.deepEqual(
      refusalOf(await prepare(people.appraiser, { title: '', selfUntil: '31/12', objectionDays: '0' })),
      {
        kind: 'judgement_wrong',
        problems: [
          { field: 'title', problem: { kind: 'missing' } },
          { field: 'selfUntil', problem: { kind: 'not_a_day' } },
          { field: 'objectionDays', problem: { kind: 'not_days' } },
        ],
      },
    );
    const backwards = await prepare(people.appraiser, { selfUntil: '2026-07-01', appraiseUntil: '2026-06-30' });
    assert.deepEqual(refusalOf(backwards), {
      kind: 'judgement_wrong',
      problems: [{ field: 'appraiseUntil', problem: { kind: 'backwards' } }],
    });
    expectOk(await prepare(people.appraiser));
    assert.equal(kindOf(await prepare(people.appraiser)), 'judged_already');
    assert.deepEqual(await setsToJudge(tx), []);
    assert.deepEqual(
      [await isAllowedToPrepare(tx, people.appraiser), await isAllowedToPrepare(tx, people.headOfAn)],
      [true, false],
    );
  });
});

test('days are changed while it runs, and an older version is a lost race', async () => {
  await inWorld(async ({ tx, id }) => {
    const change = (by: Person, version: number) =>
      changeJudgement(contextFor(tx, by), { id, version, typed: { ...typed, selfUntil: '2026-07-05' } });
    assert.equal(kindOf(await change(people.headOfAn, 2)), 'not_yours');
    assert.deepEqual(refusalOf(await change(people.appraiser, 1)), { kind: 'lost_race', current: 2 });
    expectOk(await change(people.appraiser, 2));
    const row = await tx.selectFrom('judgement').select('self_until').where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.self_until, '2026-07-05');
  });
});

test('a card is handed in whole, taken back before anybody acted, returned with a reason', async () => {
  await inWorld(async (given) => {
    const { tx, cardId } = given;
    await scored(tx, cardId, 'self', people.officerOfAn, { 'I.1': '30' });
    assert.deepEqual(refusalOf(await move(given, people.headOfAn, 'submit')), {
      kind: 'card_incomplete',
      unscored: ['I.2'],
      unproved: [],
    });
    await scored(tx, cardId, 'self', people.officerOfAn, { 'I.2': '10' });
    assert.equal(kindOf(await move(given, people.officerOfAn, 'submit')), 'not_yours');
    assert.deepEqual(refusalOf(await move(given, people.headOfAn, 'submit', { version: 9 })), {
      kind: 'lost_race',
      current: 1,
    });
    expectOk(await move(given, people.headOfAn, 'submit'));
    assert.equal(kindOf(await move(given, people.headOfAn, 'submit')), 'wrong_stage');
    expectOk(await move(given, people.headOfAn, 'recall'));
    expectOk(await move(given, people.headOfAn, 'submit'));
    assert.deepEqual(refusalOf(await move(given, people.appraiser, 'return')), {
      kind: 'needs',
      move: 'return',
      need: 'reason',
    });
    expectOk(await move(given, people.appraiser, 'return', { reason: 'Thiếu minh chứng' }));
    const moved = (await recorded(tx)).filter(({ kind }) => kind === 'score_card.moved');
    assert.equal(moved.length, 4);
  });
});

test('handed in after its day a card is taken and marked late', async () => {
  await inWorld(async (given) => {
    const { tx, cardId } = given;
    await scored(tx, cardId, 'self', people.officerOfAn, { 'I.1': '30', 'I.2': '10' });
    const late = new Date('2026-07-01T02:00:00.000Z');
    expectOk(await moveCard(contextFor(tx, people.headOfAn, late), { id: cardId, version: 1, move: 'submit' }));
    const row = await tx.selectFrom('score_card').select('is_late').where('id', '=', cardId).executeTakeFirstOrThrow();
    assert.equal(row.is_late, true);
  });
});

test('the ring is proposed without being written, and assigned all at once or not at all', async () => {
  await inWorld(async ({ tx, id, cardId }) => {
    const page = await assignPage(tx, people.appraiser, id);
    assert.deepEqual(
      page?.rows.map(({ unitId, crossUnitId, proposedId }) => ({ unitId, crossUnitId, proposedId })),
      [
        { unitId: units.communeAn, crossUnitId: null, proposedId: units.communeBinh },
        { unitId: units.communeBinh, crossUnitId: null, proposedId: units.communeAn },
      ],
    );
    const [an, binh] = (page?.rows ?? []).map((row) => ({ id: row.cardId, version: row.version }));
    assert.ok(an && binh);
    const assign = (by: Person, rows: Parameters<typeof assignAll>[1]['rows']) =>
      assignAll(contextFor(tx, by), { id, rows });
    const wrong = await assign(people.appraiser, [
      { ...an, crossUnitId: units.communeBinh },
      { ...binh, crossUnitId: units.wardChi },
    ]);
    assert.deepEqual(refusalOf(wrong), {
      kind: 'assign_wrong',
      rows: [{ cardId: binh.id, refusal: { kind: 'not_a_member' } }],
    });
    assert.equal(await assignPage(tx, people.officerOfBinh, id), undefined);
    // A refusal rolls the whole transaction back; here it is the same one, so the first row stands and is a race.
    const page2 = await assignPage(tx, people.appraiser, id);
    assert.equal(page2?.rows.find((row) => row.cardId === cardId)?.version, 2);
    const done = await assign(people.appraiser, [
      { ...an, version: 2, crossUnitId: units.communeBinh },
      { ...binh, crossUnitId: units.communeAn },
    ]);
    assert.equal(expectOk(done).assigned, 1);
  });
});

test('a newer edition is taken up while it runs: what was scored at what is gone stays to be seen and counts for nothing', async () => {
  await inWorld(async (given) => {
    const { tx, id, cardId } = given;
    await scored(tx, cardId, 'self', people.officerOfAn, { 'I.1': '30', 'I.2': '10' });
    const { setId } = (await cardPage(tx, people.officerOfAn, { id: cardId, today }))?.card ?? { setId: '' };
    const adopt = (by: Person, to: string, version = 2) => adoptEdition(contextFor(tx, by), { id, version, setId: to });
    assert.equal(kindOf(await adopt(people.appraiser, setId)), 'no_newer_edition');
    const before = await tx.selectFrom('criteria_set').selectAll().where('id', '=', setId).executeTakeFirstOrThrow();
    await tx.updateTable('criteria_set').set({ stage: 'superseded' }).where('id', '=', setId).execute();
    const without = sampleCriteria.filter(({ code }) => code !== 'I.2');
    const next = await givenSet(tx, before.block_id ?? '', without, 2);
    assert.equal(kindOf(await adopt(people.headOfAn, next)), 'not_yours');
    assert.equal(kindOf(await adopt(people.appraiser, next, 1)), 'lost_race');
    expectOk(await adopt(people.appraiser, next));
    const page = await cardPage(tx, people.officerOfAn, { id: cardId, today });
    assert.deepEqual(
      page?.content?.leftOver.map(({ code, title, given: said }) => [code, title, said.length]),
      [['I.2', 'Tiêu chí mẫu I.2', 1]],
    );
    assert.equal(page?.content?.total.points, 3000);
  });
});

test('a unit that left the block has its card taken out and kept, and one that joined gets a card', async () => {
  await inWorld(async ({ tx, id, cardId }) => {
    const { set_id: setId } = await tx
      .selectFrom('judgement')
      .select('set_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { block_id: blockId } = await tx
      .selectFrom('criteria_set')
      .select('block_id')
      .where('id', '=', setId)
      .executeTakeFirstOrThrow();
    const of = { id, blockId, movementId: null, year: 2026 };
    const follow = (by: Person, more: { version?: number; reason?: string } = {}) =>
      followMembers(contextFor(tx, by), { id, version: 2, reason: 'Chuyển cụm', ...more });
    assert.deepEqual(refusalOf(await follow(people.appraiser)), { kind: 'nobody_changed' });
    await tx
      .updateTable('block_member')
      .set({ unit_id: units.wardChi })
      .where('block_id', '=', blockId)
      .where('unit_id', '=', units.communeAn)
      .execute();
    const { joined, left } = await membersChanged(tx, of);
    assert.deepEqual([joined.map(({ unitId }) => unitId), left.map((one) => one.cardId)], [[units.wardChi], [cardId]]);
    assert.equal(kindOf(await follow(people.headOfAn)), 'not_yours');
    assert.equal(kindOf(await follow(people.appraiser, { reason: ' ' })), 'needs');
    assert.equal(kindOf(await follow(people.appraiser, { version: 1 })), 'lost_race');
    expectOk(await follow(people.appraiser));
    assert.equal(kindOf(await follow(people.appraiser, { version: 3 })), 'nobody_changed');
    assert.ok((await cardIds(tx, id)).has(units.wardChi));
    const page = await cardPage(tx, people.appraiser, { id: cardId, today });
    assert.deepEqual([page?.card.stage, page?.moves, page?.steps], ['dropped', [], []]);
  });
});

test('nothing is announced while a card is open, and announced it is reopened with a reason', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    const cardId = cards.get(units.communeAn) ?? '';
    await carded(tx, cardId, 'reopen', people.appraiser);
    await assert.rejects(judged(tx, id, 'announce'), /not_appraised/);
    await carded(tx, cardId, 'conclude', people.appraiser);
    await judged(tx, id, 'announce');
    assert.equal(kindOf(await move({ tx, id, cardId }, people.appraiser, 'reopen', { reason: 'x' })), 'not_scoring');
    await judged(tx, id, 'reopen');
    expectOk(await move({ tx, id, cardId }, people.appraiser, 'reopen', { reason: 'x' }));
  });
});
