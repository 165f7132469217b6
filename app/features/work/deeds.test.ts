import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GatheredDuty } from '../urging/gathered.ts';
import type { Begun } from './deeds.ts';
import { deedsOf } from './deeds.ts';

const duty = (key: string) => ({ key }) as GatheredDuty;
const begun = (id: string, duties: readonly string[], more: Partial<Begun> = {}): Begun => ({
  id,
  kind: 'pledge',
  stage: 'draft',
  title: id,
  unitName: 'Xã mẫu',
  reason: null,
  href: `/${id}`,
  duties,
  isToDecide: false,
  ...more,
});
const said = (duties: readonly string[], some: readonly Begun[]) => {
  const { deeds, beside } = deedsOf(duties.map(duty), some);
  return [deeds.map((one) => [one.duty.key, one.begun?.id]), beside.map(({ id }) => id)];
};

test('a duty stands there itself, or by what was begun for it, never both', () => {
  assert.deepEqual(said(['a', 'b'], [begun('x', ['a'])]), [
    [
      ['a', 'x'],
      ['b', undefined],
    ],
    [],
  ]);
});

test('each thing begun for one duty is a deed of its own', () => {
  assert.deepEqual(said(['a'], [begun('x', ['a']), begun('y', ['a'])]), [
    [
      ['a', 'x'],
      ['a', 'y'],
    ],
    [],
  ]);
});

test('what was begun beyond what is owed stands beside; what is on its way is nobody’s to do', () => {
  const some = [begun('x', ['z']), begun('y', [], { stage: 'submitted' }), begun('w', ['z'], { stage: 'presented' })];
  assert.deepEqual(said(['a'], some), [[['a', undefined]], ['x']]);
});

test('what waits for the reader’s own decision has its own line, and its duty no other', () => {
  const waits = begun('x', ['a'], { kind: 'plan', stage: 'submitted', isToDecide: true });
  assert.deepEqual(said(['a'], [waits]), [[], []]);
});
