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

/** Whatever bears words: notes, comments, headers, text boxes, charts, properties; styles, themes, fonts, relations say nothing. */
const wordless =
  /(^|\/)(_rels|theme|slideLayouts|slideMasters|[^/]*[sS]tyles[^/]*|fontTable|webSettings|\[Content_Types\])(\/|\.xml|$)/;
/** A workbook or document that lies inside another, as a chart of Word does. */
const embedded = /\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i;

/** Never a fault: a file that cannot be read holds no words for us; what it is was judged elsewhere. */
export async function* textIn(bytes: Uint8Array): AsyncGenerator<FilePart> {
  if (startsWith(bytes, 'PK')) return yield* inPackage(bytes);
  if (startsWith(bytes, '%PDF')) return yield* inPdf(bytes);
  if (!bytes.subarray(0, 4096).includes(0)) yield { part: '', text: new TextDecoder().decode(bytes) };
}

const startsWith = (bytes: Uint8Array, mark: string) =>
  Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark;

async function* inPackage(bytes: Uint8Array, isInside = false): AsyncGenerator<FilePart> {
  const opened = await openZip(bytes);
  if (!opened.ok) return;
  for (const name of opened.value.entries.keys()) {
    if (/\.xml$/i.test(name) && !wordless.test(name)) {
      const content = contentOf(opened.value, name);
      if (content) yield { part: name, text: wordsOf(new TextDecoder().decode(content)) };
    } else if (embedded.test(name) && !isInside) {
      const content = contentOf(opened.value, name);
      if (content) for await (const { text } of inPackage(content, true)) yield { part: name, text };
    }
  }
}

function contentOf(zip: Zip, name: string): Uint8Array | undefined {
  const entry = zip.entries.get(name);
  if (!entry || entry.inflatedBytes > largestPart) return undefined;
  const content = inflate(zip, entry);
  return content.ok ? content.value : undefined;
}

/**
 * A paragraph ends a line, a cell more than that: two cells that stand side by side say nothing together. Marks within a word
 * (a run that changes its look) do not break it. Names of sheets and what describes a picture stand in attributes.
 */
function wordsOf(xml: string): string {
  const described = [...xml.matchAll(/\s(?:name|title|descr|alt|displayName)="([^"]{4,})"/g)].map(
    ([, words = '']) => words,
  );
  const plain = xml
    .replaceAll(/<(?:w:p|w:br|w:tab|a:p|a:br|text:p|text:h|comment)[ />]/g, '\n$&')
    .replaceAll(/<(?:si|c|row|w:tc|a:tc|table:table-cell)[ />]/g, '\n|\n$&');
  return [plain, ...described].map(plainXml).join('\n|\n');
}

/** Without its marks, and what stands for a character as that character. */
export function plainXml(xml: string): string {
  return xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => letterOf(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, code: string) => letterOf(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const letterOf = (code: number) => (code <= 0x10_ffff ? String.fromCodePoint(code) : ' ');

async function* inPdf(bytes: Uint8Array): AsyncGenerator<FilePart> {
  if (bytes.length > largestPdf) return;
  const pages = await pagesOf(bytes).catch(() => []);
  for (const [at, text] of pages.entries()) yield { part: at === 0 ? pdfProperties : String(at), text };
}

/** The part of a PDF that is no page: title, subject, keywords, author. */
export const pdfProperties = 'info';

/** Its properties, then every page with the notes on it and what was typed into its fields. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes its bytes away from us.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  if (pdf.numPages > mostPages) return [];
  const { info } = await pdf.getMetadata();
  const { text } = await extractText(pdf, { mergePages: false });
  const pages = text.map(async (words, at) => {
    const notes = await (await pdf.getPage(at + 1)).getAnnotations();
    return [words, ...notes.flatMap((note: unknown) => textsIn(note))].join('\n');
  });
  return [textsIn(info).join('\n'), ...(await Promise.all(pages))];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
