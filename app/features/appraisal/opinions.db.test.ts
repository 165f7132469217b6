import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { concluded, givenAppraising, leaveOrder, order } from '../../../tests/appraisal.ts';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, dossierRow, insertDossierWorld } from '../../../tests/dossiers.ts';
import { contextFor, people, recorded, system, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { confirmBody, endBody, proposeBody } from './asked-bodies.server.ts';
import { runOpinionClock } from './clock.server.ts';
import { leaveAppraisal } from './leaving.server.ts';
import { findRequest, requestsOn } from './request-case.server.ts';
import { answerRequest, numberLetter } from './requests.server.ts';
import { appraisalWaiting } from './waiting.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { appraiser, officerOfAn, headOfAn, officerOfBinh, auditor, decidingAuthority, officerOfDepartment, nobody } =
  people;
const { headOfDepartment, appraiserOfAn } = dossierPeople;
const later = (day: string) => new Date(`${day}T03:00:00Z`);
/** Ten working days after the frozen Monday, 15 June 2026, and the day after that. */
const [lastDay, dayAfter] = ['2026-06-29', '2026-06-30'];

/** Sent to the department of the system and to a body outside. */
async function givenConsulting(tx: Transaction<DB>, more: Parameters<typeof givenAppraising>[1] = {}) {
  const { id, nominees } = await givenAppraising(tx, more);
  for (const nominee of nominees) await concluded(tx, id, nominee);
  const typed = { 'don-vi-them-0': units.department, 'co-quan-1': 'Cơ quan thuế mẫu' };
  expectOk(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'consult', typed)));
  const asked = await requestsOn(tx, system, id);
  const idOf = (body: string) => asked.find((one) => one.body === body)?.id ?? '';
  return { id, nominees, inside: idOf('Sở Mẫu'), outside: idOf('Cơ quan thuế mẫu') };
}

test('nobody asked and nothing to show is no consultation', async () => {
  await inWorld(async (tx) => {
    const { id } = await givenAppraising(tx);
    const order0 = await leaveOrder(tx, id, 'consult');
    assert.equal(kindOf(await leaveAppraisal(contextFor(tx, appraiser), order0)), 'nothing_to_ask');
    const twice = { 'co-quan-0': 'Thuế', 'co-quan-1': 'thuế' };
    assert.deepEqual(refusalOf(await leaveAppraisal(contextFor(tx, appraiser), { ...order0, typed: twice })), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'co-quan-0', problem: { kind: 'not_offered' } }],
    });
    assert.equal((await dossierRow(tx, id)).stage, 'appraising');
  });
});

test('a unit that is asked answers here, for a body outside its paper is entered; then the dossier goes on', async () => {
  await inWorld(async (tx) => {
    const { id, inside, outside } = await givenConsulting(tx);
    assert.deepEqual(
      (await requestsOn(tx, appraiser, id)).map((one) => [one.body, one.stage, one.dueOn]),
      [
        ['Sở Mẫu', 'waiting', lastDay],
        ['Cơ quan thuế mẫu', 'waiting', lastDay],
      ],
    );
    assert.deepEqual(
      refusalOf(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'to_council'))),
      {
        kind: 'appraisal_blocked',
        blocks: [{ kind: 'answers_awaited', bodies: ['Sở Mẫu', 'Cơ quan thuế mẫu'], dueOn: lastDay }],
      },
    );
    const answer = { id: inside, version: 1, move: 'answer', typed: { answer: 'disagree' } } as const;
    const byHead = contextFor(tx, headOfDepartment);
    assert.equal(kindOf(await answerRequest(byHead, answer)), 'appraisal_wrong');
    expectOk(await answerRequest(byHead, { ...answer, typed: { answer: 'disagree', words: 'Đang thanh tra.' } }));
    assert.deepEqual(refusalOf(await answerRequest(byHead, { ...answer, typed: { answer: 'agree' } })), {
      kind: 'lost_race',
      current: 2,
    });
    const enter = { id: outside, version: 1, move: 'enter', typed: { answer: 'agree' } } as const;
    assert.deepEqual(refusalOf(await answerRequest(contextFor(tx, appraiser), enter)), {
      kind: 'appraisal_wrong',
      problems: [
        { field: 'number', problem: { kind: 'missing' } },
        { field: 'date', problem: { kind: 'missing' } },
      ],
    });
    assert.equal(kindOf(await answerRequest(byHead, enter)), 'not_there');
    const entered = { ...enter, typed: { answer: 'agree', number: '5/CV', date: today } };
    expectOk(await answerRequest(contextFor(tx, appraiser), entered));
    expectOk(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'to_council')));
    assert.deepEqual(refusalOf(await answerRequest(byHead, { ...answer, version: 2, typed: { answer: 'agree' } })), {
      kind: 'gone_on',
      stage: 'council',
    });
  });
});

