/** What must be there before a dossier moves, beside the right to move it. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { SimplifiedGround } from './dossier.ts';
import type { DossierMove, DossierStage } from './procedure.ts';

export type DossierFault =
  | { readonly kind: 'nobody_proposed' }
  | { readonly kind: 'achievement_missing'; readonly name: string };
export type Ready =
  | { readonly kind: 'dossier_incomplete'; readonly faults: readonly DossierFault[] }
  | { readonly kind: 'not_confirmed' | 'confirmed_already' }
  | { readonly kind: 'council_needed'; readonly awardCodes: readonly string[] };

type Subject = {
  readonly stage: DossierStage;
  readonly viaUnitId: string | null;
  readonly confirmedAt: Date | null;
  readonly simplified: SimplifiedGround | null;
};
type Named = {
  readonly name: string;
  readonly achievement: string;
  readonly awardCode: string;
  readonly outcome: string;
};

/** `needsCouncil`: by the provisions of the day; undefined where nothing is laid down, then the appraising body says whether it meets. */
export function readyFor(
  move: DossierMove,
  dossier: Subject,
  nominees: readonly Named[],
  needsCouncil: (awardCode: string) => boolean | undefined,
): Result<undefined, Ready> {
  if (move === 'submit') {
    const faults = faultsOf(nominees);
    return faults.length > 0 ? refuse({ kind: 'dossier_incomplete', faults }) : ok();
  }
  if (move === 'confirm' && dossier.confirmedAt !== null) return refuse({ kind: 'confirmed_already' });
  if (move === 'receive' && dossier.viaUnitId !== null && dossier.confirmedAt === null)
    return refuse({ kind: 'not_confirmed' });
  if (move === 'to_authority' && dossier.stage !== 'council' && dossier.simplified === null) {
    const open = nominees.filter(({ outcome }) => outcome === 'open').map(({ awardCode }) => awardCode);
    const awardCodes = [...new Set(open)].filter((code) => needsCouncil(code) === true);
    return awardCodes.length > 0 ? refuse({ kind: 'council_needed', awardCodes }) : ok();
  }
  return ok();
}

export function faultsOf(nominees: readonly Named[]): readonly DossierFault[] {
  if (nominees.length === 0) return [{ kind: 'nobody_proposed' }];
  return nominees
    .filter(({ achievement }) => achievement === '')
    .map(({ name }) => ({ kind: 'achievement_missing', name }));
}
