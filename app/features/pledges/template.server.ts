/** The sheet of pledges of a year: what a unit, or every unit of the person, has registered, and room for more. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Value } from '../../platform/spreadsheet/workbook.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { sheetAbouts, unitsToPledge } from './choices.server.ts';
import type { PledgeColumn } from './import-plan.ts';
import { pledgeColumns } from './import-plan.ts';
import { listPledges } from './list.server.ts';
import { pledgeHeadings, pledgeSheetText, pledgeStageText } from './text.ts';

const widths: Readonly<Record<PledgeColumn, number>> = {
  unit: 16,
  unitName: 32,
  year: 8,
  about: 12,
  aboutName: 50,
  wording: 60,
  value: 14,
  unitOfMeasure: 16,
  stage: 16,
};
const spare = 10;

type Asked = { readonly unitCode: string | null; readonly year: number };

/** Without a unit: all of those for which the person pledges. */
export async function pledgesTemplate(
  db: Kysely<DB>,
  person: Person,
  { unitCode, year }: Asked,
): Promise<Uint8Array | undefined> {
  const all = await unitsToPledge(db, person);
  const units = unitCode === null ? all : all.filter(({ code }) => code === unitCode);
  if (units.length === 0) return undefined;
  const [{ rows }, abouts] = await Promise.all([listPledges(db, person, { year, size: 100_000 }), sheetAbouts(db)]);
  const own = Map.groupBy(rows, ({ unitId }) => unitId);
  const cells = units.flatMap(({ id, code, name }) => {
    const stand = (own.get(id) ?? []).map((one): readonly Value[] => {
      const about = one.criterionCode ?? one.schemeCode ?? one.indicatorCode ?? '';
      const value = one.value === null ? null : formatVietnamese(one.value);
      const said = [one.wording, value, one.unitOfMeasure, pledgeStageText[one.stage]];
      return [code, name, String(year), about, abouts.get(about)?.name ?? '', ...said];
    });
    const empty = Array.from({ length: units.length === 1 ? spare : 1 }, (): readonly Value[] => [
      code,
      name,
      String(year),
    ]);
    return [...stand, ...empty];
  });
  const open = [...abouts].filter(([, { isSecret }]) => !isSecret);
  const title = pledgeSheetText.title(year);
  const columns = pledgeColumns.map((column) => ({
    heading: pledgeHeadings[column],
    kind: 'text' as const,
    width: widths[column],
    ...(column === 'about' && { choices: open.map(([code]) => code) }),
  }));
  const codes = {
    name: pledgeSheetText.codes,
    columns: [
      { heading: pledgeHeadings.about, kind: 'text' as const, width: 14 },
      { heading: pledgeHeadings.aboutName, kind: 'text' as const, width: 90 },
      { heading: pledgeHeadings.unitOfMeasure, kind: 'text' as const, width: 20 },
    ],
    rows: open.map(([code, { name, rule }]) => [code, name, rule?.unitOfMeasure ?? '']),
  };
  const sheet = { name: pledgeSheetText.sheet, preface: [title, ...pledgeSheetText.guide], columns, rows: cells };
  return writeWorkbook({ title, sheets: [sheet, codes] });
}
