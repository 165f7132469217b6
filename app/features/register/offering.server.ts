/**
 * What another part of the system has to say of a holder's year: the frozen result of a judgement, the level a unit gave its people. It is entered where nothing stands; where somebody
 * noted something else both are kept and a person chooses, with a reason. The same offer twice is one.
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { lockHolder } from './holder-row.server.ts';
import type { Merged } from './holders.server.ts';
import type { NoteRow } from './note.ts';
import type { OfferedKind, OfferOrigin, OfferState } from './offer.ts';
import { saysTheSame } from './offer.ts';
import { notesOfHolder, put } from './notes.server.ts';
import { registerRights } from './rights.ts';

export type OfferNote = {
  readonly permit: Permit;
  /** One that was merged stands for the one it was merged into. */
  readonly holderId: string;
  readonly kind: OfferedKind;
  /** The columns of the note, `year` and `source` among them. */
  readonly row: NoteRow & { readonly year: number; readonly source: string };
  readonly origin: OfferOrigin;
  readonly originId: string;
};

/** How it ended: `waiting` when somebody has to choose. */
export async function offerNote(context: Context, offer: OfferNote): Promise<OfferState> {
  const { tx, now, record } = context;
  const { permit, kind, row, origin, originId } = offer;
  const holder = await standingHolder(tx, offer.holderId);
  const there = await tx
    .selectFrom('holder_offer')
    .select('state')
    .where('origin', '=', origin)
    .where('origin_id', '=', originId)
    .where('note', '=', kind)
    .where((either) => either.or([either('holder_id', '=', holder.id), either('holder_id', '=', offer.holderId)]))
    .executeTakeFirst();
  if (there) return there.state as OfferState;
  const key = String(row.year);
  const note = (await notesOfHolder(tx, kind, holder.id)).find((one) => one.key === key);
  const state = note === undefined ? 'entered' : saysTheSame(note.row, row) ? 'same' : 'waiting';
  await tx
    .insertInto('holder_offer')
    .values({
      id: newId(),
      holder_id: holder.id,
      note: kind,
      year: row.year,
      content: JSON.stringify(row),
      origin,
      origin_id: originId,
      state,
      offered_at: now,
    })
    .execute();
  if (state === 'entered') await put(context, { kind, holderId: holder.id, key, row, version: 0 });
  const subject = { kind: 'holder', id: holder.id };
  if (state !== 'same')
    await record({
      permit,
      kind: state === 'entered' ? 'holder.noted' : 'holder.offered',
      subject,
      unitId: holder.unitId,
      ...(note && { before: { note: kind, ...note.row } }),
      after: { note: kind, key, origin, originId, ...row },
    });
  return state;
}

/** Locked, so that of two offers at once the second sees the first. */
async function standingHolder(
  tx: Transaction<DB>,
  id: string,
): Promise<{ readonly id: string; readonly unitId: string }> {
  const { rows } = await sql<{ id: string; unitId: string }>`
    with recursive standing(id, into_id) as (
      select h.id, h.merged_into from holder h where h.id = ${id}
      union all select h.id, h.merged_into from standing s join holder h on h.id = s.into_id)
    select h.id, h.unit_id as "unitId" from holder h where h.id = (select id from standing where into_id is null) for update of h`.execute(
    tx,
  );
  const [holder] = rows;
  if (!holder) throw new Error(`offer for a holder that is not there: ${id}`);
  return holder;
}

export type SettleOffer = {
  readonly holderId: string;
  readonly id: string;
  readonly version: number;
  /** Of the note that was shown beside it; 0: none. */
  readonly noteVersion: number;
  /** What was offered takes the place of what is noted; else what is noted stays. */
  readonly take: boolean;
  readonly reason: string;
};
export type OfferRefusal = PermitRefusal | NotThere | LostRace | Merged | { readonly kind: 'reason_missing' };

/** The same choice again is done. */
export async function settleOffer(
  context: Context,
  command: SettleOffer,
): Promise<Result<{ readonly state: OfferState }, OfferRefusal>> {
  const { tx, actor, now, record } = context;
  const { holderId, id, take } = command;
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  if (holder.mergedInto !== null) return refuse({ kind: 'merged', into: holder.mergedInto });
  const offer = await offerOf(tx, holder.id, id);
  if (!offer) return refuse(notThere);
  const allowed = permitTo(registerRights, 'holder.note', actor, holder.path);
  if (!allowed.ok) return allowed;
  const state = take ? 'replaced' : 'kept';
  if (offer.state === state) return ok({ state });
  if (offer.state !== 'waiting' || offer.version !== command.version)
    return refuse({ kind: 'lost_race', current: offer.version });
  const reason = command.reason.trim().slice(0, 1000);
  if (reason === '') return refuse({ kind: 'reason_missing' });
  const key = String(offer.year);
  const note = (await notesOfHolder(tx, offer.note, holder.id)).find((one) => one.key === key);
  if ((note?.version ?? 0) !== command.noteVersion) return refuse({ kind: 'lost_race', current: note?.version ?? 0 });
  if (take)
    await put(context, { kind: offer.note, holderId: holder.id, key, row: offer.content, version: note?.version ?? 0 });
  const by = actor.kind === 'person' ? actor.personId : null;
  const decided = { state, decided_by: by, decided_at: now, reason, version: offer.version + 1 };
  await tx.updateTable('holder_offer').set(decided).where('id', '=', id).execute();
  await record({
    permit: allowed.value,
    kind: 'holder.offer_settled',
    subject: { kind: 'holder', id: holder.id },
    unitId: holder.unitId,
    reason,
    before: { note: offer.note, ...note?.row },
    after: { note: offer.note, state, ...(take ? offer.content : note?.row) },
  });
  return ok({ state });
}

type Locked = {
  readonly note: OfferedKind;
  readonly year: number;
  readonly content: NoteRow;
  readonly state: OfferState;
  readonly version: number;
};

async function offerOf(tx: Transaction<DB>, holderId: string, id: string): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`
    select o.note, o.year, o.content, o.state, o.version from holder_offer o join holder h on h.id = o.holder_id
    where o.id = ${id} and (o.holder_id = ${holderId} or h.merged_into = ${holderId}) for update of o`.execute(tx);
  return rows[0];
}
