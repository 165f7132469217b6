/**
 * A paper as PDF/A-2a: tagged, with its fonts inside, the same bytes for the same paper and time.
 *
 * One thread sets one paper at a time; it is started by the first, ended when nothing came for a minute, and ended and
 * replaced when a paper takes too long.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { logFault } from '../reference.server.ts';
import { productRoot } from '../root.server.ts';
import { fileMark } from '../spreadsheet/file-mark.server.ts';
import { layOut } from './lay-out.ts';
import type { LaidPaper } from './lay-out.ts';
import { font, head, margins, paragraph, ruleShare, signatureRoom, sizes } from './measures.ts';
import type { Paper } from './paper.ts';
import type { PdfAnswer, PdfJob, SignPlace } from './pdf-job.ts';
import type { PrintRefusal } from './refusals.ts';
import { paperText } from './text.ts';

const limit = 20;
const idle = 60_000;

/** `made` goes into the file as the time it was made. Throws on what can only be a mistake in the layout. */
export async function renderPdf(paper: Paper, made: Date): Promise<Result<Uint8Array, PrintRefusal>> {
  const set = await renderToSign(paper, made);
  return set.ok ? ok(set.value.pdf) : set;
}

export type ToSign = { readonly pdf: Uint8Array; readonly places: readonly SignPlace[] };

/** With the places where whoever signs puts their mark. */
export async function renderToSign(paper: Paper, made: Date): Promise<Result<ToSign, PrintRefusal>> {
  return setSheets({ template: 'paper', job: jobOf(layOut(paper)), seconds: Math.floor(made.getTime() / 1000) });
}

/** Any template of this folder, with its data. */
export async function setSheets(job: PdfJob): Promise<Result<ToSign, PrintRefusal>> {
  const turn = last.then(() => setInThread(job));
  last = turn.then(
    () => undefined,
    () => undefined,
  );
  const answer = await turn;
  if (answer === 'too_slow') return refuse({ kind: 'pdf_too_slow', seconds: limit });
  if (answer.kind === 'failed') throw new Error(answer.reason);
  if (answer.kind === 'set') return ok({ pdf: answer.pdf, places: answer.places });
  logFault(new Error(answer.reason), 'pdf');
  return refuse({ kind: 'pdf_unavailable' });
}

/** Typst knows none, not undefined: every member is there. */
function jobOf(paper: LaidPaper): object {
  const measures = { font: font.pdf, margins, head, paragraph, ruleShare, signatureRoom };
  const words = { addressees: paperText.addressees, recipients: paperText.recipients };
  return { paper: { ...whole(paper), mark: fileMark() ?? null }, sizes: sizes[paper.family], measures, words };
}

function whole(paper: LaidPaper): object {
  const blocks = (body: LaidPaper['body']) =>
    body.map((block) => (block.kind === 'table' ? { title: null, ...block } : block));
  return {
    ...paper,
    dated: paper.dated ?? null,
    kind: paper.kind ?? null,
    enacting: paper.enacting ?? null,
    cosigner: paper.cosigner ?? null,
    body: blocks(paper.body),
    annexes: paper.annexes.map((annex) => ({ ...annex, body: blocks(annex.body) })),
  };
}

let last: Promise<void> = Promise.resolve();
let thread: Worker | undefined;
let sleep: NodeJS.Timeout | undefined;

async function setInThread(job: PdfJob): Promise<PdfAnswer | 'too_slow'> {
  clearTimeout(sleep);
  const worker = (thread ??= new Worker(join(productRoot(), 'app', 'platform', 'print', 'pdf.worker.ts'), {
    execArgv: [],
  }));
  worker.ref();
  try {
    const answer = await answerOf(worker, job);
    if (answer === 'too_slow') await end(worker);
    return answer;
  } catch (error) {
    await end(worker);
    throw error;
  } finally {
    worker.unref();
    sleep = setTimeout(() => void end(worker), idle).unref();
  }
}

async function answerOf(worker: Worker, job: PdfJob): Promise<PdfAnswer | 'too_slow'> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort('too_slow'), limit * 1000);
  try {
    const exit = once(worker, 'exit', { signal: over.signal }).then((): never => {
      throw new Error('the thread that sets papers ended without an answer');
    });
    const answer = once(worker, 'message', { signal: over.signal }).then(([message]) => message as PdfAnswer);
    worker.postMessage(job);
    return await Promise.race([answer, exit]);
  } catch (error) {
    if (over.signal.reason === 'too_slow') return 'too_slow';
    throw error;
  } finally {
    clearTimeout(timer);
    over.abort('answered');
  }
}

async function end(worker: Worker): Promise<void> {
  if (thread === worker) thread = undefined;
  await worker.terminate();
}
