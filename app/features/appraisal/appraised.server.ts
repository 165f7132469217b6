/** Nominees of a dossier as whoever appraises sees them: standards, the same elsewhere, what was found and concluded. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Case } from '../awards/standards/case.ts';
import type { Evaluation } from '../awards/standards/evaluate.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { AlikeReport } from '../dossiers/alike.server.ts';
import { alikeReportsOf } from '../dossiers/alike.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { papersSeen } from '../dossiers/completeness.server.ts';
import type { Complete, PaperKind } from '../dossiers/papers.ts';
import { movementFact } from '../register/case.server.ts';
import { caseFrom } from '../register/facts.ts';
import type { ConcludedNominee } from './concluded.server.ts';

/** The same one proposed for the same in another dossier that is on its way or was granted. */
export type Twin = {
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly unitName: string;
  readonly stage: string;
  readonly outcome: string;
};

export type AppraisedNominee = ConcludedNominee & {
  readonly case: Case;
  readonly evaluation: Evaluation;
  readonly twins: readonly Twin[];
  readonly copies: readonly AlikeReport[];
  /** Of the nominee, and of the dossier as a whole. */
  readonly papersMissing: readonly PaperKind[];
};

/** `all` of the dossier, of whom those of `ids` are looked at. */
export type Looked = {
  readonly dossier: DossierRow;
  readonly all: readonly ConcludedNominee[];
  readonly ids: readonly string[];
};

/** With whose eyes: reports that are alike are looked for among what they may know of. */
export async function appraisedNominees(
  db: Kysely<DB>,
  actor: Actor,
  { dossier, all, ids }: Looked,
  today: PlainDate,
): Promise<readonly AppraisedNominee[]> {
  const [book, twins, movement, papers, copies] = await Promise.all([
    ruleBook(db),
    twinsOf(db, dossier, ids),
    dossier.movementId ? movementFact(db, dossier.movementId, dossier.movementReview) : (false as const),
    papersSeen(db, dossier, all, today),
    alikeReportsOf(db, actor, ids),
  ]);
  const looked = new Set(ids);
  return all
    .filter(({ id }) => looked.has(id))
    .map((row) => {
      const received = dossier.receivedOn ?? today;
      const placed = movement && { ...movement, rank: row.movementRank };
      const asked = { awardCode: row.awardCode, received, year: dossier.year, movement: placed };
      const one = caseFrom(row.holder, asked);
      return {
        ...row,
        case: one,
        evaluation: evaluateStandards(book, one),
        twins: twins.get(row.id) ?? [],
        copies: copies.get(row.id) ?? [],
        papersMissing: missingOf(papers.complete, row.id),
      };
    });
}

async function twinsOf(
  db: Kysely<DB>,
  { id, year }: DossierRow,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Twin[]>> {
  const { rows } = await sql<Twin & { of: string }>`
    select n.id as of, o.id as "nomineeId", d.id as "dossierId", d.code as "dossierCode", u.name as "unitName", d.stage, o.outcome
    from nominee n join holder h on h.id = n.holder_id
    join holder k on coalesce(k.merged_into, k.id) = coalesce(h.merged_into, h.id)
    join nominee o on o.holder_id = k.id and o.award_code = n.award_code
    join dossier d on d.id = o.dossier_id join unit_now u on u.id = d.unit_id
    where n.id = any(${[...ids]}::uuid[]) and d.id <> ${id} and d.year = ${year} and d.stage not in ('draft', 'withdrawn', 'refused')
      and o.outcome in ('open', 'granted')
    order by d.submitted_at, d.id`.execute(db);
  return Map.groupBy(rows, ({ of }) => of);
}

function missingOf({ shared, rows }: Complete, nomineeId: string): readonly PaperKind[] {
  const own = rows.find(({ id }) => id === nomineeId)?.cells ?? [];
  return [...shared, ...own].filter(({ state }) => state === 'missing' || state === 'begun').map(({ kind }) => kind);
}
