/**
 * A paper as .docx that a clerk can go on editing: real headings, tables and page numbers, no text boxes. Needs nothing
 * of the machine. The library is loaded with the first paper.
 */
import { layOut } from './lay-out.ts';
import type { Paper } from './paper.ts';

export async function renderWord(paper: Paper): Promise<Uint8Array> {
  const { drawWord } = await import('./word-document.server.ts');
  return drawWord(layOut(paper));
}
