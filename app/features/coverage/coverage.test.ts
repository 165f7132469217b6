import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedLeadsQuery, openedQuery, readViewed, reminderOf } from './asked.ts';
import type { UnitCovered } from './coverage.ts';
import { aspects, behind, coveredOf, groupedBy, growth } from './coverage.ts';
import type { LeadCovered } from './leads.ts';
import { hasFullPlan, isWhole, lacking, leadAspects, leadsBehind } from './leads.ts';
import type { Held } from './reviews.ts';
import { reviewLines } from './reviews.ts';
import type { YearRow } from './year.ts';
import { yearBars, yearState } from './year.ts';

const at = (day: string) => new Date(`${day}T03:00:00Z`);
const unit = (code: string, more: Partial<UnitCovered> = {}): UnitCovered => ({
  unitId: code,
  code,
  name: code,
  kind: 'commune',
  block: null,
  territory: null,
  schemes: [],
  receivedAt: null,
  receivedAs: null,
  joinedAt: null,
  carriedOnId: null,
  planId: null,
  plannedAt: null,
  pledges: 0,
  pledgedAt: null,
  initiatives: 0,
  ...more,
});
const planned = { planId: 'p', plannedAt: at('2026-02-10') };
const pledged = { pledges: 2, pledgedAt: at('2026-04-30') };
const one = unit('a', { ...planned, schemes: ['DA-02', 'DA-01'] });
const both = unit('b', { ...planned, ...pledged, schemes: ['DA-01'], receivedAt: at('2026-01-02') });
const none = unit('c', { kind: 'department' });
const all = [one, both, none];

test('PT-1.2 is kept with both a plan and a pledge', () => {
  const counts = { units: 3, received: 1, carriedOn: 0, planned: 2, pledged: 1, kept: 1, initiative: 0 };
  assert.deepEqual(coveredOf(all), counts);
  assert.equal(coveredOf([]).units, 0);
});

test('a unit stands in every scheme that names it; those that none names stand last', () => {
  assert.deepEqual(
    groupedBy(all, 'scheme').map(({ key, units, kept }) => [key, units, kept]),
    [
      ['DA-01', 2, 1],
      ['DA-02', 1, 0],
      [null, 1, 0],
    ],
  );
});

test('the units behind a number are as many as it says, for every number of every grouping', () => {
  for (const by of ['kind', 'block', 'territory', 'scheme'] as const)
    for (const group of groupedBy(all, by))
      for (const aspect of aspects) {
        const count = (wants: 'has' | 'lacks') => behind(all, { aspect, wants, by, group: group.key ?? '' }).length;
        assert.deepEqual([count('has'), count('lacks')], [group[aspect], group.units - group[aspect]]);
      }
  assert.deepEqual(behind(all, { aspect: 'kept', wants: 'has', by: 'kind', group: null }), [both]);
});

test('the year grows month by month to the day, both from when the later of the two was there', () => {
  assert.deepEqual(
    growth(all, 2026, '2026-05-15').map(({ month, planned: a, pledged: b, kept }) => [month, a, b, kept]),
    [
      [1, 0, 0, 0],
      [2, 2, 0, 0],
      [3, 2, 0, 0],
      [4, 2, 1, 1],
      [5, 2, 1, 1],
    ],
  );
  assert.equal(growth(all, 2025, '2026-05-15').length, 12);
  assert.deepEqual(growth(all, 2027, '2026-05-15'), []);
});

test('an address opens the number that its link was made for; without one nothing is opened', () => {
  const opened = { aspect: 'planned', wants: 'lacks', group: null } as const;
  const query = new URLSearchParams(openedQuery('block', opened));
  const none = { openedLeads: undefined };
  assert.deepEqual(readViewed(query), { by: 'block', opened: { by: 'block', ...opened, group: '' }, ...none });
  const everywhere = new URLSearchParams(openedQuery('kind', { aspect: 'kept', wants: 'has' }));
  assert.equal(readViewed(everywhere).opened?.group, null);
  assert.deepEqual(readViewed(new URLSearchParams('theo=x&xem=y')), { by: 'kind', opened: undefined, ...none });
  for (const aspect of leadAspects)
    for (const wants of ['has', 'lacks'] as const) {
      const address = new URLSearchParams(
        Object.entries(openedLeadsQuery({ aspect, wants })).map(([name, value]) => [name, value ?? '']),
      );
      assert.deepEqual(readViewed(address), { by: 'kind', opened: undefined, openedLeads: { aspect, wants } });
    }
});

const lead = (more: Partial<LeadCovered> = {}): LeadCovered => ({
  schemeCode: 'DA-01',
  schemeName: 'Mẫu',
  unitId: 'u',
  unitCode: 'so-mau',
  unitName: 'Sở Mẫu',
  planId: 'p',
  tasks: 2,
  milestones: 1,
  pledges: 1,
  checks: 1,
  ...more,
});

