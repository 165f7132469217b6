/** Editions of the criteria: proposed by one, confirmed by another, all of them to read. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { CriteriaMove, CriteriaRefusal, CriteriaStage } from './criteria.ts';
import { criteriaProcedure, criteriaRights, readCriteria } from './criteria.ts';
import type { CriteriaSet } from './scoring.ts';

export type IssueCriteria = {
  /** Minted when the form was drawn. */
  readonly id: string;
  /** The newest edition that was seen. */
  readonly after: number;
  readonly typed: Readonly<Record<string, string>>;
};

export async function issueCriteria(
  context: Context,
  { id, after, typed }: IssueCriteria,
): Promise<Result<undefined, CriteriaRefusal>> {
  const { tx, actor, now, record } = context;
  const allowed = permitTo(criteriaRights, 'initiative.issue_criteria', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  const read = readCriteria(typed, plainDateIn(now));
  if (!read.ok) return read;
  if (actor.kind !== 'person') throw new Error('only people issue criteria');
  const { criteria, name, validFrom, threshold, basis } = read.value;
  if (await isThere(context, id)) return ok();
  if (await isWaiting(context)) return refuse({ kind: 'edition_waiting' });
  const row = { id, edition: after + 1, name, valid_from: validFrom, threshold, basis, stage: 'proposed' };
  const by = { created_by: actor.personId, created_for: allowed.value.holding?.forPersonId ?? null, created_at: now };
  const added = await tx
    .insertInto('initiative_criteria_set')
    .values({ ...row, ...by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return refuse({ kind: 'edition_taken' });
  await tx
    .insertInto('initiative_criterion')
    .values(criteria.map((one) => ({ set_id: id, ...one })))
    .execute();
  const subject = { kind: 'initiative_criteria_set', id };
  await record({ permit: allowed.value, kind: 'initiative.criteria_set', subject, after: { ...row, criteria } });
  return ok();
}

async function isThere({ tx }: Context, id: string): Promise<boolean> {
  const there = await tx.selectFrom('initiative_criteria_set').select('id').where('id', '=', id).executeTakeFirst();
  return there !== undefined;
}

async function isWaiting({ tx }: Context): Promise<boolean> {
  const waiting = tx.selectFrom('initiative_criteria_set').select('id').where('stage', '=', 'proposed');
  return (await waiting.executeTakeFirst()) !== undefined;
}

export type DecideCriteria = { readonly id: string; readonly version: number; readonly move: CriteriaMove };

/** Confirmed by another than who proposed it, whatever roles were lent; withdrawn by any of them. */
export async function decideCriteria(
  context: Context,
  { id, version, move }: DecideCriteria,
): Promise<Result<undefined, CriteriaRefusal>> {
  const { tx, actor, now, record } = context;
  await tx.selectFrom('initiative_criteria_set').select('id').where('id', '=', id).forUpdate().execute();
  const set = (await criteriaSets(tx, actor)).find((one) => one.id === id);
  if (!set || actor.kind !== 'person') return refuse(notThere);
  const allowed = permit(criteriaProcedure, await caseOf(tx, set), actor, move);
  if (!allowed.ok) return allowed;
  if (set.version !== version) return refuse({ kind: 'lost_race', current: set.version });
  const stage = criteriaProcedure[set.stage][move]?.to ?? set.stage;
  await tx
    .updateTable('initiative_criteria_set')
    .set({ stage, version: version + 1, decided_by: actor.personId, decided_at: now })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'initiative_criteria_set', id };
  const before = { stage: set.stage };
  await record({ permit: allowed.value, kind: 'initiative.criteria_decided', subject, before, after: { stage } });
  return ok();
}

type Kept = CriteriaSet & {
  readonly stage: CriteriaStage;
  readonly version: number;
  readonly proposedBy: string | null;
  readonly confirmedBy: string | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
};
export type ListedCriteria = Kept & { readonly moves: readonly CriteriaMove[] };

/** Newest first; rules are no secret to whoever is signed in, nor is what is proposed. */
export async function criteriaSets(db: Kysely<DB>, actor: Actor): Promise<readonly ListedCriteria[]> {
  const { rows } = await sql<Kept>`
    select s.id, s.edition, s.name, s.valid_from as "validFrom", s.threshold, s.basis, s.stage, s.version,
      s.created_by as "submittedBy", s.created_for as "submittedFor", p.full_name as "proposedBy",
      case when s.stage = 'confirmed' then d.full_name end as "confirmedBy",
      (select json_agg(json_build_object('position', c.position, 'name', c.name, 'most', c.most) order by c.position)
        from initiative_criterion c where c.set_id = s.id) as criteria
    from initiative_criteria_set s left join person p on p.id = s.created_by left join person d on d.id = s.decided_by
    order by s.edition desc`.execute(db);
  const path = await rootPath(db);
  return rows.map((row) => ({ ...row, moves: movesFor(criteriaProcedure, { ...row, places: { unit: path } }, actor) }));
}

async function caseOf(db: Kysely<DB>, set: Kept) {
  return { ...set, places: { unit: await rootPath(db) } };
}

export async function mayIssueCriteria(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(criteriaRights, 'initiative.issue_criteria', actor, await rootPath(db));
}
