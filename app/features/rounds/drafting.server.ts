/** A round as it is prepared: called for a period, on a form, of the kinds of units chosen; changed until it is opened. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import { findForm } from './forms/forms.server.ts';
import { roundProcedure } from './procedure.ts';
import { lockRound } from './round-case.server.ts';
import type { RoundField, RoundProblem, RoundRefusal, RoundWanted } from './round.ts';
import { readRound } from './round.ts';

type Wanted = {
  readonly typed: Readonly<Record<string, string>>;
  readonly formId: string;
  /** Kinds of units that are expected to report. */
  readonly kinds: readonly string[];
};
export type CreateRound = Wanted & {
  /** Minted when the form was drawn: sent twice, it is one round. */
  readonly id: string;
};
export type CreateRoundRefusal = ProcedureRefusal | RoundRefusal | NotThere;

export async function createRound(
  context: Context,
  { id, ...command }: CreateRound,
): Promise<Result<{ readonly id: string }, CreateRoundRefusal>> {
  const { tx, actor, now, record } = context;
  const start = { stage: 'draft', places: { root: await rootPath(tx) }, submittedBy: null } as const;
  const allowed = permit(roundProcedure, start, actor, 'change');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  const read = await readWanted(context, command);
  if (!read.ok) return read;
  const { units, ...columns } = read.value;
  const row = { ...columns, stage: 'draft' };
  const added = await tx
    .insertInto('reporting_round')
    .values({ id, ...row, created_by: actor.personId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return ok({ id });
  await expect(context, id, units);
  const after = { ...row, expected: units.length };
  await record({ permit: allowed.value, kind: 'round.created', subject: { kind: 'round', id }, after });
  return ok({ id });
}

export type ChangeRound = CreateRound & { readonly version: number };
export type ChangeRoundRefusal = CreateRoundRefusal | LostRace;

/** Units of a kind that stays chosen stay as they are: added, taken out and exempted one by one. */
export async function changeRound(
  context: Context,
  { id, version, ...command }: ChangeRound,
): Promise<Result<{ readonly id: string }, ChangeRoundRefusal>> {
  const { tx, actor, record } = context;
  const round = await lockRound(tx, actor, id);
  if (!round) return refuse(notThere);
  const allowed = permit(roundProcedure, round, actor, 'change');
  if (!allowed.ok) return allowed;
  if (round.version !== version) return refuse({ kind: 'lost_race', current: round.version });
  const read = await readWanted(context, command);
  if (!read.ok) return read;
  const { units, ...columns } = read.value;
  await tx
    .updateTable('reporting_round')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const there = await kindsExpected(context, id);
  await sql`delete from round_unit e using unit_now u where u.id = e.unit_id and e.round_id = ${id}
    and u.kind <> all(${[...command.kinds]}::text[])`.execute(tx);
  await expect(
    context,
    id,
    units.filter(({ kind }) => !there.includes(kind)),
  );
  const after = { ...columns, version: version + 1, kinds: command.kinds };
  await record({ permit: allowed.value, kind: 'round.changed', subject: { kind: 'round', id }, after });
  return ok({ id });
}

const missing = (field: RoundField, kind: 'form_unknown' | 'nobody_expected') => ({
  field,
  problem: { kind } satisfies RoundProblem,
});

async function readWanted(context: Context, { typed, formId, kinds }: Wanted) {
  const { tx, now } = context;
  const wanted = readRound(typed, { today: plainDateIn(now), calendar: await readCalendar(tx) });
  const units = await unitsOfKinds(context, kinds);
  const isForm = (await findForm(tx, formId)) !== undefined;
  const more = [
    ...(isForm ? [] : [missing('mau', 'form_unknown')]),
    ...(units.length > 0 ? [] : [missing('nhom', 'nobody_expected')]),
  ];
  if (!wanted.ok || more.length > 0)
    return refuse({ kind: 'round_wrong', problems: [...(wanted.ok ? [] : wanted.refusal.problems), ...more] });
  return ok({ ...columnsOf(wanted.value), form_id: formId, units });
}

function columnsOf({ name, period, firstDay, lastDay, askedDay, dueOn }: RoundWanted) {
  return { name, period, first_day: firstDay, last_day: lastDay, asked_day: askedDay, due_on: dueOn };
}

type Unit = { readonly id: string; readonly kind: string };

/** Those whose duty the movement is, today. */
async function unitsOfKinds({ tx }: Context, kinds: readonly string[]): Promise<readonly Unit[]> {
  const { rows } = await sql<Unit>`
    select u.id, u.kind from unit_now u where u.is_active and u.takes_part and u.kind = any(${[...kinds]}::text[])
    order by u.code`.execute(tx);
  return rows;
}

async function kindsExpected({ tx }: Context, roundId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct u.kind from round_unit e join unit_now u on u.id = e.unit_id where e.round_id = ${roundId}`.execute(
    tx,
  );
  return rows.map(({ kind }) => kind);
}

async function expect({ tx }: Context, roundId: string, units: readonly Unit[]): Promise<void> {
  if (units.length === 0) return;
  await tx
    .insertInto('round_unit')
    .values(units.map(({ id }) => ({ round_id: roundId, unit_id: id })))
    .execute();
}
