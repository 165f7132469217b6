/** By which rule an award is voted on: what the law's book says of it on the day of receipt, else a default that says it is one. */
import type { Fact } from '../awards/law/law-book.ts';

export type RuleState = 'read' | 'second_hand' | 'default' | 'not_read' | 'amended';
export type VoteRule = {
  /** Null: more than half of all members. */
  readonly atLeastPercent: number | null;
  readonly isSecret: boolean;
  /** The rule leaves it to the council whether it votes in secret. */
  readonly mayChoose: boolean;
  readonly article: string;
  readonly source: string;
  /** `amended`: read, and a law that nobody here has read has changed it since. */
  readonly state: RuleState;
};

/** Where no share is known: a majority of all members, as Bắc Ninh lays down for its own council (QĐ 86/2025/QĐ-UBND, Điều 8). Not law here. */
const majority = {
  atLeastPercent: null,
  isSecret: false,
  mayChoose: true,
  article: '8',
  source: 'bac-ninh-86-2025',
  state: 'default',
} as const;

/** "Bỏ phiếu kín hoặc biểu quyết": where the rule names a share and leaves the way open, secret is the default. */
export function ruleOf(vote: Fact<'vote'> | undefined): VoteRule {
  if (!vote) return majority;
  const { atLeastPercent, secret } = vote.content;
  const state = vote.amendedBy ? 'amended' : vote.state;
  const { article, source } = vote;
  return { atLeastPercent, isSecret: secret ?? true, mayChoose: secret === null, article, source, state };
}
