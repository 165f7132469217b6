/** A dossier of a movement says its review, each nominee its place there, and the standard is held against both (Điều 26.2). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenDossier, givenHolder, dossierRow, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { inRollback } from '../../../tests/database.ts';
import { launched, typed as typedMovement } from '../../../tests/movements.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import { RULE_BOOK } from '../awards/standards/rule-book.ts';
import { caseOf } from '../register/case.server.ts';
import { changeDossier } from './drafting.server.ts';
import { editionNow } from './editions.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { changeNominee } from './nominees.server.ts';

const code = 'co-thi-dua-tinh';

test('at which review, and in which place, decides on the flag of the province', async () => {
  await inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const by = contextFor(tx, people.officerOfAn);
    const movement = await launched(tx, people.appraiser, {
      typed: typedMovement({ first: '2026-06-01', last: '2030-12-31' }),
    });
    const holderId = await givenHolder(tx, { kind: 'collective', name: 'Tập thể mẫu' });
    const typed = { kind: 'movement', movement };
    const id = await givenDossier(tx, { typed, proposed: [{ holderId, awardCode: code }] });
    const content = { kind: 'movement', title: 'Tờ trình mẫu', year: '2026', movement, route: 'territory' };
    const say = async (review: string, rank: string) => {
      const { version, toUnitId } = await dossierRow(tx, id);
      expectOk(await changeDossier(by, { id, version, typed: { ...content, to: toUnitId, review } }));
      const [one] = await nomineesOf(tx, id);
      assert.ok(one);
      const change = { id: one.id, version: one.version, awardCode: code, achievement: 'Việc mẫu', rank };
      expectOk(await changeNominee(by, change));
    };
    const stateOf262 = async () => {
      const { movementId, movementReview } = await dossierRow(tx, id);
      const [one] = await nomineesOf(tx, id);
      const { movementRank } = one ?? { movementRank: null };
      const asked = { holderId, awardCode: code, year: 2026, received: '2026-07-01' };
      const found = await caseOf(tx, { ...asked, movementId, movementReview, movementRank });
      const { entries } = evaluateStandards(RULE_BOOK, found);
      return entries.find(({ clause }) => clause.article === '26.2')?.state;
    };
    assert.equal(await stateOf262(), 'to_judge');
    const said: string[] = [];
    for (const [review, rank] of [
      ['final', '1'],
      ['final', '2'],
      ['final', ''],
      ['mid_term', '1'],
      ['yearly', '1'],
    ] as const) {
      await say(review, rank);
      said.push(`${review} ${rank} ${await stateOf262()}`);
    }
    assert.deepEqual(said, [
      'final 1 met',
      'final 2 not_met',
      'final  to_judge',
      'mid_term 1 not_met',
      'yearly 1 not_met',
    ]);
    const edition = await editionNow(tx, await dossierRow(tx, id));
    assert.deepEqual([edition.about.movementReview, edition.nominees[0]?.movementRank], ['yearly', 1]);
    await movedDossier(tx, id, 'submit', people.headOfAn);
    const late = tx.updateTable('nominee').set({ movement_rank: 3 }).where('dossier_id', '=', id).execute();
    await assert.rejects(late, /không được sửa/);
  });
});

test('a review that is none and a place that is no number are told at their fields; without a movement both are left out', async () => {
  await inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const by = contextFor(tx, people.officerOfAn);
    const id = await givenDossier(tx);
    const [one] = await nomineesOf(tx, id);
    assert.ok(one);
    const change = { id: one.id, version: one.version, awardCode: one.awardCode, achievement: 'x', rank: '4' };
    expectOk(await changeNominee(by, change));
    assert.equal((await nomineesOf(tx, id))[0]?.movementRank, null);
    const movement = await launched(tx);
    const other = await givenDossier(tx, { typed: { kind: 'movement', movement } });
    const [mine] = await nomineesOf(tx, other);
    assert.ok(mine);
    const wrong = { id: mine.id, version: mine.version, awardCode: mine.awardCode, achievement: 'x', rank: 'nhất' };
    const refused = await changeNominee(by, wrong);
    assert.equal(!refused.ok && refused.refusal.kind, 'rank_wrong');
    const { version, toUnitId } = await dossierRow(tx, other);
    const typed = { kind: 'movement', title: 'Mẫu', year: '2026', movement, route: 'territory', to: toUnitId };
    const odd = await changeDossier(by, { id: other, version, typed: { ...typed, review: 'midterm' } });
    assert.deepEqual(!odd.ok && odd.refusal, {
      kind: 'dossier_wrong',
      problems: [{ field: 'review', problem: 'not_offered' }],
    });
  });
});
