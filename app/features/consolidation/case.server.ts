/** A consolidated report as a case of its procedure, as everybody loads it. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Desk, Kind, PaperFacts, Part, Stage } from './consolidation.ts';
import type { Kept, Piece, PieceTable, Placement, Source } from './pieces.ts';
import { isInside, visibleTo } from './visible.server.ts';

export type ConsolidationRow = {
  readonly id: string;
  readonly kind: Kind;
  readonly desk: Desk;
  readonly unitId: string;
  readonly roundId: string | null;
  readonly schemeCode: string | null;
  readonly snapshotId: string | null;
  readonly title: string;
  readonly paper: PaperFacts;
  readonly parts: readonly Part[];
  readonly stage: Stage;
  readonly version: number;
  readonly gatheredAt: Date;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly returnReason: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  /** Whether the asker may read how it came to be. */
  readonly isInside: boolean;
  readonly places: Readonly<Record<'unit', UnitPath>>;
};

export function consolidations(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('consolidation')
    .where(visibleTo(actor))
    .select(['consolidation.id', 'consolidation.unit_id as unitId', 'consolidation.round_id as roundId'])
    .select(['consolidation.scheme_code as schemeCode', 'consolidation.snapshot_id as snapshotId'])
    .select(['consolidation.title', 'consolidation.version', 'consolidation.gathered_at as gatheredAt'])
    .select(['consolidation.submitted_by as submittedBy', 'consolidation.submitted_for as submittedFor'])
    .select(['consolidation.return_reason as returnReason', 'consolidation.document_number as documentNumber'])
    .select('consolidation.document_date as documentDate')
    .select([
      isInside(actor).as('isInside'),
      sql<Kind>`consolidation.kind`.as('kind'),
      sql<Desk>`consolidation.desk`.as('desk'),
      sql<Stage>`consolidation.stage`.as('stage'),
      sql<PaperFacts>`consolidation.paper`.as('paper'),
      sql<readonly Part[]>`consolidation.parts`.as('parts'),
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t
        where t.descendant_id = consolidation.unit_id order by t.depth)`.as('unitPath'),
    ]);
}

type Loaded = Omit<ConsolidationRow, 'places'> & { readonly unitPath: UnitPath };

export function caseOf<Row extends Loaded>({ unitPath, ...row }: Row): Omit<Row, 'unitPath'> & ConsolidationRow {
  return { ...row, places: { unit: unitPath } };
}

/** Held until the deed is done: whoever edits, gathers or freezes at the same time waits. */
export async function lockConsolidation(
  tx: Transaction<DB>,
  actor: Actor,
  id: string,
): Promise<ConsolidationRow | undefined> {
  const row = await consolidations(tx, actor)
    .where('consolidation.id', '=', id)
    .forUpdate('consolidation')
    .executeTakeFirst();
  return row && caseOf(row);
}

export type PieceRow = Piece & {
  readonly key: string | null;
  readonly version: number;
  readonly editedBy: string | null;
  readonly editedAt: Date | null;
};

/** For a query whose consolidated report was found to be visible. */
export function pieces(db: Kysely<DB>, consolidationId: string) {
  return db
    .selectFrom('consolidation_piece as p')
    .leftJoin('person as e', 'e.id', 'p.edited_by')
    .where('p.consolidation_id', '=', consolidationId)
    .select(['p.id', 'p.part', 'p.position', 'p.original', 'p.body', 'p.version', 'p.is_stale as isStale'])
    .select(['p.source_key as key', 'e.full_name as editedBy', 'p.edited_at as editedAt'])
    .select([
      sql<Placement>`p.placement`.as('placement'),
      // Written by the commands of this feature alone.
      sql<Source>`p.source`.as('source'),
      sql<PieceTable | null>`p.content`.as('content'),
    ]);
}

export async function keptPieces(tx: Transaction<DB>, consolidationId: string): Promise<readonly Kept[]> {
  return pieces(tx, consolidationId).orderBy('p.position').execute();
}
