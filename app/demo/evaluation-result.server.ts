/** The end of last year's judgement in the story: announced, its term of objections over, settled, signed off by the council, frozen. */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import type { StoredSet } from '../features/criteria/sets.server.ts';
import type { AnswerObjection } from '../features/scoring/objections.server.ts';
import { answerObjection, fileObjection } from '../features/scoring/objections.server.ts';
import { handOn } from '../features/leaders/handing.server.ts';
import type { SettleWay } from '../features/ranking/conditions.server.ts';
import { moveResult } from '../features/ranking/settling.server.ts';
import type { StoryCard } from './evaluation-cards.server.ts';
import { earned, typedPoints } from './evaluation-points.ts';
import { evaluationWords as said } from './evaluation.text.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

type Announce = (
  stage: Stage,
  step: { readonly id: string; readonly move: 'announce'; readonly day: PlainDate },
) => Promise<void>;
type Objected = {
  readonly set: StoredSet;
  /** About the criterion of this code; the other about its whole card. */
  readonly upheld: StoryCard | undefined;
  readonly dismissed: StoryCard | undefined;
  readonly code: string;
};
type Settling = Objected & { readonly judgementId: string; readonly announceOn: PlainDate; readonly move: Announce };

export async function settleLastYear(stage: Stage, settling: Settling): Promise<void> {
  const { judgementId, announceOn, move } = settling;
  await move(stage, { id: judgementId, move: 'announce', day: announceOn });
  await playObjections(stage, settling);
  const until = await objectionsUntil(stage, judgementId);
  const at = (role: string) => personOf(stage, role, stage.province.code);
  await step(stage, { judgementId, move: 'settle', day: addDays(until, 1), by: at('appraiser') });
  await step(stage, { judgementId, move: 'sign_off', day: addDays(until, 6), by: at('council_secretary') });
  const frozenOn = addDays(until, 8);
  await step(stage, { judgementId, move: 'freeze', day: frozenOn, by: at('deciding_authority') });
  // As the job does it: whoever leads is a candidate in commendation.
  const scene = { at: instantOf(frozenOn, 18), by: { kind: 'system', name: 'job' } } as const;
  await play(stage, scene, (context) => handOn(context, judgementId));
}

/** One upheld with the points put right, one dismissed with the reason. */
async function playObjections(stage: Stage, { set, upheld, dismissed, code, announceOn }: Settling): Promise<void> {
  const one = set.criteria.find((each) => each.code === code);
  const points = upheld && one ? earned(one, upheld.unit) : null;
  const asked = { filedOn: addDays(announceOn, 1), answeredOn: addDays(announceOn, 2) };
  if (upheld && points !== null) {
    const typed = { state: 'points', points: typedPoints(points), reason: said.upheld.answer };
    const scores = [{ code, typed }];
    await objected(stage, { ...asked, card: upheld, code, ...said.upheld, verdict: 'upheld', scores });
  }
  if (dismissed)
    await objected(stage, {
      ...asked,
      card: dismissed,
      code: null,
      ...said.dismissed,
      verdict: 'dismissed',
      scores: [],
    });
}

type Objection = Omit<AnswerObjection, 'id' | 'version'> & {
  readonly card: StoryCard;
  readonly code: string | null;
  readonly text: string;
  readonly filedOn: PlainDate;
  readonly answeredOn: PlainDate;
};

/** By the unit's head; answered by whoever appraises. */
async function objected(stage: Stage, { card, code, text, filedOn, answeredOn, ...answer }: Objection): Promise<void> {
  const id = newId();
  const head = personOf(stage, 'head', card.unit.code);
  await play(stage, { at: instantOf(filedOn, 9), by: head }, async (context) =>
    expectOk(await fileObjection(context, { id, cardId: card.id, code, text })),
  );
  const by = personOf(stage, 'appraiser', stage.province.code);
  await play(stage, { at: instantOf(answeredOn, 9), by }, async (context) =>
    expectOk(await answerObjection(context, { id, version: 1, ...answer })),
  );
}

async function objectionsUntil({ services }: Stage, id: string): Promise<PlainDate> {
  const row = await services.db
    .selectFrom('judgement')
    .select('objections_until')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.objections_until === null) throw new Error('announced without a term of objections');
  return row.objections_until;
}

type Step = { readonly judgementId: string; readonly move: SettleWay; readonly day: PlainDate; readonly by: Person };

async function step(stage: Stage, { judgementId, move, day, by }: Step): Promise<void> {
  await play(stage, { at: instantOf(day, 9), by }, async (context) => {
    const { version } = await context.tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', judgementId)
      .executeTakeFirstOrThrow();
    const minutes = { number: said.minutes, date: day };
    expectOk(await moveResult(context, { id: judgementId, version, move, ...(move === 'sign_off' && { minutes }) }));
  });
}
