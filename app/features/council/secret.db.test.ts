/**
 * What the secret ballot promises, held against the whole database as its owner reads it: who has voted is known, what they chose is not; nobody votes
 * twice; nothing is added, taken out or changed unseen; anybody counts again.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk, Sheet } from '../../../tests/council-desk.ts';
import { cast, councilDesk, openVote, secretPolls, take, voteSecretly } from '../../../tests/council-desk.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import type { Ballot } from './ballot.ts';
import { castBallot } from './casting.server.ts';
import { countPolls } from './counting.server.ts';
import { makeUnsigned } from './making.browser.ts';
import { publishedOf } from './published.server.ts';
import type { Published } from './recount.ts';
import { recount } from './recount.ts';
import { takeBallots } from './taking.server.ts';

const two = [
  { name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
];
const desks: CouncilDesk[] = [];
const open = async () => {
  const desk = await councilDesk(two);
  desks.push(desk);
  await openVote(desk);
  return desk;
};
after(async () => {
  for (const desk of desks) await desk.leave();
});

/** Every row of every table as text, with where and in which transaction it lies. */
async function dump(desk: CouncilDesk): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    desk.database.owner,
  );
  const all = new Map<string, readonly string[]>();
  for (const { schema, name } of tables) {
    const { rows } = await sql<{
      row: string;
    }>`select ctid::text || ' ' || xmin::text || ' ' || to_jsonb(t)::text as row
      from ${sql.table(`${schema}.${name}`)} t order by ctid`.execute(desk.database.owner);
    all.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return all;
}

const published = (desk: CouncilDesk) => publishedOf(desk.services.db, secretary, { id: desk.sessionId, title: 'x' });

test('who voted is known and what they chose is not: the whole database tells nothing, before the count or after', async () => {
  const desk = await open();
  const sheets: Sheet[] = [];
  const chosen = ['for', 'against', 'for', 'blank', 'for', 'for', 'against'] as const;
  for (const [at, member] of members.entries()) sheets.push(await voteSecretly(desk, member, chosen[at] ?? 'blank'));
  const during = await dump(desk);
  const issued = during.get('council_ballot_issue') ?? [];
  for (const { personId } of members) assert.equal(issued.filter((row) => row.includes(personId)).length, 2);
  const words = /"(for|against|blank)"/;
  const tables = [...during].filter(([name]) => /^(council|record|deed|job|archive)/.test(name));
  for (const [name, rows] of tables)
    assert.deepEqual(
      rows.filter((row) => words.test(row)),
      [],
      name,
    );
  // Envelopes are alike but for chance.
  assert.equal(new Set((during.get('council_envelope') ?? []).map((row) => row.length - row.indexOf('{'))).size, 1);
  const [urn] = readdirSync(join(desk.dataDir, 'urns'));
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  assert.equal(existsSync(join(desk.dataDir, 'urns', urn ?? '')), false);
  const after_ = await dump(desk);
  const ballots = sheets.flatMap(({ ballots: sheet }) => [...sheet.values()]);
  for (const [name, rows] of after_)
    for (const { serial, prefix, signature } of ballots)
      for (const secret of [serial, prefix, signature])
        assert.equal(rows.filter((row) => row.includes(secret)).length, name === 'council_ballot' ? 1 : 0, name);
  const lying = after_.get('council_ballot') ?? [];
  assert.equal(new Set(lying.map((row) => row.split(' ')[1])).size, 1, 'one transaction');
  const serials = lying.map((row) => /"serial": "(\w+)"/.exec(row)?.[1] ?? '');
  const pollIds = [...(sheets[0]?.ballots.keys() ?? [])];
  const inOrder = pollIds.flatMap((pollId) =>
    sheets.map(({ ballots: sheet }) => sheet.get(pollId)?.serial ?? '').toSorted(),
  );
  assert.deepEqual(serials, inOrder, 'lying in the order of chance, not of casting');
});

