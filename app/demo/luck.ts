/** How each commune fares: what it is asked is set against what the story has it reach, so that all five answers show. */
import { drawn } from './chance.ts';
import type { Aim, Reporter } from './figures.ts';
import { ownYear } from './figures.ts';
import type { Thread } from './story.ts';

type Luck = 'ahead' | 'nothing asked' | 'on the path' | 'a little behind' | 'far behind';

export function luckOf(unit: string): Luck {
  const chance = drawn(unit, 'luck');
  if (chance < 0.1) return 'ahead';
  if (chance < 0.15) return 'nothing asked';
  if (chance < 0.6) return 'on the path';
  return chance < 0.85 ? 'a little behind' : 'far behind';
}

/** Asked of amounts, and of ratios: more than will be reached makes a unit fall behind. */
const asked: Readonly<Record<Luck, { readonly amount: number | undefined; readonly ratio: number | undefined }>> = {
  ahead: { amount: undefined, ratio: 0.97 },
  'nothing asked': { amount: undefined, ratio: undefined },
  'on the path': { amount: 0.94, ratio: 0.998 },
  'a little behind': { amount: 1.05, ratio: 1.004 },
  'far behind': { amount: 1.25, ratio: 1.004 },
};

export type For = { readonly year: number; readonly reporter: Reporter };

/** Undefined where nothing is asked of the unit. */
export function targetFor(aim: Aim, thread: Thread, { year, reporter }: For): number | undefined {
  const factor = asked[luckOf(reporter.code)][aim.hasParts ? 'ratio' : 'amount'];
  if (factor === undefined) return undefined;
  const own = ownYear(aim, thread, { year, reporter });

  return Math.min(own * factor, aim.max ?? Infinity);
}
