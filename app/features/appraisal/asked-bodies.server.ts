/** The data by which bodies are asked: read, proposed by one, confirmed by another, ended. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { findAward } from '../awards/award.ts';
import { awardKinds, groups } from '../awards/standards/case.ts';
import type { AskedBody } from './asked-body.ts';
import { rights } from './rights.ts';
import type { FormWrong, Found, TypedFields } from './typed.ts';
import { dayOf, problemsIn, textOf } from './typed.ts';

export type ListedBody = AskedBody & {
  readonly version: number;
  readonly unitName: string | null;
  readonly proposedBy: string | null;
  readonly proposedById: string | null;
  readonly confirmedBy: string | null;
  /** Counts: of the product, or confirmed. */
  readonly counts: boolean;
};

export async function listBodies(db: Kysely<DB>): Promise<readonly ListedBody[]> {
  const { rows } = await sql<ListedBody>`
    select r.id, r.body, r.unit_id as "unitId", r.award_code as "awardCode", r.award_level as "awardLevel",
      r.dossier_kind as "dossierKind", r.holder_group as "holderGroup", r.silence_agrees as "silenceAgrees", r.basis, r.state,
      r.valid_from as "validFrom", r.valid_until as "validUntil", r.version, u.name as "unitName", p.full_name as "proposedBy",
      r.proposed_by as "proposedById", c.full_name as "confirmedBy", r.proposed_by is null or r.confirmed_by is not null as counts
    from asked_body r left join unit_now u on u.id = r.unit_id
      left join person p on p.id = r.proposed_by left join person c on c.id = r.confirmed_by
    order by r.valid_from, r.body, r.id`.execute(db);
  return rows;
}

/** Those that count. */
export async function askedBodies(db: Kysely<DB>): Promise<readonly AskedBody[]> {
  return (await listBodies(db)).filter(({ counts }) => counts);
}

export type SameHand = { readonly kind: 'same_hand' };
export type BodyRefusal = PermitRefusal | FormWrong | NotThere | LostRace | SameHand;
type Kept = { readonly id: string };

export async function proposeBody(
  { tx, actor, now, record }: Context,
  { id, typed }: { readonly id: string; readonly typed: TypedFields },
): Promise<Result<Kept, BodyRefusal>> {
  const allowed = permitTo(rights, 'asked_body.propose', actor, unitsHeld(actor, 'appraiser'));
  if (!allowed.ok) return allowed;
  const read = readBody(typed, plainDateIn(now));
  if (!read.ok) return read;
  if (actor.kind !== 'person') throw new Error('only people propose rules');
  const row = { id, ...read.value, state: 'default' };
  const added = await tx
    .insertInto('asked_body')
    .values({ ...row, proposed_by: actor.personId, proposed_at: now })
    .onConflict((there) => there.doNothing())
    .executeTakeFirst();
  if (!added.numInsertedOrUpdatedRows) return ok({ id });
  const subject = { kind: 'asked_body', id };
  await record({ permit: allowed.value, kind: 'asked_body.proposed', subject, after: row });
  return ok({ id });
}

function readBody(typed: TypedFields, today: PlainDate) {
  const [award, from] = [textOf(typed, 'award'), dayOf(typed, 'from')];
  const offered = (field: string, values: readonly string[]) =>
    values.find((each) => each === textOf(typed, field)) ?? null;
  const problems: readonly Found[] = [
    ...(award === '' || findAward(award) ? [] : [{ field: 'award', problem: { kind: 'not_offered' } } as const]),
    ...problemsIn(typed, [{ field: 'body', limit: 300 }, { field: 'basis', limit: 500 }, { field: 'from' }]),
    ...(from !== null && from < today ? [{ field: 'from', problem: { kind: 'not_after', day: today } } as const] : []),
  ];
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems } satisfies FormWrong);
  return ok({
    body: textOf(typed, 'body'),
    award_code: award || null,
    award_level: offered('level', ['centre', 'province', 'base']),
    dossier_kind: offered('kind', awardKinds),
    holder_group: offered('group', groups),
    silence_agrees: typed['silence'] === 'co',
    basis: textOf(typed, 'basis'),
    valid_from: from ?? today,
  });
}

export type OnBody = { readonly id: string; readonly version: number };

/** By another than who proposed it; only then it counts. */
export async function confirmBody(
  { tx, actor, now, record }: Context,
  { id, version }: OnBody,
): Promise<Result<Kept, BodyRefusal>> {
  const office = unitsHeld(actor, 'appraiser', 'deciding_authority');
  const allowed = permitTo(rights, 'asked_body.confirm', actor, office);
  if (!allowed.ok) return allowed;
  const row = await tx.selectFrom('asked_body').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || row.proposed_by === null) return refuse(notThere);
  if (row.version !== version || row.confirmed_by !== null) return refuse({ kind: 'lost_race', current: row.version });
  if (actor.kind !== 'person') throw new Error('only people confirm rules');
  if ([actor.personId, allowed.value.holding?.forPersonId].includes(row.proposed_by))
    return refuse({ kind: 'same_hand' });
  const confirmed = { confirmed_by: actor.personId, confirmed_at: now, version: version + 1 };
  await tx.updateTable('asked_body').set(confirmed).where('id', '=', id).execute();
  const subject = { kind: 'asked_body', id };
  await record({ permit: allowed.value, kind: 'asked_body.confirmed', subject, after: { version: version + 1 } });
  return ok({ id });
}

/** Today is its last day; what was asked by it goes on. */
export async function endBody(
  { tx, actor, now, record }: Context,
  { id, version, reason }: OnBody & { readonly reason: string },
): Promise<Result<Kept, BodyRefusal>> {
  const allowed = permitTo(rights, 'asked_body.propose', actor, unitsHeld(actor, 'appraiser'));
  if (!allowed.ok) return allowed;
  const row = await tx.selectFrom('asked_body').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return refuse(notThere);
  const problems = problemsIn({ reason }, [{ field: 'reason', limit: 1000 }]);
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  if (row.version !== version || row.valid_until !== null) return refuse({ kind: 'lost_race', current: row.version });
  const today = plainDateIn(now);
  const until = row.valid_from > today ? row.valid_from : today;
  const endedBy = actor.kind === 'person' ? actor.personId : null;
  await tx
    .updateTable('asked_body')
    .set({ valid_until: until, ended_by: endedBy, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'asked_body', id };
  const said = { reason: reason.trim(), after: { valid_until: until } };
  await record({ permit: allowed.value, kind: 'asked_body.ended', subject, ...said });
  return ok({ id });
}
