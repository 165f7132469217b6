import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import {
  blockLead,
  givenMeeting,
  givenMinutes,
  givenPact,
  headOfChi,
  inYear,
  meetingWords,
  met,
  minutesWords,
  otherLead,
  pacted,
  paper,
  refusalOf,
  signing,
} from '../../../tests/blocks.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { findBlockPaper } from './files.server.ts';
import { listBlocks } from './list.server.ts';
import { meetingSeen } from './meeting-page.server.ts';
import { attachToMeeting, findMeeting, moveMeeting, planMeeting } from './meetings.server.ts';
import { blocksWaiting, meetingsAhead } from './waiting.server.ts';
import { addAgreement, dropAgreement, reportAgreement, writeMinutes } from './writing.server.ts';

const readers = [
  people.headOfAn,
  blockLead,
  people.officerOfBinh,
  headOfChi,
  people.appraiser,
  otherLead,
  people.nobody,
];
const seenBy = (tx: Transaction<DB>, id: string) =>
  Promise.all(readers.map(async (actor) => (await findMeeting(tx, actor, id)) !== undefined));
const versionOf = async (tx: Transaction<DB>, id: string) =>
  (await tx.selectFrom('block_meeting').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

test('a meeting is planned by the lead alone, once, with day, place and agenda', async () => {
  await inYear(async (tx, at) => {
    const plan = (actor: Person, fields = {}) =>
      planMeeting(contextFor(tx, actor), { id: newId(), ...at, fields: { ...meetingWords, ...fields } });
    const before = await recorded(tx);
    for (const actor of [otherLead, people.headOfBinh, headOfChi, people.officerOfAn, people.appraiser])
      assert.equal(refusalOf(await plan(actor)), 'not_yours');
    for (const wrong of [
      { place: '' },
      { agenda: '' },
      { plannedOn: '2028-01-01' },
      { plannedOn: 'mai' },
      { plannedTime: '25:00' },
    ])
      assert.equal(refusalOf(await plan(blockLead, wrong)), 'block_wrong');
    assert.deepEqual(await recorded(tx), before);
    const command = { id: newId(), ...at, fields: meetingWords };
    expectOk(await planMeeting(contextFor(tx, people.headOfAn), command));
    expectOk(await planMeeting(contextFor(tx, people.headOfAn), command));
    assert.equal((await recorded(tx)).length, before.length + 1);
  });
});

test('before it is called only the lead knows of it; called, the members; its minutes nobody else until they are closed', async () => {
  await inYear(async (tx, at) => {
    const { id } = await givenMinutes(tx, at);
    assert.deepEqual(await seenBy(tx, id), [true, true, true, true, true, false, false]);
    assert.equal((await findMeeting(tx, people.headOfAn, id))?.minutes?.course, 'Diễn biến mẫu');
    assert.equal((await findMeeting(tx, headOfChi, id))?.minutes, null);
    assert.equal((await meetingSeen(tx, headOfChi, id))?.minutes, null);
    await met(tx, id, 'close');
    assert.deepEqual(await seenBy(tx, id), [true, true, true, true, true, true, true]);
    assert.equal((await meetingSeen(tx, people.nobody, id))?.minutes?.conclusion, 'Kết luận mẫu');
    const planned = await givenMeeting(tx, at);
    assert.deepEqual(await seenBy(tx, planned), [true, true, false, false, false, false, false]);
    await met(tx, planned, 'cancel', { reason: 'Lý do mẫu' });
    assert.deepEqual(await seenBy(tx, planned), [true, true, false, false, false, false, false]);
  });
});

test('minutes lacking somebody’s attendance or a conclusion are not closed; closed they never change', async () => {
  await inYear(async (tx, at) => {
    const id = await givenMeeting(tx, at);
    for (const move of ['call', 'hold'] as const) await met(tx, id, move);
    const move = async (version?: number) =>
      moveMeeting(contextFor(tx, people.headOfAn), {
        id,
        version: version ?? (await versionOf(tx, id)),
        move: 'close',
        fields: {},
      });
    assert.equal(refusalOf(await move()), 'block_wrong');
    const write = async (fields: Readonly<Record<string, string>>, actor: Person = people.headOfAn) =>
      writeMinutes(contextFor(tx, actor), { id, version: await versionOf(tx, id), fields });
    assert.equal(refusalOf(await write(minutesWords, headOfChi)), 'not_yours');
    expectOk(await write({ ...minutesWords, [`ai-${units.communeBinh}`]: '' }));
    assert.equal(refusalOf(await move()), 'block_wrong');
    expectOk(await write({ ...minutesWords, endedAt: '' }));
    assert.equal(refusalOf(await move()), 'block_wrong');
    // Called for 8:30; what really was counts.
    for (const times of [
      { endedAt: '8:29' },
      { beganAt: '10:00', endedAt: '9:59' },
      { endedAt: '24:00' },
      { beganAt: '9 giờ', endedAt: '11:00' },
    ])
      assert.equal(refusalOf(await write({ ...minutesWords, ...times })), 'block_wrong');
    expectOk(await write({ ...minutesWords, beganAt: '8:00', endedAt: '8:20' }));
    expectOk(await write(minutesWords));
    assert.equal(
      refusalOf(await writeMinutes(contextFor(tx, people.headOfAn), { id, version: 1, fields: minutesWords })),
      'lost_race',
    );
    assert.equal(refusalOf(await move(1)), 'lost_race');
    expectOk(await move());
    assert.equal(refusalOf(await move()), 'wrong_stage');
    assert.equal(refusalOf(await write(minutesWords)), 'wrong_stage');
    const agreed = { what: 'Việc', unit: units.communeAn, dueOn: today };
    assert.equal(
      refusalOf(await addAgreement(contextFor(tx, people.headOfAn), { id, agreementId: newId(), fields: agreed })),
      'wrong_stage',
    );
  });
  await inYear(async (tx, at) => {
    const { id } = await givenMinutes(tx, at);
    await met(tx, id, 'close');
    await assert.rejects(
      tx.updateTable('block_meeting').set({ course: 'khác' }).where('id', '=', id).execute(),
      /append_only/,
    );
  });
});

test('a meeting that has not come is not held; one called is changed and told, or called off with a reason', async () => {
  await inYear(async (tx, at) => {
    const id = await givenMeeting(tx, at);
    await met(tx, id, 'call');
    await met(tx, id, 'change', { ...meetingWords, plannedOn: '2026-07-01' });
    const step = async (move: 'hold' | 'cancel', fields = {}) =>
      moveMeeting(contextFor(tx, people.headOfAn), { id, version: await versionOf(tx, id), move, fields });
    assert.equal(refusalOf(await step('hold')), 'not_yet_held');
    assert.equal(refusalOf(await step('cancel')), 'needs');
    assert.deepEqual(
      (await meetingsAhead(tx, headOfChi, { today, daysAhead: 400 })).map(({ day }) => day),
      ['2026-07-01'],
    );
    assert.deepEqual(await meetingsAhead(tx, otherLead, { today, daysAhead: 400 }), []);
    expectOk(await step('cancel', { reason: 'Lý do mẫu' }));
    assert.deepEqual(await meetingsAhead(tx, headOfChi, { today, daysAhead: 400 }), []);
  });
});

test('nobody is called to a day that has passed; held without a call it has its minutes, and members may then know of it', async () => {
  await inYear(async (tx, at) => {
    const { id } = expectOk(
      await planMeeting(contextFor(tx, people.headOfAn), {
        id: newId(),
        ...at,
        fields: { ...meetingWords, plannedOn: '2026-06-14' },
      }),
    );
    const step = (move: 'call' | 'hold') =>
      moveMeeting(contextFor(tx, people.headOfAn), { id, version: 1, move, fields: {} });
    assert.deepEqual(await step('call'), { ok: false, refusal: { kind: 'day_over', day: '2026-06-14' } });
    assert.equal(await findMeeting(tx, people.officerOfBinh, id), undefined);
    expectOk(await step('hold'));
    assert.equal((await findMeeting(tx, people.officerOfBinh, id))?.minutes, null);
    assert.equal(await findMeeting(tx, otherLead, id), undefined);
  });
});

test('whoever leads is asked for what the block waits for, and nobody else is', async () => {
  await inYear(async (tx, at) => {
    const asked = async (actor: Person, day = today) =>
      (await blocksWaiting(tx, actor, day)).toLead.map(({ what, id, unsigned }) => [what, id, unsigned]);
    const pactId = await givenPact(tx, at);
    const meetingId = await givenMeeting(tx, at);
    assert.deepEqual(await asked(people.headOfAn, '2026-05-01'), [['open', pactId, 3]]);
    assert.deepEqual(await asked(people.headOfAn), [
      ['call', meetingId, 0],
      ['open', pactId, 3],
    ]);
    for (const actor of [otherLead, people.headOfBinh, people.appraiser, people.officerOfAn])
      assert.deepEqual(await asked(actor), []);
    await pacted(tx, pactId, 'open');
    await met(tx, meetingId, 'call');
    assert.deepEqual(await asked(blockLead), []);
    assert.deepEqual(await asked(blockLead, '2026-06-16'), [['hold', meetingId, 0]]);
    await met(tx, meetingId, 'hold');
    const heads = [people.headOfAn, people.headOfBinh, headOfChi];
    for (const [at, unitId] of [units.communeAn, units.communeBinh, units.wardChi].entries())
      expectOk(await signing(tx, pactId, unitId, heads[at] ?? headOfChi));
    assert.deepEqual(await asked(blockLead), [
      ['minutes', meetingId, 0],
      ['close', pactId, 0],
    ]);
  });
});

test('what was agreed is for a member of the block, until a day after the meeting; carried out it is said once', async () => {
  await inYear(async (tx, at) => {
    const { id, agreementId } = await givenMinutes(tx, at);
    const add = (fields: Readonly<Record<string, string>>) =>
      addAgreement(contextFor(tx, people.headOfAn), { id, agreementId: newId(), fields });
    assert.equal(refusalOf(await add({ what: 'Việc', unit: units.department, dueOn: '2026-06-30' })), 'block_wrong');
    assert.equal(refusalOf(await add({ what: 'Việc', unit: units.communeAn, dueOn: '2026-06-01' })), 'block_wrong');
    const extra = newId();
    expectOk(
      await addAgreement(contextFor(tx, people.headOfAn), {
        id,
        agreementId: extra,
        fields: { what: 'Việc', unit: units.communeAn, dueOn: '2026-07-30' },
      }),
    );
    assert.equal(refusalOf(await dropAgreement(contextFor(tx, headOfChi), { id, agreementId: extra })), 'not_yours');
    expectOk(await dropAgreement(contextFor(tx, people.headOfAn), { id, agreementId: extra }));
    assert.equal(
      refusalOf(await dropAgreement(contextFor(tx, people.headOfAn), { id, agreementId: extra })),
      'not_there',
    );
    await met(tx, id, 'close');
    assert.deepEqual(
      (await blocksWaiting(tx, people.officerOfBinh, '2026-06-20')).agreed.map(({ what }) => what),
      ['Việc mẫu'],
    );
    assert.deepEqual((await blocksWaiting(tx, headOfChi, '2026-06-20')).agreed, []);
    const report = (actor: Person, note = 'Đã làm') =>
      reportAgreement(contextFor(tx, actor), { id, agreementId, version: 1, fields: { note } });
    assert.equal(refusalOf(await report(headOfChi)), 'not_yours');
    assert.equal(refusalOf(await report(people.officerOfBinh, ' ')), 'block_wrong');
    expectOk(await report(people.officerOfBinh));
    assert.equal(refusalOf(await report(people.officerOfBinh)), 'lost_race');
    const seen = await meetingSeen(tx, people.nobody, id);
    assert.deepEqual([seen?.outcomes[agreementId]?.note, seen?.outcomes[agreementId]?.mayReport], ['Đã làm', false]);
    await assert.rejects(
      tx.updateTable('block_agreement').set({ what: 'khác' }).where('id', '=', agreementId).execute(),
      /append_only/,
    );
  });
});

test('papers of a meeting are read by whoever may know of it, and hung by the lead until the minutes are closed', async () => {
  await inYear(async (tx, at) => {
    const id = await givenMeeting(tx, at);
    assert.equal(refusalOf(await attachToMeeting(contextFor(tx, headOfChi), { id, file: paper })), 'not_there');
    expectOk(await attachToMeeting(contextFor(tx, people.headOfAn), { id, file: paper }));
    const [hung] = await tx.selectFrom('attachment').select('id').where('subject_id', '=', id).execute();
    assert.equal(await findBlockPaper(tx, headOfChi, hung?.id ?? ''), undefined);
    await met(tx, id, 'call');
    assert.equal((await findBlockPaper(tx, headOfChi, hung?.id ?? ''))?.name, paper.name);
    assert.equal(await findBlockPaper(tx, otherLead, hung?.id ?? ''), undefined);
  });
});

test('the list says of each block no more than its reader may know', async () => {
  await inYear(async (tx, at) => {
    const id = await givenMeeting(tx, at);
    const lineFor = async (person: Person) =>
      (await listBlocks(tx, person, { year: 2026, today })).find(({ code }) => code === 'cum-mau');
    assert.deepEqual([(await lineFor(people.headOfAn))?.meeting?.id, (await lineFor(headOfChi))?.meeting], [id, null]);
    await met(tx, id, 'call');
    assert.deepEqual([(await lineFor(headOfChi))?.isOwn, (await lineFor(headOfChi))?.meeting?.id], [true, id]);
    assert.deepEqual([(await lineFor(otherLead))?.isOwn, (await lineFor(otherLead))?.meeting], [false, null]);
  });
});
