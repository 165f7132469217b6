/**
 * Five members vote one after the other while somebody keeps everything that the database and the console show: even whoever works out from times and
 * places whose each envelope is does not come from there to a choice.
 */
import assert from 'node:assert/strict';
import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { cast, councilDesk, openVote, take } from '../../../tests/council-desk.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { castBallot } from './casting.server.ts';
import { countPolls } from './counting.server.ts';
import { tellReturned } from './taking.server.ts';

const five = members.slice(0, 5);
const chosen = ['for', 'against', 'blank', 'for', 'against'] as const;
let desk: CouncilDesk | undefined;
after(() => desk?.leave());

type Row = { readonly table: string; readonly text: string };

/** Whatever the owner of the database can read of it, with places, transactions and times. */
async function everything({ database }: CouncilDesk): Promise<readonly Row[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    database.owner,
  );
  const all: Row[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select ctid || ' ' || xmin || ' ' || to_jsonb(t) as text from ${sql.table(`${schema}.${name}`)} t order by ctid`.execute(
      database.owner,
    );
    all.push(...rows.map(({ text }) => ({ table: name, text })));
  }
  const { rows: asked } = await sql<{ text: string }>`select query as text from pg_stat_activity`.execute(
    database.owner,
  );
  return [...all, ...asked.map(({ text }) => ({ table: 'pg_stat_activity', text }))];
}

/** Every 32 bytes that stand anywhere: marks, hashes, digests, serials. */
const keysIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ text }) => text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []));

test('from dumps before and after the count, and from the console, no way leads from a member to a choice', async () => {
  const said: string[] = [];
  const { error } = console;
  console.error = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  const opened = await councilDesk([{ name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' }]);
  desk = opened;
  const { owner } = opened.database;
  await sql`update council set voting_percent = 60`.execute(owner);
  const ballots = [];
  const whose: string[] = [];
  try {
    await openVote(opened);
    for (const [at, member] of five.entries()) {
      const sheet = await take(opened, member, chosen[at] ?? 'blank');
      for (const [pollId, ballot] of sheet.ballots) {
        expectOk(await cast(opened, pollId, ballot));
        expectOk(await cast(opened, pollId, ballot));
        assert.equal((await castBallot(opened.edge(member), { pollId, typed: ballot }, act)).ok, false);
        ballots.push({ pollId, ballot });
      }
      expectOk(await act(opened.edge(member), (context) => tellReturned(context, opened.sessionId)));
      opened.wait(1);
      const { rows } = await sql<{ hash: string }>`
        select after ->> 'envelope' as hash from record_entry where kind = 'council.ballot_cast' order by at desc limit 1`.execute(
        owner,
      );
      whose.push(rows[0]?.hash ?? '');
    }
    const during = await everything(opened);
    expectOk(await countPolls(opened.edge(secretary), { id: opened.sessionId }, act));
    const done = await everything(opened);

    // Who voted is known, and somebody may even work out whose each envelope is.
    for (const { personId } of five)
      assert.equal(
        during.filter((row) => row.table === 'council_ballot_issue' && row.text.includes(personId)).length,
        1,
      );
    assert.equal(new Set(whose).size, five.length);

    // What belongs to a ballot stands nowhere before the count, and in no row with anything else after it.
    for (const { ballot } of ballots)
      for (const part of [ballot.serial, ballot.prefix, ballot.signature]) {
        assert.deepEqual(
          during.filter((row) => row.text.includes(part)),
          [],
        );
        assert.deepEqual(
          new Set(done.filter((row) => row.text.includes(part)).map((row) => row.table)),
          new Set(['council_ballot']),
        );
        assert.equal(
          said.some((line) => line.includes(part)),
          false,
        );
      }
    const counted = done.filter((row) => row.table === 'council_ballot');
    assert.equal(
      new Set(counted.map((row) => row.text.split(' ')[1])).size,
      1,
      'one transaction, so no order of casting',
    );
    const lying = counted.map((row) => /"serial": "(\w+)"/.exec(row.text)?.[1] ?? '');
    assert.deepEqual(
      lying,
      lying.toSorted((a, b) => (a < b ? -1 : 1)),
      'in the order of chance',
    );
    assert.doesNotMatch(
      counted.map((row) => row.text).join(' '),
      new RegExp(five.map(({ personId }) => personId).join('|')),
    );

    // The envelopes outlive the count; nothing that stands in the database opens one or makes its mark.
    const { rows: envelopes } = await sql<{ pollId: string; mark: Buffer; sealed: Buffer }>`
      select poll_id as "pollId", mark, sealed from council_envelope`.execute(owner);
    assert.deepEqual(
      envelopes
        .map(({ sealed }) => createHash('sha256').update(sealed).digest('hex'))
        .toSorted((a, b) => (a < b ? -1 : 1)),
      whose.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    for (const hex of keysIn(done)) {
      const key = Buffer.from(hex, 'hex');
      for (const { pollId, mark, sealed } of envelopes) {
        for (const { ballot } of ballots)
          assert.equal(createHmac('sha256', key).update(`${pollId}\n${ballot.serial}`).digest().equals(mark), false);
        assert.throws(() => {
          const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
          decipher.setAAD(Buffer.from(pollId)).setAuthTag(sealed.subarray(12, 28));
          decipher.update(sealed.subarray(28));
          decipher.final();
        });
      }
    }

    // No job, kept deed or parked form of a ballot; what is recorded of casting has nobody and no address in it.
    const { rows: casting } = await sql<{ n: number }>`
      select count(*)::int as n from record_entry where kind = 'council.ballot_cast' and (actor_id is not null or address is not null
        or on_behalf_of_id is not null or before is not null)`.execute(owner);
    assert.equal(casting[0]?.n, 0);
    assert.equal(
      opened.sent.some((job) => /ballot_cast|serial|signature/.test(JSON.stringify(job))),
      false,
    );
  } finally {
    console.error = error;
  }
});
