/** Which cells of a spreadsheet say something: read as for an import, so that a person is told the sheet and the cell. */
import { readWorkbook } from './read-workbook.server.ts';
import { addressOf, cellsIn, rowNumber } from './sheet.ts';

export type CellPlace = { readonly sheet: string; readonly cell: string };

/** More would be a list that nobody reads. */
const most = 20;

/** Hidden sheets too. Empty when none says it, or when the file is none that can be read so. */
export async function cellsThat(bytes: Uint8Array, says: (text: string) => boolean): Promise<readonly CellPlace[]> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return [];
  const found: CellPlace[] = [];
  for (const { name, rows } of read.value) {
    for (const row of rows) {
      const cells = cellsIn(row).filter(({ kind, raw }) => kind === 'text' && says(raw));
      found.push(...cells.map(({ column }) => ({ sheet: name, cell: addressOf(column, rowNumber(row)) })));
      if (found.length >= most) return found.slice(0, most);
    }
  }
  return found;
}
