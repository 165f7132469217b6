/** What may be done about appraisal outside a dossier's own way: flags, and the data by which bodies and lists are demanded. */
import type { Role } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';

export const rights = {
  'flag.enter': { by: ['appraiser'] },
  'flag.match': { by: ['appraiser'] },
  'flag.withdraw': { by: ['appraiser'] },
  'flag_kind.change': { by: ['appraiser', 'administrator'] },
  'asked_body.propose': { by: ['appraiser'] },
  'asked_body.confirm': { by: ['appraiser', 'deciding_authority'] },
} as const satisfies Rights<string>;

/** Who may know what other bodies say of somebody, and why a nominee was found wanting. The unit is not among them. */
export const insideRoles: readonly Role[] = ['appraiser', 'deciding_authority', 'auditor'];
