/**
 * "As known on a day" on every page with figures and in the API: one of each kind of fact changes on the second day; asked
 * for the first, everything reads as it read then, to the letter.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../tests/api.ts';
import type { Served } from '../tests/api.ts';
import { openDesk } from '../tests/desk.ts';
import type { Desk } from '../tests/desk.ts';
import { seenOn } from '../tests/seen.ts';
import { given, indicators, insertIndicators, insertSchemes, schemes, verified } from '../tests/values.ts';
import { contextFor, people, today, units } from '../tests/world.ts';
import type { TestContext } from '../tests/world.ts';
import { stranger } from './kernel/actor.ts';
import type { Actor, Person } from './kernel/actor.ts';
import type { Result } from './kernel/result.ts';
import { expectOk } from './kernel/result.ts';
import { newId } from './platform/id.server.ts';
import { changeSetting } from './features/administration/settings.server.ts';
import { rollUpAll } from './features/actuals/rollup.server.ts';
import { decideIndicator } from './features/indicators/deciding/decide.server.ts';
import { linkScheme } from './features/indicators/deciding/link.server.ts';
import { changeUnit, createUnit, dissolveUnit } from './features/organisation/units.server.ts';
import { movePledges } from './features/pledges/moving.server.ts';
import { enterPledge, revisePledge } from './features/pledges/pledges.server.ts';
import { findSnapshot } from './features/snapshots/list.server.ts';
import { canonical } from './features/snapshots/snapshot.ts';
import { takeSnapshot } from './features/snapshots/take.server.ts';
import { assignTarget } from './features/targets/targets.server.ts';

const dayOne = '2026-06-14';
const [early, one, two] = ['2026-06-10', dayOne, today].map((day) => new Date(`${day}T03:00:00Z`)) as [
  Date,
  Date,
  Date,
];
const snapshotId = '0000000a-0000-7000-8000-000000000077';
const scene = {
  indicatorCode: indicators.amount,
  schemeCode: schemes.open,
  unitCode: 'mau-binh',
  unitId: units.communeBinh,
};

let desk: Desk;
let api: Served;
let token: string;
const ids = { target: newId(), pledge: newId(), value: '' };

async function act(
  by: Person,
  at: Date,
  command: (context: TestContext) => Promise<Result<unknown, { kind: string }>>,
) {
  await desk.services.db.transaction().execute(async (tx) => void expectOk(await command(contextFor(tx, by, at))));
}

const decided = (more: Readonly<Record<string, string>>) => ({
  ky: 'month',
  'muc-goc': '10',
  'nam-goc': '2025',
  'nguon-goc': 'Niên giám mẫu',
  'muc-2026': '60',
  'can-cu-2026': 'Quyết định mẫu',
  ...more,
});

async function pledgeAccepted(id: string, at: Date) {
  const version = (n: number) => [{ id, version: n }];
  await act(people.headOfBinh, at, (context) => movePledges(context, { move: 'submit', chosen: version(1) }));
  await act(people.appraiser, at, (context) => movePledges(context, { move: 'accept', chosen: version(2) }));
}

/** What was there on the first day, each fact known some days before. */
async function firstDay() {
  await insertIndicators(desk.database.owner);
  await insertSchemes(desk.database.owner);
  await act(people.appraiser, early, (context) =>
    decideIndicator(context, { code: indicators.amount, version: 1, typed: decided({}) }),
  );
  const links = [{ indicatorCode: indicators.amount, basis: 'Kế hoạch mẫu' }];
  await act(people.appraiser, early, (context) => linkScheme(context, { schemeCode: schemes.open, version: 1, links }));
  await act(people.administrator, early, (context) =>
    changeSetting(context, { key: 'at_risk_margin', value: 0.2, version: 0 }),
  );
  await desk.services.db.transaction().execute(async (tx) => {
    const officers = [people.officerOfAn, people.officerOfBinh, { ...people.officerOfBinh, ...ofChi }] as const;
    for (const [n, unitId] of [units.communeAn, units.communeBinh, units.wardChi].entries()) {
      const by = officers[n] ?? people.officerOfAn;
      for (const period of ['2026-01', '2026-02', '2026-03']) {
        const what = { by, unitId, period, value: String(n + 2), at: early };
        ids.value = await given(tx, what, ['submit', by], verified);
      }
    }
  });
  const target = { indicatorCode: indicators.amount, unitId: units.communeBinh };
  await act(people.appraiser, early, (context) =>
    assignTarget(context, { ...target, id: ids.target, typed: assigned('30'), replaces: null }),
  );
  const about = { schemeCode: schemes.open, criterionCode: null, indicatorCode: null };
  const typed = { wording: 'Trồng rừng mẫu', value: '5', unitOfMeasure: 'ha' };
  const pledge = { id: ids.pledge, unitId: units.communeBinh, year: 2026, ...about, typed };
  await act(people.officerOfBinh, early, (context) => enterPledge(context, pledge));
  await pledgeAccepted(ids.pledge, early);
  await act(people.appraiser, one, (context) =>
    takeSnapshot(context, { id: snapshotId, typed: { 'tieu-de': 'Chốt mẫu', 'muc-dich': 'midterm', ngay: dayOne } }),
  );
}

