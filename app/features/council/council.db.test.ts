/** A council's session: who may, quorum lost half-way, interests, votes by name, written opinions, annulment, the end. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import {
  attend,
  cast,
  councilDesk,
  move,
  openVote,
  pollAll,
  secretPolls,
  take,
  voteSecretly,
} from '../../../tests/council-desk.ts';
import { people, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { agendaOf, progressOf } from './agenda.server.ts';
import { concludeSession } from './concluding.server.ts';
import { countPolls } from './counting.server.ts';
import { findSession, sessions } from './case.server.ts';
import { declareInterest } from './interest.server.ts';
import { findMinutes } from './minutes.server.ts';
import { planSession } from './planning.server.ts';
import { annulPolls, openPolls } from './polls.server.ts';
import { publishedOf } from './published.server.ts';
import { councilResult } from './result.server.ts';
import type { Choice } from './tally.ts';
import { castVotes } from './voting.server.ts';
import { writeVotes } from './writing.server.ts';

const [chair = secretary, second = secretary, third = secretary, , , , ofAn = secretary] = members;
const byName = [
  { name: 'Nguyễn Văn Mẫu' },
  { name: 'Trần Thị Mẫu' },
  { name: 'Tập thể Mẫu An', unitId: units.communeAn },
];

const desks: CouncilDesk[] = [];
const open = async (nominated: Parameters<typeof councilDesk>[0] = byName) => {
  const desk = await councilDesk(nominated);
  desks.push(desk);
  return desk;
};
after(async () => {
  for (const desk of desks) await desk.leave();
});

const agenda = (desk: CouncilDesk, actor: Actor) => agendaOf(desk.services.db, actor, desk.sessionId);
const stageOf = async (desk: CouncilDesk) => (await findSession(desk.services.db, secretary, desk.sessionId))?.stage;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);

async function vote(desk: CouncilDesk, by: Person, choice: Choice, positions?: readonly number[]) {
  const polls = (await agenda(desk, by)).filter(
    ({ poll, position }) => poll?.isOpen && (positions?.includes(position) ?? true),
  );
  const choices = new Map(polls.map(({ poll }) => [poll?.id ?? '', choice]));
  return act(desk.edge(by), (context) => castVotes(context, { id: desk.sessionId, choices }));
}

test('a session is the secretary’s while it is planned, its members’ once it is called, and nobody else’s', async () => {
  const desk = await open();
  const seen = async (actor: Actor) => (await sessions(desk.services.db, actor).execute()).length;
  const all = [secretary, chair, people.auditor, people.officerOfAn, people.headOfAn, people.nobody, stranger] as const;
  assert.deepEqual(await Promise.all(all.map(seen)), [1, 0, 0, 0, 0, 0, 0]);
  assert.equal(
    kindOf(
      await act(desk.edge(chair), (context) =>
        planSession(context, { id: newId(), councilId: desk.councilId, fields: {} }),
      ),
    ),
    'not_allowed',
  );
  expectOk(await move(desk, 'call'));
  assert.deepEqual(await Promise.all(all.map(seen)), [1, 1, 1, 0, 0, 0, 0]);
});

test('without two thirds of all members it does not open; with fewer than the share for awards it does not vote', async () => {
  const desk = await open();
  expectOk(await move(desk, 'call'));
  expectOk(
    await attend(
      desk,
      members.slice(0, 4).map((one) => [one, 'present'] as const),
    ),
  );
  assert.deepEqual(await move(desk, 'open'), {
    ok: false,
    refusal: { kind: 'no_quorum', members: 7, present: 4, written: 0 },
  });
  expectOk(await attend(desk, [[members[4] ?? secretary, 'present']]));
  expectOk(await move(desk, 'open'));
  const items = (await agenda(desk, secretary)).map(({ id }) => id);
  const opened = await openPolls(desk.edge(secretary), { id: desk.sessionId, itemIds: items }, act);
  assert.equal(kindOf(opened), 'too_few_present');
});

test('quorum lost half-way stops the session and every vote; regained, it goes on, and nothing cast is lost', async () => {
  const desk = await open([{ name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' }, ...byName.slice(1, 2)]);
  await openVote(desk);
  expectOk(await vote(desk, chair, 'for', [2]));
  await voteSecretly(desk, chair, 'for');
  const late = await take(desk, second, 'for');
  const gone = await attend(
    desk,
    members.slice(3, 5).map((one) => [one, 'left'] as const),
  );
  assert.equal(expectOk(gone).stopped, true);
  assert.equal(await stageOf(desk), 'suspended');
  assert.equal(kindOf(await vote(desk, second, 'for', [2])), 'voting_closed');
  for (const [pollId, ballot] of late.ballots) assert.equal(kindOf(await cast(desk, pollId, ballot)), 'voting_stopped');
  assert.equal(kindOf(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act)), 'wrong_stage');
  assert.equal(kindOf(await move(desk, 'resume')), 'too_few_present');
  expectOk(await attend(desk, [[members[3] ?? secretary, 'present']]));
  expectOk(await move(desk, 'resume'));
  for (const [pollId, ballot] of late.ballots) expectOk(await cast(desk, pollId, ballot));
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  assert.deepEqual(
    (await agenda(desk, secretary)).map(({ poll }) => poll?.counts),
    [
      { for: 2, against: 0, blank: 0, written: 0 },
      { for: 1, against: 0, blank: 0, written: 0 },
    ],
  );
});

test('by name: one vote each, not to be changed, not after the count, and not by whoever is absent or does not sit', async () => {
  const desk = await open();
  await openVote(desk, new Map([[third, 'absent']]));
  const twice = await Promise.all([vote(desk, chair, 'for', [1]), vote(desk, chair, 'against', [1])]);
  assert.deepEqual(
    twice.map(kindOf).toSorted((a = '', b = '') => a.localeCompare(b)),
    ['already_voted', 'ok'],
  );
  const kept = (await agenda(desk, chair))[0]?.poll?.ownChoice ?? 'blank';
  assert.equal(kindOf(await vote(desk, chair, kept, [1])), 'ok');
  assert.equal(kindOf(await vote(desk, third, 'for')), 'not_taking_part');
  assert.equal(kindOf(await vote(desk, secretary, 'for')), 'not_yours');
  assert.deepEqual(
    (await agenda(desk, second)).flatMap(({ poll }) => [poll?.counts, poll?.votes.length]),
    [null, 0, null, 0, null, 0],
  );
  const polls = (await agenda(desk, chair)).slice(0, 1).map(({ poll }) => poll?.id ?? '');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  const after_ = await act(desk.edge(second), (context) =>
    castVotes(context, { id: desk.sessionId, choices: new Map(polls.map((one) => [one, 'for'])) }),
  );
  assert.equal(kindOf(after_), 'voting_closed');
});

test('an absent member’s paper is entered by the secretary, counts, and is shown as what it is', async () => {
  const desk = await open();
  await openVote(desk, new Map([[third, 'written']]));
  const polls = (await agenda(desk, secretary)).slice(0, 2).map(({ poll }) => poll?.id ?? '');
  const choices = new Map(polls.map((one) => [one, 'for' as const]));
  const paper = { id: desk.sessionId, choices, paperNumber: '07/YK', paperDate: '2026-06-14' };
  const enter = (by: Person, more: object) =>
    act(desk.edge(by), (context) => writeVotes(context, { ...paper, personId: third.personId, ...more }));
  assert.equal(kindOf(await enter(secretary, { personId: chair.personId })), 'is_present');
  assert.equal(kindOf(await enter(secretary, { paperNumber: ' ' })), 'form_wrong');
  assert.equal(kindOf(await enter(chair, {})), 'not_yours');
  expectOk(await enter(secretary, {}));
  assert.equal(kindOf(await vote(desk, third, 'against', [1])), 'already_voted');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  const [item] = await agenda(desk, chair);
  assert.deepEqual(item?.poll?.counts, { for: 1, against: 0, blank: 0, written: 1 });
  assert.deepEqual(item?.poll?.votes, [{ name: third.name, choice: 'for', manner: 'paper' }]);
});

test('whoever is related sees neither votes nor counts nor outcome, in lists, progress, published material or minutes', async () => {
  const desk = await open([{ name: 'Người Mẫu Hội Đồng 2', personId: second.personId }, ...byName.slice(1)]);
  expectOk(await move(desk, 'call'));
  const [own, , unit] = await agenda(desk, second);
  assert.deepEqual([own?.ownGround, unit?.ownGround], ['own', null]);
  assert.deepEqual(
    (await agenda(desk, ofAn)).map(({ ownGround }) => ownGround),
    [null, null, 'unit'],
  );
  const middle = (await agenda(desk, third))[1]?.id ?? '';
  assert.equal(
    kindOf(
      await act(desk.edge(third), (context) =>
        declareInterest(context, { id: desk.sessionId, itemId: middle, note: '' }),
      ),
    ),
    'form_wrong',
  );
  expectOk(
    await act(desk.edge(third), (context) =>
      declareInterest(context, { id: desk.sessionId, itemId: middle, note: 'Em ruột của người được đề nghị' }),
    ),
  );
  expectOk(
    await attend(
      desk,
      members.map((one) => [one, 'present'] as const),
    ),
  );
  expectOk(await move(desk, 'open'));
  await pollAll(desk);
  for (const member of members) expectOk(await vote(desk, member, 'for'));
  const pollOfOwn = (await agenda(desk, secretary))[0]?.poll?.id ?? '';
  const forced = await act(desk.edge(second), (context) =>
    castVotes(context, { id: desk.sessionId, choices: new Map([[pollOfOwn, 'for']]) }),
  );
  assert.equal(kindOf(forced), 'has_interest');
  const mine = (await progressOf(desk.services.db, second, desk.sessionId)).find(
    ({ personId }) => personId === chair.personId,
  );
  assert.deepEqual([mine?.done, mine?.of], [2, 2]);
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  const [hidden, shown] = await agenda(desk, second);
  assert.deepEqual([hidden?.poll, hidden?.stage, hidden?.interests, hidden?.achievement], [null, null, [], '']);
  assert.equal(shown?.poll?.counts?.for, 6);
  const session = { id: desk.sessionId, title: 'x' };
  assert.equal((await publishedOf(desk.services.db, second, session)).polls.length, 2);
  assert.equal((await publishedOf(desk.services.db, chair, session)).polls.length, 3);
  expectOk(await move(desk, 'close'));
  expectOk(await conclude(desk));
  const found = await findSession(desk.services.db, second, desk.sessionId);
  const minutes = found && (await findMinutes(desk.services.db, second, found));
  assert.deepEqual([minutes?.isExtract, minutes?.content.items.map(({ position }) => position)], [true, [2, 3]]);
  const whole = found && (await findMinutes(desk.services.db, chair, found));
  assert.deepEqual(
    whole?.content.items.map(({ interests }) => interests),
    [
      [{ name: second.name, ground: 'own' }],
      [{ name: third.name, ground: 'declared' }],
      [{ name: ofAn.name, ground: 'unit' }],
    ],
  );
  const entries = await desk.services.db
    .selectFrom('record_entry')
    .select(['kind', 'before', 'after'])
    .where('kind', 'like', 'council.%')
    .execute();
  assert.deepEqual(
    entries.filter(({ after: said }) => /"(for|against|blank)"/.test(JSON.stringify(said))),
    [],
  );
});

async function conclude(desk: CouncilDesk) {
  const { version } = await desk.services.db
    .selectFrom('council_session')
    .select('version')
    .where('id', '=', desk.sessionId)
    .executeTakeFirstOrThrow();
  return act(desk.edge(secretary), (context) => concludeSession(context, { id: desk.sessionId, version }));
}

test('an annulled vote counts for nothing, says why, and is taken again with keys of its own', async () => {
  const desk = await open([{ name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' }]);
  await openVote(desk);
  const first = await take(desk, chair, 'for');
  assert.equal(kindOf(await annulPolls(desk.edge(secretary), { id: desk.sessionId, reason: '' }, act)), 'needs');
  expectOk(await annulPolls(desk.edge(secretary), { id: desk.sessionId, reason: 'Mất khóa hòm phiếu' }, act));
  for (const [pollId, ballot] of first.ballots) assert.equal(kindOf(await cast(desk, pollId, ballot)), 'voting_closed');
  await pollAll(desk);
  const [poll] = await secretPolls(desk, chair);
  assert.notEqual(poll?.pollId, first.unsigned[0]?.pollId);
  for (const [, ballot] of first.ballots)
    assert.equal(kindOf(await cast(desk, poll?.pollId ?? '', ballot)), 'bad_ballot');
});

test('concluded: what was counted is known as the result, what was left over waits, nothing is changed any more', async () => {
  const desk = await open();
  await openVote(desk);
  for (const member of members.slice(0, 5)) await vote(desk, member, 'for', [1, 2]);
  for (const member of members.slice(0, 3)) await vote(desk, member, 'for', [3]);
  assert.equal(kindOf(await move(desk, 'close')), 'polls_open');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  expectOk(await move(desk, 'close'));
  assert.equal(await councilResult(desk.services.db, desk.nominees[0] ?? ''), undefined);
  expectOk(await conclude(desk));
  assert.equal(kindOf(await conclude(desk)), 'wrong_stage');
  const results = await Promise.all(desk.nominees.map((one) => councilResult(desk.services.db, one)));
  assert.deepEqual(
    results.map((one) => [one?.for, one?.members, one?.passed]),
    [
      [5, 7, true],
      [5, 7, true],
      [3, 7, false],
    ],
  );
});
