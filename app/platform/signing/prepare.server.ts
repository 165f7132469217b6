/**
 * A signature in two halves, so that days may lie between them: `prepare` appends the field, its mark and a hole; `embed` puts the
 * CMS into the hole. Both are increments: what was signed before stays byte for byte. @libpdf/core reads and writes the objects;
 * its own `sign` does both halves at once and draws nothing, so it is not used (ADR 0187).
 */
import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { PdfRef } from '@libpdf/core';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { drawMark } from './mark.server.ts';
import type { Mark, Prepared, SigningRefusal } from './signer.ts';

export type ToPrepare = {
  /** Name of the field in the file: once each. */
  readonly field: string;
  /** Who claims to sign, for readers that show it. */
  readonly name: string;
  readonly at: Date;
  readonly mark?: Mark | undefined;
};

/** Room for a CMS with its chain and a time stamp, in bytes. */
const room = 16_384;
const unknown = 9_999_999_999;

export async function prepare(pdf: Uint8Array, { field, name, at, mark }: ToPrepare): Promise<Prepared> {
  const file = await PDF.load(pdf);
  const blocked = file.canSaveIncrementally();
  if (blocked !== null) throw new Error(`this PDF cannot be appended to: ${blocked}`);
  const value = file.register(signatureValue(name, at));
  await addField(file, { field, value, mark });
  return withRange(await file.save({ incremental: true }));
}

function signatureValue(name: string, at: Date): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: new PdfArray([0, unknown, unknown, unknown].map((each) => PdfNumber.of(each))),
    Contents: PdfString.fromBytes(new Uint8Array(room)),
    Name: PdfString.fromString(name),
    M: PdfString.fromString(pdfDate(at)),
  });
}

type Field = { readonly field: string; readonly value: PdfRef; readonly mark: Mark | undefined };

/** Field and widget in one, on the page where its mark stands; without a mark on the first, of no size. */
async function addField(file: PDF, { field, value, mark }: Field): Promise<void> {
  const page = file.getPage((mark?.box.page ?? 1) - 1);
  if (!page) throw new Error('the page for the signature is not there');
  const form = file.getOrCreateForm();
  const dict = form.createSignatureField(field).getDict();
  dict.delete('Kids');
  dict.set('Type', PdfName.of('Annot'));
  dict.set('Subtype', PdfName.of('Widget'));
  dict.set('V', value);
  // Printed, and locked.
  dict.set('F', PdfNumber.of(132));
  dict.set('P', page.ref);
  const { x, y, width, height } = mark?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  dict.set(
    'Rect',
    new PdfArray([x, y, x + width, y + height].map((each) => PdfNumber.of(Math.round(each * 100) / 100))),
  );
  if (mark) dict.set('AP', PdfDict.of({ N: await drawMark(file, mark) }));
  form.acroForm().getDict().set('SigFlags', PdfNumber.of(3));
  annotate(file, page.dict, refOf(file, field));
}

function annotate(file: PDF, page: PdfDict, ref: PdfRef): void {
  const annots = page.getArray('Annots', (one) => file.context.registry.resolve(one));
  if (annots) annots.push(ref);
  else page.set('Annots', new PdfArray([ref]));
}

function refOf(file: PDF, name: string): PdfRef {
  const field = file.getOrCreateForm().getField(name);
  const ref = field?.getRef();
  if (!ref) throw new Error('the field has no reference');
  return ref;
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`;
}

/** Finds the hole of the newest signature and writes around it what is signed. */
function withRange(saved: Uint8Array): Prepared {
  const pdf = Buffer.from(saved);
  const placeholder = `[0 ${unknown} ${unknown} ${unknown}]`;
  const at = pdf.lastIndexOf(placeholder);
  const hole = `<${'00'.repeat(room)}>`;
  const start = pdf.lastIndexOf(hole.toUpperCase());
  if (at < 0 || start < 0) throw new Error('the hole for the signature is not where it was put');
  const end = start + hole.length;
  const range = [0, start, end, pdf.length - end] as const;
  pdf.write(`[${range.join(' ')}]`.padEnd(placeholder.length), at, 'latin1');
  return { pdf, range, digest: digestOf(pdf, range) };
}

/** SHA-256 of all but the hole. */
export function digestOf(pdf: Uint8Array, [from, length, then, rest]: Prepared['range']): Uint8Array {
  return createHash('sha256')
    .update(pdf.subarray(from, from + length))
    .update(pdf.subarray(then, then + rest))
    .digest();
}

/** The same bytes with the CMS in the hole. Whether it fits what was prepared is for the caller to have checked. */
export function embed(
  { pdf, range }: Pick<Prepared, 'pdf' | 'range'>,
  cms: Uint8Array,
): Result<Uint8Array, SigningRefusal> {
  if (cms.length > room) return refuse({ kind: 'signature_too_large' });
  const signed = Buffer.from(pdf);
  signed.write(Buffer.from(cms).toString('hex'), range[1] + 1, 'latin1');
  return ok(signed);
}
