/** What the years' results of a movement are worth at its mid-term and conclusion. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { frozenResult, givenJudgement, givenSet, sampleCriteria } from '../../../tests/evaluations.ts';
import { launched, typed } from '../../../tests/movements.ts';
import { insertWorld, people, units } from '../../../tests/world.ts';
import type { DB } from '../../platform/db-types.ts';
import { pointsBy } from '../criteria/rule.ts';
import { factsOf } from './facts.server.ts';

const measure = { name: 'years_results', indicator: null } as const;
type Asked = { readonly known?: string; readonly unitId?: string };

/** A frozen yearly judgement of a movement (An 71,5 of 100, Bình 73) and one of its mid-term that is being scored. */
async function reviewed(tx: Transaction<DB>) {
  const movementId = await launched(tx, people.appraiser, {
    typed: typed({ first: '2026-06-01', last: '2029-06-30' }),
  });
  const yearly = await frozenResult(tx, { an: '38,5', binh: '40' });
  await tx.updateTable('criteria_set').set({ movement_id: movementId, review: 'yearly' }).execute();
  const { block_id: blockId } = await tx.selectFrom('criteria_set').select('block_id').executeTakeFirstOrThrow();
  const setId = await givenSet(tx, blockId ?? '', sampleCriteria, 2);
  await tx
    .updateTable('criteria_set')
    .set({ movement_id: movementId, review: 'mid_term' })
    .where('id', '=', setId)
    .execute();
  const { id } = await givenJudgement(tx, { setId });
  const of = async ({ known, unitId = units.communeAn }: Asked = {}) => {
    const asked = { judgementId: id, year: 2026, today: '2026-07-31', known, unitIds: [unitId] };
    const facts = await factsOf(tx, { ...asked, measures: [measure] });
    return facts.get(unitId)?.get(measure.name);
  };
  return { movementId, yearly, of };
}

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

test('a frozen year gives its share of the full points, exactly, and leads to the result it comes from', async () => {
  await inWorld(async (tx) => {
    const { yearly, of } = await reviewed(tx);
    const found = await of();
    assert.equal(found?.state, 'known');
    const rule = { name: 'proportion', measure, from: '0', full: '1' } as const;
    assert.equal(found.state === 'known' && pointsBy(rule, 10_000, found.quantity), 7150);
    assert.deepEqual(found.behind, [
      {
        way: 'year_frozen',
        label: 'Chấm điểm Cụm Mẫu năm 2026',
        href: `/cham-diem/${yearly}/xep-hang`,
        counts: true,
        figure: '71.5',
        goal: '100',
        knownAt: '2026-06-30',
      },
    ]);
  });
});

test('a year that is still being judged is missing and not nothing; the day before its freeze it was the same', async () => {
  await inWorld(async (tx) => {
    const { movementId, of } = await reviewed(tx);
    const dayBefore = await of({ known: '2026-06-29' });
    assert.deepEqual([dayBefore?.state, dayBefore?.behind[0]?.way], ['missing', 'year_running']);
    const block = await tx.selectFrom('criteria_set').select('block_id').executeTakeFirstOrThrow();
    const setId = await givenSet(tx, block.block_id ?? '', sampleCriteria, 3);
    await tx
      .updateTable('criteria_set')
      .set({ movement_id: movementId, review: 'yearly', year: 2025 })
      .where('id', '=', setId)
      .execute();
    await sql`insert into block_member select (jsonb_populate_record(m, '{"year": 2025}')).* from block_member m`.execute(
      tx,
    );
    await givenJudgement(tx, { setId });
    const found = await of();
    assert.ok(found?.state === 'missing' && found.why === 'year_not_frozen' && found.atLeast);
    // Of two years one is certain: half of 71,5.
    const { part, whole } = found.atLeast;
    assert.ok(part.times(20_000).eq(whole.times(7150)));
  });
});

test('who was judged in no year of the movement is not asked for it, and a judgement of a block knows no years', async () => {
  await inWorld(async (tx) => {
    const { of } = await reviewed(tx);
    assert.equal((await of({ unitId: units.department }))?.state, 'not_applicable');
    await tx
      .updateTable('criteria_set')
      .set({ movement_id: null, review: null })
      .where('review', '=', 'mid_term')
      .execute();
    const found = await of();
    assert.ok(found?.state === 'not_applicable' && found.why === 'no_year_results');
  });
});
