/** Editing a draft: the words of a piece, where it stands, one's own pieces, and what stands around them on paper. */
import { sql } from 'kysely';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { ConsolidationRow, PieceRow } from './case.server.ts';
import { lockConsolidation, pieces } from './case.server.ts';
import type { WordsRefusal } from './consolidation.ts';
import { longestText, problemOf, readPaper } from './consolidation.ts';
import { note, secretSchemes } from './keep.server.ts';
import type { Placement } from './pieces.ts';
import { placedAfter, together } from './pieces.ts';
import type { Move } from './procedure.ts';
import { procedures } from './procedure.ts';

export type EditRefusal = ProcedureRefusal | NotThere | LostRace | WordsRefusal;
export type Edited = Result<{ readonly id: string }, EditRefusal>;

type Open = { readonly row: ConsolidationRow; readonly held: Permit<Move> };

async function open({ tx, actor }: Context, id: string): Promise<Result<Open, ProcedureRefusal | NotThere>> {
  const row = await lockConsolidation(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(procedures[row.desk], row, actor, 'change');
  return allowed.ok ? ok({ row, held: allowed.value }) : allowed;
}

type At = { readonly id: string; readonly pieceId: string };

async function openPiece(context: Context, { id, pieceId }: At) {
  const opened = await open(context, id);
  if (!opened.ok) return opened;
  const piece = await pieces(context.tx, id).where('p.id', '=', pieceId).executeTakeFirst();
  return piece ? ok({ ...opened.value, piece }) : refuse(notThere);
}

async function noteEdit(context: Context, { row, held }: Open, after: object, before?: object): Promise<void> {
  const entry = {
    kind: 'consolidation.edited',
    id: row.id,
    unitId: row.unitId,
    after,
    ...(before && { before }),
  } as const;
  await note(context, held, entry);
}

export type EditPiece = At & { readonly version: number; readonly text: string };

/** Two who edit one paragraph do not overwrite each other. An empty one is refused: leave it out instead. */
export async function editPiece(context: Context, { version, text, ...at }: EditPiece): Promise<Edited> {
  const opened = await openPiece(context, at);
  if (!opened.ok) return opened;
  const { piece, row } = opened.value;
  if (piece.content !== null) return refuse(notThere);
  if (piece.version !== version) return refuse({ kind: 'lost_race', current: piece.version });
  const read = await readWords(context, text);
  if (!read.ok) return read;
  if (read.value === (piece.body ?? piece.original)) return ok({ id: row.id });
  await savePiece(context, piece, read.value);
  const before = { piece: piece.id, version };
  await noteEdit(context, opened.value, { piece: piece.id, version: version + 1, edited: true }, before);
  return ok({ id: row.id });
}

async function readWords({ tx }: Context, typed: string): Promise<Result<string, WordsRefusal>> {
  const text = typed.trim();
  const problem = problemOf(text, { needed: true, longest: longestText, secrets: await secretSchemes(tx) });
  return problem ? refuse({ kind: 'words_wrong', problems: [{ field: 'text', problem }] }) : ok(text);
}

/** Back to what was gathered is not edited any more; one's own words are always one's own. */
async function savePiece({ tx, actor, now }: Context, piece: PieceRow, text: string): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people edit');
  const isBack = text === piece.original && piece.source.kind !== 'own';
  const edit = isBack
    ? { body: null, edited_by: null, edited_at: null }
    : { body: text, edited_by: actor.personId, edited_at: now };
  await tx
    .updateTable('consolidation_piece')
    .set({ ...edit, version: piece.version + 1 })
    .where('id', '=', piece.id)
    .execute();
}

export type PlacePiece = At & { readonly placement: Placement };

export async function placePiece(context: Context, { placement, ...at }: PlacePiece): Promise<Edited> {
  const opened = await openPiece(context, at);
  if (!opened.ok) return opened;
  const { piece, row } = opened.value;
  if (piece.placement === placement) return ok({ id: row.id });
  const ids = [...(await alike(context, row.id, piece)).ids];
  await context.tx.updateTable('consolidation_piece').set({ placement }).where('id', 'in', ids).execute();
  const after = { piece: piece.id, placement, pieces: ids.length };
  await noteEdit(context, opened.value, after, { placement: piece.placement });
  return ok({ id: row.id });
}

export type PlacePart = { readonly id: string; readonly part: string; readonly placement: Placement };

