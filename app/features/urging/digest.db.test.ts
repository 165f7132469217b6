import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Desk } from '../../../tests/desk.ts';
import { openDesk } from '../../../tests/desk.ts';
import { at, move, opened, write } from '../../../tests/rounds.ts';
import { people, system } from '../../../tests/world.ts';
import { expectOk, ok } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { followEntries } from '../messages/messages.server.ts';
import { newId } from '../../platform/id.server.ts';
import { chooseDigest } from './choice.server.ts';
import { makeDigest, runDigest } from './digest.server.ts';

/** A round due on Monday 22 June 2026 that expects three communes; on that day's clock unless said otherwise. */
async function onDay<Value>(day: string, body: (desk: Desk) => Promise<Value>): Promise<Value> {
  const desk = await openDesk();
  try {
    await desk.services.db.transaction().execute(opened);
    goTo(desk, day);
    return await body(desk);
  } finally {
    await desk.leave();
  }
}

function goTo({ services, wait }: Desk, day: string): void {
  wait((at(day, '00:30').getTime() - services.clock().getTime()) / 60_000);
}

const job = ({ edge }: Desk) => ({ ...edge(system), via: 'job' as const });

/** Does what the jobs ask for; a job that ran is not run again. */
async function follow(desk: Desk, from = 0): Promise<void> {
  for (const { kind, data } of desk.sent.slice(from))
    if (kind === 'message.follow')
      await act(job(desk), async (context) =>
        ok(await followEntries(context, desk.services, (data['entryIds'] ?? '').split(' '))),
      );
}

/** As if that day had been told in full. */
async function finished({ services }: Desk, day: string): Promise<void> {
  await services.db
    .insertInto('digest_day')
    .values({ day, finished_at: at(day) })
    .execute();
}

async function heard({ services }: Desk) {
  const { rows } = await sql<{ name: string; why: string; count: number }>`
    select p.full_name as name, m.facts ->> 'why' as why, (m.facts ->> 'count')::int as count
    from message m join person p on p.id = m.person_id where m.facts ->> 'about' = 'duties'
    order by m.created_at, why, p.full_name collate "vi-x-icu"`.execute(services.db);
  return rows.map(({ name, why, count }) => [name, why, count]);
}

async function giveAddress({ services }: Desk): Promise<void> {
  for (const person of [people.officerOfAn, people.officerOfBinh])
    await services.db
      .updateTable('person')
      .set({ email_sealed: services.seal.seal('person.email', `${person.personId.slice(-2)}@mau.vn`) })
      .where('id', '=', person.personId)
      .execute();
}

async function letters({ services }: Desk) {
  const rows = await services.db.selectFrom('outgoing_mail').select(['subject', 'body_sealed']).orderBy('id').execute();
  return rows.map(({ subject, body_sealed }) => ({ subject, text: services.seal.open('mail.body', body_sealed) }));
}

test('on a step whoever has something due is told once, with all that presses; the same day again nobody is', () =>
  onDay('2026-06-22', async (desk) => {
    await giveAddress(desk);
    assert.equal(await runDigest(job(desk)), 2);
    assert.equal(await runDigest(job(desk)), 0);
    await follow(desk);
    await follow(desk);
    assert.deepEqual(await heard(desk), [
      ['Người Mẫu An Một', 'digest', 1],
      ['Người Mẫu Bình Một', 'digest', 1],
    ]);
    const [first] = await letters(desk);
    assert.equal(first?.subject, 'Việc cần làm sắp đến hạn');
    assert.match(first?.text ?? '', /Gửi báo cáo: Báo cáo tháng 5 \(Xã Mẫu An\): hạn 22\/06\/2026, hạn hôm nay/);
  }));

test('between steps, on days off and before anything is near nobody is told', async () => {
  for (const day of ['2026-06-18', '2026-06-21', '2026-06-20'])
    assert.equal(await onDay(day, (desk) => runDigest(job(desk))), 0, day);
  await onDay('2026-06-22', async (desk) => {
    const holiday = { day: '2026-06-22', name: 'Nghỉ mẫu', effect: 'day_off' };
    await desk.services.db.insertInto('holiday').values(holiday).execute();
    assert.equal(await runDigest(job(desk)), 0);
  });
});

test('stopped in the middle and run again, each has one', () =>
  onDay('2026-06-22', async (desk) => {
    await act(job(desk), async (context) => ok(await makeDigest(context, people.officerOfAn.personId)));
    assert.equal(await runDigest(job(desk)), 1);
    await follow(desk);
    assert.deepEqual(
      (await heard(desk)).map(([name]) => name),
      ['Người Mẫu An Một', 'Người Mẫu Bình Một'],
    );
  }));

