/** A criteria set with one criterion put in, taken out or moved among its own. Pure; codes that tie rules name go along. */
import type { Criterion } from './criterion.ts';
import { childrenOf, inTreeOrder, isScored } from './criterion.ts';
import type { TieRule } from './tie.ts';

export type Shape = { readonly criteria: readonly Criterion[]; readonly tieRules: readonly TieRule[] };

/** In place of the one with the code `instead`, or as the last of its group. A new code of a group is its criteria's too. */
export function withCriterion({ criteria, tieRules }: Shape, one: Criterion, instead: string | null): Shape {
  if (instead === null) return { criteria: inTreeOrder([...criteria, one]), tieRules };
  const renamed = (code: string) => (code === instead ? one.code : code);
  const put = criteria.map((old) => {
    if (old.code === instead) return one;
    return old.parent === instead ? { ...old, parent: one.code } : old;
  });
  return {
    criteria: inTreeOrder(put),
    tieRules: tieRules.map((rule) => (rule.kind === 'points' ? { ...rule, code: renamed(rule.code) } : rule)),
  };
}

/** With all that stands under it. */
export function withoutCriterion({ criteria, tieRules }: Shape, code: string): Shape {
  const gone = new Set(underneath(criteria, code).map((one) => one.code));
  return {
    criteria: criteria.filter((one) => !gone.has(one.code)),
    tieRules: tieRules.filter((rule) => rule.kind !== 'points' || !gone.has(rule.code)),
  };
}

/** It and all that stands under it, in order. */
export function underneath(criteria: readonly Criterion[], code: string): readonly Criterion[] {
  const met = new Set<string>();
  const walk = (at: string): readonly Criterion[] => {
    if (met.has(at)) return [];
    met.add(at);
    const own = criteria.filter((one) => one.code === at);
    return [...own, ...childrenOf(criteria, at).flatMap((child) => walk(child.code))];
  };
  return walk(code);
}

export type Direction = 'up' | 'down';

/** Past its neighbour in the same group; the first cannot go up, the last not down: then nothing changes. */
export function moved({ criteria, tieRules }: Shape, code: string, direction: Direction): Shape {
  const one = criteria.find((each) => each.code === code);
  const siblings = one ? childrenOf(criteria, one.parent) : [];
  const at = siblings.findIndex((each) => each.code === code);
  const other = siblings[at + (direction === 'up' ? -1 : 1)];
  if (!one || !other) return { criteria, tieRules };
  const swapped = criteria.map((each) => (each === one ? other : each === other ? one : each));
  return { criteria: inTreeOrder(swapped), tieRules };
}

/** Groups in which a criterion may stand: not itself, and not what stands under it. */
export function groupsFor(criteria: readonly Criterion[], code: string | null): readonly Criterion[] {
  const own = new Set(code === null ? [] : underneath(criteria, code).map((one) => one.code));
  return criteria.filter((one) => !isScored(one) && !own.has(one.code));
}
