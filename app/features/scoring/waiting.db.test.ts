import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, carded, givenJudgement, judged, scored } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, system, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { runScoringClock } from './clock.server.ts';
import { assignCross, moveCard } from './moving.server.ts';
import { fileObjection } from './objections.server.ts';
import { countScoringWork, scoringWaiting } from './waiting.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

/** What of it is not empty: cards by unit, judgements by their count. */
async function waits(tx: Transaction<DB>, person: Person): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const work = await scoringWaiting(tx, person);
  const named = Object.entries(work).map(([what, all]) => [
    what,
    all.map((one: object) => ('unitName' in one ? one.unitName : 'count' in one ? one.count : null)),
  ]);
  const some = Object.fromEntries(named.filter(([, all]) => (all?.length ?? 0) > 0));
  assert.equal(countScoringWork(work), Object.values(some).flat().length);
  return some;
}

test('each hand is asked for its own step and nobody for another’s', async () => {
  await inWorld(async (tx) => {
    const { cards } = await givenJudgement(tx);
    const an = cards.get(units.communeAn) ?? '';
    assert.deepEqual(await waits(tx, people.officerOfAn), { self: ['Xã Mẫu An'] });
    // An leads the block: its head assigns cross-scorers too.
    assert.deepEqual(await waits(tx, people.headOfAn), { self: ['Xã Mẫu An'], assign: [2] });
    assert.deepEqual(await waits(tx, people.appraiser), { assign: [2] });
    assert.deepEqual(await waits(tx, people.nobody), {});
    assert.deepEqual(await waits(tx, people.officerOfDepartment), {});
    await scored(tx, an, 'self', people.officerOfAn, { 'I.1': '30', 'I.2': '10' });
    expectOk(
      await assignCross(contextFor(tx, people.appraiser), { id: an, version: 1, crossUnitId: units.communeBinh }),
    );
    await carded(tx, an, 'submit', people.headOfAn);
    assert.deepEqual(await waits(tx, people.officerOfBinh), { self: ['Xã Mẫu Bình'], cross: ['Xã Mẫu An'] });
    assert.deepEqual(await waits(tx, people.officerOfDepartment), { field: ['Xã Mẫu An'] });
    await scored(tx, an, 'expert', people.officerOfDepartment, { II: '18' });
    assert.deepEqual(await waits(tx, people.officerOfDepartment), {});
    await scored(tx, an, 'cross', people.officerOfBinh, { 'I.1': '30', 'I.2': '10' });
    const late = await moveCard(contextFor(tx, people.headOfAn), { id: an, version: 3, move: 'recall' });
    assert.deepEqual(late.ok ? null : late.refusal, { kind: 'scored_since' });
    await carded(tx, an, 'pass', people.headOfBinh);
    assert.deepEqual(await waits(tx, people.appraiser), { appraise: [1], assign: [1] });
  });
});

test('all appraised it waits to be announced; then what is objected to waits for an answer', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    assert.deepEqual(await waits(tx, people.appraiser), { announce: [2] });
    await judged(tx, id, 'announce');
    assert.deepEqual(await waits(tx, people.appraiser), {});
    const cardId = cards.get(units.communeAn) ?? '';
    expectOk(
      await fileObjection(contextFor(tx, people.headOfAn), { id: newId(), cardId, code: null, text: 'Xem lại' }),
    );
    assert.deepEqual(await waits(tx, people.appraiser), { objections: [1] });
  });
});

test('whoever is late is reminded once before the day and once on it, however often the sweep runs', async () => {
  await inWorld(async (tx) => {
    await givenJudgement(tx);
    const remindedOn = async (day: string) =>
      (await runScoringClock(contextFor(tx, system, new Date(`${day}T01:00:00.000Z`)))).reminded;
    // Two cards are to be self-scored by Tuesday 30 June.
    assert.equal(await remindedOn('2026-06-24'), 0);
    assert.equal(await remindedOn('2026-06-26'), 2);
    assert.equal(await remindedOn('2026-06-26'), 0);
    assert.equal(await remindedOn('2026-06-29'), 0);
    assert.equal(await remindedOn('2026-06-30'), 2);
    assert.equal(await remindedOn('2026-06-30'), 0);
    assert.equal(await remindedOn('2026-07-01'), 0);
  });
});
