/** A score card on its way from hand to hand, and who cross-scores it. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import { isScored } from '../criteria/criterion.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { setById } from '../criteria/sets.server.ts';
import { ofItself } from './card.ts';
import type { CardRow } from './case.server.ts';
import { lockCard } from './case.server.ts';
import { reckonedCards } from './cards.server.ts';
import type { ReckonedCard } from './cards.server.ts';
import { isInterested, isKin } from './interest.server.ts';
import type { Interested, NotScoring } from './scores.server.ts';
import type { CardMove, ScoreStep } from './procedure.ts';
import { cardProcedure } from './procedure.ts';

export type CardWay = Extract<CardMove, 'submit' | 'recall' | 'pass' | 'skip_cross' | 'conclude' | 'return' | 'reopen'>;
export type MoveCard = {
  readonly id: string;
  readonly version: number;
  readonly move: CardWay;
  readonly reason?: string | null;
};
/** Criteria that this step must have spoken on, and those that need evidence and have none. */
export type CardIncomplete = {
  readonly kind: 'card_incomplete';
  readonly unscored: readonly string[];
  readonly unproved: readonly string[];
};
/** Somebody has scored it since it was handed in: it is no longer the unit's to take back. */
export type ScoredSince = { readonly kind: 'scored_since' };
export type MoveCardRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | CardIncomplete
  | NotScoring
  | ScoredSince
  | Interested;

export async function moveCard(
  context: Context,
  command: MoveCard,
): Promise<Result<{ id: string; version: number }, MoveCardRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, move, reason } = command;
  const before = await lockCard(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(cardProcedure, before, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  if (before.judgementStage !== 'scoring') return refuse({ kind: 'not_scoring', stage: before.judgementStage });
  const free = await isFree(context, before, move);
  if (!free.ok) return free;
  const whole = await isWhole(context, before, move);
  if (!whole.ok) return whole;
  const stage = cardProcedure[before.stage][move]?.to ?? before.stage;
  const version = before.version + 1;
  const isLate = before.selfUntil !== null && plainDateIn(now) > before.selfUntil;
  const sent =
    move === 'submit' && actor.kind === 'person'
      ? {
          submitted_by: actor.personId,
          submitted_for: lenderIn('score_card', [{ row: before, permit: allowed.value }]),
          submitted_at: now,
          is_late: isLate,
        }
      : {};
  await tx
    .updateTable('score_card')
    .set({ stage, version, ...sent })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'score_card.moved',
    subject: { kind: 'score_card', id },
    unitId: before.unitId,
    reason: reason?.trim() || null,
    before: { stage: before.stage, version: before.version },
    after: { move, stage, version },
  });
  return ok({ id, version });
}

async function isFree(
  { tx, actor }: Context,
  card: CardRow,
  move: CardWay,
): Promise<Result<null, ScoredSince | Interested>> {
  if (move === 'pass' && (await isInterested(tx, actor, card.unitId)))
    return refuse({ kind: 'interested', unitId: card.unitId });
  if (move !== 'recall') return ok(null);
  const since = await tx
    .selectFrom('card_score')
    .select('code')
    .where('card_id', '=', card.id)
    .where('step', 'in', ['cross', 'expert'])
    .where('state', '<>', 'missing')
    .executeTakeFirst();
  return since ? refuse({ kind: 'scored_since' }) : ok(null);
}

const stepOf = { submit: 'self', pass: 'cross', conclude: 'appraisal' } as const satisfies Partial<
  Record<CardWay, ScoreStep>
>;

async function isWhole({ tx, now }: Context, card: CardRow, move: CardWay): Promise<Result<null, CardIncomplete>> {
  if (!(move in stepOf)) return ok(null);
  const step = stepOf[move as keyof typeof stepOf];
  const set = await setById(tx, card.setId);
  if (!set) throw new Error(`card ${card.id} without its criteria`);
  const [reckoned] = await reckonedCards(tx, {
    judgementId: card.judgementId,
    set,
    year: card.year,
    today: plainDateIn(now),
    unitId: card.unitId,
  });
  if (!reckoned) throw new Error(`card ${card.id} was not read`);
  const unscored = set.criteria.filter((one) => isOwed(one, reckoned, step)).map(({ code }) => code);
  const unproved = step === 'self' ? await withoutEvidence(tx, reckoned, set.criteria) : [];
  return unscored.length + unproved.length > 0 ? refuse({ kind: 'card_incomplete', unscored, unproved }) : ok(null);
}

/** Every step speaks on what is scored by hand; whoever concludes also waits for the bodies in charge and for data, or has said what to do without them. */
function isOwed(one: Criterion, card: ReckonedCard, step: ScoreStep): boolean {
  if (!isScored(one)) return false;
  const spoke = card.given.get(one.code)?.some((given) => given.step === step) ?? false;
  if (one.way === 'hand') return one.kind === 'criterion' && !spoke;
  if (step !== 'appraisal') return false;
  if (ofItself(one, card.unitId)) return one.kind === 'criterion' && !spoke;
  if (one.way === 'data') return card.standing.get(one.code)?.scored.state === 'missing';
  return one.kind === 'criterion' && !(card.given.get(one.code)?.some((given) => given.step === 'expert') ?? false);
}

async function withoutEvidence(
  tx: Context['tx'],
  card: ReckonedCard,
  criteria: readonly Criterion[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('card_evidence as e')
    .innerJoin('attachment as a', 'a.id', 'e.attachment_id')
    .select('e.code')
    .where('e.card_id', '=', card.id)
    .where('a.detached_at', 'is', null)
    .execute();
  const proved = new Set(rows.map(({ code }) => code));
  const claims = (code: string) =>
    card.given
      .get(code)
      ?.some(({ step, scored }) => step === 'self' && scored.state === 'points' && scored.points > 0) ?? false;
  return criteria
    .filter(({ code, needsEvidence }) => needsEvidence && claims(code) && !proved.has(code))
    .map(({ code }) => code);
}

export type AssignCross = { readonly id: string; readonly version: number; readonly crossUnitId: string };
export type NotAMember = { readonly kind: 'not_a_member' };
export type AssignRefusal = ProcedureRefusal | NotThere | LostRace | NotAMember | Interested | NotScoring;

/** Another member of the same judgement that stands neither above nor below the unit. */
export async function assignCross(
  context: Context,
  { id, version, crossUnitId }: AssignCross,
): Promise<Result<{ id: string; version: number }, AssignRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockCard(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(cardProcedure, before, actor, 'assign');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  if (before.judgementStage !== 'scoring') return refuse({ kind: 'not_scoring', stage: before.judgementStage });
  const member = await tx
    .selectFrom('score_card')
    .select('id')
    .where('judgement_id', '=', before.judgementId)
    .where('unit_id', '=', crossUnitId)
    .executeTakeFirst();
  if (!member || crossUnitId === before.unitId) return refuse({ kind: 'not_a_member' });
  if (await isKin(tx, before.unitId, crossUnitId)) return refuse({ kind: 'interested', unitId: before.unitId });
  await tx
    .updateTable('score_card')
    .set({ cross_unit_id: crossUnitId, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'score_card.assigned',
    subject: { kind: 'score_card', id },
    unitId: before.unitId,
    before: { crossUnitId: before.crossUnitId },
    after: { crossUnitId, version: version + 1 },
  });
  return ok({ id, version: version + 1 });
}
