import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import { readAdoption } from './adoption.ts';
import { readCriteria } from './criteria.ts';
import { readDecision } from './decision.ts';
import { fieldsOf, partName, rowsToDraw, servesIn, typedInitiative } from './initiative-form.ts';
import { faultsOf, initiativeStages, readInitiative, scopesAt } from './initiative.ts';
import type { InitiativeStage, TypedInitiative } from './initiative.ts';
import { initiativeMoves, initiativeProcedure } from './procedure.ts';
import { meanOf, readPoints } from './scoring.ts';
import { interestOf } from './interest.ts';
import { initiativeRightsText } from './text.ts';

const words = { kind: 'model', year: '2026', title: 'Tên', problem: 'a', novelty: 'b', effect: 'c', appliedAt: 'd' };
const author = { name: 'Người Mẫu', place: '', share: '100' };
const figure = { what: 'Hộ', unitOfMeasure: 'hộ', before: '', after: '1.200,5' };
const typed = (more: Partial<TypedInitiative> = {}): TypedInitiative => ({
  fields: words,
  authors: [author],
  effects: [figure],
  ...more,
});
const problemsOf = (given: TypedInitiative) => {
  const read = readInitiative(given);
  return read.ok ? [] : read.refusal.problems.map((wrong) => [partName(wrong), wrong.problem.kind]);
};

test('what was typed is read: numbers as decimals, empty rows left out, unknown before stays unknown', () => {
  const blank = { name: ' ', place: '', share: '' };
  const read = readInitiative(typed({ authors: [blank, author] }));
  assert.ok(read.ok);
  assert.deepEqual(read.value.authors, [{ ...author, personId: null }]);
  assert.deepEqual(read.value.effects, [{ what: 'Hộ', unitOfMeasure: 'hộ', before: null, after: '1200.5' }]);
});

test('what is wrong is named at its field and row', () => {
  assert.deepEqual(problemsOf(typed({ fields: { ...words, kind: 'x', year: '26', title: ' ' } })), [
    ['kind', 'missing'],
    ['year', 'not_a_year'],
    ['title', 'missing'],
  ]);
  const authors = [author, { name: '', place: 'Xã', share: '101' }, { ...author, share: '33,333' }];
  assert.deepEqual(problemsOf(typed({ authors })), [
    ['tac-gia-1-name', 'missing'],
    ['tac-gia-1-share', 'not_a_share'],
    ['tac-gia-2-share', 'not_a_share'],
  ]);
  assert.deepEqual(problemsOf(typed({ effects: [{ what: 'Hộ', unitOfMeasure: '', before: 'ít', after: '' }] })), [
    ['so-0-unitOfMeasure', 'missing'],
    ['so-0-before', 'not_a_number'],
    ['so-0-after', 'not_a_number'],
  ]);
  assert.deepEqual(problemsOf(typed({ fields: { ...words, problem: 'x'.repeat(6001) } })), [['problem', 'too_long']]);
});

test('a draft says what it still needs: texts, an author, shares that make a hundred, a figure', () => {
  const faults = (given: TypedInitiative) => {
    const read = readInitiative(given);
    assert.ok(read.ok);
    return faultsOf(read.value);
  };
  assert.deepEqual(faults(typed()), []);
  const thirds = ['33,33', '33,33', '33,34'].map((share) => ({ ...author, share }));
  assert.deepEqual(faults(typed({ authors: thirds })), []);
  assert.deepEqual(faults(typed({ authors: [{ ...author, share: '99,99' }], effects: [] })), [
    { kind: 'shares_not_whole', total: '99.99' },
    { kind: 'no_figure' },
  ]);
  assert.deepEqual(faults(typed({ fields: { ...words, novelty: '' }, authors: [] })), [
    { kind: 'text_missing', field: 'novelty' },
    { kind: 'no_author' },
  ]);
});

test('the form and what is typed into it are one another', () => {
  const fields = fieldsOf(typed());
  assert.deepEqual(typedInitiative(fields).authors, [{ ...author, person: '' }]);
  assert.deepEqual(typedInitiative(fields).effects, [figure]);
  assert.deepEqual(rowsToDraw(fields, 'tac-gia', 2), [0, 1, 2]);
  assert.deepEqual(servesIn('DA-07.2'), { schemeCode: 'DA-07', criterionCode: 'DA-07.2' });
  assert.deepEqual(servesIn('DA-07'), { schemeCode: 'DA-07', criterionCode: null });
  assert.deepEqual(servesIn(' '), { schemeCode: null, criterionCode: null });
});

