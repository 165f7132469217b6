import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseType, csvType, jsonType, matchesTag } from './negotiation.ts';

const both = [jsonType, csvType];

test('the form asked for is chosen; nothing asked for, or anything, is JSON', () => {
  const rows: readonly (readonly [string | null, string | undefined])[] = [
    [null, jsonType],
    ['', jsonType],
    ['*/*', jsonType],
    ['application/*', jsonType],
    ['text/csv', csvType],
    ['TEXT/CSV; charset=utf-8', csvType],
    ['text/*;q=0.9, application/json;q=0.1', csvType],
    ['text/csv;q=0, */*', jsonType],
    ['text/csv, application/json', jsonType],
    ['text/html,application/xhtml+xml,*/*;q=0.8', jsonType],
    ['application/xml', undefined],
    ['application/json;q=0', undefined],
    ['text/csv;q=nonsense', undefined],
  ];
  for (const [accept, chosen] of rows) assert.equal(chooseType(accept, both), chosen, String(accept));
});

test('a table is not offered where there is none', () => {
  assert.equal(chooseType('text/csv', [jsonType]), undefined);
});

test('a tag matches whether weak or strong, alone or among others', () => {
  const tag = 'W/"abc"';
  const rows: readonly (readonly [string | null, boolean])[] = [
    [null, false],
    ['W/"abc"', true],
    ['"abc"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"ab"', false],
    ['abc', false],
  ];
  for (const [given, matches] of rows) assert.equal(matchesTag(given, tag), matches, String(given));
});
