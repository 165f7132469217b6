/** Which of the interface's tags shows a stage. */
import type { StageName } from '../../ui/status.ts';
import type { ListStage } from './level-list.ts';

export const listLook: Readonly<Record<ListStage, StageName>> = {
  draft: 'draft',
  submitted: 'submitted',
  confirmed: 'verified',
  discarded: 'returned',
};
