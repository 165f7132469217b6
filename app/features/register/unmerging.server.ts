/** A merge taken back: what was moved goes home. Only until something new hangs on the kept row, or something that moved has changed hands since. */
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockHolder } from './holder-row.server.ts';
import { registerRights } from './rights.ts';

export type UnmergeHolders = { readonly mergeId: string; readonly reason: string };
export type UnmergeRefusal = PermitRefusal | NotThere | { readonly kind: 'reason_missing' | 'too_late_to_unmerge' };

type Moved = Readonly<
  Record<'honours' | 'posts' | 'disciplines' | 'pendings' | 'initiatives' | 'filled', readonly string[]>
> &
  Readonly<Record<'years' | 'members' | 'blocks', readonly number[]>>;

export async function unmergeHolders(
  context: Context,
  { mergeId, reason }: UnmergeHolders,
): Promise<Result<{ id: string }, UnmergeRefusal>> {
  const { tx, actor, now, record } = context;
  const merge = await tx
    .selectFrom('holder_merge')
    .selectAll()
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
  const kept = merge && (await lockHolder(tx, actor, merge.kept_id));
  if (!merge || !kept) return refuse(notThere);
  const allowed = permitTo(registerRights, 'holder.merge', actor, kept.path);
  if (!allowed.ok) return allowed;
  if (merge.undone_at !== null) return ok({ id: merge.merged_id });
  if (reason.trim() === '') return refuse({ kind: 'reason_missing' });
  if (kept.mergedInto !== null || (await hasGrown(context, merge))) return refuse({ kind: 'too_late_to_unmerge' });
  const moved = merge.moved as unknown as Moved;
  await tx.updateTable('holder').set({ merged_into: null }).where('id', '=', merge.merged_id).execute();
  await bringHome(context, merge, moved);
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .updateTable('holder_merge')
    .set({ undone_by: by, undone_at: now, undone_reason: reason.trim() })
    .where('id', '=', mergeId)
    .execute();
  const subject = { kind: 'holder', id: kept.id };
  await record({
    permit: allowed.value,
    kind: 'holder.unmerged',
    subject,
    unitId: kept.unitId,
    reason,
    before: { mergeId, moved },
  });
  return ok({ id: merge.merged_id });
}

type Merge = { readonly kept_id: string; readonly merged_id: string; readonly merged_at: Date };

/** A new award, note, dossier or further merge since: whose it is could not be told. */
async function hasGrown({ tx }: Context, { kept_id: kept, merged_at: at }: Merge): Promise<boolean> {
  const { rows } = await sql<{ grown: boolean }>`
    select exists (select from honour where holder_id = ${kept} and entered_at > ${at})
      or exists (select from nominee n join dossier d on d.id = n.dossier_id where n.holder_id = ${kept} and d.entered_at > ${at})
      or exists (select from holder_post where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_year where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_discipline where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_pending where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_members where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_block where holder_id = ${kept} and entered_at > ${at})
      or exists (select from holder_merge where kept_id = ${kept} and merged_at > ${at} and undone_at is null) as grown`.execute(
    tx,
  );
  return rows[0]?.grown === true;
}

async function bringHome({ tx }: Context, { kept_id: kept, merged_id: merged }: Merge, moved: Moved): Promise<void> {
  const rows = [
    ['honour', moved.honours],
    ['holder_post', moved.posts],
    ['holder_discipline', moved.disciplines],
    ['holder_pending', moved.pendings],
  ] as const;
  for (const [table, ids] of rows)
    await sql`update ${sql.table(table)} set holder_id = ${merged} where id = any(${[...ids]}::uuid[])`.execute(tx);
  const yearly = [
    ['holder_year', moved.years],
    ['holder_members', moved.members],
    ['holder_block', moved.blocks],
  ] as const;
  for (const [table, years] of yearly)
    await sql`update ${sql.table(table)} set holder_id = ${merged} where holder_id = ${kept} and year = any(${[...years]}::int[])`.execute(
      tx,
    );
  await sql`update holder_initiative set holder_id = ${merged} where holder_id = ${kept}
    and initiative_id = any(${[...moved.initiatives]}::uuid[])`.execute(tx);
  await giveBack({ tx }, kept, merged, moved.filled);
}

/** What the kept row took over is its no more; what may stand once goes back. */
async function giveBack(
  { tx }: Pick<Context, 'tx'>,
  kept: string,
  merged: string,
  filled: readonly string[],
): Promise<void> {
  const own = await tx.selectFrom('holder').selectAll().where('id', '=', kept).executeTakeFirstOrThrow();
  const columns = filled.filter((column) => column !== 'identity');
  const emptied = Object.fromEntries(columns.map((column) => [column, null]));
  const number = filled.includes('identity') ? { identity_sealed: null, identity_lookup: null } : {};
  await tx
    .updateTable('holder')
    .set({ ...emptied, ...number, version: own.version + 1 })
    .where('id', '=', kept)
    .execute();
  const back = {
    ...(filled.includes('person_id') && { person_id: own.person_id }),
    ...(filled.includes('is_unit_id') && { is_unit_id: own.is_unit_id }),
  };
  if (Object.keys(back).length > 0) await tx.updateTable('holder').set(back).where('id', '=', merged).execute();
}
