/** The coverage of the commitments over as many units as the country has communes, beside the bare aggregate of the same counts. */
import { sql } from 'kysely';
import { behind, coveredOf, groupedBy, growth, waysToGroup } from '../../app/features/coverage/coverage.ts';
import { unitCoverage } from '../../app/features/coverage/coverage.server.ts';
import { median, percentile } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { addVillages } from '../world.ts';

const year = 2026;
const day = '2026-12-31';

export const coverage: Case = {
  name: 'coverage',
  run: async (bench) => {
    const { sizes, world, product } = bench;
    const { db } = product.services;
    await addVillages(bench.owner, world, sizes.values);
    await planAndPledge(bench);
    /** All that the page is drawn from: the rows, each way to group them, the months, and the units behind one number. */
    const asPage = async () => {
      const units = await unitCoverage(db, world.appraiser, { year });
      const all = coveredOf(units);
      for (const by of waysToGroup) groupedBy(units, by);
      growth(units, year, day);
      behind(units, { aspect: 'kept', wants: 'lacks', by: 'kind', group: 'village' });
      return all;
    };
    const own: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < sizes.rounds * 4 + 3; round += 1) {
      const pair = [await milliseconds(asPage), await milliseconds(() => bareSql(bench))];
      if (round < 3) continue; // warming up
      own.push(pair[0] ?? Number.NaN);
      bare.push(pair[1] ?? Number.NaN);
    }
    const { units, planned, pledged, kept } = await asPage();
    await sameCounts(bench, [units, planned, pledged, kept]);
    const beside = median(bare);
    const figure = percentile(own, 0.95);
    const notes = [
      `${units} units, ${planned} with a plan, ${pledged} with pledges, ${kept} with both; median ${median(own).toFixed(0)} ms, ${(median(own) / beside).toFixed(1)} × the bare aggregate, which names no unit`,
    ];
    const baseline = { what: 'bare aggregate', figure: beside, unit: 'ms' };
    return [{ name: 'coverage, p95', figure, unit: 'ms', target: { most: 150 }, baseline, notes }];
  },
};

/** Two thirds of the units have a plan, half have a pledge, spread over the year. */
async function planAndPledge({ owner, world }: Bench): Promise<void> {
  const [by = '', other = ''] = world.officers.map(({ personId }) => personId);
  await sql`insert into movement_unit (movement_id, unit_id)
    select m.id, u.id from movement m, unit_now u where m.pack_code is not null and u.kind = 'village' and u.is_active
    on conflict do nothing`.execute(owner);
  const seats = sql`(select s.unit_id, s.movement_id, row_number() over (order by s.unit_id) as n,
      timestamptz '2026-01-05' + row_number() over (order by s.unit_id) % 300 * interval '1 day' as at
    from movement_unit s join movement m on m.id = s.movement_id and m.pack_code is not null)`;
  await sql`insert into plan (id, unit_id, movement_id, title, objectives, first_day, last_day, document_number, document_date, stage,
      entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at)
    select gen_random_uuid(), unit_id, movement_id, 'Kế hoạch đo', 'Mục tiêu', '2026-01-01', '2026-12-31', '1/KH', '2026-01-05', 'approved',
      ${by}, at, ${by}, at, ${other}, at from ${seats} s where n % 3 > 0`.execute(owner);
  await sql`insert into pledge (id, unit_id, year, indicator_code, wording, value, stage, entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at)
    select gen_random_uuid(), unit_id, ${year}::int, i.code, 'Đăng ký đo', 1, 'accepted', ${by}, at, ${by}, at, ${other}, at
    from ${seats} s, (select code from indicator order by position limit 2) i where n % 2 = 0`.execute(owner);
  await sql`analyze movement_unit, plan, pledge`.execute(owner);
}

/** What PostgreSQL needs for the same counts by kind of unit: no names, no groups, no days. */
async function bareSql({ product }: Bench): Promise<readonly Counts[]> {
  const { rows } = await sql<Counts>`
    select u.kind, count(*) as units, count(p.unit_id) as planned, count(g.unit_id) as pledged,
      count(*) filter (where p.unit_id is not null and g.unit_id is not null) as kept
    from movement m join movement_unit s on s.movement_id = m.id join unit u on u.id = s.unit_id
    left join (select distinct unit_id from plan where movement_id in (select id from movement where pack_code is not null)
      and stage = 'approved' and superseded_at is null
      and first_day <= make_date(${year}, 12, 31) and last_day >= make_date(${year}, 1, 1)) p on p.unit_id = u.id
    left join (select distinct unit_id from pledge where year = ${year} and stage = 'accepted' and superseded_at is null) g on g.unit_id = u.id
    where m.pack_code is not null group by u.kind`.execute(product.services.db);
  return rows;
}

type Counts = Readonly<Record<'units' | 'planned' | 'pledged' | 'kept', number>>;

async function sameCounts(bench: Bench, counted: readonly number[]): Promise<void> {
  const rows = await bareSql(bench);
  const sum = (of: keyof Counts) => rows.reduce((all, row) => all + row[of], 0);
  const bare = [sum('units'), sum('planned'), sum('pledged'), sum('kept')];
  if (bare.join() !== counted.join()) throw new Error(`coverage counts ${counted.join()}, bare SQL ${bare.join()}`);
}
