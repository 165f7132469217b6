/** Lines written by hand, and lines against them. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { FundRow } from './case.server.ts';
import { lockFund } from './case.server.ts';
import type { EntryKind, EntryWrong, TypedEntry } from './fund.ts';
import { readEntry } from './fund.ts';
import type { FundMove } from './procedure.ts';
import { fundProcedure } from './procedure.ts';
import type { FundShort, Written } from './writing.server.ts';
import { writeLine } from './writing.server.ts';

export type OpeningThere = { readonly kind: 'opening_there'; readonly from: 'line' | 'year_before' };
export type EntryRefusal = ProcedureRefusal | NotThere | LostRace | EntryWrong | FundShort | OpeningThere;
export type Held = { readonly fund: FundRow; readonly permit: Permit<FundMove> };

/** Locked and allowed, or why not. */
export async function fundFor(
  { tx, actor }: Context,
  { id, move, reason }: { readonly id: string; readonly move: FundMove; readonly reason?: string },
): Promise<Result<Held, ProcedureRefusal | NotThere>> {
  const fund = await lockFund(tx, actor, id);
  if (!fund) return refuse(notThere);
  const allowed = permit(fundProcedure, fund, actor, move, { reason: reason ?? null });
  return allowed.ok ? { ok: true, value: { fund, permit: allowed.value } } : allowed;
}

export type EnterEntry = { readonly id: string; readonly fundId: string; readonly typed: TypedEntry };

export async function enterEntry(
  context: Context,
  { id, fundId, typed }: EnterEntry,
): Promise<Result<Written, EntryRefusal>> {
  const held = await fundFor(context, { id: fundId, move: 'enter' });
  if (!held.ok) return held;
  const { fund } = held.value;
  const read = readEntry(typed, { year: fund.year, today: plainDateIn(context.now) });
  if (!read.ok) return read;
  const opening = read.value.kind === 'opening' ? await openingOf(context, fund, id) : undefined;
  if (opening) return refuse(opening);
  return writeLine(context, { ...held.value, line: { id, ...read.value } });
}

/** A year has one opening balance; where the year before is kept here, closing it brings it over. */
async function openingOf({ tx }: Context, fund: FundRow, id: string): Promise<OpeningThere | undefined> {
  const line = await tx
    .selectFrom('fund_entry')
    .select('id')
    .where('fund_id', '=', fund.id)
    .where('kind', '=', 'opening')
    .where('corrects', 'is', null)
    .where(sql<boolean>`not exists (select from fund_entry c where c.corrects = fund_entry.id)`)
    .executeTakeFirst();
  if (line && line.id !== id) return { kind: 'opening_there', from: 'line' };
  const before = await tx
    .selectFrom('fund_year')
    .select('id')
    .where('unit_id', '=', fund.unitId)
    .where('year', '<', fund.year)
    .executeTakeFirst();
  return before && !line ? { kind: 'opening_there', from: 'year_before' } : undefined;
}

export type CorrectEntry = {
  /** Of the line against it. */
  readonly id: string;
  readonly fundId: string;
  readonly entryId: string;
  readonly reason: string;
};
export type CorrectedAlready = { readonly kind: 'corrected_already' };
export type NotCorrectable = {
  readonly kind: 'not_correctable';
  readonly why: 'is_correction' | 'carried_over' | 'returned';
};

/** The whole line is taken back; what should have stood there is written anew. A batch of bonuses is taken back with all its payments. */
export async function correctEntry(
  context: Context,
  { id, fundId, entryId, reason }: CorrectEntry,
): Promise<Result<Written, EntryRefusal | CorrectedAlready | NotCorrectable>> {
  const { tx, now } = context;
  const held = await fundFor(context, { id: fundId, move: 'correct', reason });
  if (!held.ok) return held;
  const line = await tx
    .selectFrom('fund_entry')
    .select(['id', 'kind', 'amount', 'on_date as onDate', 'what', 'corrects', 'number'])
    .where('id', '=', entryId)
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  if (!line) return refuse(notThere);
  const why = await whyNot(context, held.value.fund, line);
  if (why) return refuse({ kind: 'not_correctable', why });
  const against = await tx.selectFrom('fund_entry').select('id').where('corrects', '=', entryId).executeTakeFirst();
  if (against && against.id !== id) return refuse({ kind: 'corrected_already' });
  const today = plainDateIn(now);
  const lastDay = `${held.value.fund.year}-12-31`;
  const written = await writeLine(context, {
    ...held.value,
    line: {
      id,
      kind: line.kind as EntryKind,
      amount: -line.amount,
      onDate: today < lastDay ? laterOf(today, `${held.value.fund.year}-01-01`) : lastDay,
      what: line.what,
      voucher: '',
      corrects: entryId,
      reason: reason.trim(),
    },
  });
  if (!written.ok || !written.value.isNew) return written;
  await tx
    .updateTable('bonus_payment')
    .set({ undone_by: id })
    .where('entry_id', '=', entryId)
    .where('undone_by', 'is', null)
    .execute();
  return written;
}

/** What closing the year before brought over stands; money that came back is paid out again, not struck. */
async function whyNot(
  { tx }: Context,
  fund: FundRow,
  line: { readonly kind: string; readonly corrects: string | null },
): Promise<NotCorrectable['why'] | undefined> {
  if (line.corrects !== null) return 'is_correction';
  if (line.kind === 'bonus_returned') return 'returned';
  if (line.kind !== 'opening') return undefined;
  const before = await tx
    .selectFrom('fund_year')
    .select('id')
    .where('unit_id', '=', fund.unitId)
    .where('year', '<', fund.year)
    .executeTakeFirst();
  return before && 'carried_over';
}

const laterOf = (a: string, b: string) => (a > b ? a : b);