test('what was signed fits every ballot alike, so that it points at none', async () => {
  const desk = await open();
  const [poll] = await secretPolls(desk, members[0] ?? secretary);
  const one = await voteSecretly(desk, members[1] ?? secretary, 'for');
  const other = await voteSecretly(desk, members[2] ?? secretary, 'against');
  const { n, e } = { n: numberOf(poll?.key.n ?? ''), e: numberOf(poll?.key.e ?? '') };
  const blinded = [one, other].map(({ unsigned }) =>
    numberOf(unsigned.find(({ pollId }) => pollId === poll?.pollId)?.blinded ?? ''),
  );
  const encoded = [one, other].map(({ ballots }) =>
    power(numberOf(ballots.get(poll?.pollId ?? '')?.signature ?? ''), e, n),
  );
  // For each pair there is one blinding factor to the power of e that joins them: z · m⁻¹. It exists for the right pairs and the wrong ones.
  for (const z of blinded)
    for (const m of encoded) {
      const factor = (z * inverse(m, n)) % n;
      assert.equal((m * factor) % n, z);
      assert.notEqual(factor, 0n);
    }
});

test('a member has one ballot of each item, however often and however fast it is asked for', async () => {
  const desk = await open();
  const member = members[0] ?? secretary;
  const polls = await secretPolls(desk, member);
  const sheetOf = async () =>
    new Map(
      await Promise.all(
        polls.map(async ({ pollId, key }) => [pollId, (await makeUnsigned(key, pollId, 'for')).blinded] as const),
      ),
    );
  const sheets = await Promise.all([sheetOf(), sheetOf(), sheetOf()]);
  const asked = await Promise.all(
    sheets.map((blinded) =>
      act(desk.edge(member), (context) => takeBallots(context, { id: desk.sessionId, blinded }, desk.services.config)),
    ),
  );
  assert.deepEqual(asked.map(({ ok }) => ok).filter(Boolean), [true]);
  assert.deepEqual(
    asked.flatMap((one) => (one.ok ? [] : [one.refusal.kind])),
    ['ballot_taken', 'ballot_taken'],
  );
  // The answer was lost on the way: the same request is answered again.
  const won = sheets[asked.findIndex(({ ok }) => ok)] ?? new Map();
  const again = await act(desk.edge(member), (context) =>
    takeBallots(context, { id: desk.sessionId, blinded: won }, desk.services.config),
  );
  assert.equal(again.ok, true);
});

test('a ballot falls in once, at the same instant and again; a forged one, one of another item and one with a name on it do not', async () => {
  const desk = await open();
  const { ballots } = await take(desk, members[0] ?? secretary, 'for');
  const [first = '', second = ''] = ballots.keys();
  const ballot = ballots.get(first);
  if (!ballot) throw new Error('no ballot');
  const thrice = await Promise.all([cast(desk, first, ballot), cast(desk, first, ballot), cast(desk, first, ballot)]);
  assert.deepEqual(
    thrice.map(({ ok }) => ok),
    [true, true, true],
  );
  assert.equal((await desk.services.db.selectFrom('council_envelope').selectAll().execute()).length, 1);
  const kinds = await Promise.all([
    cast(desk, second, ballot),
    cast(desk, first, { ...ballot, choice: 'against' }),
    cast(desk, first, { ...ballot, serial: '0'.repeat(64) }),
    castBallot(desk.edge(members[0]), { pollId: first, typed: ballot }, act),
    castBallot(desk.edge(), { pollId: first, typed: { ...ballot, choice: 'maybe' } }, act),
  ]);
  assert.deepEqual(
    kinds.map((one) => (one.ok ? 'ok' : one.refusal.kind)),
    ['bad_ballot', 'bad_ballot', 'bad_ballot', 'sent_with_account', 'bad_ballot'],
  );
});

