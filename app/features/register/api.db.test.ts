import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { createHolder } from './holders.server.ts';
import { writeNote } from './notes.server.ts';

let desk: Desk;
let api: Served;
let holderId: string;
const tokens = new Map<PersonName, string>();

before(async () => {
  desk = await openDesk();
  holderId = await enterHolder('communeAn', 'Nguyễn Văn Mẫu API');
  await enterHolder('communeBinh', 'Nguyễn Văn Mẫu Kín');
  for (const name of ['officerOfAn', 'officerOfBinh', 'appraiser', 'auditor'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'register:read', 'honours:read', 'honours:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

async function enterHolder(unit: 'communeAn' | 'communeBinh', name: string): Promise<string> {
  const [id, typed] = [newId(), { kind: 'person', name, birthYear: '1980', source: 'Sổ mẫu' }];
  const command = { id, unitId: units[unit], typed };
  return expectOk(
    await act(desk.edge(people.appraiser), (context) => createHolder(context, desk.services.seal, command)),
  ).id;
}

const body = (more: object = {}) => ({
  holderId,
  award: 'giay-khen',
  year: 2025,
  kind: 'merit',
  decisionNumber: '31/QĐ-MẪU',
  decidedOn: '2025-12-20',
  decidedBy: 'Chủ tịch UBND xã Mẫu An',
  source: 'Sổ mẫu',
  ...more,
});
const send = (who: PersonName, json: unknown, { path = '', headers = {} } = {}) =>
  api.call(`/api/v1/honours${path}`, { token: tokens.get(who), json, headers });
const read = (who: PersonName, path: string) => api.call(`/api/v1/${path}`, { token: tokens.get(who) });
const kindOf = ({ status, json }: Answered) => [status, (json as { type?: string }).type?.split('/').at(-1)];
const idOf = ({ json }: Answered) => String((json as { id: unknown }).id);
const pointersOf = ({ json }: Answered) =>
  (json as { errors: readonly { pointer: string }[] }).errors.map(({ pointer }) => pointer);
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const namesOf = (answer: Answered) => itemsOf(answer).map(({ name }) => name);

test('an award of the base is entered by the unit; sent again by its key it is the same; then found and read', async () => {
  const headers = { 'Idempotency-Key': 'khen-thuong-31' };
  const first = await send('officerOfAn', body(), { headers });
  assert.deepEqual(breaches('post', '/honours', first), []);
  assert.equal(first.status, 200);
  assert.equal(idOf(await send('officerOfAn', body(), { headers })), idOf(first));
  assert.deepEqual(kindOf(await send('officerOfAn', body())), [422, 'refused']);
  const found = await read('officerOfAn', 'honours?words=mau+api&unit=mau-an&award=giay-khen&year=2025&number=31');
  assert.deepEqual(
    itemsOf(found).map(({ id }) => id),
    [idOf(first)],
  );
  const one = await read('officerOfAn', `honours/${idOf(first)}`);
  assert.deepEqual(breaches('get', '/honours/{id}', one), []);
  assert.deepEqual([one.json?.['origin'], one.json?.['version']], ['entered', 1]);
});

test('a holder is read with the timeline; nobody of another commune learns that they are there', async () => {
  const typed = { year: '2025', level: 'excellent', source: 'Thông báo mẫu' };
  const note = { holderId, kind: 'year', key: '', version: 0, typed } as const;
  expectOk(await act(desk.edge(people.officerOfAn), (context) => writeNote(context, note)));
  const one = await read('officerOfAn', `holders/${holderId}`);
  assert.deepEqual(breaches('get', '/holders/{id}', one), []);
  const { timeline } = one.json as { timeline: readonly Record<string, unknown>[] };
  assert.deepEqual(
    timeline.map(({ what, note: kind, on, fields }) => [what, kind, on, fields]),
    [
      ['note', 'year', '2025', typed],
      ['honour', null, '2025-12-20', { award: 'giay-khen', year: '2025', number: '31/QĐ-MẪU' }],
    ],
  );
  assert.deepEqual(namesOf(await read('officerOfAn', 'holders')), ['Nguyễn Văn Mẫu API']);
  assert.deepEqual(namesOf(await read('officerOfBinh', 'holders')), ['Nguyễn Văn Mẫu Kín']);
  const honour = String(timeline[1]?.['id']);
  const refused = await Promise.all([
    read('officerOfBinh', `holders/${holderId}`),
    read('officerOfBinh', `honours/${honour}`),
    send('officerOfBinh', body({ decisionNumber: '32/QĐ-MẪU' })),
    send('officerOfBinh', { version: 1, reason: 'Thử', year: 2024 }, { path: `/${honour}/correction` }),
    read('officerOfAn', 'holders/khong-co'),
    read('officerOfAn', `honours/${newId()}`),
  ]);
  for (const answer of refused) assert.deepEqual(kindOf(answer), [404, 'not-there']);
  assert.equal(new Set(refused.map(({ json }) => json?.['detail'])).size, 1);
});

test('what is above the base is entered by an appraiser alone; wrong fields are named; a key of another scope does nothing', async () => {
  const above = body({ award: 'bang-khen-tinh', decisionNumber: '33/QĐ-UBND' });
  for (const who of ['officerOfAn', 'auditor'] as const)
    assert.deepEqual(kindOf(await send(who, above)), [403, 'not-allowed']);
  assert.equal((await send('appraiser', above)).status, 200);
  const wrong = await send('appraiser', body({ year: 1800, award: 'khong-co' }));
  assert.deepEqual(kindOf(wrong), [422, 'invalid-body']);
  assert.deepEqual(pointersOf(wrong), ['#/award', '#/year']);
  assert.deepEqual(breaches('post', '/honours', wrong), []);
  const readOnly = await tokenFor(desk, people.appraiser, 'honours:read', 'register:read');
  const writeOnly = await tokenFor(desk, people.appraiser, 'honours:write');
  for (const token of [readOnly, writeOnly]) {
    const answer = await api.call('/api/v1/honours', { token, json: body({ decisionNumber: '34/QĐ' }) });
    assert.deepEqual(kindOf(answer), [403, 'not-scoped']);
  }
});

test('an award is put right by version with a reason; only what is sent changes; a lost race changes nothing', async () => {
  const entered = await send('officerOfAn', body({ decisionNumber: '35/QĐ-MẪU', year: 2024 }));
  const path = `/${idOf(entered)}/correction`;
  const fix = (more: object) => send('officerOfAn', { version: 1, reason: 'Chép nhầm số', ...more }, { path });
  assert.deepEqual(pointersOf(await fix({ reason: ' ', decisionNumber: '36/QĐ-MẪU' })), ['#/reason']);
  assert.deepEqual(kindOf(await fix({})), [422, 'refused']);
  assert.deepEqual(kindOf(await fix({ award: 'bang-khen-tinh' })), [403, 'not-allowed']);
  const done = await fix({ decisionNumber: '36/QĐ-MẪU' });
  assert.deepEqual(breaches('post', '/honours/{id}/correction', done), []);
  assert.deepEqual(done.json, { ...entered.json, decisionNumber: '36/QĐ-MẪU', version: 2 });
  assert.deepEqual(kindOf(await fix({ decisionNumber: '37/QĐ-MẪU' })), [409, 'conflict']);
  const kept = await read('officerOfAn', `honours/${idOf(entered)}`);
  assert.deepEqual(kept.json, done.json);
});
