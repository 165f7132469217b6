import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsJoined, partsSaid, placedIn } from './parts.ts';
import type { Gathered } from './pieces.ts';

const parts = (...keys: readonly string[]) => keys.map((key) => ({ key, heading: `Mục ${key}` }));
const keys = (all: readonly { readonly key: string }[]) => all.map(({ key }) => key).join('');

test('new parts stand behind the one they follow in the form, and none is taken away', () => {
  assert.equal(keys(partsJoined([], parts('a', 'b'))), 'ab');
  assert.equal(keys(partsJoined(parts('a', 'b', 'c'), parts('a', 'x', 'y', 'c', 'z'))), 'axybcz');
  assert.equal(keys(partsJoined(parts('a', 'b'), parts('x', 'b'))), 'xab');
  const kept = [{ key: 'a', heading: 'Tên cũ', words: 'body' as const }];
  assert.deepEqual(partsJoined(kept, parts('a')), kept);
});

const said = (part: string, placement: Gathered['placement'] = 'annex'): Gathered => ({
  key: part,
  part,
  placement,
  source: {
    kind: 'report',
    roundId: 'r',
    roundName: 'Kỳ mẫu',
    unitCode: 'an',
    unitName: 'Xã Mẫu An',
    sending: 1,
    signedOn: '2026-06-01',
    section: { position: 1, heading: `Mục ${part}` },
    about: { code: '', heading: '' },
  },
  original: 'Đã làm',
  content: null,
});

test('a section that was reported on is a part, whichever edition of the form it is of', () => {
  assert.deepEqual(partsSaid([said('a'), said('b'), said('a')]), parts('a', 'b'));
});

test('words stand where it was chosen for their part, unless they are nothing to print', () => {
  const chosen = [{ key: 'a', heading: 'A', words: 'body' as const }, ...parts('b')];
  assert.deepEqual(
    placedIn(chosen, [said('a'), said('a', 'out'), said('b')]).map(({ placement }) => placement),
    ['body', 'out', 'annex'],
  );
});
