import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLayout } from './default-layout.ts';
import { facts } from './layout.ts';
import type { Fact } from './layout.ts';
import { linesOf } from './sheet.text.ts';

const said = Object.fromEntries(facts.map((each) => [each, each])) as Record<Fact, string>;

test('each line knows how much height there is above the next one that stands in its way, also on a blank', () => {
  for (const onBlank of [false, true]) {
    const rooms = new Map(linesOf(defaultLayout, said, onBlank).map(({ text, room }) => [text, room]));
    assert.equal(rooms.get('don-vi'), 14, 'two lines of 15 points');
    assert.equal(rooms.get('ten'), 13);
    assert.equal(rooms.get('NGUOI-KY') ?? rooms.get('nguoi-ky'), 28, 'to the end of the sheet');
  }
});
