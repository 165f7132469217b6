/** Before a reminder is sent: which of the duties chosen it would be about, and how many people would be told. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';

type Remindable = {
  readonly owners: readonly { readonly personId: string }[];
  /** When somebody was last reminded of it. */
  readonly remindedAt: Date | null;
};
export type ReminderPreview<Duty> = {
  /** Somebody answers for it, and nobody was reminded of it today. */
  readonly open: readonly Duty[];
  readonly people: number;
  readonly already: number;
  /** For how many nobody answers. */
  readonly nobody: number;
};

export function previewOf<Duty extends Remindable>(duties: readonly Duty[], today: PlainDate): ReminderPreview<Duty> {
  const isDone = ({ remindedAt }: Duty) => remindedAt !== null && plainDateIn(remindedAt) === today;
  const open = duties.filter((duty) => !isDone(duty) && duty.owners.length > 0);
  return {
    open,
    people: new Set(open.flatMap(({ owners }) => owners.map(({ personId }) => personId))).size,
    already: duties.filter(isDone).length,
    nobody: duties.filter(({ owners }) => owners.length === 0).length,
  };
}
