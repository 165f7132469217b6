/** A form's edition: draft → published by the appraising body at the province. Published it never changes; the next edition copies it. */
import type { Hand, Procedure } from '../../../kernel/procedure.ts';
import type { FormStage } from './form.ts';

export const formMoves = ['change', 'publish', 'withdraw', 'revise'] as const;
export type FormMove = (typeof formMoves)[number];

const maker: readonly Hand<'root'>[] = [{ role: 'appraiser', at: 'root' }];

export const formProcedure: Procedure<FormStage, FormMove, 'root'> = {
  draft: {
    change: { to: 'draft', by: maker },
    publish: { to: 'published', by: maker },
    withdraw: { to: 'withdrawn', by: maker },
  },
  published: { revise: { to: 'published', by: maker } },
  withdrawn: {},
};
