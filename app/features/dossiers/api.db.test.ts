import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { draft as draftMovement, paper as launch } from '../../../tests/movements.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { now, people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { enterMovement } from '../movements/drafting.server.ts';
import { moveMovement } from '../movements/moving.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();
const holder = newId();

before(async () => {
  desk = await openDesk();
  const row = {
    id: holder,
    kind: 'person',
    name: 'Nguyễn Văn Mẫu',
    unit_id: units.communeAn,
    source: 'thử',
    entered_at: now,
  };
  await desk.database.owner.insertInto('holder').values(row).execute();
  for (const name of ['officerOfAn', 'headOfAn', 'officerOfBinh', 'appraiser'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'dossiers:read', 'dossiers:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const body = (more: object = {}) => ({
  unit: 'mau-an',
  to: 'tinh-mau',
  kind: 'merit',
  year: 2026,
  title: 'Đề nghị khen thưởng qua API',
  nominees: [{ holder, award: 'bang-khen-tinh', achievement: 'Việc mẫu' }],
  ...more,
});
const send = (who: PersonName, json: unknown, headers: Readonly<Record<string, string>> = {}, path = '') =>
  api.call(`/api/v1/dossiers${path}`, { token: tokens.get(who), json, headers });
const read = (who: PersonName, path = '') => api.call(`/api/v1/dossiers${path}`, { token: tokens.get(who) });
const of = ({ json }: Answered, field: string) => (json as Record<string, unknown>)[field];
const kindOf = ({ status, json }: Answered) => [status, (json as { type?: string }).type?.split('/').at(-1)];

test('a draft is written and read back by its unit only; sent again it is the same; its head hands it in', async () => {
  const key = { 'Idempotency-Key': 'ho-so-2026-1' };
  const first = await send('officerOfAn', body(), key);
  assert.deepEqual(breaches('post', '/dossiers', first), []);
  assert.deepEqual([first.status, of(first, 'stage'), of(first, 'nominees')], [200, 'draft', 1]);
  const again = await send('officerOfAn', body(), key);
  assert.deepEqual([of(again, 'id'), of(again, 'nominees')], [of(first, 'id'), 1]);
  const id = String(of(first, 'id'));
  const one = await read('officerOfAn', `/${id}`);
  assert.deepEqual(breaches('get', '/dossiers/{id}', one), []);
  assert.equal((await read('appraiser', `/${id}`)).status, 404);
  assert.equal((await read('officerOfBinh', `/${id}`)).status, 404);
  const version = Number(of(one, 'version'));
  assert.deepEqual(kindOf(await send('officerOfAn', { version }, {}, `/${id}/submission`)), [403, 'not-allowed']);
  assert.deepEqual(kindOf(await send('headOfAn', { version: version - 1 }, {}, `/${id}/submission`)), [
    409,
    'conflict',
  ]);
  const unexplained = await send('headOfAn', { version }, {}, `/${id}/submission`);
  assert.deepEqual(kindOf(unexplained), [422, 'refused']);
  assert.match(String(of(unexplained, 'detail')), /còn thiếu: .*biên bản.*báo cáo thành tích của/);
  const sent = await send('headOfAn', { version, reason: 'Nộp bản gốc sau' }, {}, `/${id}/submission`);
  assert.deepEqual(breaches('post', '/dossiers/{id}/submission', sent), []);
  assert.equal(of(sent, 'stage'), 'submitted');
  const listed = await read('appraiser', '?stage=submitted&award=bang-khen-tinh');
  assert.deepEqual(breaches('get', '/dossiers', listed), []);
  assert.equal(of(listed, 'total'), 1);
  assert.equal(of(await read('officerOfBinh'), 'total'), 0);
});

test('what is wrong is refused and nothing is kept: another unit, no such unit, an award that is decided elsewhere, two levels handed in, a hidden holder', async () => {
  assert.deepEqual(kindOf(await send('officerOfBinh', body())), [403, 'not-allowed']);
  assert.deepEqual(kindOf(await send('officerOfAn', body({ to: 'khong-co' }))), [422, 'invalid-body']);
  const unfit = body({ nominees: [{ holder, award: 'bang-khen-bo', achievement: 'x' }] });
  assert.deepEqual(kindOf(await send('officerOfAn', unfit)), [422, 'refused']);
  const levels = ['giay-khen', 'bang-khen-tinh'].map((award) => ({ holder, award, achievement: 'x' }));
  const mixed = body({ nominees: levels, submit: true });
  assert.deepEqual(kindOf(await send('headOfAn', mixed)), [422, 'refused']);
  const hidden = body({ unit: 'mau-binh', nominees: [{ holder, award: 'bang-khen-tinh', achievement: 'x' }] });
  assert.deepEqual(kindOf(await send('officerOfBinh', hidden)), [404, 'not-there']);
  const token = await tokenFor(desk, people.officerOfAn, 'dossiers:write');
  assert.equal((await api.call('/api/v1/dossiers', { token, json: body() })).status, 403);
  assert.equal((await api.call('/api/v1/dossiers', { token })).status, 403);
  assert.equal(of(await read('officerOfAn'), 'total'), 1);
});

test('the office takes its moves as on the page: a return needs its ground, a stranger to the dossier is not there, later steps are none', async () => {
  const first = await send('officerOfAn', body({ title: 'Hồ sơ chuyển bước' }));
  const id = String(of(first, 'id'));
  const move = (who: PersonName, json: object) => send(who, json, {}, `/${id}/moves`);
  const version = async (who: PersonName = 'officerOfAn') => Number(of(await read(who, `/${id}`), 'version'));
  const sent = await move('headOfAn', { move: 'submit', version: await version(), reason: 'Nộp bản gốc sau' });
  assert.deepEqual(breaches('post', '/dossiers/{id}/moves', sent), []);
  assert.deepEqual(kindOf(await move('officerOfBinh', { move: 'receive', version: 1 })), [404, 'not-there']);
  const papers = await read('appraiser', `/${id}/papers`);
  assert.deepEqual(breaches('get', '/dossiers/{id}/papers', papers), []);
  assert.equal((of(papers, 'lackedWhenHandedIn') as { reason: unknown }).reason, 'Nộp bản gốc sau');
  assert.equal((await read('officerOfBinh', `/${id}/papers`)).status, 404);
  assert.deepEqual(of(await read('appraiser', `/${id}`), 'moves'), ['receive', 'return']);
  const lacking = await move('appraiser', { move: 'return', version: await version(), reason: 'Thiếu giấy tờ' });
  assert.equal(lacking.status, 422);
  assert.equal((await move('appraiser', { move: 'to_authority', version: await version() })).status, 422);
  const back = { move: 'return', reason: 'Thiếu giấy tờ', ground: 'papers_missing' };
  const returned = await move('appraiser', { ...back, version: await version() });
  assert.deepEqual([of(returned, 'stage'), of(returned, 'returnReason')], ['returned', 'Thiếu giấy tờ']);
  await move('headOfAn', { move: 'submit', version: await version(), reason: 'Nộp bản gốc sau' });
  const received = await move('appraiser', { move: 'receive', version: await version() });
  assert.equal(of(received, 'stage'), 'appraising');
  assert.equal((await move('headOfAn', { move: 'withdraw', version: await version() })).status, 422);
  const gone = await move('headOfAn', { move: 'withdraw', version: await version(), reason: 'Xin rút' });
  assert.equal(of(gone, 'stage'), 'withdrawn');
});

test('of a movement its review and places are given and read back; without one neither is taken', async () => {
  const movement = await givenMovement();
  const nominees = [{ holder, award: 'bang-khen-tinh', achievement: 'Việc mẫu', rank: 2 }];
  const asked = body({ kind: 'movement', movement, review: 'yearly', nominees });
  assert.deepEqual(kindOf(await send('officerOfAn', asked)), [422, 'refused']);
  const scopes = ['dossiers:read', 'dossiers:write', 'movements:read'] as const;
  const token = await tokenFor(desk, people.officerOfAn, ...scopes);
  const sent = await api.call('/api/v1/dossiers', { token, json: asked });
  assert.deepEqual([sent.status, of(sent, 'movement'), of(sent, 'review')], [200, movement, 'yearly']);
  const one = await read('officerOfAn', `/${String(of(sent, 'id'))}`);
  assert.deepEqual(breaches('get', '/dossiers/{id}', one), []);
  const [nominee] = of(one, 'list') as readonly Record<string, unknown>[];
  assert.equal(nominee?.['rank'], 2);
  const merit = await send('officerOfAn', body({ review: 'final', nominees }));
  assert.deepEqual(kindOf(merit), [422, 'invalid-body']);
  const errors = of(merit, 'errors') as readonly { readonly pointer: string }[];
  assert.deepEqual(
    errors.map(({ pointer }) => pointer),
    ['#/review', '#/nominees/0/rank'],
  );
  const zeroth = [{ ...nominees[0], rank: 0 }];
  const last = await api.call('/api/v1/dossiers', { token, json: { ...asked, nominees: zeroth } });
  assert.deepEqual(kindOf(last), [422, 'invalid-body']);
});

async function givenMovement(): Promise<string> {
  const edge = desk.edge(people.appraiser);
  const one = draftMovement();
  expectOk(await act(edge, (context) => enterMovement(context, one)));
  expectOk(
    await act(edge, (context) => moveMovement(context, { id: one.id, version: 1, move: 'launch', typed: launch })),
  );
  return one.id;
}
