/** What was offered for a holder and waits for a choice, beside what is noted; and where such choices wait. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { NoteRow } from './note.ts';
import { notesOfHolder } from './notes.server.ts';
import type { OfferedKind, OfferOrigin } from './offer.ts';
import { registerRights } from './rights.ts';

export type WaitingOffer = {
  readonly id: string;
  readonly kind: OfferedKind;
  readonly year: number;
  readonly row: NoteRow;
  readonly origin: OfferOrigin;
  readonly version: number;
  readonly offeredAt: Date;
  /** Null: what stood there was removed since. */
  readonly noted: NoteRow | null;
  readonly noteVersion: number;
};
type Row = Omit<WaitingOffer, 'noted' | 'noteVersion'>;

/** For callers that may read the holder. */
export async function waitingOffers(db: Kysely<DB>, holderId: string): Promise<readonly WaitingOffer[]> {
  const { rows } = await sql<Row>`
    select o.id, o.note as kind, o.year, o.content as row, o.origin, o.version, o.offered_at as "offeredAt"
    from holder_offer o join holder h on h.id = o.holder_id
    where o.state = 'waiting' and (o.holder_id = ${holderId} or h.merged_into = ${holderId}) order by o.year desc, o.note, o.id`.execute(
    db,
  );
  if (rows.length === 0) return [];
  const notes = (
    await Promise.all((['year', 'block'] as const).map((kind) => notesOfHolder(db, kind, holderId)))
  ).flat();
  return rows.map((row) => {
    const note = notes.find(({ kind, key }) => kind === row.kind && key === String(row.year));
    return { ...row, noted: note?.row ?? null, noteVersion: note?.version ?? 0 };
  });
}

export type OfferToSettle = {
  readonly holderId: string;
  readonly name: string;
  readonly year: number;
  readonly since: Date;
};

/** Whoever may note of the holder may choose. */
export async function offersToSettle(db: Kysely<DB>, actor: Actor): Promise<readonly OfferToSettle[]> {
  const held = actor.kind === 'person' ? unitsHeld(actor, ...registerRights['holder.note'].by) : [];
  if (held.length === 0) return [];
  const { rows } = await sql<OfferToSettle>`
    select coalesce(h.merged_into, h.id) as "holderId", h.name, o.year, min(o.offered_at) as since
    from holder_offer o join holder h on h.id = o.holder_id
    join unit_tree t on t.descendant_id = h.unit_id and t.ancestor_id = any(${[...held]}::uuid[])
    where o.state = 'waiting' group by 1, 2, 3 order by since, 1 limit 200`.execute(db);
  return rows;
}
