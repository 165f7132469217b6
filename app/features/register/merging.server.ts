/**
 * Two rows of one holder made one, with a trace: what was moved is kept with the merge, so that it can be undone until something new hangs on it.
 * The merged row stays and points to the kept one; dossiers that name it keep naming it.
 */
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { doubleOf } from './honour.ts';
import type { HeldAlready } from './honour.ts';
import type { LockedHolder } from './holder-row.server.ts';
import { lockHolder } from './holder-row.server.ts';
import type { Merged } from './holders.server.ts';
import { registerRights } from './rights.ts';

export type MergeHolders = {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly keptVersion: number;
  readonly mergedVersion: number;
  readonly reason: string;
};
export type MergeRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | Merged
  | { readonly kind: 'reason_missing' | 'not_same_kind' | 'two_identities' | 'two_accounts' };

/** Rows of both that say the same (an award of one decision, a year's classification) stay where they are: the kept one's count. */
type Moved = {
  readonly honours: readonly string[];
  readonly posts: readonly string[];
  readonly disciplines: readonly string[];
  readonly pendings: readonly string[];
  readonly years: readonly number[];
  readonly members: readonly number[];
  readonly blocks: readonly number[];
  readonly initiatives: readonly string[];
  /** Columns the kept row did not have. */
  readonly filled: readonly string[];
};

export async function mergeHolders(
  context: Context,
  command: MergeHolders,
): Promise<Result<{ id: string }, MergeRefusal>> {
  const { tx, actor, now, record } = context;
  const there = await tx.selectFrom('holder_merge').select('kept_id').where('id', '=', command.id).executeTakeFirst();
  if (there) return ok({ id: there.kept_id });
  const both = await lockBoth(context, command);
  if (!both.ok) return both;
  const { kept, merged } = both.value;
  const allowed = permitTo(registerRights, 'holder.merge', actor, kept.path);
  if (!allowed.ok) return allowed;
  const other = permitTo(registerRights, 'holder.merge', actor, merged.path);
  if (!other.ok) return other;
  const fault = await faultOf(context, command, both.value);
  if (fault) return refuse(fault);
  const moved = await move(context, kept.id, merged.id);
  await tx
    .updateTable('holder')
    .set({ merged_into: kept.id, version: merged.version + 1 })
    .where('id', '=', merged.id)
    .execute();
  const by = actor.kind === 'person' ? actor.personId : null;
  const row = { id: command.id, kept_id: kept.id, merged_id: merged.id, reason: command.reason.trim() };
  await tx
    .insertInto('holder_merge')
    .values({ ...row, moved: JSON.stringify(moved), merged_by: by, merged_at: now })
    .execute();
  const subject = { kind: 'holder', id: kept.id };
  await record({
    permit: allowed.value,
    kind: 'holder.merged',
    subject,
    unitId: kept.unitId,
    reason: row.reason,
    after: { ...row, moved },
  });
  return ok({ id: kept.id });
}

type Both = { readonly kept: LockedHolder; readonly merged: LockedHolder };

/** In one order, so that two merges the other way round do not wait for each other. */
async function lockBoth({ tx, actor }: Context, { keptId, mergedId }: MergeHolders): Promise<Result<Both, NotThere>> {
  const found = new Map<string, LockedHolder | undefined>();
  for (const id of [keptId, mergedId].toSorted()) found.set(id, await lockHolder(tx, actor, id));
  const [kept, merged] = [found.get(keptId), found.get(mergedId)];
  return kept && merged && keptId !== mergedId ? ok({ kept, merged }) : refuse(notThere);
}

async function faultOf(
  { tx }: Context,
  { reason, keptVersion, mergedVersion }: MergeHolders,
  { kept, merged }: Both,
): Promise<Exclude<MergeRefusal, PermitRefusal | NotThere> | undefined> {
  if (kept.mergedInto !== null) return { kind: 'merged', into: kept.mergedInto };
  if (merged.mergedInto !== null) return { kind: 'merged', into: merged.mergedInto };
  if (kept.version !== keptVersion) return { kind: 'lost_race', current: kept.version };
  if (merged.version !== mergedVersion) return { kind: 'lost_race', current: merged.version };
  if (reason.trim() === '') return { kind: 'reason_missing' };
  if (kept.kind !== merged.kind) return { kind: 'not_same_kind' };
  if ((kept.personId !== null && merged.personId !== null) || (kept.isUnitId !== null && merged.isUnitId !== null))
    return { kind: 'two_accounts' };
  const { rows } = await sql<{ n: number }>`select count(distinct identity_lookup)::int as n from holder
    where id in (${kept.id}, ${merged.id})`.execute(tx);
  return (rows[0]?.n ?? 0) > 1 ? { kind: 'two_identities' } : undefined;
}

