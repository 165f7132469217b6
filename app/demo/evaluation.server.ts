/**
 * Evaluation in the story: last year's judgement of one cluster of communes from the published criteria to the frozen result, the same cluster this year with cards at every step, and
 * the departments' block, which has just begun to score itself.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import type { Criterion } from '../features/criteria/criterion.ts';
import { beginSet } from '../features/criteria/drafting.server.ts';
import { changeSet } from '../features/criteria/editing.server.ts';
import { moveSet } from '../features/criteria/publishing.server.ts';
import type { ReadyName } from '../features/criteria/ready.ts';
import { readySets } from '../features/criteria/ready.ts';
import { moveJudgement, prepareJudgement } from '../features/scoring/judging.server.ts';
import type { JudgementWay } from '../features/scoring/judging.server.ts';
import type { StoryCard } from './evaluation-cards.server.ts';
import * as cards from './evaluation-cards.server.ts';
import type { Played } from './evaluation-points.ts';
import { settleLastYear } from './evaluation-result.server.ts';
import { evaluationWords as said } from './evaluation.text.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, placeOf, play } from './stage.server.ts';

/** The first ward of the cast is in the first cluster; the story follows it. */
const CLUSTER = 'mau-xa-1';
const DEPARTMENTS = 'mau-so-nganh';

export async function playEvaluation(stage: Stage, from: PlainDate): Promise<void> {
  const year = Number(stage.today.slice(0, 4));
  const cluster = await blockOf(stage, CLUSTER);
  const departments = await blockOf(stage, DEPARTMENTS);
  if (!cluster || !departments) return;
  await playLastYear(stage, { block: cluster, year: year - 1, from });
  await playThisYear(stage, { block: cluster, year });
  await playDepartments(stage, { block: departments, year });
}

type Block = { readonly id: string; readonly name: string };

async function blockOf({ services }: Stage, code: string): Promise<Block | undefined> {
  return services.db.selectFrom('block').select(['id', 'name']).where('code', '=', code).executeTakeFirst();
}

type Season = { readonly block: Block; readonly year: number };

/** Scored by hand throughout: of that year the system has no figures yet. Ends two months later, in any case before today. */
async function playLastYear(stage: Stage, { block, year, from }: Season & { readonly from: PlainDate }): Promise<void> {
  const wanted = from > `${year}-12-01` ? from : `${year}-12-01`;
  const latest = addDays(stage.today, -75);
  const start = wanted < latest ? wanted : latest;
  const day = (n: number) => addDays(start, n);
  const byHand = ({ way, ...one }: Criterion): Criterion =>
    way === 'data' ? { ...one, way: 'hand', rule: null } : { ...one, way };
  const published = { name: 'commune', day: `${year - 1}-12-16`, adapt: byHand } as const;
  const setId = await publish(stage, { block, year, ...published });
  const term = { selfUntil: day(12), crossUntil: day(20), appraiseUntil: day(28) };
  const id = await open(stage, { block, year, setId, term, day: day(1) });
  const set = await cards.setOf(stage, setId);
  const all = await cards.storyCards(stage, { judgementId: id, plays: (code, at) => lastYears(code, at, year) });
  await cards.assignAll(stage, all, {
    at: instantOf(day(1), 14),
    by: personOf(stage, 'appraiser', stage.province.code),
  });
  await inTurns([...all.entries()], async ([at, card]) => {
    const turn = (n: number) => ({ card, set, day: day(n + (at % 5)) });
    await cards.scoreSelf(stage, turn(3));
    await cards.submitCard(stage, turn(4));
    await cards.scoreCross(stage, turn(10));
    await cards.scoreFields(stage, turn(11));
    await cards.passCard(stage, turn(12));
    await cards.appraiseCard(stage, turn(18));
    await cards.concludeCard(stage, turn(20));
  });
  const objected = { set, upheld: all[0], dismissed: all[5], code: DOUBTED };
  await settleLastYear(stage, { judgementId: id, announceOn: day(27), move: stepJudgement, ...objected });
}

/** The second does as well as the first to the last quarter of a point, and better in one group and less in another: the rule laid down before parts them. */
function lastYears(code: string, at: number, year: number): Played {
  if (at === 0) return { code, year, quality: 0.93, doubted: DOUBTED };
  if (at === 1) return { code, year, quality: 0.93, like: FIRST, moved: ['III.5', 'I.2'] };
  return at === 7 ? { code, year, without: 'III.6' } : { code, year };
}

const FIRST = '02647';
const DOUBTED = 'I.1';

type Published = Season & {
  readonly name: ReadyName;
  readonly day: PlainDate;
  readonly adapt: (one: Criterion) => Criterion;
};

/** From a ready set, with who scores its fields; evidence is asked of nobody, so that a card can be handed in without a file. */
async function publish(stage: Stage, { block, year, name, day, adapt }: Published): Promise<string> {
  const id = newId();
  const by = personOf(stage, 'appraiser', stage.province.code);
  await play(stage, { at: instantOf(day, 9), by }, async (context) => {
    const judges = { blockId: block.id, movementId: null, review: null, year };
    const title = said.set(block.name, year);
    expectOk(await beginSet(context, { id, ...judges, title, from: { kind: 'ready', name } }));
    const criteria = readySets[name].criteria.map((one) => adapt(withBody(stage, { ...one, needsEvidence: false })));
    const changed = expectOk(await changeSet(context, { id, version: 1, change: { kind: 'criteria', criteria } }));
    const paper = { number: said.paper(1, year), date: day };
    expectOk(await moveSet(context, { id, version: changed.version, move: 'publish', paper }));
  });
  return id;
}

