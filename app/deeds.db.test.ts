/** A deed that comes again: done once, answered alike, nobody else's, and no success where it is none. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RouterContextProvider } from 'react-router';
import { openDesk } from '../tests/desk.ts';
import type { Desk } from '../tests/desk.ts';
import { people } from '../tests/world.ts';
import { answerDeed, isDeed } from './deeds.server.ts';
import type { Actor, Person } from './kernel/actor.ts';
import { stranger } from './kernel/actor.ts';
import { deedHeaders } from './kernel/deed.ts';
import type { Refusal, Result } from './kernel/result.ts';
import { notThere, ok, refuse } from './kernel/result.ts';
import type { Command, Context } from './platform/command.server.ts';
import { act } from './platform/command.server.ts';
import { sweepDeeds } from './platform/deed.server.ts';
import { edgeContext, edgeOf } from './platform/http.server.ts';
import { newId } from './platform/id.server.ts';

let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.leave());

const officer = people.officerOfAn;
const path = '/bao-cao/x';
let days = 0;

/** Adds one more row of this name each time it is done, and answers with how many there are. */
const adding =
  (name: string) =>
  async ({ tx }: Context): Promise<Result<{ count: number }>> => {
    const day = new Date(Date.UTC(2030, 0, (days += 1))).toISOString().slice(0, 10);
    await tx.insertInto('holiday').values({ day, name, effect: 'day_off' }).execute();
    const rows = await tx.selectFrom('holiday').select('day').where('name', '=', name).execute();
    return ok({ count: rows.length });
  };
const countOf = async (name: string) =>
  (await desk.database.owner.selectFrom('holiday').select('day').where('name', '=', name).execute()).length;

const doAs = (person: Person, key: string, command: Command<{ count: number }, Refusal>, at = path) =>
  act({ ...desk.edge(person), deed: { key, accountId: person.accountId, path: at } }, command);

test('the same key is done once and answered alike, also at once', async () => {
  const key = newId();
  const answers = await Promise.all([1, 2, 3].map(() => doAs(officer, key, adding('một lần'))));
  answers.push(await doAs(officer, key, adding('một lần')));
  assert.deepEqual(
    answers,
    answers.map(() => ok({ count: 1 })),
  );
  assert.equal(await countOf('một lần'), 1);
});

test('the key of another person, or on another page, is another deed', async () => {
  const key = newId();
  await doAs(officer, key, adding('ba việc'));
  await doAs(people.officerOfBinh, key, adding('ba việc'));
  await doAs(officer, key, adding('ba việc'), '/nhap-so-lieu');
  assert.equal(await countOf('ba việc'), 3);
});

test('a refusal and a fault leave nothing behind: the next sending is decided anew', async () => {
  const key = newId();
  assert.deepEqual(await doAs(officer, key, async () => refuse(notThere)), refuse(notThere));
  const broken = doAs(officer, key, async (context) => {
    await adding('làm lại')(context);
    throw new Error('the machine stops between the change and the commit');
  });
  await assert.rejects(broken);
  assert.deepEqual(await doAs(officer, key, adding('làm lại')), ok({ count: 1 }));
  assert.deepEqual(await doAs(officer, key, async () => refuse(notThere)), ok({ count: 1 }));
});

test('one key, one command: a second one in the same request is a fault, not a silent nothing', async () => {
  const edge = { ...desk.edge(officer), deed: { key: newId(), accountId: officer.accountId, path } };
  await act(edge, adding('hai lệnh'));
  await assert.rejects(act(edge, adding('hai lệnh')), /second command/);
});

test('keys are forgotten after ninety days, not before', async () => {
  const { db } = desk.services;
  const key = newId();
  await doAs(officer, key, adding('lâu'));
  const later = (after: number) => new Date(desk.services.clock().getTime() + after * 86_400_000);
  await sweepDeeds(db, later(89));
  await doAs(officer, key, adding('lâu'));
  assert.equal(await countOf('lâu'), 1);
  await sweepDeeds(db, later(91));
  assert.deepEqual(await db.selectFrom('deed').select('key').execute(), []);
});

type Sending = { readonly as?: Actor; readonly key?: string; readonly account?: string };

async function send(page: (actor: Actor) => Response, { as = officer, key = newId(), account }: Sending = {}) {
  const headers = { [deedHeaders.key]: key, [deedHeaders.account]: account ?? officer.accountId };
  const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams() });
  assert.ok(isDeed(request));
  const context = new RouterContextProvider();
  context.set(edgeContext, desk.edge(as));
  const answer = await answerDeed(request, context, async () => page(edgeOf({ context }).actor));
  return [answer.status, await answer.json()] as const;
}
const going = (to: string) => () => new Response(null, { status: 302, headers: { Location: to } });
const drawn = (status: number) => () => new Response('<html>trang</html>', { status });

test('what the page answers is said as JSON; the way to sign-in is no success', async () => {
  assert.deepEqual(await send(going('/bao-cao/x?da=change')), [200, { kind: 'done', to: '/bao-cao/x?da=change' }]);
  assert.deepEqual(await send(going('/dang-nhap?toi=x')), [401, { kind: 'sign_in' }]);
  for (const status of [403, 404, 409, 422])
    assert.deepEqual(await send(drawn(status)), [status, { kind: 'refused', page: '<html>trang</html>' }]);
  for (const status of [500, 503, 507]) assert.deepEqual(await send(drawn(status)), [status, { kind: 'fault' }]);
});

test('nobody, another person and a broken key are stopped before anything is done', async () => {
  const never = () => assert.fail('it came through');
  assert.deepEqual(await send(never, { as: stranger }), [401, { kind: 'sign_in' }]);
  assert.deepEqual(await send(never, { as: people.officerOfBinh }), [403, { kind: 'other_person' }]);
  assert.deepEqual(await send(never, { key: 'không phải khóa' }).catch(() => 'no header'), 'no header');
  assert.deepEqual(await send(never, { key: 'x' }), [400, { kind: 'fault' }]);
});
