import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandPath, linePath, sparkScale } from './line.ts';
import {
  chartScale,
  clearTicks,
  endsRising,
  labelAbove,
  labelled,
  paddedRange,
  rangeOf,
  readAt,
  yearsBetween,
} from './scale.ts';
import { barLength, percent, stackSegments } from './strip.ts';

const frame = { height: 300, top: 20, bottom: 30 };

test('a range can be drawn with many values, one, zero, or none', () => {
  assert.deepEqual(rangeOf([3, 1, 2]), [1, 3]);
  assert.deepEqual(rangeOf([50]), [45, 55]);
  assert.deepEqual(rangeOf([0]), [-1, 1]);
  assert.deepEqual(rangeOf([]), [0, 1]);
  assert.deepEqual(rangeOf([Number.NaN, 4, 6]), [4, 6]);
});

test('room around the values never crosses zero unless a value does', () => {
  assert.deepEqual(paddedRange([0, 100]), [0, 110]);
  assert.deepEqual(paddedRange([-100, 0]), [-110, 0]);
  assert.deepEqual(paddedRange([-50, 50]), [-60, 60]);
  assert.deepEqual(paddedRange([0]), [0, 1.2]);
  assert.deepEqual(paddedRange([]), [-0.1, 1.1]);
});

test('a chart places the first and the last year inside and higher values higher', () => {
  const scale = chartScale([2025, 2030], [19_500, 32_000], frame);
  assert.equal(scale.x(2025), 8);
  assert.equal(scale.x(2030), 95);
  assert.equal(scale.y(scale.low), 270);
  assert.equal(scale.y(scale.high), 20);
  assert.ok(scale.y(32_000) < scale.y(19_500));
  assert.deepEqual(scale.ticks, [20_000, 25_000, 30_000]);
});

test('a single year stands in the middle', () => {
  assert.equal(chartScale([2027, 2027], [5], frame).x(2027), 51.5);
});

test('every finite value of a chart lies within the drawing', () => {
  const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
      const scale = chartScale([2025, 2030], values, frame);
      for (const y of values.map((each) => scale.y(each))) assert.ok(y >= 20 - 0.01 && y <= 270 + 0.01, String(y));
    }),
  );
});

test('the axis shows whole years only', () => {
  assert.deepEqual(yearsBetween(2025, 2027), [2025, 2026, 2027]);
  assert.deepEqual(yearsBetween(2025.5, 2027.75), [2026, 2027]);
  assert.deepEqual(yearsBetween(2027, 2026), []);
});

test('a path is read between its points and nowhere else', () => {
  const path = [
    { at: 2030, value: 20 },
    { at: 2025, value: 10 },
  ];
  assert.equal(readAt(path, 2027.5), 15);
  assert.equal(readAt(path, 2025), 10);
  assert.equal(readAt(path, 2031), undefined);
  assert.equal(readAt([], 2026), undefined);
});

test('a label stands away from the expected path', () => {
  const expected = [
    { at: 2025, value: 10 },
    { at: 2030, value: 20 },
  ];
  assert.equal(labelAbove({ at: 2026, value: 11 }, expected), false);
  assert.equal(labelAbove({ at: 2026, value: 13 }, expected), true);
  assert.equal(labelAbove({ at: 2026, value: 13 }, []), true);
});

test('many points are labelled at both ends only', () => {
  const points = Array.from({ length: 60 }, (_, month) => ({ at: 2026 + month / 12, value: month }));
  assert.deepEqual(
    labelled(points).map((point) => point.value),
    [0, 59],
  );
  assert.equal(labelled(points.slice(0, 7)).length, 7);
  assert.deepEqual(labelled([]), []);
});

test('a missing value breaks the line instead of becoming zero', () => {
  const scale = chartScale([2025, 2030], [0, 10], { height: 100, top: 0, bottom: 0 });
  const path = linePath(
    [
      { at: 2025, value: 0 },
      { at: 2026, value: undefined },
      { at: 2027, value: 5 },
    ],
    scale,
  );
  assert.equal(path.split('M').length - 1, 2);
  assert.equal(linePath([], scale), '');
});

test('a target without an upper end reaches the upper edge', () => {
  const scale = chartScale([2025, 2030], [0, 10], { height: 100, top: 0, bottom: 0 });
  const path = bandPath(
    [
      { at: 2025, low: 5 },
      { at: 2030, low: 5 },
    ],
    scale,
  );
  assert.ok(path.includes(`,${scale.y(scale.high)}`));
  assert.ok(path.includes(`,${scale.y(5)}`));
});

test('a spark line with one point stands in the middle of its box', () => {
  const scale = sparkScale([[{ at: 2026, value: 7 }]], { width: 120, height: 32, inset: 4 });
  assert.deepEqual([scale.x(2026), scale.y(7)], [60, 16]);
});

test('segments fill the strip exactly and leave out what is not there', () => {
  assert.deepEqual(
    stackSegments([
      ['a', 1],
      ['b', 0],
      ['c', 3],
    ]),
    [
      { key: 'a', count: 1, start: 0, width: 25 },
      { key: 'c', count: 3, start: 25, width: 75 },
    ],
  );
  assert.deepEqual(stackSegments([['a', 0]]), []);
});

test('segments of any counts end at the end of the strip', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (counts) => {
      const last = stackSegments(counts.map((count, at) => [at, count] as const)).at(-1);
      if (last) assert.ok(Math.abs(last.start + last.width - 100) < 0.02);
    }),
  );
});

test('bars hold what is less than nothing and more than all', () => {
  assert.deepEqual([barLength(-0.2), barLength(0.356), barLength(1.7), barLength(Number.NaN)], [0, 35.6, 100, 0]);
  assert.equal(percent(1, 0), 0);
});

test('a tick beside the first point keeps its line and loses its words', () => {
  const scale = chartScale([2025, 2030], [19_500, 32_000], frame);
  const path = [
    { at: 2025, value: 19_500 },
    { at: 2030, value: 32_000 },
  ];
  assert.deepEqual(clearTicks(scale, { at: 2025, value: 19_500 }, path), [25_000, 30_000]);
  assert.deepEqual(clearTicks(scale, { at: 2027, value: 19_500 }, path), [20_000, 25_000, 30_000]);
  assert.deepEqual(clearTicks(scale, undefined, path), [20_000, 25_000, 30_000]);
});

test('a line rises when its last value is not below the one before', () => {
  assert.equal(
    endsRising([
      { at: 1, value: 5 },
      { at: 2, value: 6 },
    ]),
    true,
  );
  assert.equal(
    endsRising([
      { at: 1, value: 5 },
      { at: 2, value: 4 },
    ]),
    false,
  );
  assert.equal(endsRising([]), true);
});
