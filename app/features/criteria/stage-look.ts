/** Which mark of the product's stages a set's stage is drawn with. */
import type { StageName } from '../../ui/status.ts';
import type { SetStage } from './procedure.ts';

export const stageLook: Readonly<Record<SetStage, StageName>> = {
  draft: 'draft',
  published: 'verified',
  superseded: 'corrected',
  withdrawn: 'returned',
};
