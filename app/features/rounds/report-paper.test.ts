import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordText } from '../../../tests/papers.ts';
import { renderWord } from '../../platform/print/word.server.ts';
import { issuerOf } from '../organisation/issuer.text.ts';
import type { Sending } from './report-page.server.ts';
import { reportFileName, reportPaper } from './report-paper.text.ts';

const root = { name: 'Tỉnh Mẫu' };
const unit = { kind: 'commune', name: 'Xã Mẫu An' } as const;
const row = {
  code: 'KT-91',
  name: 'Thu mẫu',
  unitOfMeasure: 'tỷ đồng',
  goal: '100',
  goalHigh: null,
  isPledge: true,
  value: '9.5',
  period: '2026-Q3',
};
const sending: Sending = {
  number: 2,
  signedBy: 'Người Mẫu An Hai',
  signedAt: new Date('2026-10-05T02:00:00Z'),
  content: {
    form: { name: 'Mẫu', edition: 2 },
    round: 'Báo cáo quý III/2026',
    unit: 'Xã Mẫu An',
    days: { first: '2026-07-01', last: '2026-09-30' },
    sections: [
      { position: 1, kind: 'narrative', heading: 'Chỉ đạo', body: 'Đã ban hành kế hoạch.\n#import "x"' },
      { position: 2, kind: 'indicators', heading: 'Bảng chỉ tiêu', rows: [row] },
      {
        position: 3,
        kind: 'criteria',
        heading: 'Theo đề án',
        body: '',
        parts: [
          { part: 'DA-91.1', heading: 'Tiêu chí mẫu.', group: null, body: 'Đã làm', row: null },
          { part: 'DA-91.2', heading: 'Tiêu chí khác', group: null, body: '', row: null },
        ],
      },
      { position: 4, kind: 'narrative', heading: 'Đề xuất', body: '' },
      { position: 5, kind: 'attachments', heading: 'Tệp', files: [{ id: 'x', name: 'a.pdf', size: 1, hash: 'h' }] },
    ],
  },
};

test('a report as it was signed is a paper of its unit: every section, its tables, who signed and when', async () => {
  const paper = reportPaper({ sending, issuer: issuerOf({ unit, root }) });
  const words = wordText(await renderWord(paper));
  for (const line of [
    'ỦY BAN NHÂN DÂN XÃ MẪU AN',
    'Mẫu An, ngày 05 tháng 10 năm 2026',
    'Kính gửi: Sở Nội vụ',
    'I. CHỈ ĐẠO',
    '#import "x"',
    'KT-91 Thu mẫu',
    '100 tỷ đồng (đăng ký)',
    '9,5 tỷ đồng',
    'Tiêu chí mẫu: Đã làm',
    '- a.pdf',
    'TM. ỦY BAN NHÂN DÂN',
    'Người Mẫu An Hai',
  ])
    assert.ok(words.includes(line), `${line} is not in\n${words}`);
  assert.doesNotMatch(words, /Tiêu chí khác/);
  assert.equal(reportFileName(sending), 'Xã Mẫu An, Báo cáo quý III 2026, lần gửi 2');
});

test('a flow prints with its sum to date and how it stands; initiatives and findings as tables', async () => {
  const content: Sending['content'] = {
    ...sending.content,
    sections: [
      {
        position: 2,
        kind: 'indicators',
        heading: 'Bảng chỉ tiêu',
        rows: [{ ...row, soFar: { value: '61.25', until: '2026-Q3' }, status: 'on_track' }],
      },
      {
        position: 16,
        kind: 'initiatives',
        heading: 'Sáng kiến',
        rows: [
          {
            id: 'i',
            title: 'Bếp ăn chung',
            kind: 'model',
            unitName: 'Xã Mẫu An',
            level: 'province',
            scope: 'province',
            number: '12/QĐ-UBND',
            date: '2026-08-10',
            adoptions: 3,
          },
        ],
      },
      {
        position: 17,
        kind: 'findings',
        heading: 'Tồn tại',
        rows: [
          {
            id: 'f',
            inspectionId: 'k',
            byUnitName: 'Sở Mẫu',
            statement: 'Chưa đăng ký',
            remedy: 'Đăng ký ngay',
            dueOn: '2026-09-15',
            standing: 'overdue',
          },
        ],
      },
    ],
  };
  const paper = reportPaper({ sending: { ...sending, content }, issuer: issuerOf({ unit, root }) });
  const words = wordText(await renderWord(paper));
  for (const line of [
    '61,25 tỷ đồng (đến hết quý III/2026)',
    'Đúng tiến độ',
    'Bếp ăn chung',
    'Cấp tỉnh',
    '12/QĐ-UBND, 10/08/2026',
    'Chưa đăng ký',
    'Đăng ký ngay',
    'Sở Mẫu',
    '15/09/2026',
    'Quá hạn',
  ])
    assert.ok(words.includes(line), `${line} is not in\n${words}`);
});
