/**
 * Who answers for a duty: the person named for it, else named for its kind at the unit, else whoever is the unit's
 * officer, else its head, else nobody, which is itself a thing to mend. A name counts only while its person still works
 * for the unit as officer or head; afterwards it lapses, falls back, and is reported.
 */
import type { Duty, DutyKind } from './duty.ts';

export type Named = {
  readonly unitId: string;
  readonly kind: DutyKind;
  /** Null: for all duties of the kind. */
  readonly key: string | null;
  readonly personId: string;
  readonly personName: string;
};
export type Holder = {
  readonly unitId: string;
  readonly role: 'officer' | 'head';
  readonly personId: string;
  readonly personName: string;
};

export const ownerWays = ['named', 'named_for_kind', 'officer', 'head', 'nobody'] as const;
export type OwnerWay = (typeof ownerWays)[number];
export type Owner = { readonly personId: string; readonly name: string };
export type Owned = {
  readonly owners: readonly Owner[];
  readonly way: OwnerWay;
  /** Who was named but works there no more. */
  readonly lapsed: string | null;
};

export type Staff = { readonly named: readonly Named[]; readonly holders: readonly Holder[] };

/** For many duties: the staff is sorted by unit once. */
export function ownersIn({ named, holders }: Staff): (duty: Asked & Pick<Duty, 'unitId'>) => Owned {
  const namedAt = Map.groupBy(named, ({ unitId }) => unitId);
  const holdersAt = Map.groupBy(holders, ({ unitId }) => unitId);
  return (duty) => ownerOf(duty, { named: namedAt.get(duty.unitId) ?? [], holders: holdersAt.get(duty.unitId) ?? [] });
}

type Asked = Pick<Duty, 'kind' | 'key' | 'ownerId'>;

export function ownerOf({ kind, key, ownerId }: Asked, { named, holders }: Staff): Owned {
  const own = holders.find(({ personId }) => personId === ownerId);
  if (own) return { owners: [{ personId: own.personId, name: own.personName }], way: 'named', lapsed: null };
  const ofKind = named.filter((one) => one.kind === kind);
  const asked = [
    { way: 'named', one: ofKind.find((name) => name.key === key) },
    { way: 'named_for_kind', one: ofKind.find((name) => name.key === null) },
  ] as const;
  const lapsed = asked.find(({ one }) => one && !worksThere(one.personId, holders))?.one?.personName ?? null;
  for (const { way, one } of asked)
    if (one && worksThere(one.personId, holders))
      return { owners: [{ personId: one.personId, name: one.personName }], way, lapsed };
  for (const way of ['officer', 'head'] as const) {
    const owners = peopleIn(holders, way);
    if (owners.length > 0) return { owners, way, lapsed };
  }
  return { owners: [], way: 'nobody', lapsed };
}

function worksThere(personId: string, holders: readonly Holder[]): boolean {
  return holders.some((holder) => holder.personId === personId);
}

/** Each once, though a role may be held in one's own name and lent besides. */
function peopleIn(holders: readonly Holder[], role: Holder['role']): readonly Owner[] {
  const some = holders.filter((holder) => holder.role === role);
  return [...new Map(some.map(({ personId, personName }) => [personId, { personId, name: personName }])).values()];
}

/** Heads of the unit who are told when a duty is passed to them: not those who own it, they know already. */
export function headsBeside(owned: Owned, heads: readonly Owner[]): readonly Owner[] {
  return heads.filter((head) => !owned.owners.some(({ personId }) => personId === head.personId));
}

export function headsOf(holders: readonly Holder[], unitId: string): readonly Owner[] {
  return peopleIn(
    holders.filter((holder) => holder.unitId === unitId),
    'head',
  );
}
