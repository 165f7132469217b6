/** Editions of the criteria: issued by the appraising body, all of them to read. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { CriteriaRefusal } from './criteria.ts';
import { criteriaRights, readCriteria } from './criteria.ts';
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
  const row = { id, edition: after + 1, name, valid_from: validFrom, threshold, basis };
  const added = await tx
    .insertInto('initiative_criteria_set')
    .values({ ...row, created_by: actor.personId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return (await isThere(context, id)) ? ok() : refuse({ kind: 'edition_taken' });
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

/** Newest first; rules are no secret to whoever is signed in. */
export async function criteriaSets(db: Kysely<DB>): Promise<readonly CriteriaSet[]> {
  const { rows } = await sql<CriteriaSet>`
    select s.id, s.edition, s.name, s.valid_from as "validFrom", s.threshold, s.basis,
      (select json_agg(json_build_object('position', c.position, 'name', c.name, 'most', c.most) order by c.position)
        from initiative_criterion c where c.set_id = s.id) as criteria
    from initiative_criteria_set s order by s.edition desc`.execute(db);
  return rows;
}

export async function mayIssueCriteria(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(criteriaRights, 'initiative.issue_criteria', actor, await rootPath(db));
}
