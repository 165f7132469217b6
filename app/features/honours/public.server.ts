/** The statistics for everybody: only the sums that the view of the portal publishes, of the last ten years, and newest decisions. */
import type { Kysely } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { PublishedDecision } from '../decisions/public.server.ts';
import { listPublished } from '../decisions/public.server.ts';
import type { CrossTable } from './cross-table.ts';
import { crossTable } from './cross-table.ts';
import type { PublicRow } from './dimension.ts';
import { publicRows } from './dimension.ts';
import type { YearCount } from './finding.ts';
import { yearsOf } from './finding.ts';

export type PublicStatistics = {
  /** Rows of each by years of achievement. */
  readonly tables: readonly { readonly row: PublicRow; readonly table: CrossTable }[];
  readonly years: readonly YearCount[];
  readonly total: number;
  readonly thisYear: number;
  readonly firstYear: number;
  readonly decisions: readonly Pick<PublishedDecision, 'id' | 'number' | 'decidedOn' | 'about'>[];
};

export async function publicStatistics(db: Kysely<DB>, now: Date): Promise<PublicStatistics> {
  const thisYear = Number(plainDateIn(now).slice(0, 4));
  const firstYear = thisYear - 9;
  const [sums, { rows: decisions }] = await Promise.all([
    db.selectFrom('portal_honour_sum').selectAll().where('year', '>=', firstYear).execute(),
    listPublished(db, { size: 5 }),
  ]);
  const counted = sums.map((sum) => ({ ...sum, year: sum.year ?? 0, n: sum.n ?? 0 }));
  const keyed = (row: PublicRow, sum: (typeof counted)[number]) =>
    (row === 'holder' ? sum.holder_kind : sum.award_code) ?? 'unknown';
  const tables = publicRows.map((row) => ({
    row,
    table: crossTable(
      counted.map((sum) => ({ row: keyed(row, sum), column: String(sum.year), n: sum.n })),
      { row, column: 'year' },
    ),
  }));
  return {
    tables,
    years: yearsOf(counted),
    total: counted.reduce((sum, { n }) => sum + n, 0),
    thisYear,
    firstYear,
    decisions: decisions.map(({ id, number, decidedOn, about }) => ({ id, number, decidedOn, about })),
  };
}
