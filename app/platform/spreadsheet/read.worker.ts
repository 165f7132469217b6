/**
 * Reads one spreadsheet in a thread of its own, which its caller may end at any moment. Run by Node straight from this
 * source, in tests and in the built product alike.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { inflate } from '../files/zip.server.ts';
import type { Zip } from '../files/zip.server.ts';
import { guard } from './guard.server.ts';
import { readCells } from './read-cells.ts';
import { readCsv } from './read-csv.ts';
import { refusalError, refusalIn } from './refusals.ts';
import type { ReadLimits } from './refusals.ts';
import type { Row } from './sheet.ts';
import type { Message } from './wire.ts';
import { readRelations, readSharedTexts, readStyles, readWorkbookPart } from './workbook-parts.ts';

const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: ReadLimits };
const rowsAMessage = 500;

function send(message: Message): void {
  parentPort?.postMessage(message);
}

/** Gathers rows into messages. */
function outbox(): { readonly take: (row: Row) => void; readonly flush: () => void } {
  let rows: Row[] = [];
  const flush = (): void => {
    if (rows.length > 0) send({ kind: 'rows', rows });
    rows = [];
  };
  return {
    flush,
    take(row) {
      rows.push(row);
      if (rows.length === rowsAMessage) flush();
    },
  };
}

function contentOf(zip: Zip, part: string): Uint8Array | undefined {
  const entry = zip.entries.get(part);
  if (!entry) return undefined;
  const content = inflate(zip, entry);
  if (!content.ok) throw refusalError(content.refusal.kind === 'damaged' ? { kind: 'damaged', part } : content.refusal);
  return content.value;
}

function neededPart(zip: Zip, part: string): Uint8Array {
  const content = contentOf(zip, part);
  if (!content) throw refusalError({ kind: 'damaged', part });
  return content;
}

function readWorkbook(zip: Zip): void {
  const main = 'xl/workbook.xml';
  const workbook = readWorkbookPart(main, neededPart(zip, main));
  if (workbook.sheets.length > limits.sheets) throw refusalError({ kind: 'too_many_sheets', limit: limits.sheets });
  const relations = readRelations(main, neededPart(zip, 'xl/_rels/workbook.xml.rels'), 'xl/');
  const shared = contentOf(zip, 'xl/sharedStrings.xml');
  const texts = shared ? readSharedTexts('xl/sharedStrings.xml', shared, limits.cellLength * 7) : [];
  const styleBytes = contentOf(zip, 'xl/styles.xml');
  const styles = styleBytes ? readStyles('xl/styles.xml', styleBytes) : [];
  let cells = 0;
  for (const { name, visibility, relation } of workbook.sheets) {
    const part = relations.get(relation);
    // A chart sheet has no cells and lies elsewhere.
    if (part === undefined || !part.startsWith('xl/worksheets/')) continue;
    send({ kind: 'sheet', name, visibility });
    const { take, flush } = outbox();
    const count = (): void => {
      cells += 1;
      if (cells > limits.cells) throw refusalError({ kind: 'too_many_cells', sheet: name, limit: limits.cells });
    };
    const context = { part, sheet: name, limits, texts, styles, startsIn1904: workbook.startsIn1904, take, count };
    readCells(neededPart(zip, part), context);
    flush();
  }
}

async function read(): Promise<void> {
  const guarded = await guard(bytes, limits);
  if (!guarded.ok) throw refusalError(guarded.refusal);
  if (guarded.value.kind === 'workbook') {
    readWorkbook(guarded.value.zip);
  } else {
    send({ kind: 'sheet', name: '', visibility: 'visible' });
    const { take, flush } = outbox();
    readCsv(guarded.value.text, limits, take);
    flush();
  }
  send({ kind: 'done' });
}

await read().catch((error: unknown) => {
  const refusal = refusalIn(error);
  if (!refusal) throw error;
  send({ kind: 'refused', refusal });
});
