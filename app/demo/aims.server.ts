/** What the loaded directive says of each indicator, as far as the made-up figures need it. */
import { modeOf } from '../features/indicators/indicator.ts';
import type { Aggregation, Comparator } from '../features/indicators/indicator.ts';
import type { Database } from '../platform/db.server.ts';
import type { Aim } from './figures.ts';

export type Aims = { readonly aims: ReadonlyMap<string, Aim>; readonly needsEvidence: ReadonlySet<string> };

export async function readAims(db: Database): Promise<Aims> {
  const rows = await db.selectFrom('indicator').selectAll().orderBy('position').execute();
  const aims = rows.map((row): Aim => {
    const number = (text: string | null) => (text === null ? null : Number(text));
    const end = row.direction === 'up' ? row.target_low : row.target_high;
    return {
      code: row.code,
      name: row.name,
      decimals: row.decimals,
      goal: number(row.target) ?? number(end) ?? 1,
      baselineYear: row.from_year - 1,
      deadline: row.deadline,
      flows: (row.time_rollup ?? row.rollup) === 'sum',
      hasParts: row.numerator_name !== null && row.denominator_name !== null,
      isShare: row.range_max !== null && Number(row.range_max) === Number(row.scale),
      scale: Number(row.scale),
      kind: modeOf({ aggregation: row.aggregation as Aggregation, comparator: row.comparator as Comparator }),
      min: number(row.range_min),
      max: number(row.range_max),
    };
  });
  return {
    aims: new Map(aims.map((aim) => [aim.code, aim])),
    needsEvidence: new Set(rows.filter((row) => row.evidence_required).map(({ code }) => code)),
  };
}
