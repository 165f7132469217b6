/** Papers of the absent in a secret vote: nobody votes both ways, nobody enters alone, and nothing tells which ballots they became. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { councilDesk, move, openVote, take, voteSecretly } from '../../../tests/council-desk.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { agendaOf, progressOf } from './agenda.server.ts';
import { isGenuine } from './ballot.ts';
import { findSession } from './case.server.ts';
import { concludeSession } from './concluding.server.ts';
import { countPolls } from './counting.server.ts';
import { findMinutes } from './minutes.server.ts';
import { sessionPaper } from './minutes.text.ts';
import { enterPapers, giveBackPaper, receivePaper, witnessPapers } from './papers.server.ts';
import { publishedOf } from './published.server.ts';
import { recount } from './recount.ts';
import type { Counts } from './tally.ts';

const [chair = secretary, second = secretary, related = secretary, , , absent = secretary, away = secretary] = members;
const nominated = [
  { name: 'Người Mẫu Hội Đồng 3', award: 'chien-si-thi-dua-tinh', personId: related.personId },
  { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
];
const desks: CouncilDesk[] = [];
after(async () => {
  for (const desk of desks) await desk.leave();
});

/** Five of seven are enough to vote in this council, so that two may be away. */
async function open(gone: readonly Person[] = [absent, away]) {
  const desk = await councilDesk(nominated);
  desks.push(desk);
  await sql`update council set voting_percent = 60`.execute(desk.database.owner);
  await openVote(desk, new Map(gone.map((one, at) => [one, at === 0 ? ('written' as const) : ('absent' as const)])));
  return desk;
}

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
const pollsOf = async (desk: CouncilDesk) =>
  (await agendaOf(desk.services.db, secretary, desk.sessionId)).map(({ poll }) => poll?.id ?? '');
const mark = (desk: CouncilDesk, one: Person, pollIds: readonly string[], by = secretary) =>
  act(desk.edge(by), (context) => receivePaper(context, { id: desk.sessionId, personId: one.personId, pollIds }));
const giveBack = (desk: CouncilDesk, one: Person, pollIds: readonly string[]) =>
  act(desk.edge(secretary), (context) =>
    giveBackPaper(context, { id: desk.sessionId, personId: one.personId, pollIds }),
  );
const sums = (inFavour: number, against = 0, blank = 0): Counts => ({ for: inFavour, against, blank });
const enter = (desk: CouncilDesk, pollId: string, counts: Counts, by = secretary) =>
  act(desk.edge(by), (context) => enterPapers(context, { id: desk.sessionId, pollId, counts }, desk.services.config));
const witness = (desk: CouncilDesk, pollId: string, counts: Counts, by = chair) =>
  act(desk.edge(by), (context) => witnessPapers(context, { id: desk.sessionId, pollId, counts }, desk.services.config));
const count = (desk: CouncilDesk) => countPolls(desk.edge(secretary), { id: desk.sessionId }, act);

test('nobody votes both ways: an envelope takes the place of a ballot and a ballot that of an envelope, even at the same instant', async () => {
  const desk = await open();
  const [, poll = ''] = await pollsOf(desk);
  expectOk(await mark(desk, absent, [poll]));
  expectOk(await mark(desk, absent, [poll]));
  const taken = await takeAll(desk, absent);
  assert.equal(taken, 'gave_paper');
  expectOk(await giveBack(desk, absent, [poll]));
  await voteSecretly(desk, absent, 'for');
  assert.equal(kindOf(await mark(desk, absent, [poll])), 'ballot_taken_already');
  const other = await open();
  const [, its = ''] = await pollsOf(other);
  const both = await Promise.all([mark(other, absent, [its]), takeAll(other, absent)]);
  const ways = [kindOf(both[0]), both[1]];
  assert.ok(
    ways.includes('ok') && ways.some((one) => one === 'gave_paper' || one === 'ballot_taken_already'),
    String(ways),
  );
  const issued = await other.services.db
    .selectFrom('council_ballot_issue')
    .selectAll()
    .where('poll_id', '=', its)
    .execute();
  assert.equal(issued.length, 1);
});

async function takeAll(desk: CouncilDesk, by: Person): Promise<string> {
  return take(desk, by, 'for').then(
    () => 'ok',
    (fault: unknown) => /gave_paper|ballot_taken/.exec(JSON.stringify(fault) + String(fault))?.[0] ?? String(fault),
  );
}

