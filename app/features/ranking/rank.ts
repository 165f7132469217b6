/**
 * Ranking inside a block. Equal scores are equal places (1, 1, 3) unless a rule that was laid down before, or a decision that was recorded, parts them; what parted them is kept
 * with each place. Cờ thi đua cấp tỉnh goes to who leads the block (Luật Thi đua, khen thưởng Điều 26.1).
 */
import type { TieRule } from '../criteria/tie.ts';
import { compareScores } from '../scoring/points.ts';
import type { Score } from '../scoring/points.ts';

export type Entry = {
  readonly unitId: string;
  readonly score: Score;
  readonly penalty: number;
  readonly bonus: number;
  /** Points in hundredths by code of group or criterion; what does not apply has none. */
  readonly points: ReadonlyMap<string, number>;
};

/** A recorded decision on units that stayed equal: the order in which they go. */
export type TieDecision = { readonly id: string; readonly order: readonly string[] };

export type Place = {
  readonly unitId: string;
  readonly place: number;
  /** Who has the same place. */
  readonly tiedWith: readonly string[];
  /** What parted it from units of the same score. */
  readonly partedBy: TieRule | { readonly kind: 'decision'; readonly id: string } | null;
};

type Parted = { readonly members: readonly Entry[]; readonly partedBy: Place['partedBy'] };

/** The same entries in whatever order give the same places. */
export function rank(
  entries: readonly Entry[],
  rules: readonly TieRule[],
  decisions: readonly TieDecision[] = [],
): readonly Place[] {
  const byScore = splitBy(entries, (a, b) => compareScores(b.score, a.score));
  const parted = byScore.flatMap((members) => part({ members, partedBy: null }, rules, decisions));
  let before = 0;
  return parted.flatMap(({ members, partedBy }) => {
    const place = before + 1;
    before += members.length;
    const ids = members.map(({ unitId }) => unitId).toSorted();
    return ids.map((unitId) => ({ unitId, place, tiedWith: ids.filter((id) => id !== unitId), partedBy }));
  });
}

function part(all: Parted, rules: readonly TieRule[], decisions: readonly TieDecision[]): readonly Parted[] {
  if (all.members.length < 2) return [all];
  const [rule, ...rest] = rules;
  if (rule === undefined) return decided(all, decisions);
  const groups = splitBy(all.members, (a, b) => compareBy(rule, a, b));
  const partedBy = groups.length > 1 ? rule : all.partedBy;
  return groups.flatMap((members) => part({ members, partedBy }, rest, decisions));
}

/** A decision counts only for exactly the units that are equal: when figures changed since, it no longer says anything. */
function decided(all: Parted, decisions: readonly TieDecision[]): readonly Parted[] {
  const ids = new Set(all.members.map(({ unitId }) => unitId));
  const decision = decisions.find(({ order }) => order.length === ids.size && order.every((id) => ids.has(id)));
  if (!decision) return [all];
  const partedBy = { kind: 'decision', id: decision.id } as const;
  return decision.order.map((id) => ({ members: all.members.filter(({ unitId }) => unitId === id), partedBy }));
}

function compareBy(rule: TieRule, a: Entry, b: Entry): number {
  switch (rule.kind) {
    case 'points':
      return (b.points.get(rule.code) ?? 0) - (a.points.get(rule.code) ?? 0);
    case 'fewer_penalties':
      return a.penalty - b.penalty;
    case 'less_bonus':
      return a.bonus - b.bonus;
  }
}

function splitBy<Each>(all: readonly Each[], compare: (a: Each, b: Each) => number): readonly (readonly Each[])[] {
  const groups: Each[][] = [];
  for (const one of all.toSorted(compare)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
