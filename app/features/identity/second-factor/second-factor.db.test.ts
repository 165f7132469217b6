import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { openDesk } from '../../../../tests/desk.ts';
import type { Desk } from '../../../../tests/desk.ts';
import { people } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import { hashPassword } from '../password/password-hash.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { signIn } from '../sign-in/sign-in.server.ts';
import { beginTotp, confirmTotp, removeTotp } from './enrol.server.ts';
import { giveSecondFactor } from './second-step.server.ts';

const password = 'bốn từ chẳng liên quan';
const browser = { agent: null, oldToken: undefined };
let desk: Desk;

before(async () => {
  desk = await openDesk();
  const hash = await hashPassword(password);
  await desk.services.db.updateTable('account').set({ password_hash: hash }).execute();
});
after(() => desk.leave());

const usernameOf = (person: Person) => `mau-${Number(person.personId.slice(-12))}`;
const requestWith = (token: string) => new Request('http://localhost/', { headers: { cookie: `phien=${token}` } });
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.services.clock().getTime() });
const start = async (person: Person) =>
  expectOk(await signIn(desk.edge(), { username: usernameOf(person), password }, browser));
const give = (stepToken: string, code: string) => giveSecondFactor(desk.edge(), { stepToken, code }, browser);
const refusalOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

async function enrol(person: Person, sessionId?: string) {
  const edge = desk.edge(person);
  const secret = expectOk(await act(edge, (context) => beginTotp(context, desk.services.seal, person)));
  const given = { actor: person, code: codeOf(secret), sessionId };
  const codes = expectOk(await act(edge, (context) => confirmTotp(context, desk.services.seal, given)));
  desk.wait(1);
  return { secret, codes };
}

test('an administrator who enrols in a session has the role in that session from then on', async () => {
  const { token } = await start(people.administrator);
  const { actor, session } = await actorOfRequest(desk.services, requestWith(token));
  assert.deepEqual(actor.kind === 'person' && actor.holdings, []);
  await enrol(people.administrator, session?.id);
  assert.deepEqual((await actorOfRequest(desk.services, requestWith(token))).actor, people.administrator);
});

test('with a second factor, the password alone begins no session', async () => {
  const { secret } = await enrol(people.headOfAn);
  const step = await start(people.headOfAn);
  assert.equal(step.kind, 'second_step');
  assert.equal((await actorOfRequest(desk.services, requestWith(step.token))).actor.kind, 'stranger');
  const done = expectOk(await give(step.token, codeOf(secret)));
  assert.deepEqual((await actorOfRequest(desk.services, requestWith(done.token))).actor, people.headOfAn);
});

test('a code works once: not for a second sign-in, and not for the same step again', async () => {
  const { secret } = await enrol(people.officerOfAn);
  const code = codeOf(secret);
  const first = await start(people.officerOfAn);
  const second = await start(people.officerOfAn);
  expectOk(await give(first.token, code));
  assert.equal(refusalOf(await give(second.token, code)), 'wrong_code');
  desk.wait(1);
  assert.equal(refusalOf(await give(first.token, codeOf(secret))), 'step_gone');
  assert.equal(refusalOf(await give(second.token, codeOf(secret))), 'ok');
});

test('one code at the same moment from two browsers lets one in', async () => {
  const { secret } = await enrol(people.officerOfBinh);
  const steps = [await start(people.officerOfBinh), await start(people.officerOfBinh)];
  const answers = await Promise.all(steps.map((step) => give(step.token, codeOf(secret))));
  assert.equal(answers.filter((answer) => answer.ok).length, 1);
});

test('the clock may be one step off, not two', async () => {
  const { secret } = await enrol(people.headOfBinh);
  const code = codeOf(secret);
  desk.wait(0.5);
  assert.equal(refusalOf(await give((await start(people.headOfBinh)).token, code)), 'ok');
  const late = codeOf(secret);
  desk.wait(1.5);
  assert.equal(refusalOf(await give((await start(people.headOfBinh)).token, late)), 'wrong_code');
});

test('a recovery code works once', async () => {
  const { codes } = await enrol(people.auditor);
  const code = codes[3] ?? '';
  assert.equal(refusalOf(await give((await start(people.auditor)).token, code.toUpperCase())), 'ok');
  assert.equal(refusalOf(await give((await start(people.auditor)).token, code)), 'wrong_code');
});

test('wrong codes lock the account like wrong passwords, and a step runs out', async () => {
  const { secret } = await enrol(people.appraiser);
  const step = await start(people.appraiser);
  for (let i = 0; i < 5; i += 1) assert.equal(refusalOf(await give(step.token, '000000')), 'wrong_code');
  assert.equal(refusalOf(await give(step.token, codeOf(secret))), 'step_gone');
  desk.wait(16);
  const late = await start(people.appraiser);
  desk.wait(10);
  assert.equal(refusalOf(await give(late.token, codeOf(secret))), 'step_gone');
});

test('giving the password again between wrong codes does not put off the lock', async () => {
  const { secret } = await enrol(people.officerOfDepartment);
  for (let i = 0; i < 4; i += 1)
    assert.equal(refusalOf(await give((await start(people.officerOfDepartment)).token, '000000')), 'wrong_code');
  const last = await start(people.officerOfDepartment);
  assert.equal(refusalOf(await give(last.token, '000000')), 'wrong_code');
  assert.equal(refusalOf(await give(last.token, codeOf(secret))), 'step_gone');
  const given = { username: usernameOf(people.officerOfDepartment), password };
  assert.equal(refusalOf(await signIn(desk.edge(), given, browser)), 'sign_in_refused');
});

test('a wrong first code confirms nothing, and an administrator keeps the factor', async () => {
  const person = people.administratorOfAn;
  const edge = desk.edge(person);
  const { seal } = desk.services;
  await act(edge, (context) => beginTotp(context, seal, person));
  const wrong = { actor: person, code: '123', sessionId: undefined };
  assert.equal(refusalOf(await act(edge, (context) => confirmTotp(context, seal, wrong))), 'wrong_code');
  assert.equal((await start(person)).kind, 'signed_in');
  await enrol(person);
  assert.equal(refusalOf(await act(edge, (context) => removeTotp(context, person))), 'factor_needed_by_administrator');
  assert.equal(refusalOf(await act(desk.edge(), (context) => removeTotp(context, people.headOfAn))), 'ok');
  assert.equal((await start(people.headOfAn)).kind, 'signed_in');
});
