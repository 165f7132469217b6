/** A list handed in, taken back, returned, confirmed into the register, or discarded. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import { offerNote } from '../register/offering.server.ts';
import type { ListRow } from './case.server.ts';
import { lockList } from './case.server.ts';
import type { Line, ListMove } from './level-list.ts';
import { listProcedure } from './level-list.ts';
import { levelSource } from './text.ts';

export type ListWay = Exclude<ListMove, 'change'>;
export type MoveList = {
  readonly id: string;
  readonly version: number;
  readonly move: ListWay;
  readonly reason?: string | undefined;
};
/** Two of its lines turned out to be one person, with different levels. */
export type SamePerson = { readonly kind: 'same_person'; readonly names: readonly string[] };
export type ListMoveRefusal = ProcedureRefusal | NotThere | LostRace | { readonly kind: 'list_empty' } | SamePerson;

export async function moveList(
  context: Context,
  { id, version, move, reason }: MoveList,
): Promise<Result<{ readonly version: number }, ListMoveRefusal>> {
  const { tx, actor, now, record } = context;
  const before = await lockList(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(listProcedure, before, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  if (before.many === 0 && (move === 'submit' || move === 'confirm')) return refuse({ kind: 'list_empty' });
  const said = reason?.trim().slice(0, 1000) ?? '';
  const by = actor.kind === 'person' ? actor.personId : null;
  const stage = listProcedure[before.stage][move]?.to ?? before.stage;
  if (move === 'confirm') {
    const twice = await mergedApart(context, id);
    if (twice.length > 0) return refuse({ kind: 'same_person', names: twice });
  }
  const lent = lenderIn('level_list', [{ row: before, permit: allowed.value }]);
  const marks = {
    ...(move === 'submit' && { submitted_by: by, submitted_for: lent, submitted_at: now, return_reason: null }),
    ...(move === 'return' && { return_reason: said }),
    ...(move === 'confirm' && { confirmed_by: by, confirmed_at: now }),
  };
  await tx
    .updateTable('level_list')
    .set({ stage, version: version + 1, ...marks })
    .where('id', '=', id)
    .execute();
  if (move === 'confirm') await handOn(context, allowed.value, before);
  await record({
    permit: allowed.value,
    kind: 'level_list.moved',
    subject: { kind: 'level_list', id },
    unitId: before.unitId,
    reason: said || null,
    before: { stage: before.stage, version },
    after: { move, stage, version: version + 1 },
  });
  return ok({ version: version + 1 });
}

/** People entered twice and merged since, whose lines do not agree. */
async function mergedApart({ tx }: Context, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select min(k.name) as name from level_line n join holder h on h.id = n.holder_id join holder k on k.id = coalesce(h.merged_into, h.id)
    where n.list_id = ${id} group by k.id having count(distinct n.level) > 1 order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}

async function handOn(context: Context, permitted: Permit, list: ListRow): Promise<void> {
  const lines = (await context.tx
    .selectFrom('level_line')
    .where('list_id', '=', list.id)
    .orderBy('holder_id')
    .select(['holder_id as holderId', 'level'])
    .execute()) as readonly Line[];
  const source = levelSource(list, plainDateIn(context.now));
  const shared = { permit: permitted, kind: 'year', origin: 'level_list', originId: list.id } as const;
  for (const { holderId, level } of lines)
    await offerNote(context, { ...shared, holderId, row: { year: list.year, level, source } });
}
