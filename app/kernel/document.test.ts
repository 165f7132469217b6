import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFaults } from './document.ts';

test("a paper has a number and a day that has come; each fault stands at its field, the number's first", () => {
  const faults = (number: string, date: string) => documentFaults({ number, date }, '2026-06-15');
  assert.deepEqual(faults('12/QĐ-UBND', '2026-06-15'), []);
  assert.deepEqual(faults('', ''), [
    { field: 'number', problem: 'missing' },
    { field: 'date', problem: 'missing' },
  ]);
  assert.deepEqual(faults('x'.repeat(100), '15/06/2026'), [{ field: 'date', problem: 'not_a_day' }]);
  assert.deepEqual(faults('x'.repeat(101), '2026-06-16'), [
    { field: 'number', problem: 'too_long' },
    { field: 'date', problem: 'to_come' },
  ]);
});
