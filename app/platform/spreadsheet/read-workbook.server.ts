/**
 * Reads a spreadsheet that came from outside (.xlsx or CSV, told apart by bytes) into sheets of cells, or refuses it.
 *
 * The work is done in a worker with its own memory limit, ended when its time is over, so that no file can take the
 * server down or hold it up. At most two are read at once; the rest wait their turn.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { productRoot } from '../root.server.ts';
import { defaultReadLimits } from './refusals.ts';
import type { ReadLimits, ReadRefusal } from './refusals.ts';
import type { Row, Sheet } from './sheet.ts';
import type { Message } from './wire.ts';

export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits = defaultReadLimits,
): Promise<Result<readonly Sheet[], ReadRefusal>> {
  if (bytes.length > limits.bytes) {
    return refuse({ kind: 'file_too_large', bytes: bytes.length, limit: limits.bytes });
  }
  const release = await takeTurn();
  try {
    return await readInWorker(bytes, limits);
  } finally {
    release();
  }
}

type GrowingSheet = Omit<Sheet, 'rows'> & { readonly rows: Row[] };

async function readInWorker(bytes: Uint8Array, limits: ReadLimits): Promise<Result<readonly Sheet[], ReadRefusal>> {
  const worker = new Worker(join(productRoot(), 'app', 'platform', 'spreadsheet', 'read.worker.ts'), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    execArgv: [],
  });
  const sheets: GrowingSheet[] = [];
  const answer = new Promise<Result<readonly Sheet[], ReadRefusal>>((resolve, reject) => {
    const timer = setTimeout(
      () => resolve(refuse({ kind: 'too_slow', seconds: limits.seconds })),
      limits.seconds * 1000,
    );
    worker.on('message', (message: Message) => {
      if (message.kind === 'done') resolve(ok(sheets));
      else if (message.kind === 'refused') resolve(refuse(message.refusal));
      else gather(sheets, message);
    });
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) resolve(refuse({ kind: 'too_heavy', megabytes: limits.megabytes }));
      else reject(error);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('the spreadsheet reader ended without an answer'));
    });
  });
  try {
    return await answer;
  } finally {
    await worker.terminate();
  }
}

function gather(sheets: GrowingSheet[], message: Extract<Message, { readonly kind: 'sheet' | 'rows' }>): void {
  if (message.kind === 'sheet') sheets.push({ name: message.name, visibility: message.visibility, rows: [] });
  else sheets.at(-1)?.rows.push(...message.rows);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const atOnce = 2;
let reading = 0;
const waiting: (() => void)[] = [];

async function takeTurn(): Promise<() => void> {
  if (reading >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
}