test('steps of days on which the product stood still are told once on the next, to whoever was not told then', async () => {
  // Wednesday 24 June is between steps; the last day that was told in full decides what is made up for.
  await onDay('2026-06-24', async (desk) => {
    await finished(desk, '2026-06-18');
    assert.equal(await runDigest(job(desk)), 2);
    assert.equal(await runDigest(job(desk)), 0);
    await follow(desk);
    assert.deepEqual(
      (await heard(desk)).map(([name]) => name),
      ['Người Mẫu An Một', 'Người Mẫu Bình Một'],
    );
  });
  await onDay('2026-06-24', async (desk) => {
    await finished(desk, '2026-06-23');
    assert.equal(await runDigest(job(desk)), 0);
  });
  await onDay('2026-06-24', async (desk) => {
    await finished(desk, '2026-06-22');
    const told = { id: newId(), person_id: people.officerOfAn.personId, day: '2026-06-23', made_at: at('2026-06-23') };
    await desk.services.db.insertInto('digest').values(told).execute();
    assert.equal(await runDigest(job(desk)), 1);
  });
});

test('what is fulfilled before the message is written is not in it; with nothing left there is none', () =>
  onDay('2026-06-22', async (desk) => {
    await runDigest(job(desk));
    await desk.services.db.transaction().execute(async (tx) => {
      const { id } = await tx.selectFrom('reporting_round').select('id').executeTakeFirstOrThrow();
      expectOk(await write(tx, people.headOfAn, id, 0));
      expectOk(await move(tx, [people.headOfAn, at('2026-06-22')], id, 1, 'sign'));
    });
    await follow(desk);
    assert.deepEqual(
      (await heard(desk)).map(([name]) => name),
      ['Người Mẫu Bình Một'],
    );
  }));

test('whoever wants no mail still has the message; where the province forbids the choice it is refused', () =>
  onDay('2026-06-22', async (desk) => {
    await giveAddress(desk);
    const choose = (byMail: boolean) =>
      act(desk.edge(people.officerOfAn), (context) => chooseDigest(context, people.officerOfAn, byMail));
    expectOk(await choose(false));
    expectOk(await choose(false));
    await runDigest(job(desk));
    await follow(desk);
    assert.deepEqual([(await heard(desk)).length, (await letters(desk)).length], [2, 1]);
    const setting = { key: 'digest_opt_out', value: 'false', version: 1, updated_at: at('2026-06-22') };
    await desk.services.db.insertInto('setting').values(setting).execute();
    const refused = await choose(true);
    assert.equal(!refused.ok && refused.refusal.kind, 'no_choice');
    const other = await act(desk.edge(people.officerOfBinh), (context) =>
      chooseDigest(context, people.officerOfAn, true),
    );
    assert.equal(!other.ok && other.refusal.kind, 'not_allowed');
  }));

test('what stays late goes to the head, then to the appraising body, once each; a head who owns it is not told twice', () =>
  onDay('2026-06-25', async (desk) => {
    await desk.services.db.transaction().execute(async (tx) => {
      // Of Bình the head alone is left: it is the head's own.
      await tx
        .updateTable('person')
        .set({ is_active: false })
        .where('id', '=', people.officerOfBinh.personId)
        .execute();
    });
    await runDigest(job(desk));
    await follow(desk);
    assert.deepEqual(await heard(desk), [
      ['Người Mẫu An Một', 'digest', 1],
      ['Người Mẫu Bình Hai', 'digest', 1],
      ['Người Mẫu An Hai', 'head', 1],
    ]);
    const before = desk.sent.length;
    await finished(desk, '2026-06-30');
    goTo(desk, '2026-07-01');
    await runDigest(job(desk));
    await follow(desk, before);
    const after = desk.sent.length;
    goTo(desk, '2026-07-02');
    await runDigest(job(desk));
    await follow(desk, after);
    assert.deepEqual((await heard(desk)).slice(3), [['Người Mẫu Thẩm Định', 'appraiser', 3]]);
    // Fulfilled, it is closed.
    await desk.services.db.transaction().execute(async (tx) => {
      const { id } = await tx.selectFrom('reporting_round').select('id').executeTakeFirstOrThrow();
      expectOk(await write(tx, people.headOfAn, id, 0));
      expectOk(await move(tx, [people.headOfAn, at('2026-07-02')], id, 1, 'sign'));
    });
    goTo(desk, '2026-07-03');
    await runDigest(job(desk));
    const open = await desk.services.db
      .selectFrom('escalation')
      .select('level')
      .where('closed_at', 'is', null)
      .orderBy('level')
      .execute();
    assert.deepEqual(
      open.map(({ level }) => level),
      ['appraiser', 'appraiser'],
    );
  }));
