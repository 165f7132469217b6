/** A browser lost between taking and casting: another one goes on with the very same ballot, nobody gets two, and the server learns nothing. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { cast, councilDesk, openVote, secretPolls, take, voteSecretly } from '../../../tests/council-desk.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { agendaOf } from './agenda.server.ts';
import { countPolls } from './counting.server.ts';
import type { Unsigned } from './making.browser.ts';
import { finished, makeUnsigned } from './making.browser.ts';
import { annulPolls } from './polls.server.ts';
import { codeIn, keyOfCode, newCode, openSpare, sealSpare } from './spare.browser.ts';
import { keepSpares, sparesOf } from './spares.server.ts';
import { takeBallots, tellReturned } from './taking.server.ts';
import { choices } from './tally.ts';

const [one = secretary, other = secretary] = members;
const desks: CouncilDesk[] = [];
const open = async () => {
  const desk = await councilDesk([
    { name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' },
    { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
  ]);
  desks.push(desk);
  await openVote(desk);
  return desk;
};
after(async () => {
  for (const desk of desks) await desk.leave();
});
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

async function spared(desk: CouncilDesk, by: Person, sheet: readonly Unsigned[], code: string) {
  const key = await keyOfCode(code, by.accountId);
  const sealed = new Map(
    await Promise.all(sheet.map(async (each) => [each.pollId, await sealSpare(key, each)] as const)),
  );
  return act(desk.edge(by), (context) => keepSpares(context, { id: desk.sessionId, sealed }));
}

/** As a browser that has never seen them does it. */
async function goneOn(desk: CouncilDesk, by: Person, code: string) {
  const key = await keyOfCode(code, by.accountId);
  const spares = await sparesOf(desk.services.db, by, desk.sessionId);
  const opened = await Promise.all(Object.entries(spares).map(([pollId, sealed]) => openSpare(key, pollId, sealed)));
  return opened.filter((each) => each !== undefined);
}

async function castAll(desk: CouncilDesk, by: Person, sheet: readonly Unsigned[]) {
  const polls = await secretPolls(desk, by);
  const blinded = new Map(sheet.map((each) => [each.pollId, each.blinded]));
  const taken = await act(desk.edge(by), (context) =>
    takeBallots(context, { id: desk.sessionId, blinded }, desk.services.config),
  );
  if (!taken.ok) return kindOf(taken);
  for (const each of sheet) {
    const key = polls.find(({ pollId }) => pollId === each.pollId)?.key;
    assert.ok(key);
    const ballot = await finished(key, each, taken.value.signatures[each.pollId] ?? '');
    expectOk(await cast(desk, each.pollId, ballot));
  }
  return 'ok';
}

const envelopes = async (desk: CouncilDesk) =>
  (await desk.services.db.selectFrom('council_envelope').select('poll_id').execute()).length;
const sparesLeft = async (desk: CouncilDesk) =>
  (await desk.services.db.selectFrom('council_ballot_spare').select('poll_id').execute()).length;
const made = async (desk: CouncilDesk, by: Person) =>
  Promise.all((await secretPolls(desk, by)).map(({ pollId, key }) => makeUnsigned(key, pollId, 'against')));

test('a browser lost after taking: another one with the code casts the same ballots, and both together cast them once', async () => {
  const desk = await open();
  const code = newCode();
  const sheet = await made(desk, one);
  expectOk(await spared(desk, one, sheet, code));
  const blinded = new Map(sheet.map((each) => [each.pollId, each.blinded]));
  expectOk(
    await act(desk.edge(one), (context) => takeBallots(context, { id: desk.sessionId, blinded }, desk.services.config)),
  );
  const again = await goneOn(desk, one, code.toLowerCase().replaceAll('-', ' '));
  assert.deepEqual(again.map(({ serial }) => serial).toSorted(), sheet.map(({ serial }) => serial).toSorted());
  const answers = await Promise.all([castAll(desk, one, again), castAll(desk, one, sheet), castAll(desk, one, again)]);
  assert.deepEqual(answers, ['ok', 'ok', 'ok']);
  assert.equal(await envelopes(desk), 2);
  await assert.rejects(take(desk, one, 'for'), /ballot_taken/);
  expectOk(await act(desk.edge(one), (context) => tellReturned(context, desk.sessionId)));
  assert.equal(await sparesLeft(desk), 0);
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  const agenda = await agendaOf(desk.services.db, secretary, desk.sessionId);
  assert.deepEqual(
    agenda.map(({ poll }) => [poll?.taken, poll?.counts?.against, poll?.counts?.for]),
    [
      [1, 1, 0],
      [1, 1, 0],
    ],
  );
});

