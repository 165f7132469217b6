import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { givenJudgement } from '../../../tests/evaluations.ts';
import { people, units } from '../../../tests/world.ts';

let desk: Desk;
let api: Served;
let given: Awaited<ReturnType<typeof givenJudgement>>;
const readers = ['officerOfAn', 'officerOfBinh', 'appraiser', 'nobody'] as const;
type Who = (typeof readers)[number] | 'writer' | 'pledger';
const tokens = new Map<Who, string>();

before(async () => {
  desk = await openDesk();
  given = await desk.database.owner.transaction().execute((tx) => givenJudgement(tx));
  for (const name of readers)
    tokens.set(name, await tokenFor(desk, people[name], 'evaluations:read', 'evaluations:write'));
  tokens.set('writer', await tokenFor(desk, people.officerOfAn, 'evaluations:write'));
  tokens.set('pledger', await tokenFor(desk, people.appraiser, 'pledges:read'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const get = (who: Who, path: string) => api.call(`/api/v1${path}`, { token: tokens.get(who) });
const send = (who: Who, cardId: string, body: object) =>
  api.call(`/api/v1/score-cards/${cardId}/scores`, { token: tokens.get(who), json: body });
const cardOf = (unitId: string) => given.cards.get(unitId) ?? '';

test('a token reads what its person may: its own card, never another in draft', async () => {
  const listed = await get('officerOfAn', '/judgements?year=2026');
  assert.deepEqual(breaches('get', '/judgements', listed), []);
  assert.deepEqual((listed.json as { total: number }).total, 1);
  const one = await get('officerOfAn', `/judgements/${given.id}`);
  assert.deepEqual(breaches('get', '/judgements/{id}', one), []);
  const { cards } = one.json as { cards: readonly { unit: string; points: number | null }[] };
  assert.deepEqual(
    cards.map(({ unit }) => unit),
    ['mau-an'],
  );
  const card = await get('officerOfAn', `/score-cards/${cardOf(units.communeAn)}`);
  assert.deepEqual(breaches('get', '/score-cards/{id}', card), []);
  assert.equal((await get('officerOfAn', `/score-cards/${cardOf(units.communeBinh)}`)).status, 404);
  const hidden = await get('appraiser', `/score-cards/${cardOf(units.communeAn)}`);
  assert.deepEqual((hidden.json as { lines: unknown }).lines, null);
  assert.equal((await get('pledger', '/judgements')).status, 403);
});

test('a token gives points as the page does: all of them or none, an older version is a conflict', async () => {
  const an = cardOf(units.communeAn);
  const score = (code: string, points: string | null, version = 0) => ({ code, version, points });
  const wrong = await send('officerOfAn', an, { step: 'self', scores: [score('I.1', '30'), score('I.2', '99')] });
  assert.deepEqual(
    [wrong.status, (wrong.json as { errors: readonly { pointer: string }[] }).errors.map(({ pointer }) => pointer)],
    [422, ['#/scores/1']],
  );
  const done = await send('officerOfAn', an, { step: 'self', scores: [score('I.1', '30'), score('I.2', '12,5')] });
  assert.deepEqual([done.status, breaches('post', '/score-cards/{id}/scores', done)], [200, []]);
  const { lines } = done.json as {
    lines: readonly { code: string; given: readonly { points: number; version: number }[] }[];
  };
  assert.deepEqual(
    lines.find(({ code }) => code === 'I.2')?.given.map(({ points, version }) => [points, version]),
    [[1250, 1]],
  );
  assert.equal((await send('officerOfAn', an, { step: 'self', scores: [score('I.1', '31')] })).status, 409);
  assert.equal((await send('officerOfBinh', an, { step: 'self', scores: [score('I.1', '31', 1)] })).status, 404);
  assert.equal((await send('appraiser', an, { step: 'self', scores: [score('I.1', '31', 1)] })).status, 403);
  assert.equal((await send('writer', an, { step: 'self', scores: [score('I.1', '31', 1)] })).status, 403);
  assert.equal((await send('officerOfAn', an, { step: 'objection', scores: [score('I.1', '31', 1)] })).status, 422);
});
