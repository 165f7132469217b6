/**
 * Where an award leads: what is decided below the province goes to the unit itself or the commune, department or body above it
 * (Luật Điều 80, 81 and what each award says of `decidedBy`); what the province or the centre decides goes to the province.
 * One dossier is handed in with awards of one level: it is decided, or sent up, as one. While it is written it may hold several; then it
 * is split (ADR 0206).
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Award, Holder } from '../awards/award.ts';
import { findAward, givenAwards } from '../awards/award.ts';
import type { SimplifiedGround } from './dossier.ts';

export const decidedAts = ['base', 'province', 'centre'] as const;
export type DecidedAt = (typeof decidedAts)[number];

export type AwardUnfit =
  | { readonly kind: 'award_unknown' }
  | { readonly kind: 'award_elsewhere' | 'award_not_given'; readonly awardCode: string }
  | { readonly kind: 'award_for_others'; readonly awardCode: string; readonly holder: Holder }
  | { readonly kind: 'title_not_simplified'; readonly awardCode: string };

export function fits(
  awardCode: string,
  holder: Holder,
  { simplified }: { readonly simplified: SimplifiedGround | null },
): Result<Award, AwardUnfit> {
  const award = findAward(awardCode);
  if (!award) return refuse({ kind: 'award_unknown' });
  if (award.level === 'elsewhere') return refuse({ kind: 'award_elsewhere', awardCode });
  if (!award.isGiven) return refuse({ kind: 'award_not_given', awardCode });
  if (!award.holders.includes(holder)) return refuse({ kind: 'award_for_others', awardCode, holder });
  // Điều 85.1 speaks of forms of award alone.
  if (simplified && award.type === 'title') return refuse({ kind: 'title_not_simplified', awardCode });
  return ok(award);
}

/** Undefined for what no unit of the province decides or sends up. */
export function levelOf(awardCode: string): DecidedAt | undefined {
  const level = findAward(awardCode)?.level;
  return level === 'elsewhere' ? undefined : level;
}

export const goesToRoot = (level: DecidedAt): boolean => level !== 'base';

/** What a dossier is sent to: the province itself or below it; and what is proposed in it. */
export type Proposed = {
  readonly isToRoot: boolean;
  readonly simplified: SimplifiedGround | null;
  readonly awardCodes: readonly string[];
};

/** The level at which a dossier of this receiver is decided; of the two that go to the province, the one that is in it. */
export function levelThere({ isToRoot, awardCodes }: Omit<Proposed, 'simplified'>): DecidedAt {
  if (!isToRoot) return 'base';
  const levels = awardCodes.map(levelOf);
  return !levels.includes('province') && levels.includes('centre') ? 'centre' : 'province';
}

/** What may be chosen for a nominee, in the order of the list: of the dossier's own level, and what will be split off. */
export function awardsFor(proposed: Proposed): { readonly here: readonly Award[]; readonly apart: readonly Award[] } {
  const offered = givenAwards().filter((award) =>
    award.holders.some((holder) => fits(award.code, holder, proposed).ok),
  );
  const isFree = proposed.isToRoot && proposed.awardCodes.every((code) => levelOf(code) === 'base');
  const there = levelThere(proposed);
  const isHere = ({ code }: Award) => {
    const level = levelOf(code);
    return level === there || (isFree && level !== 'base');
  };
  return { here: offered.filter(isHere), apart: offered.filter((award) => !isHere(award)) };
}

export type Part<One> = {
  readonly level: DecidedAt;
  readonly nominees: readonly One[];
  /** Remains in the dossier that it stands in. */
  readonly stays: boolean;
  /** The dossier goes to another receiver then, for nothing in it goes to the present one. */
  readonly turns: boolean;
};

/** What goes where: one part for each level that is proposed, what remains first. */
export function partsOf<One extends { readonly awardCode: string }>(
  nominees: readonly One[],
  isToRoot: boolean,
): readonly Part<One>[] {
  const groups = Map.groupBy(nominees, ({ awardCode }) => levelOf(awardCode));
  const levels = decidedAts.filter((level) => groups.has(level));
  const there = levelThere({ isToRoot, awardCodes: nominees.map(({ awardCode }) => awardCode) });
  const staying = levels.includes(there) ? there : levels[0];
  return levels
    .map((level) => ({
      level,
      nominees: groups.get(level) ?? [],
      stays: level === staying,
      turns: level === staying && goesToRoot(level) !== isToRoot,
    }))
    .toSorted((a, b) => Number(b.stays) - Number(a.stays));
}

export function isWhole(parts: readonly Part<unknown>[]): boolean {
  return parts.length < 2 && parts.every(({ turns }) => !turns);
}
