/** The statistical form counted: one query, grouped by award; every row is the condition by which its list is found. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { HonourFilter } from './filter.ts';
import { filterIn } from './filter.ts';
import type { FormColumn, FormLevel, FormRow } from './form.ts';
import { codesIn, columnsOf, formLevels, formRows } from './form.ts';
import { matching, rowConditions } from './matching.server.ts';

export type FormView = {
  readonly level: FormLevel;
  readonly filter: HonourFilter;
  readonly unitName: string | undefined;
  readonly columns: readonly FormColumn[];
  readonly cells: Readonly<Record<FormRow, Readonly<Partial<Record<FormColumn, number>>>>>;
  readonly totals: Readonly<Record<FormRow, number>>;
};
type Asked = { readonly url: URL; readonly now: Date };

export async function formAt(db: Kysely<DB>, actor: Actor, { url, now }: Asked): Promise<FormView> {
  const asked = filterIn(url.searchParams, Number(plainDateIn(now).slice(0, 4)));
  const level = formLevels.find((each) => each === asked.level) ?? 'province';
  const filter = { ...asked, level, row: undefined, column: undefined };
  const counted = formRows.map((row) => sql`count(*) filter (where ${rowConditions[row]})::integer as ${sql.ref(row)}`);
  const { rows } = await sql<Counted>`
    select honour.award_code as code, ${sql.join(counted)} from honour join holder on holder.id = honour.holder_id
    where ${matching(actor, filter)} group by 1`.execute(db);
  const unit =
    filter.unitCode === undefined
      ? undefined
      : await db.selectFrom('unit_now').select('name').where('code', '=', filter.unitCode).executeTakeFirst();
  const columns = columnsOf(level);
  const cellsOf = (row: FormRow) => columns.map((column) => [column, sumOf(rows, row, codesIn(level, column))]);
  return {
    level,
    filter,
    unitName: unit?.name ?? undefined,
    columns,
    cells: Object.fromEntries(formRows.map((row) => [row, Object.fromEntries(cellsOf(row))])) as FormView['cells'],
    totals: Object.fromEntries(formRows.map((row) => [row, sumOf(rows, row)])) as FormView['totals'],
  };
}

type Counted = Readonly<Record<FormRow, number>> & { readonly code: string };

function sumOf(rows: readonly Counted[], row: FormRow, codes?: readonly string[]): number {
  return rows.filter(({ code }) => codes?.includes(code) ?? true).reduce((sum, counts) => sum + counts[row], 0);
}
