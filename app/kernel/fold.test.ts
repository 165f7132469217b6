import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compose, fold } from './fold.ts';

test('marks and đ fold away, however they were typed', () => {
  assert.equal(fold('Đường Ống Nước'), 'duong ong nuoc');
  assert.equal(fold('Tỉ trọng kinh tế số'.normalize('NFD')), 'ti trong kinh te so');
  assert.equal(fold('ĐẶNG THỊ ƯỚC'), 'dang thi uoc');
});

test('composing turns decomposed accents into one form', () => {
  assert.equal(compose('Lý Thị Mẩy'.normalize('NFD')), 'Lý Thị Mẩy'.normalize('NFC'));
});

test('folding twice changes nothing more, and does not care about the form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(fold(fold(text)), fold(text));
      assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC')));
    }),
  );
});
