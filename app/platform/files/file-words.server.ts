/**
 * The text of a file as a person would copy it out: paragraphs line by line, rows of a table between bars. Word, Excel, PDF
 * that is no scan, text. Undefined where there is none to be had; what came out is no more than what the file shows.
 */
import { extractText, getDocumentProxy } from 'unpdf';
import { readWorkbook } from '../spreadsheet/read-workbook.server.ts';
import { cellsIn } from '../spreadsheet/sheet.ts';
import type { FileType } from './file-types.ts';
import { plainXml } from './text-in-file.server.ts';
import { inflate, openZip } from './zip.server.ts';

const mostPages = 300;
const longest = 1_500_000;

export async function wordsOfFile(type: FileType, bytes: Uint8Array): Promise<string | undefined> {
  const text = await readers[type]?.(bytes).catch(() => undefined);
  const tidy = text
    ?.normalize('NFC')
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .trim();
  return tidy && tidy.length <= longest ? tidy : undefined;
}

const readers: Readonly<Partial<Record<FileType, (bytes: Uint8Array) => Promise<string | undefined>>>> = {
  pdf: ofPdf,
  docx: ofWord,
  xlsx: ofSheets,
  csv: ofSheets,
  txt: async (bytes) => new TextDecoder().decode(bytes),
};

async function ofWord(bytes: Uint8Array): Promise<string | undefined> {
  const opened = await openZip(bytes);
  const entry = opened.ok ? opened.value.entries.get('word/document.xml') : undefined;
  const content = opened.ok && entry ? inflate(opened.value, entry) : undefined;
  if (!content?.ok) return undefined;
  return new TextDecoder()
    .decode(content.value)
    .split(/(?=<w:tbl[ >])|(?<=<\/w:tbl>)/)
    .map((piece) => (piece.startsWith('<w:tbl') ? rowsOf(piece) : paragraphs(piece, '\n')))
    .join('\n');
}

/** A table in a cell of another is read as words of that cell. */
function rowsOf(table: string): string {
  const rows = table.split(/(?=<w:tr[ >])/).slice(1);
  return rows
    .map((row) =>
      barred(
        row
          .split(/(?=<w:tc[ >])/)
          .slice(1)
          .map((cell) => paragraphs(cell, ' ')),
      ),
    )
    .join('\n');
}

const barred = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`;

function paragraphs(xml: string, between: string): string {
  return xml
    .split(/(?=<w:p[ >])/)
    .map((piece) => plainXml(piece.replaceAll(/<w:(?:br|tab)\b[^>]*>/g, ' ')).trim())
    .filter(Boolean)
    .join(between);
}

async function ofSheets(bytes: Uint8Array): Promise<string | undefined> {
  const read = await readWorkbook(bytes);
  if (!read.ok) return undefined;
  return read.value
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap(({ name, rows }) => [
      name,
      ...rows.map((row) => barred(cellsIn(row).map(({ raw }) => raw.replaceAll('\n', ' ')))),
    ])
    .join('\n');
}

/** A line that goes on in small letters belongs to the one before. */
async function ofPdf(bytes: Uint8Array): Promise<string | undefined> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  if (pdf.numPages > mostPages) return undefined;
  const { text } = await extractText(pdf, { mergePages: false });
  return text.join('\n').replaceAll(/[ \t]*\n(?=\p{Ll}+(?![\p{L})]))/gu, ' ');
}
