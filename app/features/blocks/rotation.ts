/**
 * Who is next to lead a block (trưởng khối luân phiên): whoever has led least recently, those who never led first; among equals by the order of the members' list. Deputies are the
 * next after the lead in the same order, as many as the year before had. A proposal: a person confirms or changes it, nothing is seated by itself.
 */
import type { BlockPart } from '../organisation/block.ts';

export type PastSeat = { readonly year: number; readonly unitId: string; readonly part: BlockPart };
export type InTurn = {
  readonly unitId: string;
  /** The last year in which it led; null: never, as far as is recorded. */
  readonly lastLed: number | null;
  /** Its place is by the order of the list alone: another led as long ago. */
  readonly isTied: boolean;
  readonly part: BlockPart;
};

/** `unitIds`: who may be seated, in the order of the list. `deputies`: how many. */
export function inTurn(
  unitIds: readonly string[],
  past: readonly PastSeat[],
  { year, deputies }: { readonly year: number; readonly deputies: number },
): readonly InTurn[] {
  const lastLed = (unitId: string) => {
    const years = past.filter((seat) => seat.unitId === unitId && seat.part === 'lead' && seat.year < year);
    return years.length === 0 ? null : Math.max(...years.map((seat) => seat.year));
  };
  const all = unitIds.map((unitId) => ({ unitId, lastLed: lastLed(unitId) }));
  return all
    .toSorted((a, b) => (a.lastLed ?? 0) - (b.lastLed ?? 0))
    .map((one, at) => ({
      ...one,
      isTied: all.filter((other) => other.lastLed === one.lastLed).length > 1,
      part: at === 0 ? 'lead' : at <= deputies ? 'deputy' : 'member',
    }));
}
