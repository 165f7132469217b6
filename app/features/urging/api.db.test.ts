import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { opened } from '../../../tests/rounds.ts';
import { insertIndicators, insertSchemes } from '../../../tests/values.ts';
import { people } from '../../../tests/world.ts';

let desk: Desk;
let api: Served;
const readers = ['officerOfAn', 'headOfAn', 'appraiser', 'nobody'] as const;
type Who = (typeof readers)[number] | 'writer' | 'reporter';
const tokens = new Map<Who, string>();

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await insertSchemes(desk.database.owner);
  await desk.database.owner.transaction().execute((tx) => opened(tx));
  for (const name of readers) tokens.set(name, await tokenFor(desk, people[name], 'duties:read', 'duties:write'));
  tokens.set('writer', await tokenFor(desk, people.appraiser, 'duties:write'));
  tokens.set('reporter', await tokenFor(desk, people.appraiser, 'reports:read'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

type Item = { readonly key: string; readonly unit: string };
const get = (who: Who, path: string) => api.call(`/api/v1/duties${path}`, { token: tokens.get(who) });
const itemsOf = ({ json }: Answered) => (json as { items: readonly (Item & Record<string, unknown>)[] }).items;
const reports = async (who: Who) => itemsOf(await get(who, '?kind=report')).map(({ unit }) => unit);
const post = (who: Who, path: string, json: object, headers: Readonly<Record<string, string>> = {}) =>
  api.call(`/api/v1/duties/reminders${path}`, { token: tokens.get(who), json, headers });

test('a token that may read duties reads those of its owner, whatever they are of; another reads none', async () => {
  const read = await get('appraiser', '?kind=report&state=near');
  assert.deepEqual(breaches('get', '/duties', read), []);
  assert.deepEqual(
    itemsOf(read).map(({ unit, what, dueOn, lastDay, owners }) => [unit, what, dueOn, lastDay, owners]),
    [
      ['mau-chi', 'Gửi báo cáo: Báo cáo tháng 5', '2026-06-22', '2026-06-22', []],
      ['mau-an', 'Gửi báo cáo: Báo cáo tháng 5', '2026-06-22', '2026-06-22', ['Người Mẫu An Một']],
      ['mau-binh', 'Gửi báo cáo: Báo cáo tháng 5', '2026-06-22', '2026-06-22', ['Người Mẫu Bình Một']],
    ],
  );
  assert.deepEqual(await reports('officerOfAn'), ['mau-an']);
  assert.deepEqual(await reports('nobody'), []);
  assert.deepEqual(itemsOf(await get('appraiser', '?kind=report&state=late')), []);
  assert.deepEqual(itemsOf(await get('appraiser', '?kind=report&limit=1&page=2')).length, 1);
  assert.equal((await get('appraiser', '?unit=khong-co')).status, 400);
  assert.equal((await get('reporter', '')).status, 403);
});

test('what each unit owes is counted by state', async () => {
  const read = await get('appraiser', '/units?kind=report');
  assert.deepEqual(breaches('get', '/duties/units', read), []);
  const owed = { all: 1, late: 0, today: 0, near: 1, to_come: 0, unset: 0 };
  assert.deepEqual(itemsOf(read), [
    { unit: 'mau-chi', unitName: 'Phường Mẫu Chi', ...owed },
    { unit: 'mau-an', unitName: 'Xã Mẫu An', ...owed },
    { unit: 'mau-binh', unitName: 'Xã Mẫu Bình', ...owed },
  ]);
  assert.deepEqual(
    itemsOf(await get('officerOfAn', '/units?kind=report')).map(({ unit }) => unit),
    ['mau-an'],
  );
});

test('a reminder is looked at before, sent once however often it is asked for, and by those who may', async () => {
  const duties = itemsOf(await get('appraiser', '?kind=report'));
  const keys = duties.map(({ key }) => key);
  const mine = duties.filter(({ unit }) => unit === 'mau-an').map(({ key }) => key);
  const before0 = await post('appraiser', '/preview', { keys: [...keys, 'report:khong-co'] });
  assert.deepEqual(breaches('post', '/duties/reminders/preview', before0), []);
  const { items: open, ...counts } = before0.json as { readonly items: readonly Item[] };
  assert.deepEqual(
    [open.map(({ unit }) => unit), counts],
    [['mau-an', 'mau-binh'], { people: 2, already: 0, nobody: 1, gone: 1 }],
  );
  assert.equal((await post('officerOfAn', '', { keys: mine })).status, 403);
  assert.equal((await post('nobody', '', { keys })).status, 422);
  assert.equal((await post('reporter', '', { keys })).status, 403);
  for (const path of ['', '/preview']) assert.equal((await post('writer', path, { keys })).status, 403);
  assert.equal((await post('appraiser', '', { keys: [] })).status, 422);

  const head = await post('headOfAn', '', { keys }, { 'idempotency-key': 'nhac-lan-1' });
  assert.deepEqual([head.status, head.json], [200, { sent: 1, already: 0 }]);
  assert.deepEqual(breaches('post', '/duties/reminders', head), []);
  const again = await post('headOfAn', '', { keys }, { 'idempotency-key': 'nhac-lan-1' });
  assert.deepEqual(again.json, { sent: 1, already: 0 });
  assert.deepEqual((await post('appraiser', '', { keys })).json, { sent: 1, already: 1 });
  assert.equal((await post('appraiser', '', { keys })).status, 422);
  const after0 = await post('appraiser', '/preview', { keys });
  assert.deepEqual(after0.json, { items: [], people: 0, already: 2, nobody: 1, gone: 0 });
  const [reminded] = itemsOf(await get('officerOfAn', '?kind=report'));
  assert.ok(typeof reminded?.['remindedAt'] === 'string');
  const recorded = await desk.database.owner
    .selectFrom('record_entry')
    .select('via')
    .where('kind', '=', 'reminder.sent')
    .execute();
  assert.deepEqual(recorded, [{ via: 'api' }, { via: 'api' }]);
});
