/** The command as it is called, on a file or a pipe: one case, many, and each way a case can be wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thidua } from '../tests/command-line.ts';
import { SHIPPED_AWARDS } from '../app/features/awards/shipped.ts';

const given = {
  award: 'chien-si-thi-dua-tinh',
  received: '2026-01-15',
  year: 2025,
  holder: 'person',
  awards: [
    { award: 'chien-si-thi-dua-co-so', year: 2024 },
    { award: 'chien-si-thi-dua-co-so', year: 2025 },
  ],
  classification: [{ year: 2025, level: 'excellent' }],
  initiatives: [{ year: 2025, scope: 'province', used: null }],
  discipline: [],
  pending: [],
};
type Answer = {
  readonly result: string;
  readonly rule: unknown;
  readonly notes: readonly string[];
  readonly conditions: readonly unknown[];
};
const answered = (input: unknown) => {
  const { status, stdout, stderr } = thidua(['standards', '-'], JSON.stringify(input));
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as Answer;
};

test('a case is answered with its result and each condition with its reason', () => {
  const { result, conditions, rule } = answered(given);
  assert.equal(result, 'not_met');
  assert.deepEqual(conditions.slice(0, 2), [
    {
      article: '22.1.a',
      state: 'not_met',
      because: 'Đã có 2/3 năm liên tục “Chiến sĩ thi đua cơ sở”: 2024, 2025; thiếu 2023.',
    },
    {
      article: '22.1.b',
      state: 'met',
      because:
        'Có 01/01 sáng kiến, đề tài, đề án, công trình được công nhận phạm vi Bộ, ban, ngành, tỉnh trở lên chưa dùng (năm 2025).',
    },
  ]);
  assert.deepEqual(rule, {
    law: '06/2022/QH15',
    basis: 'Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 22',
    in_force_from: '2024-01-01',
    in_force_until: '2026-09-30',
    state: 'read',
  });
});

test('a case received since the law was amended is for a person to judge, and the answer says why', () => {
  const { result, conditions, notes } = answered({ ...given, received: '2026-11-01' });
  assert.equal(result, 'to_judge');
  assert.deepEqual(notes, []);
  assert.deepEqual(conditions[0], {
    article: '06/2026/QH16',
    state: 'to_judge',
    because:
      'Hồ sơ nhận ngày 01/11/2026 áp dụng Luật số 06/2026/QH16 sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng (có hiệu lực từ 01/10/2026); chưa có nguyên văn nên không kết luận được là đạt hay chưa đạt, người thẩm định đối chiếu với văn bản. Các dòng dưới đây đối chiếu với Luật Thi đua, khen thưởng số 06/2022/QH15 trước khi sửa đổi, chỉ để tham khảo.',
  });
});

test('an award without rules of its own is for a person to judge', () => {
  const { result, conditions } = answered({ ...given, award: 'don-vi-quyet-thang', holder: 'collective' });
  assert.equal(result, 'to_judge');
  assert.equal(conditions.length, 1);
});

test('a list of cases is answered as a list', () => {
  const { status, stdout } = thidua(['standards', '-'], JSON.stringify([given, { ...given, holder: 'household' }]));
  assert.equal(status, 0);
  assert.deepEqual(
    (JSON.parse(stdout) as readonly Answer[]).map(({ result }) => result),
    ['not_met', 'not_met'],
  );
});

const knownAwards = `Lệnh này không đọc cơ sở dữ liệu: chỉ biết danh hiệu, hình thức khen thưởng đi kèm phần mềm (${SHIPPED_AWARDS.map(({ code }) => code).join(', ')}). Danh hiệu do người dùng thêm vào danh mục thì đối chiếu trên trang “Thử một trường hợp”.`;
const noKey = 'không có mục tin mang tên này nên không tính được';
const wrong: readonly (readonly [string, unknown, string])[] = [
  ['no award', { ...given, award: undefined }, 'award: chưa có, cần điền.'],
  [
    'an award nobody knows',
    { ...given, awards: [{ award: 'chien-sy', year: 2025 }] },
    'awards[0].award: mã danh hiệu, hình thức khen thưởng không có trong danh mục.',
  ],
  [
    'a day that never was',
    { ...given, received: '2026-02-30' },
    'received: không phải là ngày có thật; viết như "2026-10-05".',
  ],
  ['a year before it was over', { ...given, year: 2027 }, 'year: năm thành tích sau năm nhận hồ sơ.'],
  [
    'a holder of no kind',
    { ...given, holder: 'xã' },
    'holder: giá trị không nằm trong danh mục (person, collective, household).',
  ],
  [
    'a year classified twice',
    {
      ...given,
      classification: [
        { year: 2025, level: 'good' },
        { year: '2025', level: 'excellent' },
      ],
    },
    'classification[1].year: năm bị lặp.',
  ],
  [
    'an award held twice in a year',
    { ...given, awards: [...given.awards, given.awards[1]] },
    'awards[2].year: danh hiệu, hình thức này của năm đó bị lặp.',
  ],
  [
    'more members than there are',
    { ...given, members: { total: 10, completed: 11, 'lao-dong-tien-tien': 3 } },
    'members.completed: lớn hơn tổng số cá nhân trong tập thể (total).',
  ],
  [
    'a count of something else',
    { ...given, members: { total: 10, vui: 3 } },
    'members.vui: không phải là total, completed, disciplined hay mã danh hiệu trong danh mục.',
  ],
  ['nobody in a collective', { ...given, members: { total: 0 } }, 'members.total: phải là số nguyên từ 1 trở lên.'],
  [
    'half a person',
    { ...given, members: { total: 10, completed: 9.5 } },
    'members.completed: phải là số nguyên từ 0 trở lên.',
  ],
  [
    'a discipline that ends before it begins',
    { ...given, discipline: [{ from: '2025-05-01', until: '2025-04-01' }] },
    'discipline[0].until: ngày kết thúc trước ngày bắt đầu.',
  ],
  [
    'a movement that ends before it begins',
    { ...given, movement: { from: 2027, until: 2026 } },
    'movement.until: ngày kết thúc trước ngày bắt đầu.',
  ],
  ['a key that is misspelt', { ...given, clasification: [] }, `clasification: ${noKey}; có phải là “classification”?`],
  [
    'one inside a list',
    { ...given, awards: [{ awrad: 'lao-dong-tien-tien', award: 'lao-dong-tien-tien', year: 2025 }] },
    `awards[0].awrad: ${noKey}; có phải là “award”?`,
  ],
  ['one inside what may be false', { ...given, block: { ranks: 1 } }, `block.ranks: ${noKey}; có phải là “rank”?`],
  [
    'one that is like none',
    { ...given, pending: [{ kind: 'tố cáo', ghi_chu: 'x' }] },
    `pending[0].ghi_chu: ${noKey} (kind, since).`,
  ],
  ['a list that is none', { ...given, pending: 'không' }, 'pending: sai kiểu dữ liệu.'],
  ['nothing at all', null, 'hồ sơ: sai kiểu dữ liệu.'],
];

test('what is wrong is said at its field, in words and in JSON, with exit code 2', () => {
  const all = thidua(['standards', '-'], JSON.stringify(wrong.map(([, input]) => input ?? null)));
  assert.equal(all.status, 2);
  const { error } = JSON.parse(all.stdout) as { readonly error: { readonly messages: readonly string[] } };
  assert.equal(error.messages.join('\n'), all.stderr.trimEnd());
  assert.deepEqual(error.messages, [
    'Hồ sơ chưa dùng được:',
    ...wrong.map(([, , said], index) => `[${index}] ${said}`),
    knownAwards,
  ]);
});

test('a misspelt code of an award is answered with the one that it is near to, and with all that the command knows and why', () => {
  const { status, stderr } = thidua(['standards', '-'], JSON.stringify({ ...given, award: 'chien-si-thi-dua-tin' }));
  assert.equal(status, 2);
  const said =
    'award: mã danh hiệu, hình thức khen thưởng không có trong danh mục; có phải là “chien-si-thi-dua-tinh”?';
  assert.equal(stderr, `Hồ sơ chưa dùng được:\n${said}\n${knownAwards}\n`);
});

test('what the writer notes for themselves is let be', () => {
  assert.equal(answered({ ...given, note: 'Trường hợp mẫu' }).result, 'not_met');
});

test('one wrong case is refused by itself, without a place in a list', () => {
  const { status, stdout, stderr } = thidua(['standards', '-'], JSON.stringify({ ...given, year: 'nay' }));
  assert.equal(status, 2);
  assert.equal(stderr, 'Hồ sơ chưa dùng được:\nyear: không phải là năm; viết như 2026.\n');
  assert.equal((JSON.parse(stdout) as { readonly error: { readonly kind: string } }).error.kind, 'case_malformed');
});

test('no file, or one that is not there, or no JSON, is refused as everywhere', () => {
  for (const [args, kind] of [
    [['standards'], 'usage'],
    [['standards', '/khong/co.json'], 'unreadable'],
    [['standards', '-'], 'not_json'],
  ] as const) {
    const { status, stdout } = thidua(args);
    assert.equal(status, 2);
    assert.equal((JSON.parse(stdout) as { readonly error: { readonly kind: string } }).error.kind, kind);
  }
});
