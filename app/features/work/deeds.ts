/**
 * What is to be done about duties: where something has been begun for one (a draft, what came back, what waits for a
 * signature), that is the deed, under the due day of its duty; else the duty itself is. So each duty stands there once.
 */
import { dutyKey } from '../urging/duty.ts';
import type { GatheredDuty } from '../urging/gathered.ts';

/** `presented` waits for the head's signature, `to_sign` for the reader's own; `submitted` for whoever decides. */
export const begunStages = ['draft', 'returned', 'presented', 'to_sign', 'submitted'] as const;
export type BegunStage = (typeof begunStages)[number];

export type Begun = {
  readonly id: string;
  readonly kind: 'report' | 'pledge' | 'plan' | 'initiative';
  readonly stage: BegunStage;
  readonly title: string;
  readonly unitName: string;
  readonly reason: string | null;
  readonly href: string;
  /** The duties that it answers, by key. */
  readonly duties: readonly string[];
  /** Waits for this very person's decision, in a line of its own. */
  readonly isToDecide: boolean;
};

export type Deed = { readonly duty: GatheredDuty; readonly begun: Begun | undefined };
export type Deeds = {
  readonly deeds: readonly Deed[];
  /** Begun without being a duty, or beyond what is one. What is on its way is nobody's to do. */
  readonly beside: readonly Begun[];
};

export function deedsOf(duties: readonly GatheredDuty[], begun: readonly Begun[]): Deeds {
  const answering = new Map<string, Begun[]>();
  for (const one of begun) for (const key of one.duties) answering.set(key, [...(answering.get(key) ?? []), one]);
  const deeds = duties.flatMap((duty): readonly Deed[] => {
    const own = answering.get(duty.key) ?? [];
    return own.length === 0
      ? [{ duty, begun: undefined }]
      : own.filter(({ isToDecide }) => !isToDecide).map((one) => ({ duty, begun: one }));
  });
  const keys = new Set(duties.map(({ key }) => key));
  const isOnItsWay = ({ stage }: Begun) => stage === 'submitted' || stage === 'presented';
  const beside = begun.filter((one) => !isOnItsWay(one) && !one.duties.some((key) => keys.has(key)));
  return { deeds, beside };
}

/** The duties of the years that a plan answers, or of one. */
export function answers(kind: 'pledge' | 'plan' | 'initiative', unitId: string, subjects: readonly string[]) {
  return subjects.map((subject) => dutyKey(kind, subject, unitId));
}
