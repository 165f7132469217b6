import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import { reportMoves, reportProcedure, roundProcedure } from './procedure.ts';
import type { Section } from './report.ts';
import { namesScheme } from '../secrecy/naming.ts';
import { leftOver, missingTexts, readTexts, reportStages } from './report.ts';
import { roundStages } from './round.ts';

const secret = { code: 'DA-97', name: 'Một đề án mẫu có tên thật là dài' };
const section = (position: number, more: Partial<Section> = {}): Section => ({
  position,
  kind: 'narrative',
  heading: `Mục ${position}`,
  guidance: '',
  isRequired: false,
  parts: [],
  ...more,
});
const sections = [section(1, { isRequired: true }), section(2, { kind: 'indicators' }), section(3)];

for (const text of [
  'Kết quả DA-97',
  'kết quả da 97 tốt',
  'DA97',
  'Đề án 97',
  'ĐỀ  ÁN SỐ 97:',
  'đề án số: 097',
  'De an 97',
  'thực hiện Một đề án mẫu có tên\nthật là dài trong kỳ',
])
  test(`“${text.slice(0, 30)}” names the scheme under state secrets`, () => assert.ok(namesScheme(text, secret)));

for (const text of ['DA-09', 'Đề án 9', 'đề án 970', 'đạt 97%', '197 hộ', 'Đề án mẫu', ''])
  test(`“${text}” does not`, () => assert.ok(!namesScheme(text, secret)));

test('only sections that are written come back; what is wrong is named at its section', () => {
  const read = readTexts(sections, (position) => ` văn ${position} `, [secret]);
  assert.deepEqual(read, {
    ok: true,
    value: [
      { position: 1, part: '', body: 'văn 1' },
      { position: 3, part: '', body: 'văn 3' },
    ],
  });
  const wrong = readTexts(sections, (position) => (position === 1 ? 'x'.repeat(20_001) : 'Đề án 97'), [secret]);
  assert.deepEqual(!wrong.ok && wrong.refusal.problems, [
    { position: 1, part: '', problem: { kind: 'too_long', limit: 20_000 } },
    { position: 3, part: '', problem: { kind: 'names_secret', code: 'DA-97' } },
  ]);
});

test('what must be there is asked for, blanks are nothing', () => {
  assert.ok(missingTexts(sections, [{ position: 1, part: '', body: 'có' }]).ok);
  const missing = missingTexts(sections, [{ position: 1, part: '', body: ' \n' }]);
  assert.deepEqual(!missing.ok && missing.refusal.problems, [
    { position: 1, part: '', problem: { kind: 'text_missing' } },
  ]);
});

const about = (part: string) => ({ part, heading: part, group: null });

test('of criteria something is asked for, of listed indicators a word on each, of papers one', () => {
  const asked = [
    section(4, { kind: 'criteria', isRequired: true, parts: [about('DA-01.1'), about('DA-01.2')] }),
    section(5, { kind: 'indicator_list', isRequired: true, parts: [about('KT-91'), about('XH-92')] }),
    section(6, { kind: 'attachments', isRequired: true }),
  ];
  const missingOf = (texts: Parameters<typeof missingTexts>[1], papersAt: readonly number[]) => {
    const missing = missingTexts(asked, texts, papersAt);
    return missing.ok ? [] : missing.refusal.problems.map(({ position, part }) => `${position} ${part}`.trim());
  };
  assert.deepEqual(missingOf([], []), ['4', '5 KT-91', '5 XH-92', '6']);
  const texts = [
    { position: 4, part: 'DA-01.2', body: 'có' },
    { position: 5, part: 'XH-92', body: 'có' },
  ];
  assert.deepEqual(missingOf(texts, [6]), ['5 KT-91']);
  assert.deepEqual(missingOf([...texts, { position: 5, part: 'KT-91', body: 'có' }], [7]), ['6']);
});

test('what was written for a section that is gone is left over, under the heading it had', () => {
  const texts = [
    { position: 1, part: '', body: 'có chỗ' },
    { position: 9, part: '', body: 'hết chỗ' },
    { position: 8, part: '', body: ' ' },
    { position: 7, part: 'KT-91', body: 'không rõ' },
  ];
  assert.deepEqual(leftOver(sections, texts, [{ position: 9, part: '', heading: 'Mục cũ' }]), [
    { heading: 'Mục cũ', body: 'hết chỗ' },
    { heading: 'KT-91', body: 'không rõ' },
  ]);
});

const actor = (role: Role, unitId: string, personId = 'mot'): Person => ({
  kind: 'person',
  personId,
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});
const places = { unit: ['xa', 'tinh'] };

test('who may do what with a report, by role held at the unit or at the province', () => {
  const may = Object.fromEntries(
    reportStages.map((stage) => [
      stage,
      roles.flatMap((role) => {
        const moves = movesFor(reportProcedure, { stage, places, submittedBy: 'hai' }, actor(role, 'xa'));
        return moves.length > 0 ? [`${role}: ${moves.join(' ')}`] : [];
      }),
    ]),
  );
  assert.deepEqual(may, {
    draft: ['officer: change present', 'head: change present sign'],
    presented: ['officer: change recall', 'head: change recall sign'],
    signed: ['head: recall', 'appraiser: receive return'],
    received: ['appraiser: return'],
    returned: ['officer: change present', 'head: change present sign'],
  });
  for (const stage of reportStages) {
    const subject = { stage, places, submittedBy: null };
    assert.deepEqual(movesFor(reportProcedure, subject, stranger), []);
    for (const role of roles) assert.deepEqual(movesFor(reportProcedure, subject, actor(role, 'khac')), []);
    for (const move of reportMoves)
      assert.ok(!permit(reportProcedure, subject, { ...actor('head', 'xa'), scopes: ['actuals:write'] }, move).ok);
  }
});

test('whoever signed a report neither receives nor returns it', () => {
  const subject = { stage: 'signed', places, submittedBy: 'mot' } as const;
  for (const move of ['receive', 'return'] as const) {
    const own = permit(reportProcedure, subject, actor('appraiser', 'tinh'), move, { reason: 'x' });
    assert.deepEqual(own, { ok: false, refusal: { kind: 'four_eyes', move } });
  }
});

test('rounds are called by the appraising body at the province alone', () => {
  for (const stage of roundStages) {
    const subject = { stage, places: { root: ['tinh'] }, submittedBy: null };
    for (const role of roles)
      for (const at of ['xa', 'tinh']) {
        const moves = movesFor(roundProcedure, subject, actor(role, at));
        const expected = role === 'appraiser' && at === 'tinh' ? Object.keys(roundProcedure[stage]) : [];
        assert.deepEqual(moves, expected, `${role} at ${at}, ${stage}`);
      }
  }
});
