/** Equal scores that no rule parted: a recorded decision on exactly those units, with its reason; withdrawn it stays there as what it was. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import { lockJudgement } from '../scoring/case.server.ts';
import { judgementProcedure } from '../scoring/judgement.ts';
import { inputsOf } from './inputs.server.ts';
import { outcomesOf } from './outcome.ts';
import { rankedRow, tiesIn } from './ranked.ts';

export type MadeTieDecision = {
  readonly id: string;
  readonly order: readonly { readonly unitId: string; readonly unitName: string }[];
  readonly reason: string;
  readonly documentNumber: string | null;
  readonly decidedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

export async function tieDecisions(db: Kysely<DB>, judgementId: string): Promise<readonly MadeTieDecision[]> {
  const { rows } = await sql<MadeTieDecision>`
    select t.id, (select json_agg(json_build_object('unitId', o.unit_id, 'unitName', u.name) order by o.at)
        from unnest(t.unit_order) with ordinality o(unit_id, at) join unit_now u on u.id = o.unit_id) as "order",
      t.reason, t.document_number as "documentNumber", t.decided_at as "decidedAt", t.withdrawn_at as "withdrawnAt", t.withdrawn_reason as "withdrawnReason"
    from tie_decision t where t.judgement_id = ${judgementId} order by t.decided_at, t.id`.execute(db);
  return rows;
}

export type BreakTie = {
  /** Minted when the form was drawn: sent twice it is one. */
  readonly id: string;
  readonly judgementId: string;
  readonly version: number;
  /** First place first. */
  readonly order: readonly string[];
  readonly reason: string;
  readonly documentNumber: string;
};
export type NotEqual = { readonly kind: 'not_equal' };
export type OrderWrong = { readonly kind: 'order_wrong' };
export type TieTextTooLong = { readonly kind: 'tie_text_too_long'; readonly field: 'reason' | 'documentNumber' };
export type TieRefusal = ProcedureRefusal | NotThere | LostRace | NotEqual | OrderWrong | TieTextTooLong;

type Told = Result<{ id: string; version: number }, TieRefusal>;

export async function breakTie(context: Context, command: BreakTie): Promise<Told> {
  const { tx, actor, now } = context;
  const { id, order } = command;
  const before = await lockJudgement(tx, actor, command.judgementId);
  if (!before) return refuse(notThere);
  const reason = command.reason.trim();
  const allowed = permit(judgementProcedure, before, actor, 'break_tie', { reason });
  if (!allowed.ok) return allowed;
  const there = await tx.selectFrom('tie_decision').select('judgement_id').where('id', '=', id).executeTakeFirst();
  if (there) return there.judgement_id === before.id ? ok({ id, version: before.version }) : refuse(notThere);
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const documentNumber = command.documentNumber.trim();
  if (reason.length > 2000) return refuse({ kind: 'tie_text_too_long', field: 'reason' });
  if (documentNumber.length > 100) return refuse({ kind: 'tie_text_too_long', field: 'documentNumber' });
  if (order.length < 2 || new Set(order).size !== order.length) return refuse({ kind: 'order_wrong' });
  if (!(await areEqual(context, before, order))) return refuse({ kind: 'not_equal' });
  const row = { id, judgement_id: before.id, unit_order: [...order], reason, document_number: documentNumber || null };
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .insertInto('tie_decision')
    .values({ ...row, decided_by: by, decided_at: now })
    .execute();
  return told(context, { before, permit: allowed.value, id, reason, after: { order, documentNumber } });
}

/** Exactly the units that stay equal as the figures are now. */
async function areEqual({ tx, now }: Context, row: JudgementRow, order: readonly string[]): Promise<boolean> {
  const { id: judgementId, setId, year } = row;
  const inputs = await inputsOf(tx, { judgementId, setId, year, today: plainDateIn(now) });
  const rows = outcomesOf(inputs).map((one) => rankedRow(one, inputs.thresholds));
  const asked = order.toSorted().join(' ');
  return tiesIn(rows).some((group) => group.join(' ') === asked);
}

export type WithdrawTie = {
  readonly id: string;
  readonly judgementId: string;
  readonly version: number;
  readonly reason: string;
};

export async function withdrawTie(context: Context, command: WithdrawTie): Promise<Told> {
  const { tx, actor, now } = context;
  const { id } = command;
  const before = await lockJudgement(tx, actor, command.judgementId);
  if (!before) return refuse(notThere);
  const reason = command.reason.trim();
  const allowed = permit(judgementProcedure, before, actor, 'break_tie', { reason });
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  if (reason.length > 2000) return refuse({ kind: 'tie_text_too_long', field: 'reason' });
  if (!(await isStanding(tx, before.id, id))) return refuse(notThere);
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .updateTable('tie_decision')
    .set({ withdrawn_at: now, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute();
  return told(context, { before, permit: allowed.value, id, reason, after: { withdrawn: true } });
}

async function isStanding(tx: Transaction<DB>, judgementId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('tie_decision')
    .select('id')
    .where('id', '=', id)
    .where('judgement_id', '=', judgementId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

type Telling = {
  readonly before: JudgementRow;
  readonly permit: Permit;
  readonly id: string;
  readonly reason: string;
  readonly after: object;
};

async function told({ tx, record }: Context, { before, permit: held, id, reason, after }: Telling): Promise<Told> {
  const version = before.version + 1;
  await tx.updateTable('judgement').set({ version }).where('id', '=', before.id).execute();
  const subject = { kind: 'judgement', id: before.id };
  const said = { reason, before: { version: before.version }, after: { decision: id, version, ...after } };
  await record({ permit: held, kind: 'judgement.tie_broken', subject, unitId: before.unitId, ...said });
  return ok({ id, version });
}
