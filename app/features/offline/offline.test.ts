import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Control, Draft } from './draft.ts';
import { movedOn, restored, saysSame } from './draft.ts';
import { isKept, keptAs } from './kept-paths.ts';
import { isDue, pauseAfter, verdictOn } from './waiting.ts';

const text = (name: string, value: string, nth = 0): Control => ({ name, nth, value, checked: null, hidden: false });
const hidden = (name: string, value: string): Control => ({ ...text(name, value), hidden: true });
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

test('only a JSON answer that says done is success', () => {
  const verdicts = [
    verdictOn(200, 'done'),
    verdictOn(200, undefined),
    verdictOn(302, undefined),
    verdictOn(401, 'sign_in'),
    verdictOn(403, 'other_person'),
    verdictOn(409, 'refused'),
    verdictOn(422, 'refused'),
    verdictOn(404, 'refused'),
    verdictOn(429, 'refused'),
    verdictOn(413, undefined),
    verdictOn(502, undefined),
    verdictOn(503, 'fault'),
  ];
  assert.deepEqual(verdicts, [
    'done',
    'no_line',
    'no_line',
    'sign_in',
    'other_person',
    'conflict',
    'refused',
    'refused',
    'busy',
    'refused',
    'busy',
    'busy',
  ]);
});

test('pauses grow to five minutes; what a person must settle is not tried by itself', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 99].map(pauseAfter), [5e3, 15e3, 45e3, 12e4, 3e5, 3e5]);
  assert.ok(isDue({ why: 'new', tries: 0, lastTry: null }, 0));
  assert.ok(!isDue({ why: 'no_line', tries: 2, lastTry: 1000 }, 15_999));
  assert.ok(isDue({ why: 'busy', tries: 2, lastTry: 1000 }, 16_000));
  for (const why of ['sign_in', 'other_person', 'conflict', 'refused'] as const)
    assert.ok(!isDue({ why, tries: 1, lastTry: 0 }, 1e9));
});

test('pages are kept without what they said a moment ago; others are not kept', () => {
  assert.equal(
    keptAs('/nhap-so-lieu', new URLSearchParams('don-vi=a&ky=2026&da-gui=3')),
    '/nhap-so-lieu?don-vi=a&ky=2026',
  );
  assert.equal(keptAs('/bao-cao/x/y', new URLSearchParams('da=sign')), '/bao-cao/x/y');
  assert.deepEqual(['/bao-cao/x/y', '/ke-hoach/x/nhiem-vu/y', '/quan-tri', '/ke-hoach/x'].map(isKept), [
    true,
    true,
    false,
    false,
  ]);
});

test('what is said is compared as a reader would', () => {
  assert.ok(saysSame([text('a', 'x\r\ny '), hidden('version', '1')], [text('a', 'x\ny'), hidden('version', '2')]));
  assert.ok(!saysSame([text('a', 'x')], [text('a', 'x'), text('a', '', 1)]));
  const tick = { ...text('a', '1'), checked: true };
  assert.ok(!saysSame([tick], [{ ...tick, checked: false }]));
});

const drawn = [hidden('version', '1'), hidden('id', id(1)), text('muc-1', 'cũ'), text('muc-2', '')];
const draft: Draft = {
  form: 'f',
  path: '/',
  title: 't',
  base: drawn,
  controls: [hidden('version', '1'), hidden('id', id(1)), text('muc-1', 'của tôi'), text('muc-2', '')],
};
const laidOver = (now: readonly Control[]) => {
  const { controls, isOvertaken } = restored(draft, now);
  return [isOvertaken, ...controls.map(({ value }) => value)];
};

test('a draft over what nobody else changed takes the version of now and the ids of then', () => {
  const now = [hidden('version', '2'), hidden('id', id(2)), text('muc-1', 'cũ'), text('muc-2', '')];
  assert.deepEqual(laidOver(now), [false, '2', id(1), 'của tôi', '']);
});

test('a draft over what somebody else changed keeps the version it was written against, so that both are shown', () => {
  const now = [hidden('version', '2'), hidden('id', id(2)), text('muc-1', 'của người khác'), text('muc-2', '')];
  assert.deepEqual(laidOver(now), [true, '1', id(1), 'của tôi', '']);
});

test('what was typed before the draft could be laid over stays, beside what the draft brings', () => {
  const twoKept = { ...draft, controls: [...draft.controls.slice(0, 3), text('muc-2', 'của tôi')] };
  const typed = [...drawn.slice(0, 3), text('muc-2', 'vừa gõ')];
  const { controls, isOvertaken } = restored(twoKept, drawn, typed);
  assert.equal(isOvertaken, false);
  assert.deepEqual(controls.slice(2), [text('muc-1', 'của tôi'), text('muc-2', 'vừa gõ')]);
});

test('what was pressed behind another deed of the same hand takes the version that one left, and keeps its own ids and words', () => {
  const fields = [
    ['version', '1'],
    ['id', id(1)],
    ['ma', 'a'],
    ['ma', 'b'],
    ['muc-1', 'sau'],
  ] as const;
  const now = [
    hidden('version', '2'),
    hidden('id', id(2)),
    hidden('ma', 'a'),
    hidden('ma', 'b'),
    text('muc-1', 'trước'),
  ];
  const moved = movedOn({ fields, base: drawn }, now);
  assert.deepEqual(moved, { fields: [['version', '2'], ...fields.slice(1)], base: now });
});

test('what was typed into a part that the form has no longer goes along', () => {
  const { homeless } = restored(draft, [hidden('version', '1'), text('muc-2', '')]);
  assert.deepEqual(homeless, [text('muc-1', 'của tôi')]);
});

test('a version that was not there when the draft was written is not taken over from the form of now', () => {
  const now = [hidden('version', '1'), hidden('ban', '3'), text('muc-1', 'khác'), text('muc-2', 'khác')];
  assert.deepEqual(laidOver(now), [true, '1', '', 'của tôi', '']);
});
