/** Figures frozen for a sample review, and messages: what people find when they come in. */
import type { Actor } from '../kernel/actor.ts';
import { addDays } from '../kernel/calendar.ts';
import { expectOk, ok } from '../kernel/result.ts';
import { act } from '../platform/command.server.ts';
import { newId } from '../platform/id.server.ts';
import { dateText } from '../ui/moment.ts';
import { followEntry, markRead } from '../features/messages/messages.server.ts';
import { takeSnapshot } from '../features/snapshots/take.server.ts';
import type { Stage } from './stage.server.ts';
import { director, instantOf, personOf, play, servicesAt } from './stage.server.ts';
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

/** Messages in the order of the story; what is older than forty days has been read. */
export async function tellEverybody(stage: Stage): Promise<void> {
  const heard = stage.heard.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const recent = instantOf(addDays(stage.today, -40), 0);
  const [old, fresh] = [heard.filter(({ at }) => at < recent), heard.filter(({ at }) => at >= recent)];
  for (const { entryId, at } of old) await tell(stage, entryId, at);
  for (const { role, unit } of stage.story.cast) await read(stage, stage.people.get(`${role}@${unit}`), recent);
  for (const { entryId, at } of fresh) await tell(stage, entryId, at);
}

async function tell(stage: Stage, entryId: string, at: Date): Promise<void> {
  const services = servicesAt(stage, at);
  const edge = { services, actor: director, via: 'job', address: null } as const;
  await act(edge, async (context) => ok(await followEntry(context, services, entryId)));
}

async function read(stage: Stage, actor: Actor | undefined, at: Date): Promise<void> {
  if (!actor) return;
  await act({ services: servicesAt(stage, at), actor, via: 'setup', address: null }, (context) =>
    markRead(context, null),
  );
}
