/** Whom a clause is for: person, collective, household, and within them the groups that the law names ("công nhân, nông dân"). */
import type { Case, Group } from './case.ts';
import type { Outcome } from './outcome.ts';
import type { HolderGuard } from './rule.ts';

export type Fits = Outcome & { readonly groups: readonly Group[] };

/** A group that is not known is for a person to judge; but whoever is classified yearly is no worker of their own. */
export function holderFits(one: Case, { holders, groups = [], unlessClassified = false }: HolderGuard): Fits {
  const isHolder = holders.includes(one.holder);
  const isClassified = unlessClassified && (one.classification ?? []).length > 0;
  const inGroup = one.group ? groups.includes(one.group) : isClassified ? false : undefined;
  const state = !isHolder
    ? 'not_met'
    : groups.length === 0 || inGroup
      ? 'met'
      : inGroup === false
        ? 'not_met'
        : 'to_judge';
  const who = groups.length > 0 ? groups : holders;
  return { state, groups, finding: { kind: 'not_for', who, unlessClassified: isHolder && isClassified && !one.group } };
}
