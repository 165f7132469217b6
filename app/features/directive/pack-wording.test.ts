/** Every word the pack quotes is compared with the directive's own text, a copy of the scan kept beside the tests. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { findPackFolder, loadPack } from './load-pack.server.ts';
import { packFiles } from './pack.ts';
import type { Pack, PackFileName } from './pack.ts';

const folder = await findPackFolder();
const pack = await loadPack(folder);
const scan = await readFile('tests/fixtures/chi-thi.md', 'utf8');

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const withoutMarkup = (text: string) => oneLine(text.replaceAll(/<[^>]*>/g, ' ').replaceAll('*', ''));

/** The scan as running text: mark-up gone, table cells that a page break cut in two put together again. */
function runningText(markdown: string): string {
  const out: string[] = [];
  const row: string[] = [];
  const flush = () => out.push(...row.splice(0));
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      if (line.trim() !== '') flush();
      out.push(withoutMarkup(line));
      continue;
    }
    if (/^[|\s-]+$/.test(line)) continue;
    const cells = line.split('|').slice(1, -1).map(withoutMarkup);
    if (cells[0] !== '') flush();
    cells.forEach((cell, at) => (row[at] = oneLine(`${row[at] ?? ''} ${cell}`)));
  }
  flush();
  return oneLine(out.join('\n'));
}

function mended(text: string, slips: Pack['slips']): string {
  return slips.reduce((sofar, slip) => sofar.replace(slip.found, slip.mended), text);
}

const original = runningText(scan);
const text = mended(original, pack.slips);

test('each listed slip is found exactly once in the scan and its mended form stands in the pack', () => {
  for (const slip of pack.slips) {
    assert.equal(original.split(slip.found).length - 1, 1, slip.found);
    const clause = pack.clauses.find(({ id }) => id === slip.clause);
    assert.ok(
      clause?.paragraphs.some((paragraph) => paragraph.text.includes(slip.mended)),
      slip.mended,
    );
  }
  assert.equal(pack.slips.length, 7);
});

/** Keys whose value is the directive's own words; everything else in a pack is a code, a number or our own label. */
const quotedKeys = new Set([
  'wording',
  'bullet',
  'title',
  'coordination',
  'reportingDuty',
  'note',
  'text',
  'heading',
  'subject',
  'numberAsPrinted',
  'dateAsPrinted',
  'signer',
]);

function quotedStrings(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(quotedStrings);
  return Object.entries(value).flatMap(([key, child]) =>
    typeof child === 'string' && quotedKeys.has(key) ? [child] : quotedStrings(child),
  );
}

const quotingFiles = (Object.keys(packFiles) as PackFileName[]).filter((name) => name !== 'units' && name !== 'slips');

for (const name of quotingFiles) {
  test(`every wording in ${name}.json stands letter for letter in the directive`, async () => {
    const quotes = quotedStrings(JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8')));
    assert.ok(quotes.length > 0);
    const strangers = quotes.filter((quote) => !text.includes(quote));
    assert.deepEqual(strangers, []);
  });
}

test('the directive is kept whole and in order: no sentence left out, none added', () => {
  const kept = pack.clauses.flatMap((clause) => [
    ...(clause.heading === null ? [] : [clause.heading]),
    ...clause.paragraphs.map((paragraph) => paragraph.text),
  ]);
  assert.deepEqual(words(kept.join('\n')), words(mended(runningText(withoutNumbering(scan)), pack.slips)));
});

/** Numbers of sections and rows are carried by clause ids, so they are set aside on the scan's side. */
function withoutNumbering(markdown: string): string {
  return markdown.replaceAll(/^(?:[IV]+|\d(?:\.\d)?)\. /gm, '').replaceAll(/^\| \d\d \|/gm, '| - |');
}

function words(value: string): readonly string[] {
  return value.split(/\s+/).filter((word) => word !== '-' && word !== '');
}

test('the bodies named as units are named so in the directive', () => {
  const named = pack.units.filter((unit) => unit.source === 'chi-thi');
  const strangers = named.filter((unit) => !text.includes(unit.name)).map((unit) => unit.name);
  assert.deepEqual(strangers, []);
});

test('each indicator cites the section of its field, and its wording is part of one bullet there', () => {
  for (const indicator of pack.indicators) {
    const section = pack.clauses.find(({ id }) => id === indicator.clause);
    const bullets = section?.paragraphs.filter(({ kind }) => kind === 'item').map((paragraph) => paragraph.text);
    assert.ok(bullets?.includes(indicator.bullet), indicator.code);
    assert.ok(indicator.bullet.includes(indicator.wording), indicator.code);
  }
});

test('every quantified bullet of part I is used, and indicators follow the order of the text', () => {
  for (const section of ['I.1', 'I.2', 'I.3']) {
    const bullets = pack.clauses.find(({ id }) => id === section)?.paragraphs.map((paragraph) => paragraph.text) ?? [];
    const mine = pack.indicators.filter((indicator) => indicator.clause === section);
    assert.deepEqual([...new Set(mine.map((indicator) => indicator.bullet))], bullets, section);
    const places = mine.map((indicator) => text.indexOf(indicator.wording));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      section,
    );
  }
});
