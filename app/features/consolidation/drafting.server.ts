/** Making a consolidated report and gathering again what came since. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockConsolidation, keptPieces } from './case.server.ts';
import type { ConsolidationRow } from './case.server.ts';
import type { MakeRefusal, Making } from './making.server.ts';
import { partsNow, readMaking } from './making.server.ts';
import type { Part } from './consolidation.ts';
import type { Wanted } from './gather.server.ts';
import { gather } from './gather.server.ts';
import { partsJoined, partsSaid, placedIn } from './parts.ts';
import { addPieces, note } from './keep.server.ts';
import type { Gathered, Regathered } from './pieces.ts';
import { regather } from './pieces.ts';
import { procedures } from './procedure.ts';

export type MakeCommand = {
  /** Minted when the form was drawn: sent twice, it is one report. */
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
};
export type Made = { readonly id: string };

export async function makeConsolidation(
  context: Context,
  { id, typed }: MakeCommand,
): Promise<Result<Made, MakeRefusal | ProcedureRefusal | NotThere>> {
  const { tx, actor, now } = context;
  if (actor.kind !== 'person') return refuse(notThere);
  const read = await readMaking(tx, actor, { typed, today: plainDateIn(now) });
  if (!read.ok) return read;
  const making = read.value;
  const start = { stage: 'draft', places: { unit: making.path }, submittedBy: null } as const;
  const allowed = permit(procedures[making.desk], start, actor, 'change');
  if (!allowed.ok) return allowed;
  const added = await tx
    .insertInto('consolidation')
    .values({
      ...columnsOf(making),
      id,
      stage: 'draft',
      created_by: actor.personId,
      created_at: now,
      gathered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return ok({ id });
  const { added: first } = regather([], await brought(context, { ...making, id }));
  await addPieces(tx, id, first);
  const { kind, roundId, schemeCode, snapshotId, unitId } = making;
  const after = { kind, round: roundId, scheme: schemeCode, snapshot: snapshotId, pieces: first.length };
  await note(context, allowed.value, { kind: 'consolidation.made', id, unitId, after });
  return ok({ id });
}

function columnsOf({ kind, desk, unitId, roundId, schemeCode, snapshotId, title, paper, parts }: Making) {
  return {
    kind,
    desk,
    unit_id: unitId,
    round_id: roundId,
    scheme_code: schemeCode,
    snapshot_id: snapshotId,
    title,
    paper: JSON.stringify(paper),
    parts: JSON.stringify(parts),
  };
}

type Begun = Wanted & { readonly id: string; readonly parts: readonly Part[] };

/** What there is now, each in a part of the report: parts the form has got since are added, and none is taken away. */
async function brought({ tx, actor, now }: Context, { id, parts, ...wanted }: Begun): Promise<readonly Gathered[]> {
  const { pieces } = await gather(tx, actor, wanted, plainDateIn(now));
  const joined = partsJoined(parts, [...(await partsNow(tx, wanted)), ...partsSaid(pieces)]);
  if (joined.length > parts.length)
    await tx
      .updateTable('consolidation')
      .set({ parts: JSON.stringify(joined) })
      .where('id', '=', id)
      .execute();
  return placedIn(joined, pieces);
}

export type GatherRefusal = ProcedureRefusal | NotThere | LostRace;
export type GatherCommand = { readonly id: string; readonly version: number };

/** Lost to whoever gathered or edited the frame first; edits of pieces do not stand in its way. */
export async function gatherAgain(
  context: Context,
  { id, version }: GatherCommand,
): Promise<Result<Made, GatherRefusal>> {
  const { tx, actor, now } = context;
  const row = await lockConsolidation(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(procedures[row.desk], row, actor, 'change');
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const changed = regather(await keptPieces(tx, id), await brought(context, row));
  await carryOut(context, row, changed);
  await tx
    .updateTable('consolidation')
    .set({ version: version + 1, gathered_at: now })
    .where('id', '=', id)
    .execute();
  const counts = Object.fromEntries(Object.entries(changed).map(([fate, of]) => [fate, of.length]));
  await note(context, allowed.value, { kind: 'consolidation.gathered', id, unitId: row.unitId, after: counts });
  return ok({ id });
}

async function carryOut({ tx }: Context, { id }: ConsolidationRow, changed: Regathered): Promise<void> {
  const { added, refreshed, stale, removed } = changed;
  await addPieces(tx, id, added);
  const rows = refreshed.map(({ id: of, from }) => ({
    id: of,
    source: from.source,
    original: from.original,
    content: from.content,
  }));
  await sql`
    update consolidation_piece p set source = r.source, original = r.original,
      content = nullif(r.content, 'null'::jsonb), is_stale = false, version = p.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, source jsonb, original text, content jsonb)
    where p.id = r.id and (p.source, p.original, p.content) is distinct from
      (r.source, r.original, nullif(r.content, 'null'::jsonb))`.execute(tx);
  if (stale.length > 0)
    await tx
      .updateTable('consolidation_piece')
      .set({ is_stale: true })
      .where('id', 'in', [...stale])
      .execute();
  if (removed.length > 0)
    await tx
      .deleteFrom('consolidation_piece')
      .where('id', 'in', [...removed])
      .execute();
}
