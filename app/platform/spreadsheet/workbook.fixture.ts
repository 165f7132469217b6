/** Workbooks made by hand, part by part, so that each can be wrong in one place. */
import { buildZip } from '../files/zip.fixture.ts';
import type { FixtureEntry } from '../files/zip.fixture.ts';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const plain: Parts = {
  '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
  'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'),
};

/** The plain workbook with some parts changed or added, and further zip entries after them. */
export function workbookOf(parts: Parts, more: readonly FixtureEntry[] = []): Uint8Array {
  const entries = Object.entries({ ...plain, ...parts }).map(([name, content]) => ({ name, content }));
  return buildZip([...entries, ...more]);
}

/** The plain workbook with these rows on its one sheet. */
export function withRows(rows: string, parts: Parts = {}): Uint8Array {
  return workbookOf({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...parts });
}

export function sheetXml(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
}
