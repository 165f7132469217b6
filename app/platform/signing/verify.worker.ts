/** Judges PDFs that come from anybody, in a thread with little memory that can be ended. One message in, one out. */
import { parentPort } from 'node:worker_threads';
import type { Judging } from './judge-pdf.server.ts';
import { judgePdf } from './judge-pdf.server.ts';

parentPort?.on('message', (judging: Judging) => {
  judgePdf(judging).then(
    (verdict) => parentPort?.postMessage(verdict),
    () => parentPort?.postMessage({ kind: 'pdf_malformed' }),
  );
});
