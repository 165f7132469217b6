/** Who is proposed: a person, a collective or a household of the register, for one award, with what they achieved in short. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

/** `removed`: taken off the list with a reason after submission, before anybody decided on it. */
export const nomineeOutcomes = ['open', 'granted', 'refused', 'removed'] as const;
export type NomineeOutcome = (typeof nomineeOutcomes)[number];

export type AchievementTooLong = { readonly kind: 'achievement_too_long'; readonly limit: number };

export type RankWrong = { readonly kind: 'rank_wrong' };

/** How a nominee was placed in the review of the movement; empty: not said. */
export function readRank(typed: string): Result<number | null, RankWrong> {
  const text = typed.trim();
  if (text === '') return ok(null);
  return /^[1-9]\d{0,3}$/.test(text) ? ok(Number(text)) : refuse({ kind: 'rank_wrong' });
}

/** The short achievement of the list; the report is longer. */
export const achievementLimit = 2000;

export function readAchievement(typed: string): Result<string, AchievementTooLong> {
  const text = typed.trim();
  return text.length > achievementLimit ? refuse({ kind: 'achievement_too_long', limit: achievementLimit }) : ok(text);
}
