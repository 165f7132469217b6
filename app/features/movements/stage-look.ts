/** Which of the interface's tags shows a stage. */
import type { MovementStage } from './movement.ts';

export const movementLook = {
  draft: 'draft',
  launched: 'verified',
  closed: 'submitted',
  concluded: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<MovementStage, string>>;
