/**
 * The pact of a block's year (giao ước thi đua): drafted by the lead, opened, signed by each member's head, closed. What was signed is never changed: after the first
 * signature another text is another edition, signed anew.
 */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import type { PactMove, PactStage } from './procedure.ts';
import { pactProcedure } from './procedure.ts';
import type { BlockWrong, Fields, TypedPact } from './typed.ts';
import { lastDayOf, readPact, textIn, wrongAt } from './typed.ts';
import { pactVisibleTo } from './visible.server.ts';
import { caseOf, lockYear, standsInFor } from './year.server.ts';

export type PactRow = {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  readonly edition: number;
  readonly title: string;
  readonly content: string;
  readonly stage: PactStage;
  readonly signUntil: PlainDate | null;
  /** Why there is this edition, why it was withdrawn, or what took its place. */
  readonly reason: string | null;
  readonly unsignedReason: string | null;
  readonly digest: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly forUnitName: string | null;
  readonly version: number;
};

const columns = sql`block_pact.id, block_pact.block_id as "blockId", block_pact.year, block_pact.edition, block_pact.title, block_pact.content, block_pact.stage,
  block_pact.sign_until as "signUntil", block_pact.reason, block_pact.unsigned_reason as "unsignedReason", block_pact.digest, block_pact.opened_at as "openedAt",
  block_pact.closed_at as "closedAt", (select u.name from unit_now u where u.id = block_pact.for_unit_id) as "forUnitName", block_pact.version`;

/** Those the actor may know of, newest edition first. */
export async function pactsOf(
  db: Kysely<DB>,
  actor: Actor,
  blockId: string,
  year: number,
): Promise<readonly PactRow[]> {
  const { rows } = await sql<PactRow>`select ${columns} from block_pact
    where block_pact.block_id = ${blockId} and block_pact.year = ${year} and ${pactVisibleTo(actor)} order by block_pact.edition desc`.execute(
    db,
  );
  return rows;
}

export async function findPact(db: Kysely<DB>, actor: Actor, id: string): Promise<PactRow | undefined> {
  const { rows } =
    await sql<PactRow>`select ${columns} from block_pact where block_pact.id = ${askedId(id)} and ${pactVisibleTo(actor)}`.execute(
      db,
    );
  return rows[0];
}

/** With the year held first, so that seats, signatures and stages of one block never change at once. */
export async function lockPact({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string) {
  const seen = await findPact(tx, actor, id);
  const year = seen && (await lockYear(tx, seen.blockId, seen.year));
  if (!year) return undefined;
  await tx.selectFrom('block_pact').select('id').where('id', '=', seen.id).forUpdate().execute();
  const pact = await findPact(tx, actor, id);
  return pact && { pact, year };
}

export type PactRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | BlockWrong
  | { readonly kind: 'pact_under_way' | 'already_signed' | 'no_members' }
  | { readonly kind: 'year_over'; readonly year: number }
  | { readonly kind: 'sign_until_over'; readonly day: PlainDate };
type Done = Result<{ readonly id: string }, PactRefusal>;

export type DraftPact = {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  readonly fields: Fields;
};

/** The first of a year. */
export async function draftPact(context: Context, { id, blockId, year, fields }: DraftPact): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockYear(tx, blockId, year);
  if (!found) return refuse(notThere);
  const allowed = permit(pactProcedure, caseOf('draft', found), actor, 'change');
  if (!allowed.ok) return allowed;
  const there = await tx
    .selectFrom('block_pact')
    .select(['id', 'stage'])
    .where('block_id', '=', blockId)
    .where('year', '=', year)
    .execute();
  if (there.some((one) => one.id === id)) return ok({ id });
  if (there.some(({ stage }) => stage !== 'withdrawn')) return refuse({ kind: 'pact_under_way' });
  if (found.seats.length === 0) return refuse({ kind: 'no_members' });
  const today = plainDateIn(now);
  if (today > lastDayOf(year)) return refuse({ kind: 'year_over', year });
  const typed = readPact(fields, { today, year });
  if (!typed.ok) return typed;
  await insertPact(context, { id, blockId, year, reason: null, typed: typed.value });
  const standsIn = standsInFor(allowed.value, found);
  const after = { blockId, year, ...typed.value, standsIn };
  await record({ permit: allowed.value, kind: 'block_pact.entered', subject: { kind: 'block_pact', id }, after });
  return ok({ id });
}

type NewPact = Omit<DraftPact, 'fields'> & { readonly reason: string | null; readonly typed: TypedPact };

async function insertPact({ tx, actor, now }: Context, { id, blockId, year, reason, typed }: NewPact): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people draft pacts');
  const edition = sql<number>`(select coalesce(max(edition), 0) + 1 from block_pact where block_id = ${blockId} and year = ${year})`;
  const words = { title: typed.title, content: typed.content, sign_until: typed.signUntil, reason };
  await tx
    .insertInto('block_pact')
    .values({ id, block_id: blockId, year, edition, ...words, stage: 'draft', made_by: actor.personId, made_at: now })
    .execute();
}

export type PactWay = Extract<PactMove, 'change' | 'open' | 'withdraw' | 'recall' | 'close'>;
export type MovePact = {
  readonly id: string;
  readonly version: number;
  readonly move: PactWay;
  readonly fields: Fields;
};

