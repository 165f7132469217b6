/**
 * Many values entered in one deed, all of them or none: the rules of `enter`, asked once for each unit and indicator, and
 * the rows written in batches. Sent twice it is one, row by row.
 */
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Event } from '../../platform/record.server.ts';
import { findTarget } from './case.server.ts';
import type { Target } from './case.server.ts';
import { enteredBy, findStanding, rowOf } from './entering.server.ts';
import type { EnterCommand, EnterRefusal, Kept, NewActual } from './entering.server.ts';
import { readFigure } from './figures.ts';
import { permitEnter } from './procedure.ts';

export type RowRefusal = { readonly index: number; readonly refusal: EnterRefusal };
export type ManyRefusal = { readonly kind: 'rows_refused'; readonly refusals: readonly RowRefusal[] };

/** In the order given; each refused row is named by its place in it. */
export async function enterMany(
  context: Context,
  commands: readonly EnterCommand[],
): Promise<Result<readonly Kept[], ManyRefusal>> {
  const read = await readAll(context, commands);
  if (!read.ok) return read;
  const { added, refusals } = await writeAll(context, read.value);
  if (refusals.length > 0) return refuse({ kind: 'rows_refused', refusals });
  return ok(commands.map(({ id }) => added.get(id) ?? { id, version: 1 }));
}

type Ready = { readonly index: number; readonly given: NewActual; readonly permit: Permit };

async function readAll(
  context: Context,
  commands: readonly EnterCommand[],
): Promise<Result<readonly Ready[], ManyRefusal>> {
  const grounds = new Map<string, Promise<Ground>>();
  const ready: Ready[] = [];
  const refusals: RowRefusal[] = [];
  for (const [index, command] of commands.entries()) {
    const key = `${command.indicatorCode} ${command.unitId}`;
    const asked = grounds.get(key) ?? groundFor(context, command);
    grounds.set(key, asked);
    const ground = await asked;
    if (!ground.ok) {
      refusals.push({ index, refusal: ground.refusal });
      continue;
    }
    const { target, permit } = ground.value;
    const figure = readFigure(command.typed, { ...target, today: plainDateIn(context.now) });
    if (figure.ok) ready.push({ index, given: { ...command, figure: figure.value }, permit });
    else refusals.push({ index, refusal: figure.refusal });
  }
  return refusals.length > 0 ? refuse({ kind: 'rows_refused', refusals }) : ok(ready);
}

type Ground = Result<{ readonly target: Target; readonly permit: Permit }, ProcedureRefusal | typeof notThere>;

async function groundFor({ tx, actor }: Context, command: EnterCommand): Promise<Ground> {
  const target = await findTarget(tx, command.indicatorCode, command.unitId);
  if (!target) return refuse(notThere);
  const permit = permitEnter(target.places, actor);
  return permit.ok ? ok({ target, permit: permit.value }) : permit;
}

type Written = { readonly added: ReadonlyMap<string, Kept>; readonly refusals: readonly RowRefusal[] };

/** In the order of their keys, so that two who write the same never wait for each other in a ring. */
async function writeAll(context: Context, ready: readonly Ready[]): Promise<Written> {
  const kept = new Map<string, Kept>();
  const refusals: RowRefusal[] = [];
  const rows = ready.map((each) => ({ ...each, row: rowOf(each.given, enteredBy(each.permit), context.now) }));
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (let start = 0; start < sorted.length; start += 1000) {
    const some = sorted.slice(start, start + 1000);
    const added = new Set(
      await insertRows(
        context.tx,
        some.map(({ row }) => row),
      ),
    );
    const fresh = some.filter(({ row }) => added.has(row.id));
    const verified = await verifiedAmong(context.tx, [...added]);
    for (const each of some) {
      const standing = added.has(each.row.id) ? verified.get(each.row.id) : await findStanding(context, each.given);
      if (standing === undefined) kept.set(each.row.id, { id: each.row.id, version: 1 });
      else if (typeof standing === 'string')
        refusals.push({ index: each.index, refusal: { kind: 'already_verified', id: standing } });
      else if (standing.ok) kept.set(standing.value.id, standing.value);
      else refusals.push({ index: each.index, refusal: standing.refusal });
    }
    await context.record(...fresh.map(eventOf));
  }
  return { added: kept, refusals: refusals.toSorted((a, b) => a.index - b.index) };
}

type Row = ReturnType<typeof rowOf>;
type Prepared = Ready & { readonly row: Row };

const keyOf = ({ row }: Prepared) => `${row.indicator_code} ${row.unit_id} ${row.period}`;

async function insertRows(tx: Transaction<DB>, rows: readonly Row[]): Promise<readonly string[]> {
  const added = await tx
    .insertInto('actual')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.map(({ id }) => id);
}

/** Where a verified value stands already: by the new value's id, the id of the standing one. */
async function verifiedAmong(tx: Transaction<DB>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; standing: string }>`
    select n.id, s.id as standing from actual n
      join actual s on (s.indicator_code, s.unit_id, s.period) = (n.indicator_code, n.unit_id, n.period)
    where n.id = any(${[...ids]}::uuid[]) and s.stage = 'verified' and s.superseded_at is null`.execute(tx);
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

function eventOf({ row, permit }: Prepared): Event {
  const subject = { kind: 'actual', id: row.id };
  return { permit, kind: 'actual.entered', subject, unitId: row.unit_id, reason: null, after: row };
}
