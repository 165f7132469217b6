/**
 * `./thidua evaluate sheet.json`: the very calculation of the screens, open to anyone. Needs no database.
 * Exit 0 with the answer as JSON; exit 2 with the reason, in words on stderr and as JSON on stdout.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { answerOf } from '../app/features/indicators/answer.ts';
import { evaluateSheet } from '../app/features/indicators/evaluate.ts';
import { withNames } from '../app/features/indicators/explanation.ts';
import { readSheet } from '../app/features/indicators/read-sheet.ts';
import { explain, sheetRefusalText } from '../app/features/indicators/text.ts';
import { evaluateText } from './text.ts';

export async function run([file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0) return fail('usage', [evaluateText.usage]);
  let written: string;
  try {
    written = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch {
    return fail('unreadable', [evaluateText.unreadable(file)]);
  }
  let json: unknown;
  try {
    json = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail('not_json', [evaluateText.notJson(placeOf(error))]);
  }
  const sheet = readSheet(json);
  if (!sheet.ok) return fail(sheet.refusal.kind, [evaluateText.refused, ...sheetRefusalText(sheet.refusal)]);
  const evaluation = evaluateSheet(sheet.value);
  const { label } = sheet.value.indicator;
  print(answerOf(evaluation, explain(withNames(evaluation.facts, sheet.value.names), label)));
  return 0;
}

function fail(kind: string, lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  print({ error: { kind, messages: lines } });
  return 2;
}

/** Node says where in English: only the numbers are kept. */
function placeOf(error: unknown): { readonly line: string; readonly column: string } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  return line === undefined || column === undefined ? undefined : { line, column };
}

function print(json: unknown): void {
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
}
