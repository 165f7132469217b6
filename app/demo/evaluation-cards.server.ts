/** Score cards of the story, from hand to hand: each step by the accounts that should, with what they think of the unit. */
import type { Person } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { plainDateIn } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import type { Context } from '../platform/command.server.ts';
import type { Criterion } from '../features/criteria/criterion.ts';
import type { StoredSet } from '../features/criteria/sets.server.ts';
import { setById } from '../features/criteria/sets.server.ts';
import { leastPoints } from '../features/scoring/card.ts';
import { reckonedCards } from '../features/scoring/cards.server.ts';
import { measureKey } from '../features/scoring/measured.ts';
import type { CardWay } from '../features/scoring/moving.server.ts';
import { assignCross, moveCard } from '../features/scoring/moving.server.ts';
import { giveScore } from '../features/scoring/scores.server.ts';
import type { TypedScore } from '../features/scoring/score-form.ts';
import type { Played, StoryStep } from './evaluation-points.ts';
import { givenBy, spokenOn, typedPoints } from './evaluation-points.ts';
import { evaluationWords as said } from './evaluation.text.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

export type StoryCard = {
  readonly id: string;
  readonly unit: Played;
  readonly unitId: string;
  /** Code of the member that cross-scores it, and its id. */
  readonly cross: { readonly code: string; readonly id: string };
};

/** In the order of the members' codes; each is cross-scored by the next, the last by the first. */
export async function storyCards(
  { services, places }: Stage,
  { judgementId, plays }: { readonly judgementId: string; readonly plays: (code: string, at: number) => Played },
): Promise<readonly StoryCard[]> {
  const rows = await services.db
    .selectFrom('score_card as c')
    .innerJoin('unit as u', 'u.id', 'c.unit_id')
    .select(['c.id', 'c.unit_id', 'u.code'])
    .where('c.judgement_id', '=', judgementId)
    .orderBy('u.code')
    .execute();
  const members = rows.filter(({ code }) => places.has(code));
  return members.map(({ id, unit_id, code }, at) => {
    const next = members[(at + 1) % members.length] ?? { code, unit_id };
    return { id, unit: plays(code, at), unitId: unit_id, cross: { code: next.code, id: next.unit_id } };
  });
}

export async function assignAll(
  stage: Stage,
  cards: readonly StoryCard[],
  scene: { readonly at: Date; readonly by: Person },
): Promise<void> {
  await play(stage, scene, async (context) => {
    for (const { id, cross } of cards) {
      const version = await versionOf(context, id);
      expectOk(await assignCross(context, { id, version, crossUnitId: cross.id }));
    }
  });
}

type Turn = { readonly card: StoryCard; readonly set: StoredSet; readonly day: PlainDate };

/** `share`: of the criteria the step speaks on, from the first. */
export async function scoreSelf(stage: Stage, { card, set, day }: Turn, share = 1): Promise<void> {
  const by = personOf(stage, 'officer', card.unit.code);
  const all = spokenOn('self', set.criteria);
  await give(stage, { card, step: 'self', by, day, criteria: all.slice(0, Math.ceil(all.length * share)) });
}

export async function submitCard(stage: Stage, { card, day }: Turn): Promise<void> {
  await go(stage, { card, day, move: 'submit', by: personOf(stage, 'head', card.unit.code) });
}

export async function scoreCross(stage: Stage, { card, set, day }: Turn, share = 1): Promise<void> {
  const by = personOf(stage, 'officer', card.cross.code);
  const all = spokenOn('cross', set.criteria);
  await give(stage, { card, step: 'cross', by, day, criteria: all.slice(0, Math.ceil(all.length * share)) });
}

export async function passCard(stage: Stage, { card, day }: Turn): Promise<void> {
  await go(stage, { card, day, move: 'pass', by: personOf(stage, 'head', card.cross.code) });
}

/** Each body in charge of a criterion's field, by its officer. */
export async function scoreFields(stage: Stage, { card, set, day }: Turn): Promise<void> {
  const fields = Map.groupBy(spokenOn('expert', set.criteria), ({ expertUnitId }) => expertUnitId);
  for (const [unitId, criteria] of fields) {
    const body = [...stage.places.values()].find(({ id }) => id === unitId);
    if (body) await give(stage, { card, step: 'expert', by: personOf(stage, 'officer', body.code), day, criteria });
  }
}

