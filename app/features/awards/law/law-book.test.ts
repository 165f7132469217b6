/** What the product's own law says, and what it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testText } from '../standards/test.text.ts';
import { factsOfAward, lawBookOf } from './law-book.ts';
import { bonusText } from './law.text.ts';
import { PRODUCT_PROVISIONS } from './product.ts';

const book = lawBookOf(PRODUCT_PROVISIONS);
const bonusOn = (award: string, on = '2026-06-01') => bonusText(factsOfAward(book, award, on));

test('the bonus of each holder is said; of whom nothing was read, that it is not known', () => {
  assert.equal(bonusOn('bang-khen-tinh'), 'cá nhân: 1,5; tập thể: 3,0; hộ gia đình: 2,25');
  // "Hộ gia đình gấp 1,5 lần cá nhân" was read of the province's Bằng khen and the Giấy khen alone.
  assert.equal(bonusOn('bang-khen-thu-tuong'), 'cá nhân: 3,5; tập thể: 7,0; hộ gia đình: chưa rõ');
  assert.equal(bonusOn('gia-dinh-van-hoa'), 'chưa có quy định trong dữ liệu');
  assert.deepEqual(factsOfAward(book, 'bang-khen-thu-tuong', '2026-06-01').noBonusRead, ['household']);
});

test('how old an initiative may be stands in no law: it is said to be ours, and for a person', () => {
  const initiatives = { kind: 'initiatives', count: 1, scope: 'province' } as const;
  const ours = 'mặc định của hệ thống, vì Luật không quy định thời hạn';
  assert.match(
    testText({ ...initiatives, lastYears: 3 }),
    new RegExp(`được công nhận quá 3 năm thì người thẩm định xem xét: ${ours}`),
  );
  assert.match(testText({ ...initiatives, lastYears: 1 }), new RegExp(`trước năm tính thành tích .*${ours}`));
  assert.doesNotMatch(testText(initiatives), /năm/);
});
