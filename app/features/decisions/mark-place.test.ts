import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cornerOf, plainSizes } from './mark-place.ts';

test('the hand stands in the middle, the seal covers its left third whatever their sizes', () => {
  for (const hand of [plainSizes.person, { width: 36, height: 12 }]) {
    for (const seal of [plainSizes.seal, { width: 42, height: 42 }]) {
      const [own, other] = [cornerOf('person', hand, hand), cornerOf('seal', seal, hand)];
      assert.equal(own.x + hand.width / 2, 0);
      assert.ok(Math.abs(other.x + seal.width - (own.x + hand.width / 3)) < 1e-9);
      assert.deepEqual([own.y + hand.height / 2, other.y + seal.height / 2], [0, 0]);
    }
  }
});
