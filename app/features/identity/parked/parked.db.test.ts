import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RouterContextProvider } from 'react-router';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import type { Actor, Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import { edgeContext } from '../../../platform/http.server.ts';
import { hashPassword } from '../password/password-hash.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { signIn } from '../sign-in/sign-in.server.ts';
import { sweepExpired } from '../sweep.server.ts';
import { keepTypedText } from './middleware.server.ts';
import { findParked } from './parked.server.ts';

const password = 'bốn từ chẳng liên quan';
let desk: Desk;

before(async () => {
  desk = await openDesk();
  const hash = await hashPassword(password);
  await desk.services.db.updateTable('account').set({ password_hash: hash }).execute();
});
after(() => desk.leave());

async function sessionOf(person: Person): Promise<string> {
  const username = `mau-${Number(person.personId.slice(-12))}`;
  const done = expectOk(await signIn(desk.edge(), { username, password }, { agent: null, oldToken: undefined }));
  return done.token;
}

type Sending = { readonly cookies?: string; readonly fields?: Record<string, string>; readonly as?: Actor };

async function send(path: string, { cookies = '', fields = { note: 'ba dòng\nđã gõ' }, as }: Sending = {}) {
  const body = new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  const headers = { ...type, cookie: cookies };
  const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body });
  const context = new RouterContextProvider();
  const { actor } = await actorOfRequest(desk.services, request);
  context.set(edgeContext, desk.edge(as ?? actor));
  return keepTypedText({ request, context }, async () => new Response('done'));
}

const parkedToken = (response: Response) => /dang-do=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];

test('what was typed when the session had run out is there after signing in again, for its writer only', async () => {
  const session = await sessionOf(people.officerOfAn);
  desk.wait(20);
  const response = await send('/nhap-so-lieu?ky=2026', { cookies: `phien=${session}` });
  assert.equal(response.status, 303);
  assert.match(response.headers.get('location') ?? '', /^\/dang-nhap\?toi=%2Fnhap-so-lieu%3Fky%3D2026/);
  const token = parkedToken(response) ?? '';
  assert.equal(await findParked(desk.services, people.officerOfBinh, token), undefined);
  assert.deepEqual(await findParked(desk.services, people.officerOfAn, token), {
    path: '/nhap-so-lieu?ky=2026',
    fields: [['note', 'ba dòng\nđã gõ']],
  });
});

test('sent again at its address it is done with; another form leaves it', async () => {
  const session = await sessionOf(people.headOfAn);
  desk.wait(20);
  const token = parkedToken(await send('/nhap-so-lieu', { cookies: `phien=${session}` })) ?? '';
  const cookies = `phien=${await sessionOf(people.headOfAn)}; dang-do=${token}`;
  await send('/tin-nhan', { cookies });
  assert.ok(await findParked(desk.services, people.headOfAn, token));
  const again = await send('/nhap-so-lieu', { cookies });
  assert.match(again.headers.get('set-cookie') ?? '', /dang-do=;.*Max-Age=0/);
  assert.equal(await findParked(desk.services, people.headOfAn, token), undefined);
});

test('a browser that lost its session altogether has half an hour, and the first to sign in gets it', async () => {
  const token = parkedToken(await send('/nhap-so-lieu')) ?? '';
  assert.ok(await findParked(desk.services, people.auditor, token));
  assert.equal(await findParked(desk.services, people.headOfAn, token), undefined);
  const late = parkedToken(await send('/nhap-so-lieu')) ?? '';
  desk.wait(30);
  assert.equal(await findParked(desk.services, people.auditor, late), undefined);
});

test('passwords, codes and the pages of signing in are never kept', async () => {
  const withSecret = await send('/x', { fields: { newPassword: 'bí mật', code: '123456', note: 'giữ' } });
  const kept = await findParked(desk.services, people.auditor, parkedToken(withSecret) ?? '');
  assert.deepEqual(kept?.fields, [['note', 'giữ']]);
  for (const path of ['/lay-y-kien/abc', '/dang-nhap', '/tai-khoan/mat-khau', '/loi-moi/abc']) {
    assert.equal(await (await send(path)).text(), 'done');
  }
  assert.equal(parkedToken(await send('/x', { fields: { password: 'bí mật' } })), undefined);
});

test('text is sealed at rest, gone after a day, and swept away', async () => {
  const session = await sessionOf(people.auditor);
  desk.wait(20);
  const token = parkedToken(await send('/nhap-so-lieu', { cookies: `phien=${session}` })) ?? '';
  const rows = await desk.services.db.selectFrom('parked_form').select(['body_sealed', 'token_hash']).execute();
  assert.ok(rows.every((row) => !row.body_sealed.includes('ba dòng') && !row.token_hash.includes(token)));
  desk.wait(24 * 60);
  assert.equal(await findParked(desk.services, people.auditor, token), undefined);
  await sweepExpired(desk.services.db, desk.services.clock());
  assert.deepEqual(await desk.services.db.selectFrom('parked_form').select('id').execute(), []);
});

test('whoever is signed in is not stopped', async () => {
  const cookies = `phien=${await sessionOf(people.officerOfBinh)}`;
  assert.equal(await (await send('/nhap-so-lieu', { cookies })).text(), 'done');
});
