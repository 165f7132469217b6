/** Certificates as PDF: one, or all of a decision; whole, or only what varies for blanks. What was handed out is remembered by its hash. */
import type { Kysely } from 'kysely';
import { create } from 'qrcode';
import type { Actor } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { hashOf } from '../../platform/files/content-hash.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { font } from '../../platform/print/measures.ts';
import { setSheets } from '../../platform/print/pdf.server.ts';
import type { PrintRefusal } from '../../platform/print/refusals.ts';
import { fileMark } from '../../platform/spreadsheet/file-mark.server.ts';
import type { CertificateRow } from './certificate.server.ts';
import type { Layout } from './layout.ts';
import { layoutsFor } from './layouts.server.ts';
import { codeLabel, factsIn, linesOf, sheetTitle } from './sheet.text.ts';

export type Printing = {
  readonly rows: readonly CertificateRow[];
  readonly onBlank: boolean;
  /** Where `/xac-minh` stands, as it is put into the code. */
  readonly base: string;
};
type Sheets = Printing & { readonly layoutOf: (row: CertificateRow) => Layout };

/** The same certificates by the same layout are the same bytes: they bear the time at which the decision was issued. */
export async function drawCertificates({
  rows,
  onBlank,
  base,
  layoutOf,
}: Sheets): Promise<Result<Uint8Array, PrintRefusal>> {
  const sheets = rows.map((row) => {
    const layout = layoutOf(row);
    const { x, y, size } = layout.code;
    const code = { x, y, size, rows: runsOf(`${base}/xac-minh/${row.code}`), words: codeLabel(row.code) };
    const { x: dx, y: dy } = onBlank ? layout.offset : { x: 0, y: 0 };
    return { frame: layout.frame && !onBlank, dx, dy, lines: linesOf(layout, factsIn(row), onBlank), code };
  });
  const made = Math.max(...rows.map(({ issuedAt }) => issuedAt.getTime()));
  const job = { title: sheetTitle(rows), font: font.pdf, mark: fileMark() ?? null, sheets };
  const set = await setSheets({ template: 'certificate', job, seconds: Math.floor(made / 1000) });
  return set.ok ? ok(set.value.pdf) : set;
}

/** Dark squares of a row as [from, how many]. */
function runsOf(text: string): readonly (readonly (readonly [number, number])[])[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, y) => {
    const runs: [number, number][] = [];
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const last = runs.at(-1);
      if (last && last[0] + last[1] === x) last[1] += 1;
      else runs.push([x, 1]);
    }
    return runs;
  });
}

export async function printCertificates(
  db: Kysely<DB>,
  actor: Actor,
  { now, ...printing }: Printing & { readonly now: Date },
): Promise<Result<Uint8Array, PrintRefusal>> {
  const layoutOf = await layoutsFor(db);
  const drawn = await drawCertificates({ ...printing, layoutOf: ({ awardCode }) => layoutOf(awardCode) });
  if (!drawn.ok) return drawn;
  const sha256 = hashOf(drawn.value);
  const by = actor.kind === 'person' ? actor.personId : null;
  await db
    .insertInto('certificate_print')
    .values(printing.rows.map(({ id }) => ({ sha256, certificate_id: id, printed_at: now, printed_by: by })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return drawn;
}
