/** Frozen results shown to everybody, and taken down again with a reason. Nothing else is ever published: the portal's views read frozen ones only. */
import type { PermitRefusal, Rights } from '../../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../../kernel/permit.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { Reader } from '../../../platform/db.server.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';
import { lockJudgement } from '../../scoring/case.server.ts';

/** At the body that organises the block. */
export const publicationRights = {
  publish: { by: ['council_secretary', 'appraiser'] },
  unpublish: { by: ['council_secretary', 'appraiser', 'deciding_authority'] },
} as const satisfies Rights<string>;

export type NotFrozen = { readonly kind: 'not_frozen' };
export type NotPublished = { readonly kind: 'not_published' };
export type UnpublishWrong = { readonly kind: 'unpublish_wrong'; readonly problem: 'missing' | 'too_long' };
export type PublishRefusal = PermitRefusal | NotThere | NotFrozen | NotPublished | UnpublishWrong;

export async function publishResult(
  { tx, actor, now, record }: Context,
  { id, judgementId }: { readonly id: string; readonly judgementId: string },
): Promise<Result<{ id: string }, PublishRefusal>> {
  const judgement = await lockJudgement(tx, actor, judgementId);
  if (!judgement) return refuse(notThere);
  const allowed = permitTo(publicationRights, 'publish', actor, judgement.places.unit);
  if (!allowed.ok) return allowed;
  if (judgement.stage !== 'frozen') return refuse({ kind: 'not_frozen' });
  const live = await liveOf(tx, judgementId);
  if (live) return ok({ id: live.id });
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .insertInto('result_publication')
    .values({ id, judgement_id: judgementId, published_by: by, published_at: now })
    .execute();
  const subject = { kind: 'judgement', id: judgementId };
  await record({
    permit: allowed.value,
    kind: 'judgement.published',
    subject,
    unitId: judgement.unitId,
    after: { publication: id },
  });
  return ok({ id });
}

export async function unpublishResult(
  { tx, actor, now, record }: Context,
  { judgementId, reason }: { readonly judgementId: string; readonly reason: string },
): Promise<Result<{ id: string }, PublishRefusal>> {
  const judgement = await lockJudgement(tx, actor, judgementId);
  if (!judgement) return refuse(notThere);
  const allowed = permitTo(publicationRights, 'unpublish', actor, judgement.places.unit);
  if (!allowed.ok) return allowed;
  const said = reason.trim();
  if (said === '') return refuse({ kind: 'unpublish_wrong', problem: 'missing' });
  if (said.length > 2000) return refuse({ kind: 'unpublish_wrong', problem: 'too_long' });
  const live = await liveOf(tx, judgementId);
  if (!live) return refuse({ kind: 'not_published' });
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .updateTable('result_publication')
    .set({ withdrawn_by: by, withdrawn_at: now, withdrawn_reason: said })
    .where('id', '=', live.id)
    .execute();
  const subject = { kind: 'judgement', id: judgementId };
  const about = { permit: allowed.value, subject, unitId: judgement.unitId, reason: said };
  await record({ ...about, kind: 'judgement.unpublished', after: { publication: live.id } });
  return ok({ id: live.id });
}

export type Publication = {
  readonly id: string;
  readonly publishedAt: Date;
};

export async function liveOf(db: Reader, judgementId: string): Promise<Publication | undefined> {
  return db
    .selectFrom('result_publication')
    .select(['id', 'published_at as publishedAt'])
    .where('judgement_id', '=', judgementId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

/** What this person may do about showing it to everybody. */
export function publicationDeeds({ stage, places }: JudgementRow, actor: Actor, live: Publication | null) {
  if (stage !== 'frozen') return [];
  const deed = live ? ('unpublish' as const) : ('publish' as const);
  return isAllowed(publicationRights, deed, actor, places.unit) ? [deed] : [];
}
