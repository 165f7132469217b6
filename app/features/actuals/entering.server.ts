/** What the reporting unit writes: a value entered, changed, or corrected once it is verified. */
import { sql } from 'kysely';
import type { Context } from '../../platform/command.server.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { endOf, startOf } from '../../kernel/period.ts';
import type { Content, Key } from './actual.ts';
import type { ActualRow } from './case.server.ts';
import { findTarget, lockActual } from './case.server.ts';
import type { FigureRefusal, ReadFigure, TypedFigure } from './figures.ts';
import { isSameFigure, readFigure } from './figures.ts';
import { permitEnter, permitMove } from './procedure.ts';

export type EnterCommand = Omit<Key, 'period'> & {
  /** Minted when the form was drawn: sent twice, it is one value. */
  readonly id: string;
  readonly typed: TypedFigure;
};

/** Another value stands where this one would: `id` is it, open to be changed or verified to be corrected. */
export type Taken = { readonly kind: 'already_open' | 'already_verified'; readonly id: string };

export type EnterRefusal = ProcedureRefusal | FigureRefusal | NotThere | Taken | LostRace;
export type Kept = { readonly id: string; readonly version: number };

export async function enter(context: Context, command: EnterCommand): Promise<Result<Kept, EnterRefusal>> {
  const { tx, actor, now } = context;
  const target = await findTarget(tx, command.indicatorCode, command.unitId);
  if (!target) return refuse(notThere);
  const permit = permitEnter(target.places, actor);
  if (!permit.ok) return permit;
  const read = readFigure(command.typed, { ...target, today: plainDateIn(now) });
  if (!read.ok) return read;
  return insert(context, permit.value, { ...command, figure: read.value });
}

export type NewActual = Omit<Key, 'period'> & {
  readonly id: string;
  readonly figure: ReadFigure;
  readonly supersedes?: { readonly id: string; readonly reason: string };
};

async function insert(context: Context, permit: Permit, given: NewActual): Promise<Result<Kept, Taken | LostRace>> {
  const { tx, now, record } = context;
  const row = rowOf(given, enteredBy(permit), now);
  const added = await tx
    .insertInto('actual')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version', verifiedBeside])
    .executeTakeFirst();
  if (!added) return findStanding(context, given);
  const { verified, ...kept } = added;
  if (verified !== null && !given.supersedes) return refuse({ kind: 'already_verified', id: verified });
  const reason = given.supersedes?.reason ?? null;
  const subject = { kind: 'actual', id: given.id };
  await record({ permit, kind: 'actual.entered', subject, unitId: given.unitId, reason, after: row });
  return ok(kept);
}

/** The verified value that stands for the same unit, indicator and period. */
const verifiedBeside = sql<string | null>`(select v.id from actual v
  where (v.indicator_code, v.unit_id, v.period) = (actual.indicator_code, actual.unit_id, actual.period)
    and v.stage = 'verified' and v.superseded_at is null)`.as('verified');

export function rowOf(given: NewActual, personId: string, now: Date) {
  const { period, content } = given.figure;
  return {
    id: given.id,
    indicator_code: given.indicatorCode,
    unit_id: given.unitId,
    period: period.code,
    period_start: startOf(period),
    period_end: endOf(period),
    ...columnsOf(content),
    stage: 'entered',
    supersedes_id: given.supersedes?.id ?? null,
    correction_reason: given.supersedes?.reason ?? null,
    entered_by: personId,
    entered_at: now,
  };
}

function columnsOf({ asOfDate, ...content }: ReadFigure['content']) {
  return { ...content, as_of_date: asOfDate };
}

