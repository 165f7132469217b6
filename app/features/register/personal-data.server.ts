/**
 * All that the register keeps of one holder, for them to have: asked for at their unit, handed out once, recorded. Their own number is in it; nothing of
 * others is.
 */
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitOwn, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { LockedHolder } from './holder-row.server.ts';
import { contentOf, lockHolder } from './holder-row.server.ts';
import { identityPurpose } from './holders.server.ts';
import { initiativesOf } from './initiatives.server.ts';
import { notesOf } from './note.ts';
import { notesOfHolder } from './notes.server.ts';
import { honoursOf } from './one.server.ts';
import { registerRights } from './rights.ts';
import { mergesOf } from './timeline.server.ts';

/** By the unit's officer or an appraiser, or by the holder with an account. */
export async function exportHolder(
  { tx, actor, now, record }: Context,
  seal: Seal,
  holderId: string,
): Promise<Result<object, PermitRefusal | NotThere>> {
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  const own = holder.personId === null ? undefined : permitOwn('holder.export', actor, holder.personId);
  const allowed = own?.ok ? own : permitTo(registerRights, 'holder.export', actor, holder.path);
  if (!allowed.ok) return allowed;
  const subject = { kind: 'holder', id: holderId };
  await record({ permit: allowed.value, kind: 'holder.exported', subject, unitId: holder.unitId });
  return ok({ madeAt: now.toISOString(), ...(await dataOf(tx, seal, holder)) });
}

async function dataOf(tx: Context['tx'], seal: Seal, holder: LockedHolder) {
  const { id, kind } = holder;
  const [row, unit, honours, initiatives, merges] = await Promise.all([
    tx.selectFrom('holder').select('identity_sealed').where('id', '=', id).executeTakeFirst(),
    tx.selectFrom('unit_now').select(['code', 'name']).where('id', '=', holder.unitId).executeTakeFirst(),
    honoursOf(tx, id),
    initiativesOf(tx, id),
    mergesOf(tx, id),
  ]);
  const notes = await Promise.all(
    notesOf[kind].map(async (each) => [each, await notesOfHolder(tx, each, id)] as const),
  );
  return {
    holder: {
      id,
      ...contentOf(holder),
      unit,
      identity: row?.identity_sealed ? seal.open(identityPurpose, row.identity_sealed) : null,
    },
    honours,
    notes: Object.fromEntries(notes.map(([each, found]) => [each, found.map((note) => withoutHands(note.row))])),
    initiatives: initiatives.filter(({ by }) => by !== 'name'),
    merged: merges,
  };
}

/** Who wrote it down is another's data. */
function withoutHands(row: Readonly<Record<string, unknown>>) {
  const hands = ['entered_by', 'checked_by', 'import_id', 'holder_id', 'version'];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !hands.includes(column)));
}
