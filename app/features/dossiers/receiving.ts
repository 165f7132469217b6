/**
 * Where an award leads: what is decided below the province goes to the unit itself or the commune, department or body above it
 * (Luật Điều 80, 81 and what each award says of `decidedBy`); what the province or the centre decides goes to the province.
 * One dossier holds awards of one level: it is decided, or sent up, as one.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Award, Holder } from '../awards/award.ts';
import { AWARDS, findAward } from '../awards/award.ts';
import type { SimplifiedGround } from './dossier.ts';

export type DecidedAt = 'base' | 'province' | 'centre';

/** What a nominee is proposed in: decided by the province itself or below it, what was proposed there before. */
export type Proposed = {
  readonly isToRoot: boolean;
  readonly simplified: SimplifiedGround | null;
  readonly awardCodes: readonly string[];
};

export type AwardUnfit =
  | { readonly kind: 'award_unknown' }
  | { readonly kind: 'award_elsewhere'; readonly awardCode: string }
  | { readonly kind: 'award_of_other_receiver'; readonly awardCode: string; readonly level: DecidedAt }
  | {
      readonly kind: 'award_of_other_level';
      readonly awardCode: string;
      readonly level: DecidedAt;
      readonly there: DecidedAt;
    }
  | { readonly kind: 'award_for_others'; readonly awardCode: string; readonly holder: Holder }
  | { readonly kind: 'title_not_simplified'; readonly awardCode: string };

export function fits(awardCode: string, holder: Holder, proposed: Proposed): Result<Award, AwardUnfit> {
  const award = findAward(awardCode);
  if (!award) return refuse({ kind: 'award_unknown' });
  if (award.level === 'elsewhere') return refuse({ kind: 'award_elsewhere', awardCode });
  const { level } = award;
  if ((level === 'base') === proposed.isToRoot) return refuse({ kind: 'award_of_other_receiver', awardCode, level });
  const there = levelOf(proposed.awardCodes);
  if (there && there !== level) return refuse({ kind: 'award_of_other_level', awardCode, level, there });
  if (!award.holders.includes(holder)) return refuse({ kind: 'award_for_others', awardCode, holder });
  // Điều 85.1 speaks of forms of award alone.
  if (proposed.simplified && award.type === 'title') return refuse({ kind: 'title_not_simplified', awardCode });
  return ok(award);
}

/** The one level of what is proposed; undefined while nobody is. */
export function levelOf(awardCodes: readonly string[]): DecidedAt | undefined {
  const level = awardCodes.map((code) => findAward(code)?.level).find((each) => each !== undefined);
  return level === 'elsewhere' ? undefined : level;
}

/** What is decided here or above, but not in this dossier. */
export function awardsElsewhere(proposed: Proposed): readonly Award[] {
  const here = new Set(awardsFor(proposed).map(({ code }) => code));
  return AWARDS.filter(({ code, level }) => level !== 'elsewhere' && !here.has(code));
}

/** What may be chosen for a nominee, in the order of the list. */
export function awardsFor(proposed: Proposed): readonly Award[] {
  return AWARDS.filter((award) => award.holders.some((holder) => fits(award.code, holder, proposed).ok));
}