export async function appraiseCard(stage: Stage, { card, set, day }: Turn, share = 1): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const all = spokenOn('appraisal', set.criteria);
  await give(stage, { card, step: 'appraisal', by, day, criteria: all.slice(0, Math.ceil(all.length * share)) });
}

/** Where the data do not say all yet, whoever appraises counts what is not known as not attained, with the reason. */
export async function concludeCard(stage: Stage, { card, set, day }: Turn): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  await play(stage, { at: instantOf(day, 15), by }, async (context) => {
    for (const [code, points] of await unknownOn(context, card, set)) {
      const typed = { state: 'points', points: typedPoints(points), reason: said.reasons.unknown };
      expectOk(await giveScore(context, { cardId: card.id, code, step: 'appraisal', version: 0, typed }));
    }
  });
  await go(stage, { card, day, move: 'conclude', by });
}

export async function returnCard(stage: Stage, { card, day }: Turn): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  await go(stage, { card, day, move: 'return', by });
}

async function unknownOn({ tx, now }: Context, card: StoryCard, set: StoredSet): Promise<ReadonlyMap<string, number>> {
  const row = await tx
    .selectFrom('score_card')
    .select('judgement_id')
    .where('id', '=', card.id)
    .executeTakeFirstOrThrow();
  const asked = { judgementId: row.judgement_id, set, year: set.year, today: plainDateIn(now), unitId: card.unitId };
  const [reckoned] = await reckonedCards(tx, asked);
  const missing = set.criteria.filter(
    ({ way, code }) => way === 'data' && reckoned?.standing.get(code)?.scored.state === 'missing',
  );
  return new Map(missing.map((one) => [one.code, leastPoints(one, factOf(one, reckoned?.facts))]));
}

function factOf({ rule }: Criterion, facts: Awaited<ReturnType<typeof reckonedCards>>[number]['facts'] | undefined) {
  return rule === null ? undefined : facts?.get(measureKey(rule.measure));
}

type Giving = {
  readonly card: StoryCard;
  readonly step: StoryStep;
  readonly by: Person;
  readonly day: PlainDate;
  readonly criteria: readonly Criterion[];
};

async function give(stage: Stage, { card, step, by, day, criteria }: Giving): Promise<void> {
  await play(stage, { at: instantOf(day, 10), by }, async (context) => {
    for (const one of criteria) {
      const typed = typedFor(step, one, card.unit);
      if (typed) expectOk(await giveScore(context, { cardId: card.id, code: one.code, step, version: 0, typed }));
    }
  });
}

const before: Readonly<Record<StoryStep, StoryStep | null>> = {
  self: null,
  cross: 'self',
  expert: null,
  appraisal: 'cross',
};

/** Undefined where there is nothing to say: a bonus or a penalty of which there is none. */
function typedFor(step: StoryStep, one: Criterion, unit: Played): TypedScore | undefined {
  const points = givenBy(step, one, unit);
  if (points === null) return { state: 'not_applicable', points: '', reason: said.reasons.notApplicable };
  if (one.kind !== 'criterion') {
    if (points === 0 || (one.kind === 'penalty' && step === 'self')) return undefined;
    return {
      state: 'points',
      points: typedPoints(points),
      reason: said.reasons[one.kind === 'bonus' ? 'bonus' : 'penalty'],
    };
  }
  const earlier = before[step];
  const was = earlier === null ? points : (givenBy(earlier, one, unit) ?? points);
  const reason = points === was ? '' : said.reasons[points > was ? 'higher' : 'lower'];
  return { state: 'points', points: typedPoints(points), reason };
}

type Going = { readonly card: StoryCard; readonly day: PlainDate; readonly move: CardWay; readonly by: Person };

async function go(stage: Stage, { card, day, move, by }: Going): Promise<void> {
  await play(stage, { at: instantOf(day, 16), by }, async (context) => {
    const version = await versionOf(context, card.id);
    expectOk(await moveCard(context, { id: card.id, version, move, reason: said.returned }));
  });
}

async function versionOf({ tx }: Context, id: string): Promise<number> {
  const { version } = await tx
    .selectFrom('score_card')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return version;
}

export async function setOf(stage: Stage, id: string): Promise<StoredSet> {
  const set = await setById(stage.services.db, id);
  if (!set) throw new Error(`the story has no criteria set ${id}`);
  return set;
}
