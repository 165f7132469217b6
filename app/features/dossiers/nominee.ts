/** Who is proposed: a person, a collective or a household of the register, for one award, with what they achieved in short. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

/** `removed`: taken off the list with a reason after submission, before anybody decided on it. */
export const nomineeOutcomes = ['open', 'granted', 'refused', 'removed'] as const;
export type NomineeOutcome = (typeof nomineeOutcomes)[number];

export type AchievementTooLong = { readonly kind: 'achievement_too_long'; readonly limit: number };

/** The short achievement of the list; the report is longer. */
export const achievementLimit = 2000;

export function readAchievement(typed: string): Result<string, AchievementTooLong> {
  const text = typed.trim();
  return text.length > achievementLimit ? refuse({ kind: 'achievement_too_long', limit: achievementLimit }) : ok(text);
}
