/** The sheet of one indicator and year: every unit that may be assigned it, with what is in force. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { TargetColumn } from './import-plan.ts';
import { targetColumns } from './import-plan.ts';
import { targetHeadings, targetSheetText } from './text.ts';
import { visibleTo } from './visible.server.ts';

type Row = {
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly unitOfMeasure: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly basis: string | null;
};

const widths: Readonly<Record<TargetColumn, number>> = {
  unit: 12,
  unitName: 26,
  indicator: 11,
  indicatorName: 40,
  unitOfMeasure: 16,
  year: 8,
  value: 14,
  low: 12,
  high: 12,
  basis: 44,
};
const inputs: ReadonlySet<TargetColumn> = new Set(['value', 'low', 'high', 'basis']);

export async function targetsTemplate(
  db: Kysely<DB>,
  actor: Actor,
  { indicatorCode, year }: { readonly indicatorCode: string; readonly year: number },
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<Row>`
    select u.code as unit, u.name as "unitName", i.code as indicator, i.name as "indicatorName",
      i.unit_of_measure as "unitOfMeasure", t.value, t.low, t.high, t.basis
    from indicator i cross join unit_now u join unit n on n.id = u.id
    left join lateral (
      select assigned_target.value, assigned_target.low, assigned_target.high, assigned_target.basis
      from assigned_target
      where assigned_target.indicator_code = i.code and assigned_target.unit_id = u.id
        and assigned_target.year = ${year} and assigned_target.superseded_at is null and ${visibleTo(actor)}) t on true
    where i.code = ${indicatorCode} and u.is_active and n.takes_part
    order by u.kind = 'commune', u.name collate "vi-x-icu"`.execute(db);
  const [first] = rows;
  if (!first) return undefined;
  const columns = targetColumns.map((column) => ({
    heading: targetHeadings[column],
    kind: ['value', 'low', 'high'].includes(column) ? ('decimal' as const) : ('text' as const),
    width: widths[column],
    isInput: inputs.has(column),
  }));
  const cells = rows.map((row) => targetColumns.map((column) => (column === 'year' ? String(year) : row[column])));
  const title = targetSheetText.title(`${first.indicator} ${first.indicatorName}`, year);
  return writeWorkbook({
    title,
    sheets: [
      {
        name: targetSheetText.sheet,
        preface: [title, ...targetSheetText.guide],
        columns,
        rows: cells,
        isProtected: true,
      },
    ],
  });
}
