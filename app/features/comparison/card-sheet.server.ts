/** A score card as a sheet: what each step gave at each criterion and what stands, as it is now or as it was frozen. For a paper and for a file. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Criterion } from '../criteria/criterion.ts';
import { setById } from '../criteria/sets.server.ts';
import { frozenOf } from '../ranking/frozen.server.ts';
import type { Level } from '../ranking/classify.ts';
import { outcomesOf } from '../ranking/outcome.ts';
import type { Standing } from '../scoring/card.ts';
import type { CardRow } from '../scoring/case.server.ts';
import { findCard } from '../scoring/case.server.ts';
import { reckonedCards } from '../scoring/cards.server.ts';
import type { Scored, Total } from '../scoring/points.ts';
import { shownScore } from '../scoring/points.ts';
import type { ScoreStep } from '../scoring/procedure.ts';
import { scoreSteps } from '../scoring/procedure.ts';
import type { ComparedNames } from './reading.server.ts';
import { namesOf, seesCard } from './reading.server.ts';

export type SheetRow = {
  readonly code: string;
  readonly title: string;
  readonly kind: Criterion['kind'];
  readonly max: number;
  /** What the step said; left out where it said nothing. */
  readonly steps: Readonly<Partial<Record<ScoreStep, Scored>>>;
  /** Of a group its sum. */
  readonly final: Scored;
  readonly from: Standing['from'];
  /** Of the step that stands, else of the last that gave one. */
  readonly reason: string;
};
export type CardSheet = {
  readonly card: CardRow;
  readonly names: ComparedNames;
  readonly rows: readonly SheetRow[];
  readonly total: Total;
  /** Hundredths, rounded to be shown. */
  readonly shown: number | null;
  /** Of a frozen result: the place among those that were ranked, with how many it is shared, and the level. */
  readonly settled: Settled | null;
};
export type Settled = {
  readonly place: number | null;
  readonly ranked: number;
  readonly tied: number;
  readonly level: Level | null;
};
type Given = { readonly step: ScoreStep; readonly scored: Scored; readonly reason: string };
type Filled = {
  readonly criteria: readonly Criterion[];
  readonly given: (code: string) => readonly Given[];
  readonly standing: ReadonlyMap<string, Standing>;
  readonly total: Total;
  readonly settled: Settled | null;
};

/** Undefined: not there, or not the asker's to read. */
export async function cardSheet(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<CardSheet | undefined> {
  const card = await findCard(db, actor, id);
  if (!card || !(await seesCard(db, actor, id))) return undefined;
  const filled = card.judgementStage === 'frozen' ? await frozenCard(db, card) : await runningCard(db, card, today);
  const { criteria, total, settled } = filled;
  const rows = criteria.map((one) => rowOf(one, filled));
  const shown = total.score === null ? null : shownScore(total.score);
  return { card, names: await namesOf(db, id), rows, total, shown, settled };
}

async function frozenCard(db: Kysely<DB>, { judgementId, unitId }: CardRow): Promise<Filled> {
  const { inputs } = await frozenOf(db, judgementId);
  const outcomes = outcomesOf(inputs);
  const outcome = outcomes.find((one) => one.unitId === unitId);
  const kept = inputs.cards.find((one) => one.unitId === unitId);
  if (!outcome || !kept) throw new Error(`judgement ${judgementId} without the card of ${unitId}`);
  const { standing, total, place, level } = outcome;
  const settled = {
    place: place?.place ?? null,
    ranked: outcomes.filter((one) => one.place !== null).length,
    tied: place?.tiedWith.length ?? 0,
    level,
  };
  return { criteria: inputs.set.criteria, given: (code) => kept.given[code] ?? [], standing, total, settled };
}

async function runningCard(db: Kysely<DB>, card: CardRow, today: PlainDate): Promise<Filled> {
  const { judgementId, year, unitId, setId } = card;
  const set = await setById(db, setId);
  const [reckoned] = set ? await reckonedCards(db, { judgementId, set, year, today, unitId }) : [];
  if (!set || !reckoned) throw new Error(`card ${card.id} was not read`);
  const { given, standing, total } = reckoned;
  return { criteria: set.criteria, given: (code) => given.get(code) ?? [], standing, total, settled: null };
}

function rowOf(one: Criterion, { given, standing, total }: Filled): SheetRow {
  const { code, title, kind, max } = one;
  const own = given(code);
  const stands = standing.get(code);
  const group = total.groups.get(code);
  const inOrder = own.toSorted((a, b) => scoreSteps.indexOf(a.step) - scoreSteps.indexOf(b.step));
  const spoken = inOrder.find(({ step }) => step === stands?.from)?.reason ?? '';
  return {
    code,
    title,
    kind,
    max,
    steps: Object.fromEntries(own.map(({ step, scored }) => [step, scored])),
    final:
      kind === 'group' ? { state: 'points', points: group?.points ?? 0 } : (stands?.scored ?? { state: 'missing' }),
    from: stands?.from ?? null,
    reason: spoken || (inOrder.findLast(({ reason }) => reason !== '')?.reason ?? ''),
  };
}