test('PT-1.3 is kept with a plan of tasks, milestones and pledged indicators, and a check', () => {
  assert.deepEqual([isWhole(lead()), hasFullPlan(lead())], [true, true]);
  assert.deepEqual([isWhole(lead({ checks: 0 })), hasFullPlan(lead({ checks: 0 }))], [false, true]);
  assert.deepEqual(lacking(lead({ planId: null, tasks: 0, milestones: 0, pledges: 0, checks: 0 })), [
    'plan',
    'indicators',
    'progress',
    'check',
  ]);
});

test('the lead bodies behind a number are those that have it, or lack it', () => {
  const full = lead({ checks: 0 });
  const bare = lead({ planId: null, tasks: 0 });
  const all = [lead(), full, bare];
  const behindIt = leadAspects.map((aspect) => [
    leadsBehind(all, { aspect, wants: 'has' }).map((one) => all.indexOf(one)),
    leadsBehind(all, { aspect, wants: 'lacks' }).map((one) => all.indexOf(one)),
  ]);
  assert.deepEqual(behindIt, [
    [[0], [1, 2]],
    [[0, 1], [2]],
    [[0, 2], [1]],
  ]);
});

test('what lacks a thing is reminded of it: all of the province by one address, many of a group by the group', () => {
  const asking = { wants: 'lacks', by: 'kind', group: null } as const;
  const codes = Array.from({ length: 201 }, (_, at) => `xa-${at}`);
  const address = (aspect: (typeof aspects)[number], more: object = {}, of = codes) =>
    reminderOf({ ...asking, aspect, ...more }, of);
  assert.equal(address('kept')?.all, '/don-doc/moi?viec=pt-1.2');
  assert.equal(address('initiative')?.all, '/don-doc/moi?viec=pt-1.4');
  assert.equal(address('planned', {}, ['mot'])?.all, '/don-doc/moi?viec=ke-hoach&don-vi=mot');
  const many = address('initiative', { group: 'commune' });
  assert.equal(many?.all, '/don-doc/moi?viec=pt-1.4&theo=kind&xem=thieu&nhom=commune');
  assert.equal(address('planned', { group: '' })?.all, '/don-doc/moi?viec=ke-hoach&theo=kind&xem=thieu&nhom=khong-co');
  const kind = address('planned');
  assert.deepEqual([kind?.all, kind?.list], [undefined, '/don-doc?xem=tat-ca&loai=ke-hoach']);
  assert.equal(address('carriedOn'), undefined);
  assert.equal(address('kept', { wants: 'has' }), undefined);
});

test('PT-1.5: a year may be evaluated in the next one, a review counts once, and what is not recorded is late when its time is over', () => {
  const plannedReviews = [
    { kind: 'yearly', dueYear: null, wording: '' },
    { kind: 'mid_term', dueYear: 2028, wording: '' },
    { kind: 'final', dueYear: 2030, wording: '' },
  ] as const;
  const review = (kind: Held['kind'], heldOn: string): Held => ({ kind, heldOn, number: null });
  const held = [review('yearly', '2027-01-20'), review('mid_term', '2028-07-01')];
  const lines = reviewLines(plannedReviews, held, { term: { from: 2026, to: 2030 }, thisYear: 2029 });
  assert.deepEqual(
    lines.map(({ kind, year, state }) => `${year} ${kind} ${state}`),
    [
      '2026 yearly held',
      '2027 yearly late',
      '2028 yearly due',
      '2028 mid_term held',
      '2029 yearly due',
      '2030 yearly to_come',
      '2030 final to_come',
    ],
  );
});

test('in the year at a glance what is over and not done is late, what has no day in the year is left out', () => {
  const row = (id: string, first: string, last: string, done: number, of: number): YearRow => ({
    id,
    kind: 'round',
    name: id,
    href: '/',
    first,
    last,
    done,
    of,
  });
  const rows = [
    row('to come', '2026-09-01', '2026-10-01', 0, 5),
    row('late', '2026-01-01', '2026-03-31', 4, 5),
    row('done', '2026-01-01', '2026-04-30', 5, 5),
    row('behind', '2026-01-01', '2026-12-01', 1, 5),
    row('running', '2025-07-01', '2026-12-31', 0, 0),
    row('another year', '2025-01-01', '2025-12-31', 0, 5),
  ];
  assert.deepEqual(
    yearBars(rows, 2026, '2026-06-15').map(({ name, state }) => [name, state.replace('_', ' ')]),
    ['late', 'done', 'to come', 'behind', 'running'].map((name) => [name, name]),
  );
  const over = { ...row('over', '2026-01-01', '2026-03-31', 4, 5), isOver: true };
  assert.equal(yearState(over, '2026-06-15'), 'done');
  const [bar] = yearBars([row('whole', '2025-01-01', '2027-12-31', 0, 1)], 2026, '2026-06-15');
  assert.deepEqual([bar?.from, bar?.to], [0, 1]);
});
