/** What one set says otherwise than another, criterion by criterion: they are the same where they bear the same code. */
import type { Criterion } from './criterion.ts';

export type Changed =
  | Extract<keyof Criterion, 'parent' | 'kind' | 'title' | 'guidance' | 'max' | 'way'>
  | 'rule'
  | 'expert'
  | 'evidence';
export type Difference =
  | { readonly kind: 'added'; readonly code: string; readonly before: null; readonly after: Criterion }
  | { readonly kind: 'removed'; readonly code: string; readonly before: Criterion; readonly after: null }
  | {
      readonly kind: 'changed';
      readonly code: string;
      readonly before: Criterion;
      readonly after: Criterion;
      readonly parts: readonly Changed[];
    };

/** In the order of what is there now; what is gone comes where it stood. */
export function differencesOf(before: readonly Criterion[], after: readonly Criterion[]): readonly Difference[] {
  const [old, present] = [byCode(before), byCode(after)];
  const found = after.flatMap((one): readonly Difference[] => {
    const was = old.get(one.code);
    if (!was) return [{ kind: 'added', code: one.code, before: null, after: one }];
    const parts = partsChanged(was, one);
    return parts.length === 0 ? [] : [{ kind: 'changed', code: one.code, before: was, after: one, parts }];
  });
  const gone = before
    .filter(({ code }) => !present.has(code))
    .map((one): Difference => ({ kind: 'removed', code: one.code, before: one, after: null }));
  return [...found, ...gone];
}

/** Whether the criteria that both have stand in another order. */
export function isReordered(before: readonly Criterion[], after: readonly Criterion[]): boolean {
  const [old, present] = [byCode(before), byCode(after)];
  const shared = (list: readonly Criterion[], others: ReadonlyMap<string, Criterion>) =>
    list.map(({ code }) => code).filter((code) => others.has(code));
  return shared(before, present).join('\n') !== shared(after, old).join('\n');
}

function byCode(criteria: readonly Criterion[]): ReadonlyMap<string, Criterion> {
  return new Map(criteria.map((one) => [one.code, one]));
}

function partsChanged(before: Criterion, after: Criterion): readonly Changed[] {
  const of = (one: Criterion): Readonly<Record<Changed, unknown>> => ({
    kind: one.kind,
    parent: one.parent,
    title: one.title,
    guidance: one.guidance,
    max: one.max,
    way: one.way,
    rule: one.rule && JSON.stringify(flat(one.rule)),
    expert: one.expertUnitId,
    evidence: one.needsEvidence,
  });
  const [old, present] = [of(before), of(after)];
  return (Object.keys(old) as Changed[]).filter((part) => old[part] !== present[part]);
}

/** The same however its parts are ordered, as jsonb orders them in its own way. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, flat(part)]);
}
