/** Holders entered and changed. Identity numbers are sealed; of them is recorded only that they changed. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { HolderWrong, ReadHolder, TypedHolder } from './holder.ts';
import { readHolder } from './holder.ts';
import type { LockedHolder } from './holder-row.server.ts';
import { columnsOf, contentOf, lockHolder } from './holder-row.server.ts';
import { registerRights } from './rights.ts';
import { visibleTo } from './visible.server.ts';

export const identityPurpose = 'holder.identity';

export type IdentityTaken = { readonly kind: 'identity_taken'; readonly holderId: string; readonly name: string };
/** Somebody holds this number, of whom the asker may not know. */
export type IdentityElsewhere = { readonly kind: 'identity_elsewhere' };
export type Merged = { readonly kind: 'merged'; readonly into: string };
export type UnitHeld = { readonly kind: 'unit_held_already'; readonly holderId: string };
/** Bears the same name in the same unit, or was born in the same year: perhaps the same. */
export type LooksSame = {
  readonly kind: 'looks_same';
  readonly found: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
};
export type HolderRefusal =
  | LooksSame
  | PermitRefusal
  | NotThere
  | LostRace
  | HolderWrong
  | IdentityTaken
  | IdentityElsewhere
  | Merged
  | UnitHeld;
export type KeptHolder = { readonly id: string; readonly version: number };

export type CreateHolder = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly unitId: string;
  readonly typed: TypedHolder;
  /** Said by the writer after those that look the same were shown. */
  readonly isAnother?: boolean;
  /** The collective is this unit itself. */
  readonly isUnit?: boolean;
  /** Whose account it is. */
  readonly personId?: string;
};

export async function createHolder(
  context: Context,
  seal: Seal,
  { id, unitId, typed, isAnother = false, isUnit = false, personId }: CreateHolder,
): Promise<Result<KeptHolder, HolderRefusal>> {
  const { tx, actor, now } = context;
  const path = await pathOf(tx, unitId);
  const allowed = permitTo(registerRights, 'holder.enter', actor, path);
  if (!allowed.ok) return path.length === 0 ? refuse({ kind: 'holder_wrong', problems: [noUnit] }) : allowed;
  const read = readHolder(typed, plainDateIn(now));
  if (!read.ok) return read;
  const taken = await identityHeld(context, seal, read.value.identity, id);
  if (taken) return refuse(taken);
  const same = isAnother ? [] : await thoseAlike(context, { id, unitId, content: read.value.content });
  if (same.length > 0) return refuse({ kind: 'looks_same', found: same });
  const links = {
    ...(personId !== undefined && { person_id: personId }),
    ...(isUnit && read.value.content.kind === 'collective' && { is_unit_id: unitId }),
  };
  return insertHolder(context, seal, { id, unitId, read: read.value, permit: allowed.value, links });
}

const noUnit = { field: 'unit', problem: 'missing' } as const;

type NewHolder = {
  readonly id: string;
  readonly unitId: string;
  readonly read: ReadHolder;
  readonly permit: Permit;
  readonly links: { readonly person_id?: string; readonly is_unit_id?: string };
};

