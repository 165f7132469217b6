/** Every page leads to help that is there, every handbook holds together, and no anchor stands twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patterns } from '../../../tests/e2e/addresses.ts';
import { roles } from '../../kernel/actor.ts';
import { helpFor, helpOf } from './for-page.ts';
import { sectionsFor } from './handbook.ts';
import { helpSections } from './text.ts';

const ids = helpSections.map(({ id }) => id);

test('every page of the product leads to a section of the help', () => {
  const pages = patterns().filter((pattern) => pattern !== '*');
  assert.ok(pages.length > 100);
  assert.deepEqual(
    pages.filter((pattern) => helpFor(pattern) === undefined),
    [],
  );
});

test('each section that a page or a handbook names is there, once', () => {
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
  const named = [...Object.values(helpOf), ...roles.flatMap(sectionsFor)];
  assert.deepEqual(
    [...new Set(named)].filter((id) => !ids.includes(id)),
    [],
  );
});

test('the longest beginning of an address counts', () => {
  assert.equal(helpFor('/nhap-so-lieu/excel'), 'nap-excel');
  assert.equal(helpFor('/nhap-so-lieu/0190'), 'nhap-so-lieu');
  assert.equal(helpFor('/'), 'viec-cua-toi');
  assert.equal(helpFor('/khong-co-trang-nay'), undefined);
});

test('no section is empty, and every step is a sentence', () => {
  for (const { id, lead, steps = [], notes = [], terms, keys } of helpSections) {
    assert.ok(lead ?? steps[0] ?? notes[0] ?? terms ?? keys, id);
    for (const words of [...steps, ...notes]) assert.match(words, /^[\p{Lu}\d“].*[.?]$/su, `${id}: ${words}`);
  }
});
