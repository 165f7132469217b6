/**
 * Who acts. Roles are held at a unit and reach down its tree; a holding may be lent for a time (ủy quyền), then the
 * record shows for whom it was used.
 */
export const roles = [
  'officer',
  'head',
  'indicator_owner',
  'appraiser',
  'inspector',
  'council_secretary',
  'council_member',
  'deciding_authority',
  'block_lead',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export type Holding = {
  readonly holdingId: string;
  readonly role: Role;
  readonly unitId: string;
  /** The person whose role it is, when it was delegated. */
  readonly forPersonId?: string;
};

export const scopes = [
  'actuals:read',
  'actuals:write',
  'pledges:read',
  'pledges:write',
  'plans:read',
  'plans:write',
  'movements:read',
  'reports:read',
  'reports:write',
  'coverage:read',
  'initiatives:read',
  'initiatives:write',
  'inspections:read',
  'inspections:write',
  'consolidations:read',
  'duties:read',
  'duties:write',
  'snapshots:read',
  'register:read',
  'dossiers:read',
  'dossiers:write',
  'honours:read',
  'honours:write',
  'evaluations:read',
  'evaluations:write',
] as const;
export type Scope = (typeof scopes)[number];

export type Stranger = { readonly kind: 'stranger' };
export type Person = {
  readonly kind: 'person';
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly homeUnitId: string;
  readonly holdings: readonly Holding[];
  /** Held, but of no effect until a second factor is given in this session. */
  readonly asleep?: readonly Role[];
  /** Present when a token of the API acts: no more than its scopes. Absent for a session. */
  readonly scopes?: readonly Scope[];
};
/** The product itself: first set-up, jobs, the command line of whoever runs the machine. */
export type System = { readonly kind: 'system'; readonly name: 'setup' | 'job' | 'cli' };
export type Actor = Stranger | Person | System;

export const stranger: Stranger = { kind: 'stranger' };

/** A unit and all that stands above it, nearest first: what a role held anywhere on it reaches. */
export type UnitPath = readonly string[];

export function holdingFor(actor: Actor, role: Role, path: UnitPath): Holding | undefined {
  return holdingsFor(actor, role, path)[0];
}

/** All of them: a role may be held on a path twice, once in one's own name and once lent. */
export function holdingsFor(actor: Actor, role: Role, path: UnitPath): readonly Holding[] {
  if (actor.kind !== 'person') return [];
  return actor.holdings.filter((holding) => holding.role === role && path.includes(holding.unitId));
}

export function holdsRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.kind === 'person' && actor.holdings.some((holding) => wanted.includes(holding.role));
}

/** The units at which the actor holds one of the roles: the roots of what they reach. */
export function unitsHeld(actor: Actor, ...wanted: readonly Role[]): readonly string[] {
  if (actor.kind !== 'person') return [];
  return [
    ...new Set(actor.holdings.filter((holding) => wanted.includes(holding.role)).map((holding) => holding.unitId)),
  ];
}
