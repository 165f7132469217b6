/**
 * Papers that follow a dossier after it was handed in. No text that was read lays down which may (those of the simplified procedure are
 * the Government's to name, Luật Điều 85.2), so by the product's default: whatever the paper where a feat is commended within hours, else
 * what was said to be lacking when it was handed in. All else means taking it back or having it returned.
 */
import type { DossierKind, SimplifiedGround } from './dossier.ts';
import type { LackingKept } from './edition.ts';
import type { PaperKind } from './papers.ts';
import type { DossierMove, DossierStage } from './procedure.ts';
import { dossierProcedure } from './procedure.ts';

/** The move by which a paper is attached at a stage: while it is written, or after. */
export const attachingAt = (stage: DossierStage): Extract<DossierMove, 'attach' | 'supplement'> =>
  dossierProcedure[stage].attach ? 'attach' : 'supplement';

export type Awaited = 'any' | LackingKept['papers'];

export function awaitedOf(
  { kind, simplified }: { readonly kind: DossierKind; readonly simplified: SimplifiedGround | null },
  lacked: LackingKept | undefined,
): Awaited {
  return kind === 'sudden' || simplified !== null ? 'any' : (lacked?.papers ?? []);
}

/** `name` of the nominee whose paper it is, null of the dossier's own. */
export function isAwaited(awaited: Awaited, paper: PaperKind, name: string | null): boolean {
  return awaited === 'any' || awaited.some((one) => one.paper === paper && one.name === name);
}
