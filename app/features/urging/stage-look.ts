/** Which of the interface's tags shows a stage. */
import type { LetterStage } from './letter.ts';

export const letterLook = {
  draft: 'draft',
  issued: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<LetterStage, string>>;
