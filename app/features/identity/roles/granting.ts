/**
 * No escalation. An administrator gives only what stands under them:
 * - the unit of the role is one they administer (permit says so);
 * - roles that check, decide or watch over other units are given at the top of the tree only: a commune's
 *   administrator must not be able to make an appraiser of the commune's own figures;
 * - not to themselves: a second administrator does that;
 * - whoever acts as administrator by delegation makes no administrators.
 * Whoever may take over an account (a new password, a lost second factor) must be able to give every role it holds.
 */
import type { Holding, Role, UnitPath } from '../../../kernel/actor.ts';

export const grantedOnlyFromTheTop: readonly Role[] = [
  'appraiser',
  'inspector',
  'council_secretary',
  'council_member',
  'deciding_authority',
  'block_lead',
  'auditor',
];

export type GrantRefusal =
  | { readonly kind: 'only_from_top'; readonly role: Role }
  | { readonly kind: 'not_to_self' }
  | { readonly kind: 'not_by_delegate' };

/** A form of roles sent without a choice. */
export type ChoiceMissing = {
  readonly kind: 'choice_missing';
  readonly field: 'role' | 'unitId' | 'holdingId' | 'toPersonId';
};

type Grant = {
  readonly role: Role;
  /** The unit of the role and all above it, nearest first. */
  readonly path: UnitPath;
  /** The administrator's holding that lets them; none when the system acts. */
  readonly by: Holding | undefined;
  readonly isSelf: boolean;
};

/** Undefined when nothing stands against it. Assumes that `by` reaches the path. */
export function objectionTo({ role, path, by, isSelf }: Grant): GrantRefusal | undefined {
  if (by === undefined) return undefined;
  if (isSelf) return { kind: 'not_to_self' };
  if (role === 'administrator' && by.forPersonId !== undefined) return { kind: 'not_by_delegate' };
  if (grantedOnlyFromTheTop.includes(role) && by.unitId !== path.at(-1)) return { kind: 'only_from_top', role };
  return undefined;
}

export type Held = { readonly role: Role; readonly path: UnitPath };

/** Whether an administrator outranks everything a person holds, so that touching the account gains them nothing. */
export function outranks(by: Holding | undefined, held: readonly Held[]): boolean {
  if (by === undefined) return true;
  return held.every(
    ({ role, path }) => path.includes(by.unitId) && objectionTo({ role, path, by, isSelf: false }) === undefined,
  );
}
