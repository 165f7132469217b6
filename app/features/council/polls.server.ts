/** Votes opened, counted and annulled. Keys of a secret one are made before the database hears of it, and destroyed after it has the count. */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { PublicKey } from './ballot.ts';
import { seatsOf } from './case.server.ts';
import { settleInterests } from './interest.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { MoveRefusal, NoQuorum } from './moving.server.ts';
import { lacking } from './moving.server.ts';
import { forgetSpares } from './spares.server.ts';
import { standingOf } from './tally.ts';
import type { UrnPlace } from './urn.server.ts';
import { destroyUrn, makeUrn, takeReady } from './urn.server.ts';

export type PollRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | NoQuorum
  /** `items_changed`: another secretary was quicker with some of the chosen. */
  | { readonly kind: 'nothing_to_vote_on' | 'no_poll_open' | 'items_changed' };

export type OpenPolls = { readonly id: string; readonly itemIds: readonly string[] };
type Listed = { readonly itemId: string; readonly isSecret: boolean; readonly round: number };
type Urned = { readonly urnId: string | null; readonly publicKey: PublicKey | null };
type Opening = {
  readonly id: string;
  readonly polls: readonly (Listed & Urned & { readonly pollId: string })[];
};

/** Once for each item that waits; keys first, so that no vote is open that cannot be signed. */
export async function openPolls(
  edge: Edge,
  { id, itemIds }: OpenPolls,
  act: typeof actAtEdge,
): Promise<Result<{ readonly id: string }, PollRefusal>> {
  const { config, db } = edge.services;
  const listed = await listedItems(db, id, itemIds);
  const may = await act(edge, async (context) => mayOpen(context, id));
  if (!may.ok) return may;
  const polls = await urned(config, listed);
  const opened = await act(edge, async (context) => writePolls(context, { id, polls }));
  if (!opened.ok) for (const { urnId } of polls) if (urnId !== null) await destroyUrn(config, urnId);
  return opened;
}

/** An urn for each poll, so that the keys of one are destroyed by its count while others are still open; one made ahead where there is one. */
async function urned(place: UrnPlace, listed: readonly Listed[]): Promise<Opening['polls']> {
  const ready = (await takeReady(place, listed.filter(({ isSecret }) => isSecret).length)).values();
  return Promise.all(
    listed.map(async (item) => ({
      ...item,
      ...(item.isSecret
        ? (ready.next().value ?? (await newUrn(place)))
        : { pollId: newId(), urnId: null, publicKey: null }),
    })),
  );
}

async function newUrn(place: UrnPlace): Promise<Urned & { readonly pollId: string }> {
  const pollId = newId();
  const { urnId, publicKeys } = await makeUrn(place, newId(), [pollId]);
  return { pollId, urnId, publicKey: publicKeys.get(pollId) ?? null };
}

