/** What a holder meets in a year: every award for their kind held against the register, one of them in full. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { givenAwards } from '../awards/award.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import { chooseRules } from '../awards/standards/rule-book.ts';
import type { Explained } from '../awards/standards/explained.text.ts';
import { explained } from '../awards/standards/explained.text.ts';
import { caseFrom } from './facts.ts';
import { factsOf } from './facts.server.ts';
import type { Reckoned } from './standing.ts';
import { reckon, standings } from './standing.ts';

export type HolderStandards = {
  /** Nearest first. Awards given elsewhere are left out. */
  readonly awards: readonly (Reckoned & { readonly code: string })[];
  readonly shown: Explained | undefined;
  /** The law in force was not read for some of them, which are read of the law before it. */
  readonly isUnread: boolean;
};
type Asked = {
  readonly holder: { readonly id: string; readonly kind: HolderKind };
  readonly year: number;
  readonly received: PlainDate;
  readonly awardCode: string | null;
};

/** For callers that may read the holder. */
export async function standardsOf(
  db: Kysely<DB>,
  { holder, year, received, awardCode }: Asked,
): Promise<HolderStandards> {
  const [facts, book] = await Promise.all([factsOf(db, [holder.id]), ruleBook(db)]);
  const mine = facts.get(holder.id);
  if (!mine) return { awards: [], shown: undefined, isUnread: false };
  const evaluated = givenAwards()
    .filter(({ holders, level }) => holders.includes(holder.kind) && level !== 'elsewhere')
    .map(({ code }) => {
      const one = caseFrom(mine, { awardCode: code, year, received, movement: false });
      return { code, one, evaluation: evaluateStandards(book, one) };
    });
  const awards = evaluated
    .map(({ code, evaluation }) => ({ code, ...reckon(evaluation) }))
    .toSorted((a, b) => standings.indexOf(b.standing) - standings.indexOf(a.standing));
  const asked = evaluated.find(({ code }) => code === awardCode);
  const isUnread = evaluated.some(({ code }) => chooseRules(book, { award: code, received, year }).isUnread);
  return { awards, shown: asked && explained(asked.one, asked.evaluation), isUnread };
}
