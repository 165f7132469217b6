/** Which of the interface's tags shows a stage. */
import type { FormStage } from './form.ts';

export const formLook = {
  draft: 'draft',
  published: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<FormStage, string>>;
