/**
 * The result of a judgement from all that went into it, as plain data: the same inputs give the same result to the last digit, so what was frozen can be reckoned again
 * years later, and a change of criteria or thresholds can be tried on last year without touching it.
 */
import type { CriteriaSet } from '../criteria/criterion.ts';
import type { TieRule } from '../criteria/tie.ts';
import type { Standing } from '../scoring/card.ts';
import type { KeptMeasure } from '../scoring/kept-measure.ts';
import { measuredOf } from '../scoring/kept-measure.ts';
import type { Scored, Total } from '../scoring/points.ts';
import type { OnCard } from '../scoring/reckoned.ts';
import { reckoned } from '../scoring/reckoned.ts';
import type { ScoreStep } from '../scoring/procedure.ts';
import { classify } from './classify.ts';
import type { Level, Threshold } from './classify.ts';
import { rank } from './rank.ts';
import type { Entry, Place, TieDecision } from './rank.ts';

export type KeptGiven = {
  readonly step: ScoreStep;
  readonly scored: Scored;
  readonly reason: string;
  readonly at: string;
};
export type KeptCard = {
  readonly unitId: string;
  /** By code. */
  readonly given: Readonly<Record<string, readonly KeptGiven[]>>;
  /** By measure. */
  readonly facts: Readonly<Record<string, KeptMeasure>>;
};
export type LaidDown = {
  readonly id: string;
  readonly isDefault: boolean;
  readonly fromYear: number;
  readonly source: string;
};
export type Inputs = {
  readonly set: CriteriaSet;
  readonly tieRules: readonly TieRule[];
  readonly thresholds: readonly Threshold[];
  /** Where the thresholds were laid down; null: nowhere, and nothing is classified. */
  readonly laidDown: LaidDown | null;
  readonly decisions: readonly TieDecision[];
  readonly cards: readonly KeptCard[];
};

export type Outcome = {
  readonly unitId: string;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly total: Total;
  /** Null where nothing applies to the unit: it is not ranked. */
  readonly place: Place | null;
  readonly level: Level | null;
};

export function outcomesOf({ set, tieRules, thresholds, decisions, cards }: Inputs): readonly Outcome[] {
  const settled = cards.map((card) => ({ unitId: card.unitId, ...reckoned(set, onCard(card)) }));
  const places = new Map(rank(settled.flatMap(entryOf), tieRules, decisions).map((place) => [place.unitId, place]));
  return settled.map((one) => ({
    ...one,
    place: places.get(one.unitId) ?? null,
    level: classify(one.total, thresholds),
  }));
}

function onCard({ given, facts }: KeptCard): OnCard {
  return {
    given: (code) => given[code] ?? [],
    measured: (key) => {
      const kept = facts[key];
      return kept && measuredOf(kept);
    },
    isOpen: false,
  };
}

function entryOf({ unitId, standing, total }: Omit<Outcome, 'place' | 'level'>): readonly Entry[] {
  if (total.score === null) return [];
  const own = [...standing].flatMap(([code, { scored }]) =>
    scored.state === 'points' ? [[code, scored.points] as const] : [],
  );
  const groups = [...total.groups].map(([code, { points }]) => [code, points] as const);
  return [
    { unitId, score: total.score, penalty: total.penalty, bonus: total.bonus, points: new Map([...own, ...groups]) },
  ];
}

/** One text for one content, whatever the order its fields were made in: what a digest is taken of. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