async function insertHolder(
  context: Context,
  seal: Seal,
  { id, unitId, read, permit, links }: NewHolder,
): Promise<Result<KeptHolder, LostRace | UnitHeld>> {
  const { tx, actor, now, record } = context;
  const columns = { ...columnsOf(read.content), unit_id: unitId, ...links };
  const by = actor.kind === 'person' ? actor.personId : null;
  const added = await tx
    .insertInto('holder')
    .values({ id, ...columns, ...sealed(seal, read.identity), entered_by: by, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, id, links);
  const after = { ...columns, identity: read.identity !== null };
  await record({ permit, kind: 'holder.entered', subject: { kind: 'holder', id }, unitId, after });
  return ok(added);
}

/** The same request twice is one holder. */
async function sentAgain({ tx }: Context, id: string, { is_unit_id: unitId }: NewHolder['links']) {
  const there = await tx.selectFrom('holder').select(['id', 'version']).where('id', '=', id).executeTakeFirst();
  if (there) return ok(there);
  const other =
    unitId === undefined
      ? undefined
      : await tx.selectFrom('holder').select('id').where('is_unit_id', '=', unitId).executeTakeFirst();
  return other ? refuse({ kind: 'unit_held_already', holderId: other.id }) : refuse({ kind: 'lost_race', current: 0 });
}

export type ChangeHolder = {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly typed: TypedHolder;
};

/** An empty identity leaves the one that is kept. Moving to another unit needs the right at both. */
export async function changeHolder(
  context: Context,
  seal: Seal,
  { id, version, unitId, typed }: ChangeHolder,
): Promise<Result<KeptHolder, HolderRefusal>> {
  const { tx, actor, now } = context;
  const before = await lockHolder(tx, actor, id);
  if (!before) return refuse(notThere);
  if (before.mergedInto !== null) return refuse({ kind: 'merged', into: before.mergedInto });
  const allowed = permitTo(registerRights, 'holder.change', actor, before.path);
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const there = permitTo(registerRights, 'holder.change', actor, await pathOf(tx, unitId));
  if (!there.ok) return there;
  const read = readHolder({ ...typed, kind: before.kind }, plainDateIn(now));
  if (!read.ok) return read;
  const taken = await identityHeld(context, seal, read.value.identity, id);
  if (taken) return refuse(taken);
  return updateHolder(context, seal, { before, unitId, read: read.value, permit: allowed.value });
}

type Changed = {
  readonly before: LockedHolder;
  readonly unitId: string;
  readonly read: ReadHolder;
  readonly permit: Permit;
};

async function updateHolder(
  { tx, record }: Context,
  seal: Seal,
  { before, unitId, read, permit }: Changed,
): Promise<Result<KeptHolder, never>> {
  const { id } = before;
  const version = before.version + 1;
  const columns = { ...columnsOf(read.content), unit_id: unitId, version };
  const identity = read.identity === null ? {} : sealed(seal, read.identity);
  await tx
    .updateTable('holder')
    .set({ ...columns, ...identity })
    .where('id', '=', id)
    .execute();
  await record({
    permit,
    kind: 'holder.changed',
    subject: { kind: 'holder', id },
    unitId,
    before: { ...columnsOf(contentOf(before)), unit_id: before.unitId },
    after: { ...columns, ...(read.identity !== null && { identity: true }) },
  });
  return ok({ id, version });
}

function sealed(seal: Seal, identity: string | null) {
  if (identity === null) return {};
  return {
    identity_sealed: seal.seal(identityPurpose, identity),
    identity_lookup: seal.lookup(identityPurpose, identity),
  };
}

/** One number, one row: whoever has it already is named to those who may know of them. */
export async function identityHeld(
  { tx, actor }: Context,
  seal: Seal,
  identity: string | null,
  exceptId: string,
): Promise<IdentityTaken | IdentityElsewhere | undefined> {
  if (identity === null) return undefined;
  const other = await tx
    .selectFrom('holder')
    .select('id')
    .where('identity_lookup', '=', seal.lookup(identityPurpose, identity))
    .where('merged_into', 'is', null)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  if (!other) return undefined;
  const known = await lockHolder(tx, actor, other.id);
  return known ? { kind: 'identity_taken', holderId: known.id, name: known.name } : { kind: 'identity_elsewhere' };
}

type Alike = { readonly id: string; readonly unitId: string; readonly content: ReadHolder['content'] };

/** Only those of whom the asker may know. */
async function thoseAlike({ tx, actor }: Context, { id, unitId, content }: Alike): Promise<LooksSame['found']> {
  const { rows } = await sql<LooksSame['found'][number]>`
    select holder.id, holder.name, u.name as "unitName" from holder join unit_now u on u.id = holder.unit_id
    where ${visibleTo(actor)} and holder.merged_into is null and holder.id <> ${id} and holder.kind = ${content.kind}
      and holder.name_fold = fold_vi(${content.name})
      and (holder.unit_id = ${unitId} or holder.birth_year = ${content.birthYear}::int)
      and not exists (select from holder sent where sent.id = ${id})
    order by holder.id limit 10`.execute(tx);
  return rows;
}
