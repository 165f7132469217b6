/** What must be there before a dossier moves, beside the right to move it. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { findAward } from '../awards/award.ts';
import type { SimplifiedGround } from './dossier.ts';
import type { OwnMove } from './owners.ts';
import type { DecidedAt } from './receiving.ts';
import type { Lacking } from './papers.ts';
import { isWhole, partsOf } from './receiving.ts';

export type DossierFault =
  | { readonly kind: 'nobody_proposed' }
  /** Awards of these levels in one dossier, or one that its receiver does not decide: it is split first. */
  | { readonly kind: 'awards_apart'; readonly levels: readonly DecidedAt[] }
  | { readonly kind: 'achievement_missing'; readonly name: string }
  /** Papers without which a provision does not let it be handed in. */
  | { readonly kind: 'papers_block'; readonly lacking: readonly Lacking[] }
  | { readonly kind: 'not_given'; readonly name: string; readonly awardCode: string };
export type Ready =
  | { readonly kind: 'dossier_incomplete'; readonly faults: readonly DossierFault[] }
  /** Papers are lacking and nobody said why. */
  | { readonly kind: 'papers_unexplained'; readonly lacking: readonly Lacking[] }
  | { readonly kind: 'not_confirmed' | 'confirmed_already' };

type Subject = {
  readonly simplified: SimplifiedGround | null;
  readonly viaUnitId: string | null;
  readonly confirmedAt: Date | null;
  readonly places: { readonly receiver: readonly string[] };
};
type Named = { readonly name: string; readonly achievement: string; readonly awardCode: string };

/** `reason`: why papers are lacking, on handing in. */
type Handed = { readonly nominees: readonly Named[]; readonly lacking: readonly Lacking[]; readonly reason: string };

export function readyFor(
  move: OwnMove,
  dossier: Subject,
  { nominees, lacking, reason }: Handed,
): Result<undefined, Ready> {
  if (move === 'submit') {
    const faults = faultsOf(nominees, dossier, lacking);
    if (faults.length > 0) return refuse({ kind: 'dossier_incomplete', faults });
    const unexplained = asksWhy(dossier, lacking) && reason.trim() === '';
    return unexplained ? refuse({ kind: 'papers_unexplained', lacking }) : ok();
  }
  if (move === 'confirm' && dossier.confirmedAt !== null) return refuse({ kind: 'confirmed_already' });
  if (move === 'receive' && dossier.viaUnitId !== null && dossier.confirmedAt === null)
    return refuse({ kind: 'not_confirmed' });
  return ok();
}

/** What the simplified procedure asks for the Government lays down (Luật Điều 85.2), and that text was not read: there nobody need say why. */
export const asksWhy = ({ simplified }: Pick<Subject, 'simplified'>, lacking: readonly Lacking[]): boolean =>
  simplified === null && lacking.length > 0;

export function faultsOf(
  nominees: readonly Named[],
  { places, simplified }: Pick<Subject, 'places' | 'simplified'>,
  lacking: readonly Lacking[],
): readonly DossierFault[] {
  if (nominees.length === 0) return [{ kind: 'nobody_proposed' }];
  const parts = partsOf(nominees, isSentToRoot(places));
  const blocking = simplified === null ? lacking.filter(({ blocks }) => blocks) : [];
  return [
    ...(isWhole(parts) ? [] : [{ kind: 'awards_apart', levels: parts.map(({ level }) => level) } as const]),
    ...(blocking.length > 0 ? [{ kind: 'papers_block', lacking: blocking } as const] : []),
    ...nominees.flatMap(({ name, achievement, awardCode }): readonly DossierFault[] => [
      ...(achievement === '' ? [{ kind: 'achievement_missing', name } as const] : []),
      ...(findAward(awardCode)?.isGiven === false ? [{ kind: 'not_given', name, awardCode } as const] : []),
    ]),
  ];
}

/** Nothing stands above the province. */
export const isSentToRoot = ({ receiver }: Subject['places']): boolean => receiver.length === 1;
