/** The whole tree rolled up for every indicator and month, beside the one aggregate that PostgreSQL needs for it. */
import { sql } from 'kysely';
import { rollUpAll } from '../../app/features/actuals/rollup.server.ts';
import { median } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { fillValues } from '../world.ts';

export const rollup: Case = {
  name: 'rollup',
  run: async ({ owner, sizes, world, product }) => {
    await fillValues(owner, world, { months: sizes.months, limit: 1_000_000, entered: 0, submitted: 0 });
    const { db } = product.services;
    const own: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < sizes.rounds * 3 + 2; round += 1) {
      const pair = [
        await milliseconds(() => rollUpAll(db, { rootId: world.rootId })),
        await milliseconds(() => bareSql(db, world.rootId)),
      ];
      if (round < 2) continue; // warming up
      own.push(pair[0] ?? Number.NaN);
      bare.push(pair[1] ?? Number.NaN);
    }
    const beside = median(bare);
    const figure = median(own) / beside;
    const baseline = { what: 'bare SQL', figure: beside, unit: 'ms' };
    const values = world.communes.length * world.indicators.length * sizes.months;
    const notes = [`${values} values rolled up in ${median(own).toFixed(0)} ms (medians of ${own.length})`];
    return [{ name: 'roll-up / bare SQL', figure, unit: 'x', target: { most: 1.5 }, baseline, ratio: figure, notes }];
  },
};

async function bareSql(db: Bench['owner'], rootId: string): Promise<unknown> {
  return sql`
    select a.indicator_code, a.period, sum(a.value) as sum, count(*) as count, sum(a.numerator) as numerator,
      sum(a.denominator) as denominator
    from actual a join unit_tree t on t.descendant_id = a.unit_id
    where t.ancestor_id = ${rootId} and a.stage = 'verified' and a.superseded_at is null
    group by a.indicator_code, a.period`.execute(db);
}
