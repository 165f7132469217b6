import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectOk } from '../../kernel/result.ts';
import { changeIn, correctIn, createIn, dissolveIn, reviveIn, withUnit } from './changes.ts';
import type { NewUnit, Organisation } from './changes.ts';
import { hasCycleOn, pathOn, turningDays } from './tree.ts';
import { overlaps } from './versions.ts';

const fresh = (code: string, parentId: string | null, more: Partial<NewUnit> = {}): NewUnit => ({
  id: code,
  code,
  name: `Đơn vị ${code}`,
  shortName: code,
  kind: 'other',
  communeType: null,
  officialCode: null,
  parentId,
  validFrom: '2025-07-01',
  ...more,
});

function founded(...units: readonly NewUnit[]): Organisation {
  return units.reduce<Organisation>(
    (organisation, unit) => withUnit(organisation, expectOk(createIn(organisation, unit))),
    new Map(),
  );
}

const unitIn = (organisation: Organisation, id: string) => {
  const unit = organisation.get(id);
  assert.ok(unit);
  return unit;
};
const forestOf = (organisation: Organisation) => new Map([...organisation].map(([id, unit]) => [id, unit.versions]));
const move = (from: string, parentId: string | null, name = 'Đơn vị đổi') => ({
  from,
  name,
  shortName: name,
  parentId,
  basis: null,
});
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);

const small = founded(fresh('tinh', null), fresh('so', 'tinh'), fresh('phong', 'so'), fresh('to', 'phong'));

test('a subtree moves with its root: those below keep standing below', () => {
  const more = withUnit(small, expectOk(createIn(small, fresh('so-hai', 'tinh'))));
  const moved = withUnit(more, expectOk(changeIn(more, unitIn(more, 'phong'), move('2026-01-01', 'so-hai'))));
  assert.deepEqual(pathOn(forestOf(moved), 'to', '2025-12-31'), ['to', 'phong', 'so', 'tinh']);
  assert.deepEqual(pathOn(forestOf(moved), 'to', '2026-01-01'), ['to', 'phong', 'so-hai', 'tinh']);
});

test('a unit cannot be moved under what stands below it, nor under itself', () => {
  const so = unitIn(small, 'so');
  assert.deepEqual(refusalOf(changeIn(small, so, move('2026-01-01', 'to'))), { kind: 'ring', name: 'Đơn vị to' });
  assert.deepEqual(refusalOf(changeIn(small, so, move('2026-01-01', 'so'))), { kind: 'ring', name: 'Đơn vị so' });
});

test('a ring that would close only later, through a change already planned, is refused', () => {
  const two = founded(fresh('tinh', null), fresh('a', 'tinh'), fresh('b', 'tinh'));
  const planned = withUnit(two, expectOk(changeIn(two, unitIn(two, 'a'), move('2027-01-01', 'b'))));
  assert.equal(changeIn(planned, unitIn(planned, 'b'), move('2026-01-01', 'a')).ok, false);
});

const deed = fc.record({
  who: fc.nat(6),
  under: fc.nat(6),
  from: fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2025, 6 + n, 1)).toISOString().slice(0, 10)),
  what: fc.constantFrom('move', 'move', 'move', 'correct', 'end'),
});

test('no run of moves, corrections and endings makes a ring or an overlap on any day', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const names = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
      const start = founded(fresh('u0', null), ...names.slice(1).map((name) => fresh(name, 'u0')));
      const end = deeds.reduce<Organisation>((organisation, { who, under, from, what }) => {
        const unit = unitIn(organisation, `u${who}`);
        const result =
          what === 'end'
            ? dissolveIn(organisation, unit, { on: from, successorIds: [] })
            : what === 'move'
              ? changeIn(organisation, unit, move(from, `u${under}`))
              : correctIn(organisation, unit, {
                  ...unit,
                  periodFrom: unit.versions[0]?.validFrom ?? '',
                  name: 'sửa',
                  shortName: 'sửa',
                  parentId: `u${under}`,
                });
        return result.ok ? withUnit(organisation, result.value) : organisation;
      }, start);
      const forest = forestOf(end);
      assert.ok([...end.values()].every((unit) => !overlaps(unit.versions)));
      assert.ok(turningDays(forest).every((day) => names.every((name) => !hasCycleOn(forest, name, day))));
    }),
  );
});

test('a code is given once, an official code to one living unit', () => {
  const one = founded(fresh('tinh', null), fresh('xa', 'tinh', { officialCode: '00001' }));
  assert.deepEqual(refusalOf(createIn(one, { ...fresh('xa', 'tinh'), id: 'khac' })), {
    kind: 'code_taken',
    code: 'xa',
  });
  const twin = fresh('xa-hai', 'tinh', { officialCode: '00001' });
  assert.deepEqual(refusalOf(createIn(one, twin)), {
    kind: 'official_code_taken',
    officialCode: '00001',
    name: 'Đơn vị xa',
  });
  const ended = withUnit(one, expectOk(dissolveIn(one, unitIn(one, 'xa'), { on: '2026-01-01', successorIds: [] })));
  assert.equal(createIn(ended, twin).ok, true);
});

