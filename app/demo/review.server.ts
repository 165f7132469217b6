/** Figures frozen for a sample review, and messages read: what people find when they come in. */
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { act } from '../platform/command.server.ts';
import { newId } from '../platform/id.server.ts';
import { dateText } from '../ui/moment.ts';
import { markRead } from '../features/messages/messages.server.ts';
import { takeSnapshot } from '../features/snapshots/take.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, play, servicesAt } from './stage.server.ts';
import { demoText } from './text.ts';

/** Three weeks ago, as known on the day before. */
export async function freezeReview(stage: Stage): Promise<void> {
  const asOf = addDays(stage.today, -22);
  const by = personOf(stage, 'appraiser', stage.province.code);
  const typed = { 'tieu-de': demoText.snapshotTitle(dateText(asOf)), 'muc-dich': 'other', ngay: asOf };
  await play(stage, { at: instantOf(addDays(asOf, 1), 8), by }, async (context) =>
    expectOk(await takeSnapshot(context, { id: newId(), typed })),
  );
}

/** Everybody has read what has come so far. */
export async function readMessages(stage: Stage, at: Date): Promise<void> {
  await inTurns([...new Set(stage.people.values())], async (actor) => {
    const edge = { services: servicesAt(stage, at), actor, via: 'setup', address: null } as const;
    await act(edge, (context) => markRead(context, null));
  });
}
