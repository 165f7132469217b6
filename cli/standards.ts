/**
 * `./thidua standards case.json`: whether a case meets the standards of an award, and why, as the screens say it. A list of cases too. Needs
 * no database, and so knows the awards and rules that come with the product; of one that was added by a form it says so.
 */
import { allAwards } from '../app/features/awards/award.ts';
import { answerOf } from '../app/features/awards/standards/answer.ts';
import type { Case } from '../app/features/awards/standards/case.ts';
import { evaluateStandards } from '../app/features/awards/standards/evaluate.ts';
import { readCase } from '../app/features/awards/standards/read-case.ts';
import type { CaseRefusal } from '../app/features/awards/standards/read-case.ts';
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
  return read.ok ? { answer: answerTo(read.value) } : refused([read.refusal], caseRefusalText(read.refusal));
}

const answerTo = (one: Case) => answerOf(one, evaluateStandards(RULE_BOOK, one), WORDS);

/** All are answered, or none: each mistake is named with the place of its case. */
function many(list: readonly unknown[]): Answered {
  const read = list.map(readCase);
  const wrong = read.flatMap((each, at) => (each.ok ? [] : [{ at, refusal: each.refusal }]));
  if (wrong.length === 0) return { answer: read.flatMap((each) => (each.ok ? [answerTo(each.value)] : [])) };
  return refused(
    wrong.map(({ refusal }) => refusal),
    wrong.flatMap(({ at, refusal }) => caseRefusalText(refusal).map((message) => `[${at}] ${message}`)),
  );
}

/** Which awards are known is said where one is not. */
function refused(refusals: readonly CaseRefusal[], messages: readonly string[]): Answered {
  const isUnknown = refusals.some(({ problems }) => problems.some(({ problem }) => problem === 'unknown_award'));
  const known = isUnknown ? [standardsText.known(allAwards().map(({ code }) => code))] : [];
  return { kind: 'case_malformed', messages: [standardsText.refused, ...messages, ...known] };
}
