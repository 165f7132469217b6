import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { namedIn } from './naming.ts';

const scheme = {
  code: 'DA-17',
  name: 'Đối ngoại',
  title: 'Mở rộng đối ngoại, chủ động hội nhập và hợp tác quốc tế trong tình hình mới giai đoạn 2026-2030',
};
const isNamed = (text: string) => namedIn(text, [scheme]) !== undefined;

const named = [
  'Kết quả DA-17 trong kỳ',
  'Kết quả da-17 trong kỳ',
  'ĐA 17 đạt 80%',
  'ĐA17: đã ký 3 thỏa thuận',
  'DA_017',
  'Thực hiện đề án 17',
  'ĐỀ ÁN 17 ĐẠT KẾ HOẠCH',
  'Đề án số 17, đã ký 3 biên bản',
  'Đề  án\nsố 17: xong',
  'Đề án thứ 17',
  'Đề án mười bảy',
  'Đề án số 017',
  'Đề án: 17 hoàn thành',
  'Kết quả Đề án 15, 16, 17: đạt 80%',
  'Đề án 07 và 17 đạt kế hoạch',
  'Đề\u00A0án\u200B 17 xong'.normalize('NFD'),
  'Đề án １７ xong',
  'Đề án “Mở rộng đối ngoại” đạt',
  'đề án đối ngoại của tỉnh đã xong',
  'Mở rộng đối ngoại – chủ động hội nhập và hợp tác quốc tế trong tình hình mới: ký 5 thỏa thuận',
  'Đề án 17 thực hiện theo quy định về bảo vệ bí mật nhà nước. Đề án 17 đã đạt 80%.',
  'Đề án 17: đã ký 5 thỏa thuận thực hiện theo quy định về bảo vệ bí mật nhà nước',
  'Đề án 17 đạt 80% và đã chuyển số liệu; thực hiện theo quy định về bảo vệ bí mật nhà nước',
];
const free = [
  '17 đề án trọng tâm',
  'Triển khai các đề án: 17 đề án trọng tâm của Tỉnh ủy',
  'Đề án 1 đạt, Đề án 7 đạt',
  'Đề án 170',
  'Đề án 117',
  'Đề án 17 tỷ đồng của xã',
  'Đề án 17.000 ha rừng',
  'Đề án 17,5 triệu đồng',
  'Đề án 3, 17 xã biên giới tham gia',
  'Đã 17 năm liền đạt danh hiệu',
  'đá 17 khối',
  'Điều 17 Luật Thi đua, khen thưởng',
  'Mục 17 và tiểu mục 17.1',
  'Tiểu đề án',
  'Từ Đề án 01 đến Đề án 17',
  'Các đề án từ đề án số 1 đến số 17',
  'Đoàn công tác đối ngoại của tỉnh; chủ động hội nhập quốc tế',
  'Đề án 17 thực hiện theo quy định về bảo vệ bí mật nhà nước.',
  'Đề án số 17: Mở rộng đối ngoại, chủ động hội nhập và hợp tác quốc tế trong tình hình mới thực hiện theo chế độ bảo vệ bí mật nhà nước',
  'Số 17/KH-UBND ngày 17/6/2026',
];

for (const text of named)
  test(`“${text.slice(0, 50)}” names the scheme`, () => assert.equal(namedIn(text, [scheme]), 'DA-17'));
for (const text of free) test(`“${text.slice(0, 50)}” does not`, () => assert.ok(!isNamed(text)));

/** Every text of a pack, as its files keep it. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

test('nothing the directive says names the scheme but its own line of the annex', () => {
  const packs = join(import.meta.dirname, '../../../packs');
  const files = readdirSync(packs).flatMap((pack) =>
    ['directive', 'general', 'indicators', 'contents', 'movement', 'schemes', 'sample'].map((name) =>
      join(packs, pack, `${name}.json`),
    ),
  );
  const said = files.flatMap((file) => textsIn(JSON.parse(readFileSync(file, 'utf8'))).filter(isNamed));
  const own = ['DA-17', 'DA-17.1', 'Các mục tiêu, chỉ tiêu thực hiện theo Đề án số 17.', scheme.title];
  assert.deepEqual(
    said.filter((text) => !own.includes(text) && !text.startsWith('Đề án 17:')),
    [],
  );
});

test('without a secret scheme nothing is named', () => assert.equal(namedIn('Đề án 17', []), undefined));

test('a long text is read to its end', () => {
  // A pattern that tries again from every word would never come to it.
  const long = 'Thực hiện đề án 1, 2, 3 và các đề án của tỉnh, đã 17 năm. '.repeat(4_000);
  assert.ok(!isNamed(long));
  assert.ok(isNamed(`${long}Đề án 17`));
});
