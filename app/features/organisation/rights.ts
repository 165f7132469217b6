/** Who may shape the organisation: an administrator at a place above the unit. Everybody may see it (visible.server.ts). */
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Permit, PermitRefusal, Rights } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';

export const organisationDeeds = [
  'unit.create',
  'unit.change',
  'unit.dissolve',
  'unit.revive',
  'unit.correct',
  'unit.import',
  'block.create',
  'block.change',
  'block.import',
] as const;
export type OrganisationDeed = (typeof organisationDeeds)[number];

const administrator = { by: ['administrator'], system: true } as const;

export const organisationRights: Rights<OrganisationDeed> = {
  'unit.create': administrator,
  'unit.change': administrator,
  'unit.dissolve': administrator,
  'unit.revive': administrator,
  'unit.correct': administrator,
  'unit.import': administrator,
  'block.create': administrator,
  'block.change': administrator,
  'block.import': administrator,
};

/** A unit does not shape itself; only a root, which has nobody above, is shaped by its own administrator. */
export function aboveOf(path: UnitPath): UnitPath {
  return path.length > 1 ? path.slice(1) : path;
}

export function permitOrganisation(
  deed: OrganisationDeed,
  actor: Actor,
  path: UnitPath,
): Result<Permit<OrganisationDeed>, PermitRefusal> {
  return permitTo(organisationRights, deed, actor, path);
}
