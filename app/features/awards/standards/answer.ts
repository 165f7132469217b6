/** An evaluation as JSON: what `./thidua standards` prints. */
import { getAward } from '../award.ts';
import type { Case } from './case.ts';
import type { Entry, Evaluation } from './evaluate.ts';
import type { State } from './outcome.ts';
import type { Chosen } from './rule-book.ts';

export type Answer = {
  readonly result: State;
  readonly award: string;
  readonly rule: {
    readonly law: string | null;
    readonly basis: string | null;
    readonly in_force_from: string | null;
    readonly in_force_until: string | null;
    readonly state: string | null;
  };
  readonly notes: readonly string[];
  readonly conditions: readonly { readonly article: string; readonly state: State; readonly because: string }[];
};

export type Words = {
  readonly because: (entry: Entry) => string;
  readonly article: (clause: Entry['clause']) => string;
  readonly lawNotRead: (one: Case, chosen: Chosen) => string;
  readonly noRule: string;
  readonly laterLaw: (later: NonNullable<Chosen['later']>) => string;
};

export function answerOf(one: Case, { result, chosen, entries }: Evaluation, words: Words): Answer {
  const { inForce, rule, isUnread, later } = chosen;
  const unread = isUnread && inForce;
  const decides = unread ? inForce : rule;
  const said = entries.map((entry) => ({
    article: words.article(entry.clause),
    state: entry.state,
    because: words.because(entry),
  }));
  const before: Answer['conditions'] = unread
    ? [{ article: inForce.number, state: 'to_judge', because: words.lawNotRead(one, chosen) }]
    : rule
      ? []
      : [{ article: getAward(one.award).article, state: 'to_judge', because: words.noRule }];
  return {
    result,
    award: one.award,
    rule: {
      law: inForce?.number ?? null,
      basis: rule?.basis ?? null,
      in_force_from: decides?.inForceFrom ?? null,
      in_force_until: decides?.inForceUntil ?? inForce?.inForceUntil ?? null,
      state: decides?.state ?? null,
    },
    notes: result !== 'met' && later && !isUnread ? [words.laterLaw(later)] : [],
    conditions: [...before, ...said],
  };
}