const ofChi = { holdings: [{ holdingId: 'x', role: 'officer', unitId: units.wardChi }] } as const;
const assigned = (value: string) => ({ value, year: '2026', basis: 'Quyết định mẫu' });

/** One of each kind of fact changes; the organisation also in hindsight. */
async function secondDay() {
  await act(people.appraiser, two, (context) =>
    decideIndicator(context, {
      code: indicators.amount,
      version: 2,
      typed: decided({
        'co-quan': 'so-mau',
        'muc-goc': '20',
        'muc-2026': '90',
        'muc-2027': '95',
        'can-cu-2027': 'Mẫu',
        nguong: '1',
      }),
    }),
  );
  await act(people.appraiser, two, (context) =>
    linkScheme(context, { schemeCode: schemes.open, version: 2, links: [] }),
  );
  await act(people.administrator, two, (context) =>
    changeSetting(context, { key: 'at_risk_margin', value: 0.3, version: 1 }),
  );
  await act(people.appraiser, two, (context) =>
    assignTarget(context, {
      id: newId(),
      indicatorCode: indicators.amount,
      unitId: units.communeBinh,
      typed: assigned('99'),
      replaces: ids.target,
    }),
  );
  const revised = newId();
  await act(people.officerOfBinh, two, (context) =>
    revisePledge(context, {
      id: ids.pledge,
      newId: revised,
      typed: { wording: 'Trồng rừng mẫu', value: '8', unitOfMeasure: 'ha' },
    }),
  );
  await pledgeAccepted(revised, two);
  const chi = { name: 'Phường Mẫu Đổi', shortName: 'Mẫu Đổi', parentId: units.province, basis: null };
  await act(people.administrator, two, (context) =>
    changeUnit(context, { unitId: units.wardChi, version: 1, from: '2026-01-01', ...chi }),
  );
  await act(people.administrator, two, (context) =>
    dissolveUnit(context, {
      unitId: units.communeBinh,
      version: 1,
      on: today,
      successorIds: [units.communeAn],
      basis: 'Nghị quyết mẫu',
    }),
  );
  const found = {
    code: 'mau-moi',
    name: 'Xã Mẫu Mới',
    shortName: 'Mẫu Mới',
    kind: 'commune',
    communeType: 'xa',
  } as const;
  await act(people.administrator, two, (context) =>
    createUnit(context, {
      ...found,
      officialCode: null,
      parentId: units.province,
      validFrom: '2025-07-01',
      takesPart: false,
    }),
  );
}

const actors: Readonly<Record<string, Actor>> = { appraiser: people.appraiser, stranger };
const look = (actor: Actor, known: string | undefined, now = today) =>
  seenOn(desk.services.db, { actor, day: { today: now, known } }, scene);
