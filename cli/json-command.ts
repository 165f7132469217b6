/**
 * A command that reads JSON from a file or the standard input and answers with JSON. Exit 0 with the answer; exit 2 with the
 * reason, in words on stderr and as JSON on stdout.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

export type Answered = { readonly answer: unknown } | { readonly kind: string; readonly messages: readonly string[] };

type Words = {
  readonly usage: string;
  readonly unreadable: (file: string) => string;
  readonly notJson: (at: { readonly line: string; readonly column: string } | undefined) => string;
};

export async function answerJson(
  [file, ...rest]: readonly string[],
  words: Words,
  answer: (json: unknown) => Answered | Promise<Answered>,
): Promise<number> {
  if (file === undefined || rest.length > 0) return fail('usage', [words.usage]);
  let written: string;
  try {
    written = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch {
    return fail('unreadable', [words.unreadable(file)]);
  }
  let json: unknown;
  try {
    json = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail('not_json', [words.notJson(placeOf(error))]);
  }
  const answered = await answer(json);
  if ('messages' in answered) return fail(answered.kind, answered.messages);
  print(answered.answer);
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
