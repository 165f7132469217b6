/** Which of the interface's tags shows a stage. */
import type { DossierStage } from './procedure.ts';

export const dossierLook = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  appraising: 'submitted',
  consulting: 'submitted',
  council: 'submitted',
  deciding: 'submitted',
  at_centre: 'submitted',
  decided: 'verified',
  issued: 'verified',
  refused: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<DossierStage, string>>;
