/** What a block does in its year: a pact that is drafted, a meeting that is only planned, one that was held and has a paper and minutes that are being written; of the year before, a meeting whose minutes are closed; and of a year to come, a pact that is being signed. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { attachToMeeting, moveMeeting, planMeeting } from '../../app/features/blocks/meetings.server.ts';
import type { MeetingWay } from '../../app/features/blocks/meetings.server.ts';
import { draftPact, movePact } from '../../app/features/blocks/pacts.server.ts';
import { signPact } from '../../app/features/blocks/signing.server.ts';
import { addAgreement, writeMinutes } from '../../app/features/blocks/writing.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import { minutesWords } from '../blocks.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, fileOf } from './plant.ts';

export type PlantedBlock = Readonly<Record<'pact' | 'plannedMeeting' | 'meeting' | 'meetingPaper', string>>;

export type PlantedPastBlock = Readonly<Record<'signedPact' | 'closedMeeting', string>>;

const idOf = async ({ db }: App, code: string) =>
  (await db.selectFrom('block').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id;

const versionIn = async ({ db }: App, table: 'block_pact' | 'block_meeting', id: string) =>
  (await db.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

type Moved = { readonly id: string; readonly by: Person; readonly at?: Date };

async function moveTo(app: App, way: MeetingWay, { id, by, at }: Moved): Promise<void> {
  const order = { id, version: await versionIn(app, 'block_meeting', id), move: way, fields: {} };
  await as(app, by, (context) => moveMeeting(context, order), at);
}

/** Known to both members, of whom An leads. What was agreed is due when nobody walks any more: no reminder comes between. */
export async function plantPastBlock(app: App, { people, units }: Cast, blockCode: string): Promise<PlantedPastBlock> {
  const year = new Date().getFullYear() - 1;
  const then = new Date(`${year}-11-03T02:00:00.000Z`);
  const of = { blockId: await idOf(app, blockCode), year };
  // Of a year that is over nothing is signed any more; of the members of that one the cards are announced (plant-judgements.ts).
  const signedOf = { ...of, year: year + 3 };
  const head = people.headOfAn;
  const pact = newId();
  const fields = { title: 'Giao ước mẫu', content: 'Các đơn vị cùng thi đua.' };
  await as(app, head, (context) => draftPact(context, { id: pact, ...signedOf, fields }), then);
  await as(app, head, (context) => movePact(context, { id: pact, version: 1, move: 'open', fields: {} }), then);
  const row = app.db.selectFrom('block_pact').select('digest').where('id', '=', pact);
  const digest = (await row.executeTakeFirstOrThrow()).digest ?? '';
  const signed = { id: newId(), pactId: pact, digest, unitId: units.communeBinh, fields: { post: 'Chủ tịch mẫu' } };
  await as(app, people.headOfBinh, (context) => signPact(context, signed), then);
  const meeting = newId();
  const when = { plannedOn: plainDateIn(then), plannedTime: '8:30', place: 'Hội trường mẫu' };
  const plan = { id: meeting, ...of, fields: { title: 'Họp cụm mẫu', ...when, agenda: 'Bàn việc mẫu' } };
  await as(app, head, (context) => planMeeting(context, plan), then);
  for (const way of ['call', 'hold'] as const) await moveTo(app, way, { id: meeting, by: head, at: then });
  const agreed = { what: 'Việc mẫu', unit: units.communeBinh, dueOn: `${year + 2}-12-31` };
  await as(app, head, (context) => addAgreement(context, { id: meeting, agreementId: newId(), fields: agreed }), then);
  const written = { id: meeting, version: await versionIn(app, 'block_meeting', meeting), fields: minutesAt(units) };
  await as(app, head, (context) => writeMinutes(context, written), then);
  await moveTo(app, 'close', { id: meeting, by: head, at: then });
  return { signedPact: pact, closedMeeting: meeting };
}

const minutesAt = ({ communeAn, communeBinh }: Cast['units']) => ({
  ...minutesWords,
  [`du-${communeAn}`]: 'present',
  [`ai-${communeAn}`]: 'Người Mẫu An Hai',
  [`du-${communeBinh}`]: 'absent',
});

export async function plantBlock(app: App, { people, units }: Cast, blockCode: string): Promise<PlantedBlock> {
  const at = { blockId: await idOf(app, blockCode), year: new Date().getFullYear() };
  const head = people.headOfBinh;
  const pact = newId();
  const words = { title: 'zqPact', content: 'Các đơn vị cùng thi đua.' };
  await as(app, head, (context) => draftPact(context, { id: pact, ...at, fields: words }));
  const plan = async (title: string) => {
    const id = newId();
    const when = { plannedOn: plainDateIn(new Date()), plannedTime: '8:30', place: 'Hội trường mẫu' };
    const fields = { title, ...when, agenda: 'Bàn việc mẫu' };
    await as(app, head, (context) => planMeeting(context, { id, ...at, fields }));
    return id;
  };
  const plannedMeeting = await plan('zqPlannedMeeting');
  const meeting = await plan('zqCalledMeeting');
  for (const way of ['call', 'hold'] as const) await moveTo(app, way, { id: meeting, by: head });
  const attendance = { [`du-${units.communeBinh}`]: 'present', [`du-${units.wardChi}`]: 'absent' };
  const fields = { ...minutesWords, course: 'zqBlockMinutes', ...attendance };
  const written = { id: meeting, version: await versionIn(app, 'block_meeting', meeting), fields };
  await as(app, head, (context) => writeMinutes(context, written));
  const file = await fileOf(app, 'zqCalledMeeting.txt');
  await as(app, head, (context) => attachToMeeting(context, { id: meeting, file }));
  const paper = app.db.selectFrom('attachment').select('id').where('subject_id', '=', meeting);
  return { pact, plannedMeeting, meeting, meetingPaper: (await paper.executeTakeFirstOrThrow()).id };
}
