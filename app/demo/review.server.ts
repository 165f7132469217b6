/** Figures frozen for a sample review, and messages read: what people find when they come in. */
import { addDays } from '../kernel/calendar.ts';
import { expectOk, ok } from '../kernel/result.ts';
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

/** What is older has been read by everybody. */
const unreadDays = 40;

export async function readOldMessages(stage: Stage): Promise<void> {
  const recent = instantOf(addDays(stage.today, -unreadDays), 0);
  await inTurns([...new Set(stage.people.values())], async (actor) => {
    const edge = { services: servicesAt(stage, recent), actor, via: 'setup', address: null } as const;
    const old = await stage.services.db
      .selectFrom('message')
      .select('id')
      .where('person_id', '=', actor.personId)
      .where('created_at', '<', recent)
      .execute();
    await act(edge, async (context) => {
      for (const { id } of old) expectOk(await markRead(context, id));
      return ok();
    });
  });
}