test('nothing is founded under what is not there on that day', () => {
  assert.deepEqual(refusalOf(createIn(small, fresh('x', 'khong-co'))), { kind: 'parent_unknown' });
  const early = fresh('x', 'tinh', { validFrom: '2020-01-01' });
  assert.deepEqual(refusalOf(createIn(small, early)), {
    kind: 'parent_not_alive',
    name: 'Đơn vị tinh',
    on: '2020-01-01',
  });
  assert.equal(createIn(small, fresh('x', 'tinh', { validFrom: null })).ok, true);
});

test('a unit ends only when nobody is left below it, and once', () => {
  const so = unitIn(small, 'so');
  const ending = { on: '2026-01-01', successorIds: [] };
  assert.deepEqual(refusalOf(dissolveIn(small, so, ending)), { kind: 'has_subordinates', names: ['Đơn vị phong'] });
  const ended = expectOk(dissolveIn(small, unitIn(small, 'to'), ending));
  assert.equal(ended.validUntil, '2026-01-01');
  assert.deepEqual(refusalOf(dissolveIn(withUnit(small, ended), ended, ending)), {
    kind: 'already_ended',
    name: 'Đơn vị to',
    on: '2026-01-01',
  });
});

test('a unit ended by mistake goes on as it was, and only one that ended', () => {
  const to = unitIn(small, 'to');
  assert.deepEqual(refusalOf(reviveIn(small, to)), { kind: 'not_ended', name: 'Đơn vị to' });
  const ended = expectOk(dissolveIn(small, to, { on: '2026-01-01', successorIds: [] }));
  assert.deepEqual(expectOk(reviveIn(withUnit(small, ended), ended)), { ...to, version: to.version + 2 });
});

test('nothing comes back under what has ended meanwhile, nor beside another with its official code', () => {
  const ending = { on: '2026-01-01', successorIds: [] };
  const to = expectOk(dissolveIn(small, unitIn(small, 'to'), ending));
  const without = withUnit(small, to);
  const phong = expectOk(dissolveIn(without, unitIn(small, 'phong'), ending));
  assert.equal((refusalOf(reviveIn(withUnit(without, phong), to)) as { kind: string }).kind, 'parent_not_alive');
  const one = founded(fresh('tinh', null), fresh('xa', 'tinh', { officialCode: '00001' }));
  const gone = expectOk(dissolveIn(one, unitIn(one, 'xa'), ending));
  const other = expectOk(createIn(withUnit(one, gone), fresh('xa-hai', 'tinh', { officialCode: '00001' })));
  const both = withUnit(withUnit(one, gone), other);
  assert.equal((refusalOf(reviveIn(both, gone)) as { kind: string }).kind, 'official_code_taken');
});

test('a successor must be there on the day the old one ends', () => {
  const later = withUnit(small, expectOk(createIn(small, fresh('moi', 'tinh', { validFrom: '2026-03-01' }))));
  const to = unitIn(later, 'to');
  assert.deepEqual(refusalOf(dissolveIn(later, to, { on: '2026-01-01', successorIds: ['moi'] })), {
    kind: 'successor_not_alive',
    name: 'Đơn vị moi',
    on: '2026-01-01',
  });
  assert.equal(dissolveIn(later, to, { on: '2026-03-01', successorIds: ['moi'] }).ok, true);
  assert.deepEqual(refusalOf(dissolveIn(later, to, { on: '2026-03-01', successorIds: ['to'] })), {
    kind: 'successor_unknown',
  });
});

test('a correction mends the period in place and opens no new one', () => {
  const to = unitIn(small, 'to');
  const same = { ...to, periodFrom: '2025-07-01', name: 'Đơn vị to', shortName: 'to', parentId: 'phong' };
  assert.deepEqual(refusalOf(correctIn(small, to, same)), { kind: 'unchanged' });
  const mended = expectOk(correctIn(small, to, { ...same, name: 'Tổ', validFrom: null }));
  assert.deepEqual(
    mended.versions.map((one) => [one.validFrom, one.name]),
    [['-infinity', 'Tổ']],
  );
  assert.equal(mended.version, to.version + 1);
});

test('only a commune has a type of commune', () => {
  assert.deepEqual(refusalOf(createIn(small, fresh('x', 'tinh', { communeType: 'xa' }))), {
    kind: 'commune_type_only_commune',
  });
});
