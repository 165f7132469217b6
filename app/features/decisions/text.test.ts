import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printText } from '../../platform/print/text.ts';
import { decisionRefusal } from './text.ts';

test('a final paper there is as PDF alone: nobody is sent to a Word file, as those are who download a draft', () => {
  for (const refusal of [{ kind: 'pdf_too_slow', seconds: 20 }, { kind: 'pdf_unavailable' }] as const) {
    assert.match(printText(refusal), /bản Word/);
    assert.doesNotMatch(decisionRefusal(refusal), /bản Word/);
    assert.match(decisionRefusal(refusal), /Chưa lấy số nào\./);
  }
});
