/**
 * Two lines of the register of papers handled off the system: a commune's, which has been received, and one on its way
 * to that commune. Of papers that never were, there is what the register holds of real ones: number, day, from whom to whom.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { enterPaper, receivePaper } from '../features/secrecy/papers.server.ts';
import { secretSubjects } from '../features/secrecy/subjects.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, placeOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

type Sent = { readonly number: string; readonly from: string; readonly to: string; readonly day: PlainDate };

export async function playSecretPapers(stage: Stage, starring: readonly string[]): Promise<void> {
  const isCommune = (code: string) => stage.communes.some((commune) => commune.code === code);
  const [office, commune] = [starring.find((code) => !isCommune(code)), starring.find(isCommune)];
  if (office === undefined || commune === undefined) return;
  const [first, second] = demoText.secretPapers;
  const day = addDays(stage.today, -12);
  const id = await send(stage, { number: first, from: commune, to: office, day });
  await play(stage, { at: instantOf(addDays(day, 2), 10), by: personOf(stage, 'officer', office) }, async (context) => {
    expectOk(await receivePaper(context, { id, typed: { receivedOn: addDays(day, 2) } }));
  });
  await send(stage, { number: second, from: office, to: commune, day: addDays(stage.today, -3) });
}

/** About the first scheme that is handled so. */
async function send(stage: Stage, { number, from, to, day }: Sent): Promise<string> {
  const id = newId();
  await play(stage, { at: instantOf(day, 15), by: personOf(stage, 'officer', from) }, async (context) => {
    const [subject] = await secretSubjects(context.tx, context.actor);
    const between = { sender: placeOf(stage, from).id, receiver: placeOf(stage, to).id };
    expectOk(await enterPaper(context, { id, typed: { number, date: day, ...between, about: subject?.key } }));
  });
  return id;
}
