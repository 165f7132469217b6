/** A year is closed by another hand than the one that wrote its last line; what is left is the opening balance of the next. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { balanceOf, fundOf } from './case.server.ts';
import type { FundRow } from './case.server.ts';
import type { Held } from './entering.server.ts';
import { fundFor } from './entering.server.ts';
import { fundText } from './text.ts';
import { writeLine } from './writing.server.ts';

export type CloseFund = { readonly fundId: string; readonly version: number };
export type YearRunning = { readonly kind: 'year_running'; readonly year: number };
export type EarlierOpen = { readonly kind: 'earlier_open'; readonly year: number };
export type CloseRefusal = ProcedureRefusal | NotThere | LostRace | YearRunning | EarlierOpen;

export async function closeFund(
  context: Context,
  { fundId, version }: CloseFund,
): Promise<Result<{ id: string; balance: number }, CloseRefusal>> {
  const { tx, now, record } = context;
  const held = await fundFor(context, { id: fundId, move: 'close' });
  if (!held.ok) return held;
  const { fund, permit } = held.value;
  if (fund.version !== version) return refuse({ kind: 'lost_race', current: fund.version });
  if (Number(plainDateIn(now).slice(0, 4)) <= fund.year) return refuse({ kind: 'year_running', year: fund.year });
  const earlier = await tx
    .selectFrom('fund_year')
    .select('year')
    .where('unit_id', '=', fund.unitId)
    .where('year', '<', fund.year)
    .where('stage', '=', 'open')
    .orderBy('year')
    .executeTakeFirst();
  if (earlier) return refuse({ kind: 'earlier_open', year: earlier.year });
  const balance = await balanceOf(tx, fundId);
  const by = permit.actor.kind === 'person' ? permit.actor.personId : null;
  const after = { stage: 'closed', closing_balance: balance, version: version + 1 };
  await tx
    .updateTable('fund_year')
    .set({ ...after, closed_by: by, closed_at: now })
    .where('id', '=', fundId)
    .execute();
  await record({ permit, kind: 'fund.closed', subject: { kind: 'fund', id: fundId }, unitId: fund.unitId, after });
  if (balance > 0) await carryOver(context, held.value, balance);
  return ok({ id: fundId, balance });
}

async function carryOver(context: Context, { fund, permit }: Held, balance: number): Promise<void> {
  const next = await nextYear(context, fund);
  const line = {
    id: newId(),
    kind: 'opening',
    amount: balance,
    onDate: `${next.year}-01-01`,
    what: fundText.carriedOver(fund.year),
    voucher: '',
  } as const;
  const written = await writeLine(context, { fund: next, permit, line });
  if (!written.ok) throw new Error(`an income was refused: ${written.refusal.kind}`);
}

/** Opened with it where nobody has yet. */
async function nextYear({ tx, actor, now }: Context, { unitId, year }: FundRow): Promise<FundRow> {
  if (actor.kind !== 'person') throw new Error('only people close a fund');
  const row = { id: newId(), unit_id: unitId, year: year + 1, opened_by: actor.personId, opened_at: now };
  await tx
    .insertInto('fund_year')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const next = await tx
    .selectFrom('fund_year')
    .select(['id', 'unit_id as unitId', 'year', 'entries', 'version'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year + 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return fundOf({ ...next, stage: 'open', submittedBy: null, submittedFor: null });
}
