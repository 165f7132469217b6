import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedUnit } from './issuer.text.ts';
import { addressedName, authorityLines, issuerOf } from './issuer.text.ts';

const root: NamedUnit = { kind: 'province', name: 'Tỉnh Mẫu' };
const party: NamedUnit = { kind: 'party_body', name: 'Tỉnh ủy Mẫu' };
const commune: NamedUnit = { kind: 'commune', name: 'Xã Mẫu An' };

/** Unit, what stands above it, and: above, own name, short, place, over the office, office. */
const heads: readonly (readonly [NamedUnit, NamedUnit | undefined, readonly string[]])[] = [
  [root, undefined, ['', 'Ủy ban nhân dân tỉnh Mẫu', 'UBND', 'Mẫu', 'TM. Ủy ban nhân dân', 'Chủ tịch']],
  [commune, root, ['', 'Ủy ban nhân dân xã Mẫu An', 'UBND', 'Mẫu An', 'TM. Ủy ban nhân dân', 'Chủ tịch']],
  [
    { kind: 'other', name: 'Ủy ban nhân dân tỉnh' },
    root,
    ['', 'Ủy ban nhân dân tỉnh Mẫu', 'UBND', 'Mẫu', 'TM. Ủy ban nhân dân', 'Chủ tịch'],
  ],
  [
    { kind: 'department', name: 'Sở Nông nghiệp và Môi trường' },
    root,
    ['UBND tỉnh Mẫu', 'Sở Nông nghiệp và Môi trường', 'SNNMT', 'Mẫu', '', 'Giám đốc'],
  ],
  [
    { kind: 'department', name: 'Thanh tra tỉnh' },
    root,
    ['UBND tỉnh Mẫu', 'Thanh tra tỉnh Mẫu', 'TTT', 'Mẫu', '', 'Thủ trưởng đơn vị'],
  ],
  [party, root, ['', 'Tỉnh ủy Mẫu', 'TUM', 'Mẫu', '', 'Thủ trưởng đơn vị']],
  [
    { kind: 'party_body', name: 'Ban Tổ chức Tỉnh ủy' },
    party,
    ['Tỉnh ủy Mẫu', 'Ban Tổ chức Tỉnh ủy', 'BTCTU', 'Mẫu', '', 'Thủ trưởng đơn vị'],
  ],
  [{ kind: 'press', name: 'Báo Mẫu' }, root, ['', 'Báo Mẫu', 'BM', 'Mẫu', '', 'Thủ trưởng đơn vị']],
  [
    { kind: 'subordinate', name: 'Trạm Mẫu' },
    commune,
    ['UBND xã Mẫu An', 'Trạm Mẫu', 'TM', 'Mẫu An', '', 'Thủ trưởng đơn vị'],
  ],
];
for (const [unit, parent, wanted] of heads) {
  test(`${unit.name} stands at the head of its papers as the decree has it, at its own place`, () => {
    const issuer = issuerOf({ unit, parent, commune: parent?.kind === 'commune' ? parent : undefined, root });
    const { parent: above, name, short, place, office, family } = issuer;
    assert.deepEqual([above, name, short, place, authorityLines(issuer).join(), office], wanted);
    assert.equal(family, unit.kind === 'party_body' ? 'party' : 'state');
  });
}

test('a place is the name without its kind, but in full where the name is a figure', () => {
  const placeOf = (name: string) => issuerOf({ unit: { kind: 'commune', name }, root }).place;
  assert.deepEqual(['Phường Sa Pa', 'Xã A Mú Sung', 'Đặc khu Mẫu', 'Phường 12'].map(placeOf), [
    'Sa Pa',
    'A Mú Sung',
    'Mẫu',
    'Phường 12',
  ]);
});

test('a commune is written to by its committee, every other body by its name', () => {
  assert.equal(addressedName(commune), 'Ủy ban nhân dân xã Mẫu An');
  assert.equal(addressedName(party), 'Tỉnh ủy Mẫu');
});
