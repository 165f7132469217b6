/**
 * The words inside an uploaded file, as far as they can be read cheaply: text and CSV whole, the parts of Word, Excel,
 * PowerPoint and OpenDocument that hold words, the text of a PDF of usual size. A scan holds none: nobody reads pictures here.
 */
import { extractText, getDocumentProxy } from 'unpdf';
import { inflate, openZip } from './zip.server.ts';
import type { Zip } from './zip.server.ts';

/** Where in the file the words stand, as far as a person can be told: a part of the package, a page. */
export type FilePart = { readonly part: string; readonly text: string };

const largestPart = 64 * 1024 * 1024;
const largestPdf = 8 * 1024 * 1024;
const mostPages = 300;

/** Notes, comments, headers and footers too; styles, themes and pictures say nothing. */
const wordy =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(sharedStrings|worksheets\/sheet\d+|comments\d*|workbook)|ppt\/(slides|notesSlides)\/[^/]+|docProps\/(core|custom)|content|meta)\.xml$/;

/** Never a fault: a file that cannot be read holds no words for us; what it is was judged elsewhere. */
export async function* textIn(bytes: Uint8Array): AsyncGenerator<FilePart> {
  if (startsWith(bytes, 'PK')) return yield* inPackage(bytes);
  if (startsWith(bytes, '%PDF')) return yield* inPdf(bytes);
  if (!bytes.subarray(0, 4096).includes(0)) yield { part: '', text: new TextDecoder().decode(bytes) };
}

const startsWith = (bytes: Uint8Array, mark: string) =>
  Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark;

async function* inPackage(bytes: Uint8Array): AsyncGenerator<FilePart> {
  const opened = await openZip(bytes);
  if (!opened.ok) return;
  for (const name of opened.value.entries.keys()) {
    const text = wordy.test(name) ? wordsOf(opened.value, name) : undefined;
    if (text !== undefined) yield { part: name, text };
  }
}

/** A paragraph, a cell or a string ends a line; marks within a word (a run that changes its look) do not break it. */
function wordsOf(zip: Zip, name: string): string | undefined {
  const entry = zip.entries.get(name);
  if (!entry || entry.inflatedBytes > largestPart) return undefined;
  const content = inflate(zip, entry);
  if (!content.ok) return undefined;
  return new TextDecoder()
    .decode(content.value)
    .replaceAll(/<(?:w:p|w:br|w:tab|si|a:p|a:br|c|row|text:p|text:h|table:table-cell|comment)[ />]/g, '\n$&')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

async function* inPdf(bytes: Uint8Array): AsyncGenerator<FilePart> {
  if (bytes.length > largestPdf) return;
  const pages = await pagesOf(bytes).catch(() => []);
  for (const [at, text] of pages.entries()) yield { part: String(at + 1), text };
}

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes its bytes away from us.
  const pdf = await getDocumentProxy(bytes.slice());
  if (pdf.numPages > mostPages) return [];
  const { text } = await extractText(pdf, { mergePages: false });
  return text;
}
