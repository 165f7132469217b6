/** A consolidated report put together for paper: as it stands in the draft, or as it was frozen. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { digestOf } from '../snapshots/take.server.ts';
import type { ConsolidationRow } from './case.server.ts';
import { caseOf, consolidations, pieces } from './case.server.ts';
import type { FrozenContent, Input } from './consolidation.ts';
import type { Piece } from './pieces.ts';

type Asked = { readonly inputs: readonly Input[]; readonly today: PlainDate };

export async function contentOf(
  db: Kysely<DB>,
  row: ConsolidationRow,
  { inputs, today }: Asked,
): Promise<FrozenContent> {
  const [rows, issuer, unit] = await Promise.all([
    pieces(db, row.id).orderBy('p.position').orderBy('p.id').execute(),
    issuerAt(db, row.unitId),
    db.selectFrom('unit_now').select(['code', 'name']).where('id', '=', row.unitId).executeTakeFirstOrThrow(),
  ]);
  const byPart = Map.groupBy(rows.map(pieceOf), ({ part }) => part);
  return {
    kind: row.kind,
    title: row.title,
    unit: { code: unit.code ?? '', name: unit.name ?? '' },
    family: issuer.family,
    paper: row.paper,
    parts: row.parts.map((part) => ({ ...part, pieces: byPart.get(part.key) ?? [] })),
    inputs,
    frozenOn: today,
  };
}

function pieceOf({ id, part, position, placement, source, original, body, content, isStale }: Piece): Piece {
  return { id, part, position, placement, source, original, body, content, isStale };
}

/** The sendings its pieces came from, and the snapshot, each with the digest it was kept under. */
export async function gatheredInputs(db: Kysely<DB>, { id, snapshotId }: ConsolidationRow): Promise<readonly Input[]> {
  const { rows } = await sql<Input>`
    select distinct s.content ->> 'unit' as label, s.digest
    from consolidation_piece p
    join unit u on u.code = p.source ->> 'unitCode'
    join report r on r.round_id = (p.source ->> 'roundId')::uuid and r.unit_id = u.id
    join report_sending s on s.report_id = r.id and s.number = (p.source ->> 'sending')::integer
    where p.consolidation_id = ${id} and p.source ->> 'kind' = 'report'
    union all
    select n.title, n.digest from snapshot n where n.id = ${snapshotId}
    order by label, digest`.execute(db);
  return rows;
}

export type FrozenEdition = {
  readonly number: number;
  readonly content: FrozenContent;
  readonly digest: string;
  readonly frozenBy: string;
  readonly frozenAt: Date;
  /** Whether the content still gives the digest it was frozen with. */
  readonly isWhole: boolean;
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
};

type Which = { readonly id: string; readonly number: number };

/** Only the last edition was issued: the number and day of the paper are its, and those outside know of no other. */
export async function findEdition(
  db: Kysely<DB>,
  actor: Actor,
  { id, number }: Which,
): Promise<FrozenEdition | undefined> {
  const row = await consolidations(db, actor)
    .innerJoin('consolidation_edition as e', 'e.consolidation_id', 'consolidation.id')
    .innerJoin('person as p', 'p.id', 'e.frozen_by')
    .where('consolidation.id', '=', askedId(id))
    .where('e.number', '=', number)
    .select(['e.number', 'e.content', 'e.digest', 'p.full_name as frozenBy', 'e.frozen_at as frozenAt'])
    .select(
      sql<boolean>`not exists (select from consolidation_edition l
      where l.consolidation_id = consolidation.id and l.number > e.number)`.as('isLast'),
    )
    .executeTakeFirst();
  if (!row || !(row.isInside || row.isLast)) return undefined;
  // Written by moveConsolidation and frozen by a trigger; its digest says whether it still is what was written.
  const content = row.content as unknown as FrozenContent;
  const { documentNumber, documentDate } = row.isLast ? row : { documentNumber: null, documentDate: null };
  const { digest, frozenBy, frozenAt } = row;
  return {
    number: row.number,
    content,
    digest,
    frozenBy,
    frozenAt,
    isWhole: digestOf(content) === digest,
    documentNumber,
    documentDate,
  };
}

/** The draft as it stands, for those who may read it. */
export async function findDraft(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly id: string; readonly today: PlainDate },
) {
  const row = await consolidations(db, actor).where('consolidation.id', '=', askedId(asked.id)).executeTakeFirst();
  return row?.isInside ? contentOf(db, caseOf(row), { inputs: [], today: asked.today }) : undefined;
}
