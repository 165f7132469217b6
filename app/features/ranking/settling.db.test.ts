import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Inputs } from './outcome.ts';
import { outcomesOf } from './outcome.ts';
import { digestOf } from './inputs.server.ts';
import type { SettleWay } from './conditions.server.ts';
import type { MoveResult } from './settling.server.ts';
import { moveResult } from './settling.server.ts';
import { shownScore } from '../scoring/points.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const afterTerm = new Date('2026-06-30T02:00:00.000Z');
const moveAs = async (tx: Transaction<DB>, by: Person, id: string, move: SettleWay, more: Partial<MoveResult> = {}) => {
  const { version } = await tx.selectFrom('judgement').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return moveResult(contextFor(tx, by, afterTerm), { id, version, move, ...more });
};
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };

async function frozen(tx: Transaction<DB>, points: { an: string; binh: string }): Promise<string> {
  const { id } = await appraisedJudgement(tx, points);
  await judged(tx, id, 'announce');
  expectOk(await moveAs(tx, people.appraiser, id, 'settle'));
  expectOk(await moveAs(tx, secretary, id, 'sign_off', { minutes }));
  expectOk(await moveAs(tx, people.decidingAuthority, id, 'freeze'));
  return id;
}

test('a year goes from self-scoring to the frozen result, and everything of it is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await frozen(tx, { an: '38,5', binh: '40' });
    const results = await tx
      .selectFrom('judgement_result')
      .select(['unit_id', 'place', 'shown_points', 'full_points', 'is_leader'])
      .where('judgement_id', '=', id)
      .orderBy('place')
      .execute();
    // 38,5 + 15 + 18 of 100: nobody's initiative was recognised, which is a zero.
    assert.deepEqual(results, [
      { unit_id: units.communeBinh, place: 1, shown_points: 7300, full_points: 10_000, is_leader: true },
      { unit_id: units.communeAn, place: 2, shown_points: 7150, full_points: 10_000, is_leader: false },
    ]);
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'judgement.moved').length, 4);
    assert.equal(kinds.filter((kind) => kind === 'judgement.frozen').length, 1);
    assert.equal(kinds.filter((kind) => kind === 'score_card.moved').length, 6);
  });
});

test('what was frozen is reckoned again to the last digit, and nobody changes it', async () => {
  await inWorld(async (tx) => {
    const id = await frozen(tx, { an: '38,5', binh: '40' });
    const row = await tx
      .selectFrom('judgement')
      .select(['inputs', 'digest'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const inputs = row.inputs as unknown as Inputs;
    assert.equal(digestOf(inputs), row.digest);
    const again = outcomesOf(inputs).map(({ unitId, total, place }) => [
      unitId,
      total.score && shownScore(total.score),
      place?.place,
    ]);
    const inOrder = again.toSorted((a, b) => Number(a[2]) - Number(b[2]));
    assert.deepEqual(inOrder, [
      [units.communeBinh, 7300, 1],
      [units.communeAn, 7150, 2],
    ]);
    const frozenRows = [
      [sql`update judgement set digest = 'x' where id = ${id}`, /đã chốt/],
      [sql`delete from judgement where id = ${id}`, /permission denied/],
      [sql`update judgement_result set place = 1 where judgement_id = ${id}`, /permission denied/],
      [sql`delete from judgement_result where judgement_id = ${id}`, /permission denied/],
    ] as const;
    for (const [write, refused] of frozenRows) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(write.execute(tx), refused);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});

test('nothing is settled while objections may still come, and whoever settled it does not freeze it', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    const { version } = await tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const early = await moveResult(contextFor(tx, people.appraiser), { id, version, move: 'settle' });
    assert.deepEqual(refusalOf(early), { kind: 'objections_run', until: '2026-06-22' });
    const both: Person = {
      ...people.appraiser,
      holdings: [...people.appraiser.holdings, ...people.decidingAuthority.holdings],
    };
    expectOk(await moveAs(tx, both, id, 'settle'));
    assert.deepEqual(refusalOf(await moveAs(tx, secretary, id, 'sign_off', { minutes: { number: '', date: '' } })), {
      kind: 'minutes_wrong',
      problems: [
        { field: 'number', problem: 'missing' },
        { field: 'date', problem: 'missing' },
      ],
    });
    expectOk(await moveAs(tx, secretary, id, 'sign_off', { minutes }));
    assert.deepEqual(refusalOf(await moveAs(tx, both, id, 'freeze')), { kind: 'four_eyes', move: 'freeze' });
    assert.deepEqual(refusalOf(await moveAs(tx, people.headOfAn, id, 'freeze')), {
      kind: 'not_yours',
      move: 'freeze',
      by: ['deciding_authority'],
    });
  });
});
