/** Items opened and counted each by itself, by two secretaries and many members at the same instant. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { members, secretary } from '../../../tests/council.ts';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { attend, cast, councilDesk, move, secretPolls, take, voteSecretly } from '../../../tests/council-desk.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { agendaOf } from './agenda.server.ts';
import { countPolls } from './counting.server.ts';
import { doOnSession } from './deeds.server.ts';
import { makeUnsigned } from './making.browser.ts';
import { annulPolls, openPolls } from './polls.server.ts';
import { takeBallots } from './taking.server.ts';
import { castVotes } from './voting.server.ts';

const [chair = secretary, second = secretary, third = secretary] = members;
const nominated = [
  { name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Lê Văn Mẫu' },
  { name: 'Phạm Thị Mẫu' },
];
const desks: CouncilDesk[] = [];
after(async () => {
  for (const desk of desks) await desk.leave();
});

async function openSession() {
  const desk = await councilDesk(nominated);
  desks.push(desk);
  expectOk(await move(desk, 'call'));
  expectOk(
    await attend(
      desk,
      members.map((one) => [one, 'present'] as const),
    ),
  );
  expectOk(await move(desk, 'open'));
  const items = (await agenda(desk)).map(({ id }) => id);
  const at = (...positions: readonly number[]) => positions.map((position) => items[position - 1] ?? '');
  const openItems = (...positions: readonly number[]) =>
    openPolls(desk.edge(secretary), { id: desk.sessionId, itemIds: at(...positions) }, act);
  const count = (...positions: readonly number[]) =>
    countPolls(desk.edge(secretary), { id: desk.sessionId, itemIds: at(...positions) }, act);
  return { desk, at, openItems, count };
}

const agenda = (desk: CouncilDesk, by: Person = secretary) => agendaOf(desk.services.db, by, desk.sessionId);
const stages = async (desk: CouncilDesk) => (await agenda(desk)).map(({ stage }) => stage);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? 'ok' : result.refusal?.kind);
const kinds = (results: readonly Parameters<typeof kindOf>[0][]) =>
  results.map((one) => kindOf(one) ?? '').toSorted((a, b) => a.localeCompare(b));

async function byName(desk: CouncilDesk, by: Person, positions: readonly number[]) {
  const polls = (await agenda(desk, by)).filter(({ position }) => positions.includes(position));
  const choices = new Map(polls.map(({ poll }) => [poll?.id ?? '', 'for' as const]));
  return act(desk.edge(by), (context) => castVotes(context, { id: desk.sessionId, choices }));
}

async function urnOf(desk: CouncilDesk, itemId: string | undefined) {
  const { urn_id } = await desk.services.db
    .selectFrom('council_poll')
    .select('urn_id')
    .where('item_id', '=', itemId ?? '')
    .executeTakeFirstOrThrow();
  return existsSync(join(desk.dataDir, 'urns', `${urn_id ?? ''}.json`));
}

test('one item is opened and counted while others wait or are voted on, and its keys alone are destroyed', async () => {
  const { desk, at, openItems, count } = await openSession();
  expectOk(await openItems(1));
  assert.deepEqual(await stages(desk), ['voting', 'listed', 'listed', 'listed']);
  await voteSecretly(desk, chair, 'for');
  expectOk(await openItems(2, 3));
  const late = await take(desk, second, 'against');
  expectOk(await count(1));
  assert.deepEqual(await stages(desk), ['counted', 'voting', 'voting', 'listed']);
  assert.deepEqual([await urnOf(desk, at(1)[0]), await urnOf(desk, at(2)[0])], [false, true]);
  const [first = '', other = ''] = late.ballots.keys();
  const [ballot, still] = [late.ballots.get(first), late.ballots.get(other)];
  assert.ok(ballot && still);
  assert.equal(kindOf(await cast(desk, first, ballot)), 'voting_closed');
  expectOk(await cast(desk, other, still));
  expectOk(await count(2, 3));
  assert.deepEqual(
    (await agenda(desk)).map(({ poll }) => [poll?.counts?.for, poll?.counts?.against, poll?.taken]),
    [
      [1, 0, 2],
      [0, 1, 1],
      [0, 0, 0],
      [undefined, undefined, undefined],
    ],
  );
});

test('a sheet sent while one of its items is counted keeps the votes on the others, and says which came too late', async () => {
  const { desk, openItems, count } = await openSession();
  expectOk(await openItems(1, 2, 3, 4));
  const polls = await secretPolls(desk, third);
  const sheet = await Promise.all(polls.map(({ pollId, key }) => makeUnsigned(key, pollId, 'for')));
  const blinded = new Map(sheet.map((one) => [one.pollId, one.blinded]));
  expectOk(await count(1, 3));
  const taken = expectOk(
    await act(desk.edge(third), (context) =>
      takeBallots(context, { id: desk.sessionId, blinded }, desk.services.config),
    ),
  );
  const [first, other] = polls.map(({ pollId }) => pollId);
  assert.deepEqual([taken.late, Object.keys(taken.signatures)], [[first], [other]]);
  const voted = expectOk(await byName(desk, third, [3, 4]));
  assert.deepEqual([voted.cast, voted.late], [1, 1]);
  assert.equal(kindOf(await byName(desk, third, [3])), 'voting_closed');
});

test('two secretaries at once: an item is opened once, counted once, annulled once, and neither takes along what the other chose', async () => {
  const { desk, at, openItems, count } = await openSession();
  const opened = await Promise.all([openItems(1, 3), openItems(1, 3), openItems(1, 3)]);
  assert.equal(kinds(opened).filter((kind) => kind === 'ok').length, 1);
  for (const kind of kinds(opened)) assert.ok(['ok', 'nothing_to_vote_on', 'items_changed'].includes(kind), kind);
  const polls = await desk.services.db.selectFrom('council_poll').select('item_id').execute();
  assert.deepEqual(polls.map(({ item_id }) => item_id).toSorted(), at(1, 3).toSorted());
  for (const member of members) expectOk(await byName(desk, member, [3]));
  const [one, two] = await Promise.all([openItems(2, 4), count(1, 3)]);
  assert.deepEqual([kindOf(one), kindOf(two)], ['ok', 'ok']);
  assert.deepEqual(await stages(desk), ['counted', 'voting', 'counted', 'voting']);
  assert.deepEqual(kinds(await Promise.all([count(2), count(2), count(2)])), ['no_poll_open', 'no_poll_open', 'ok']);
  const annul = () => annulPolls(desk.edge(secretary), { id: desk.sessionId, itemIds: at(4), reason: 'Mẫu' }, act);
  assert.deepEqual(kinds(await Promise.all([annul(), annul()])), ['no_poll_open', 'ok']);
  assert.deepEqual(await stages(desk), ['counted', 'counted', 'counted', 'listed']);
});

test('votes that fall together with the count are counted whole or refused, never lost', async () => {
  const { desk, openItems, count } = await openSession();
  expectOk(await openItems(1, 2));
  const sheets = await Promise.all(members.map((member) => take(desk, member, 'for')));
  const [first = ''] = sheets[0]?.ballots.keys() ?? [];
  const casting = sheets.flatMap(({ ballots }) => {
    const ballot = ballots.get(first);
    return ballot ? [cast(desk, first, ballot), cast(desk, first, ballot)] : [];
  });
  const [counted, ...answers] = await Promise.all([count(1), ...casting]);
  expectOk(counted);
  const told = members.filter((_, at) => answers[at * 2]?.ok === true || answers[at * 2 + 1]?.ok === true);
  for (const kind of kinds(answers)) assert.ok(['ok', 'voting_closed'].includes(kind), kind);
  const [item] = await agenda(desk);
  assert.equal(item?.poll?.counts?.for, told.length);
});

test('the page acts on the items that it names, never on none', async () => {
  const { desk, at } = await openSession();
  const ask = (viec: string, items: readonly string[]) =>
    doOnSession(
      desk.edge(secretary),
      {
        id: desk.sessionId,
        fields: { viec, reason: 'Mẫu' },
        many: (name) => (name === 'items' ? items : []),
      },
      act,
    );
  for (const deed of ['poll', 'count', 'annul']) assert.equal(kindOf(await ask(deed, [])), 'no_item_chosen');
  assert.equal(kindOf(await ask('poll', ['x', ...at(1)])), 'ok');
  assert.equal(kindOf(await ask('count', at(2))), 'no_poll_open');
  assert.equal(kindOf(await ask('annul', at(1))), 'ok');
});
