/**
 * State secrets never enter the system. What every door asks before it takes words in: do they name something that is handled
 * off the system? Which words those are the composition says, once, for the whole process (the platform knows no scheme);
 * until it does, and where nothing is secret, everything passes.
 */
import type { FilePart } from './files/text-in-file.server.ts';
import { textIn } from './files/text-in-file.server.ts';

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
/** `file` and `part`: in which file, and where in it. */
export type SecretFound = {
  readonly at: string;
  readonly what: string;
  readonly file?: string;
  readonly part?: string;
};

export async function secretsIn(pieces: readonly Piece[]): Promise<readonly SecretFound[]> {
  const find = await finder();
  return pieces.flatMap(({ at, text }) => {
    const what = find(text);
    return what === undefined ? [] : [{ at, what }];
  });
}

export type UploadedWords = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

/** By the file's name, then by what stands in it; the first place is enough to send it back. */
export async function secretInFile({ field, name, bytes }: UploadedWords): Promise<SecretFound | undefined> {
  const find = await finder();
  if (find === nothingSecret) return undefined;
  const called = find(name.replaceAll(/[._+]/g, ' ')) ?? find(name);
  if (called !== undefined) return { at: field, what: called, file: name };
  for await (const { part, text } of textIn(bytes)) {
    const what = findInLines(find, text);
    if (what !== undefined) return { at: field, what, file: name, part };
  }
  return undefined;
}

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
