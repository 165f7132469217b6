/**
 * One initiative serves one award once (Luật Điều 5.2.c: one achievement is not rewarded many times). Whatever proposes an award
 * on the ground of an initiative marks it used, in its own transaction; the second time it is told by what and when it was used.
 */
import type { Kysely } from 'kysely';
import type { NotAllowed, NotScoped, Permit, Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { lockInitiative } from './case.server.ts';

const rights = {
  'initiative.use': { by: ['appraiser', 'council_secretary', 'deciding_authority'] },
} as const satisfies Rights<string>;

export type UseInitiative = {
  readonly id: string;
  /** The words shown to people, and the thing itself: the same thing again is the same use. */
  readonly usedFor: string;
  readonly usedId: string;
  /** The year of the award. */
  readonly year: number;
  readonly useId: string;
  /** Of the deed that uses it, such as the issue of a decision; else whoever the table allows. */
  readonly permit?: Permit | undefined;
};
export type Use = {
  readonly usedFor: string;
  readonly usedId: string;
  readonly year: number;
  readonly usedAt: Date;
  readonly by: string | null;
};
export type UseRefusal =
  | NotThere
  | NotAllowed
  | NotScoped
  | { readonly kind: 'not_recognised' }
  | ({ readonly kind: 'used_already' } & Use);

export async function useInitiative(context: Context, command: UseInitiative): Promise<Result<Use, UseRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, usedFor, usedId, year, useId } = command;
  const row = await lockInitiative(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = command.permit ? ok(command.permit) : permitTo(rights, 'initiative.use', actor, row.places.unit);
  if (!allowed.ok) return allowed;
  if (row.stage !== 'recognised' && row.stage !== 'raised') return refuse({ kind: 'not_recognised' });
  const before = await findUse(tx, id);
  if (before) return before.usedId === usedId ? ok(before) : refuse({ kind: 'used_already', ...before });
  const after = { id: useId, initiative_id: id, used_for: usedFor, used_id: usedId, year };
  const personId = actor.kind === 'person' ? actor.personId : null;
  await tx
    .insertInto('initiative_use')
    .values({ ...after, used_by: personId, used_at: now })
    .execute();
  const subject = { kind: 'initiative', id };
  await record({ permit: allowed.value, kind: 'initiative.used', subject, unitId: row.unitId, after });
  return ok({ usedFor, usedId, year, usedAt: now, by: actor.kind === 'person' ? actor.name : null });
}

/** Of an initiative that the asker may know of. */
export async function findUse(db: Kysely<DB>, id: string): Promise<Use | undefined> {
  return db
    .selectFrom('initiative_use as x')
    .leftJoin('person as p', 'p.id', 'x.used_by')
    .select(['x.used_for as usedFor', 'x.used_id as usedId', 'x.year', 'x.used_at as usedAt', 'p.full_name as by'])
    .where('x.initiative_id', '=', id)
    .executeTakeFirst();
}
