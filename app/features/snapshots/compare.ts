/** Frozen figures beside today's: a later correction shows beside what was frozen and never changes it. */
import type { Status } from '../indicators/indicator.ts';
import type { FrozenIndicator } from './snapshot.ts';

export type Now = {
  readonly code: string;
  readonly status: Status;
  readonly latest: { readonly value: string; readonly period: string } | undefined;
};
/** Without the sheet, which only the download needs. */
export type Shown = Omit<FrozenIndicator, 'sheet'>;

export type Compared = {
  readonly frozen: Shown;
  readonly now: Now | undefined;
  readonly isChanged: boolean;
};

export function compare(frozen: readonly FrozenIndicator[], today: readonly Now[]): readonly Compared[] {
  return frozen.map((one) => {
    const now = today.find(({ code }) => code === one.code);
    const same =
      now?.status === one.answer.status &&
      now.latest?.value === one.latest?.value &&
      now.latest?.period === one.latest?.period;
    return { frozen: shownOf(one), now, isChanged: !same };
  });
}

function shownOf({ code, name, field, unit, latest, target, deadline, answer }: FrozenIndicator): Shown {
  return { code, name, field, unit, latest, target, deadline, answer };
}
