/**
 * State secrets never enter the system. What every door asks before it takes words in: do they name something that is handled
 * off the system? Which words those are the composition says, once, for the whole process (the platform knows no scheme);
 * until it does, and where nothing is secret, everything passes.
 */
import type { FilePart } from './files/text-in-file.server.ts';
import { textIn } from './files/text-in-file.server.ts';
import { cellsThat } from './spreadsheet/cells-that.server.ts';

/** How what is named is called; undefined when the text names nothing. */
export type SecretFinder = (text: string) => string | undefined;

/** Where no scheme is handled off the system: then no file need be opened. */
export const nothingSecret: SecretFinder = () => undefined;

let finder: () => Promise<SecretFinder> = async () => nothingSecret;

export function guardSecrets(given: () => Promise<SecretFinder>): void {
  finder = given;
}

/** `at`: the field of a form, the pointer into a body. */
export type Piece = { readonly at: string; readonly text: string };
/** `file` and `part`: in which file, and where in it; `sheet` and `cell` in a workbook or CSV, as a person sees them. */
export type SecretFound = {
  readonly at: string;
  readonly what: string;
  readonly file?: string;
  readonly part?: string;
  readonly sheet?: string;
  readonly cell?: string;
};

export async function secretsIn(pieces: readonly Piece[]): Promise<readonly SecretFound[]> {
  const find = await finder();
  return pieces.flatMap(({ at, text }) => {
    const what = find(text);
    return what === undefined ? [] : [{ at, what }];
  });
}

export type UploadedWords = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

/** By the file's name, then by what stands in it; the first place is enough to send it back, of a table every cell is told. */
export async function secretInFile({ field, name, bytes }: UploadedWords): Promise<readonly SecretFound[]> {
  const find = await finder();
  if (find === nothingSecret) return [];
  const called = find(name.replaceAll(/[._+]/g, ' ')) ?? find(name);
  if (called !== undefined) return [{ at: field, what: called, file: name }];
  for await (const { part, text } of textIn(bytes)) {
    const what = findInLines(find, text);
    if (what === undefined) continue;
    const found = { at: field, what, file: name };
    const cells = isTable(name, part) ? await cellsThat(bytes, (words) => find(words) !== undefined) : [];
    return cells.length === 0 ? [{ ...found, part }] : cells.map((place) => ({ ...found, ...place }));
  }
  return [];
}

const isTable = (name: string, part: string) => part.startsWith('xl/') || /\.csv$/i.test(name);

/** By pieces of text, so that a name is found wherever it breaks over two lines and a long file is not folded at once. */
function findInLines(find: SecretFinder, text: FilePart['text']): string | undefined {
  for (let at = 0; at < text.length; at += step) {
    const what = find(text.slice(at, at + step + overlap));
    if (what !== undefined) return what;
  }
  return undefined;
}

const step = 64 * 1024;
const overlap = 400;
