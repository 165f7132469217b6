import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFault } from './password-rules.ts';

const table: readonly (readonly [password: string, fault: string | undefined])[] = [
  ['năm con cá vàng', undefined],
  ['correct horse battery', undefined],
  ['chín kí tự', undefined],
  ['8 ký tự!', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['Matkhau@2026', 'common'],
  ['Mật khẩu 2026', 'common'],
  ['P@$$w0rd123', 'common'],
  ['Password123!', 'common'],
  ['1234567890', 'common'],
  ['0987654321', 'common'],
  ['qwertyuiop', 'common'],
  ['abababababab', 'common'],
  ['matkhaumatkhau1', 'common'],
  ['Quantri@123456', 'common'],
  ['nguyen-thi-mau', 'like_username'],
  ['nguyen-thi-mau123', 'like_username'],
];

for (const [password, fault] of table) {
  test(`“${password.slice(0, 30)}” is ${fault ?? 'taken'}`, () => {
    assert.equal(passwordFault(password, 'nguyen-thi-mau'), fault);
  });
}

test('composed and decomposed accents are one password', () => {
  assert.equal(passwordFault('năm con cá'.normalize('NFD'), 'x'), passwordFault('năm con cá', 'x'));
});
