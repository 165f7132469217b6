/**
 * A new version of what the law lays down decides about other people's awards: proposed by one of the appraising body or the deciding
 * authority at the province, confirmed by another, whatever roles were lent (ADR 0121, 0173). Until then the one before holds.
 */
import type { Rights } from '../../../kernel/permit.ts';
import type { Procedure } from '../../../kernel/procedure.ts';

export const provisionRights = {
  'award.propose_provision': { by: ['appraiser', 'deciding_authority'] },
} as const satisfies Rights<string>;

export const provisionStages = ['proposed', 'confirmed', 'withdrawn'] as const;
export type ProvisionStage = (typeof provisionStages)[number];
export type ProvisionMove = 'confirm' | 'withdraw';

const laying = (['appraiser', 'deciding_authority'] as const).map((role) => ({ role, at: 'unit' }) as const);

export const provisionProcedure: Procedure<ProvisionStage, ProvisionMove> = {
  proposed: {
    confirm: { to: 'confirmed', by: laying, fourEyes: true },
    withdraw: { to: 'withdrawn', by: laying },
  },
  confirmed: {},
  withdrawn: {},
};
