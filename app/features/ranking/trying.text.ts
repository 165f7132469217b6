/** What people read about a frozen result beside other figures or other rules. */
import { pointsText } from '../../kernel/hundredths.ts';
import { decimal, formatVietnamese } from '../../kernel/decimal.ts';
import type { Scored } from '../scoring/points.ts';
import type { KeptMeasure } from '../scoring/kept-measure.ts';
import type { TrialProblem } from './trying/trial.ts';

export function scoredOf(scored: Scored | null): string {
  if (scored === null) return 'không có trong bộ tiêu chí';
  switch (scored.state) {
    case 'points':
      return pointsText(scored.points);
    case 'not_applicable':
      return 'không áp dụng';
    case 'missing':
      return 'chưa có';
  }
}

export function figureOf(measure: KeptMeasure): string {
  switch (measure.state) {
    case 'known': {
      const part = formatVietnamese(decimal(measure.part));
      return measure.whole === '1' ? part : `${part} / ${formatVietnamese(decimal(measure.whole))}`;
    }
    case 'missing':
      return 'chưa có số liệu';
    case 'not_applicable':
      return 'không áp dụng';
  }
}

export const sinceText = {
  title: 'Số liệu sửa sau khi công bố',
  lead: 'Kết quả đã công bố không đổi. Bảng này tính lại bằng số liệu hôm nay để thấy khác ở đâu và vì sao.',
  caption: 'Các đơn vị có số liệu, điểm hoặc hạng khác',
  none: 'Không có gì khác',
  noneWhy: 'Tính lại bằng số liệu hôm nay ra đúng kết quả đã công bố.',
  figures: 'Số liệu khác',
  sameFigures: 'không; hạng đổi theo đơn vị khác',
  figure: (from: string, to: string) => `${from} → ${to}`,
  counts: (labels: readonly string[]) => `Nay được tính: ${labels.join('; ')}`,
  countsNoMore: (labels: readonly string[]) => `Không còn được tính: ${labels.join('; ')}`,
  sameCount: 'Giá trị của các mục đứng sau đã được sửa',
  link: 'Số liệu sửa sau khi công bố',
} as const;

export const besideText = {
  unit: 'Đơn vị',
  place: 'Hạng',
  score: 'Điểm',
  level: 'Xếp loại',
  changes: 'Điểm đổi ở',
  was: (before: string, after: string) => (before === after ? before : `${before} → ${after}`),
  change: (code: string, before: string, after: string) => `${code}: ${before} → ${after}`,
  none: '–',
} as const;

export const trialText = {
  title: 'Thử quy tắc khác',
  lead: 'Đổi điểm tối đa, quy tắc, ngưỡng, thứ tự ưu tiên để xem kết quả đã công bố sẽ khác thế nào. Không lưu gì, kết quả không đổi.',
  link: 'Thử quy tắc khác trên kết quả này',
  how: 'Điểm chấm tay giữ đúng tỷ lệ so với điểm tối đa mới (làm tròn xuống đến một phần trăm điểm); điểm từ số liệu được tính lại theo quy tắc từ đúng số liệu lúc công bố; điểm thưởng, điểm trừ chỉ bị chặn bởi mức trần mới.',
  otherSet: 'Bộ tiêu chí đem thử',
  ownSet: 'Bộ đã dùng để chấm',
  choose: 'Lấy bộ này',
  edition: (title: string, year: number, edition: number) => `${title}, năm ${year}, bản ${edition}`,
  reckon: 'Tính thử',
  again: 'Trở về quy tắc đã dùng',
  max: 'Điểm tối đa',
  rules: 'Quy tắc',
  criteria: 'Tiêu chí',
  thresholds: 'Ngưỡng xếp loại',
  ties: 'Khi bằng điểm',
  tie: (n: number) => `Ưu tiên ${n}`,
  tieNone: 'Không',
  tiePoints: (title: string) => `Nhiều điểm hơn ở ${title}`,
  tiePenalties: 'Ít điểm trừ hơn',
  tieBonus: 'Ít điểm thưởng hơn',
  bonusCap: 'Trần điểm thưởng',
  penaltyCap: 'Trần điểm trừ',
  capHint: 'Để trống: bằng tổng các mức tối đa.',
  each: 'Mỗi mục được',
  from: 'Từ',
  full: 'Tối đa khi đạt',
  step: (n: number) => `Bậc ${n}: đạt từ`,
  stepPoints: (n: number) => `Bậc ${n}: điểm`,
  points: 'điểm',
  result: 'Kết quả thử',
  moved: (n: number, all: number) =>
    n === 0
      ? `Không đơn vị nào trong ${all} đơn vị đổi hạng, điểm, xếp loại`
      : `${n} trong ${all} đơn vị đổi hạng, điểm hoặc xếp loại`,
  unread: 'Có ô chưa đọc được; các ô ấy được tính như cũ:',
} as const;

export const trialProblemText: Readonly<Record<TrialProblem, string>> = {
  not_a_number: 'Không phải một số. Nhập như 12,5.',
  too_fine: 'Nhiều hơn hai chữ số thập phân.',
  out_of_range: 'Ngoài khoảng cho phép.',
  not_falling: 'Mức trên phải cao hơn mức dưới.',
};

/** What a field of the trial is called where what is wrong is listed: `muc.good`, `toi-da.I.1`, `bac.III.1.0`. */
export function trialFieldText(field: string, levels: Readonly<Record<string, string>>): string {
  const [kind = '', ...rest] = field.split('.');
  const code = rest.join('.');
  const stepCode = rest.slice(0, -1).join('.');
  const step = Number(rest.at(-1)) + 1;
  switch (kind) {
    case 'muc':
      return [trialText.thresholds, levels[code]].filter(Boolean).join(', ');
    case 'toi-da':
      return `${code}, ${trialText.max}`;
    case 'moi':
      return `${code}, ${trialText.each}`;
    case 'tu':
      return `${code}, ${trialText.from}`;
    case 'du':
      return `${code}, ${trialText.full}`;
    case 'bac':
      return `${stepCode}, ${trialText.step(step)}`;
    case 'diem':
      return `${stepCode}, ${trialText.stepPoints(step)}`;
    case 'tran-thuong':
      return trialText.bonusCap;
    default:
      return trialText.penaltyCap;
  }
}
