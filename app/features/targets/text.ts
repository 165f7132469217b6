/** What people read about assigned targets. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import type { NotThere, Refusal } from '../../kernel/result.ts';
import type { TargetColumn, TargetRowProblem } from './import-plan.ts';
import type { TargetField, TargetFigure, TargetProblem, TargetRefusal } from './target.ts';
import type { Overtaken } from './targets.server.ts';

export const targetsText = {
  title: 'Chỉ tiêu giao',
  lead: (n: number, year: number) => `Năm ${year}: ${formatVietnamese(n)} chỉ tiêu đã giao cho các đơn vị.`,
  new: 'Giao chỉ tiêu',
  newTitle: 'Giao chỉ tiêu cho đơn vị',
  caption: 'Danh sách chỉ tiêu giao',
  indicator: 'Chỉ tiêu',
  unit: 'Đơn vị',
  year: 'Năm',
  every: 'Tất cả',
  figure: 'Mức giao',
  basis: 'Văn bản giao',
  replace: 'Giao lại',
  emptyWhat: 'Chưa giao chỉ tiêu nào trong năm này',
  emptyWhy: 'Chỉ thị nêu mục tiêu của cả tỉnh. Mức giao cho từng đơn vị, từng năm hiện ở đây khi có văn bản giao.',
  value: 'Mức giao',
  valueHint: 'Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.',
  range: 'Giao theo khoảng',
  low: 'Từ',
  high: 'Đến',
  basisHint: 'Số, ngày, cơ quan ban hành. Ví dụ: Quyết định số 15/QĐ-UBND ngày 12/01/2027 của UBND tỉnh.',
  save: 'Giao chỉ tiêu',
  saved: 'Đã giao chỉ tiêu.',
  replaces: (figure: string) =>
    `Đơn vị đã được giao mức ${figure} cho năm này. Lưu sẽ thay mức đó; mức cũ vẫn xem lại được.`,
  chooseIndicator: 'Chưa chọn chỉ tiêu.',
  chooseUnit: 'Chưa chọn đơn vị.',
  forbidden: 'Ông/bà không giao chỉ tiêu',
  forbiddenWhy: 'Sở Nội vụ và cơ quan phụ trách chỉ tiêu giao chỉ tiêu. Ông/bà vẫn xem được danh sách.',
} as const;

export const targetFieldText: Readonly<Record<TargetField, string>> = {
  value: targetsText.value,
  low: targetsText.low,
  high: targetsText.high,
  year: targetsText.year,
  basis: targetsText.basis,
};

export function figureWords(figure: TargetFigure, unitOfMeasure: string): string {
  const words =
    'low' in figure
      ? `${formatVietnamese(figure.low)}–${formatVietnamese(figure.high)}`
      : formatVietnamese(figure.value);
  return `${words} ${unitOfMeasure}`;
}

export function targetProblemText(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'number_empty':
      return 'Chưa nhập mức giao. Nhập một số, ví dụ 48,5.';
    case 'number_unreadable':
      return `“${problem.text.trim()}” không phải là số. Nhập một số, ví dụ 48,5.`;
    case 'number_ambiguous':
      return `“${problem.text.trim()}” có thể hiểu hai cách. Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.`;
    case 'outside':
      return `${formatVietnamese(problem.value)} nằm ngoài giới hạn của chỉ tiêu. ${limitsText(problem.min, problem.max)}`;
    case 'low_above_high':
      return 'Đầu khoảng lớn hơn cuối khoảng.';
    case 'year_outside':
      return `Chọn năm từ ${problem.from} đến ${problem.deadline}.`;
    case 'basis_missing':
      return `Chưa ghi văn bản giao. ${targetsText.basisHint}`;
  }
}

function limitsText(min: string | null, max: string | null): string {
  if (min !== null && max !== null) return `Nhập số từ ${formatVietnamese(min)} đến ${formatVietnamese(max)}.`;
  return min !== null
    ? `Nhập số từ ${formatVietnamese(min)} trở lên.`
    : `Nhập số không quá ${formatVietnamese(max ?? '0')}.`;
}

type AnyTargetRefusal = PermitRefusal | TargetRefusal | NotThere | Overtaken;

export function targetRefusalText(refusal: Exclude<AnyTargetRefusal, TargetRefusal>): string {
  switch (refusal.kind) {
    case 'not_there':
      return 'Mức giao ông/bà thấy không còn hiệu lực. Mở lại danh sách để xem mức hiện nay.';
    case 'overtaken':
      return 'Đơn vị đã được giao mức khác cho năm này. Xem mức đó bên dưới; bấm lại để thay.';
    case 'not_allowed':
      return targetsText.forbiddenWhy;
    case 'not_scoped':
      return 'Khóa API này không có quyền thực hiện việc đó.';
  }
}

export type TargetProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

export function targetProblems(refusal: AnyTargetRefusal): readonly TargetProblemShown[] {
  if (refusal.kind !== 'target_wrong') return [{ message: targetRefusalText(refusal) }];
  return refusal.problems.map(({ field, problem }) => ({
    field,
    label: targetFieldText[field],
    message: targetProblemText(problem),
  }));
}

export const targetHeadings: Readonly<Record<TargetColumn, string>> = {
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  indicator: 'Mã chỉ tiêu',
  indicatorName: 'Chỉ tiêu',
  unitOfMeasure: 'Đơn vị tính',
  year: 'Năm',
  value: 'Mức giao',
  low: 'Từ',
  high: 'Đến',
  basis: 'Văn bản giao',
};

export const targetSheetText = {
  sheet: 'Chỉ tiêu giao',
  title: (indicator: string, year: number) => `Giao chỉ tiêu năm ${year}: ${indicator}`,
  guide: [
    'Chỉ điền các cột Mức giao (hoặc Từ, Đến nếu giao theo khoảng) và Văn bản giao. Đơn vị không được giao thì để trống.',
    'Mức khác với mức đang có hiệu lực sẽ thay mức đó; mức cũ vẫn xem lại được.',
  ],
  fileName: 'bieu-giao-chi-tieu',
  pageTitle: 'Giao chỉ tiêu bằng Excel',
  lead: 'Tải biểu mẫu, điền mức giao, rồi nạp lại. Trước khi ghi, hệ thống cho xem những gì sẽ thay đổi và báo lỗi theo từng ô.',
  template: '1. Tải biểu mẫu',
  download: 'Tải biểu mẫu',
  upload: '2. Nạp biểu đã điền',
  fileHint: 'Nạp toàn bộ hoặc không nạp gì: còn một ô sai thì chưa ghi dòng nào.',
  link: 'Giao bằng Excel',
} as const;

export function targetRowText(problem: TargetRowProblem): string {
  switch (problem.kind) {
    case 'unit_unknown':
      return problem.text === '' ? 'Chưa ghi mã đơn vị.' : `Không có đơn vị mang mã “${problem.text}”.`;
    case 'indicator_unknown':
      return problem.text === ''
        ? 'Chưa ghi mã chỉ tiêu.'
        : `Không có chỉ tiêu mang mã “${problem.text}”. Mã có dạng KT-01, XH-07, MT-02.`;
    case 'not_yours':
      return 'Ông/bà không có quyền giao chỉ tiêu này cho đơn vị này.';
    case 'twice':
      return `Trùng đơn vị, chỉ tiêu và năm với dòng ${problem.row}. Giữ lại một dòng.`;
    case 'target':
      return targetProblemText(problem.problem);
  }
}

export function targetImportRefusalText(refusal: Refusal): string {
  const known = refusal as Exclude<AnyTargetRefusal, TargetRefusal>;
  return ['not_there', 'overtaken', 'not_allowed', 'not_scoped'].includes(refusal.kind)
    ? targetRefusalText(known)
    : 'Không nạp được tệp này.';
}
