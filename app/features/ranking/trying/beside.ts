/** Two reckonings of one block side by side: what was frozen, and what other figures, criteria or thresholds would have made of it. Nothing is stored. */
import type { Scored } from '../../scoring/points.ts';
import type { KeptMeasure } from '../../scoring/kept-measure.ts';
import type { Inputs, Outcome } from '../outcome.ts';
import { outcomesOf } from '../outcome.ts';
import type { RankedRow } from '../ranked.ts';
import { byPlace, movedSince, rankedRow, shortResults } from '../ranked.ts';

export type Beside = {
  readonly unitId: string;
  readonly before: RankedRow;
  readonly after: RankedRow;
  /** Place, score or level is another. */
  readonly isMoved: boolean;
  readonly changes: readonly PointsChange[];
};
export type PointsChange = {
  readonly code: string;
  /** Null: the criterion is not in that set. */
  readonly before: Scored | null;
  readonly after: Scored | null;
};

/** Of the same units, in the order of the places before. */
export function besideEachOther(before: Inputs, after: Inputs): readonly Beside[] {
  const was = outcomesOf(before);
  const is = new Map(outcomesOf(after).map((one) => [one.unitId, one]));
  const rows = was.flatMap((old) => {
    const now = is.get(old.unitId);
    return now
      ? [{ old, now, before: rankedRow(old, before.thresholds), after: rankedRow(now, after.thresholds) }]
      : [];
  });
  const moved = new Set(
    movedSince(shortResults(rows.map((row) => row.before)), shortResults(rows.map((row) => row.after))),
  );
  const all = rows.map(({ old, now, before: first, after: second }) => ({
    unitId: old.unitId,
    place: first.place,
    before: first,
    after: second,
    isMoved: moved.has(old.unitId),
    changes: changesOf(old, now),
  }));
  return byPlace(all).map(({ place: _sorted, ...row }) => row);
}

function changesOf(old: Outcome, now: Outcome): readonly PointsChange[] {
  const codes = [...new Set([...old.standing.keys(), ...now.standing.keys()])];
  return codes.flatMap((code) => {
    const [before, after] = [spokenOf(old, code), spokenOf(now, code)];
    return isSame(before, after) ? [] : [{ code, before, after }];
  });
}

/** A bonus or a penalty that nobody gave is none, in both. */
function spokenOf({ standing }: Outcome, code: string): Scored | null {
  return standing.get(code)?.scored ?? null;
}

function isSame(a: Scored | null, b: Scored | null): boolean {
  if (a === null || b === null) return a === b;
  return a.state === b.state && (a.state !== 'points' || b.state !== 'points' || a.points === b.points);
}

/** The frozen inputs with the figures as they are known by now; nothing else moves. A unit of which nothing is read keeps its own. */
export function withFacts(frozen: Inputs, facts: ReadonlyMap<string, Readonly<Record<string, KeptMeasure>>>): Inputs {
  return { ...frozen, cards: frozen.cards.map((card) => ({ ...card, facts: facts.get(card.unitId) ?? card.facts })) };
}

/** Why a figure is another: what counts now and did not, what counted and does not, and what was altogether new or is gone. */
export type FigureChange = {
  readonly key: string;
  readonly before: KeptMeasure;
  readonly after: KeptMeasure;
  readonly counts: readonly Item[];
  readonly countsNoMore: readonly Item[];
};
type Item = KeptMeasure['behind'][number];

export function figureChanges(
  before: Readonly<Record<string, KeptMeasure>>,
  after: Readonly<Record<string, KeptMeasure>>,
): readonly FigureChange[] {
  return Object.entries(after).flatMap(([key, now]) => {
    const old = before[key];
    if (old === undefined || isSameFigure(old, now)) return [];
    const counted = (one: KeptMeasure) => one.behind.filter(({ counts }) => counts);
    const labels = (some: readonly Item[]) => new Set(some.map(({ label }) => label));
    const [was, is] = [counted(old), counted(now)];
    return [
      {
        key,
        before: old,
        after: now,
        counts: is.filter(({ label }) => !labels(was).has(label)),
        countsNoMore: was.filter(({ label }) => !labels(is).has(label)),
      },
    ];
  });
}

function isSameFigure(a: KeptMeasure, b: KeptMeasure): boolean {
  if (a.state === 'known' && b.state === 'known') return a.part === b.part && a.whole === b.whole;
  return a.state === b.state && (a.state === 'known' || b.state === 'known' || a.why === b.why);
}
