/** Who says whether a leader meets the standard, and who is chosen to go up: whoever appraises where the block is organised. */
import type { Rights } from '../../kernel/permit.ts';

export const leaderRights = {
  'leader.judge': { by: ['appraiser'] },
} as const satisfies Rights<string>;
