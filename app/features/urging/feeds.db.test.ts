import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { Desk } from '../../../tests/desk.ts';
import { openDesk } from '../../../tests/desk.ts';
import { move, opened, write } from '../../../tests/rounds.ts';
import { people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { feedAnswer } from './feed-answer.server.ts';
import { makeFeed, ownFeeds, withdrawFeed } from './feeds.server.ts';

async function inDesk(body: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk();
  try {
    await desk.services.db.transaction().execute(opened);
    await body(desk);
  } finally {
    await desk.leave();
  }
}

const made = async (desk: Desk, person: Person, unitId: string | null = null) =>
  expectOk(await act(desk.edge(person), (context) => makeFeed(context, person, unitId)));

/** As a calendar reads it. */
async function read(desk: Desk, token: string) {
  const answer = await feedAnswer(desk.services, { token, address: '192.0.2.1' });
  if (answer.kind !== 'feed') return answer.kind;
  const events = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const event = new ICAL.Event(component);
    const status = component.getFirstPropertyValue('status');
    return [
      event.summary,
      event.startDate.toString(),
      event.startDate.isDate,
      status,
      event.sequence,
      event.uid,
    ] as const;
  });
}
const told = (events: Awaited<ReturnType<typeof read>>) =>
  typeof events === 'string' ? events : events.map((event) => event.slice(0, 5));

const report = 'Gửi báo cáo: Báo cáo tháng 5';

test('a calendar holds own duties as whole days with numbers that stay; done, they are cancelled', () =>
  inDesk(async (desk) => {
    const token = await made(desk, people.officerOfAn);
    const first = await read(desk, token);
    assert.deepEqual(told(first), [[report, '2026-06-22', true, 'CONFIRMED', 0]]);
    assert.deepEqual(await read(desk, token), first);
    await desk.services.db.transaction().execute(async (tx) => {
      const { id } = await tx.selectFrom('reporting_round').select('id').executeTakeFirstOrThrow();
      await tx.updateTable('reporting_round').set({ due_on: '2026-06-23' }).where('id', '=', id).execute();
    });
    const moved = await read(desk, token);
    assert.deepEqual(told(moved), [[report, '2026-06-23', true, 'CONFIRMED', 1]]);
    await desk.services.db.transaction().execute(async (tx) => {
      const { id } = await tx.selectFrom('reporting_round').select('id').executeTakeFirstOrThrow();
      expectOk(await write(tx, people.headOfAn, id, 0));
      expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    });
    const done = await read(desk, token);
    assert.deepEqual(told(done), [['Đã thực hiện hoặc không còn', '2026-06-23', true, 'CANCELLED', 2]]);
    assert.ok(typeof done !== 'string' && typeof first !== 'string' && done[0]?.[5] === first[0]?.[5]);
  }));

test('it opens what its person may know at that moment; nothing once they left, are disabled, or work there no more', () =>
  inDesk(async (desk) => {
    const { db } = desk.services;
    const ofUnit = await made(desk, people.headOfAn, units.communeAn);
    const own = await made(desk, people.headOfAn);
    assert.deepEqual(told(await read(desk, ofUnit)), [[report, '2026-06-22', true, 'CONFIRMED', 0]]);
    assert.deepEqual(told(await read(desk, own)), []);
    const ended = { valid_until: '2026-06-15' };
    await db.updateTable('role_holding').set(ended).where('person_id', '=', people.headOfAn.personId).execute();
    assert.equal(await read(desk, ofUnit), 'not_there');
    await db
      .updateTable('account')
      .set({ state: 'disabled' })
      .where('person_id', '=', people.headOfAn.personId)
      .execute();
    assert.equal(await read(desk, own), 'not_there');
    assert.equal(await read(desk, 'khong-co'), 'not_there');
  }));

test('whoever calls for reports has the rounds in their calendar', () =>
  inDesk(async (desk) => {
    const token = await made(desk, people.appraiser);
    assert.deepEqual(told(await read(desk, token)), [
      ['Hạn gửi báo cáo của các đơn vị: Báo cáo tháng 5', '2026-06-22', true, 'CONFIRMED', 0],
    ]);
  }));

test('an address is made anew or withdrawn by its owner alone; the former one opens nothing', () =>
  inDesk(async (desk) => {
    const first = await made(desk, people.officerOfAn);
    const second = await made(desk, people.officerOfAn);
    assert.equal(await read(desk, first), 'not_there');
    assert.notEqual(await read(desk, second), 'not_there');
    const [feed] = await ownFeeds(desk.services.db, people.officerOfAn);
    const withdraw = (by: Person) => act(desk.edge(by), (context) => withdrawFeed(context, by, feed?.id ?? ''));
    const others = await withdraw(people.officerOfBinh);
    assert.equal(!others.ok && others.refusal.kind, 'not_there');
    const foreign = await act(desk.edge(people.officerOfBinh), (context) =>
      makeFeed(context, people.officerOfBinh, units.communeAn),
    );
    assert.equal(!foreign.ok && foreign.refusal.kind, 'not_there');
    const token: Person = { ...people.officerOfAn, scopes: ['pledges:read'] };
    const byToken = await act(desk.edge(token), (context) => makeFeed(context, token, null));
    assert.equal(!byToken.ok && byToken.refusal.kind, 'not_allowed');
    expectOk(await withdraw(people.officerOfAn));
    expectOk(await withdraw(people.officerOfAn));
    assert.equal(await read(desk, second), 'not_there');
    const kept = await desk.services.db.selectFrom('calendar_feed').select('token_hash').execute();
    assert.ok(kept.every(({ token_hash }) => !token_hash.toString('utf8').includes(second)));
  }));

test('who asks too often is told to wait', () =>
  inDesk(async (desk) => {
    const token = await made(desk, people.officerOfAn);
    const answers = [];
    for (let at = 0; at < 62; at += 1) answers.push(await read(desk, token));
    assert.equal(answers.at(-1), 'too_many');
    assert.notEqual(answers[10], 'too_many');
  }));
