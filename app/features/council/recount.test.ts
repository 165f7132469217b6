/** Ballots signed unseen, verified and counted by anybody, with nothing but what is published. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { thidua } from '../../../tests/command-line.ts';
import type { Ballot } from './ballot.ts';
import { ballotIn, canonical, digestOf, isGenuine } from './ballot.ts';
import { finished, makeUnsigned } from './making.browser.ts';
import type { Published } from './recount.ts';
import { publishedIn, recount } from './recount.ts';
import type { Choice } from './tally.ts';
import { makeUrn, loadUrn, destroyUrn } from './urn.server.ts';

const pollId = '01a20000-0000-7000-8000-000000000001';
const otherId = '01a20000-0000-7000-8000-000000000002';
const urnId = '01a20000-0000-7000-8000-000000000003';
const place = { dataDir: mkdtempSync(join(tmpdir(), 'urn-')) };

async function vote(choices: readonly Choice[]) {
  const { publicKeys } = await makeUrn(place, urnId, [pollId, otherId]);
  const key = publicKeys.get(pollId);
  const urn = await loadUrn(place, urnId);
  if (!key || !urn) throw new Error('no urn');
  const ballots: Ballot[] = [];
  for (const choice of choices) {
    const unsigned = await makeUnsigned(key, pollId, choice);
    const signature = urn.sign(pollId, Buffer.from(unsigned.blinded, 'base64url'));
    ballots.push(await finished(key, unsigned, signature?.toString('base64url') ?? ''));
  }
  return { key, urn, ballots };
}

test('what the urn signs is what the library signs, and what any RSA-PSS verifies', async () => {
  const { key, urn, ballots } = await vote(['for', 'against', 'blank']);
  const [ballot] = ballots;
  if (!ballot) throw new Error('no ballot');
  assert.equal(await isGenuine(key, pollId, ballot), true);
  assert.equal(await isGenuine(key, otherId, ballot), false);
  assert.equal(await isGenuine(key, pollId, { ...ballot, choice: 'blank' }), false);
  assert.deepEqual(urn.open(pollId, urn.seal(pollId, ballot).sealed), ballot);
  assert.throws(() => urn.open(otherId, urn.seal(pollId, ballot).sealed));
  const lengths = ballots.map((one) => urn.seal(pollId, one).sealed.length);
  assert.equal(new Set(lengths).size, 1);
  assert.equal(urn.sign(pollId, Buffer.alloc(256, 255)), undefined);
  assert.equal(urn.sign(pollId, Buffer.alloc(10)), undefined);
  await destroyUrn(place, urnId);
  assert.equal(await loadUrn(place, urnId), undefined);
  assert.equal(RSABSSA.SHA384.PSS.Randomized().toString(), 'RSABSSA-SHA384-PSS-Randomized');
});

test('the command line counts a published file again, and says what is wrong with a changed one', async () => {
  const { key, ballots } = await vote(['for', 'for', 'against']);
  await destroyUrn(place, urnId);
  const counts = { for: 2, against: 1, blank: 0 };
  const digest = await digestOf(canonical(pollId, ballots));
  const poll = {
    pollId,
    title: 'Mẫu',
    isSecret: true,
    publicKey: key,
    members: 4,
    atLeastPercent: 50,
    issued: 4,
    ballots,
    votes: [],
    counts,
    passed: true,
    digest,
  };
  const published: Published = { format: 'thidua.recount.1', sessionId: urnId, title: 'Phiên mẫu', polls: [poll] };
  assert.deepEqual((await recount(published))[0]?.faults, []);
  assert.equal((await recount(published))[0]?.notCast, 1);
  const statusOf = (one: unknown) => thidua(['recount', '-'], JSON.stringify(one)).status;
  assert.equal(statusOf(published), 0);
  assert.equal(statusOf({ ...published, polls: [{ ...poll, ballots: ballots.slice(1) }] }), 1);
  assert.equal(statusOf({ ...published, format: 'khac' }), 2);
});

test('what has not the shape of a ballot or of a published file is none', () => {
  for (const odd of [undefined, null, 'x', {}, { serial: 'g'.repeat(64) }]) {
    assert.equal(ballotIn(odd), undefined);
    assert.equal(publishedIn(odd), undefined);
  }
});
