/** The year of a fund: open, then closed by another hand than the one that wrote its last line. Only who holds a role at the body itself keeps its fund. */
import type { Role } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { FundStage } from './fund.ts';

export const fundMoves = ['enter', 'correct', 'pay', 'take_back', 'close'] as const;
export type FundMove = (typeof fundMoves)[number];
/** `own`: the body itself, not what stands above it. */
export type FundPlace = 'own';

const keepers: readonly Role[] = ['officer', 'appraiser', 'head'];
const closers: readonly Role[] = ['head', 'deciding_authority', 'appraiser'];
const at = (roles: readonly Role[]): readonly Hand<FundPlace>[] => roles.map((role) => ({ role, at: 'own' }));

export const fundProcedure: Procedure<FundStage, FundMove, FundPlace> = {
  open: {
    enter: { to: 'open', by: at(keepers) },
    correct: { to: 'open', by: at(keepers), needs: ['reason'] },
    pay: { to: 'open', by: at(keepers) },
    take_back: { to: 'open', by: at(keepers) },
    close: { to: 'closed', by: at(closers), fourEyes: true },
  },
  closed: {},
};

export const fundRights = { open: { by: keepers } } as const satisfies Rights<'open'>;

/** Read by who keeps it, who decides from it, and who looks on by office; these reach what stands below too. */
export const readingRoles: readonly Role[] = [
  'officer',
  'head',
  'appraiser',
  'deciding_authority',
  'auditor',
  'inspector',
];
