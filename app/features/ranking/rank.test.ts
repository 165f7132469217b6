import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rank } from './rank.ts';
import type { Entry } from './rank.ts';

const entry = (unitId: string, above: number, more: Partial<Entry> = {}): Entry => ({
  unitId,
  score: { above: BigInt(above), below: 1n },
  penalty: 0,
  bonus: 0,
  points: new Map(),
  ...more,
});
const places = (found: ReturnType<typeof rank>) => found.map(({ unitId, place }) => `${unitId}${place}`).join(' ');

test('equal scores keep equal places, and the next place counts them', () => {
  const found = rank([entry('c', 80), entry('a', 90), entry('b', 90)], []);
  assert.equal(places(found), 'a1 b1 c3');
  assert.deepEqual(found[0]?.tiedWith, ['b']);
});

test('scores are compared exactly, not as shown', () => {
  const third: Entry = { ...entry('a', 0), score: { above: 1n, below: 3n } };
  const almost: Entry = { ...entry('b', 0), score: { above: 333_333n, below: 1_000_000n } };
  assert.equal(places(rank([almost, third], [])), 'a1 b2');
});

test('a rule laid down before parts them, and says so; those it does not part go on to the next', () => {
  const one = entry('a', 90, { points: new Map([['I', 50]]), penalty: 100 });
  const two = entry('b', 90, { points: new Map([['I', 60]]) });
  const three = entry('c', 90, { points: new Map([['I', 50]]) });
  const found = rank([one, two, three], [{ kind: 'points', code: 'I' }, { kind: 'fewer_penalties' }]);
  assert.equal(places(found), 'b1 c2 a3');
  assert.deepEqual(
    found.map(({ partedBy }) => partedBy),
    [{ kind: 'points', code: 'I' }, { kind: 'fewer_penalties' }, { kind: 'fewer_penalties' }],
  );
});

test('a recorded decision parts exactly the units that are equal, and nothing when they no longer are', () => {
  const decision = { id: 'd', order: ['b', 'a'] };
  assert.equal(places(rank([entry('a', 90), entry('b', 90)], [], [decision])), 'b1 a2');
  assert.equal(places(rank([entry('a', 90), entry('b', 90), entry('c', 90)], [], [decision])), 'a1 b1 c1');
});

const anyEntries = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([id]) => id,
    maxLength: 30,
  })
  .map((rows) => rows.map(([id, score, penalty]) => entry(id, score, { penalty })));

test('whatever the order they come in: the same places, one for each, never better than a higher score', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const found = rank(entries, [{ kind: 'fewer_penalties' }]);
      assert.deepEqual(found.length, entries.length);
      assert.equal(places(found), places(rank(entries.toReversed(), [{ kind: 'fewer_penalties' }])));
      const placeOf = new Map(found.map(({ unitId, place }) => [unitId, place]));
      for (const a of entries)
        for (const b of entries)
          if (a.score.above > b.score.above) assert.ok((placeOf.get(a.unitId) ?? 0) < (placeOf.get(b.unitId) ?? 0));
    }),
  );
});

test('decisions, right or stale, never move a unit past another score, and part only whole groups of equals', () => {
  const some = anyEntries.filter((entries) => entries.length > 1);
  const withDecision = some.chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.shuffledSubarray(
        entries.map(({ unitId }) => unitId),
        { minLength: 2 },
      ),
    ),
  );
  fc.assert(
    fc.property(withDecision, ([entries, order]) => {
      const found = rank(entries, [], [{ id: 'd', order }]);
      const plain = new Map(rank(entries, []).map((one) => [one.unitId, one]));
      const scoreOf = new Map(entries.map(({ unitId, score }) => [unitId, score.above]));
      const isWhole =
        new Set(order.map((id) => scoreOf.get(id))).size === 1 &&
        order.length === entries.filter(({ unitId }) => scoreOf.get(unitId) === scoreOf.get(order[0] ?? '')).length;
      for (const { unitId, place, partedBy } of found) {
        const isDecided = isWhole && order.includes(unitId);
        assert.equal(partedBy?.kind === 'decision', isDecided);
        assert.equal(place, (plain.get(unitId)?.place ?? 0) + (isDecided ? order.indexOf(unitId) : 0));
      }
    }),
  );
});
