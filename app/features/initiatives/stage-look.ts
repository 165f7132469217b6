/** Which of the interface's tags shows a stage. */
import type { AdoptionStage } from './adoption.ts';
import type { InitiativeStage } from './initiative.ts';

export const initiativeLook = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  unit_review: 'submitted',
  province_review: 'submitted',
  recognised: 'verified',
  raised: 'verified',
  refused: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<InitiativeStage, string>>;

export const adoptionLook = {
  submitted: 'submitted',
  verified: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<AdoptionStage, string>>;
