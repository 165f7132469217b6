import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageAddress, pagesToOffer, readPage, readSort, readYear, sortAddress, withQuery } from './address.ts';

const view = { path: '/chi-tieu', query: 'linh-vuc=kinh-te&sap-xep=ten&trang=3' };

test('a year is one that anything can be about; else there is none', () => {
  assert.deepEqual(
    ['nam=2026', 'nam=2000', 'nam=2100', 'nam=1999', 'nam=2101', 'nam=2026.5', 'nam=', 'nam=x', ''].map(readYear),
    [2026, 2000, 2100, ...Array.from({ length: 6 }, () => undefined)],
  );
  assert.equal(readYear(new URLSearchParams('xem=x&nam=2028')), 2028);
});

test('changing one name of a query keeps the others', () => {
  assert.equal(withQuery(view, { nam: '2027' }), '/chi-tieu?linh-vuc=kinh-te&sap-xep=ten&trang=3&nam=2027');
  assert.equal(withQuery(view, { 'linh-vuc': undefined, 'sap-xep': '', trang: undefined }), '/chi-tieu');
});

test('sorting goes up first, then down, and back to the first page', () => {
  assert.equal(sortAddress(view, undefined, 'ma'), '/chi-tieu?linh-vuc=kinh-te&sap-xep=ma');
  assert.equal(sortAddress(view, { by: 'ten', direction: 'asc' }, 'ten'), '/chi-tieu?linh-vuc=kinh-te&sap-xep=-ten');
  assert.equal(sortAddress(view, { by: 'ten', direction: 'desc' }, 'ten'), '/chi-tieu?linh-vuc=kinh-te&sap-xep=ten');
});

test('a sort that is not offered falls back', () => {
  const fallback = { by: 'ma', direction: 'asc' } as const;
  assert.deepEqual(readSort('sap-xep=-ten', ['ma', 'ten'], fallback), { by: 'ten', direction: 'desc' });
  assert.deepEqual(readSort('sap-xep=mat-khau', ['ma', 'ten'], fallback), fallback);
  assert.deepEqual(readSort('', ['ma', 'ten'], fallback), fallback);
});

test('a page that is no positive whole number is the first', () => {
  assert.deepEqual(
    ['', 'trang=4', 'trang=0', 'trang=-2', 'trang=1e99', 'trang=abc', 'trang=2.5'].map(readPage),
    [1, 4, 1, 1, 1, 1, 1],
  );
});

test('the first page has no page number in its address', () => {
  assert.equal(pageAddress(view, 1), '/chi-tieu?linh-vuc=kinh-te&sap-xep=ten');
  assert.equal(pageAddress(view, 2), '/chi-tieu?linh-vuc=kinh-te&sap-xep=ten&trang=2');
});

test('pages offered show gaps but never a gap of one', () => {
  assert.deepEqual(pagesToOffer(1, 1), [1]);
  assert.deepEqual(pagesToOffer(1, 20), [1, 2, 0, 20]);
  assert.deepEqual(pagesToOffer(4, 20), [1, 2, 3, 4, 5, 0, 20]);
  assert.deepEqual(pagesToOffer(10, 20), [1, 0, 9, 10, 11, 0, 20]);
});

test('pages offered always hold the first, the current and the last, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [current, last] = [Math.min(a, b), Math.max(a, b)];
      const pages = pagesToOffer(current, last).filter((page) => page !== 0);
      assert.ok(pages.includes(1) && pages.includes(current) && pages.includes(last));
      assert.deepEqual(
        pages,
        [...new Set(pages)].toSorted((x, y) => x - y),
      );
    }),
  );
});
