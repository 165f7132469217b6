/** A paper as the answer to a browser: the file, its type, and a name that keeps its Vietnamese marks. */
import { contentDisposition } from '../files/headers.ts';
import { fileTypes } from '../files/file-types.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Paper } from './paper.ts';
import { renderPdf } from './pdf.server.ts';
import type { PrintRefusal } from './refusals.ts';
import { renderWord } from './word.server.ts';

export type PaperFormat = 'docx' | 'pdf';

/** The last piece of an address, `….docx` or `….pdf`; anything else is no paper. */
export function paperFormat(text: string | undefined): PaperFormat | undefined {
  return text === 'docx' || text === 'pdf' ? text : undefined;
}

type Sent = {
  readonly paper: Paper;
  readonly format: PaperFormat;
  /** Without an ending. */
  readonly name: string;
  /** Written into the PDF as when it was made. Of a frozen paper, when it was frozen: the bytes then stay the same. */
  readonly made: Date;
};

export async function sendPaper({ paper, format, name, made }: Sent): Promise<Result<Response, PrintRefusal>> {
  const drawn = format === 'pdf' ? await renderPdf(paper, made) : ok(await renderWord(paper));
  if (!drawn.ok) return drawn;
  const { mediaType } = fileTypes[format];
  return ok(
    new Response(new Uint8Array(drawn.value), {
      headers: {
        'Content-Type': mediaType,
        'Content-Length': String(drawn.value.length),
        'Content-Disposition': contentDisposition('attachment', `${name}.${format}`),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    }),
  );
}
