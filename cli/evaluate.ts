/** `./thidua evaluate sheet.json`: the very calculation of the screens, open to anyone. Needs no database. */
import { answerOf } from '../app/features/indicators/answer.ts';
import { evaluateSheet } from '../app/features/indicators/evaluate.ts';
import { withNames } from '../app/features/indicators/explanation.ts';
import { readSheet } from '../app/features/indicators/read-sheet.ts';
import { explain, sheetRefusalText } from '../app/features/indicators/text.ts';
import { answerJson } from './json-command.ts';
import type { Answered } from './json-command.ts';
import { evaluateText } from './text.ts';

export function run(args: readonly string[]): Promise<number> {
  return answerJson(args, evaluateText, evaluate);
}

function evaluate(json: unknown): Answered {
  const sheet = readSheet(json);
  if (!sheet.ok) {
    return { kind: sheet.refusal.kind, messages: [evaluateText.refused, ...sheetRefusalText(sheet.refusal)] };
  }
  const evaluation = evaluateSheet(sheet.value);
  const { label } = sheet.value.indicator;
  return { answer: answerOf(evaluation, explain(withNames(evaluation.facts, sheet.value.names), label)) };
}
