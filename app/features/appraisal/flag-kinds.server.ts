/** The kinds of flags and the bodies that usually send them: data, a default until the province has its own. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FlagKind } from './flag.ts';
import { rights } from './rights.ts';
import type { FactState } from '../awards/law/provision.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { problemsIn, textOf } from './typed.ts';

export type ListedFlagKind = FlagKind & {
  readonly tellsUnit: boolean;
  readonly basis: string;
  readonly state: FactState;
  readonly isActive: boolean;
  readonly version: number;
};

export async function flagKinds(db: Kysely<DB>): Promise<readonly ListedFlagKind[]> {
  return db
    .selectFrom('flag_kind')
    .select([
      'code',
      'name',
      'body',
      'basis',
      sql<FactState>`state`.as('state'),
      'version',
      'tells_unit as tellsUnit',
      'is_active as isActive',
    ])
    .orderBy('position')
    .execute();
}

export type ChangeKind = {
  readonly code: string;
  readonly version: number;
  readonly typed: TypedFields;
};

export async function changeFlagKind(
  { tx, actor, record }: Context,
  { code, version, typed }: ChangeKind,
): Promise<Result<{ readonly code: string }, PermitRefusal | FormWrong | NotThere | LostRace>> {
  const allowed = permitTo(rights, 'flag_kind.change', actor, unitsHeld(actor, 'appraiser', 'administrator'));
  if (!allowed.ok) return allowed;
  const before = await tx.selectFrom('flag_kind').selectAll().where('code', '=', code).forUpdate().executeTakeFirst();
  if (!before) return refuse(notThere);
  const problems = problemsIn(typed, [
    { field: 'name', limit: 200 },
    { field: 'body', limit: 300 },
    { field: 'basis', limit: 500 },
  ]);
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const after = {
    name: textOf(typed, 'name'),
    body: textOf(typed, 'body'),
    basis: textOf(typed, 'basis'),
    tells_unit: typed['tellsUnit'] === 'co',
    is_active: typed['isActive'] === 'co',
    version: version + 1,
  };
  const changedBy = actor.kind === 'person' ? actor.personId : null;
  await tx
    .updateTable('flag_kind')
    .set({ ...after, changed_by: changedBy })
    .where('code', '=', code)
    .execute();
  const subject = { kind: 'flag_kind', id: code };
  await record({ permit: allowed.value, kind: 'flag_kind.changed', subject, before, after });
  return ok({ code });
}
