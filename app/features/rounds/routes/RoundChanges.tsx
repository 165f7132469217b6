import { momentText } from '../../../ui/moment.ts';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { RoundChange } from '../round-choices.server.ts';
import { roundChangeText, roundText } from '../text.ts';

/** What was changed about the round after it opened, and why. */
export function RoundChanges({ changes }: { readonly changes: readonly RoundChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{roundText.changes}</h2>
      <Timeline
        entries={changes.map((change) => ({
          id: change.id,
          when: momentText(change.at),
          dateTime: change.at.toISOString(),
          what: roundChangeText(change),
          who: change.by,
          detail: roundText.changeReason(change.reason),
        }))}
      />
    </section>
  );
}
