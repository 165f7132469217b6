/** Words of the sheet in which a set goes out and comes back. */
import type { BodyChoice, IndicatorChoice } from './choices.server.ts';
import { criterionKinds, scoringWays } from './criterion.ts';
import type { CriterionField } from './criterion-form.ts';
import { measureNames, ruleNames } from './rule.ts';
import { measureText, ruleNameText } from './rule.text.ts';
import type { LineFault, SheetWords } from './sheet.ts';
import { fieldProblemText, fieldText, kindText, wayText } from './text.ts';

export const sheetText = {
  sheet: 'Bộ tiêu chí',
  guide: [
    'Mỗi dòng một nhóm, tiêu chí, điểm thưởng hoặc điểm trừ. Nạp tệp này thay toàn bộ nội dung của dự thảo: dòng không còn trong tệp là bỏ mục đó.',
    'Thuộc nhóm: ghi mã của nhóm. Điểm của nhóm bằng tổng điểm của các mục bên trong. Ngưỡng của tỷ lệ ghi bằng số phần trăm, ví dụ 50.',
    'Các nấc ghi như sau: 50: 5; 80: 10 (đạt từ 50 được 5 điểm, từ 80 được 10 điểm).',
  ],
  file: 'bo-tieu-chi',
  title: 'Nạp bộ tiêu chí từ Excel',
  lead: 'Tải tệp của dự thảo này, sửa trong Excel rồi nạp lại. Trước khi ghi, hệ thống cho xem những gì sẽ thay đổi; ô sai được chỉ ra từng ô.',
  download: 'Tải tệp của dự thảo này (Excel)',
  order: 'Thứ tự các mục',
  orderBefore: 'như hiện nay',
  orderAfter: 'như trong tệp',
  noTable: (columns: string) => `Không tìm thấy bảng có các cột ${columns}. Hãy dùng tệp tải về từ bộ tiêu chí.`,
  noColumn: (columns: string) => `Thiếu cột ${columns}.`,
  empty: 'Tệp không có dòng nào. Muốn bỏ cả dự thảo thì chọn Bỏ dự thảo.',
  name: (code: string, title: string) => `${code}. ${title}`,
} as const;

export const sheetHeadings: Readonly<Record<CriterionField, string>> = fieldText;
export const sheetWidths: Readonly<Record<CriterionField, number>> = {
  code: 10,
  parent: 12,
  kind: 16,
  title: 50,
  guidance: 50,
  max: 12,
  way: 34,
  measure: 44,
  indicator: 12,
  rule: 26,
  from: 12,
  full: 14,
  steps: 26,
  each: 14,
  expert: 34,
  evidence: 14,
};

type Offered = { readonly bodies: readonly BodyChoice[]; readonly indicators: readonly IndicatorChoice[] };

export function sheetWords({ bodies, indicators }: Offered): SheetWords {
  return {
    kind: new Map(criterionKinds.map((one) => [one, kindText[one]])),
    way: new Map(scoringWays.map((one) => [one, wayText[one]])),
    measure: new Map(measureNames.map((one) => [one, measureText[one]])),
    rule: new Map(ruleNames.map((one) => [one, ruleNameText[one]])),
    indicator: new Map(indicators.map(({ code }) => [code, code])),
    expert: new Map(bodies.map(({ id, name }) => [id, name])),
    evidence: new Map([
      ['on', 'Có'],
      ['off', 'Không'],
    ]),
  };
}

export function lineFaultText(problem: LineFault['problem']): string {
  if (problem.kind === 'twice') return `Mã này đã có ở dòng ${problem.row}.`;
  if (problem.kind === 'word_unknown') return `“${problem.text}” không có trong danh sách của cột này.`;
  return fieldProblemText(problem);
}
