/** Conclusions of appraisal over HTTP: the same hands, the same checks as on the page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { now, people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { newId } from '../../platform/id.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();
const holder = newId();

before(async () => {
  desk = await openDesk();
  const row = { id: holder, kind: 'person', name: 'Nguyễn Văn Mẫu', unit_id: units.communeAn, source: 'thử' };
  await desk.database.owner
    .insertInto('holder')
    .values({ ...row, entered_at: now })
    .execute();
  for (const name of ['officerOfAn', 'headOfAn', 'officerOfBinh', 'appraiser', 'auditor'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'dossiers:read', 'dossiers:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

type Json = Record<string, unknown>;
const call = (who: PersonName, path: string, json?: unknown) =>
  api.call(`/api/v1/dossiers${path}`, { token: tokens.get(who), ...(json !== undefined && { json }) });
const of = ({ json }: Answered, field: string) => (json as Json)[field];
const kindOf = ({ status, json }: Answered) => [status, (json as { type?: string }).type?.split('/').at(-1)];
const pointers = (answer: Answered) => (of(answer, 'errors') as readonly Json[]).map(({ pointer }) => pointer);
const path = '/dossiers/{id}/nominees/{nomineeId}/appraisal';

async function received(): Promise<{ readonly id: string; readonly at: string }> {
  const nominees = [{ holder, award: 'bang-khen-tinh', achievement: 'Việc mẫu' }];
  const body = { unit: 'mau-an', to: 'tinh-mau', kind: 'merit', year: 2026, title: 'Đề nghị mẫu', nominees };
  const sent = await call('headOfAn', '', { ...body, submit: true, reason: 'Nộp bản gốc sau' });
  const id = String(of(sent, 'id'));
  const version = of(await call('appraiser', `/${id}`), 'version');
  await call('appraiser', `/${id}/moves`, { move: 'receive', version });
  const [first] = of(await call('appraiser', `/${id}/appraisal`), 'items') as readonly Json[];
  return { id, at: `/${id}/nominees/${String(first?.['id'])}/appraisal` };
}

test('whoever appraises concludes by the version they read; each item that lacks its reason is named where it stands', async () => {
  const { id, at } = await received();
  const read = await call('appraiser', `/${id}/appraisal`);
  assert.deepEqual(breaches('get', '/dossiers/{id}/appraisal', read), []);
  const [one = {}] = of(read, 'items') as readonly Json[];
  assert.deepEqual([one['version'], one['conclusion'], of(read, 'total')], [0, null, 1]);
  assert.ok((one['items'] as readonly string[]).includes('papers'));
  const checks = [
    { item: 'papers', verdict: 'met' },
    { item: 'authentic', verdict: 'to_supplement' },
  ];
  const lacking = await call('appraiser', at, { version: 0, conclusion: 'lacking', checks });
  assert.deepEqual(kindOf(lacking), [422, 'invalid-body']);
  assert.deepEqual(pointers(lacking), ['#/checks/1/reason', '#/reason']);
  const unknown = [...checks, { item: 'papres', verdict: 'met' }, { item: 'papers', verdict: 'met' }];
  assert.deepEqual(pointers(await call('appraiser', at, { version: 0, checks: unknown })), [
    '#/checks/2/item',
    '#/checks/3/item',
  ]);
  const done = await call('appraiser', at, {
    version: 0,
    conclusion: 'qualified',
    checks: [{ item: 'papers', verdict: 'met', reason: 'Đủ' }],
  });
  assert.deepEqual(breaches('post', path, done), []);
  assert.deepEqual([done.status, of(done, 'conclusion'), of(done, 'version')], [200, 'qualified', 1]);
  assert.deepEqual(of(done, 'checks'), [{ item: 'papers', verdict: 'met', reason: 'Đủ' }]);
  assert.deepEqual(kindOf(await call('appraiser', at, { version: 0, conclusion: 'qualified' })), [409, 'conflict']);
});

test('nobody else concludes: the unit and a stranger to the dossier do not even read, who looks on reads alone', async () => {
  const { id, at } = await received();
  const order = { version: 0, conclusion: 'qualified' };
  for (const who of ['officerOfAn', 'headOfAn', 'officerOfBinh'] as const) {
    assert.equal((await call(who, `/${id}/appraisal`)).status, 404, who);
    assert.equal((await call(who, at, order)).status, 404, who);
  }
  assert.equal((await call('auditor', `/${id}/appraisal`)).status, 200);
  assert.deepEqual(kindOf(await call('auditor', at, order)), [403, 'not-allowed']);
  const token = await tokenFor(desk, people.appraiser, 'dossiers:write');
  assert.equal((await api.call(`/api/v1/dossiers${at}`, { token, json: order })).status, 403);
  assert.equal((await call('appraiser', `/${id}/nominees/${newId()}/appraisal`, order)).status, 404);
  const version = of(await call('appraiser', `/${id}`), 'version');
  const ground = { reason: 'Thiếu giấy tờ', ground: 'papers_missing' };
  await call('appraiser', `/${id}/moves`, { move: 'return', version, ...ground });
  assert.deepEqual(kindOf(await call('appraiser', at, order)), [409, 'conflict']);
});

test('taken out of the list needs its reason and settles the nominee', async () => {
  const { id, at } = await received();
  const out = { version: 0, conclusion: 'removed' };
  assert.deepEqual(pointers(await call('appraiser', at, out)), ['#/reason']);
  const done = await call('appraiser', at, { ...out, reason: 'Đã được tặng năm trước' });
  assert.deepEqual([done.status, of(done, 'conclusion')], [200, 'removed']);
  const [nominee] = of(await call('appraiser', `/${id}`), 'list') as readonly Json[];
  assert.equal(nominee?.['outcome'], 'removed');
});
