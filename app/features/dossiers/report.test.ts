import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestLate, runningOn } from './clock.ts';
import { changedPieces, differencesBetween } from './edition.ts';
import type { DossierEdition } from './edition.ts';
import { matchOf, readPasted } from './paste.ts';
import { monthsBefore, readReport, remarksOn, reportFormFor } from './report.ts';
import { NO_HOLIDAYS, addDays, addWorkingDays, workingDaysBetween } from '../../kernel/calendar.ts';

const today = '2026-06-15';

test('the form of a report follows kind, award and holder', () => {
  assert.equal(reportFormFor('merit', 'bang-khen-tinh', 'person'), 'person_merit');
  assert.equal(reportFormFor('merit', 'co-thi-dua-chinh-phu', 'collective'), 'government_flag');
  assert.equal(reportFormFor('sudden', 'bang-khen-tinh', 'household'), 'sudden');
  assert.equal(reportFormFor('foreign', 'bang-khen-tinh', 'collective'), 'foreign_collective');
});

test('half written it is kept; what is impossible is told by field', () => {
  const read = readReport('person_merit', { results: ' Trồng 12 ha. ', until: '' }, today);
  assert.deepEqual(read.ok && read.value, { untilOn: null, sections: { results: 'Trồng 12 ha.' } });
  const wrong = readReport('person_merit', { duty: 'x'.repeat(20_001), until: '31/02/2026' }, today);
  assert.deepEqual(!wrong.ok && wrong.refusal.problems, [
    { field: 'until', problem: 'not_a_day' },
    { field: 'duty', problem: 'too_long' },
  ]);
});

test('older than six months, or with a section empty, is remarked on', () => {
  const remarks = remarksOn('sudden', { untilOn: '2025-12-14', sections: { event: 'x', results: 'một hai' } }, today);
  assert.deepEqual(remarks, [
    { kind: 'too_old', untilOn: '2025-12-14' },
    { kind: 'section_empty', section: 'background' },
    { kind: 'section_short', section: 'results', words: 2 },
  ]);
  assert.equal(monthsBefore('2026-08-31', 6), '2026-02-28');
  assert.equal(monthsBefore(today, 6), '2025-12-15');
});

test('a pasted list: tabs or semicolons, numbered or not, without its headings', () => {
  const typed =
    'TT\tHọ và tên\tChức vụ\n1\tNguyễn Văn  Mẫu\tTrưởng thôn\tHiến đất\tlàm đường\n\n2. Trần Thị Mẫu; Y tá; Trực dịch';
  assert.deepEqual(readPasted(typed.replace('TT\t', '')), [
    { line: 2, name: 'Nguyễn Văn Mẫu', position: 'Trưởng thôn', achievement: 'Hiến đất; làm đường' },
    { line: 4, name: 'Trần Thị Mẫu', position: 'Y tá', achievement: 'Trực dịch' },
  ]);
});

test('whom a row means: the only one of the name, else the one with the position, else a person says', () => {
  const known = [
    { id: 'a', name: 'Nguyễn Văn Mẫu', positionTitle: 'Trưởng thôn' },
    { id: 'b', name: 'NGUYEN VAN MAU', positionTitle: null },
    { id: 'c', name: 'Trần Thị Mẫu', positionTitle: null },
  ];
  const row = (name: string, position = '') => ({ line: 1, name, position, achievement: '' });
  assert.deepEqual(matchOf(row('Tran Thi Mau'), known), { kind: 'one', holderId: 'c' });
  assert.deepEqual(matchOf(row('Nguyễn Văn Mẫu', 'trưởng thôn'), known), { kind: 'one', holderId: 'a' });
  assert.deepEqual(matchOf(row('Nguyễn Văn Mẫu'), known), { kind: 'several', holderIds: ['a', 'b'] });
  assert.deepEqual(matchOf(row('Lê Mẫu'), known), { kind: 'none' });
});

test('a clock counts working days; whatever began by the cut is late, and the day after it is not', () => {
  const calendar = { ...NO_HOLIDAYS, daysOff: new Set(['2026-06-11']) };
  for (let back = 0; back < 40; back += 1) {
    const since = addDays(today, -back);
    const { left, dueOn } = runningOn({ days: 10, article: '35', source: '', state: 'read' }, since, today, calendar);
    assert.equal(dueOn, addWorkingDays(since, 10, calendar));
    assert.equal(left < 0, since <= latestLate(10, today, calendar), since);
    assert.equal(left < 0, workingDaysBetween(since, today, calendar) > 10);
  }
});

const edition = (more: Partial<DossierEdition> = {}): DossierEdition => ({
  about: { title: 'Tờ trình', paperNumber: null, paperDate: null, toUnitId: 'tinh', viaUnitId: null, simplified: null },
  nominees: [
    { id: '1', name: 'A', awardCode: 'bang-khen-tinh', achievement: 'Cũ', untilOn: null, sections: { results: 'Một' } },
  ],
  papers: [],
  ...more,
});

test('what has changed between two editions: head, list, texts, papers', () => {
  const before = edition();
  assert.deepEqual(differencesBetween(before, before), []);
  const [one] = before.nominees;
  assert.ok(one);
  const after = edition({
    about: { ...before.about, title: 'Tờ trình mới' },
    nominees: [
      { ...one, achievement: 'Mới', sections: { results: 'Hai' } },
      { ...one, id: '2', name: 'B' },
    ],
    papers: [{ nomineeId: null, paper: 'minutes', name: 'bien-ban.pdf', hash: 'x' }],
  });
  assert.deepEqual(
    differencesBetween(before, after).map(({ kind }) => kind),
    ['about', 'text', 'text', 'nominee_added', 'paper_added'],
  );
  assert.deepEqual(
    differencesBetween(after, before).map(({ kind }) => kind),
    ['about', 'nominee_removed', 'text', 'text', 'paper_removed'],
  );
});

test('of two texts the words that the other lacks are marked, and nothing is lost', () => {
  const { before, after } = changedPieces('Trồng 12 ha rừng.', 'Trồng 15 ha rừng mới.');
  assert.equal(after.map(({ text }) => text).join(''), 'Trồng 15 ha rừng mới.');
  assert.deepEqual(
    after.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim()),
    ['15', 'rừng mới.'],
  );
  assert.deepEqual(
    before.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim()),
    ['12', 'rừng.'],
  );
});
