/** What stands for the units, holders and numbers that a sheet of past awards speaks of, in a few questions. */
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedRowId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { holders as holderKinds, namesOfAwards } from '../awards/award.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { keepAwards } from '../awards/list.server.ts';
import { awardKinds } from '../awards/standards/case.ts';
import { genders, readIdentity } from './holder.ts';
import { identityPurpose } from './holders.server.ts';
import type { HeldAlready } from './honour.ts';
import type { ImportRow, ImportWorld, KnownHolder } from './import-plan.ts';
import { holderKey } from './import-plan.ts';
import { registerRights } from './rights.ts';
import { awardKindText, genderText, holderKindText } from './text.ts';
import { visibleTo } from './visible.server.ts';

type Asked = {
  readonly rows: readonly ImportRow[];
  readonly actor: Actor;
  readonly importId: string;
  readonly now: Date;
  readonly seal: Seal;
};

const wordMap = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) =>
  new Map(keys.map((key) => [fold(words[key]), key]));

export async function worldFor(db: Reader, { rows, actor, importId, now, seal }: Asked): Promise<ImportWorld> {
  await keepAwards(db, now);
  const units = await unitsOf(db, actor);
  const asked = distinct(rows.flatMap((row) => units.get(row.text('unit'))?.id ?? []));
  const [named, numbered] = await Promise.all([namedIn(db, actor, asked, rows), numberedIn(db, actor, seal, rows)]);
  const ids = distinct([...named.map(({ id }) => id), ...[...numbered.known.values()].map(({ id }) => id)]);
  const held = await heldOf(db, ids);
  return {
    units,
    kinds: wordMap(holderKinds, holderKindText),
    genders: wordMap(genders, genderText),
    awardKinds: wordMap(awardKinds, awardKindText),
    awards: new Map(namesOfAwards().flatMap(({ code, name }) => [[fold(name), code] as const, [code, code] as const])),
    holders: Map.groupBy(named, ({ unitId, kind, name }) => holderKey(unitId, kind, name)),
    byIdentity: numbered.known,
    elsewhere: numbered.elsewhere,
    held: (holderId) => held.get(holderId) ?? [],
    today: plainDateIn(now),
    idFor: (row) => importedRowId(importId, row * 2),
    newIdFor: (row) => importedRowId(importId, row * 2 + 1),
  };
}

const distinct = <Value>(values: Iterable<Value>): Value[] => [...new Set(values)];

/** Those that the person's office reaches. */
async function unitsOf(db: Reader, actor: Actor) {
  const held = [...unitsHeld(actor, ...registerRights['honour.import'].by)];
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select u.id, u.code, u.name from unit_now u
    where u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))`.execute(db);
  return new Map(rows.map((unit) => [unit.code, unit]));
}

type Named = KnownHolder & { readonly unitId: string; readonly kind: HolderKind };

async function namedIn(
  db: Reader,
  actor: Actor,
  unitIds: readonly string[],
  rows: readonly ImportRow[],
): Promise<readonly Named[]> {
  if (unitIds.length === 0) return [];
  const names = distinct(rows.map((row) => fold(row.text('name').replaceAll(/\s+/g, ' '))));
  const found = await sql<Named>`
    select holder.id, holder.unit_id as "unitId", holder.kind, holder.name, holder.birth_year as "birthYear" from holder
    where ${visibleTo(actor)} and holder.merged_into is null and holder.unit_id = any(${[...unitIds]}::uuid[])
      and holder.name_fold = any(${names})`.execute(db);
  return found.rows;
}

async function numberedIn(db: Reader, actor: Actor, seal: Seal, rows: readonly ImportRow[]) {
  const numbers = distinct(rows.flatMap((row) => readIdentity(row.text('identity')) ?? []));
  const byLookup = new Map(numbers.map((number) => [seal.lookup(identityPurpose, number).toString('hex'), number]));
  if (numbers.length === 0) return { known: new Map<string, KnownHolder>(), elsewhere: new Set<string>() };
  const found = await sql<KnownHolder & { readonly lookup: string; readonly isKnown: boolean }>`
    select holder.id, holder.name, holder.birth_year as "birthYear", encode(holder.identity_lookup, 'hex') as lookup,
      ${visibleTo(actor)} as "isKnown"
    from holder where holder.merged_into is null and encode(holder.identity_lookup, 'hex') = any(${[...byLookup.keys()]})`.execute(
    db,
  );
  const of = (isKnown: boolean) =>
    found.rows.filter((row) => row.isKnown === isKnown).map((row) => [byLookup.get(row.lookup) ?? '', row] as const);
  return { known: new Map<string, KnownHolder>(of(true)), elsewhere: new Set(of(false).map(([number]) => number)) };
}

async function heldOf(db: Reader, holderIds: readonly string[]): Promise<ReadonlyMap<string, readonly HeldAlready[]>> {
  if (holderIds.length === 0) return new Map();
  const { rows } = await sql<HeldAlready & { readonly holderId: string }>`
    select id, holder_id as "holderId", award_code as "awardCode", year, decision_number as "decisionNumber", decided_on as "decidedOn",
      revoked_on as "revokedOn"
    from honour where holder_id = any(${[...holderIds]}::uuid[]) and struck_at is null`.execute(db);
  return Map.groupBy(rows, ({ holderId }) => holderId);
}