test('after the count a ballot that was in is answered as in, and one that comes late is refused and recorded', async () => {
  const desk = await open();
  const inTime = await voteSecretly(desk, members[0] ?? secretary, 'for');
  const late = await take(desk, members[1] ?? secretary, 'against');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  for (const [pollId, ballot] of inTime.ballots) assert.equal((await cast(desk, pollId, ballot)).ok, true);
  for (const [pollId, ballot] of late.ballots)
    assert.deepEqual(await cast(desk, pollId, ballot), { ok: false, refusal: { kind: 'voting_closed' } });
  const refused = await desk.services.db
    .selectFrom('record_entry')
    .select(['actor_id', 'address'])
    .where('kind', '=', 'council.vote_refused')
    .execute();
  assert.deepEqual(refused, [
    { actor_id: null, address: null },
    { actor_id: null, address: null },
  ]);
  const [poll] = (await published(desk)).polls;
  assert.deepEqual([poll?.issued, poll?.counts.for, poll?.ballots.length], [2, 1, 1]);
});

test('an envelope taken out or put in past the product is found at the count', async () => {
  const desk = await open();
  await voteSecretly(desk, members[0] ?? secretary, 'for');
  await voteSecretly(desk, members[1] ?? secretary, 'for');
  await sql`alter table council_envelope disable trigger council_envelope_kept`.execute(desk.database.owner);
  await sql`delete from council_envelope where ctid = (select min(ctid) from council_envelope)`.execute(
    desk.database.owner,
  );
  assert.deepEqual(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act), {
    ok: false,
    refusal: { kind: 'urn_does_not_match' },
  });
});

test('what was published is counted again to the same, and every change to it is found', async () => {
  const desk = await open();
  for (const [at, member] of members.entries()) await voteSecretly(desk, member, at < 6 ? 'for' : 'against');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  const whole = await published(desk);
  const counted = await recount(whole);
  assert.deepEqual(
    counted.map(({ counts, passed, faults, notCast }) => ({ counts, passed, faults, notCast })),
    [
      { counts: { for: 6, against: 1, blank: 0 }, passed: false, faults: [], notCast: 0 },
      { counts: { for: 6, against: 1, blank: 0 }, passed: false, faults: [], notCast: 0 },
    ],
  );
  const changed = (change: (ballots: readonly Ballot[]) => readonly Ballot[], more = {}): Published => ({
    ...whole,
    polls: whole.polls.map((poll, at) => (at === 0 ? { ...poll, ballots: change(poll.ballots), ...more } : poll)),
  });
  const faults = async (one: Published) => (await recount(one))[0]?.faults;
  assert.deepEqual(await faults(changed((all) => all.slice(1))), ['digest_differs', 'sums_differ']);
  // One for it: with one against it more the outcome would stay what it was.
  const isFor = ({ choice }: Ballot) => choice === 'for';
  assert.deepEqual(await faults(changed((all) => [...all, ...all.filter(isFor).slice(0, 1)])), [
    'serial_twice',
    'digest_differs',
    'more_than_issued',
    'sums_differ',
    'outcome_differs',
  ]);
  assert.deepEqual(await faults(changed((all) => all.map((one) => ({ ...one, choice: 'for' as const })))), [
    'bad_signature',
    'digest_differs',
    'sums_differ',
    'outcome_differs',
  ]);
  assert.deepEqual(await faults(changed((all) => all, { passed: true })), ['outcome_differs']);
  await assert.rejects(sql`update council_ballot set choice = 'for'`.execute(desk.database.owner), /append_only/);
  await assert.rejects(sql`delete from council_ballot`.execute(desk.database.owner), /append_only/);
  await assert.rejects(
    sql`update council_poll set votes_for = 7, votes_against = 0`.execute(desk.database.owner),
    /append_only/,
  );
});

const numberOf = (text: string) => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);

function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square, rest] = [1n, base % n, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

function inverse(a: bigint, n: bigint): bigint {
  let [r, next, t, nextT] = [n, a, 0n, 1n];
  while (next !== 0n) {
    const q = r / next;
    [r, next] = [next, r - q * next];
    [t, nextT] = [nextT, t - q * nextT];
  }
  return ((t % n) + n) % n;
}
