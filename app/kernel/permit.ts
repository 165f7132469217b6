/**
 * Permission is a value you must hold. Only the functions here mint a Permit, every write demands one, and the record
 * takes from it on whose behalf was acted: a check cannot be skipped, and page and command cannot disagree.
 */
import type { Actor, Holding, Role, Scope, UnitPath } from './actor.ts';
import { holdingFor, stranger } from './actor.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

declare const minted: unique symbol;
export type Permit<Deed extends string = string> = {
  readonly [minted]: true;
  readonly deed: Deed;
  readonly actor: Actor;
  readonly holding?: Holding;
};

export type NotAllowed = { readonly kind: 'not_allowed'; readonly deed: string; readonly by: readonly Role[] };
export type NotScoped = { readonly kind: 'not_scoped'; readonly scope: Scope };
export type PermitRefusal = NotAllowed | NotScoped;

/** What may be done outside a procedure, and by which roles; `system` rows are for set-up, jobs and the command line too. */
export type Right = { readonly by: readonly Role[]; readonly system?: boolean; readonly scope?: Scope };
export type Rights<Deed extends string> = Readonly<Record<Deed, Right>>;

/** Refused unless a role of the table is held on the path (or the system acts where the row lets it). */
export function permitTo<Deed extends string>(
  rights: Rights<Deed>,
  deed: Deed,
  actor: Actor,
  path: UnitPath,
): Result<Permit<Deed>, PermitRefusal> {
  const right = rights[deed];
  if (actor.kind === 'system' && right.system) return ok(mint(deed, actor));
  if (!isInScope(actor, right.scope)) return refuse({ kind: 'not_scoped', scope: right.scope ?? 'actuals:read' });
  const holding = firstHolding(actor, right.by, path);
  return holding ? ok(mint(deed, actor, holding)) : refuse({ kind: 'not_allowed', deed, by: right.by });
}

export function isAllowed<Deed extends string>(
  rights: Rights<Deed>,
  deed: Deed,
  actor: Actor,
  path: UnitPath,
): boolean {
  return permitTo(rights, deed, actor, path).ok;
}

/** What anybody does to what is their own: their password, sessions, messages. A token of the API may not. */
export function permitOwn<const Deed extends string>(
  deed: Deed,
  actor: Actor,
  ownerId: string,
): Result<Permit<Deed>, NotAllowed> {
  const isOwn = actor.kind === 'person' && actor.scopes === undefined && actor.personId === ownerId;
  return isOwn ? ok(mint(deed, actor)) : refuse({ kind: 'not_allowed', deed, by: [] });
}

/** What the product does by itself: a job, a set-up step, a stranger's sign-in attempt that must be recorded. */
export function permitSystem<const Deed extends string>(deed: Deed, actor: Actor): Permit<Deed> {
  if (actor.kind === 'person') throw new Error('permitSystem is not for people');
  return mint(deed, actor);
}

export function isInScope(actor: Actor, scope: Scope | undefined): boolean {
  if (actor.kind !== 'person' || actor.scopes === undefined) return true;
  return scope !== undefined && actor.scopes.includes(scope);
}

/**
 * With whose eyes is read what a scope lets a token have of many subjects at once: its owner's; without that scope a
 * stranger's. For reads that say of each no more than the scope is for.
 */
export function readerFor(actor: Actor, scope: Scope): Actor {
  if (actor.kind !== 'person' || actor.scopes === undefined) return actor;
  const { scopes: _token, ...owner } = actor;
  return isInScope(actor, scope) ? owner : stranger;
}

function firstHolding(actor: Actor, by: readonly Role[], path: UnitPath): Holding | undefined {
  for (const role of by) {
    const holding = holdingFor(actor, role, path);
    if (holding) return holding;
  }
  return undefined;
}

/** For this folder only: procedure.ts mints through it. */
export function mint<Deed extends string>(deed: Deed, actor: Actor, holding?: Holding): Permit<Deed> {
  return { deed, actor, ...(holding && { holding }) } as Permit<Deed>;
}
