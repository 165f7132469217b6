/** Consolidated reports as pages read them: the list, and one with its parts, editions and what may be done. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { movableBy } from '../indicators/movable.server.ts';
import type { ConsolidationRow, PieceRow } from './case.server.ts';
import { caseOf, consolidations, pieces } from './case.server.ts';
import type { Kind, Part } from './consolidation.ts';
import type { Together } from './pieces.ts';
import { together } from './pieces.ts';
import type { Move } from './procedure.ts';
import { procedures } from './procedure.ts';

export type ListedConsolidation = ConsolidationRow & { readonly unitName: string };
type Query = { readonly kind?: Kind | undefined; readonly page?: number; readonly size?: number };

export async function listConsolidations(
  db: Kysely<DB>,
  actor: Actor,
  { kind, page = 1, size = 20 }: Query,
): Promise<{ readonly rows: readonly ListedConsolidation[]; readonly total: number }> {
  let wanted = named(db, actor).where('consolidation.stage', '!=', 'withdrawn');
  if (kind) wanted = wanted.where('consolidation.kind', '=', kind);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .orderBy('consolidation.created_at', 'desc')
    .orderBy('consolidation.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total, rows: rows.map(caseOf) };
}

function named(db: Kysely<DB>, actor: Actor) {
  return consolidations(db, actor)
    .innerJoin('unit_now as u', 'u.id', 'consolidation.unit_id')
    .select(sql<string>`u.name`.as('unitName'));
}

export type PartCounts = Part & {
  readonly body: number;
  readonly annex: number;
  readonly out: number;
  readonly edited: number;
  readonly stale: number;
};
export type EditionLine = {
  readonly number: number;
  readonly digest: string;
  readonly frozenBy: string;
  readonly frozenAt: Date;
};

export type OneConsolidation = Omit<ListedConsolidation, 'parts'> & {
  readonly parts: readonly PartCounts[];
  readonly moves: readonly Move[];
  readonly editions: readonly EditionLine[];
  readonly roundName: string | null;
  readonly snapshotTitle: string | null;
};

export async function findConsolidation(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
): Promise<OneConsolidation | undefined> {
  const row = await named(db, actor)
    .leftJoin('reporting_round as o', 'o.id', 'consolidation.round_id')
    .leftJoin('snapshot as n', 'n.id', 'consolidation.snapshot_id')
    .select(['o.name as roundName', 'n.title as snapshotTitle'])
    .where('consolidation.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const one = caseOf(row);
  const [counts, editions] = await Promise.all([countsOf(db, id), editionsOf(db, id)]);
  return {
    ...one,
    parts: one.parts.map((part) => ({ ...noPieces, ...counts.get(part.key), ...part })),
    moves: movesFor(procedures[one.desk], one, actor),
    // Those that were taken back or returned are for the desk.
    editions: one.isInside ? editions : editions.slice(0, 1),
  };
}

const noPieces = { body: 0, annex: 0, out: 0, edited: 0, stale: 0 };
type Counts = typeof noPieces;

async function countsOf(db: Kysely<DB>, id: string): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await sql<Counts & { readonly key: string }>`
    select part as key, count(*) filter (where placement = 'body') as body, count(*) filter (where placement = 'annex') as annex,
      count(*) filter (where placement = 'out') as out, count(*) filter (where body is not null) as edited,
      count(*) filter (where is_stale) as stale
    from consolidation_piece where consolidation_id = ${id} group by part`.execute(db);
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

async function editionsOf(db: Kysely<DB>, id: string): Promise<readonly EditionLine[]> {
  return db
    .selectFrom('consolidation_edition as e')
    .innerJoin('person as p', 'p.id', 'e.frozen_by')
    .where('e.consolidation_id', '=', id)
    .select(['e.number', 'e.digest', 'p.full_name as frozenBy', 'e.frozen_at as frozenAt'])
    .orderBy('e.number', 'desc')
    .execute();
}

type PartAsked = { readonly id: string; readonly part: string; readonly page: number; readonly size: number };

/** One part of a consolidated report that was found to be visible, piece by piece. */
export async function piecesOf(db: Kysely<DB>, { page, size, ...asked }: PartAsked) {
  const all = await inOrder(db, asked);
  return { rows: all.slice((page - 1) * size, page * size), total: all.length };
}

/** The same as it is read, what is said alike as one; `order`: the first of each. */
export async function groupsOf(db: Kysely<DB>, { page, size, ...asked }: PartAsked) {
  const all = await inOrder(db, asked);
  const groups: readonly Together<PieceRow>[] = together(all);
  return {
    groups: groups.slice((page - 1) * size, page * size),
    total: all.length,
    last: Math.ceil(groups.length / size),
    order: groups.map(([first]) => first.id),
  };
}

type WholePart = Pick<PartAsked, 'id' | 'part'>;

/** What units wrote in a part, to read beside while one sums it up. */
export async function wordsOf(db: Kysely<DB>, asked: WholePart): Promise<readonly Together<PieceRow>[]> {
  return together((await inOrder(db, asked)).filter(({ source }) => source.kind === 'report'));
}

async function inOrder(db: Kysely<DB>, { id, part }: WholePart): Promise<readonly PieceRow[]> {
  return pieces(db, id).where('p.part', '=', part).orderBy('p.position').orderBy('p.id').execute();
}

export async function findPiece(db: Kysely<DB>, id: string, pieceId: string): Promise<PieceRow | undefined> {
  return pieces(db, id).where('p.id', '=', pieceId).executeTakeFirst();
}

/** What waits to be signed off by this person. */
export async function consolidationsToIssue(db: Kysely<DB>, person: Person) {
  return db
    .selectFrom('consolidation')
    .where((eb) =>
      eb.or(
        (['province', 'lead'] as const).map((desk) =>
          eb.and([
            eb('consolidation.desk', '=', desk),
            movableBy({ procedure: procedures[desk], move: 'issue', table: 'consolidation' }, person),
          ]),
        ),
      ),
    )
    .select(['consolidation.id', 'consolidation.title'])
    .orderBy('consolidation.submitted_at')
    .limit(20)
    .execute();
}
