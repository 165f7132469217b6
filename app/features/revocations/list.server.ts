/** Revocations as they are listed, and one with what was recalled and its evidence. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import { waitingSigning } from '../decisions/signing.server.ts';
import type { RevocationRow } from './case.server.ts';
import { isOfCentre, revocationOf, revocations } from './case.server.ts';
import type { RevocationMove, RevocationStage } from './procedure.ts';
import { revocationProcedure } from './procedure.ts';

export type ListedRevocation = RevocationRow & {
  readonly moves: readonly RevocationMove[];
  readonly openItems: number;
};
type Query = {
  readonly stage?: RevocationStage | undefined;
  readonly stages?: readonly RevocationStage[];
  readonly id?: string;
  readonly honourId?: string;
  readonly page?: number;
  readonly size?: number;
};

export async function listRevocations(
  db: Kysely<DB>,
  actor: Actor,
  { stage, stages, id, honourId, page = 1, size = 50 }: Query = {},
): Promise<{ readonly rows: readonly ListedRevocation[]; readonly total: number }> {
  const wanted = revocations(db, actor)
    .$if(stage !== undefined, (some) => some.where('revocation.stage', '=', stage ?? ''))
    .$if(stages !== undefined, (some) => some.where('revocation.stage', 'in', [...(stages ?? [])]))
    .$if(id !== undefined, (some) => some.where('revocation.id', '=', id ?? ''))
    .$if(honourId !== undefined, (some) => some.where('revocation.honour_id', '=', honourId ?? ''));
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .select(
      sql<number>`(select count(*) from recall_item i where i.revocation_id = revocation.id and i.returned_on is null)`.as(
        'openItems',
      ),
    )
    .orderBy('revocation.stage_since', 'desc')
    .orderBy('revocation.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map((row) => {
      const one = revocationOf(row);
      return { ...one, moves: movesOf(one, actor) };
    }),
  };
}

/** Of what the centre granted nobody decides here; what was granted here nobody enters. */
function movesOf(row: RevocationRow, actor: Actor): readonly RevocationMove[] {
  const notHere: RevocationMove = isOfCentre(row) ? 'decide' : 'enter_decision';
  return movesFor(revocationProcedure, row, actor).filter((move) => move !== notHere);
}

export type RecallItem = {
  readonly id: string;
  readonly kind: 'item' | 'money';
  readonly what: string;
  readonly amount: number | null;
  readonly dueOn: string;
  readonly returnedOn: string | null;
  readonly note: string | null;
  /** Of the line in the ledger, for money that came back. */
  readonly voucher: string | null;
  readonly version: number;
};
export type OneRevocation = {
  readonly revocation: ListedRevocation;
  readonly items: readonly RecallItem[];
  readonly files: readonly AttachedFile[];
  /** Initiatives that this award was given for: they stay used until somebody frees them. */
  readonly initiatives: readonly string[];
  readonly waiting: Awaited<ReturnType<typeof waitingSigning>>;
};

export async function findRevocation(db: Kysely<DB>, actor: Actor, id: string): Promise<OneRevocation | undefined> {
  const [revocation] = (await listRevocations(db, actor, { id })).rows;
  if (!revocation) return undefined;
  const { rows: items } = await sql<RecallItem>`
    select i.id, i.kind, i.what, i.amount, i.due_on as "dueOn", i.returned_on as "returnedOn", i.note, e.voucher, i.version
    from recall_item i left join fund_entry e on e.id = i.entry_id
    where i.revocation_id = ${id} order by i.position`.execute(db);
  const { rows: used } = await sql<{ title: string }>`
    select i.title from initiative_use x join initiative i on i.id = x.initiative_id
    where x.used_id in (${revocation.honourId}, (select nominee_id::text from honour where id = ${revocation.honourId}))
    order by i.title`.execute(db);
  const files = revocation.isInside ? await filesOn(db, { kind: 'revocation', id }) : [];
  const waiting = revocation.isInside ? await waitingSigning(db, { kind: 'revocation', id }) : undefined;
  return { revocation, items, files, initiatives: used.map(({ title }) => title), waiting };
}