async function move({ tx }: Context, kept: string, merged: string): Promise<Moved> {
  const all = async <Key>(query: ReturnType<typeof sql<{ key: Key }>>) =>
    (await query.execute(tx)).rows.map(({ key }) => key);
  const years = (table: 'holder_year' | 'holder_members' | 'holder_block') =>
    all(sql<{
      key: number;
    }>`update ${sql.table(table)} t set holder_id = ${kept} where t.holder_id = ${merged} and not exists (
      select from ${sql.table(table)} k where k.holder_id = ${kept} and k.year = t.year) returning t.year as key`);
  const rows = (table: 'holder_post' | 'holder_discipline' | 'holder_pending') =>
    all(
      sql<{
        key: string;
      }>`update ${sql.table(table)} set holder_id = ${kept} where holder_id = ${merged} returning id as key`,
    );
  return {
    honours: await moveHonours({ tx }, kept, merged),
    posts: await rows('holder_post'),
    disciplines: await rows('holder_discipline'),
    pendings: await rows('holder_pending'),
    years: await years('holder_year'),
    members: await years('holder_members'),
    blocks: await years('holder_block'),
    initiatives: await all(sql<{
      key: string;
    }>`update holder_initiative t set holder_id = ${kept} where t.holder_id = ${merged} and not exists (
      select from holder_initiative k where k.holder_id = ${kept} and k.initiative_id = t.initiative_id) returning initiative_id as key`),
    filled: await fill({ tx }, kept, merged),
  };
}

type Tx = Pick<Context, 'tx'>;

async function moveHonours({ tx }: Tx, kept: string, merged: string): Promise<readonly string[]> {
  const held = await sql<HeldAlready & { readonly holderId: string; readonly isStruck: boolean }>`
    select id, holder_id as "holderId", award_code as "awardCode", year, decision_number as "decisionNumber", decided_on as "decidedOn",
      revoked_on as "revokedOn", struck_at is not null as "isStruck" from honour where holder_id in (${kept}, ${merged})`.execute(
    tx,
  );
  const own = held.rows.filter(({ holderId, isStruck }) => holderId === kept && !isStruck);
  const ids = held.rows
    .filter((one) => one.holderId === merged && (one.isStruck || !doubleOf(own, one)))
    .map(({ id }) => id);
  await sql`update honour set holder_id = ${kept} where id = any(${ids}::uuid[])`.execute(tx);
  return ids;
}

const fillable = [
  'group_code',
  'gender',
  'birth_year',
  'position_title',
  'is_leader',
  'works_directly',
  'founded_year',
  'ended_on',
] as const;

/** What the kept row does not know it takes over; the number and the account move, for each may stand in one row only. */
async function fill({ tx }: Tx, kept: string, merged: string): Promise<readonly string[]> {
  const row = (id: string) => tx.selectFrom('holder').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const [own, other] = [await row(kept), await row(merged)];
  const given = fillable.filter((column) => own[column] === null && other[column] !== null);
  const moving = (['person_id', 'is_unit_id'] as const).filter(
    (column) => own[column] === null && other[column] !== null,
  );
  const takesNumber = own.identity_lookup === null && other.identity_lookup !== null;
  if (moving.length > 0)
    await tx.updateTable('holder').set({ person_id: null, is_unit_id: null }).where('id', '=', merged).execute();
  const values = Object.fromEntries([...given, ...moving].map((column) => [column, other[column]]));
  const sealed = takesNumber ? { identity_sealed: other.identity_sealed, identity_lookup: other.identity_lookup } : {};
  await tx
    .updateTable('holder')
    .set({ ...values, ...sealed, version: own.version + 1 })
    .where('id', '=', kept)
    .execute();
  return [...given, ...moving, ...(takesNumber ? ['identity'] : [])];
}