const paths = [
  '/indicators',
  `/indicators/${indicators.amount}`,
  '/actuals?limit=100',
  '/pledges',
  '/snapshots',
  '/units?kind=commune',
  '/units/mau-binh',
  `/snapshots/${snapshotId}`,
];
const read = async (path: string, known?: string) => {
  const asked = known === undefined ? '' : `${path.includes('?') ? '&' : '?'}knownOn=${known}`;
  const { status, text } = await api.call(`/api/v1${path}${asked}`, { token });
  assert.equal(status, 200, `${path} ${text}`);
  return text;
};
const readAll = async (known?: string) => Promise.all(paths.map((path) => read(path, known)));
const lookAll = async (known?: string) => Promise.all(Object.values(actors).map((actor) => look(actor, known)));

type Seen = { readonly pages: Awaited<ReturnType<typeof lookAll>>; readonly answers: readonly string[] };
let then: Seen;
let later: Seen;
let again: Seen;
let presentOnDayOne: Awaited<ReturnType<typeof look>>;
let frozen: readonly [string | undefined, string | undefined];

before(async () => {
  desk = await openDesk();
  api = await serveApi(desk);
  await firstDay();
  token = await tokenFor(desk, people.appraiser, 'actuals:read', 'pledges:read', 'snapshots:read');
  presentOnDayOne = await look(people.appraiser, undefined, dayOne);
  then = { pages: await lookAll(dayOne), answers: await readAll(dayOne) };
  const snapshot = async () => canonical((await findSnapshot(desk.services.db, people.appraiser, snapshotId))?.content);
  const kept = await snapshot();
  await secondDay();
  frozen = [kept, await snapshot()];
  again = { pages: await lookAll(dayOne), answers: await readAll(dayOne) };
  later = { pages: await lookAll(), answers: await readAll() };
});
after(async () => {
  await api.close();
  await desk.leave();
});

test('the past is read by the same rules as the present was', async () => {
  const { pages } = then;
  for (const [page, text] of Object.entries(presentOnDayOne)) assert.equal(pages[0]?.[page], text, page);
});

test('asked for the day before, every page reads as it did, to the letter', () => {
  for (const [n, name] of Object.keys(actors).entries()) {
    for (const [page, text] of Object.entries(then.pages[n] ?? {})) {
      assert.equal(again.pages[n]?.[page], text, `${page} of ${name}`);
    }
  }
});

test('and as of today every one of them has changed', () => {
  const [seen, now] = [then.pages[0] ?? {}, later.pages[0] ?? {}];
  assert.deepEqual(
    Object.keys(seen).filter((page) => seen[page] === now[page]),
    [],
  );
});

test('the API answers for the day before as it did', () => {
  for (const [n, path] of paths.entries()) assert.equal(again.answers[n], then.answers[n], path);
});

test('a snapshot stays what it was', () => {
  assert.equal(frozen[1], frozen[0]);
});

test('a unit that was merged on a day is its own the day before, by name and with its figures', () => {
  const [seen, now] = [again.pages[0] ?? {}, later.pages[0] ?? {}];
  assert.match(seen['units'] ?? '', /Xã Mẫu Bình/);
  assert.doesNotMatch(now['units'] ?? '', /Xã Mẫu Bình/);
  assert.doesNotMatch(seen['units'] ?? '', /Mẫu Đổi|Mẫu Mới/);
  assert.match(now['units'] ?? '', /Mẫu Đổi/);
});

test('what it reported stays in the figures of the periods before, whatever day is asked for', async () => {
  for (const knownOn of [dayOne, undefined]) {
    const rolled = await rollUpAll(desk.services.db, { rootId: units.province, ...(knownOn && { knownOn }) });
    const cell = rolled.get(indicators.amount)?.get('2026-03');
    assert.deepEqual([cell?.parts.sum.toFixed(), cell?.parts.missing], ['9', 0]);
  }
});
