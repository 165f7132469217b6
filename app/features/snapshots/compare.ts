/** Frozen figures beside today's: a later correction shows beside what was frozen and never changes it. */
import type { Status } from '../indicators/indicator.ts';
import type { FrozenIndicator } from './snapshot.ts';

export type Now = {
  readonly code: string;
  readonly status: Status;
  readonly latest: { readonly value: string; readonly period: string } | undefined;
};
export type Compared = {
  readonly frozen: Omit<FrozenIndicator, 'sheet'>;
  readonly now: Now | undefined;
  readonly isChanged: boolean;
};

export function compare(frozen: readonly FrozenIndicator[], today: readonly Now[]): readonly Compared[] {
  return frozen.map(({ sheet: _, ...one }) => {
    const now = today.find(({ code }) => code === one.code);
    const same =
      now?.status === one.answer.status &&
      now.latest?.value === one.latest?.value &&
      now.latest?.period === one.latest?.period;
    return { frozen: one, now, isChanged: !same };
  });
}
