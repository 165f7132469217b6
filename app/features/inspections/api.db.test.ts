import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { approved, findingFor, givenFinding, givenInspection, givenProgramme } from '../../../tests/inspections.ts';
import { insertGrounds } from '../../../tests/plans.ts';
import { insertSchemes } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { saveFinding } from './findings.server.ts';

let desk: Desk;
let api: Served;
let an: { readonly inspectionId: string; readonly id: string };
let programme: string;
let planned: string;
let draft: string;
const readers = ['officerOfAn', 'officerOfBinh', 'appraiser', 'nobody'] as const;
type Who = (typeof readers)[number] | 'writer' | 'pledger';
const tokens = new Map<Who, string>();

before(async () => {
  desk = await openDesk();
  await insertSchemes(desk.database.owner);
  await insertGrounds(desk.database.owner);
  await desk.database.owner.transaction().execute(async (tx) => {
    programme = await givenProgramme(tx);
    planned = await givenInspection(tx, { programmeId: programme, unitIds: [units.communeBinh] });
    an = await givenFinding(tx);
    const written = findingFor(planned, { id: newId() });
    draft = expectOk(await saveFinding(contextFor(tx, people.appraiser), written)).id;
  });
  for (const name of readers)
    tokens.set(name, await tokenFor(desk, people[name], 'inspections:read', 'inspections:write'));
  tokens.set('writer', await tokenFor(desk, people.officerOfAn, 'inspections:write'));
  tokens.set('pledger', await tokenFor(desk, people.appraiser, 'pledges:read'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const get = (who: Who, path: string) => api.call(`/api/v1${path}`, { token: tokens.get(who) });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const idsIn = async (who: Who, path: string) => itemsOf(await get(who, path)).map(({ id }) => id);

test('a token reads the inspections its person may: the unit its own, minutes with them, and nobody else', async () => {
  const read = await get('officerOfAn', '/inspections');
  assert.deepEqual(
    itemsOf(read).map(({ id, unit, byUnit, stage, findings, openFindings }) => [
      [id, unit, byUnit, stage],
      [findings, openFindings],
    ]),
    [
      [
        [an.inspectionId, 'mau-an', 'tinh-mau', 'held'],
        [1, 1],
      ],
    ],
  );
  assert.deepEqual(breaches('get', '/inspections', read), []);
  assert.deepEqual(await idsIn('officerOfBinh', '/inspections'), []);
  assert.deepEqual((await idsIn('appraiser', '/inspections')).length, 2);
  assert.deepEqual(await idsIn('nobody', '/inspections'), []);
  assert.deepEqual(await idsIn('appraiser', '/inspections?unit=mau-binh&by=tinh-mau&stage=planned&year=2026'), [
    planned,
  ]);
  assert.deepEqual(await idsIn('appraiser', '/inspections?year=2025'), []);
  assert.equal((await get('appraiser', '/inspections?by=khong-co')).json?.['status'], 400);
  const one = await get('officerOfAn', `/inspections/${an.inspectionId}`);
  const { minutes, team, findingList } = one.json as Record<string, { results?: string }[] & { results?: string }>;
  assert.deepEqual(
    [minutes?.results, team?.length, findingList?.length],
    ['Đã lập kế hoạch, chưa đăng ký chỉ tiêu', 1, 1],
  );
  assert.deepEqual(breaches('get', '/inspections/{id}', one), []);
  assert.equal((await get('officerOfBinh', `/inspections/${an.inspectionId}`)).status, 404);
  assert.equal((await get('pledger', '/inspections')).status, 403);
});

test('a unit reads of what is planned for it once the programme is approved, without what is being written there', async () => {
  assert.deepEqual(await idsIn('officerOfBinh', '/inspection-programmes'), []);
  await desk.database.owner.transaction().execute((tx) => approved(tx, programme));
  const programmes = await get('officerOfBinh', '/inspection-programmes?year=2026');
  assert.deepEqual(
    itemsOf(programmes).map(({ id, unit, planned: wanted, held }) => [id, unit, wanted, held]),
    [[programme, 'tinh-mau', 1, 0]],
  );
  assert.deepEqual(breaches('get', '/inspection-programmes', programmes), []);
  const one = await get('officerOfBinh', `/inspections/${planned}`);
  assert.deepEqual([one.json?.['minutes'], one.json?.['findingList']], [null, []]);
  const inside = await get('appraiser', `/inspections/${planned}`);
  assert.equal((inside.json as { findingList: readonly unknown[] }).findingList.length, 1);
  for (const who of ['officerOfBinh', 'appraiser'] as const)
    assert.equal((await get(who, `/findings/${draft}`)).status, 404, who);
});

test('findings are listed by who may know of them, narrowed, and read one by one', async () => {
  const read = await get('officerOfAn', '/findings?standing=open&unit=mau-an&year=2026');
  assert.deepEqual(
    itemsOf(read).map(({ id, standing, askedDay, dueOn }) => [id, standing, askedDay, dueOn]),
    [[an.id, 'running', '2026-06-20', '2026-06-22']],
  );
  assert.deepEqual(breaches('get', '/findings', read), []);
  assert.deepEqual(await idsIn('appraiser', '/findings?standing=overdue'), []);
  assert.deepEqual(await idsIn('officerOfBinh', '/findings'), []);
  const one = await get('officerOfAn', `/findings/${an.id}`);
  assert.deepEqual(one.json?.['answers'], []);
  assert.deepEqual(breaches('get', '/findings/{id}', one), []);
  assert.equal((await get('officerOfBinh', `/findings/${an.id}`)).status, 404);
});

test('the unit tells of its remedy once however often it is sent; others, other versions and nothing said are refused', async () => {
  const tell = (who: Who, json: object, key?: string) =>
    api.call(`/api/v1/findings/${an.id}/answers`, {
      token: tokens.get(who),
      json,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });
  const said = { version: 1, said: 'Đã đăng ký chỉ tiêu' };
  assert.equal((await tell('writer', said)).status, 403);
  assert.equal((await tell('officerOfBinh', said)).status, 404);
  assert.equal((await tell('appraiser', said)).status, 403);
  assert.equal((await tell('officerOfAn', { ...said, version: 7 })).status, 409);
  const empty = await tell('officerOfAn', { ...said, said: ' ' });
  assert.deepEqual(
    [empty.status, empty.json?.['errors']],
    [422, [{ pointer: '#/said', detail: 'Chưa ghi đã khắc phục thế nào.' }]],
  );
  const done = await tell('officerOfAn', said, 'khac-phuc-1');
  assert.deepEqual(breaches('post', '/findings/{id}/answers', done), []);
  assert.equal((await tell('officerOfAn', said, 'khac-phuc-1')).status, 200);
  assert.equal((await tell('officerOfAn', { ...said, version: 2 }, 'khac-phuc-2')).status, 409);
  const { stage, standing, answers } = (await get('officerOfAn', `/findings/${an.id}`)).json as {
    stage: string;
    standing: string;
    answers: readonly { said: string }[];
  };
  assert.deepEqual([stage, standing, answers.map((one) => one.said)], ['answered', 'waiting', ['Đã đăng ký chỉ tiêu']]);
  const recorded = await desk.database.owner
    .selectFrom('record_entry')
    .select('via')
    .where('kind', '=', 'finding.answered')
    .execute();
  assert.deepEqual(recorded, [{ via: 'api' }]);
});