test('a spare of ballots that were never signed gives no second vote to whoever voted otherwise', async () => {
  const desk = await open();
  const code = newCode();
  const sheet = await made(desk, one);
  expectOk(await spared(desk, one, sheet, code));
  await voteSecretly(desk, one, 'for');
  assert.equal(await castAll(desk, one, await goneOn(desk, one, code)), 'ballot_taken');
  assert.equal(await envelopes(desk), 2);
});

test('it opens for its owner with its code alone, of its own vote', async () => {
  const desk = await open();
  const code = newCode();
  const polls = await secretPolls(desk, one);
  const sheet = await made(desk, one);
  expectOk(await spared(desk, one, sheet, code));
  assert.deepEqual(await goneOn(desk, one, newCode()), []);
  assert.deepEqual(await sparesOf(desk.services.db, other, desk.sessionId), {});
  assert.deepEqual(await sparesOf(desk.services.db, secretary, desk.sessionId), {});
  const spares = await sparesOf(desk.services.db, one, desk.sessionId);
  const [first, second] = polls.map(({ pollId }) => pollId);
  assert.ok(first && second);
  const sealed = spares[first] ?? '';
  const key = await keyOfCode(code, one.accountId);
  assert.equal(await openSpare(key, second, sealed), undefined);
  assert.equal(await openSpare(await keyOfCode(code, other.accountId), first, sealed), undefined);
  assert.ok(await openSpare(key, first, sealed));
  const keep = (more: ReadonlyMap<string, string>, by: Person = one) =>
    act(desk.edge(by), (context) => keepSpares(context, { id: desk.sessionId, sealed: more }));
  assert.equal(kindOf(await keep(new Map())), 'nothing_chosen');
  assert.equal(kindOf(await keep(new Map([[first, 'AAAA']]))), 'bad_ballot');
  assert.equal(kindOf(await keep(new Map([[first, '<script>']]))), 'bad_ballot');
  assert.equal(kindOf(await keep(new Map([[first, sealed]]), secretary)), 'not_yours');
  // A second code makes the first one void.
  const later = newCode();
  expectOk(await spared(desk, one, sheet, later));
  assert.deepEqual([(await goneOn(desk, one, code)).length, (await goneOn(desk, one, later)).length], [0, 2]);
});

test('the server cannot tell spares apart, and keeps none of a vote that is closed', async () => {
  const desk = await open();
  const [poll] = await secretPolls(desk, one);
  assert.ok(poll);
  const codes: string[] = [];
  const serials: string[] = [];
  for (const [at, choice] of choices.entries()) {
    const unsigned = await makeUnsigned(poll.key, poll.pollId, choice);
    const code = newCode();
    expectOk(await spared(desk, members[at] ?? one, [unsigned], code));
    codes.push(code);
    serials.push(unsigned.serial);
  }
  const { rows } = await sql<{ row: string; size: number }>`
    select t::text as row, octet_length(sealed) as size from council_ballot_spare t`.execute(desk.database.owner);
  assert.deepEqual(
    rows.map(({ size }) => size),
    [1564, 1564, 1564],
  );
  const { rows: entries } = await sql<{ said: string }>`select t::text as said from record_entry t`.execute(
    desk.database.owner,
  );
  const all = [...rows.map(({ row }) => row), ...entries.map(({ said }) => said)].join('\n');
  for (const secret of [...codes, ...codes.map((code) => code.replaceAll('-', '')), ...serials])
    assert.equal(all.includes(secret), false);
  await assert.rejects(
    sql`update council_ballot_spare set sealed = sealed || '\\x00'::bytea`.execute(desk.database.owner),
    /one_length/,
  );
  expectOk(await annulPolls(desk.edge(secretary), { id: desk.sessionId, reason: 'Mẫu' }, act));
  assert.equal(await sparesLeft(desk), 0);
  const late = await spared(desk, one, await made(await open(), one), newCode());
  assert.equal(kindOf(late), 'not_there');
});

test('a code is read as it was written down by hand', () => {
  const code = newCode();
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  assert.equal(codeIn(` ${code.toLowerCase()} `), code.replaceAll('-', ''));
  assert.equal(codeIn('o1l1i-00000-00000-00000'), '01111000000000000000');
  for (const wrong of ['', 'ABCDE', `${code}A`, 'UUUUU-UUUUU-UUUUU-UUUUU']) assert.equal(codeIn(wrong), undefined);
});
