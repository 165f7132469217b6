/** Who writes the register: officers and heads for what stands below them, appraisers for what they appraise. */
import type { Role } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';

/** Who reads whatever stands below the place where the role is held. */
export const readingRoles: readonly Role[] = [
  'officer',
  'head',
  'appraiser',
  'auditor',
  'inspector',
  'council_secretary',
  'deciding_authority',
];
const writers = { by: ['officer', 'head', 'appraiser'] } as const;
/** What a token may do too. */
const scope = 'honours:write';
const officers = { by: ['officer', 'appraiser'] } as const;

export const registerRights = {
  'holder.enter': writers,
  'holder.change': writers,
  'holder.note': writers,
  'holder.identity': officers,
  'holder.export': officers,
  'holder.merge': officers,
  /** Who did what: for those who read by office, not by a token, nor for whoever it is. */
  'holder.history': { by: readingRoles },
  'honour.enter': { ...writers, scope },
  /** An award of the province or the centre that was decided before; those of the base are entered by the unit that gave them. */
  'honour.enter_above': { by: ['appraiser'], scope },
  /** Put right or struck by whoever might have entered it. */
  'honour.correct': { ...writers, scope },
  'honour.correct_above': { by: ['appraiser'], scope },
  'honour.import': { by: ['appraiser'] },
  'honour.replay': { by: ['appraiser', 'auditor'] },
  'unit_ground.change': { by: ['appraiser', 'administrator'] },
} as const satisfies Rights<string>;
export type RegisterDeed = keyof typeof registerRights;

export const identityRoles: readonly Role[] = registerRights['holder.identity'].by;
