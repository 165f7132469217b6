/** The sheet to fill in: headings with their notes, roles to choose from, and the units one administers with their codes. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/db.server.ts';
import { writeWorkbook } from '../../../platform/spreadsheet/write-workbook.server.ts';
import { administeredUnits } from '../people/queries.server.ts';
import { accountColumns } from './plan.ts';
import type { AccountColumn } from './plan.ts';
import { accountHeadings, accountNotes, roleChoices, sheetText } from './text.ts';

const widths: Readonly<Record<AccountColumn, number>> = {
  username: 22,
  fullName: 28,
  positionTitle: 28,
  unitCode: 22,
  email: 28,
  phone: 18,
  role: 30,
  roleUnitCode: 24,
};

export async function accountsTemplate(db: Reader, actor: Actor): Promise<Uint8Array> {
  const units = await administeredUnits(db, actor);
  const columns = accountColumns.map((column) => ({
    heading: accountHeadings[column],
    kind: 'text' as const,
    width: widths[column],
    note: accountNotes[column],
    isInput: true,
    ...(column === 'role' && { choices: roleChoices }),
  }));
  const codes = [
    { heading: accountHeadings.unitCode, kind: 'text' as const, width: 26 },
    { heading: sheetText.unitName, kind: 'text' as const, width: 60 },
  ];
  return writeWorkbook({
    title: sheetText.title,
    sheets: [
      { name: sheetText.sheet, columns, rows: [], preface: sheetText.preface, spareRows: 1000 },
      { name: sheetText.units, columns: codes, rows: units.map(({ code, name }) => [code, name]) },
    ],
  });
}
