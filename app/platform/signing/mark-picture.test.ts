import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blueHand, png, redSeal } from '../../../tests/png.ts';
import type { MarkKind } from './mark-picture.server.ts';
import { readPicture } from './mark-picture.server.ts';
import { pixelsOf } from './png.server.ts';

const problemIn = (bytes: Uint8Array, kind: MarkKind = 'hand', width = 50) => {
  const read = readPicture(bytes, kind, width);
  return read.ok ? 'ok' : read.refusal.problem;
};

test('a blue hand and a red seal on a clear ground; the height follows from the picture', () => {
  const hand = readPicture(blueHand, 'hand', 50);
  assert.deepEqual(hand.ok && [hand.value.width, hand.value.height], [50, 20]);
  assert.equal(problemIn(redSeal, 'seal', 36), 'ok');
});

test('each thing that is wrong is named', () => {
  const ink = [20, 60, 170] as const;
  const white = [255, 255, 255, 255] as const;
  const rows: readonly (readonly [string, string])[] = [
    [problemIn(new Uint8Array()), 'missing'],
    [problemIn(Buffer.concat([blueHand, Buffer.alloc(256 * 1024)])), 'too_large'],
    [problemIn(Buffer.from('GIF89a')), 'not_png'],
    [problemIn(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'not_png'],
    [problemIn(blueHand.subarray(0, 60)), 'unreadable'],
    [problemIn(png({ width: 100, height: 50, ink, ground: white })), 'no_clear_ground'],
    [problemIn(png({ width: 200, height: 80, ink: [10, 10, 10] })), 'not_blue'],
    [problemIn(redSeal), 'not_blue'],
    [problemIn(blueHand, 'seal'), 'not_red'],
    [problemIn(blueHand, 'hand', 4), 'width_wrong'],
    [problemIn(blueHand, 'hand', Number.NaN), 'width_wrong'],
    [problemIn(png({ width: 400, height: 10, ink }), 'hand', 50), 'shape_wrong'],
  ];
  for (const [found, wanted] of rows) assert.equal(found, wanted);
});

test('the same pixels whatever the rows were told by', () => {
  const shape = { width: 33, height: 17, ink: [1, 2, 200] } as const;
  const [plain, left, up] = ([0, 1, 2] as const).map((filter) => pixelsOf(png({ ...shape, filter })));
  assert.deepEqual(left, plain);
  assert.deepEqual(up, plain);
});

test('a picture that claims to be huge is not unpacked', () => {
  const bomb = Buffer.from(blueHand);
  bomb.writeUInt32BE(100_000, 16);
  assert.equal(pixelsOf(bomb), undefined);
});
