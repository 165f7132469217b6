/**
 * A year of 3,321 units by 60 criteria, block after block as the table of each block is reckoned: read, computed, added up, ranked; and the block of one unit again after one of its
 * figures was corrected. Beside the bare reading of the same rows, which reckons nothing.
 */
import { sql } from 'kysely';
import { inputsOf } from '../../app/features/ranking/inputs.server.ts';
import type { Outcome } from '../../app/features/ranking/outcome.ts';
import { outcomesOf } from '../../app/features/ranking/outcome.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import type { JudgedBlock } from '../evaluation.ts';
import { firstIndicator, judgedYear, judgeVillages } from '../evaluation.ts';
import { median, percentile } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { addVillages, benchClock } from '../world.ts';

const today = plainDateIn(benchClock());

export const evaluation: Case = {
  name: 'evaluation',
  run: async (bench) => {
    const { owner, world, sizes } = bench;
    const blocks = await judgeVillages(owner, world, await addVillages(owner, world, sizes.values));
    const units = blocks.reduce((all, { unitIds }) => all + unitIds.length, 0);
    for (const block of blocks.slice(0, 3)) await reckoned(bench, block);
    const missing = { units: 0, points: 0 };
    const begun = process.cpuUsage();
    const year = await milliseconds(async () => {
      for (const block of blocks)
        for (const { total } of await reckoned(bench, block)) {
          missing.units += total.missing.length > 0 ? 1 : 0;
          missing.points += total.points;
        }
    });
    const { user, system } = process.cpuUsage(begun);
    const bare = await milliseconds(async () => {
      for (const block of blocks) await bareReading(bench, block);
    });
    if (units > 0 && missing.points === 0) throw new Error('nobody has a point');
    return [
      {
        name: `evaluation of a year, ${units.toLocaleString('en')} units × 60 criteria`,
        figure: year / 1000,
        unit: 's',
        target: { most: 10 },
        baseline: { what: 'bare reading of the same rows', figure: bare / 1000, unit: 's' },
        ratio: year / bare,
        notes: [
          `${blocks.length} blocks, ${(year / blocks.length).toFixed(0)} ms each; ${missing.units} units with something missing`,
          `${((user + system) / 1_000_000).toFixed(1)} s of the product's own core, the rest is the database and the wait for it`,
        ],
      },
      await corrected(bench, blocks),
    ];
  },
};

async function reckoned({ product }: Bench, { judgementId, setId }: JudgedBlock): Promise<readonly Outcome[]> {
  return outcomesOf(await inputsOf(product.services.db, { judgementId, setId, year: judgedYear, today }));
}

/** A figure is corrected; then the block's table is asked for. The correction itself is not timed; that it moved the unit is held. */
async function corrected(bench: Bench, blocks: readonly JudgedBlock[]) {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < bench.sizes.rounds * 8 + 3; round += 1) {
    const block = blocks[round % blocks.length];
    const unitId = block?.unitIds[round % block.unitIds.length];
    if (!block || unitId === undefined) continue;
    const pointsOf = (all: readonly Outcome[]) => {
      const scored = all.find((one) => one.unitId === unitId)?.standing.get(firstIndicator)?.scored;
      return scored?.state === 'points' ? scored.points : 0;
    };
    const before = pointsOf(await reckoned(bench, block));
    await correct(bench, unitId, before > 0 ? 1 : 97);
    let after: readonly Outcome[] = [];
    const pair = [
      await milliseconds(async () => {
        after = await reckoned(bench, block);
      }),
      await milliseconds(() => bareReading(bench, block)),
    ];
    if (pointsOf(after) === before) throw new Error('the correction moved nothing');
    if (round < 3) continue; // warming up
    own.push(pair[0] ?? Number.NaN);
    bare.push(pair[1] ?? Number.NaN);
  }
  return {
    name: 'evaluation after one correction, p95',
    figure: percentile(own, 0.95),
    unit: 'ms',
    target: { most: 100 },
    baseline: { what: 'bare reading of the same rows', figure: median(bare), unit: 'ms' },
    notes: [`median ${median(own).toFixed(0)} ms of a block's table of ${blocks[0]?.unitIds.length ?? 0} units`],
  } as const;
}

/** All quarters of the first indicator, which is read in proportion: to a figure of no points, or to one of all. */
async function correct({ owner, world }: Bench, unitId: string, figure: number): Promise<void> {
  const code = world.indicators[0]?.code ?? '';
  await sql`
    with old as (update actual set superseded_at = now() where unit_id = ${unitId} and indicator_code = ${code} and superseded_at is null returning *)
    insert into actual (id, indicator_code, unit_id, period, period_start, period_end, value, numerator, denominator, as_of_date, stage, entered_by, entered_at,
      submitted_by, submitted_at, decided_by, decided_at, known_at, supersedes_id, correction_reason)
    select gen_random_uuid(), indicator_code, unit_id, period, period_start, period_end, ${figure}::int, case when numerator is not null then ${figure}::int end,
      denominator, as_of_date, stage, entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at, now(), id, 'Đo' from old`.execute(
    owner,
  );
}

/** The rows of one block, each source in one question, nothing made of them. */
async function bareReading({ product }: Bench, { judgementId, setId, unitIds }: JudgedBlock): Promise<void> {
  const { db } = product.services;
  const mine = sql`any(${[...unitIds]}::uuid[])`;
  await sql`select * from criterion where set_id = ${setId}`.execute(db);
  await sql`select s.* from card_score s join score_card c on c.id = s.card_id where c.judgement_id = ${judgementId}`.execute(
    db,
  );
  await sql`select unit_id, indicator_code, value from assigned_target where year = ${judgedYear} and unit_id = ${mine} and superseded_at is null`.execute(
    db,
  );
  await sql`select unit_id, indicator_code, period, value, numerator, denominator, known_at from actual
    where stage = 'verified' and superseded_at is null and unit_id = ${mine} and period_end >= make_date(${judgedYear - 1}, 1, 1)`.execute(
    db,
  );
  await sql`select e.unit_id, e.round_id, s.signed_at from round_unit e join reporting_round o on o.id = e.round_id
    left join report r on r.round_id = e.round_id and r.unit_id = e.unit_id left join report_sending s on s.report_id = r.id
    where e.unit_id = ${mine} and extract(year from o.last_day) = ${judgedYear}`.execute(db);
  await sql`select unit_id, id from plan where unit_id = ${mine} and stage = 'approved' and last_day >= make_date(${judgedYear}, 1, 1)`.execute(
    db,
  );
  await sql`select unit_id, id from pledge where unit_id = ${mine} and year = ${judgedYear} and stage = 'accepted'`.execute(
    db,
  );
  await sql`select unit_id, id from initiative where unit_id = ${mine} and year = ${judgedYear} and stage in ('recognised', 'raised')`.execute(
    db,
  );
  await sql`select unit_id, id, stage, due_on, submitted_at from finding where unit_id = ${mine} and due_on >= make_date(${judgedYear}, 1, 1)`.execute(
    db,
  );
}