/** Two fields of the communes' set, one of the departments'. */
function withBody(stage: Stage, one: Criterion): Criterion {
  if (one.way !== 'expert') return one;
  if (one.code === 'I.4' && one.max === 700)
    return { ...one, ...said.budget, expertUnitId: placeOf(stage, 'so-tai-chinh').id };
  return { ...one, expertUnitId: placeOf(stage, 'so-khoa-hoc-va-cong-nghe').id };
}

type Term = Readonly<Record<'selfUntil' | 'crossUntil' | 'appraiseUntil', PlainDate>>;
type Opening = Season & { readonly setId: string; readonly term: Term; readonly day: PlainDate };

async function open(stage: Stage, { block, year, setId, term, day }: Opening): Promise<string> {
  const id = newId();
  const by = personOf(stage, 'appraiser', stage.province.code);
  const title = said.judgement(block.name, year);
  await play(stage, { at: instantOf(day, 9), by }, async (context) =>
    expectOk(
      await prepareJudgement(context, { id, setId, unitId: stage.province.id, title, ...term, objectionDays: 5 }),
    ),
  );
  await stepJudgement(stage, { id, move: 'open', day });
  return id;
}

async function stepJudgement(
  stage: Stage,
  { id, move, day }: { readonly id: string; readonly move: JudgementWay; readonly day: PlainDate },
): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  await play(stage, { at: instantOf(day, 11), by }, async (context) => {
    const { version } = await context.tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expectOk(await moveJudgement(context, { id, version, move }));
  });
}

async function playThisYear(stage: Stage, { block, year }: Season): Promise<void> {
  const day = (n: number) => addDays(stage.today, n);
  const adapt = (one: Criterion) => one;
  const setId = await publish(stage, { block, year, name: 'commune', day: `${year - 1}-12-20`, adapt });
  const term = { selfUntil: day(-4), crossUntil: day(8), appraiseUntil: day(25) };
  const id = await open(stage, { block, year, setId, term, day: day(-18) });
  const set = await cards.setOf(stage, setId);
  const all = await cards.storyCards(stage, { judgementId: id, plays: (code) => ({ code, year }) });
  await cards.assignAll(stage, all, {
    at: instantOf(day(-17), 9),
    by: personOf(stage, 'appraiser', stage.province.code),
  });
  await inTurns([...all.entries()], ([at, card]) => playCard(stage, { card, set, at }));
}

type ThisYear = {
  readonly card: StoryCard;
  readonly set: Awaited<ReturnType<typeof cards.setOf>>;
  readonly at: number;
};

/** How far each has come; the last waits for the ward of the cast to cross-score it, and the ward itself has not handed in. */
async function playCard(stage: Stage, { card, set, at }: ThisYear): Promise<void> {
  const reached = at === 0 ? 0 : at % 20 === 19 ? 2 : at % 7;
  const turn = (ago: number) => ({ card, set, day: addDays(stage.today, -ago) });
  await cards.scoreSelf(stage, turn(14), reached === 0 ? 0.5 : 1);
  if (reached < 1) return;
  // Past the day: late.
  await cards.submitCard(stage, turn(at === 8 ? 2 : 10));
  if (reached === 1) return;
  if (reached === 2) return void (at === 9 && (await cards.returnCard(stage, turn(3))));
  await cards.scoreCross(stage, turn(7), reached === 3 ? 0.6 : 1);
  if (reached === 3) return;
  await cards.scoreFields(stage, turn(6));
  await cards.passCard(stage, turn(5));
  if (reached === 4) return;
  await cards.appraiseCard(stage, turn(2), reached === 5 ? 0.5 : 1);
  if (reached === 6) await cards.concludeCard(stage, turn(1));
}

/** Opened this week; the lead has said who cross-scores whom. */
async function playDepartments(stage: Stage, { block, year }: Season): Promise<void> {
  const day = (n: number) => addDays(stage.today, n);
  const adapt = (one: Criterion) => one;
  const setId = await publish(stage, { block, year, name: 'department', day: `${year - 1}-12-22`, adapt });
  const term = { selfUntil: day(10), crossUntil: day(18), appraiseUntil: day(30) };
  const id = await open(stage, { block, year, setId, term, day: day(-3) });
  const set = await cards.setOf(stage, setId);
  const all = await cards.storyCards(stage, { judgementId: id, plays: (code) => ({ code, year }) });
  const by = stage.people.get('mau.khoi-truong') ?? personOf(stage, 'appraiser', stage.province.code);
  await cards.assignAll(stage, all, { at: instantOf(day(-2), 9), by });
  for (const card of all.slice(0, 6)) await cards.scoreSelf(stage, { card, set, day: day(-1) }, 0.5);
}
