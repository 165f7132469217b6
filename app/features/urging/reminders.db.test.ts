import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../../../tests/database.ts';
import { openDesk } from '../../../tests/desk.ts';
import { at, inWorld, move, opened, refusalOf, write } from '../../../tests/rounds.ts';
import { dutiesOf, follow, merge, messagesOf } from '../../../tests/urging.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, frozen, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { createDatabase } from '../../platform/db.server.ts';
import { newId } from '../../platform/id.server.ts';
import { reportsOwedBy } from '../rounds/waiting.server.ts';
import type { DutyKind } from './duty.ts';
import { dutiesAtDeskOf } from './gather.server.ts';
import type { GivenName } from './naming.ts';
import { nameOwners, namingPage } from './naming.server.ts';
import { sendReminder } from './reminders.server.ts';

const late = at('2026-06-25');
const day = '2026-06-25';

test('what a unit owes in a round is a duty with its day and who answers, and goes when the report is sent', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const seen = async (when: string) =>
      (await dutiesOf(tx, people.appraiser, { kind: 'report', day: when })).map((duty) => [
        duty.unit.code,
        duty.state,
        duty.daysLeft,
        duty.owners.map(({ name }) => name),
        duty.way,
      ]);
    assert.deepEqual(await seen(day), [
      ['mau-chi', 'late', -3, [], 'nobody'],
      ['mau-an', 'late', -3, ['Người Mẫu An Một'], 'officer'],
      ['mau-binh', 'late', -3, ['Người Mẫu Bình Một'], 'officer'],
    ]);
    expectOk(await write(tx, people.headOfAn, id, 0));
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    assert.deepEqual(
      (await seen(day)).map(([code]) => code),
      ['mau-chi', 'mau-binh'],
    );
    expectOk(await move(tx, [people.appraiser], id, 2, 'return', 'Thiếu bảng'));
    const [back] = (await seen(day)).filter(([code]) => code === 'mau-an');
    assert.deepEqual(back?.slice(0, 3), ['mau-an', 'unset', null]);
  });
});

const seen: readonly (readonly [string, Actor, readonly string[]])[] = [
  ['a stranger', stranger, []],
  ['a person without a role', people.nobody, []],
  ['the officer of An', people.officerOfAn, ['mau-an']],
  ['the head of Bình', people.headOfBinh, ['mau-binh']],
  ['the administrator', people.administrator, []],
  ['the auditor', people.auditor, ['mau-an', 'mau-binh', 'mau-chi']],
  ['a token', { ...people.officerOfAn, scopes: ['pledges:read'] }, []],
];
for (const [who, actor, codes] of seen) {
  test(`${who} knows exactly of the duties of units within reach`, async () => {
    await inWorld(async (tx) => {
      await opened(tx);
      const reports = (await dutiesOf(tx, actor, { kind: 'report' })).map(({ unit }) => unit.code);
      assert.deepEqual(reports.toSorted(), codes);
    });
  });
}

test('a reminder reaches whoever answers, once a day for each duty, and is recorded', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const duties = await dutiesOf(tx, people.appraiser, { kind: 'report', day });
    const keys = duties.map(({ key }) => key);
    const context = contextFor(tx, people.appraiser, late);
    const id = newId();
    assert.deepEqual(expectOk(await sendReminder(context, { id, keys })), { sent: 2, already: 0 });
    await follow(tx, context);
    await follow(tx, context);
    assert.deepEqual(
      (await messagesOf(tx)).map(({ who, facts }) => [who, facts.why, facts.count, facts.late]),
      [
        [people.officerOfAn.personId, 'reminder', 1, 1],
        [people.officerOfBinh.personId, 'reminder', 1, 1],
      ],
    );
    // The same form again is the same reminder; another one the same day tells when it was sent.
    assert.deepEqual(expectOk(await sendReminder(contextFor(tx, people.appraiser, late), { id, keys })), {
      sent: 2,
      already: 0,
    });
    const again = await sendReminder(contextFor(tx, people.appraiser, at(day, '08:00')), { id: newId(), keys });
    assert.deepEqual(!again.ok && again.refusal, { kind: 'already_sent', at: late });
    const next = await sendReminder(contextFor(tx, people.appraiser, at('2026-06-26')), { id: newId(), keys });
    assert.deepEqual(expectOk(next), { sent: 2, already: 0 });
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'reminder.sent').length, 2);
  });
});

