/** What people read about reported values. */
import type { Role } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import { parsePeriod } from '../../kernel/period.ts';
import type { FigureRule, Stage } from './actual.ts';
import type { FigureField, FigureProblem, Remark } from './figures.ts';
import type { MoveName } from './procedure.ts';

/** The same stage in the words of whoever reads it: the one who checks, the one who reports, the public. */
export type Reader = 'officer' | 'unit' | 'public';

export const stageText: Readonly<Record<Stage, Readonly<Record<Reader, string>>>> = {
  entered: { officer: 'Đơn vị đang nhập', unit: 'Bản nháp', public: 'Chưa có' },
  submitted: { officer: 'Chờ duyệt', unit: 'Đã gửi, chờ duyệt', public: 'Chưa có' },
  verified: { officer: 'Đã xác nhận', unit: 'Đã xác nhận', public: 'Số liệu chính thức' },
  returned: { officer: 'Đã trả lại', unit: 'Bị trả lại, cần sửa', public: 'Chưa có' },
  withdrawn: { officer: 'Đơn vị đã rút', unit: 'Đã rút', public: 'Chưa có' },
};

export const moveText: Readonly<Record<MoveName, string>> = {
  change: 'Sửa',
  submit: 'Gửi duyệt',
  recall: 'Lấy lại để sửa',
  withdraw: 'Rút bỏ',
  verify: 'Xác nhận',
  return: 'Trả lại',
  correct: 'Đính chính',
};

/** What was done, for the history. */
export const doneText: Readonly<Record<MoveName, string>> = {
  change: 'Sửa số liệu',
  submit: 'Gửi duyệt',
  recall: 'Lấy lại để sửa',
  withdraw: 'Rút bỏ',
  verify: 'Xác nhận',
  return: 'Trả lại',
  correct: 'Đính chính',
};

export const roleText: Readonly<Record<Role, string>> = {
  officer: 'Chuyên viên đầu mối',
  head: 'Thủ trưởng',
  indicator_owner: 'Người phụ trách chỉ tiêu',
  appraiser: 'Người thẩm định',
  inspector: 'Người kiểm tra',
  council_secretary: 'Thư ký Hội đồng',
  council_member: 'Thành viên Hội đồng',
  deciding_authority: 'Người có thẩm quyền quyết định',
  block_lead: 'Trưởng khối, cụm',
  auditor: 'Người kiểm soát',
  administrator: 'Quản trị',
};

const placeText = {
  unit: 'tại đơn vị báo cáo',
  owner: 'tại cơ quan phụ trách chỉ tiêu',
  root: 'tại tỉnh',
  elsewhere: 'tại đơn vị khác',
} as const;

export type RightsRow = {
  readonly stage: Stage;
  readonly move: MoveName;
  readonly to: Stage;
  readonly may: readonly { readonly role: Role; readonly place: keyof typeof placeText }[];
};

/** The rights matrix as a page to read and sign. */
export function rightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, may }) => {
    const who = may.map(({ role, place }) => `${roleText[role]} ${placeText[place]}`).join('; ');
    return `| ${stageText[stage].officer} | ${moveText[move]} | ${stageText[to].officer} | ${who || 'không ai'} |`;
  });
  return `# Ai được làm gì với số liệu

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Người đã gửi số liệu không được xác nhận hoặc trả lại chính
số liệu đó; người được họ ủy quyền cũng vậy. Trả lại và đính chính phải nêu lý do. Chỉ tiêu yêu cầu minh chứng thì phải có minh
chứng mới gửi được. Số liệu đã xác nhận không sửa: đính chính là một số liệu mới, thay số cũ khi được xác nhận.

| Bước | Việc | Sang bước | Ai được làm |
|---|---|---|---|
${lines.join('\n')}
`;
}

const kindText: Readonly<Record<PeriodKind, string>> = { year: 'năm', half: '6 tháng', quarter: 'quý', month: 'tháng' };
const romans = ['I', 'II', 'III', 'IV'];

export function periodText(code: string): string {
  const period = parsePeriod(code);
  if (!period) return code;
  const { kind, year, index } = period;
  switch (kind) {
    case 'year':
      return `năm ${year}`;
    case 'half':
      return `${index === 1 ? '6 tháng đầu năm' : '6 tháng cuối năm'} ${year}`;
    case 'quarter':
      return `quý ${romans[index - 1]}/${year}`;
    case 'month':
      return `tháng ${index}/${year}`;
  }
}

export function periodKindText(kind: PeriodKind): string {
  return kindText[kind];
}

