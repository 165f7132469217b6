/** What is said of a frozen result that was reckoned again, on the page and on the command line. */
import { formatVietnamese, decimal } from '../../kernel/decimal.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ReplayedJudgement } from './replay.server.ts';
import type { Fault, ReplayedPart } from './replay.ts';

const faultText: Readonly<Record<Fault, string>> = {
  inputs: 'Số liệu đầu vào đã lưu không còn đúng mã kiểm tra ghi khi công bố',
  record: 'Mã kiểm tra không khớp với nhật ký ghi lúc công bố',
};
const partText: Readonly<Record<ReplayedPart, string>> = {
  place: 'thứ hạng',
  score: 'điểm',
  level: 'xếp loại',
  sums: 'tổng điểm, điểm thưởng, điểm trừ',
  points: 'điểm từng tiêu chí',
  gone: 'có kết quả nhưng không có phiếu đầu vào',
  added: 'có phiếu đầu vào nhưng không có kết quả',
};
const count = (n: number) => formatVietnamese(decimal(n));

export const replayText = {
  title: 'Tính lại kết quả thi đua đã công bố',
  lead: 'Mỗi kết quả đã công bố được tính lại từ đúng bộ tiêu chí, điểm các bước và số liệu đã lưu khi công bố. Không ai sửa thì tính lại phải ra đúng từng chữ số.',
  heading: (year: number, all: number, wrong: number) =>
    wrong === 0
      ? `Năm ${year}: tính lại ${count(all)} kết quả, tất cả đều khớp`
      : `Năm ${year}: ${count(wrong)} trong ${count(all)} kết quả không khớp khi tính lại`,
  year: 'Năm',
  show: 'Xem',
  judgement: 'Đợt chấm điểm',
  units: 'Số đơn vị',
  frozen: 'Công bố lúc',
  digest: 'Mã kiểm tra',
  found: 'Kết quả tính lại',
  same: 'Khớp',
  emptyWhat: 'Chưa có kết quả thi đua nào được công bố',
  emptyWhy: 'Kết quả hiện ở đây sau khi công bố ở trang xếp hạng của đợt chấm điểm.',
  moment: (at: Date) => momentText(at),
  link: 'Tính lại từ số liệu đã lưu',
  /** Each thing found wrong, one line each; none where all of it bears. */
  wrongs: ({ faults, differing }: Pick<ReplayedJudgement, 'faults' | 'differing'>): readonly string[] => [
    ...faults.map((fault) => faultText[fault]),
    ...differing.map(({ name, parts }) => `${name}: khác ${parts.map((part) => partText[part]).join(', ')}`),
  ],
};

export const replayCommandText = {
  usage:
    'Cách dùng: ./thidua replay-evaluation [năm], ví dụ ./thidua replay-evaluation 2026; không ghi năm thì tính lại mọi năm đã công bố.',
  none: 'Chưa có kết quả thi đua nào được công bố để tính lại.',
  same: ({ title, year, units, frozenAt, digest }: ReplayedJudgement) =>
    `Khớp: ${title}, năm ${year}, ${count(units)} đơn vị, công bố ngày ${dateText(plainDateIn(frozenAt))}, mã kiểm tra ${digest ?? ''}`,
  differs: ({ title, year, units }: ReplayedJudgement) => `KHÔNG KHỚP: ${title}, năm ${year}, ${count(units)} đơn vị`,
  wrong: (line: string) => `  - ${line}`,
  note: 'Không khớp nghĩa là dữ liệu đã bị sửa ngoài phần mềm. Giữ nguyên hiện trạng, đối chiếu với bản sao lưu và chạy ./thidua verify-record.',
};
