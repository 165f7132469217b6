/** Figures corrected after the freeze, and what programs read of it: the frozen result itself never moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { frozenJudgement } from '../../../../tests/frozen.ts';
import { givenInitiative } from '../../../../tests/initiatives.ts';
import { givenSet, sampleCriteria } from '../../../../tests/evaluations.ts';
import { insertWorld, now, people, units } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { findJudgement } from '../../scoring/case.server.ts';
import { frozenOf } from '../frozen.server.ts';
import { listFrozen } from '../frozen-list.server.ts';
import { rankingPage } from '../page.server.ts';
import { besideEachOther } from './beside.ts';
import { setsToTry, setToTry } from './sets.server.ts';
import { changedSince } from './since.server.ts';
import { tried } from './trial.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const today = '2026-06-30';

async function since(tx: Tx, id: string) {
  const judgement = await findJudgement(tx, people.appraiser, id);
  assert.ok(judgement);
  return changedSince(tx, judgement, today);
}

test('a figure that is another after the freeze shows with what it would move, and the frozen result stays', async () => {
  await inWorld(async (tx) => {
    const id = await frozenJudgement(tx);
    const before = await tx.selectFrom('judgement_result').selectAll().orderBy('unit_id').execute();
    assert.deepEqual(await since(tx, id), []);
    const initiative = await givenInitiative(tx);
    const by = { submitted_by: people.officerOfAn.personId, submitted_at: now };
    const decided = { decided_by: people.appraiser.personId, decided_at: now };
    await tx
      .updateTable('initiative')
      .set({ stage: 'recognised', ...by, ...decided })
      .where('id', '=', initiative)
      .execute();
    const rows = await since(tx, id);
    assert.deepEqual(
      rows.map(({ unitId, before: was, after: is, changes }) => [
        unitId,
        was.place,
        is.place,
        was.shown,
        is.shown,
        changes,
      ]),
      [
        [units.communeBinh, 1, 2, 7300, 7300, []],
        [
          units.communeAn,
          2,
          1,
          7150,
          8150,
          [{ code: 'III', before: { state: 'points', points: 0 }, after: { state: 'points', points: 1000 } }],
        ],
      ],
    );
    const an = rows.find(({ unitId }) => unitId === units.communeAn);
    assert.deepEqual(
      an?.figures.map(({ counts, countsNoMore }) => [counts.length, countsNoMore.length]),
      [[1, 0]],
    );
    assert.deepEqual(await tx.selectFrom('judgement_result').selectAll().orderBy('unit_id').execute(), before);
    const page = await rankingPage(tx, people.nobody, { id, today });
    assert.deepEqual(
      page?.ranking?.rows.map(({ unitId, place, shown }) => [unitId, place, shown]),
      [
        [units.communeBinh, 1, 7300],
        [units.communeAn, 2, 7150],
      ],
    );
  });
});

test('another set of the same block is tried on a frozen year; a draft only by whoever may know of it', async () => {
  await inWorld(async (tx) => {
    const id = await frozenJudgement(tx);
    const judgement = await findJudgement(tx, people.appraiser, id);
    assert.ok(judgement?.blockId);
    await tx.updateTable('criteria_set').set({ stage: 'superseded' }).where('id', '=', judgement.setId).execute();
    const next = await givenSet(
      tx,
      judgement.blockId,
      sampleCriteria.filter(({ code }) => code !== 'III'),
      2,
    );
    const draft = {
      id: newId(),
      block_id: judgement.blockId,
      year: 2028,
      title: 'Nháp',
      stage: 'draft',
      is_proposal: true,
    };
    await tx
      .insertInto('criteria_set')
      .values({ ...draft, made_at: now })
      .execute();
    const offered = async (who: Person) => (await setsToTry(tx, who, judgement)).map((one) => one.id);
    assert.deepEqual(await offered(people.appraiser), [draft.id, next]);
    assert.deepEqual(await offered(people.officerOfAn), [next]);
    assert.equal(await setToTry(tx, people.officerOfAn, { judgement, id: draft.id }), undefined);
    const set = await setToTry(tx, people.officerOfAn, { judgement, id: next });
    assert.ok(set);
    const { inputs } = await frozenOf(tx, id);
    const rows = besideEachOther(inputs, tried(inputs, { set, tieRules: [], thresholds: inputs.thresholds }));
    // Without the criterion that nobody earned anything at: 73 and 71,5 of 80.
    assert.deepEqual(
      rows.map(({ before, after, changes }) => [
        before.shown,
        after.shown,
        after.full,
        changes.map(({ code }) => code),
      ]),
      [
        [7300, 7300, 8000, ['III']],
        [7150, 7150, 8000, ['III']],
      ],
    );
    assert.deepEqual(
      rows.map(({ before, after }) => [before.level, after.level]),
      [
        ['good', 'excellent'],
        ['good', 'good'],
      ],
    );
  });
});

test('a token that may read evaluations reads frozen results; another reads none', async () => {
  await inWorld(async (tx) => {
    const id = await frozenJudgement(tx);
    const token = (scope: 'evaluations:read' | 'actuals:read'): Person => ({ ...people.officerOfAn, scopes: [scope] });
    const listed = async (who: Person) => (await listFrozen(tx, who, {})).rows.map((row) => row.id);
    assert.deepEqual(await listed(token('evaluations:read')), [id]);
    assert.deepEqual(await listed(token('actuals:read')), []);
    assert.equal((await rankingPage(tx, token('evaluations:read'), { id, today }))?.ranking?.rows.length, 2);
    assert.equal(await rankingPage(tx, token('actuals:read'), { id, today }), undefined);
    assert.deepEqual((await listFrozen(tx, people.nobody, { year: 2025 })).rows, []);
  });
});
