/**
 * A frozen result reckoned once more from all that was frozen with it. The same inputs give the same result to the last digit: what differs was changed past the product. Pure, so that it
 * can be asked of a copy as well.
 */
import type { Inputs } from './outcome.ts';
import { canonical, outcomesOf } from './outcome.ts';
import type { RankedRow } from './ranked.ts';
import { rankedRow } from './ranked.ts';

/** Digests: of the inputs as they are stored now, as stored with the result, as written into the record when it was frozen. */
export type Digests = { readonly now: string; readonly stored: string | null; readonly recorded: string | null };
/** `inputs`: they no longer have the digest that was stored; `record`: the record holds another one, or none. */
export type Fault = 'inputs' | 'record';
export const replayedParts = ['place', 'score', 'level', 'sums', 'points', 'gone', 'added'] as const;
export type ReplayedPart = (typeof replayedParts)[number];
export type DifferingUnit = { readonly unitId: string; readonly parts: readonly ReplayedPart[] };
export type Replayed = {
  readonly faults: readonly Fault[];
  readonly units: number;
  readonly differing: readonly DifferingUnit[];
};

type Row = RankedRow & { readonly standing: unknown };
type KeptResult = { readonly inputs: Inputs; readonly rows: readonly Row[] };

export function replayOf({ inputs, rows }: KeptResult, { now, stored, recorded }: Digests): Replayed {
  const faults: readonly Fault[] = [
    ...(now === stored ? [] : (['inputs'] as const)),
    ...(stored === recorded ? [] : (['record'] as const)),
  ];
  const again = new Map(outcomesOf(inputs).map((outcome) => [outcome.unitId, outcome]));
  const kept = new Map(rows.map((row) => [row.unitId, row]));
  const differing = [...new Set([...again.keys(), ...kept.keys()])].flatMap((unitId) => {
    const outcome = again.get(unitId);
    const row = kept.get(unitId);
    const parts: readonly ReplayedPart[] =
      outcome && row
        ? differingIn({ ...rankedRow(outcome, inputs.thresholds), standing: Object.fromEntries(outcome.standing) }, row)
        : [row ? 'gone' : 'added'];
    return parts.length > 0 ? [{ unitId, parts }] : [];
  });
  return { faults, units: rows.length, differing };
}

const looked: Readonly<Record<Exclude<ReplayedPart, 'gone' | 'added'>, (row: Row) => unknown>> = {
  place: ({ place, tiedWith, partedBy, isLeader }) => [place, tiedWith, partedBy, isLeader],
  score: ({ score, shown, full }) => [score, shown, full],
  level: ({ level }) => level,
  sums: ({ points, applicable, bonus, penalty, missing, notApplicable }) => [
    [points, applicable, bonus, penalty],
    missing,
    notApplicable,
  ],
  points: ({ standing }) => standing,
};

function differingIn(again: Row, kept: Row): readonly ReplayedPart[] {
  return replayedParts.filter(
    (part) => part !== 'gone' && part !== 'added' && canonical(looked[part](again)) !== canonical(looked[part](kept)),
  );
}

/** Nothing was changed. */
export function bears({ faults, differing }: Replayed): boolean {
  return faults.length === 0 && differing.length === 0;
}