export async function movePact(context: Context, command: MovePact): Promise<Done> {
  const { tx, actor, now, record } = context;
  const { move, fields } = command;
  const found = await lockPact(context, command.id);
  if (!found) return refuse(notThere);
  const { pact, year } = found;
  const reason = textIn(fields, 'reason') || null;
  const allowed = permit(pactProcedure, caseOf(pact.stage, year), actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (pact.version !== command.version) return refuse({ kind: 'lost_race', current: pact.version });
  const signed = await signedUnits(tx, pact.id);
  if (move === 'recall' && (await wasEverSigned(tx, pact.id))) return refuse({ kind: 'already_signed' });
  const today = plainDateIn(now);
  if (move === 'open' && today > lastDayOf(pact.year)) return refuse({ kind: 'year_over', year: pact.year });
  if (move === 'open' && pact.signUntil !== null && pact.signUntil < today)
    return refuse({ kind: 'sign_until_over', day: pact.signUntil });
  const typed = move === 'change' ? readPact(fields, { today, year: pact.year }) : ok(undefined);
  if (!typed.ok) return typed;
  const open = year.seats.filter(({ unitId }) => !signed.has(unitId));
  const unsigned = textIn(fields, 'unsignedReason');
  if (move === 'close' && signed.size === 0) return refuse(wrongAt('unsignedReason', 'not_offered'));
  if (move === 'close' && open.length > 0 && unsigned === '') return refuse(wrongAt('unsignedReason', 'missing'));
  const stage = pactProcedure[pact.stage][move]?.to ?? pact.stage;
  const standsIn = standsInFor(allowed.value, year);
  const version = pact.version + 1;
  if (move === 'close') await supersede(tx, pact);
  await tx
    .updateTable('block_pact')
    .set({
      stage,
      version,
      ...(typed.value && { title: typed.value.title, content: typed.value.content, sign_until: typed.value.signUntil }),
      ...(move === 'open' && { opened_at: now, digest: digestOf(pact) }),
      ...(move === 'recall' && { opened_at: null, digest: null }),
      ...(move === 'withdraw' && { reason }),
      ...(move === 'close' && {
        closed_at: now,
        closed_by: actor.kind === 'person' ? actor.personId : null,
        for_unit_id: standsIn,
        unsigned_reason: open.length > 0 ? unsigned : null,
      }),
    })
    .where('id', '=', pact.id)
    .execute();
  await record({
    permit: allowed.value,
    kind: move === 'change' ? 'block_pact.changed' : 'block_pact.moved',
    subject: { kind: 'block_pact', id: pact.id },
    reason,
    before: {
      stage: pact.stage,
      version: pact.version,
      ...(typed.value && { title: pact.title, content: pact.content }),
    },
    after: {
      move,
      stage,
      version,
      ...typed.value,
      standsIn,
      unsigned: move === 'close' ? open.map(({ unitId }) => unitId) : undefined,
    },
  });
  return ok({ id: pact.id });
}

/** The edition that was in force gives way to the one that is closed now. */
async function supersede(tx: Transaction<DB>, { blockId, year }: PactRow): Promise<void> {
  await tx
    .updateTable('block_pact')
    .set({ stage: 'superseded' })
    .where('block_id', '=', blockId)
    .where('year', '=', year)
    .where('stage', '=', 'closed')
    .execute();
}

/** Another text after the first signature: a next edition as a draft. Of one still being signed the signing stops; one that is closed stays until the next is closed. */
export async function renewPact(
  context: Context,
  command: { readonly newId: string; readonly id: string; readonly version: number; readonly fields: Fields },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockPact(context, command.id);
  if (!found) return refuse(notThere);
  const { pact, year } = found;
  const reason = textIn(command.fields, 'reason') || null;
  const allowed = permit(pactProcedure, caseOf(pact.stage, year), actor, 'renew', { reason });
  if (!allowed.ok) return allowed;
  if (pact.version !== command.version) return refuse({ kind: 'lost_race', current: pact.version });
  if (plainDateIn(now) > lastDayOf(pact.year)) return refuse({ kind: 'year_over', year: pact.year });
  const others = await tx
    .selectFrom('block_pact')
    .select('id')
    .where('block_id', '=', pact.blockId)
    .where('year', '=', pact.year)
    .where('stage', 'in', ['draft', 'open'])
    .where('id', '!=', pact.id)
    .execute();
  if (others.length > 0) return refuse({ kind: 'pact_under_way' });
  const stage = pactProcedure[pact.stage].renew?.to ?? pact.stage;
  await tx
    .updateTable('block_pact')
    .set({ stage, version: pact.version + 1 })
    .where('id', '=', pact.id)
    .execute();
  const typed = { title: pact.title, content: pact.content, signUntil: null };
  await insertPact(context, { id: command.newId, blockId: pact.blockId, year: pact.year, reason, typed });
  const standsIn = standsInFor(allowed.value, year);
  const event = { permit: allowed.value, kind: 'block_pact.moved', reason } as const;
  const after = { move: 'renew', stage, by: command.newId, standsIn };
  await record({ ...event, subject: { kind: 'block_pact', id: pact.id }, before: { stage: pact.stage }, after });
  return ok({ id: command.newId });
}

/** What each signature is on: the words alone. */
export function digestOf({ title, content }: Pick<PactRow, 'title' | 'content'>): string {
  return createHash('sha256')
    .update(JSON.stringify([title, content]))
    .digest('hex');
}

async function signedUnits(tx: Transaction<DB>, pactId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('block_pact_signature')
    .select('unit_id')
    .where('pact_id', '=', pactId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Set(rows.map(({ unit_id }) => unit_id));
}

async function wasEverSigned(tx: Transaction<DB>, pactId: string): Promise<boolean> {
  return (
    (await tx.selectFrom('block_pact_signature').select('id').where('pact_id', '=', pactId).executeTakeFirst()) !==
    undefined
  );
}
