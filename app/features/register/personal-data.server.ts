/**
 * All that is kept of one holder, for them to have: asked for at their unit, handed out as a paper or a file, recorded each time. Their own number is in it; nothing of
 * others is, neither who wrote it down nor what others wrote about them (complaints, opinions, flags of other bodies). Dossiers and payments of
 * later features are read from their tables.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitOwn, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { LockedHolder } from './holder-row.server.ts';
import { contentOf, lockHolder } from './holder-row.server.ts';
import { identityPurpose } from './holders.server.ts';
import { initiativesOf } from './initiatives.server.ts';
import type { NoteRow } from './note.ts';
import { removedNotes } from './history.server.ts';
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
): Promise<Result<PersonalData, PermitRefusal | NotThere>> {
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  const own = holder.personId === null ? undefined : permitOwn('holder.export', actor, holder.personId);
  const allowed = own?.ok ? own : permitTo(registerRights, 'holder.export', actor, holder.path);
  if (!allowed.ok) return allowed;
  const subject = { kind: 'holder', id: holderId };
  await record({ permit: allowed.value, kind: 'holder.exported', subject, unitId: holder.unitId });
  const issuerId = allowed.value.holding?.unitId ?? holder.unitId;
  return ok({ madeAt: now, issuerId, ...(await dataOf(tx, seal, holder)) });
}

export type Proposal = {
  readonly dossierCode: string;
  readonly year: number;
  readonly awardCode: string;
  readonly outcome: 'open' | 'granted' | 'refused' | 'removed';
  readonly submittedAt: Date;
};
export type Paid = {
  readonly awardCode: string;
  readonly year: number;
  readonly amount: number;
  readonly paidOn: string;
  readonly voucher: string;
};
export type PersonalData = Awaited<ReturnType<typeof dataOf>> & {
  readonly madeAt: Date;
  /** Whose paper it is: the body of whoever hands it out. */
  readonly issuerId: string;
};

/** As a file for programs: without what was only needed to draw it. */
export function dataFile({ madeAt, issuerId: _issuer, notes, ...data }: PersonalData): object {
  const plain = Object.groupBy(notes, ({ kind }) => kind);
  const rows = Object.entries(plain).map(([kind, some]) => [kind, some.map(({ row }) => row)]);
  return { madeAt: madeAt.toISOString(), ...data, notes: Object.fromEntries(rows) };
}

/** Handed in and not taken back: a draft is its writer's. */
async function proposalsOf(db: Kysely<DB>, holderId: string): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select d.code as "dossierCode", d.year, n.award_code as "awardCode", n.outcome, d.submitted_at as "submittedAt"
    from nominee n join dossier d on d.id = n.dossier_id
    where d.stage not in ('draft', 'withdrawn') and (n.holder_id = ${holderId}
      or n.holder_id in (select m.id from holder m where m.merged_into = ${holderId}))
    order by d.year desc, d.code, n.position`.execute(db);
  return rows;
}

async function paidTo(db: Kysely<DB>, holderId: string): Promise<readonly Paid[]> {
  const { rows } = await sql<Paid>`
    select honour.award_code as "awardCode", honour.year, p.amount::float8 as amount, e.on_date as "paidOn", e.voucher
    from bonus_payment p join honour on honour.id = p.honour_id join fund_entry e on e.id = p.entry_id
    where honour.holder_id = ${holderId} and p.undone_by is null order by e.on_date desc, p.id`.execute(db);
  return rows;
}

async function dataOf(tx: Context['tx'], seal: Seal, holder: LockedHolder) {
  const { id, kind } = holder;
  const [row, unit, honours, initiatives, merges, proposals, payments] = await Promise.all([
    tx.selectFrom('holder').select('identity_sealed').where('id', '=', id).executeTakeFirst(),
    tx.selectFrom('unit_now').select(['code', 'name']).where('id', '=', holder.unitId).executeTakeFirst(),
    honoursOf(tx, id),
    initiativesOf(tx, id),
    mergesOf(tx, id),
    proposalsOf(tx, id),
    paidTo(tx, id),
  ]);
  const removed = await removedNotes(tx, id);
  const notes = (await Promise.all(notesOf[kind].map((each) => notesOfHolder(tx, each, id)))).flat();
  return {
    holder: {
      id,
      ...contentOf(holder),
      unit,
      identity: row?.identity_sealed ? seal.open(identityPurpose, row.identity_sealed) : null,
    },
    honours,
    notes: notes.map((note) => ({ kind: note.kind, row: withoutHands(note.row) })),
    removedNotes: removed.map(({ kind: of, row: was, removedAt, reason }) => ({
      kind: of,
      row: withoutHands(was),
      removedOn: plainDateIn(removedAt),
      reason,
    })),
    initiatives: initiatives.filter(({ by }) => by !== 'name'),
    merged: merges,
    proposals,
    payments,
  };
}

/** Who wrote it down is another's data. */
function withoutHands(row: NoteRow): NoteRow {
  const hands = ['entered_by', 'checked_by', 'import_id', 'holder_id', 'version'];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !hands.includes(column)));
}
