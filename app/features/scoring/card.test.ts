/** What stands at a criterion, for whatever was given and measured; and that what does not apply is as if it were not in the set. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Criterion } from '../criteria/criterion.ts';
import { pointsBy } from '../criteria/rule.ts';
import type { Rule } from '../criteria/rule.ts';
import { leastPoints, standingOf } from './card.ts';
import type { Given } from './card.ts';
import type { Measured } from './measured.ts';
import { share } from './measured.ts';
import { totalOf } from './points.ts';
import type { Scored } from './points.ts';
import { scoreSteps } from './procedure.ts';

const rule: Rule = { name: 'proportion', measure: { name: 'reports_on_time', indicator: null }, from: '0', full: '1' };
const leaf = (code: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  code,
  parent: null,
  kind: 'criterion',
  title: code,
  guidance: '',
  max,
  way: 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
  ...more,
});
const fromData = leaf('I', 1000, { way: 'data', rule });

const anyScored: fc.Arbitrary<Scored> = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map((points): Scored => ({ state: 'points', points })),
  fc.constant<Scored>({ state: 'not_applicable' }),
);
const anyGiven: fc.Arbitrary<readonly Given[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...scoreSteps), anyScored), { selector: ([step]) => step })
  .map((all) =>
    all.map(([step, scored]) => ({
      step,
      scored,
      reason: 'Mẫu',
      by: null,
      forUnitId: null,
      at: new Date(0).toISOString(),
    })),
  );
const anyShare = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })).map(([part, whole]) => share(part, whole));

test('known data are never typed over, in any step, by anybody', () => {
  fc.assert(
    fc.property(anyGiven, anyShare, fc.boolean(), (given, quantity, isOpen) => {
      const measured: Measured = { state: 'known', quantity, behind: [] };
      const points = pointsBy(rule, fromData.max, quantity);
      assert.deepEqual(standingOf(fromData, { given, measured, isOpen }), {
        scored: { state: 'points', points },
        from: 'data',
      });
      assert.ok(points >= 0 && points <= fromData.max);
    }),
  );
});

test('where data are missing only "does not apply" and what is certain may stand for them', () => {
  fc.assert(
    fc.property(anyGiven, anyShare, (given, atLeast) => {
      const measured: Measured = { state: 'missing', why: 'not_verified', atLeast, behind: [] };
      const { scored, from } = standingOf(fromData, { given, measured, isOpen: false });
      if (from === 'data') assert.equal(scored.state, 'missing');
      else if (scored.state === 'points') assert.equal(scored.points, leastPoints(fromData, measured));
      else assert.equal(scored.state, 'not_applicable');
    }),
  );
});

test('what does not apply leaves the share of the rest as if it were not in the set', () => {
  const cards = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(cards, fc.integer({ min: 1, max: 1000 }), (all, unused) => {
      const criteria = all.map(([max], at) => leaf(String(at), max));
      const scores = new Map<string, Scored>(all.map(([, points], at) => [String(at), { state: 'points', points }]));
      const caps = { bonusCap: null, penaltyCap: null };
      const without = totalOf({ criteria, ...caps }, scores);
      const withIt = totalOf(
        { criteria: [...criteria, leaf('X', unused)], ...caps },
        new Map([...scores, ['X', { state: 'not_applicable' }]]),
      );
      assert.equal(withIt.applicable, without.applicable);
      const [a, b] = [withIt.score, without.score];
      assert.ok(a !== null && b !== null);
      // a / full of a = b / full of b
      assert.equal(a.above * b.below * BigInt(without.full), b.above * a.below * BigInt(withIt.full));
    }),
  );
});

test('bonuses and penalties never pass their caps, their own and those of all', () => {
  const several = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.nat(900)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(several, several, fc.nat(800), fc.nat(800), (bonuses, penalties, bonusCap, penaltyCap) => {
      const kinds = [
        ...bonuses.map((one, at) => ({ code: `T${at}`, kind: 'bonus' as const, one })),
        ...penalties.map((one, at) => ({ code: `P${at}`, kind: 'penalty' as const, one })),
      ];
      const criteria = [leaf('I', 1000), ...kinds.map(({ code, kind, one: [max] }) => leaf(code, max, { kind }))];
      const scores = new Map<string, Scored>([
        ['I', { state: 'points', points: 500 }],
        ...kinds.map(({ code, one: [, points] }): [string, Scored] => [code, { state: 'points', points }]),
      ]);
      const total = totalOf({ criteria, bonusCap, penaltyCap }, scores);
      const most = (some: readonly (readonly [number, number])[]) => some.reduce((sum, [max]) => sum + max, 0);
      assert.ok(total.bonus <= Math.min(bonusCap, most(bonuses)));
      assert.ok(total.penalty <= Math.min(penaltyCap, most(penalties)));
      assert.ok(total.score !== null && total.score.above >= 0n);
    }),
  );
});
