import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import { actorOfToken, createApiToken, ownTokens, revokeApiToken } from './api-tokens.server.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.leave());

const wanted = { name: 'Phần mềm mẫu', scopes: ['actuals:read', 'actuals:write'], days: 30 };
const make = (actor: Person, change: object = {}) =>
  act(desk.edge(actor), (context) => createApiToken(context, actor, { ...wanted, ...change }));
const revoke = (actor: Person, id: string) => act(desk.edge(actor), (context) => revokeApiToken(context, actor, id));
const ownOf = (actor: Person) => ownTokens(desk.services.db, actor, desk.services.clock());

test('a token acts as its person within its scopes, until it runs out', async () => {
  const token = expectOk(await make(people.officerOfAn));
  const scopes = ['actuals:read', 'actuals:write'];
  assert.deepEqual(await actorOfToken(desk.services, token), { ...people.officerOfAn, scopes });
  assert.equal(await actorOfToken(desk.services, `${token}x`), undefined);
  desk.wait(30 * 24 * 60);
  assert.equal(await actorOfToken(desk.services, token), undefined);
});

test('a token does not carry administration, and cannot make tokens', async () => {
  const token = expectOk(await make(people.administrator));
  const actor = await actorOfToken(desk.services, token);
  assert.deepEqual(actor?.holdings, []);
  const result = await make(actor ?? people.nobody);
  assert.equal(!result.ok && result.refusal.kind, 'not_allowed');
});

test('a revoked token opens nothing; only its owner revokes it, and twice is once', async () => {
  const token = expectOk(await make(people.headOfAn));
  const [own] = await ownOf(people.headOfAn);
  const id = own?.id ?? '';
  const byOther = await revoke(people.officerOfAn, id);
  assert.deepEqual(byOther, { ok: false, refusal: { kind: 'not_there' } });
  assert.ok(await actorOfToken(desk.services, token));
  expectOk(await revoke(people.headOfAn, id));
  expectOk(await revoke(people.headOfAn, id));
  assert.equal(await actorOfToken(desk.services, token), undefined);
  assert.deepEqual(await ownOf(people.headOfAn), []);
  const entries = await desk.services.db
    .selectFrom('record_entry')
    .select('kind')
    .where('kind', '=', 'api_token.revoked')
    .execute();
  assert.equal(entries.length, 1);
});

test('a token goes with its account', async () => {
  const token = expectOk(await make(people.officerOfBinh));
  const { accountId } = people.officerOfBinh;
  await desk.services.db.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
  assert.equal(await actorOfToken(desk.services, token), undefined);
});

test('a list of tokens holds one’s own only', async () => {
  expectOk(await make(people.headOfBinh));
  assert.deepEqual(
    (await ownOf(people.headOfBinh)).map((own) => own.name),
    [wanted.name],
  );
  assert.deepEqual(await ownOf(people.auditor), []);
});

test('a token must say what it is for, what it may do and for how long', async () => {
  const faults = [];
  for (const change of [{ name: ' ' }, { scopes: [] }, { scopes: ['everything'] }, { days: 4000 }]) {
    const result = await make(people.auditor, change);
    faults.push(!result.ok && result.refusal.kind === 'bad_token' && result.refusal.fault);
  }
  assert.deepEqual(faults, ['name', 'scopes', 'scopes', 'days']);
});
