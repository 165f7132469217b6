/** Files that prove a score: hung on the card by the step that gives it, at their criterion; read by whoever may read what is on the card. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang, takeOff } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { isScored } from '../criteria/criterion.ts';
import { criteriaOf } from '../criteria/sets.server.ts';
import type { CardRow } from './case.server.ts';
import { atField, lockCard } from './case.server.ts';
import type { CardMove, ScoreStep } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import type { CriterionGone, NotScoring } from './scores.server.ts';
import { moveOfStep } from './scores.server.ts';
import { pointsVisibleTo } from './visible.server.ts';

export type AttachEvidence = {
  readonly id: string;
  readonly cardId: string;
  readonly code: string;
  readonly step: ScoreStep;
  readonly file: KeptFile;
};
export type EvidenceRefusal = ProcedureRefusal | NotThere | NotScoring | CriterionGone;

/** The same file sent twice for a criterion hangs there once. */
export async function attachEvidence(
  context: Context,
  { id, cardId, code, step, file }: AttachEvidence,
): Promise<Result<{ id: string }, EvidenceRefusal>> {
  const { tx, actor } = context;
  const card = await lockCard(tx, actor, cardId);
  if (!card) return refuse(notThere);
  const criteria = await criteriaOf(tx, card.setId);
  const place = criteria.findIndex((one) => one.code === code && isScored(one));
  const allowed = await mayProve(context, card, { step, expertUnitId: criteria[place]?.expertUnitId ?? null });
  if (!allowed.ok) return allowed;
  if (place < 0) return refuse({ kind: 'criterion_gone', code });
  await hang(context, { permit: allowed.value, id, hook: hookOf(card), file, place });
  // Hung already under another id, it stands there already.
  await sql`insert into card_evidence (attachment_id, card_id, code, step)
    select a.id, ${card.id}, ${code}, ${step} from attachment a where a.id = ${id} on conflict do nothing`.execute(tx);
  return ok({ id: card.id });
}

const hookOf = (card: CardRow) => ({ kind: 'score_card', id: card.id, unitId: card.unitId }) as const;

type Proving = { readonly step: ScoreStep; readonly expertUnitId: string | null };

/** Whoever gives the score proves it; what is objected to, the unit's head within the term. */
async function mayProve(
  { tx, actor }: Context,
  card: CardRow,
  { step, expertUnitId }: Proving,
): Promise<Result<Permit, ProcedureRefusal | NotScoring>> {
  if (card.judgementStage !== (step === 'objection' ? 'announced' : 'scoring'))
    return refuse({ kind: 'not_scoring', stage: card.judgementStage });
  const move: CardMove = step === 'objection' ? 'object' : moveOfStep[step];
  const at = step === 'expert' ? await atField(tx, card, expertUnitId) : card;
  return permit(cardProcedure, at, actor, move, { reason: 'x' });
}

export async function removeEvidence(
  context: Context,
  { id, cardId }: { readonly id: string; readonly cardId: string },
): Promise<Result<{ id: string }, EvidenceRefusal>> {
  const { tx, actor } = context;
  const card = await lockCard(tx, actor, cardId);
  if (!card) return refuse(notThere);
  const hung = await tx
    .selectFrom('card_evidence')
    .select(['code', 'step'])
    .where('attachment_id', '=', id)
    .where('card_id', '=', card.id)
    .executeTakeFirst();
  if (!hung) return refuse(notThere);
  const one = (await criteriaOf(tx, card.setId)).find(({ code }) => code === hung.code);
  const step = hung.step as ScoreStep;
  const allowed = await mayProve(context, card, { step, expertUnitId: one?.expertUnitId ?? null });
  if (!allowed.ok) return allowed;
  const isOff = await takeOff(context, { permit: allowed.value, id, hook: hookOf(card) });
  return isOff ? ok({ id: card.id }) : refuse(notThere);
}

export type Evidence = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly code: string;
  readonly step: ScoreStep;
  readonly byName: string | null;
  readonly at: Date;
};

/** For callers that may read what is on the card. */
export async function evidenceOn(db: Kysely<DB>, cardId: string): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`
    select a.id, a.name, f.size, e.code, e.step, p.full_name as "byName", a.attached_at as at
    from card_evidence e join attachment a on a.id = e.attachment_id join stored_file f on f.hash = a.hash left join person p on p.id = a.attached_by
    where e.card_id = ${cardId} and a.detached_at is null order by a.attached_at, a.id`.execute(db);
  return rows;
}

export function findEvidence(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`exists (select from card_evidence e join score_card on score_card.id = e.card_id join judgement on judgement.id = score_card.judgement_id
      where e.attachment_id = a.id and ${pointsVisibleTo(actor)})`,
  });
}
