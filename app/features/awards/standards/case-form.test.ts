/** The form of a made-up case: blank is unknown, a list said to be whole is none, and each mistake is beside its field. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/result.ts';
import { caseIn } from './case-form.ts';

const base = { award: 'chien-si-thi-dua-tinh', nhan: '2026-01-15', nam: '2025', 'doi-tuong': 'person' };
const typed = (fields: Readonly<Record<string, string>>, many: Readonly<Record<string, readonly string[]>> = {}) => ({
  one: (name: string) => fields[name] ?? '',
  many: (name: string) => many[name] ?? [],
});

test('what is left blank is not known; a list said to be whole is none', () => {
  const unknown = expectOk(caseIn(typed(base)));
  assert.deepEqual([unknown.awards, unknown.initiatives, unknown.pending, unknown.block], [null, null, null, null]);
  const none = expectOk(caseIn(typed({ ...base, khoi: 'khong' }, { du: ['awards', 'pending'] })));
  assert.deepEqual([none.awards, none.initiatives, none.pending, none.block], [[], null, [], false]);
});

test('rows go where they belong, whichever of them are filled', () => {
  const one = expectOk(
    caseIn(
      typed(
        {
          ...base,
          'danh-hieu-3': 'chien-si-thi-dua-co-so',
          'danh-hieu-nam-3': '2024',
          'sang-kien-1': 'province',
          'sang-kien-nam-1': '2025',
          'da-dung-1': 'chien-si-thi-dua-co-so',
          'da-dung-nam-1': '2024',
          'ky-luat-tu-2': '2024-01-01',
        },
        { 'dang-xet': ['press'] },
      ),
    ),
  );
  assert.deepEqual(one.awards, [{ award: 'chien-si-thi-dua-co-so', year: 2024, kind: null }]);
  assert.deepEqual(one.initiatives, [
    { scope: 'province', year: 2025, used: { award: 'chien-si-thi-dua-co-so', year: 2024 } },
  ]);
  assert.deepEqual(one.discipline, [{ from: '2024-01-01', until: null }]);
  assert.deepEqual(one.pending, [{ kind: 'press' }]);
});

test('a mistake is named beside the field in which it was typed', () => {
  const refused = caseIn(
    typed({
      ...base,
      nam: '2027',
      'danh-hieu-3': 'chien-si-thi-dua-co-so',
      'danh-hieu-nam-3': 'năm ngoái',
      'so-ca-nhan': '5',
      'so-lao-dong-tien-tien': '9',
    }),
  );
  assert.deepEqual(!refused.ok && refused.refusal.problems, [
    { field: 'danh-hieu-nam-3', problem: 'not_a_year' },
    { field: 'so-lao-dong-tien-tien', problem: 'more_than_total' },
    { field: 'nam', problem: 'year_after_received' },
  ]);
});
