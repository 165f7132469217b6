/**
 * What a PDF holds of signatures, what was changed between them, and what could do harm when it is opened. Runs in the thread of
 * verify.worker.ts only: the files come from anybody.
 */
import { createHash } from 'node:crypto';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import type { PDF, PdfObject } from '@libpdf/core';
import type { Hazard } from './verdict.ts';

export type FoundSignature = {
  readonly field: string;
  readonly range: readonly number[];
  /** As the object says, with the zeros behind it; the hole is compared with it. */
  readonly contents: Uint8Array;
  readonly claimedAt: string | null;
};

export function signaturesIn(file: PDF): readonly FoundSignature[] {
  const resolve = resolverOf(file);
  const form = file.getCatalog().getDict('AcroForm', resolve);
  const fields = form?.getArray('Fields', resolve);
  return [...fieldsIn(fields, resolve)].flatMap((field) => {
    const value = field.getDict('V', resolve);
    if (field.getName('FT', resolve)?.value !== 'Sig' || !value) return [];
    const range = value.getArray('ByteRange', resolve)?.toArray() ?? [];
    return [
      {
        field: field.getString('T', resolve)?.asString() ?? '',
        range: range.map((each) => (each instanceof PdfNumber ? each.value : Number.NaN)),
        contents: value.getString('Contents', resolve)?.bytes ?? new Uint8Array(),
        claimedAt: readDate(value.getString('M', resolve)?.asString()),
      },
    ];
  });
}

type Resolve = (ref: PdfRef) => PdfObject | null;
const resolverOf =
  (file: PDF): Resolve =>
  (ref) =>
    file.context.registry.resolve(ref);

/** Fields of fields too, up to a depth that no form has. */
function* fieldsIn(list: PdfArray | undefined, resolve: Resolve, depth = 0): Generator<PdfDict> {
  for (const each of list ?? []) {
    const field = each instanceof PdfRef ? resolve(each) : each;
    if (!(field instanceof PdfDict)) continue;
    yield field;
    if (depth < 8) yield* fieldsIn(field.getArray('Kids', resolve), resolve, depth + 1);
  }
}

/** D:YYYYMMDDHHmmSS with Z or +07'00'. */
function readDate(text: string | undefined): string | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?/.exec(text ?? '');
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zone = '+00', minutes = '00'] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${minutes}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/**
 * What a reader sees, as one digest: every page with all it refers to, but for the marks of signatures. Two states of a file with
 * the same digest differ in signatures alone.
 */
export function shownIn(file: PDF): string {
  const hash = createHash('sha256');
  const seen = new Set<string>();
  const resolve = resolverOf(file);
  for (const page of file.getPages()) {
    hash.update('page');
    take(page.dict, { hash, seen, resolve, without: new Set(['Parent', 'Annots', 'StructParents']) });
    for (const annotation of page.dict.getArray('Annots', resolve) ?? []) {
      const dict = annotation instanceof PdfRef ? resolve(annotation) : annotation;
      const isSignature = dict instanceof PdfDict && dict.getName('FT', resolve)?.value === 'Sig';
      if (!isSignature && dict) take(dict, { hash, seen, resolve, without: new Set(['P', 'Parent', 'StructParent']) });
    }
  }
  return hash.digest('hex');
}

/** Everything the file refers to but one entry of its catalog, as one digest. */
export function allBut(file: PDF, name: string): string {
  const hash = createHash('sha256');
  const taking = { hash, seen: new Set<string>(), resolve: resolverOf(file), without: new Set([name]) };
  take(file.getCatalog(), taking);
  return hash.digest('hex');
}

type Taking = {
  readonly hash: ReturnType<typeof createHash>;
  readonly seen: Set<string>;
  readonly resolve: Resolve;
  readonly without: ReadonlySet<string>;
};

function take(object: PdfObject | null | undefined, taking: Taking): void {
  const { hash, seen, resolve, without } = taking;
  if (object instanceof PdfRef) {
    const name = `${object.objectNumber} ${object.generation}`;
    hash.update(`ref ${name};`);
    if (seen.has(name)) return;
    seen.add(name);
    take(resolve(object), taking);
  } else if (object instanceof PdfArray) {
    hash.update(`[${object.length}`);
    for (const each of object) take(each, taking);
  } else if (object instanceof PdfDict) {
    const entries = [...object].filter(([key]) => !without.has(key.value));
    for (const [key, value] of entries.toSorted(([a], [b]) => (a.value < b.value ? -1 : 1))) {
      hash.update(`/${key.value};`);
      take(value, { ...taking, without: new Set(['Parent', 'P']) });
    }
    if (object instanceof PdfStream) hash.update(object.data);
  } else hash.update(leafOf(object));
}

function leafOf(object: PdfObject | null | undefined): string {
  if (object instanceof PdfString) return `s${Buffer.from(object.bytes).toString('hex')}`;
  if (object instanceof PdfName) return `n${object.value}`;
  if (object instanceof PdfNumber) return `d${object.value}`;
  return `o${String((object as { value?: unknown } | null | undefined)?.value)}`;
}

const dangerous: Readonly<Record<string, Hazard>> = {
  JS: 'script',
  JavaScript: 'script',
  Launch: 'launch',
  EmbeddedFile: 'embedded_file',
  EmbeddedFiles: 'embedded_file',
  RichMedia: 'media',
  AA: 'opens_by_itself',
};

/** Every object is looked at, whether anything refers to it or not. */
export function hazardsIn(file: PDF): readonly Hazard[] {
  const found = new Set<Hazard>();
  const { registry } = file.context;
  for (let number = 1; number < Math.min(registry.nextObjectNumber, 100_000); number += 1) {
    look(registry.resolve(PdfRef.of(number, 0)), found, 0);
  }
  return [...found].toSorted();
}

function look(object: PdfObject | null | undefined, found: Set<Hazard>, depth: number): void {
  if (depth > 20) return;
  if (object instanceof PdfName) note(object.value, found);
  else if (object instanceof PdfArray) for (const each of object) look(each, found, depth + 1);
  else if (object instanceof PdfDict) {
    for (const [key, value] of object) {
      note(key.value, found);
      // A page or place to begin with does no harm; an action does.
      if (key.value === 'OpenAction' && value instanceof PdfDict) found.add('opens_by_itself');
      look(value, found, depth + 1);
    }
  }
}

function note(name: string, found: Set<Hazard>): void {
  const hazard = dangerous[name];
  if (hazard) found.add(hazard);
}
