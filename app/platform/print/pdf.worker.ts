/**
 * Sets papers by Typst in a thread of its own, since the compiler works without pause. Run by Node straight from this
 * source, in tests and in the built product alike. One message in, one out.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { settable } from './font.ts';
import type { PdfAnswer, PdfJob, SignPlace } from './pdf-job.ts';
import { faces, tinos, tinosFile } from './tinos.server.ts';

const require = createRequire(import.meta.url);
const regular = tinos('400Regular');
const templates = new Map<string, string>();
let compiler: NodeCompiler | undefined;

/** Loaded on the first paper: whoever prints nothing needs no compiler. */
function compilerHere(): NodeCompiler {
  const typst = require('@myriaddreamin/typst-ts-node-compiler') as { readonly NodeCompiler: typeof NodeCompiler };
  return typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(tinosFile) }] });
}

function templateOf(name: PdfJob['template']): string {
  const text = templates.get(name) ?? readFileSync(join(import.meta.dirname, `${name}.typ`), 'utf8');
  templates.set(name, text);
  return text;
}

function answerTo({ template, job, seconds }: PdfJob): PdfAnswer {
  try {
    compiler ??= compilerHere();
  } catch (error) {
    return { kind: 'unavailable', reason: String(error) };
  }
  const inputs = {
    job: JSON.stringify(job, (_, value: unknown) => (typeof value === 'string' ? settable(value, regular) : value)),
  };
  const compiled = compiler.compile({ mainFileContent: templateOf(template), inputs, resetRead: true });
  const said = compiled.takeDiagnostics();
  // A warning is a font that is missing or a line that does not fit what was meant: no paper leaves with one.
  if (said !== null || compiled.result === null) {
    throw new Error(`Typst: ${JSON.stringify(said && compiler.fetchDiagnostics(said))}`);
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a', creationTimestamp: seconds });
  const places = compiler.query(compiled.result, { selector: '<sign-here>', field: 'value' }) as readonly SignPlace[];
  compiler.evictCache(10);
  return { kind: 'set', pdf: new Uint8Array(pdf), places };
}

parentPort?.on('message', (job: PdfJob) => {
  try {
    parentPort?.postMessage(answerTo(job));
  } catch (error) {
    parentPort?.postMessage({ kind: 'failed', reason: String(error) } satisfies PdfAnswer);
  }
});
