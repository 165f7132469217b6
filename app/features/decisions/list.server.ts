/** Decisions as pages read them, and the dossiers that wait for one. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo as dossierVisibleTo } from '../dossiers/visible.server.ts';
import type { DecisionRow } from './case.server.ts';
import { decisionOf, decisions } from './case.server.ts';
import { isDecidedHere } from './level.server.ts';
import type { DecisionMove } from './procedure.ts';
import { decisionProcedure, decisionStages } from './procedure.ts';

export type ListedDecision = DecisionRow & { readonly people: number; readonly moves: readonly DecisionMove[] };
export type DecisionsQuery = {
  readonly id?: string;
  readonly year?: number | undefined;
  /** Only those on which a step is left to take. */
  readonly isOpen?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listDecisions(
  db: Kysely<DB>,
  actor: Actor,
  { id, year, isOpen = false, page = 1, size = 50 }: DecisionsQuery,
): Promise<{ readonly rows: readonly ListedDecision[]; readonly total: number }> {
  let wanted = decisions(db, actor);
  if (id !== undefined) wanted = wanted.where('decision.id', '=', id);
  if (year !== undefined) wanted = wanted.where('decision.year', '=', year);
  if (isOpen) wanted = wanted.where('decision.stage', 'in', openStages);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .select(
      sql<number>`(select count(*) from decision_line l where l.decision_id = decision.id and l.verdict = 'grant')`.as(
        'people',
      ),
    )
    .orderBy('decision.year', 'desc')
    .orderBy('decision.number', (order) => order.desc().nullsFirst())
    .orderBy('decision.drafted_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    total,
    rows: await Promise.all(
      rows.map(async (each) => {
        const one = await decisionOf(db, each);
        return { ...one, moves: movesFor(decisionProcedure, one, actor) };
      }),
    ),
  };
}

const openStages = decisionStages.filter((stage) => Object.keys(decisionProcedure[stage]).length > 0);

export type WaitingDossier = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly toUnitName: string;
  readonly people: number;
};

/** Those whose nominees are not in a decision yet; for whoever drafts. */
export async function dossiersToDecide(db: Kysely<DB>, actor: Actor): Promise<readonly WaitingDossier[]> {
  if (!holdsRole(actor, 'appraiser')) return [];
  const { rows } = await sql<WaitingDossier>`
    select dossier.id, dossier.code, dossier.title, u.name as "unitName", r.name as "toUnitName", count(n.id)::int as people
    from dossier join nominee n on n.dossier_id = dossier.id and n.outcome = 'open'
      join unit_now u on u.id = dossier.unit_id join unit_now r on r.id = unit_acting(dossier.to_unit_id)
    where dossier.stage = 'deciding' and ${dossierVisibleTo(actor)} and ${isDecidedHere()}
      and not exists (select from decision_line l where l.nominee_id = n.id and l.is_live)
    group by dossier.id, u.name, r.name order by dossier.stage_since, dossier.id limit 200`.execute(db);
  return rows;
}

/** Whom a decision waits for now, for the work of a person. */
export async function decisionsWaiting(db: Kysely<DB>, person: Person): Promise<readonly ListedDecision[]> {
  const { rows } = await listDecisions(db, person, { isOpen: true, size: 200 });
  const due: readonly DecisionMove[] = ['approve', 'sign', 'seal', 'issue'];
  return rows.filter(
    ({ moves, stage, returnReason }) =>
      moves.some((each) => due.includes(each)) ||
      (stage === 'draft' && returnReason !== null && moves.includes('change')),
  );
}
