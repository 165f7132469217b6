/** A list begun for a unit's year, and levels entered into it: one by one, a page at once, or from a sheet. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { lockList } from './case.server.ts';
import type { ListRow } from './case.server.ts';
import type { LineChange } from './level-list.ts';
import { listProcedure } from './level-list.ts';
import { peopleOf } from './people.server.ts';

export type BeginList = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly unitId: string;
  readonly year: string;
};
export type ListOpen = { readonly kind: 'list_open'; readonly id: string };
export type YearWrong = { readonly kind: 'year_wrong'; readonly problem: 'not_a_year' | 'to_come' };
/** Not a person of the unit, or not there in that year. */
export type NotOfUnit = { readonly kind: 'not_of_unit'; readonly count: number };
export type PaperTooLong = { readonly kind: 'paper_too_long'; readonly limit: number };
export type BeginRefusal = ProcedureRefusal | NotThere | ListOpen | YearWrong;
export type LevelsRefusal = ProcedureRefusal | NotThere | LostRace | NotOfUnit | PaperTooLong;
export const paperLimit = 200;

export async function beginList(
  context: Context,
  { id, unitId, year: typed }: BeginList,
): Promise<Result<{ readonly id: string }, BeginRefusal>> {
  const { tx, actor, now, record } = context;
  const unit = await pathOf(tx, unitId);
  if (unit.length === 0) return refuse(notThere);
  const drafted = { stage: 'draft', places: { unit }, submittedBy: null } as const;
  const allowed = permit(listProcedure, drafted, actor, 'change');
  if (!allowed.ok) return allowed;
  const text = typed.trim();
  if (!/^2\d{3}$/.test(text)) return refuse({ kind: 'year_wrong', problem: 'not_a_year' });
  const year = Number(text);
  if (year > Number(plainDateIn(now).slice(0, 4))) return refuse({ kind: 'year_wrong', problem: 'to_come' });
  const row = { id, unit_id: unitId, year, stage: 'draft' };
  const added = await tx
    .insertInto('level_list')
    .values({ ...row, made_by: actor.kind === 'person' ? actor.personId : null, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const { rows } = await sql<{ id: string }>`select id from level_list where id = ${id}
      or (unit_id = ${unitId} and year = ${year} and stage in ('draft', 'submitted')) order by id = ${id} desc limit 1`.execute(
      tx,
    );
    const there = rows[0]?.id ?? id;
    return there === id ? ok({ id }) : refuse({ kind: 'list_open', id: there });
  }
  const subject = { kind: 'level_list', id };
  await record({ permit: allowed.value, kind: 'level_list.entered', subject, unitId, after: row });
  return ok({ id });
}

export type SaveLevels = {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly LineChange[];
  /** The paper the classification stands in; undefined: left as it is. */
  readonly paper?: string | undefined;
};

/** What changes nothing leaves the version as it is, so that sending twice is once. */
export async function saveLevels(
  context: Context,
  { id, version, lines, paper }: SaveLevels,
): Promise<Result<{ readonly version: number }, LevelsRefusal>> {
  const { tx, actor } = context;
  const list = await lockList(tx, actor, id);
  if (!list) return refuse(notThere);
  const allowed = permit(listProcedure, list, actor, 'change');
  if (!allowed.ok) return allowed;
  const said = paper === undefined ? list.paper : paper.trim();
  if (said.length > paperLimit) return refuse({ kind: 'paper_too_long', limit: paperLimit });
  const there = new Map((await linesOf(context, id)).map((line) => [line.holderId, line.level]));
  const changes = lines.filter(({ holderId, level }) => (there.get(holderId) ?? null) !== level);
  if (changes.length === 0 && said === list.paper) return ok({ version: list.version });
  if (list.version !== version) return refuse({ kind: 'lost_race', current: list.version });
  const known = new Set((await peopleOf(tx, list)).map(({ id: holderId }) => holderId));
  const strangers = changes.filter(({ holderId, level }) => level !== null && !known.has(holderId));
  if (strangers.length > 0) return refuse({ kind: 'not_of_unit', count: strangers.length });
  await write(context, list, changes, said);
  const before = Object.fromEntries(changes.map(({ holderId }) => [holderId, there.get(holderId) ?? null]));
  await context.record({
    permit: allowed.value,
    kind: 'level_list.changed',
    subject: { kind: 'level_list', id },
    unitId: list.unitId,
    before: { paper: list.paper, levels: before },
    after: { paper: said, levels: Object.fromEntries(changes.map(({ holderId, level }) => [holderId, level])) },
  });
  return ok({ version: list.version + 1 });
}

const linesOf = ({ tx }: Context, id: string) =>
  tx.selectFrom('level_line').where('list_id', '=', id).select(['holder_id as holderId', 'level']).execute();

async function write({ tx }: Context, list: ListRow, changes: readonly LineChange[], paper: string): Promise<void> {
  const gone = changes.filter(({ level }) => level === null).map(({ holderId }) => holderId);
  const kept = changes.filter(({ level }) => level !== null);
  await sql`delete from level_line where list_id = ${list.id} and holder_id = any(${gone}::uuid[])`.execute(tx);
  await sql`insert into level_line (list_id, holder_id, level)
    select ${list.id}, x.holder_id, x.level from unnest(${kept.map(({ holderId }) => holderId)}::uuid[], ${kept.map(({ level }) => level)}::text[]) x(holder_id, level)
    on conflict (list_id, holder_id) do update set level = excluded.level`.execute(tx);
  await tx
    .updateTable('level_list')
    .set({ paper, version: list.version + 1 })
    .where('id', '=', list.id)
    .execute();
}