test('a decision needs number, past date and a scope that its level can recognise', () => {
  assert.deepEqual(scopesAt('unit'), ['unit']);
  const good = readDecision({ number: '1/QĐ', date: '2026-01-02', scope: 'nation' }, 'province', '2026-01-02');
  assert.ok(good.ok && good.value.scope === 'nation');
  const high = readDecision({ number: '1/QĐ', date: '2026-01-02', scope: 'nation' }, 'unit', '2026-01-02');
  assert.ok(!high.ok);
  assert.deepEqual(high.refusal.problems, [{ field: 'scope', problem: 'missing' }]);
});

test('points go from nothing to the most of each criterion, in hundredths; the mean is rounded', () => {
  const criteria = [
    { position: 1, name: 'Tính mới', most: 3000 },
    { position: 2, name: 'Hiệu quả', most: 7000 },
  ];
  const given = (...points: readonly string[]) => readPoints(criteria, (position) => points[position - 1] ?? '');
  assert.deepEqual(given('27,5', '0'), {
    ok: true,
    value: [
      { position: 1, points: 2750 },
      { position: 2, points: 0 },
    ],
  });
  const wrong = given('30,01', '1,234');
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.refusal.problems, [
    { position: 1, problem: { kind: 'too_many', most: 3000 } },
    { position: 2, problem: { kind: 'not_points' } },
  ]);
  assert.equal(meanOf([7000, 7001]), 7001);
  assert.equal(meanOf([]), undefined);
});

test('an author is known by account, else by name; whose name is known to be another’s is no namesake', () => {
  const of = (name: string, ...authors: readonly (readonly [name: string, personId: string | null])[]) =>
    interestOf(
      { personId: 'mot', name },
      authors.map(([own, personId]) => ({ name: own, personId })),
    );
  assert.equal(of('Nguyễn Văn Đo', ['NGUYEN  van Do', null]), 'namesake');
  assert.equal(of('Nguyễn Văn', ['Nguyễn Văn Đo', null]), 'none');
  assert.equal(of('Nguyễn Văn Đo', ['Nguyễn Văn Đo', 'hai']), 'none');
  assert.equal(of('Nguyễn Văn Đo', ['Tên khác', 'mot']), 'author');
  assert.equal(of('Nguyễn Văn Đo', ['Nguyễn Văn Đo', null], ['Tên khác', 'mot']), 'author');
});

test('criteria need a name, a basis, a day to come, rows with points and a threshold they can reach', () => {
  const good = {
    ten: 'Bộ mới',
    'can-cu': 'Quyết định 1',
    'tu-ngay': '2026-07-01',
    'ten-1': 'A',
    'diem-1': '60',
    'muc-dat': '40',
  };
  const read = readCriteria(good, '2026-06-15');
  assert.deepEqual(read.ok && read.value.criteria, [{ position: 1, name: 'A', most: 6000 }]);
  const bad = readCriteria({ ...good, 'tu-ngay': '2026-01-01', 'diem-1': '0', 'can-cu': '' }, '2026-06-15');
  assert.deepEqual(!bad.ok && bad.refusal.problems.map(({ field, problem }) => [field, problem]), [
    ['can-cu', 'missing'],
    ['tu-ngay', 'past_day'],
    ['diem-1', 'not_points'],
    ['muc-dat', 'above_sum'],
  ]);
});

test('an adoption needs a day that has come and a result', () => {
  const read = readAdoption({ adoptedOn: '2026-06-16', result: ' ' }, '2026-06-15');
  assert.deepEqual(!read.ok && read.refusal.problems, [
    { field: 'adoptedOn', problem: 'to_come' },
    { field: 'result', problem: 'missing' },
  ]);
});

const actor = (role: Role, unitId: string): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});
const subject = { places: { unit: ['xa', 'tinh'] }, submittedBy: null };
const rowOf = (stage: InitiativeStage, move: (typeof initiativeMoves)[number]) => ({
  stage,
  move,
  to: initiativeProcedure[stage][move]?.to ?? stage,
  fourEyes: initiativeProcedure[stage][move]?.fourEyes === true,
  may: roles.filter(
    (role) => permit(initiativeProcedure, { ...subject, stage }, actor(role, 'xa'), move, { reason: 'x' }).ok,
  ),
});
const matrix = initiativeStages.flatMap((stage) =>
  initiativeMoves.filter((move) => initiativeProcedure[stage][move]).map((move) => rowOf(stage, move)),
);

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = initiativeRightsText(matrix);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere, and a stranger never', () => {
  for (const stage of initiativeStages) {
    assert.deepEqual(movesFor(initiativeProcedure, { ...subject, stage }, stranger), []);
    for (const role of roles)
      assert.deepEqual(movesFor(initiativeProcedure, { ...subject, stage }, actor(role, 'khac')), []);
  }
});
