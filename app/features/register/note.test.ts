/** What can be wrong with a note, and that a form drawn from a note reads as the same note. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuse } from '../../kernel/result.ts';
import type { NoteKind, NoteRow, TypedNote } from './note.ts';
import { readNote, typedNote } from './note.ts';

const today = '2026-06-15';
const read = (kind: NoteKind, typed: TypedNote) => {
  const found = readNote(kind, typed, today);
  return found.ok ? found.value : found.refusal.problems.map(({ field, problem }) => `${field} ${problem}`);
};
const source = 'văn bản mẫu';

test('each field is read by its kind, and what is wrong comes back by field', () => {
  const cases: readonly (readonly [NoteKind, TypedNote, NoteRow | readonly string[]])[] = [
    ['year', { year: '2025', level: 'good', source }, { year: 2025, level: 'good', source }],
    ['year', { year: '25', level: 'tốt' }, ['year not_a_year', 'level not_offered', 'source missing']],
    ['year', { year: '2027', level: 'good', source }, ['year to_come']],
    [
      'post',
      { title: 'Giáo viên', source },
      { title: 'Giáo viên', place: '', first_day: null, last_day: null, source },
    ],
    ['post', { title: 'Giáo viên', from: '2020-02-01', until: '2019-01-01', source }, ['until before_first']],
    [
      'discipline',
      { measure: 'Khiển trách', from: '2026-01-01', until: '2026-12-31', number: '1/QĐ' },
      { level: 'Khiển trách', first_day: '2026-01-01', last_day: '2026-12-31', decision_number: '1/QĐ', source: null },
    ],
    [
      'discipline',
      { measure: '', from: '2026-02-30', number: '' },
      ['measure missing', 'from not_a_day', 'number missing'],
    ],
    ['pending', { matter: 'other', source }, ['remark needs_remark']],
    ['pending', { matter: 'complaint', from: '2026-07-01', source }, ['from to_come']],
    [
      'members',
      { year: '2025', total: '10', completed: '11', 'lao-dong-tien-tien': '12', source },
      ['completed more_than_total', 'lao-dong-tien-tien more_than_total'],
    ],
    [
      'members',
      { year: '2025', total: '1.200', 'lao-dong-tien-tien': '0', source },
      { year: 2025, total: 1200, completed: null, disciplined: null, held: { 'lao-dong-tien-tien': 0 }, source },
    ],
    ['members', { year: '2025', total: '0', source }, ['total not_a_count']],
    ['block', { year: '2025', inBlock: 'no', rank: '1', source }, ['inBlock none_says_nothing']],
    [
      'block',
      { year: '2025', inBlock: 'yes', rank: '1', source },
      { year: 2025, in_block: true, organised_by: null, rank: 1, exceeded: null, source },
    ],
    ['checked', { fact: 'awards', source }, { fact: 'awards', source }],
  ];
  for (const [kind, typed, expected] of cases) assert.deepEqual(read(kind, typed), expected);
});

test('a note in its form reads as the same note', () => {
  const typed = {
    year: '2025',
    total: '10',
    completed: '',
    disciplined: '0',
    'lao-dong-tien-tien': '7',
    'chien-si-thi-dua-co-so': '',
    source,
  };
  const row = readNote('members', typed, today);
  assert.ok(row.ok);
  assert.deepEqual(typedNote('members', row.value), typed);
  assert.deepEqual(
    readNote('year', {}, today),
    refuse({
      kind: 'note_wrong',
      problems: (['year', 'level', 'source'] as const).map((field) => ({ field, problem: 'missing' as const })),
    }),
  );
});
