/** The sheet in which nominees are brought: kinds, units and awards are offered as lists. */
import type { Reader } from '../../platform/db.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { holders } from '../awards/award.ts';
import type { NomineeColumn } from './nominee-plan.ts';
import { nomineeColumns } from './nominee-plan.ts';
import { listUnits } from './nominee-world.server.ts';
import { listHeadings, listImportText as said } from './nominees-import.text.ts';
import type { Proposed } from './receiving.ts';
import { awardsFor } from './receiving.ts';
import { holderKindText, unitChoiceText } from './text.ts';

const widths: Readonly<Record<NomineeColumn, number>> = {
  kind: 16,
  name: 32,
  birthYear: 12,
  identity: 20,
  position: 30,
  unit: 34,
  award: 40,
  achievement: 60,
};
/** Rows that take the lists; more may be written below them. */
const spareRows = 2000;

export async function nomineesTemplate(
  db: Reader,
  dossier: Proposed & { readonly unitId: string },
): Promise<Uint8Array> {
  const { here, apart } = awardsFor(dossier);
  const units = await listUnits(db, dossier.unitId);
  const choices: Readonly<Partial<Record<NomineeColumn, readonly string[]>>> = {
    kind: holders.map((kind) => holderKindText[kind]),
    unit: units.map(({ name, code }) => unitChoiceText(name, code)),
    award: [...here, ...apart].map(({ name }) => name),
  };
  return writeWorkbook({
    title: said.sheetTitle,
    sheets: [
      {
        name: said.sheet,
        preface: [said.sheetTitle, ...said.guide],
        columns: nomineeColumns.map((column) => ({
          heading: listHeadings[column],
          kind: 'text',
          width: widths[column],
          isInput: true,
          ...(choices[column] && { choices: choices[column] }),
        })),
        rows: [],
        spareRows,
      },
    ],
  });
}
