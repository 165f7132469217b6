/** `./thidua standards case.json`: whether a case meets the standards of an award, and why, as the screens say it. A list of cases too. Needs no database. */
import { answerOf } from '../app/features/awards/standards/answer.ts';
import { evaluateStandards } from '../app/features/awards/standards/evaluate.ts';
import { readCase } from '../app/features/awards/standards/read-case.ts';
import { RULE_BOOK } from '../app/features/awards/standards/rule-book.ts';
import { caseRefusalText, WORDS } from '../app/features/awards/standards/text.ts';
import { answerJson } from './json-command.ts';
import type { Answered } from './json-command.ts';
import { standardsText } from './text.ts';

export function run(args: readonly string[]): Promise<number> {
  return answerJson(args, standardsText, (json) => (Array.isArray(json) ? many(json) : one(json)));
}

function one(json: unknown): Answered {
  const read = readCase(json);
  if (!read.ok) return { kind: read.refusal.kind, messages: [standardsText.refused, ...caseRefusalText(read.refusal)] };
  return { answer: answerOf(read.value, evaluateStandards(RULE_BOOK, read.value), WORDS) };
}

/** All are answered, or none: each mistake is named with the place of its case. */
function many(list: readonly unknown[]): Answered {
  const answered = list.map(one);
  const messages = answered.flatMap((each, index) =>
    'messages' in each ? each.messages.slice(1).map((message) => `[${index}] ${message}`) : [],
  );
  if (messages.length > 0) return { kind: 'case_malformed', messages: [standardsText.refused, ...messages] };
  return { answer: answered.map((each) => ('answer' in each ? each.answer : undefined)) };
}
