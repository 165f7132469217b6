/** How the list of a round is narrowed: by how units stand, by kind, by block. Page and file read the same address. */
import type { Judged, RoundView } from './standing.ts';
import { isInView, roundViews } from './standing.ts';

export type UnitsAsked = {
  readonly view: RoundView | undefined;
  readonly kind: string | undefined;
  /** A block's name; empty for units of none. */
  readonly block: string | undefined;
};

export function unitsAsked(query: URLSearchParams): UnitsAsked {
  return {
    view: roundViews.find((each) => each === query.get('xem')),
    kind: query.get('nhom') || undefined,
    block: query.get('khoi') || undefined,
  };
}

type Narrowable = Judged & { readonly kind: string; readonly block: string | null };

export function narrowed<Unit extends Narrowable>(
  units: readonly Unit[],
  { view, kind, block }: UnitsAsked,
): readonly Unit[] {
  return units
    .filter((unit) => view === undefined || isInView(unit, view))
    .filter((unit) => kind === undefined || unit.kind === kind)
    .filter((unit) => block === undefined || unit.block === block);
}
