/** Cells of a template written the way a spreadsheet program leaves them: as text in place of what stood there. */
import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectOk } from '../../app/kernel/result.ts';
import { readWorkbook } from '../../app/platform/spreadsheet/read-workbook.server.ts';
import { cellsIn } from '../../app/platform/spreadsheet/sheet.ts';

/** The address of a cell, by the words over its column, in the nth row below them. */
export type Written = readonly [sheet: string, nth: number, heading: string, text: string];

export async function written(bytes: Uint8Array, cells: readonly Written[]): Promise<Uint8Array> {
  const sheets = expectOk(await readWorkbook(bytes));
  const files = unzipSync(bytes);
  for (const [sheet, nth, heading, text] of cells) {
    const at = sheets.findIndex(({ name }) => name === sheet);
    const rows = sheets[at]?.rows ?? [];
    const top = rows.findIndex((row) => cellsIn(row).some(({ raw }) => raw === heading));
    const column = cellsIn(rows[top] ?? []).find(({ raw }) => raw === heading)?.column;
    assert.ok(column, `no column ${heading} in ${sheet}`);
    const ref = `${String.fromCharCode(64 + column)}${Number(rows[top]?.[0] ?? 0) + nth}`;
    const file = `xl/worksheets/sheet${at + 1}.xml`;
    files[file] = strToU8(withText(strFromU8(files[file] ?? new Uint8Array()), ref, text));
  }
  return zipSync(files);
}

function withText(xml: string, ref: string, text: string): string {
  const cell = new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>.*?</c>)`);
  assert.match(xml, cell, `no cell ${ref}`);
  return xml.replace(
    cell,
    (_, rest: string) => `<c r="${ref}"${rest.replace(/ t="\w+"/, '')} t="inlineStr"><is><t>${text}</t></is></c>`,
  );
}
