/** Minutes of a block's meeting as they are read, and frozen when they are closed. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { BlockPart } from '../organisation/block.ts';

export const attendances = ['present', 'represented', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

export type Attended = {
  readonly unitId: string;
  readonly name: string;
  readonly part: BlockPart;
  /** Null: nothing was put down yet. */
  readonly state: Attendance | null;
  readonly who: string;
};

export type Agreement = {
  readonly id: string;
  readonly what: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueOn: PlainDate;
};

export type Minutes = {
  readonly format: 'thidua.block-minutes.1';
  readonly block: string;
  readonly year: number;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly time: string;
  /** Where it did not begin as it was called for; minutes closed before the times were asked for have neither. */
  readonly beganAt?: string;
  readonly endedAt?: string;
  readonly place: string;
  readonly agenda: string;
  readonly leadName: string;
  readonly chair: string;
  readonly secretary: string;
  readonly course: string;
  readonly conclusion: string;
  readonly attended: readonly Attended[];
  readonly agreements: readonly Agreement[];
};

/** Each member was there, sent somebody who is named, or was absent. */
export function isWholeAttendance({ attended }: Pick<Minutes, 'attended'>): boolean {
  return (
    attended.length > 0 && attended.every(({ state, who }) => state === 'absent' || (state !== null && who !== ''))
  );
}