test('the unit that proposed never reads what others answered; the one asked reads its own request alone', async () => {
  await inWorld(async (tx) => {
    const { id, inside, outside } = await givenConsulting(tx);
    const reads = async (person: Person, request: string) => (await findRequest(tx, person, request)) !== undefined;
    for (const person of [appraiser, auditor, decidingAuthority]) assert.ok(await reads(person, inside), person.name);
    for (const person of [headOfDepartment, officerOfDepartment]) {
      assert.ok(await reads(person, inside), person.name);
      assert.equal(await reads(person, outside), false, person.name);
    }
    for (const person of [officerOfAn, headOfAn, officerOfBinh, nobody, appraiserOfAn]) {
      assert.equal(await reads(person, inside), false, person.name);
      assert.deepEqual(await requestsOn(tx, person, id), []);
    }
    const work = await appraisalWaiting(tx, headOfDepartment, today);
    assert.deepEqual(
      work.asked.map((one) => [one.id, one.dueOn]),
      [[inside, lastDay]],
    );
    assert.deepEqual((await appraisalWaiting(tx, headOfAn, today)).asked, []);
  });
});

test('silence is written as silence the day after the term, once; it is reminded before and on the day; late is still an answer', async () => {
  await inWorld(async (tx) => {
    const { id, inside } = await givenConsulting(tx);
    const at = (day: string) => contextFor(tx, system, later(day));
    assert.deepEqual(await runOpinionClock(at('2026-06-24')), { silent: 0, reminded: 0 });
    assert.deepEqual(await runOpinionClock(at('2026-06-25')), { silent: 0, reminded: 2 });
    assert.deepEqual(await runOpinionClock(at('2026-06-25')), { silent: 0, reminded: 0 });
    assert.deepEqual(await runOpinionClock(at(lastDay)), { silent: 0, reminded: 2 });
    assert.deepEqual(await runOpinionClock(at(dayAfter)), { silent: 2, reminded: 0 });
    assert.deepEqual(await runOpinionClock(at(dayAfter)), { silent: 0, reminded: 0 });
    const [one] = await requestsOn(tx, appraiser, id);
    assert.deepEqual([one?.stage, one?.answer], ['silent', null]);
    const late = { id: inside, version: one?.version ?? 0, move: 'answer', typed: { answer: 'agree' } } as const;
    expectOk(await answerRequest(contextFor(tx, headOfDepartment, later(dayAfter)), late));
    const context = contextFor(tx, appraiser, later(dayAfter));
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council')));
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => /silent|reminded/.test(kind));
    assert.equal(kinds.length, 6);
  });
});

test('a body that data demands is asked or waived with a reason; the data counts once a second person has confirmed it', async () => {
  await inWorld(async (tx) => {
    const byAppraiser = contextFor(tx, appraiser);
    const ruleId = newId();
    const typed = { body: 'Công an mẫu', basis: 'Quy chế mẫu', from: today, award: 'bang-khen-tinh' };
    assert.equal(kindOf(await proposeBody(contextFor(tx, headOfAn), { id: ruleId, typed })), 'not_allowed');
    expectOk(await proposeBody(byAppraiser, { id: ruleId, typed }));
    const { id, nominees } = await givenAppraising(tx);
    for (const nominee of nominees) await concluded(tx, id, nominee);
    const toCouncil = async () => leaveAppraisal(byAppraiser, await leaveOrder(tx, id, 'to_council'));
    assert.equal(kindOf(await confirmBody(byAppraiser, { id: ruleId, version: 1 })), 'same_hand');
    expectOk(await confirmBody(contextFor(tx, decidingAuthority), { id: ruleId, version: 1 }));
    assert.deepEqual(refusalOf(await toCouncil()), {
      kind: 'appraisal_blocked',
      blocks: [{ kind: 'bodies_not_asked', bodies: ['Công an mẫu'] }],
    });
    const waive = (reason: Record<string, string>) => ({ 'hoi-0': 'khong', 'co-quan-0': 'Thuế mẫu', ...reason });
    const consult = async (reason: Record<string, string>) =>
      leaveAppraisal(byAppraiser, await leaveOrder(tx, id, 'consult', waive(reason)));
    assert.deepEqual(refusalOf(await consult({})), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'ly-do-0', problem: { kind: 'missing' } }],
    });
    expectOk(await consult({ 'ly-do-0': 'Đã có ý kiến trong hồ sơ.' }));
    const [waived] = await requestsOn(tx, appraiser, id);
    assert.deepEqual([waived?.stage, waived?.waiveReason], ['waived', 'Đã có ý kiến trong hồ sơ.']);
    expectOk(await endBody(byAppraiser, { id: ruleId, version: 2, reason: 'Quy chế mẫu hết hiệu lực' }));
    assert.equal(kindOf(await endBody(byAppraiser, { id: ruleId, version: 3, reason: 'x' })), 'lost_race');
  });
});

test('the simplified procedure asks nobody and shows nothing', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx, { awardCode: order, simplified: 'b' });
    for (const nominee of nominees) await concluded(tx, id, nominee);
    expectOk(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'to_authority')));
    assert.equal((await dossierRow(tx, id)).stage, 'deciding');
  });
});

test('the letter bears the number the clerk gave it', async () => {
  await inWorld(async (tx) => {
    const { inside } = await givenConsulting(tx);
    const on = { id: inside, version: 1, typed: { number: '77/UBND', date: today } };
    assert.equal(kindOf(await numberLetter(contextFor(tx, headOfDepartment), on)), 'not_yours');
    assert.equal(kindOf(await numberLetter(contextFor(tx, appraiser), { ...on, typed: {} })), 'appraisal_wrong');
    expectOk(await numberLetter(contextFor(tx, appraiser), on));
    const row = await findRequest(tx, appraiser, inside);
    assert.deepEqual([row?.letterNumber, row?.letterDate, row?.version], ['77/UBND', today, 2]);
  });
});