/** The insert gave way: to itself sent twice, or to another value of the same unit, indicator and period. */
export async function findStanding({ tx }: Context, given: NewActual): Promise<Result<Kept, Taken | LostRace>> {
  const own = await tx
    .selectFrom('actual')
    .select(['id', 'version', 'value', 'numerator', 'denominator', 'as_of_date as asOfDate', 'source', 'note'])
    .where('id', '=', given.id)
    .where(sameKey(given))
    .executeTakeFirst();
  if (own) {
    return isUnchanged({ ...own, value: own.value ?? '0' }, given.figure.content)
      ? ok({ id: own.id, version: own.version })
      : refuse({ kind: 'lost_race', current: own.version });
  }
  const open = await tx
    .selectFrom('actual')
    .select('id')
    .where(sameKey(given))
    .where('stage', 'in', ['entered', 'submitted', 'returned'])
    .executeTakeFirst();
  return open ? refuse({ kind: 'already_open', id: open.id }) : refuse({ kind: 'lost_race', current: 0 });
}

function sameKey({ indicatorCode, unitId, figure }: NewActual) {
  return sql<boolean>`(actual.indicator_code, actual.unit_id, actual.period) = (${indicatorCode}, ${unitId}::uuid, ${figure.period.code})`;
}

export type ChangeCommand = { readonly id: string; readonly version: number; readonly typed: TypedFigure };
export type ChangeRefusal = ProcedureRefusal | FigureRefusal | NotThere | LostRace;

/** The period, the unit and the indicator stay: another period is another value. */
export async function change(context: Context, command: ChangeCommand): Promise<Result<Kept, ChangeRefusal>> {
  const { tx, actor, record } = context;
  const loaded = await lockActual(tx, actor, command.id);
  if (!loaded.ok) return loaded;
  const before = loaded.value;
  const permit = permitMove(before, actor, 'change');
  if (!permit.ok) return permit;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const read = await readFor(context, before, command.typed);
  if (!read.ok) return read;
  if (isUnchanged(before, read.value.content)) return ok({ id: before.id, version: before.version });
  const version = before.version + 1;
  const after = { ...columnsOf(read.value.content), version };
  await tx.updateTable('actual').set(after).where('id', '=', before.id).execute();
  const subject = { kind: 'actual', id: before.id };
  const was = columnsOf(contentOf(before));
  await record({ permit: permit.value, kind: 'actual.changed', subject, unitId: before.unitId, before: was, after });
  return ok({ id: before.id, version });
}

async function readFor({ tx, now }: Context, row: ActualRow, typed: TypedFigure) {
  const target = await findTarget(tx, row.indicatorCode, row.unitId);
  if (!target) return refuse(notThere);
  // A form that does not ask for a note leaves the one there is.
  const note = typed.note ?? row.note ?? '';
  return readFigure({ ...typed, period: row.period, note }, { ...target, today: plainDateIn(now) });
}

function contentOf({ value, numerator, denominator, asOfDate, source, note }: ActualRow): Content {
  return { value, numerator, denominator, asOfDate, source, note };
}

export function isUnchanged(before: Content, after: Content): boolean {
  const words = before.asOfDate === after.asOfDate && before.source === after.source && before.note === after.note;
  return words && isSameFigure(before, after);
}

export type CorrectCommand = {
  /** The verified value that is wrong. */
  readonly id: string;
  /** Minted for the new one when the form was drawn. */
  readonly newId: string;
  readonly reason: string;
  readonly typed: TypedFigure;
};
export type CorrectRefusal = EnterRefusal | { readonly kind: 'already_superseded' };

/** The verified value stays in force until its correction is verified in turn. */
export async function correct(context: Context, command: CorrectCommand): Promise<Result<Kept, CorrectRefusal>> {
  const { tx, actor } = context;
  const loaded = await lockActual(tx, actor, command.id);
  if (!loaded.ok) return loaded;
  const wrong = loaded.value;
  const permit = permitMove(wrong, actor, 'correct', { reason: command.reason });
  if (!permit.ok) return permit;
  if (wrong.isSuperseded) return refuse({ kind: 'already_superseded' });
  const read = await readFor(context, wrong, command.typed);
  if (!read.ok) return read;
  const { indicatorCode, unitId } = wrong;
  const supersedes = { id: wrong.id, reason: command.reason.trim() };
  return insert(context, permit.value, { id: command.newId, indicatorCode, unitId, figure: read.value, supersedes });
}

export function enteredBy({ actor }: Permit): string {
  if (actor.kind !== 'person') throw new Error('only people report values');
  return actor.personId;
}
