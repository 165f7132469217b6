/** The command as it is called: by a process, on a file or a pipe, with nothing of the database around. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { thidua } from '../tests/command-line.ts';

const home = await mkdtemp(join(tmpdir(), 'thidua-sheet-'));
after(() => rm(home, { recursive: true }));

const sheet = {
  indicator: {
    comparator: 'gt',
    aggregation: 'end_of_year',
    target: 32000,
    from: 2026,
    deadline: 2030,
    direction: 'up',
    rollup: 'sum',
    baseline: 19500,
  },
  units: [{ code: 'T' }],
  values: [{ unit: 'T', period: '2027', value: 21400, known: '2028-01-10' }],
  unit: 'T',
  asOf: '2028-02-01',
};

test('a sheet in a file is answered as JSON', async () => {
  const file = join(home, 'sheet.json');
  await writeFile(file, JSON.stringify(sheet));
  const { status, stdout, stderr } = thidua(['evaluate', file]);
  assert.deepEqual([status, stderr], [0, '']);
  const { explanation, ...answer } = JSON.parse(stdout) as { explanation: string };
  assert.deepEqual(answer, {
    status: 'off_track',
    value: 21400,
    expected: 24500,
    needed: 3533.333333333333,
    forecast: 24250,
    reason: 'beyond_margin',
    pace: 950,
    period: '2027',
  });
  assert.match(explanation, /^Chậm tiến độ: /);
});

test('units are called by their names where the sheet gives them', () => {
  const units = [
    { code: 'T', name: 'Tỉnh Mẫu' },
    { code: 'A', parent: 'T', name: 'Xã Mẫu An' },
    { code: 'B', parent: 'T', name: 'Xã Mẫu Bình' },
  ];
  const values = [{ unit: 'A', period: '2027', value: 21400 }];
  const { stdout } = thidua(['evaluate', '-'], JSON.stringify({ ...sheet, units, values }));
  assert.match((JSON.parse(stdout) as { explanation: string }).explanation, /1\/2 đơn vị \(Xã Mẫu Bình\)/);
});

test('a sheet on the standard input is answered too, with a byte order mark or without', () => {
  assert.equal(thidua(['evaluate', '-'], JSON.stringify(sheet)).status, 0);
  assert.equal(thidua(['evaluate', '-'], `\uFEFF${JSON.stringify(sheet)}`).status, 0);
});

const failures: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['no file', ['evaluate'], '', 'usage', 'Cách dùng: ./thidua evaluate'],
  [
    'a file that is not there',
    ['evaluate', '/khong/co.json'],
    '',
    'unreadable',
    'Không đọc được tệp “/khong/co.json”.',
  ],
  [
    'a sheet that is no JSON',
    ['evaluate', '-'],
    '{"a": 1,\n  }',
    'not_json',
    'Bảng tính không phải JSON hợp lệ: sai ở dòng 2, cột 3.',
  ],
  ['an empty sheet', ['evaluate', '-'], '', 'not_json', 'Bảng tính không phải JSON hợp lệ.'],
  [
    'a wrong field',
    ['evaluate', '-'],
    JSON.stringify({ ...sheet, asOf: '2028-02-30' }),
    'sheet_malformed',
    'asOf: không phải là ngày có thật',
  ],
];

for (const [what, args, input, kind, said] of failures) {
  test(`${what} is refused in words and in JSON, with exit code 2`, () => {
    const { status, stdout, stderr } = thidua(args, input);
    assert.equal(status, 2);
    assert.ok(stderr.includes(said), stderr);
    const { error } = JSON.parse(stdout) as { error: { kind: string; messages: readonly string[] } };
    assert.equal(error.kind, kind);
    assert.equal(error.messages.join('\n'), stderr.trimEnd());
  });
}

test('help lists the commands; an unknown one is refused', () => {
  assert.match(thidua(['--help']).stdout, /^ {2}evaluate /m);
  const { status, stderr } = thidua(['bay']);
  assert.equal(status, 2);
  assert.match(stderr, /^Không có lệnh “bay”\.$/m);
});
