import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, judged } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, now, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { cardPage } from './card-page.server.ts';
import { answerObjection, fileObjection, withdrawObjection } from './objections.server.ts';
import type { AnswerObjection, FileObjection } from './objections.server.ts';

type Given = { readonly tx: Transaction<DB>; readonly cardId: string };
const announcedWorld = (body: (given: Given) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    await body({ tx, cardId: cards.get(units.communeAn) ?? '' });
  });
const afterTerm = new Date('2026-06-30T02:00:00.000Z');
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const file = ({ tx, cardId }: Given, by: Person, more: Partial<FileObjection> = {}, at: Date = now) =>
  fileObjection(contextFor(tx, by, at), { id: newId(), cardId, code: 'I.1', text: 'Đủ minh chứng', ...more });
const filed = async (given: Given, more: Partial<FileObjection> = {}) =>
  expectOk(await file(given, people.headOfAn, more)).id;
const answer = ({ tx }: Given, by: Person, id: string, more: Partial<AnswerObjection> = {}) =>
  answerObjection(contextFor(tx, by, afterTerm), {
    id,
    version: 1,
    verdict: 'dismissed',
    answer: 'Đã xem lại',
    scores: [],
    ...more,
  });
const standing = async ({ tx, cardId }: Given, code: string) => {
  const page = await cardPage(tx, people.appraiser, { id: cardId, today });
  return page?.content?.lines.find(({ one }) => one.code === code)?.standing;
};

test("only the unit's head objects, within the term, to a criterion that is there, once at a time", async () => {
  await announcedWorld(async (given) => {
    assert.deepEqual(refusalOf(await file(given, people.officerOfAn)), {
      kind: 'not_yours',
      move: 'object',
      by: ['head'],
    });
    assert.deepEqual(refusalOf(await file(given, people.headOfBinh)), {
      kind: 'not_yours',
      move: 'object',
      by: ['head'],
    });
    assert.deepEqual(refusalOf(await file(given, people.nobody)), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await file(given, people.headOfAn, {}, afterTerm)), {
      kind: 'objection_term_over',
      until: '2026-06-22',
    });
    assert.deepEqual(refusalOf(await file(given, people.headOfAn, { code: 'Z' })), {
      kind: 'criterion_gone',
      code: 'Z',
    });
    assert.deepEqual(refusalOf(await file(given, people.headOfAn, { text: ' ' })), {
      kind: 'objection_wrong',
      field: 'text',
      problem: 'missing',
    });
    const id = await filed(given);
    assert.equal(expectOk(await file(given, people.headOfAn, { id })).id, id);
    assert.deepEqual(refusalOf(await file(given, people.headOfAn)), { kind: 'objected_already' });
    await filed(given, { code: null });
    const kinds = (await recorded(given.tx)).filter(({ kind }) => kind === 'objection.filed');
    assert.equal(kinds.length, 2);
  });
});

test('upheld it stands with the new score and its reason; dismissed nothing changes', async () => {
  await announcedWorld(async (given) => {
    const id = await filed(given);
    const points = (typed: string) => [{ code: 'I.1', typed: { state: '', points: typed, reason: '' } }];
    assert.deepEqual(refusalOf(await answer(given, people.appraiser, id, { verdict: 'upheld' })), {
      kind: 'objection_wrong',
      field: 'points',
      problem: 'nothing_changed',
    });
    const tooHigh = await answer(given, people.appraiser, id, { verdict: 'upheld', scores: points('99') });
    assert.equal((refusalOf(tooHigh) as { kind: string }).kind, 'scores_wrong');
    expectOk(await answer(given, people.appraiser, id, { verdict: 'upheld', scores: points('39,5') }));
    assert.deepEqual(await standing(given, 'I.1'), { scored: { state: 'points', points: 3950 }, from: 'objection' });
    assert.deepEqual(refusalOf(await answer(given, people.appraiser, id, { version: 2 })), {
      kind: 'objection_closed',
      stage: 'upheld',
    });
    const other = await filed(given, { code: 'I.2' });
    expectOk(await answer(given, people.appraiser, other));
    assert.deepEqual(await standing(given, 'I.2'), { scored: { state: 'points', points: 1500 }, from: 'appraisal' });
  });
});

test('a score of another criterion than the one objected to is not taken along', async () => {
  await announcedWorld(async (given) => {
    const id = await filed(given);
    const scores = [{ code: 'I.2', typed: { state: '', points: '20', reason: 'x' } }];
    assert.deepEqual(refusalOf(await answer(given, people.appraiser, id, { verdict: 'upheld', scores })), {
      kind: 'objection_wrong',
      field: 'points',
      problem: 'nothing_changed',
    });
  });
});

test('whoever filed it does not answer it, others may not, and an older version is a lost race', async () => {
  await announcedWorld(async (given) => {
    const id = await filed(given);
    const both: Person = { ...people.headOfAn, holdings: [...people.headOfAn.holdings, ...people.appraiser.holdings] };
    assert.deepEqual(refusalOf(await answer(given, both, id)), { kind: 'four_eyes', move: 'answer' });
    assert.deepEqual(refusalOf(await answer(given, people.headOfBinh, id)), {
      kind: 'not_yours',
      move: 'answer',
      by: ['appraiser'],
    });
    assert.deepEqual(refusalOf(await answer(given, people.nobody, id)), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await answer(given, people.appraiser, id, { version: 0 })), {
      kind: 'lost_race',
      current: 1,
    });
    assert.deepEqual(refusalOf(await answer(given, people.appraiser, id, { answer: '' })), {
      kind: 'objection_wrong',
      field: 'answer',
      problem: 'missing',
    });
  });
});

test("until it is answered the unit's head takes it back, and may file again", async () => {
  await announcedWorld(async (given) => {
    const id = await filed(given);
    const withdraw = (by: Person, version: number) => withdrawObjection(contextFor(given.tx, by), { id, version });
    assert.deepEqual(refusalOf(await withdraw(people.officerOfAn, 1)), {
      kind: 'not_yours',
      move: 'withdraw_objection',
      by: ['head'],
    });
    expectOk(await withdraw(people.headOfAn, 1));
    assert.deepEqual(refusalOf(await withdraw(people.headOfAn, 2)), { kind: 'objection_closed', stage: 'withdrawn' });
    await filed(given);
  });
});

test('before the announcement there is nothing to object to', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const { cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    const given = { tx, cardId: cards.get(units.communeAn) ?? '' };
    assert.deepEqual(refusalOf(await file(given, people.headOfAn)), { kind: 'not_scoring', stage: 'scoring' });
  });
});
