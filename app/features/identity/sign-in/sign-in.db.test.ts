import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import { expectOk } from '../../../kernel/result.ts';
import { hashPassword } from '../password/password-hash.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { signOut } from '../session/sign-out.server.ts';
import { signIn } from './sign-in.server.ts';

const password = 'bốn từ chẳng liên quan';
const browser = { agent: 'test', oldToken: undefined };
let desk: Desk;

before(async () => {
  desk = await openDesk();
  const hash = await hashPassword(password);
  await desk.services.db.updateTable('account').set({ password_hash: hash }).execute();
});
after(() => desk.leave());

const usernameOf = (person: { readonly personId: string }) => `mau-${Number(person.personId.slice(-12))}`;
const requestWith = (token: string) => new Request('http://localhost/', { headers: { cookie: `phien=${token}` } });

async function tokenFor(person: (typeof people)['nobody']): Promise<string> {
  const result = expectOk(await signIn(desk.edge(), { username: usernameOf(person), password }, browser));
  assert.equal(result.kind, 'signed_in');
  return result.token;
}

test('the right name and password begin a session that carries the person with their roles', async () => {
  const asking = await actorOfRequest(desk.services, requestWith(await tokenFor(people.headOfAn)));
  assert.deepEqual(asking.actor, people.headOfAn);
});

test('an administrator without a second factor acts without the role', async () => {
  const asking = await actorOfRequest(desk.services, requestWith(await tokenFor(people.administrator)));
  assert.deepEqual(asking.actor, { ...people.administrator, holdings: [], asleep: ['administrator'] });
  assert.equal(asking.session?.needsSecondFactor, true);
});

test('an unknown name, a wrong password, a lock and a disabled account get one and the same answer', async () => {
  const accountId = people.officerOfBinh.accountId;
  const db = desk.services.db;
  await db.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
  const lock = { locked_until: new Date(desk.services.clock().getTime() + 60_000) };
  await db.updateTable('account').set(lock).where('id', '=', people.headOfBinh.accountId).execute();
  const attempts = [
    { username: 'khong-ai', password },
    { username: usernameOf(people.headOfAn), password: 'sai' },
    { username: usernameOf(people.headOfBinh), password },
    { username: usernameOf(people.officerOfBinh), password },
  ];
  const answers = [];
  for (const attempt of attempts) answers.push(await signIn(desk.edge(), attempt, browser));
  assert.deepEqual(answers, Array(4).fill({ ok: false, refusal: { kind: 'sign_in_refused' } }));
});

test('an unknown name costs as much work as a known one', async () => {
  // Of the processor, by every thread: what else the machine does makes it no longer.
  const workOf = async (username: string) => {
    const before = process.cpuUsage();
    await signIn(desk.edge(), { username, password: 'sai' }, browser);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    known.push(await workOf(usernameOf(people.nobody)));
    unknown.push(await workOf('khong-ai-ca'));
  }
  const share = Math.min(...unknown) / Math.min(...known);
  assert.ok(share > 0.5 && share < 2, `the cheapest answers stand as ${share} to 1`);
});

test('five wrong passwords lock the account, also when they come at once, and time opens it again', async () => {
  const username = usernameOf(people.auditor);
  const guess = () => signIn(desk.edge(), { username, password: 'sai' }, browser);
  await Promise.all(Array.from({ length: 5 }, guess));
  const locked = await signIn(desk.edge(), { username, password }, browser);
  assert.deepEqual(locked, { ok: false, refusal: { kind: 'sign_in_refused' } });
  desk.wait(15);
  assert.equal((await signIn(desk.edge(), { username, password }, browser)).ok, true);
  const entries = await desk.services.db
    .selectFrom('record_entry')
    .select('kind')
    .where('subject_id', '=', people.auditor.accountId)
    .where('kind', '=', 'account.locked')
    .execute();
  assert.equal(entries.length, 1);
});

test('one address cannot go on guessing names', async () => {
  const edge = desk.edge();
  const answers = [];
  for (let i = 0; i < 42; i += 1) answers.push(await signIn(edge, { username: `ten-${i}`, password: 'sai' }, browser));
  const last = answers.at(-1);
  assert.ok(last && !last.ok && last.refusal.kind === 'too_many');
});

test('a session ends when idle, after twelve hours, and when its person signs out', async () => {
  const idle = requestWith(await tokenFor(people.officerOfAn));
  desk.wait(14);
  assert.equal((await actorOfRequest(desk.services, idle)).actor.kind, 'person');
  desk.wait(14);
  assert.equal((await actorOfRequest(desk.services, idle)).actor.kind, 'person');
  desk.wait(15);
  assert.equal((await actorOfRequest(desk.services, idle)).actor.kind, 'stranger');

  const long = requestWith(await tokenFor(people.officerOfAn));
  for (let minutes = 0; minutes < 12 * 60; minutes += 10) {
    assert.equal((await actorOfRequest(desk.services, long)).actor.kind, 'person');
    desk.wait(10);
  }
  assert.equal((await actorOfRequest(desk.services, long)).actor.kind, 'stranger');

  const token = await tokenFor(people.officerOfAn);
  await signOut(desk.edge(people.officerOfAn), token);
  assert.equal((await actorOfRequest(desk.services, requestWith(token))).actor.kind, 'stranger');
});

test('an administrator is idle after five minutes', async () => {
  const request = requestWith(await tokenFor(people.administratorOfAn));
  desk.wait(4);
  assert.equal((await actorOfRequest(desk.services, request)).actor.kind, 'person');
  desk.wait(5);
  assert.equal((await actorOfRequest(desk.services, request)).actor.kind, 'stranger');
});

test('signing in again ends the session the browser carried', async () => {
  const oldToken = await tokenFor(people.appraiser);
  const again = { username: usernameOf(people.appraiser), password };
  expectOk(await signIn(desk.edge(), again, { agent: null, oldToken }));
  assert.equal((await actorOfRequest(desk.services, requestWith(oldToken))).actor.kind, 'stranger');
});

test('a disabled account loses its session at once', async () => {
  const request = requestWith(await tokenFor(people.decidingAuthority));
  const { accountId } = people.decidingAuthority;
  await desk.services.db.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
  assert.equal((await actorOfRequest(desk.services, request)).actor.kind, 'stranger');
});

test('no token stands in the database as it was given out', async () => {
  const token = await tokenFor(people.nobody);
  const rows = await desk.services.db.selectFrom('session').selectAll().execute();
  assert.ok(rows.every((row) => !JSON.stringify(row).includes(token)));
});
