/** Who freezes figures for a review: the appraiser or the administrator at the province. */
import type { Rights } from '../../kernel/permit.ts';

export const snapshotRights = {
  'snapshot.take': { by: ['appraiser', 'administrator'] },
} as const satisfies Rights<string>;
