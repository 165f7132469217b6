/** Who keeps the register of what goes to the centre: who appraises where the dossier was received. */
import type { Role } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';

const keepers: readonly Role[] = ['appraiser'];
export const centreRights = {
  send: { by: keepers },
  receipt: { by: keepers },
  return: { by: keepers },
} as const satisfies Rights<string>;
export type CentreDeed = keyof typeof centreRights;
