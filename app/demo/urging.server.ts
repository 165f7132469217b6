/** Urging: an owner named, a reminder sent, a letter issued to one unit and another still in draft. */
import { addDays, plainDateIn } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { gatherDuties } from '../features/urging/gather.server.ts';
import type { GatheredDuty } from '../features/urging/gathered.ts';
import { issuersFor } from '../features/directive/issuers.server.ts';
import { findLetter } from '../features/urging/letter-page.server.ts';
import { draftLetters, issueLetter, saveLetter } from '../features/urging/letters.server.ts';
import { nameOwners as nameIn } from '../features/urging/naming.server.ts';
import { sendReminder } from '../features/urging/reminders.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

const mostReminded = 12;

export async function playUrging(stage: Stage, starring: readonly string[]): Promise<void> {
  await nameOwners(stage, starring);
  const by = personOf(stage, 'appraiser', stage.province.code);
  const { duties } = await gatherDuties(stage.services.db, by, { today: stage.today });
  const late = duties.filter(({ state, kind, owners }) => state === 'late' && kind === 'report' && owners.length > 0);
  if (late.length === 0) return;
  const keys = late.slice(0, mostReminded).map(({ key }) => key);
  await play(stage, { at: instantOf(addDays(stage.today, -2), 9), by }, async (context) => {
    expectOk(await sendReminder(context, { id: newId(), keys }));
  });
  await writeLetters(stage, late);
}

/** The head of each unit that is played and has an officer. */
async function nameOwners(stage: Stage, starring: readonly string[]): Promise<void> {
  for (const code of starring) {
    const officer = stage.people.get(`officer@${code}`);
    const head = stage.people.get(`head@${code}`);
    const unitId = stage.places.get(code)?.id;
    if (!officer || !head || unitId === undefined) continue;
    await play(stage, { at: instantOf(addDays(stage.today, -20), 8), by: head }, async (context) => {
      const name = { kind: 'report', key: null, personId: officer.personId, version: 0 } as const;
      expectOk(await nameIn(context, { unitId, names: [name] }));
    });
  }
}

async function writeLetters(stage: Stage, late: readonly GatheredDuty[]): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const [first] = late;
  await play(stage, { at: instantOf(addDays(stage.today, -1), 9), by }, async (context) => {
    const today = plainDateIn(context.now);
    const id = newId();
    const [issuer] = await issuersFor(context.tx, by);
    const how = { together: true, issuerId: issuer?.id ?? '' };
    const one = { id, keys: [first?.key ?? ''], ...how };
    const drafted = await draftLetters(context, one);
    const letter = drafted.ok ? await findLetter(context.tx, by, { id, today }) : undefined;
    if (letter) {
      expectOk(await saveLetter(context, { id, version: 1, typed: { ...letter.content, ...demoText.letter } }));
      expectOk(await issueLetter(context, { id, version: 2, number: demoText.letterNumber, signedOn: today }));
    }
    const keys = late.slice(0, mostReminded).map(({ key }) => key);
    expectOk(await draftLetters(context, { id: newId(), keys, ...how }));
  });
}
