/** Reads back what was printed: the parts and words of a .docx, the words of a PDF page by page. */
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';

/** One part of the file as XML, `word/document.xml` unless another is named. */
export function wordPart(bytes: Uint8Array, name = 'word/document.xml'): string {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`the file has no ${name}: ${Object.keys(unzipSync(bytes)).join(', ')}`);
  return strFromU8(part);
}

/** Each paragraph on a line. */
export function wordText(bytes: Uint8Array): string {
  const paragraphs = wordPart(bytes).split('</w:p>');
  const texts = paragraphs.map((each) =>
    [...each.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  );
  return texts.filter((text) => text !== '').join('\n');
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}

/** The words of each page, with single spaces. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.map((page) => page.replaceAll(/\s+/g, ' ').normalize('NFC'));
}
