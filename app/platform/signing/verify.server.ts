/**
 * Verifies every signature of a PDF, whoever it comes from: in a thread with a limit of memory and time, one file at a time. Nothing is
 * fetched and nothing of the file is carried out. The words for what is found are in text.ts.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { productRoot } from '../root.server.ts';
import type { Judging } from './judge-pdf.server.ts';
import type { PdfUnreadable, PdfVerdict } from './verdict.ts';

export const verifyLimit = 20 * 1024 * 1024;
const seconds = 15;
const idle = 60_000;

export async function verifyPdf(judging: Judging): Promise<Result<PdfVerdict, PdfUnreadable>> {
  if (judging.pdf.length > verifyLimit) return refuse({ kind: 'pdf_too_large', limit: verifyLimit });
  const turn = last.then(() => judgedInThread(judging));
  last = turn.then(
    () => undefined,
    () => undefined,
  );
  const answer = await turn;
  return 'kind' in answer ? refuse(answer) : ok(answer);
}

let last: Promise<void> = Promise.resolve();
let thread: Worker | undefined;
let sleep: NodeJS.Timeout | undefined;

async function judgedInThread(judging: Judging): Promise<PdfVerdict | PdfUnreadable> {
  clearTimeout(sleep);
  const worker = (thread ??= start());
  worker.ref();
  try {
    return await answerOf(worker, judging);
  } catch {
    await end(worker);
    return { kind: 'pdf_too_heavy' };
  } finally {
    worker.unref();
    sleep = setTimeout(() => void end(worker), idle).unref();
  }
}

function start(): Worker {
  const worker = new Worker(join(productRoot(), 'app', 'platform', 'signing', 'verify.worker.ts'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  // Out of memory ends the thread; whoever waits hears of it by its exit.
  worker.on('error', () => undefined);
  return worker;
}

async function answerOf(worker: Worker, judging: Judging): Promise<PdfVerdict | PdfUnreadable> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), seconds * 1000);
  try {
    const gone = once(worker, 'exit', { signal: over.signal }).then((): never => {
      throw new Error('the thread ended without an answer');
    });
    const answer = once(worker, 'message', { signal: over.signal }).then(
      ([said]) => said as PdfVerdict | PdfUnreadable,
    );
    worker.postMessage(judging);
    return await Promise.race([answer, gone]);
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

async function end(worker: Worker): Promise<void> {
  if (thread === worker) thread = undefined;
  await worker.terminate();
}
