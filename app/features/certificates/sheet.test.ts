import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLayout } from './default-layout.ts';
import { facts } from './layout.ts';
import type { Fact } from './layout.ts';
import { linesOf } from './sheet.text.ts';
import { certificatePrintText } from './text.ts';

const said = Object.fromEntries(facts.map((each) => [each, each])) as Record<Fact, string>;

test('each line knows how much height there is above the next one that stands in its way, also on a blank', () => {
  for (const onBlank of [false, true]) {
    const rooms = new Map(linesOf(defaultLayout, said, onBlank).map(({ text, room }) => [text, room]));
    assert.equal(rooms.get('don-vi'), 14, 'two lines of 15 points');
    assert.equal(rooms.get('ten'), 13);
    assert.equal(rooms.get('NGUOI-KY') ?? rooms.get('nguoi-ky'), 28, 'to the end of the sheet');
  }
});

test('there is no Word of a certificate: whoever waited too long for many is told to print one at a time', () => {
  const slow = { kind: 'pdf_too_slow', seconds: 20 } as const;
  assert.match(certificatePrintText(slow, 40), /quá 20 giây .* in từng bằng/);
  assert.doesNotMatch(certificatePrintText(slow, 1), /từng bằng/);
  for (const refusal of [slow, { kind: 'pdf_unavailable' } as const])
    for (const count of [1, 40]) assert.doesNotMatch(certificatePrintText(refusal, count), /Word/);
});
