/** One value: its figures, what it replaced or was replaced by, its evidence, and what was done to it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { getPeriod, startOf } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FigureRule, Stage } from './actual.ts';
import type { ActualRow } from './case.server.ts';
import { caseOf, cases, ruleColumns, ruleOf } from './case.server.ts';
import { recordedColumns } from './import-record.server.ts';
import type { ListedActual } from './list.server.ts';
import { listActuals } from './list.server.ts';
import type { MoveName } from './procedure.ts';
import { movesOpenTo } from './procedure.ts';
import { evidenceVisibleTo, visibleTo } from './visible.server.ts';

export type Evidence = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly attachedAt: Date;
  readonly attachedByName: string;
};

export type Deed = {
  readonly at: Date;
  readonly kind: string;
  readonly byName: string | null;
  readonly forName: string | null;
  readonly reason: string | null;
  readonly move: MoveName | null;
  readonly stage: Stage | null;
};

export type OneActual = {
  readonly row: ActualRow;
  readonly rule: FigureRule;
  readonly listed: ListedActual;
  readonly moves: readonly MoveName[];
  /** The line of corrections, oldest first, this one among them. */
  readonly line: readonly ListedActual[];
  /** Only for those inside: the public and other units see the figure, not how it came to be. */
  readonly isInside: boolean;
  readonly evidence: readonly Evidence[];
  readonly deeds: readonly Deed[];
};

export async function findActual(db: Kysely<DB>, actor: Actor, id: string): Promise<OneActual | undefined> {
  const found = await cases(db)
    .select(ruleColumns)
    .select(evidenceVisibleTo(actor).as('isInside'))
    .where('actual.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst();
  if (!found) return undefined;
  const { isInside, ...rest } = found;
  const row = caseOf(rest);
  const line = await findLine(db, actor, id);
  const listed = line.find((each) => each.id === id);
  if (!listed) return undefined;
  const [evidence, deeds] = isInside ? await Promise.all([evidenceOf(db, id), deedsOn(db, id)]) : [[], []];
  const moves = movesOpenTo(row, actor).filter((move) => move !== 'correct' || !row.isSuperseded);
  return { row, rule: ruleOf(rest), listed, moves, line, isInside, evidence, deeds };
}

async function findLine(db: Kysely<DB>, actor: Actor, id: string): Promise<readonly ListedActual[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
      select id, supersedes_id from actual where id = ${id}
      union select a.id, a.supersedes_id from actual a join back on a.id = back.supersedes_id),
    ahead as (
      select id from actual where id = ${id}
      union select a.id from actual a join ahead on a.supersedes_id = ahead.id)
    select id from back union select id from ahead`.execute(db);
  const ids = rows.map((row) => row.id);
  const listed = await listActuals(db, actor, { ids, withSuperseded: true, sort: 'entered', size: ids.length });
  return listed.rows;
}

async function evidenceOf(db: Kysely<DB>, id: string): Promise<readonly Evidence[]> {
  return db
    .selectFrom('attachment as a')
    .innerJoin('stored_file as f', 'f.hash', 'a.hash')
    .innerJoin('person as p', 'p.id', 'a.attached_by')
    .where('a.subject_kind', '=', 'actual')
    .where('a.subject_id', '=', id)
    .where('a.detached_at', 'is', null)
    .select([
      'a.id',
      'a.name',
      'f.media_type as mediaType',
      'f.size',
      'a.attached_at as attachedAt',
      'p.full_name as attachedByName',
    ])
    .orderBy('a.attached_at')
    .execute();
}

/** What was done to one value; what came with a sheet is in the import's entries of the unit, row by row. */
async function deedsOn(db: Kysely<DB>, id: string): Promise<readonly Deed[]> {
  const { rows } = await sql<Deed>`
    select r.at, r.kind, p.full_name as "byName", f.full_name as "forName", r.reason, r.after ->> 'move' as move,
      r.after ->> 'stage' as stage
    from record_entry r left join person p on p.id = r.actor_id left join person f on f.id = r.on_behalf_of_id
    where r.subject_kind = 'actual' and r.subject_id = ${id}
    union all
    select r.at, r.kind, p.full_name, f.full_name, null, null, row.value ->> ${recordedColumns.indexOf('stage')}::int
    from actual a
      join record_entry r on r.unit_id = a.unit_id and r.kind = 'actual.imported'
        and r.after -> 'rows' @> jsonb_build_array(jsonb_build_array(a.id))
      cross join jsonb_array_elements(r.after -> 'rows') row
      left join person p on p.id = r.actor_id left join person f on f.id = r.on_behalf_of_id
    where a.id = ${id} and a.import_id is not null and row.value ->> ${recordedColumns.indexOf('id')}::int = a.id::text
    order by 1`.execute(db);
  return rows;
}

/** The figure in force of the nearest period before, of the same unit and indicator. */
export async function lastBefore(
  db: Kysely<DB>,
  { indicatorCode, unitId, period }: ActualRow,
): Promise<{ readonly value: string; readonly period: string } | undefined> {
  const { rows } = await sql<{ readonly value: string; readonly period: string }>`
    select value, period from actual
    where indicator_code = ${indicatorCode} and unit_id = ${unitId} and stage = 'verified' and superseded_at is null
      and period_end < ${startOf(getPeriod(period))}::date
    order by period_end desc, length(period) limit 1`.execute(db);
  return rows[0];
}
