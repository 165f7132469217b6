import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import { expectOk } from '../../../kernel/result.ts';
import { ensureFirstAdministrator, firstUsername } from '../first-administrator.server.ts';
import { newLinkFor } from '../rescue.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { signIn } from '../sign-in/sign-in.server.ts';
import { findInvitation } from './invitation.server.ts';
import { acceptInvitation, changePassword } from './set-password.server.ts';

const good = 'năm con cá vàng';
const browser = { agent: null, oldToken: undefined };
const username = 'mau-12';
let desk: Desk;

before(async () => {
  desk = await openDesk();
});
after(() => desk.leave());

const linkToken = async () => expectOk(await newLinkFor(desk.services, { username })).replace('/loi-moi/', '');
const requestWith = (token: string) => new Request('http://localhost/', { headers: { cookie: `phien=${token}` } });
const accept = (token: string, password = good, again = password) =>
  acceptInvitation(desk.edge(), token, { password, again }, browser);

test('a link sets the password once and signs its holder in', async () => {
  const token = await linkToken();
  const done = expectOk(await accept(token));
  assert.equal(done.kind, 'signed_in');
  const { actor } = await actorOfRequest(desk.services, requestWith(done.token));
  assert.deepEqual(actor, people.nobody);
  assert.deepEqual(await accept(token), { ok: false, refusal: { kind: 'not_there' } });
  assert.equal((await signIn(desk.edge(), { username, password: good }, browser)).ok, true);
});

test('of two people with one link, one sets the password', async () => {
  const token = await linkToken();
  const results = await Promise.all([accept(token), accept(token, 'sáu con chim xanh')]);
  assert.equal(results.filter((result) => result.ok).length, 1);
});

test('a refused password leaves the link usable, and says which rule it broke', async () => {
  const token = await linkToken();
  const faults = [];
  for (const [first, again] of [
    ['ngắn', 'ngắn'],
    ['Matkhau@2026', 'Matkhau@2026'],
    [good, 'khác hẳn lần đầu'],
  ] as const) {
    const result = await accept(token, first, again);
    faults.push(!result.ok && result.refusal.kind === 'bad_password' ? result.refusal.fault : result);
  }
  assert.deepEqual(faults, ['too_short', 'common', 'not_same']);
  assert.equal((await accept(token)).ok, true);
});

test('a new link takes the place of the old, and 72 hours are its life', async () => {
  const first = await linkToken();
  const second = await linkToken();
  assert.equal(await findInvitation(desk.services.db, first, desk.services.clock()), undefined);
  assert.equal((await findInvitation(desk.services.db, second, desk.services.clock()))?.username, username);
  desk.wait(72 * 60);
  assert.equal(await findInvitation(desk.services.db, second, desk.services.clock()), undefined);
});

test('a changed password ends the other sessions and keeps the one it was changed in', async () => {
  expectOk(await accept(await linkToken()));
  const one = expectOk(await signIn(desk.edge(), { username, password: good }, browser)).token;
  const other = expectOk(await signIn(desk.edge(), { username, password: good }, browser)).token;
  const { session } = await actorOfRequest(desk.services, requestWith(one));
  const change = (current: string) =>
    changePassword(desk.edge(people.nobody), people.nobody, {
      current,
      password: 'bảy con mèo tam thể',
      again: 'bảy con mèo tam thể',
      keepSessionId: session?.id ?? '',
    });
  assert.deepEqual(await change('sai'), { ok: false, refusal: { kind: 'wrong_password' } });
  expectOk(await change(good));
  assert.equal((await actorOfRequest(desk.services, requestWith(one))).actor.kind, 'person');
  assert.equal((await actorOfRequest(desk.services, requestWith(other))).actor.kind, 'stranger');
});

test('the first start makes one administrator at the top, with a link, and the second start none', async () => {
  const empty = await openDesk();
  await empty.database.owner.deleteFrom('role_holding').execute();
  await empty.database.owner.deleteFrom('account').execute();
  const path = await ensureFirstAdministrator(empty.services);
  assert.match(path ?? '', /^\/loi-moi\/[\w-]{43}$/);
  assert.equal(await ensureFirstAdministrator(empty.services), undefined);
  const done = expectOk(
    await acceptInvitation(empty.edge(), path?.slice(9) ?? '', { password: good, again: good }, browser),
  );
  assert.equal(done.kind === 'signed_in' && done.needsSecondFactor, true);
  assert.equal((await signIn(empty.edge(), { username: firstUsername, password: good }, browser)).ok, true);
  await empty.leave();
});
