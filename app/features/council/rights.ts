/** Who keeps the councils: the secretary of the council's own unit; the administrator of it may set the first one up. */
import type { Rights } from '../../kernel/permit.ts';

export const councilRights = {
  'council.keep': { by: ['council_secretary', 'administrator'] },
  'council.plan': { by: ['council_secretary'] },
} as const satisfies Rights<string>;
