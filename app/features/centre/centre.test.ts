import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contents } from './parts.ts';
import { missingParts } from './parts.ts';
import { dueFor } from './term.ts';
import { readResult, readSending } from './typed.ts';

const whole: Contents = {
  isNumbered: true,
  hasSignedSubmission: true,
  hasMinutes: true,
  hasBallotFile: false,
  nominees: [{ name: 'A', report: 'there', certificate: 'not_asked', needsVote: false, hasVote: false }],
};
const one = whole.nominees[0]!;

test('a whole package lacks nothing; each part that is not there is named', () => {
  assert.deepEqual(missingParts(whole), []);
  const bare = { ...whole, isNumbered: false, hasSignedSubmission: false, hasMinutes: false };
  const nominees = [{ ...one, report: 'missing', certificate: 'missing' } as const];
  assert.deepEqual(missingParts({ ...bare, nominees }), [
    { kind: 'number' },
    { kind: 'signed_submission' },
    { kind: 'minutes' },
    { kind: 'report', name: 'A' },
    { kind: 'certificate', name: 'A' },
  ]);
});

test('where a vote is laid down its result is there, from the council or as a paper', () => {
  const voted = (over: object, hasBallotFile = false) =>
    missingParts({ ...whole, hasBallotFile, nominees: [{ ...one, needsVote: true, ...over }] });
  assert.deepEqual(voted({}), [{ kind: 'ballot', name: 'A' }]);
  assert.deepEqual([voted({ hasVote: true }), voted({}, true)], [[], []]);
});

test('terms are those that were read; of other awards none is known', () => {
  assert.equal(dueFor(['chien-si-thi-dua-toan-quoc'], 2025)?.on, '2026-12-31');
  const both = dueFor(['chien-si-thi-dua-toan-quoc', 'co-thi-dua-chinh-phu'], 2025);
  assert.deepEqual([both?.on, both?.state], ['2026-06-30', 'default']);
  assert.equal(dueFor(['bang-khen-thu-tuong'], 2025), undefined);
});

test('what is sent has a number, a day that has come and a way', () => {
  const wrong = readSending({ number: ' ', on: '2026-06-16', way: 'dove' }, '2026-06-15');
  assert.deepEqual(wrong.ok ? [] : wrong.refusal.problems, [
    { field: 'number', problem: 'missing' },
    { field: 'on', problem: 'in_future' },
    { field: 'way', problem: 'not_offered' },
  ]);
});

test('a result names its decision for who is granted and a reason for who is not; who is left waits', () => {
  const typed = { 'ket-qua-1': 'granted', 'ket-qua-2': 'refused', 'ket-qua-3': '' };
  const wrong = readResult(typed, ['1', '2', '3'], '2026-06-15');
  assert.deepEqual(wrong.ok ? [] : wrong.refusal.problems.map(({ field, nomineeId }) => [field, nomineeId]), [
    ['number', undefined],
    ['on', undefined],
    ['by', undefined],
    ['reason', '2'],
  ]);
  const said = { ...typed, number: '1/QĐ-TTg', on: '2026-06-01', by: 'Thủ tướng Chính phủ', 'ly-do-2': 'Chưa đủ' };
  const read = readResult(said, ['1', '2', '3'], '2026-06-15');
  assert.deepEqual(read.ok && read.value.outcomes, [
    { nomineeId: '1', outcome: 'granted' },
    { nomineeId: '2', outcome: 'refused', reason: 'Chưa đủ' },
  ]);
  assert.equal(readResult({}, ['1'], '2026-06-15').ok, false);
  const onlyRefused = readResult({ 'ket-qua-1': 'refused', 'ly-do-1': 'x' }, ['1'], '2026-06-15');
  assert.equal(onlyRefused.ok && onlyRefused.value.decision, undefined);
});