test('an envelope is the secretary’s to receive, of whoever is absent, may vote and is not related', async () => {
  const desk = await open([absent, related]);
  const [own = '', poll = ''] = await pollsOf(desk);
  assert.equal(kindOf(await mark(desk, absent, [])), 'nothing_chosen');
  assert.equal(kindOf(await mark(desk, chair, [poll])), 'is_present');
  assert.equal(kindOf(await mark(desk, secretary, [poll])), 'not_seated');
  assert.equal(kindOf(await mark(desk, absent, [poll], chair)), 'not_yours');
  assert.equal(kindOf(await mark(desk, absent, [poll, desk.councilId])), 'not_there');
  assert.equal(kindOf(await mark(desk, related, [own])), 'has_interest');
  assert.equal(kindOf(await giveBack(desk, absent, [poll])), 'no_papers');
});

test('papers fall into the urn when two people read the same, as many as were handed in, and are counted with the rest', async () => {
  const desk = await open();
  const [first = '', poll = ''] = await pollsOf(desk);
  for (const member of [chair, second]) await voteSecretly(desk, member, 'for');
  for (const one of [absent, away]) expectOk(await mark(desk, one, [first, poll]));
  assert.equal(kindOf(await count(desk)), 'papers_waiting');
  assert.deepEqual(await enter(desk, poll, sums(1, 0, 0)), {
    ok: false,
    refusal: { kind: 'papers_do_not_add_up', papers: 2, entered: 1 },
  });
  assert.equal(kindOf(await enter(desk, poll, sums(3, -1))), 'papers_do_not_add_up');
  assert.equal(kindOf(await enter(desk, poll, sums(1.5, 0.5))), 'papers_do_not_add_up');
  assert.equal(kindOf(await witness(desk, poll, sums(2))), 'no_papers');
  expectOk(await enter(desk, poll, sums(2)));
  assert.equal(kindOf(await witness(desk, poll, sums(1, 1))), 'papers_differ');
  assert.equal(kindOf(await witness(desk, poll, sums(2), absent)), 'not_taking_part');
  assert.equal(kindOf(await witness(desk, first, sums(2), related)), 'has_interest');
  assert.equal(kindOf(await witness(desk, poll, sums(2), secretary)), 'not_yours');
  expectOk(await enter(desk, poll, sums(1, 1)));
  const thrice = await Promise.all([1, 2, 3].map(() => witness(desk, poll, sums(1, 1))));
  assert.deepEqual(
    thrice.map((each) => kindOf(each) ?? '').toSorted((a, b) => a.localeCompare(b)),
    ['ok', 'papers_are_in', 'papers_are_in'],
  );
  assert.equal(kindOf(await enter(desk, poll, sums(2))), 'papers_are_in');
  assert.equal(kindOf(await giveBack(desk, away, [poll])), 'papers_are_in');
  assert.equal(kindOf(await count(desk)), 'papers_waiting');
  expectOk(await giveBack(desk, away, [first]));
  expectOk(await enter(desk, first, sums(0, 0, 1)));
  expectOk(await witness(desk, first, sums(0, 0, 1)));
  const progress = await progressOf(desk.services.db, secretary, desk.sessionId);
  const ofAbsent = progress.find(({ personId }) => personId === absent.personId);
  assert.deepEqual([ofAbsent?.done, ofAbsent?.of, ofAbsent?.underway], [2, 2, 0]);
  expectOk(await count(desk));
  const published = await publishedOf(desk.services.db, secretary, { id: desk.sessionId, title: 'x' });
  assert.deepEqual(
    published.polls.map(({ counts, issued, papers }) => ({ counts, issued, papers })),
    [
      { counts: sums(2, 0, 1), issued: 3, papers: 1 },
      { counts: sums(3, 1), issued: 4, papers: 2 },
    ],
  );
  for (const { publicKey, pollId, ballots } of published.polls)
    for (const ballot of ballots) assert.equal(publicKey && (await isGenuine(publicKey, pollId, ballot)), true);
  assert.deepEqual(
    (await recount(published)).map(({ faults, papers }) => ({ faults, papers })),
    [
      { faults: [], papers: 1 },
      { faults: [], papers: 2 },
    ],
  );
  const [one] = published.polls;
  const more = one && (await recount({ ...published, polls: [{ ...one, papers: 4 }] }));
  assert.deepEqual(more?.[0]?.faults, ['more_papers_than_ballots']);
});

