/** Every operation that reads, as everybody and as a stranger: what carries a mark is found by exactly those it is for. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../tests/api.ts';
import type { Served } from '../tests/api.ts';
import { openDesk } from '../tests/desk.ts';
import type { Desk } from '../tests/desk.ts';
import { indicators, insertIndicators, insertSchemes, schemes } from '../tests/values.ts';
import { people, units } from '../tests/world.ts';
import type { PersonName } from '../tests/world.ts';
import { operations } from './api.server.ts';
import { enter } from './features/actuals/entering.server.ts';
import { moveOne } from './features/actuals/moving.server.ts';
import type { Way } from './features/actuals/moving.server.ts';
import { enterPledge } from './features/pledges/pledges.server.ts';
import { scopes } from './kernel/actor.ts';
import type { Person } from './kernel/actor.ts';
import { expectOk } from './kernel/result.ts';
import { act } from './platform/command.server.ts';
import { newId } from './platform/id.server.ts';

type Who = PersonName | 'stranger';
const everybody = Object.keys(people) as PersonName[];
const nearAn: readonly Who[] = ['officerOfAn', 'headOfAn', 'appraiser', 'auditor'];
const nearBinh: readonly Who[] = ['officerOfBinh', 'headOfBinh', 'appraiser', 'auditor'];
const owners: readonly Who[] = ['indicatorOwner', 'officerOfDepartment'];

/** Who may find which mark. A figure of a commune is for whoever is signed in once it is verified, never for the public. */
const marks: Readonly<Record<string, readonly Who[]>> = {
  'dau-an-nhap': nearAn,
  'dau-binh-cho-duyet': nearBinh,
  'dau-binh-ti-le': [...nearBinh, ...owners],
  'dau-an-xac-nhan': everybody,
  'dau-an-dang-ky': nearAn,
  // What the directive itself prints of the scheme under state secrets is public; nothing else of it can be entered.
  'dau-nguyen-van-de-an-mat': [...everybody, 'stranger'],
};

let desk: Desk;
let api: Served;
const ids: string[] = [];
const tokens = new Map<Who, string>();

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await insertSchemes(desk.database.owner);
  await desk.database.owner
    .insertInto('scheme_criterion')
    .values({ code: 'DA-97.1', scheme_code: schemes.secret, position: 1, wording: 'dau-nguyen-van-de-an-mat' })
    .execute();
  await value('dau-an-nhap', people.officerOfAn, { period: '2026-01' });
  await value('dau-binh-cho-duyet', people.officerOfBinh, { period: '2026-01' }, ['submit', people.officerOfBinh]);
  await value('dau-binh-ti-le', people.officerOfBinh, { indicatorCode: indicators.share, period: '2026-Q1' });
  await value(
    'dau-an-xac-nhan',
    people.officerOfAn,
    { period: '2026-02' },
    ['submit', people.officerOfAn],
    ['verify', people.appraiser],
  );
  const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount };
  const typed = { wording: 'dau-an-dang-ky', value: '5' };
  const pledge = { id: newId(), unitId: units.communeAn, year: 2026, ...about, typed };
  expectOk(await act(desk.edge(people.officerOfAn), (context) => enterPledge(context, pledge)));
  for (const name of everybody) tokens.set(name, await tokenFor(desk, people[name], ...scopes));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

type About = { readonly indicatorCode?: string; readonly period: string };

async function value(
  mark: string,
  by: Person,
  about: About,
  ...ways: readonly (readonly [Way, Person])[]
): Promise<void> {
  const id = newId();
  ids.push(id);
  const { indicatorCode = indicators.amount, period } = about;
  const figure = indicatorCode === indicators.share ? { numerator: '8', denominator: '9' } : { value: '7' };
  const typed = { ...figure, period, asOfDate: '2026-06-01', source: mark };
  const command = { id, indicatorCode, unitId: by.homeUnitId, typed };
  expectOk(await act(desk.edge(by), (context) => enter(context, command)));
  for (const [index, [move, mover]] of ways.entries()) {
    expectOk(await act(desk.edge(mover), (context) => moveOne(context, { id, version: index + 1, move })));
  }
}

const wellKnown = [...Object.values(indicators), ...Object.values(schemes), 'mau-an', 'mau-binh', 'tinh-mau'];

/** Every address that a reading operation can have here. */
function addresses(): readonly string[] {
  const reading = operations.filter(({ method }) => method === 'GET');
  return reading.flatMap(({ path }) => {
    if (path.endsWith('{id}')) return ids.map((id) => path.replace('{id}', id));
    if (path.endsWith('{code}')) return wellKnown.map((code) => path.replace('{code}', code));
    return [path, `${path}?unit=mau-an`, `${path}?q=mau`, `${path}?superseded=true&limit=1`, `${path}?limit=x`];
  });
}

for (const who of [...everybody, 'stranger'] as const) {
  test(`${who} finds what is theirs in the API, and nothing else`, async () => {
    const found = new Set<string>();
    for (const address of addresses()) {
      for (const Accept of ['application/json', 'text/csv']) {
        const { status, text } = await api.call(`/api/v1${address}`, { token: tokens.get(who), headers: { Accept } });
        assert.ok(status < 500, `${address} ${status}`);
        for (const mark of Object.keys(marks)) if (text.includes(mark)) found.add(mark);
      }
    }
    const theirs = Object.keys(marks).filter((mark) => marks[mark]?.includes(who));
    assert.deepEqual([...found].toSorted(), theirs.toSorted());
  });
}
