/** Against a real provider (oidc-provider) on this machine: its pages are filled in as a browser would. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import type { Actor, Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { comeBack, setOut, unlink } from './outside.server.ts';

const publicUrl = 'http://localhost:39999';
const browser = { agent: null, oldToken: undefined };
let desk: Desk;
let byName: Desk;
let provider: Server;

type Provider = { readonly callback: () => RequestListener };
type ProviderClass = new (issuer: string, options: object) => Provider;

async function startProvider(): Promise<string> {
  provider = createServer();
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const { default: Provider } = (await import('oidc-provider' as string)) as { readonly default: ProviderClass };
  const claims = (login: string) => ({
    sub: login,
    preferred_username: login,
    email: `${login}@vi-du.invalid`,
    email_verified: true,
  });
  const oidc = new Provider(issuer, {
    clients: [
      { client_id: 'thi-dua', client_secret: 'bi-mat', redirect_uris: [`${publicUrl}/dang-nhap/lien-thong/ve`] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    findAccount: (_context: unknown, login: string) => ({ accountId: login, claims: () => claims(login) }),
    pkce: { required: () => true },
    cookies: { keys: ['khoa'] },
  });
  provider.on('request', oidc.callback());
  return issuer;
}

before(async () => {
  const issuer = await startProvider();
  const env = {
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'thi-dua',
    OIDC_CLIENT_SECRET: 'bi-mat',
  };
  desk = await openDesk(env);
  byName = await openDesk({ ...env, OIDC_LINK_BY: 'username' });
});
after(async () => {
  provider.close();
  provider.closeAllConnections();
  await desk.leave();
  await byName.leave();
});

/** Goes to the provider, signs in there, consents, and brings back the query it returns with. */
async function visit(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let next: { readonly url: string; readonly body?: string } = { url };
  for (let hop = 0; hop < 15; hop += 1) {
    if (next.url.startsWith(publicUrl)) return new URL(next.url).search;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(next.body && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const sent = { redirect: 'manual', headers, ...(next.body && { method: 'POST', body: next.body }) } as const;
    const response: Response = await fetch(next.url, sent);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const to = response.headers.get('location');
    next = to ? { url: new URL(to, next.url).href } : fillIn(await response.text(), next.url, login);
  }
  throw new Error('the provider never came back');
}

function fillIn(html: string, url: string, login: string) {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return { url: new URL(action, url).href, body: new URLSearchParams({ prompt, login, password: 'x' }).toString() };
}

async function travel(at: Desk, login: string, { as, linkTo }: { as?: Actor; linkTo?: string } = {}) {
  const out = expectOk(await setOut(at.edge(), { to: '/tin-nhan', ...(linkTo && { linkTo }) }));
  const query = await visit(out.url, login);
  const back = await comeBack(at.edge(as), { query, stepToken: out.token }, browser);
  return { back, query, token: out.token };
}

const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
const usernameOf = (person: Person) => `mau-${Number(person.personId.slice(-12))}`;
const requestWith = (token: string) => new Request('http://localhost/', { headers: { cookie: `phien=${token}` } });
const many = async (at: Desk) => (await at.services.db.selectFrom('account').select('id').execute()).length;

test('an identity that is linked to nothing leads nowhere and makes no account', async () => {
  const before = await many(desk);
  assert.equal(refusalOf((await travel(desk, usernameOf(people.headOfAn))).back), 'outside_unknown');
  assert.equal(await many(desk), before);
});

test('an identity its person has linked signs in, and comes back to the page that was wanted', async () => {
  const { accountId } = people.officerOfAn;
  const linked = await travel(desk, 'ai-do', { as: people.officerOfAn, linkTo: accountId });
  assert.deepEqual(expectOk(linked.back), { kind: 'linked' });
  const back = expectOk((await travel(desk, 'ai-do')).back);
  assert.ok(back.kind === 'entered' && back.outcome.kind === 'signed_in' && back.to === '/tin-nhan');
  const { actor } = await actorOfRequest(desk.services, requestWith(back.outcome.token));
  assert.deepEqual(actor, people.officerOfAn);
});

test('the way back works once, in the browser that set out, and only for who set out to link', async () => {
  const first = await travel(desk, 'ai-do');
  assert.equal(first.back.ok, true);
  const again = await comeBack(desk.edge(), { query: first.query, stepToken: first.token }, browser);
  assert.equal(refusalOf(again), 'step_gone');
  const other = await comeBack(desk.edge(), { query: first.query, stepToken: undefined }, browser);
  assert.equal(refusalOf(other), 'step_gone');
  const stolen = await travel(desk, 'ke-khac', { as: people.headOfBinh, linkTo: people.headOfAn.accountId });
  assert.equal(refusalOf(stolen.back), 'step_gone');
});

test('an answer made for another request is refused', async () => {
  const one = expectOk(await setOut(desk.edge(), { to: '/' }));
  const two = expectOk(await setOut(desk.edge(), { to: '/' }));
  const query = await visit(one.url, 'ai-do');
  assert.equal(refusalOf(await comeBack(desk.edge(), { query, stepToken: two.token }, browser)), 'outside_failed');
});

test('one identity opens one account, and one account has one identity', async () => {
  const { accountId } = people.headOfAn;
  const taken = await travel(desk, 'ai-do', { as: people.headOfAn, linkTo: accountId });
  assert.equal(refusalOf(taken.back), 'outside_taken');
  const second = await travel(desk, 'nguoi-hai', { as: people.officerOfAn, linkTo: people.officerOfAn.accountId });
  assert.equal(refusalOf(second.back), 'outside_taken');
});

test('a link that was taken off leads nowhere', async () => {
  const { accountId } = people.auditor;
  expectOk((await travel(desk, 'kiem-soat', { as: people.auditor, linkTo: accountId })).back);
  await unlink(desk.edge(people.auditor), people.auditor);
  assert.equal(refusalOf((await travel(desk, 'kiem-soat')).back), 'outside_unknown');
});

test('a second factor is asked for after a linked identity too, and a disabled account stays shut', async () => {
  const { accountId } = people.officerOfAn;
  const { db } = desk.services;
  await db.updateTable('account').set({ totp_confirmed_at: new Date() }).where('id', '=', accountId).execute();
  const back = expectOk((await travel(desk, 'ai-do')).back);
  assert.equal(back.kind === 'entered' && back.outcome.kind, 'second_step');
  await db.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
  assert.equal(refusalOf((await travel(desk, 'ai-do')).back), 'outside_unknown');
});

test('by configuration the name finds the account at the first sign-in, and is linked from then on', async () => {
  const back = expectOk((await travel(byName, usernameOf(people.headOfBinh))).back);
  assert.equal(back.kind === 'entered' && back.outcome.kind, 'signed_in');
  const links = await byName.services.db.selectFrom('outside_identity').select(['subject', 'account_id']).execute();
  assert.deepEqual(links, [{ subject: usernameOf(people.headOfBinh), account_id: people.headOfBinh.accountId }]);
  assert.equal(refusalOf((await travel(byName, 'khong-co-ten-nay')).back), 'outside_unknown');
});