test('what is fulfilled between the press and the sending is left out', async () => {
  await inWorld(async (tx) => {
    const round = await opened(tx);
    const keys = (await dutiesOf(tx, people.appraiser, { kind: 'report', day })).map(({ key }) => key);
    const context = contextFor(tx, people.appraiser, late);
    expectOk(await sendReminder(context, { id: newId(), keys }));
    expectOk(await write(tx, people.headOfAn, round, 0));
    expectOk(await move(tx, [people.headOfAn], round, 1, 'sign'));
    await follow(tx, context);
    assert.deepEqual(
      (await messagesOf(tx)).map(({ who }) => who),
      [people.officerOfBinh.personId],
    );
    const gone = await sendReminder(contextFor(tx, people.appraiser, at('2026-06-26')), {
      id: newId(),
      keys: keys.filter((key) => key.endsWith(units.communeAn)),
    });
    assert.equal(refusalOf(gone), 'nothing_owed');
  });
});

test('the appraising body reminds all, a head only those of their own; nobody else, and nobody of what is not theirs to know', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const all = (await dutiesOf(tx, people.appraiser, { kind: 'report', day })).map(({ key }) => key);
    const of = (unit: string) => all.filter((key) => key.endsWith(unit));
    const send = async (by: Actor, keys: readonly string[]) =>
      refusalOf(await sendReminder(contextFor(tx, by, late), { id: newId(), keys }));
    assert.equal(await send(people.officerOfAn, of(units.communeAn)), 'not_allowed');
    assert.equal(await send(people.auditor, all), 'not_allowed');
    assert.equal(await send(people.headOfAn, of(units.communeBinh)), 'nothing_owed');
    assert.equal(await send(people.nobody, all), 'nothing_owed');
    assert.equal(await send(people.appraiser, ['report:x:không phải mã']), 'nothing_owed');
    assert.equal(await send(people.appraiser, of(units.wardChi)), 'nobody_to_tell');
    assert.equal(await send(people.headOfAn, of(units.communeAn)), null);
  });
});

test('a duty of a unit merged mid-way is answered for by those who took over', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    await merge(tx, units.wardChi, units.communeAn, '2026-06-14');
    await merge(tx, units.communeAn, units.communeBinh, '2026-06-15');
    const owed = await dutiesOf(tx, people.headOfBinh, { kind: 'report', day });
    // Over two mergers in a row too: at the desk, on the list, and as who answers.
    const [further] = owed.filter(({ unitId }) => unitId === units.wardChi);
    assert.deepEqual(
      [further?.unit.successors, further?.owners.map(({ name }) => name)],
      [['Xã Mẫu An'], ['Người Mẫu Bình Một']],
    );
    const desk = await dutiesAtDeskOf(tx, people.headOfBinh, { today: day });
    assert.ok(desk.some(({ key }) => key === further?.key));
    const reports = (await reportsOwedBy(tx, people.headOfBinh)).map(({ unitCode }) => unitCode);
    assert.deepEqual(reports.toSorted(), ['mau-an', 'mau-binh', 'mau-chi']);
    const [duty] = owed.filter(({ unitId }) => unitId === units.communeAn);
    assert.deepEqual(
      [duty?.unit.isActive, duty?.unit.successors, duty?.owners.map(({ name }) => name)],
      [false, ['Xã Mẫu Bình'], ['Người Mẫu Bình Một']],
    );
    const sent = await sendReminder(contextFor(tx, people.appraiser, late), { id: newId(), keys: [duty?.key ?? ''] });
    assert.deepEqual(expectOk(sent), { sent: 1, already: 0 });
  });
});