/** What units wrote in a part, all at once, and what comes later; tables and one's own words stay where they are. */
export async function placePart(context: Context, { id, part, placement }: PlacePart): Promise<Edited> {
  const opened = await open(context, id);
  if (!opened.ok) return opened;
  const moved = await context.tx
    .updateTable('consolidation_piece')
    .set({ placement })
    .where('consolidation_id', '=', id)
    .where('part', '=', part)
    .where(sql<boolean>`source ->> 'kind' = 'report'`)
    .where('placement', '!=', placement)
    .executeTakeFirst();
  const { parts } = opened.value.row;
  const there = parts.find(({ key }) => key === part);
  if (!there || (moved.numUpdatedRows === 0n && there.words === placement)) return ok({ id });
  const chosen = parts.map((each) => (each === there ? { ...each, words: placement } : each));
  await context.tx
    .updateTable('consolidation')
    .set({ parts: JSON.stringify(chosen) })
    .where('id', '=', id)
    .execute();
  await noteEdit(context, opened.value, { part, placement, pieces: Number(moved.numUpdatedRows) });
  return ok({ id });
}

/** `after`: the piece it is to stand behind; null, first of its part. Asked twice, it is moved once. */
export type OrderPiece = At & { readonly after: string | null };

export async function orderPiece(context: Context, { after, ...at }: OrderPiece): Promise<Edited> {
  const opened = await openPiece(context, at);
  if (!opened.ok) return opened;
  const { piece, row } = opened.value;
  const { ids, order: there } = await alike(context, row.id, piece);
  const wanted = placedAfter(there, ids, after);
  if (wanted.join() === there.join()) return ok({ id: row.id });
  await keepOrder(context, wanted);
  await noteEdit(context, opened.value, { piece: piece.id, after });
  return ok({ id: row.id });
}

/** Whatever stands as one with the piece moves as one; with the order of its part. */
async function alike({ tx }: Context, id: string, { id: pieceId, part }: PieceRow) {
  const rows = await pieces(tx, id).where('p.part', '=', part).orderBy('p.position').orderBy('p.id').execute();
  const group = together(rows).find((one) => one.some((each) => each.id === pieceId)) ?? [];
  return { ids: group.map((each) => each.id), order: rows.map((each) => each.id) };
}

async function orderOf({ tx }: Context, id: string, part: string): Promise<readonly string[]> {
  const rows = await pieces(tx, id).where('p.part', '=', part).orderBy('p.position').orderBy('p.id').execute();
  return rows.map((row) => row.id);
}

async function keepOrder({ tx }: Context, order: readonly string[]): Promise<void> {
  await sql`
    update consolidation_piece p set position = o.at
    from unnest(${[...order]}::uuid[]) with ordinality as o (id, at)
    where p.id = o.id and p.position <> o.at`.execute(tx);
}

export type AddPiece = {
  readonly id: string;
  /** Minted when the form was drawn: sent twice, it is one paragraph. */
  readonly pieceId: string;
  readonly part: string;
  readonly text: string;
};

/** One's own paragraph: first of its part, since it sums up what follows. */
export async function addPiece(context: Context, { id, pieceId, part, text }: AddPiece): Promise<Edited> {
  const { tx, actor, now } = context;
  const opened = await open(context, id);
  if (!opened.ok) return opened;
  if (actor.kind !== 'person' || !opened.value.row.parts.some(({ key }) => key === part)) return refuse(notThere);
  const read = await readWords(context, text);
  if (!read.ok) return read;
  const added = await tx
    .insertInto('consolidation_piece')
    .values({
      id: pieceId,
      consolidation_id: id,
      part,
      position: 0,
      placement: 'body',
      source: JSON.stringify({ kind: 'own', by: actor.name }),
      body: read.value,
      edited_by: actor.personId,
      edited_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return ok({ id });
  await keepOrder(context, await orderOf(context, id, part));
  await noteEdit(context, opened.value, { piece: pieceId, part, added: true });
  return ok({ id });
}

export type ChangePaper = {
  readonly id: string;
  readonly version: number;
  readonly typed: Readonly<Record<string, string>>;
};

export async function changePaper(context: Context, { id, version, typed }: ChangePaper): Promise<Edited> {
  const opened = await open(context, id);
  if (!opened.ok) return opened;
  const { row } = opened.value;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const read = readPaper(typed, await secretSchemes(context.tx));
  if (!read.ok) return read;
  const { title, paper } = read.value;
  await context.tx
    .updateTable('consolidation')
    .set({ title, paper: JSON.stringify(paper), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await noteEdit(context, opened.value, { title, version: version + 1 }, { title: row.title, version });
  return ok({ id });
}
