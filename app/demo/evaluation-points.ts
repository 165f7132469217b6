/** What each step of the story gives at each criterion: plausible, made up, and the same on every machine. Points in hundredths, in quarters of a point. */
import { isScored } from '../features/criteria/criterion.ts';
import type { Criterion } from '../features/criteria/criterion.ts';
import { drawn, drawnBetween } from './chance.ts';

export type StoryStep = 'self' | 'cross' | 'expert' | 'appraisal';
/** `null`: it does not apply to the unit. */
export type StoryPoints = number | null;

/** `quality`: share of the points it earns at most criteria; `like`: whose points it has, to the last quarter. */
export type Played = {
  readonly code: string;
  readonly year: number;
  readonly quality?: number;
  readonly like?: string;
  /** The first goes to this criterion from the second: an equal score in another order. */
  readonly moved?: readonly [to: string, from: string];
  /** Appraised a quarter of a point too low, and put right when the unit objects. */
  readonly doubted?: string;
  /** Does not apply to it. */
  readonly without?: string;
};

const QUARTER = 25;

/** What the unit really did, as whoever appraises sees it in the end. */
export function earned(one: Criterion, unit: Played): StoryPoints {
  if (unit.without === one.code) return null;
  if (one.kind === 'penalty') return drawn(named(unit), one.code, 'penalty') < 0.06 ? 2 * QUARTER : 0;
  if (one.kind === 'bonus') return drawn(named(unit), one.code, 'bonus') < 0.3 ? Math.min(one.max, 4 * QUARTER) : 0;
  const quality = unit.quality ?? drawnBetween(0.7, 0.88, named(unit), 'quality');
  const share = Math.min(1, quality + drawnBetween(-0.12, 0.12, named(unit), unit.year, one.code));
  const quarters = Math.round((one.max * share) / QUARTER);
  const shift = unit.moved?.[0] === one.code ? 1 : unit.moved?.[1] === one.code ? -1 : 0;
  return Math.min(one.max, Math.max(0, (quarters + shift) * QUARTER));
}

const named = ({ code, like }: Played) => like ?? code;

/** Most steps agree; a unit thinks a little better of itself now and then, and the one that cross-scores sees half of it. */
export function givenBy(step: StoryStep, one: Criterion, unit: Played): StoryPoints {
  const really = earned(one, unit);
  if (really !== null && step === 'appraisal' && unit.doubted === one.code) return really - QUARTER;
  if (really === null || one.kind !== 'criterion' || step === 'appraisal' || step === 'expert') return really;
  const flattery = Math.floor(drawnBetween(0, 7, unit.code, unit.year, one.code, 'flattery')) - 3;
  if (flattery <= 0) return really;
  const over = step === 'self' ? flattery : flattery - 1;
  return Math.min(one.max, really + over * QUARTER);
}

/** On which criteria a step speaks. */
export function spokenOn(step: StoryStep, criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.filter((one) => isScored(one) && one.way === (step === 'expert' ? 'expert' : 'hand'));
}

/** With the Vietnamese comma, as it is typed. */
export function typedPoints(hundredths: number): string {
  return String(hundredths / 100).replace('.', ',');
}
