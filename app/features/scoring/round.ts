/**
 * A proposal of who cross-scores whom: each member scores one other and is scored by one, nobody someone above or below it. The ring is turned by the year, so that the same two do
 * not meet each year; where a ring would pair kin the pairs are found one by one.
 */
export type Pair = { readonly unitId: string; readonly crossUnitId: string };

type Asked = {
  /** In a fixed order. */
  readonly unitIds: readonly string[];
  readonly year: number;
  readonly isKin: (one: string, other: string) => boolean;
};

/** Whoever nobody may score is left out. The same members in the same year give the same pairs. */
export function proposeRound({ unitIds, year, isKin }: Asked): readonly Pair[] {
  const count = unitIds.length;
  if (count < 2) return [];
  const turns = Array.from({ length: count - 1 }, (_, at) => 1 + ((year + at) % (count - 1)));
  const rings = turns.map((turn) => ringOf(unitIds, turn));
  const ring = rings.find((pairs) => pairs.every(({ unitId, crossUnitId }) => !isKin(unitId, crossUnitId)));
  return ring ?? matched(unitIds, turns[0] ?? 1, isKin);
}

function ringOf(unitIds: readonly string[], turn: number): readonly Pair[] {
  return unitIds.flatMap((unitId, at) => {
    const crossUnitId = unitIds[(at + turn) % unitIds.length];
    return crossUnitId === undefined ? [] : [{ unitId, crossUnitId }];
  });
}

/** As many pairs as can be: an augmenting path for each unit in turn. */
function matched(unitIds: readonly string[], turn: number, isKin: Asked['isKin']): readonly Pair[] {
  const scoredBy = new Map<string, string>();
  const candidates = (unitId: string) => {
    const at = unitIds.indexOf(unitId) + turn;
    const turned = unitIds.map((_, step) => unitIds[(at + step) % unitIds.length] ?? unitId);
    return turned.filter((other) => other !== unitId && !isKin(unitId, other));
  };
  const place = (unitId: string, tried: Set<string>): boolean => {
    for (const cross of candidates(unitId)) {
      if (tried.has(cross)) continue;
      tried.add(cross);
      const holder = scoredBy.get(cross);
      if (holder === undefined || place(holder, tried)) {
        scoredBy.set(cross, unitId);
        return true;
      }
    }
    return false;
  };
  for (const unitId of unitIds) place(unitId, new Set());
  const pairs = [...scoredBy].map(([crossUnitId, unitId]) => ({ unitId, crossUnitId }));
  return pairs.toSorted((a, b) => unitIds.indexOf(a.unitId) - unitIds.indexOf(b.unitId));
}
