/**
 * Who may do what with people, accounts and roles. An administrator's role is held at a unit and reaches down its tree;
 * what a person does with their own account goes by `permitOwn`, and is not in this table.
 */
import type { Rights } from '../../kernel/permit.ts';

export const identityDeeds = [
  'person.create',
  'person.change',
  'account.create',
  'account.invite',
  'account.disable',
  'account.enable',
  'account.unlock',
  'account.reset_second_factor',
  'role.grant',
  'role.end',
  'role.delegate',
  'role.revoke_delegation',
] as const;
export type IdentityDeed = (typeof identityDeeds)[number];

const administrators = { by: ['administrator'], system: true } as const;

export const identityRights: Rights<IdentityDeed> = {
  'person.create': administrators,
  'person.change': administrators,
  'account.create': administrators,
  'account.invite': administrators,
  'account.disable': administrators,
  'account.enable': administrators,
  'account.unlock': administrators,
  'account.reset_second_factor': administrators,
  'role.grant': administrators,
  'role.end': administrators,
  'role.delegate': administrators,
  'role.revoke_delegation': administrators,
};