async function listedItems(
  db: Edge['services']['db'],
  sessionId: string,
  itemIds: readonly string[],
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select i.id as "itemId", i.is_secret as "isSecret", (select count(*)::int + 1 from council_poll p where p.item_id = i.id) as round
    from council_item i join dossier d on d.id = i.dossier_id join nominee n on n.id = i.nominee_id
    where i.session_id = ${sessionId} and i.stage = 'listed' and d.stage = 'council' and n.outcome = 'open' and i.id = any(${[...itemIds]}::uuid[])
    order by i.position`.execute(db);
  return rows;
}

async function mayOpen(context: Context, id: string): Promise<Result<undefined, PollRefusal>> {
  const found = await lockFor(context, id, 'poll');
  if (!found.ok) return found;
  const standing = standingOf(found.value.session, await seatsOf(context.tx, found.value.session));
  if (!standing.isQuorate) return refuse(lacking('no_quorum', standing));
  return standing.mayVote ? ok() : refuse(lacking('too_few_present', standing));
}

async function writePolls(
  context: Context,
  { id, polls }: Opening,
): Promise<Result<{ readonly id: string }, PollRefusal>> {
  const { tx, actor, now, record } = context;
  const may = await mayOpen(context, id);
  if (!may.ok) return may;
  const found = await lockFor(context, id, 'poll');
  if (!found.ok) return found;
  const { session } = found.value;
  if (actor.kind !== 'person') return refuse(notThere);
  const { members } = standingOf(session, await seatsOf(tx, session));
  const taken = await tx
    .updateTable('council_item')
    .set({ stage: 'voting' })
    .where('session_id', '=', session.id)
    .where('stage', '=', 'listed')
    .where('id', 'in', polls.length > 0 ? polls.map(({ itemId }) => itemId) : [id])
    .returning('id')
    .execute();
  if (taken.length === 0) return refuse({ kind: 'nothing_to_vote_on' });
  if (taken.length < polls.length) return refuse({ kind: 'items_changed' });
  await settleInterests(tx, session.id, now);
  const rows = polls.map(({ itemId, isSecret, round, pollId, urnId, publicKey }) => ({
    id: pollId,
    item_id: itemId,
    round,
    is_secret: isSecret,
    urn_id: urnId,
    public_key: publicKey ? JSON.stringify(publicKey) : null,
    opened_at: now,
    opened_by: actor.personId,
    members,
  }));
  await tx.insertInto('council_poll').values(rows).execute();
  const after = {
    polls: rows.map(({ id: pollId, item_id, is_secret, public_key }) => ({
      pollId,
      itemId: item_id,
      isSecret: is_secret,
      publicKey: public_key,
    })),
  };
  await record({ ...eventOf(found.value), kind: 'council.polls_opened', after });
  return ok({ id: session.id });
}

export type Annul = { readonly id: string; readonly itemIds?: readonly string[]; readonly reason: string };

/** What was cast counts for nothing; the items wait to be voted on again. For an urn that was lost or does not match the record, or a lost ballot. */
export async function annulPolls(
  edge: Edge,
  given: Annul,
  act: typeof actAtEdge,
): Promise<Result<{ readonly id: string }, PollRefusal | MoveRefusal>> {
  const annulled = await act(edge, async (context) => writeAnnulment(context, given));
  if (!annulled.ok) return annulled;
  for (const urnId of annulled.value.urnIds) await destroyUrn(edge.services.config, urnId);
  return ok({ id: given.id });
}

async function writeAnnulment(
  context: Context,
  { id, itemIds, reason }: Annul,
): Promise<Result<{ readonly urnIds: readonly string[] }, PollRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFor(context, id, 'annul', { reason });
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { rows } = await sql<{ id: string; itemId: string; urnId: string | null }>`
    update council_poll set closed_at = ${now}, closed_by = ${actor.personId}, annulled_reason = ${reason.trim()}
    from council_item i where i.id = council_poll.item_id and i.session_id = ${found.value.session.id} and council_poll.closed_at is null
      and (${itemIds === undefined} or i.id = any(${[...(itemIds ?? [])]}::uuid[]))
    returning council_poll.id, i.id as "itemId", council_poll.urn_id as "urnId"`.execute(tx);
  if (rows.length === 0) return refuse({ kind: 'no_poll_open' });
  await forgetSpares(
    tx,
    rows.map((row) => row.id),
  );
  const items = rows.map(({ itemId }) => itemId);
  await tx.updateTable('council_item').set({ stage: 'listed' }).where('id', 'in', items).execute();
  await record({
    ...eventOf(found.value),
    kind: 'council.polls_annulled',
    reason: reason.trim(),
    after: { polls: rows.map((row) => row.id) },
  });
  return ok({ urnIds: await urnsDone(tx, rows) });
}

/** Those that no open poll needs any more: urns of before ADR 0208 were of several. */
export async function urnsDone(
  tx: Context['tx'],
  polls: readonly { readonly urnId: string | null }[],
): Promise<readonly string[]> {
  const ids = [...new Set(polls.flatMap(({ urnId }) => urnId ?? []))];
  const { rows } = await sql<{ id: string }>`
    select u.id from unnest(${ids}::uuid[]) u(id)
    where not exists (select from council_poll p where p.urn_id = u.id and p.closed_at is null)`.execute(tx);
  return rows.map((row) => row.id);
}
