/** An administrator at a person: whether they reach them, and whether touching the account would gain them anything. */
import type { Role } from '../../../kernel/actor.ts';
import type { Permit, PermitRefusal } from '../../../kernel/permit.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { pathOf, pathsOf } from '../../organisation/paths.server.ts';
import type { IdentityDeed } from '../rights.ts';
import { identityRights } from '../rights.ts';
import type { Held } from '../roles/granting.ts';
import { outranks } from '../roles/granting.ts';
import { holdingsInForce } from '../session/load-actor.server.ts';

/** The person holds a role that this administrator could not give: whoever can must do it. */
export type HoldsMore = { readonly kind: 'holds_more' };
export type ReachRefusal = PermitRefusal | NotThere | HoldsMore;

export type Reached = {
  readonly permit: Permit;
  readonly person: {
    readonly id: string;
    readonly unitId: string;
    readonly version: number;
    readonly fullName: string;
    readonly isActive: boolean;
  };
};

/** Locks the person's row, so that what is decided about them is decided one after the other. */
export async function reachPerson(
  context: Context,
  deed: IdentityDeed,
  personId: string,
): Promise<Result<Reached, ReachRefusal>> {
  const { tx, actor } = context;
  const row = await tx
    .selectFrom('person')
    .select(['id', 'unit_id', 'version', 'full_name', 'is_active'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse(notThere);
  const permit = permitTo(identityRights, deed, actor, await pathOf(tx, row.unit_id));
  if (!permit.ok) return permit.refusal.kind === 'not_allowed' && isAdministering(context) ? refuse(notThere) : permit;
  if (!outranks(permit.value.holding, await heldBy(context, personId))) return refuse({ kind: 'holds_more' });
  const { id, unit_id: unitId, version, full_name: fullName, is_active: isActive } = row;
  return ok({ permit: permit.value, person: { id, unitId, version, fullName, isActive } });
}

/** For another administrator's people the answer is that there is nobody; for the rest, that this is not their work. */
function isAdministering({ actor }: Context): boolean {
  return actor.kind === 'person' && actor.holdings.some((holding) => holding.role === 'administrator');
}

async function heldBy({ tx }: Context, personId: string): Promise<readonly Held[]> {
  const holdings = await holdingsInForce(tx, personId);
  const units = [...new Set(holdings.map((holding) => holding.unitId))];
  const paths = await pathsOf(tx, units);
  return holdings.map((holding) => ({ role: holding.role as Role, path: paths.get(holding.unitId) ?? [] }));
}
