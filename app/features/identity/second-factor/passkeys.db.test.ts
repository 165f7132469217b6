/** With an authenticator made here: real keys, real signatures, the bytes a device would send. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { after, before, test } from 'node:test';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import { hashPassword } from '../password/password-hash.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { signIn } from '../sign-in/sign-in.server.ts';
import {
  addPasskey,
  beginPasskey,
  challengePasskey,
  ownPasskeys,
  removePasskey,
  signInByPasskey,
} from './passkeys.server.ts';

const origin = 'https://thi-dua.vi-du.invalid';
const password = 'bốn từ chẳng liên quan';
const browser = { agent: null, oldToken: undefined };
let desk: Desk;

before(async () => {
  desk = await openDesk({ PUBLIC_URL: origin });
  const hash = await hashPassword(password);
  await desk.services.db.updateTable('account').set({ password_hash: hash }).execute();
});
after(() => desk.leave());

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

type Device = { readonly id: Buffer; readonly key: KeyObject; readonly cose: Uint8Array; counter: number };

function newDevice(): Device {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return { id: Buffer.from(sha256(x)), key: privateKey, cose: isoCBOR.encode(cose), counter: 0 };
}

type Saying = { readonly origin?: string; readonly host?: string; readonly isVerified?: boolean };

function authenticatorData(
  device: Device,
  { host, isVerified = true }: Saying,
  credential: Uint8Array = Buffer.alloc(0),
) {
  device.counter += 1;
  const flags = 1 | (isVerified ? 4 : 0) | (credential.length > 0 ? 64 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(device.counter);
  return Buffer.concat([sha256(host ?? new URL(origin).hostname), Buffer.from([flags]), counter, credential]);
}

const clientData = (type: string, challenge: string, saying: Saying) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: saying.origin ?? origin, crossOrigin: false }));

const challengeIn = (options: string) => (JSON.parse(options) as { readonly challenge: string }).challenge;

function register(device: Device, options: string, saying: Saying = {}): string {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(device.id.length);
  const credential = Buffer.concat([Buffer.alloc(16), length, device.id, device.cose]);
  const authData = new Uint8Array(authenticatorData(device, saying, credential));
  const attestation = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ]);
  const response = {
    clientDataJSON: base64url(clientData('webauthn.create', challengeIn(options), saying)),
    attestationObject: base64url(isoCBOR.encode(attestation as never)),
    transports: ['internal'],
  };
  const id = base64url(device.id);
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
}

function answer(device: Device, options: string, saying: Saying = {}): string {
  const client = clientData('webauthn.get', challengeIn(options), saying);
  const data = authenticatorData(device, saying);
  const signature = sign('sha256', Buffer.concat([data, sha256(client)]), device.key);
  const response = {
    clientDataJSON: base64url(client),
    authenticatorData: base64url(data),
    signature: base64url(signature),
  };
  const id = base64url(device.id);
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
}

const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
const requestWith = (token: string) => new Request(origin, { headers: { cookie: `__Host-phien=${token}` } });

async function add(person: Person, device: Device, saying: Saying = {}) {
  const edge = desk.edge(person);
  const { options, step } = await beginPasskey(edge, person);
  const response = register(device, options, saying);
  return addPasskey(edge, person, { step, response, name: 'Máy mẫu', sessionId: undefined });
}

async function enter(device: Device, saying: Saying = {}) {
  const { options, step } = await challengePasskey(desk.edge());
  return signInByPasskey(desk.edge(), { step, response: answer(device, options, saying) }, browser);
}

test('a passkey signs in alone, and wakes an administrator’s role', async () => {
  const device = newDevice();
  expectOk(await add(people.administrator, device));
  const done = expectOk(await enter(device));
  const { actor, session } = await actorOfRequest(desk.services, requestWith(done.token));
  assert.deepEqual(actor, people.administrator);
  assert.equal(session?.needsSecondFactor, false);
});

test('with a passkey on the account, the password alone begins no session', async () => {
  expectOk(await add(people.headOfAn, newDevice()));
  const typed = { username: 'mau-8', password };
  assert.equal(expectOk(await signIn(desk.edge(), typed, browser)).kind, 'second_step');
});

test('an answer is refused from another site, without its owner, from a stranger’s key, or given twice', async () => {
  const device = newDevice();
  expectOk(await add(people.officerOfAn, device));
  assert.equal(refusalOf(await enter(device, { origin: 'https://gia-mao.invalid' })), 'passkey_failed');
  assert.equal(refusalOf(await enter(device, { host: 'gia-mao.invalid' })), 'passkey_failed');
  assert.equal(refusalOf(await enter(device, { isVerified: false })), 'passkey_failed');
  assert.equal(refusalOf(await enter({ ...newDevice(), id: device.id })), 'passkey_failed');
  assert.equal(refusalOf(await enter(newDevice())), 'passkey_failed');
  const { options, step } = await challengePasskey(desk.edge());
  const response = answer(device, options);
  assert.equal(refusalOf(await signInByPasskey(desk.edge(), { step, response }, browser)), 'ok');
  assert.equal(refusalOf(await signInByPasskey(desk.edge(), { step, response }, browser)), 'passkey_failed');
});

test('a lock for wrong passwords does not shut out a passkey, a disabled account does', async () => {
  const device = newDevice();
  expectOk(await add(people.indicatorOwner, device));
  const { db, clock } = desk.services;
  const set = (row: object) =>
    db.updateTable('account').set(row).where('id', '=', people.indicatorOwner.accountId).execute();
  await set({ locked_until: new Date(clock().getTime() + 60_000) });
  assert.equal(refusalOf(await enter(device)), 'ok');
  await set({ state: 'disabled' });
  assert.equal(refusalOf(await enter(device)), 'passkey_failed');
});

test('a copied device is noticed by its counter', async () => {
  const device = newDevice();
  expectOk(await add(people.officerOfBinh, device));
  const copy = { ...device };
  expectOk(await enter(device));
  expectOk(await enter(device));
  assert.equal(refusalOf(await enter(copy)), 'passkey_failed');
});

test('adding is refused from another site, for another person’s challenge, and of a key that is there already', async () => {
  assert.equal(
    refusalOf(await add(people.auditor, newDevice(), { origin: 'https://gia-mao.invalid' })),
    'passkey_failed',
  );
  assert.equal(refusalOf(await add(people.auditor, newDevice(), { isVerified: false })), 'passkey_failed');
  const { options, step } = await beginPasskey(desk.edge(people.auditor), people.auditor);
  const stolen = { step, response: register(newDevice(), options), name: '', sessionId: undefined };
  assert.equal(refusalOf(await addPasskey(desk.edge(people.appraiser), people.appraiser, stolen)), 'passkey_failed');
  const device = newDevice();
  expectOk(await add(people.auditor, device));
  assert.equal(refusalOf(await add(people.appraiser, device)), 'passkey_failed');
  const nonsense = { step, response: '{"id":1}', name: '', sessionId: undefined };
  assert.equal(refusalOf(await addPasskey(desk.edge(people.auditor), people.auditor, nonsense)), 'passkey_failed');
});

test('a removed passkey opens nothing; only its owner removes it; an administrator keeps the last factor', async () => {
  const device = newDevice();
  expectOk(await add(people.headOfBinh, device));
  const [own] = await ownPasskeys(desk.services.db, people.headOfBinh);
  const remove = (by: Person, id: string) => act(desk.edge(by), (context) => removePasskey(context, by, id));
  assert.equal(refusalOf(await remove(people.officerOfBinh, own?.id ?? '')), 'not_there');
  assert.equal(refusalOf(await remove(people.headOfBinh, own?.id ?? '')), 'ok');
  assert.equal(refusalOf(await enter(device)), 'passkey_failed');
  const [last] = await ownPasskeys(desk.services.db, people.administrator);
  assert.equal(refusalOf(await remove(people.administrator, last?.id ?? '')), 'factor_needed_by_administrator');
});