test('a head names who answers, for a kind or for one duty; the next of two is told', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const [duty] = await dutiesOf(tx, people.headOfAn, { kind: 'report' });
    const kind = 'report' as const;
    const give = (by: Actor, personId: string | null, version: number, key: string | null = null) =>
      nameOwners(contextFor(tx, by), { unitId: units.communeAn, names: [{ kind, key, personId, version }] });
    const head = people.headOfAn.personId;
    for (const by of [people.officerOfAn, people.appraiser])
      assert.equal(refusalOf(await give(by, head, 0)), 'not_allowed');
    assert.equal(refusalOf(await give(people.headOfBinh, head, 0)), 'not_there');
    const problems = async (given: ReturnType<typeof give>) => {
      const result = await given;
      return !result.ok && result.refusal.kind === 'naming_wrong' && result.refusal.problems;
    };
    assert.deepEqual(await problems(give(people.headOfAn, people.officerOfBinh.personId, 0)), [
      { place: 'report', problem: 'not_staff' },
    ]);
    expectOk(await give(people.headOfAn, head, 0));
    assert.deepEqual(await problems(give(people.headOfAn, null, 0)), [{ place: 'report', problem: 'lost_race' }]);
    expectOk(await give(people.headOfAn, head, 1));
    const context = contextFor(tx, people.headOfAn);
    const names = [{ kind, key: duty?.key ?? '', version: 0, personId: people.officerOfAn.personId }];
    expectOk(await nameOwners(context, { unitId: units.communeAn, names }));
    await follow(tx, context);
    assert.deepEqual(
      (await messagesOf(tx)).map(({ who, link }) => [who, link]),
      [[people.officerOfAn.personId, duty?.href]],
    );
    const way = async () => (await dutiesOf(tx, people.headOfAn, { kind })).map((one) => [one.way, one.lapsed]);
    assert.deepEqual(await way(), [['named', null]]);
    // The officer leaves: it falls back to whoever is named for the kind, and the page says so.
    await tx.updateTable('person').set({ is_active: false }).where('id', '=', people.officerOfAn.personId).execute();
    assert.deepEqual(await way(), [['named_for_kind', 'Người Mẫu An Một']]);
    const page = await namingPage(tx, people.headOfAn, { code: 'mau-an', today: '2026-06-15' });
    assert.deepEqual(
      page?.namings.map(({ isLapsed }) => isLapsed),
      [false, true],
    );
  });
});

test('many are named at once, all or none: what is wrong is told at its place and nothing is kept', async () => {
  const desk = await openDesk();
  try {
    const name = (kind: DutyKind, personId: string, version = 0) => ({ kind, key: null, personId, version });
    const give = (...names: readonly GivenName[]) =>
      act(desk.edge(people.headOfAn), (context) => nameOwners(context, { unitId: units.communeAn, names }));
    const kept = () => desk.services.db.selectFrom('duty_owner').select(['kind', 'version']).orderBy('kind').execute();
    const [officer, head] = [people.officerOfAn.personId, people.headOfAn.personId];
    const wrong = await give(
      name('report', officer),
      name('plan', people.officerOfBinh.personId),
      name('task', head, 7),
    );
    assert.deepEqual(!wrong.ok && wrong.refusal, {
      kind: 'naming_wrong',
      problems: [
        { place: 'plan', problem: 'not_staff' },
        { place: 'task', problem: 'lost_race' },
      ],
    });
    assert.deepEqual(await kept(), []);
    expectOk(await give(name('report', officer), name('plan', head)));
    assert.deepEqual(await kept(), [
      { kind: 'plan', version: 1 },
      { kind: 'report', version: 1 },
    ]);
    expectOk(await give());
  } finally {
    await desk.leave();
  }
});

test('of two who remind of one duty at once, one does; one form sent twice at once is one reminder', async () => {
  const { db, appUrl, drop } = await freshDatabase();
  const keys = await db.transaction().execute(async (tx) => {
    await insertValuesWorld(tx);
    await opened(tx);
    return (await dutiesOf(tx, people.headOfAn, { kind: 'report', day })).map(({ key }) => key);
  });
  const app = createDatabase(frozen(appUrl));
  const send = (id = newId(), at0 = late) =>
    app
      .transaction()
      .execute(
        async (tx) => refusalOf(await sendReminder(contextFor(tx, people.appraiser, at0), { id, keys })) ?? 'sent',
      );
  assert.deepEqual((await Promise.all([send(), send()])).toSorted(), ['already_sent', 'sent']);
  const [id, next] = [newId(), at('2026-06-26')];
  assert.deepEqual(await Promise.all([send(id, next), send(id, next)]), ['sent', 'sent']);
  await app.destroy();
  await drop();
});
