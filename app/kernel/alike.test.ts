import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable, gram, leastShared, printsOf, sharedBetween, window } from './alike.ts';
import type { Piece } from './alike.ts';

const own =
  'Tổ dân cư tự quản thu gom rác tại nguồn, phân loại rác hữu cơ để ủ phân bón cho vườn rau của hội phụ nữ xã.';
const passage = 'mỗi hộ góp một ngày công trong tháng để sửa đường nội thôn';
const other = 'Người dân họp bàn công khai trước khi làm.';
const between = (mine: readonly string[], theirs: readonly string[]) =>
  sharedBetween(comparable(mine), comparable(theirs));
const marked = (texts: readonly (readonly Piece[])[]) =>
  texts.map((pieces) => pieces.filter(({ isShared }) => isShared).map(({ text }) => text));

test('a passage is found whatever its marks, case and spaces, and cut out as it was written', () => {
  const bare = 'MOI HO GOP  mot ngay cong, trong thang de sua duong noi thon';
  const shared = between([`${own} ${passage}.`, 'Ngắn'], [other, `${other} ${bare}!`]);
  assert.deepEqual(marked(shared.mine), [[passage], []]);
  assert.deepEqual(marked(shared.theirs), [[], [bare]]);
  assert.equal(shared.mine[0]?.map(({ text }) => text).join(''), `${own} ${passage}.`);
  assert.ok(shared.shareOfMine > 0.3 && shared.shareOfMine < 0.4);
});

test('what is shorter than a passage is no likeness, and nothing goes on from one text to the next', () => {
  const short = passage
    .split(' ')
    .slice(0, leastShared - 1)
    .join(' ');
  assert.equal(between([`${own} ${short}`], [`${other} ${short}`]).shareOfMine, 0);
  assert.equal(between([passage], [passage.slice(0, 22), passage.slice(22)]).shareOfMine, 0);
});

test('the same text is wholly shared; nothing is shared with nothing', () => {
  assert.equal(between([own], [own.toUpperCase()]).shareOfMine, 1);
  assert.deepEqual(between([''], [own]), {
    mine: [[]],
    theirs: [[{ text: own, isShared: false }]],
    shareOfMine: 0,
    shareOfTheirs: 0,
  });
});

test('of two places that fit, the one that goes on longest is taken', () => {
  const words = passage.split(' ');
  const begun = `${words.slice(0, leastShared).join(' ')} nhưng khác`;
  const shared = between([passage], [`${begun}. ${passage}`]);
  assert.deepEqual(marked(shared.theirs), [[passage]]);
});

test('texts that share gram + window - 1 syllables in a row share a print', () => {
  const words = (n: number, salt: string) => Array.from({ length: n }, (_, at) => `${salt}${at}`).join(' ');
  for (let before = 0; before < 12; before += 1) {
    const common = words(gram + window - 1, 'chung');
    const a = printsOf([`${words(before, 'a')} ${common} ${words(7, 'b')}`]).prints;
    const b = new Set(printsOf([`${words(5, 'c')} ${common} ${words(before, 'd')}`]).prints);
    assert.ok(
      a.some((print) => b.has(print)),
      `${before} before`,
    );
  }
});

test('prints fold marks and case, count every syllable, and none crosses from one text to the next', () => {
  assert.deepEqual(printsOf([own]), printsOf([own.toUpperCase().normalize('NFD')]));
  assert.equal(printsOf(['một hai', 'ba']).words, 3);
  assert.deepEqual(printsOf(['một hai ba', 'bốn năm sáu']).prints, []);
  const { prints } = printsOf([own]);
  assert.deepEqual(
    prints,
    [...new Set(prints)].toSorted((a, b) => a - b),
  );
  assert.ok(prints.every((print) => Number.isInteger(print) && Math.abs(print) <= 2 ** 31));
});
