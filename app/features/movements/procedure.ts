/**
 * The way of a movement: drafted, launched by the head of the unit (for the province also by its chairman or by the body
 * that keeps the movement for it), reviewed while it runs, closed, concluded. Four eyes do not apply: the paper that
 * launches, reviews or concludes is signed outside by whoever may.
 */
import type { Role } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';
import type { Hand, Procedure } from '../../kernel/procedure.ts';
import type { MovementStage } from './movement.ts';

export const movementMoves = [
  'change',
  'launch',
  'withdraw',
  'number',
  'review',
  'close',
  'conclude',
  'attach',
] as const;
export type MovementMove = (typeof movementMoves)[number];

/** `unit`: who launches. `root`: the same where that is the province itself, else nowhere. */
export type MovementPlace = 'unit' | 'root';

const launchers: readonly Hand<MovementPlace>[] = [
  { role: 'head', at: 'unit' },
  { role: 'deciding_authority', at: 'root' },
  { role: 'appraiser', at: 'root' },
];
const drafters: readonly Hand<MovementPlace>[] = [{ role: 'officer', at: 'unit' }, ...launchers];

export const movementProcedure: Procedure<MovementStage, MovementMove, MovementPlace> = {
  draft: {
    change: { to: 'draft', by: drafters },
    launch: { to: 'launched', by: launchers },
    withdraw: { to: 'withdrawn', by: drafters },
    attach: { to: 'draft', by: drafters },
  },
  launched: {
    /** The directive may have been printed before it was numbered. */
    number: { to: 'launched', by: launchers },
    review: { to: 'launched', by: launchers },
    close: { to: 'closed', by: launchers },
    attach: { to: 'launched', by: launchers },
  },
  closed: { conclude: { to: 'concluded', by: launchers }, attach: { to: 'closed', by: launchers } },
  concluded: { attach: { to: 'concluded', by: launchers } },
  withdrawn: {},
};

/** Each unit of the scope receives for itself. */
export const receiptRights = { 'movement.receive': { by: ['officer', 'head'] } } as const satisfies Rights<string>;

/** Only the product's own set-up brings in the movement of the directive. */
export const loadRights = { 'movement.load': { by: [], system: true } } as const satisfies Rights<string>;

/** The scope follows the organisation by itself. */
export const followRights = { 'movement.follow': { by: [], system: true } } as const satisfies Rights<string>;

/** Roles that see a draft, and one kept to its units, when they reach the unit. */
export const insideRoles: readonly Role[] = [
  'officer',
  'head',
  'deciding_authority',
  'appraiser',
  'auditor',
  'inspector',
];
