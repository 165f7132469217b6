/** Criteria sets as they are stored. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { TieRule } from './tie.ts';
import type { CriteriaSet, Criterion } from './criterion.ts';
import type { SetReview, SetStage } from './procedure.ts';

export type StoredSet = CriteriaSet & {
  readonly id: string;
  readonly blockId: string | null;
  readonly movementId: string | null;
  readonly review: SetReview | null;
  readonly year: number;
  readonly edition: number;
  readonly title: string;
  readonly stage: SetStage;
  /** Made ready by the product and not confirmed by the province. */
  readonly isProposal: boolean;
  readonly source: string;
  readonly basedOn: string | null;
  readonly reason: string | null;
  /** Why it was published when its year had begun. */
  readonly lateReason: string | null;
  readonly tieRules: readonly TieRule[];
  readonly documentNumber: string | null;
  readonly documentDate: PlainDate | null;
  readonly publishedAt: Date | null;
  readonly version: number;
};

/** For callers that may read the set. Criteria in their printed order. */
export async function setById(db: Kysely<DB>, id: string): Promise<StoredSet | undefined> {
  const [head, criteria] = await Promise.all([
    sql<Omit<StoredSet, 'criteria'>>`
      select id, block_id as "blockId", movement_id as "movementId", review, year, edition, title, stage, is_proposal as "isProposal", source,
        based_on as "basedOn", reason, late_reason as "lateReason", bonus_cap as "bonusCap", penalty_cap as "penaltyCap", tie_rules as "tieRules",
        document_number as "documentNumber", document_date as "documentDate", published_at as "publishedAt", version
      from criteria_set where id = ${id}`.execute(db),
    criteriaOf(db, id),
  ]);
  const [row] = head.rows;
  return row && { ...row, criteria };
}

export async function criteriaOf(db: Kysely<DB>, setId: string): Promise<readonly Criterion[]> {
  const { rows } = await sql<Criterion>`
    select code, parent, kind, title, guidance, max_points as max, way, rule, expert_unit_id as "expertUnitId", needs_evidence as "needsEvidence"
    from criterion where set_id = ${setId} order by place, code`.execute(db);
  return rows;
}
