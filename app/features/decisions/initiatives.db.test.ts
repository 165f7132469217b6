import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../../tests/desk.ts';
import {
  answer,
  approve,
  asked,
  doAs,
  givenDraft,
  issue,
  linesIn,
  meanwhile,
  openDecisionDesk,
  sign,
  submit,
} from '../../../tests/decisions.ts';
import { recognisedInitiative } from '../../../tests/initiatives.ts';
import { contextFor, people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { findUse, useInitiative } from '../initiatives/using.server.ts';
import { withdrawDecision } from './approving.server.ts';
import { nameInitiative, offeredTo } from './initiatives.server.ts';
import { judgeLines } from './judging.server.ts';

const { appraiser, decidingAuthority, officerOfAn } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');
const recognised = () => desk.services.db.transaction().execute((tx) => recognisedInitiative(tx));

/** As somebody confirmed in the register. */
const owned = (holderId: string, initiativeId: string) =>
  meanwhile(desk, (tx) =>
    tx
      .insertInto('holder_initiative')
      .values({ holder_id: holderId, initiative_id: initiativeId, confirmed_at: desk.services.clock() })
      .execute(),
  );

async function given(): Promise<{ id: string; lineId: string; holderId: string }> {
  const id = await givenDraft(desk);
  const [line] = await linesIn(desk, id);
  return { id, lineId: line?.id ?? '', holderId: line?.holderId ?? '' };
}

/** The initiative came into the register after appraisal: whoever decides has seen that. */
const seen = async ({ id, lineId }: { id: string; lineId: string }) =>
  expectOk(await answer(desk, id, { lineId, posthumous: false, answer: 'Đã xem sáng kiến mới ghi.' }));

const name = async (
  { id, lineId }: { id: string; lineId: string },
  initiativeId: string | null,
  by: Person = appraiser,
) => {
  const order = { ...(await asked(desk, id)), lineId, initiativeId };
  return kindOf(await doAs(desk, by, (context) => nameInitiative(context, order)));
};

test('named while it is decided, used when it is issued, and for no second award', async () => {
  const [one, two, initiative] = [await given(), await given(), await recognised()];
  assert.equal(await name(one, initiative), 'not_there', 'only what is theirs');
  await owned(one.holderId, initiative);
  await owned(two.holderId, initiative);
  assert.equal(await name(one, initiative, officerOfAn), 'not_there');
  assert.equal(await name(one, initiative), 'ok');
  assert.equal(await name(one, initiative), 'ok', 'said again it is the same');
  assert.equal(await name(two, initiative), 'named_already');
  assert.deepEqual(
    (await offeredTo(desk.services.db, { id: two.lineId, holderId: two.holderId })).map(
      ({ namedIn }) => namedIn !== null,
    ),
    [true],
  );
  await submit(desk, one.id);
  assert.equal(await name(one, null), 'not_yours', 'submitted, it is for whoever decides');
  assert.equal(await name(one, initiative, decidingAuthority), 'ok');
  await seen(one);
  expectOk(await approve(desk, one.id));
  expectOk(await sign(desk, one.id, 'person'));
  expectOk(await sign(desk, one.id, 'seal'));
  expectOk(await issue(desk, one.id));
  const [line] = await linesIn(desk, one.id);
  assert.equal((await findUse(desk.services.db, initiative))?.usedId, line?.nomineeId);
  assert.equal(await name(two, initiative), 'used_already');
});

test('not granted, or withdrawn, it is free for another', async () => {
  const [one, two, initiative] = [await given(), await given(), await recognised()];
  await owned(one.holderId, initiative);
  await owned(two.holderId, initiative);
  assert.equal(await name(one, initiative), 'ok');
  const order = { ...(await asked(desk, one.id)), lineIds: [one.lineId], verdict: 'refuse' } as const;
  expectOk(await doAs(desk, appraiser, (context) => judgeLines(context, order)));
  assert.equal((await linesIn(desk, one.id))[0]?.initiativeId, null);
  assert.equal(await name(one, initiative), 'not_there', 'who is refused rests on nothing');
  assert.equal(await name(two, initiative), 'ok');
  const away = await asked(desk, two.id);
  expectOk(await doAs(desk, appraiser, (context) => withdrawDecision(context, away)));
  const three = await given();
  await owned(three.holderId, initiative);
  assert.equal(await name(three, initiative), 'ok');
});

test('used elsewhere since it was named: asked about before anything is signed', async () => {
  const [one, initiative] = [await given(), await recognised()];
  await owned(one.holderId, initiative);
  assert.equal(await name(one, initiative), 'ok');
  await submit(desk, one.id);
  await desk.services.db.transaction().execute(async (tx) => {
    const use = { id: initiative, usedFor: 'Khen thưởng khác', usedId: newId(), year: 2026, useId: newId() };
    expectOk(await useInitiative(contextFor(tx, appraiser), use));
  });
  await seen(one);
  const refused = await approve(desk, one.id);
  assert.deepEqual(refused.ok ? [] : 'open' in refused.refusal ? refused.refusal.open : refused.refusal, [
    { name: (await linesIn(desk, one.id))[0]?.name, questions: ['initiative_used'] },
  ]);
  assert.equal(await name(one, null, decidingAuthority), 'ok');
  expectOk(await approve(desk, one.id));
});

test('two decisions name it at once: one of them', async () => {
  const [one, two, initiative] = [await given(), await given(), await recognised()];
  await owned(one.holderId, initiative);
  await owned(two.holderId, initiative);
  const both = await Promise.all([name(one, initiative), name(two, initiative)]);
  assert.deepEqual(
    both.toSorted((a, b) => (a < b ? -1 : 1)),
    ['named_already', 'ok'],
  );
});