test('one envelope more makes what was read of the others void; what is in the urn and who handed in is not to be changed', async () => {
  const desk = await open();
  const [, poll = ''] = await pollsOf(desk);
  expectOk(await mark(desk, absent, [poll]));
  expectOk(await enter(desk, poll, sums(1)));
  expectOk(await mark(desk, away, [poll]));
  assert.equal(kindOf(await witness(desk, poll, sums(1))), 'papers_do_not_add_up');
  assert.equal(kindOf(await witness(desk, poll, sums(2))), 'no_papers');
  expectOk(await enter(desk, poll, sums(2)));
  expectOk(await witness(desk, poll, sums(2)));
  const { owner } = desk.database;
  for (const change of [
    sql`delete from council_ballot_issue`,
    sql`update council_ballot_issue set manner = 'session'`,
    sql`update council_paper_count set papers = 3`,
    sql`delete from council_paper_count`,
    sql`delete from council_envelope`,
  ])
    await assert.rejects(change.execute(owner), /append_only|insufficient_privilege|không được/);
  await assert.rejects(
    sql`insert into council_paper_count (poll_id, papers, entered_by, witnessed_by)
      select id, 1, ${chair.personId}, ${chair.personId} from council_poll where id <> ${poll} limit 1`.execute(owner),
    /two_people/,
  );
});

test('the database tells nothing of what a paper said, while it waits for the second reading or later', async () => {
  const desk = await open();
  const [, poll = ''] = await pollsOf(desk);
  expectOk(await mark(desk, absent, [poll]));
  expectOk(await enter(desk, poll, sums(0, 1)));
  const lengths: number[] = [];
  for (const counts of [sums(0, 1), sums(1), sums(0, 0, 1)]) {
    expectOk(await enter(desk, poll, counts));
    const { sealed } = await desk.services.db
      .selectFrom('council_paper_entry')
      .select('sealed')
      .executeTakeFirstOrThrow();
    lengths.push(sealed.length);
    assert.doesNotMatch(sealed.toString('latin1'), /[01]\/[01]\/[01]/);
  }
  assert.equal(new Set(lengths).size, 1);
  expectOk(await witness(desk, poll, sums(0, 0, 1)));
  const { rows } = await sql<{ said: string }>`
    select coalesce(before::text, '') || coalesce(after::text, '') as said from record_entry where kind like 'council.paper%'`.execute(
    desk.database.owner,
  );
  assert.equal(rows.length >= 5, true);
  for (const { said } of rows) assert.doesNotMatch(said, /"(for|against|blank)"|[01]\/[01]\/[01]/);
});

test('minutes and counting record say how many papers, whose envelopes and who read them', async () => {
  const desk = await open();
  const [first = '', poll = ''] = await pollsOf(desk);
  expectOk(await mark(desk, absent, [first, poll]));
  for (const each of [first, poll]) {
    expectOk(await enter(desk, each, sums(1)));
    expectOk(await witness(desk, each, sums(1)));
  }
  expectOk(await count(desk));
  expectOk(await move(desk, 'close'));
  const session = await findSession(desk.services.db, secretary, desk.sessionId);
  expectOk(
    await act(desk.edge(secretary), (context) =>
      concludeSession(context, { id: desk.sessionId, version: session?.version ?? 0 }),
    ),
  );
  const done = await findSession(desk.services.db, chair, desk.sessionId);
  const minutes = done && (await findMinutes(desk.services.db, chair, done));
  assert.deepEqual(
    minutes?.content.items.map(({ vote }) => vote?.papers),
    [1, 2].map(() => ({ from: [absent.name], enteredBy: secretary.name, witnessedBy: chair.name })),
  );
  const paper = minutes && JSON.stringify(sessionPaper('counting', minutes));
  assert.match(paper ?? '', new RegExp(`Mục 2: 1 phiếu giấy của ${absent.name}; ${secretary.name} và ${chair.name}`));
  assert.match(paper ?? '', /Có mặt 5\/7 thành viên có quyền biểu quyết/);
});