export function dateText(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

export function figureText(value: string, decimals: number): string {
  return formatVietnamese(value, undefined, decimals);
}

export function fieldText(field: FigureField, rule: FigureRule): string {
  switch (field) {
    case 'value':
      return rule.name;
    case 'numerator':
      return rule.numeratorName ?? 'Tử số';
    case 'denominator':
      return rule.denominatorName ?? 'Mẫu số';
    case 'asOfDate':
      return 'Số liệu tính đến ngày';
    case 'period':
      return 'Kỳ báo cáo';
    case 'source':
      return 'Nguồn số liệu';
    case 'note':
      return 'Ghi chú';
  }
}

/** Says what is wrong and how it should look, with an example. */
export function problemText(problem: FigureProblem, rule: FigureRule): string {
  switch (problem.kind) {
    case 'number_empty':
      return `Chưa nhập số. ${wantedText(rule)}`;
    case 'number_unreadable':
      return `“${problem.text.trim()}” không phải là số. ${wantedText(rule)}`;
    case 'number_ambiguous':
      return `“${problem.text.trim()}” có thể hiểu hai cách. Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.`;
    case 'above':
      return `${figureText(problem.value, 6)} lớn hơn ${figureText(problem.max, 6)}. ${wantedText(rule)}`;
    case 'below':
      return `${figureText(problem.value, 6)} nhỏ hơn ${figureText(problem.min, 6)}. ${wantedText(rule)}`;
    case 'too_many_decimals':
      return problem.decimals === 0
        ? `${figureText(problem.value, 10)} có phần thập phân. Nhập số nguyên.`
        : `${figureText(problem.value, 10)} có quá nhiều chữ số thập phân. Nhập tối đa ${problem.decimals} chữ số sau dấu phẩy.`;
    case 'denominator_not_positive':
      return 'Phải lớn hơn 0. Nếu không có đối tượng nào thì để trống cả hai ô.';
    case 'numerator_above_denominator':
      return `${figureText(problem.numerator, 6)} lớn hơn ${figureText(problem.denominator, 6)}. Một phần không thể lớn hơn toàn bộ.`;
    case 'date_missing':
      return 'Chưa nhập ngày. Ví dụ 30/09/2026.';
    case 'date_impossible':
      return `“${problem.text}” không phải là ngày có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/09/2026.`;
    case 'date_in_future':
      return `${dateText(problem.date)} chưa đến. Nhập ngày không sau hôm nay, ${dateText(problem.today)}.`;
    case 'date_before_period':
      return `${dateText(problem.date)} trước ngày bắt đầu kỳ. Nhập ngày từ ${dateText(problem.start)} trở đi.`;
    case 'period_unreadable':
      return problem.text
        ? `“${problem.text}” không phải là kỳ báo cáo. Ví dụ 2026, 2026-Q1 hoặc 2026-03.`
        : 'Chưa chọn kỳ báo cáo.';
    case 'period_not_begun':
      return `Kỳ này chưa bắt đầu. Nhập được từ ngày ${dateText(problem.start)}.`;
    case 'period_too_fine':
      return `Chỉ tiêu này báo cáo theo ${kindText[problem.reporting]}. Chọn kỳ ${kindText[problem.reporting]} hoặc dài hơn.`;
    case 'unit_not_there':
      return lifeText(problem.from, problem.until);
    case 'too_long':
      return `Dài quá. Viết tối đa ${figureText(String(problem.limit), 0)} ký tự.`;
  }
}

function lifeText(from: string | null, until: string | null): string {
  const start = from === null ? '' : ` từ ngày ${dateText(from)}`;
  const end = until === null ? '' : ` đến trước ngày ${dateText(until)}`;
  return `Đơn vị chỉ hoạt động${start}${end}, không có số liệu của kỳ này.`;
}

function wantedText({ min, max, decimals }: FigureRule): string {
  const example = exampleOf(min, max, decimals);
  if (min !== null && max !== null)
    return `Nhập số từ ${figureText(min, 6)} đến ${figureText(max, 6)}, ví dụ ${example}.`;
  if (min !== null) return `Nhập số từ ${figureText(min, 6)} trở lên, ví dụ ${example}.`;
  if (max !== null) return `Nhập số không quá ${figureText(max, 6)}, ví dụ ${example}.`;
  return `Nhập một số, ví dụ ${example}.`;
}

function exampleOf(min: string | null, max: string | null, decimals: number): string {
  const middle =
    min === '0' && max === '100'
      ? 61.5
      : Number(min ?? 0) + (max === null ? 1234.5 : (Number(max) - Number(min ?? 0)) / 2);
  return formatVietnamese(middle, undefined, Math.min(decimals, 1));
}

export function remarkText(remark: Remark, decimals: number): string {
  switch (remark.kind) {
    case 'jump':
      return `Khác nhiều so với ${periodText(remark.lastPeriod)} (${figureText(remark.last, decimals)}): gấp ${figureText(remark.times, 2)} lần. Kiểm tra lại; nếu đúng thì cứ gửi.`;
    case 'from_zero':
      return `${capital(periodText(remark.lastPeriod))} là 0. Kiểm tra lại; nếu đúng thì cứ gửi.`;
  }
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
