/** What people read about pledges. */
import type { PledgeChange, PledgeColumn, SheetPledgeProblem } from './import-plan.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { dateText } from '../../ui/moment.ts';
import type { ListedPledge } from './list.server.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Refusal } from '../../kernel/result.ts';
import { roleText } from '../actuals/text.ts';
import type { PledgeContent, PledgeField, PledgeProblem, PledgeRefusal, PledgeStage } from './pledge.ts';
import type { PledgeTaken, SecretScheme, YearOutside } from './pledges.server.ts';
import type { PledgeMove } from './procedure.ts';

export const pledgeStageText: Readonly<Record<PledgeStage, string>> = {
  draft: 'Bản nháp',
  submitted: 'Chờ tiếp nhận',
  accepted: 'Đã tiếp nhận',
  returned: 'Bị trả lại',
  withdrawn: 'Đã rút',
};

export const pledgeMoveText: Readonly<Record<PledgeMove, string>> = {
  change: 'Sửa',
  submit: 'Gửi đăng ký',
  recall: 'Lấy lại để sửa',
  withdraw: 'Rút bỏ',
  accept: 'Tiếp nhận',
  return: 'Trả lại',
  revise: 'Điều chỉnh',
};

export const pledgeFieldText: Readonly<Record<PledgeField, string>> = {
  wording: 'Nội dung đăng ký',
  value: 'Mức đăng ký',
  unitOfMeasure: 'Đơn vị tính',
};

export function aboutWords(row: ListedPledge): string {
  if (row.indicatorCode !== null) return `${row.indicatorCode} ${row.indicatorName ?? ''}`;
  return `${row.criterionCode ?? row.schemeCode ?? ''} ${row.schemeName ?? ''}`;
}

export function levelWords({ value, unitOfMeasure }: ListedPledge): string | null {
  return value === null ? null : `${formatVietnamese(value)} ${unitOfMeasure ?? ''}`;
}

/** Law on the protection of state secrets: what is said at every door. */
export const secretText =
  'Đề án này thực hiện chế độ bảo vệ bí mật nhà nước. Không nhập nội dung, số liệu hoặc tệp vào hệ thống; chỉ đăng ký, báo cáo bằng văn bản theo quy định về bảo vệ bí mật nhà nước.';

export function pledgeProblemText(problem: PledgeProblem): string {
  switch (problem.kind) {
    case 'wording_missing':
      return 'Chưa viết nội dung. Ví dụ: Nâng tỉ lệ hộ dân dùng nước sạch đạt 48%.';
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'unit_missing':
      return 'Đã nhập mức thì phải ghi đơn vị tính, ví dụ: mô hình, hộ, %.';
    case 'number_empty':
      return 'Chưa nhập mức đăng ký. Nhập một số, ví dụ 48,5.';
    case 'number_unreadable':
      return `“${problem.text.trim()}” không phải là số. Nhập một số, ví dụ 48,5.`;
    case 'number_ambiguous':
      return `“${problem.text.trim()}” có thể hiểu hai cách. Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.`;
    case 'outside':
      return `${formatVietnamese(problem.value)} nằm ngoài giới hạn ${rangeText(problem.min, problem.max)}.`;
  }
}

function rangeText(min: string | null, max: string | null): string {
  if (min !== null && max !== null) return `từ ${formatVietnamese(min)} đến ${formatVietnamese(max)}`;
  return min !== null ? `từ ${formatVietnamese(min)} trở lên` : `không quá ${formatVietnamese(max ?? '0')}`;
}

export type AnyPledgeRefusal =
  | ProcedureRefusal
  | PledgeRefusal
  | NotThere
  | LostRace
  | SecretScheme
  | YearOutside
  | PledgeTaken;

export function pledgeRefusalText(refusal: AnyPledgeRefusal): string {
  switch (refusal.kind) {
    case 'not_there':
      return 'Không tìm thấy nội dung này. Có thể địa chỉ sai hoặc ông/bà không được xem.';
    case 'lost_race':
      return 'Người khác vừa sửa đăng ký này. Hai bản hiện cạnh nhau bên dưới: chọn bản giữ lại rồi lưu.';
    case 'secret_scheme':
      return secretText;
    case 'year_outside':
      return 'Năm không hợp lệ. Chọn một năm của giai đoạn.';
    case 'already_open':
      return 'Đơn vị đã có đăng ký cho nội dung này trong năm. Mở đăng ký đó để sửa.';
    case 'already_accepted':
      return 'Đăng ký cho nội dung này đã được tiếp nhận. Mở đăng ký đó và chọn Điều chỉnh.';
    case 'pledge_wrong':
      return 'Đăng ký chưa hợp lệ. Xem từng ô bên dưới.';
    case 'wrong_stage':
      return `Đăng ký đang ở bước “${pledgeStageText[refusal.stage as PledgeStage]}” nên chưa làm được việc này.`;
    case 'not_yours':
      return `Việc này do ${refusal.by.map((role) => roleText[role].toLocaleLowerCase('vi')).join(', ')} thực hiện. Liên hệ người quản trị nếu ông/bà được giao việc này.`;
    case 'four_eyes':
      return 'Ông/bà là người đã gửi đăng ký này nên không được tự tiếp nhận hoặc trả lại.';
    case 'needs':
      return 'Chưa ghi lý do. Viết ngắn gọn để đơn vị biết cần sửa gì.';
    case 'not_scoped':
      return 'Khóa API này không có quyền thực hiện việc đó.';
  }
}

export const pledgesText = {
  title: 'Đăng ký chỉ tiêu thi đua',
  lead: (done: number, all: number, year: number) =>
    `Năm ${year}: ${formatVietnamese(done)} trên ${formatVietnamese(all)} cơ quan, đơn vị, địa phương đã đăng ký. Chỉ thị yêu cầu 100%.`,
  year: 'Năm',
  unit: 'Đơn vị',
  every: 'Tất cả',
  waiting: 'Chờ tiếp nhận',
  stage: 'Tình trạng',
  new: 'Đăng ký mới',
  caption: 'Danh sách đăng ký',
  listFile: 'dang-ky-chi-tieu',
  listOn: (year: number, day: string) => `Năm ${year}, tính đến hết ngày ${dateText(day)}.`,
  about: 'Đề án, chỉ tiêu',
  wording: 'Nội dung',
  level: 'Mức',
  emptyWhat: 'Chưa có đăng ký nào',
  emptyWhy: 'Đăng ký của các đơn vị hiện ở đây sau khi được lưu.',
  coverage: 'Đơn vị nào đã đăng ký',
  coverageCaption: 'Mỗi đơn vị với số đăng ký đã tiếp nhận và chờ tiếp nhận trong năm',
  accepted: 'Đã tiếp nhận',
  none: 'Chưa đăng ký',
  newTitle: 'Đăng ký chỉ tiêu thi đua mới',
  what: 'Đăng ký về',
  whatHint: 'Chọn một chỉ tiêu, một đề án hoặc một tiêu chí của đề án.',
  indicators: 'Chỉ tiêu',
  criteria: (scheme: string) => `Tiêu chí của ${scheme}`,
  schemes: 'Đề án (chung)',
  chooseWhat: 'Chưa chọn nội dung. Chọn một chỉ tiêu, đề án hoặc tiêu chí.',
  chooseUnit: 'Chưa chọn đơn vị.',
  value: 'Mức đăng ký',
  valueHint: 'Bắt buộc khi đăng ký về chỉ tiêu. Dùng dấu phẩy cho phần thập phân, ví dụ 48,5.',
  unitOfMeasureHint: 'Chỉ tiêu đã có đơn vị tính sẵn; chỉ ghi khi đăng ký theo đề án.',
  save: 'Lưu nháp',
  saved: 'Đã lưu nháp. Đăng ký chưa được gửi.',
  done: (move: PledgeMove) => `Đã ${pledgeMoveText[move].toLocaleLowerCase('vi')}.`,
  noUnit: 'Ông/bà chưa được giao đăng ký cho đơn vị nào',
  noUnitWhy: 'Chuyên viên đầu mối và thủ trưởng đơn vị đăng ký chỉ tiêu. Liên hệ người quản trị để được phân vai trò.',
  returned: 'Bị trả lại',
  reason: 'Lý do trả lại',
  changeTitle: 'Sửa đăng ký',
  reviseTitle: 'Điều chỉnh đăng ký',
  reviseLead: 'Bản đã tiếp nhận vẫn có hiệu lực cho đến khi bản điều chỉnh được tiếp nhận.',
  reviseSave: 'Lưu bản điều chỉnh',
  saveChange: 'Lưu thay đổi',
  decide: 'Tiếp nhận hoặc trả lại',
  superseded: 'Đăng ký này đã được thay bằng bản điều chỉnh mới hơn.',
  by: 'Người gửi',
  secretNote: 'Không đăng ký trên hệ thống',
} as const;

type TypedFields = Readonly<Record<string, string>>;

/** What was typed beside what is stored, part by part. */
export function pledgeVersions(mine: TypedFields, theirs: Readonly<Record<PledgeField, string>>) {
  const parts: readonly PledgeField[] = ['wording', 'value', 'unitOfMeasure'];
  return parts.map((part) => ({ label: pledgeFieldText[part], mine: mine[part] ?? '', theirs: theirs[part] }));
}

export type PledgeProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands on the form after a refusal, at its fields where it has any. */
export function pledgeProblems(refusal: Refusal): readonly PledgeProblemShown[] {
  const known = refusal as AnyPledgeRefusal;
  if (known.kind !== 'pledge_wrong') return [{ message: pledgeRefusalText(known) }];
  return known.problems.map(({ field, problem }) => ({
    field,
    label: pledgeFieldText[field],
    message: pledgeProblemText(problem),
  }));
}

export const pledgeHeadings: Readonly<Record<PledgeColumn, string>> = {
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  year: 'Năm',
  about: 'Mã chỉ tiêu, đề án',
  aboutName: 'Chỉ tiêu, đề án, nội dung',
  wording: 'Nội dung đăng ký',
  value: 'Mức đăng ký',
  unitOfMeasure: 'Đơn vị tính',
  stage: 'Tình trạng',
};

export const pledgeSheetText = {
  sheet: 'Đăng ký chỉ tiêu',
  codes: 'Danh mục mã',
  title: (year: number) => `Đăng ký chỉ tiêu thi đua năm ${year}`,
  guide: [
    'Mỗi đăng ký một dòng. Mã chỉ tiêu, đề án, nội dung lấy ở trang “Danh mục mã”. Dòng không ghi nội dung và mức thì bỏ qua.',
    'Đăng ký đã tiếp nhận mà ghi khác đi thì thành đăng ký điều chỉnh. Đăng ký chờ tiếp nhận không sửa được qua tệp.',
  ],
  fileName: 'dang-ky-chi-tieu',
  link: 'Đăng ký bằng Excel',
  pageTitle: 'Đăng ký chỉ tiêu bằng Excel',
  lead: 'Tải biểu mẫu của một đơn vị hoặc của mọi đơn vị ông/bà đăng ký thay, điền, rồi nạp lại. Trước khi ghi, hệ thống cho xem những gì sẽ thay đổi và báo lỗi theo từng ô.',
  template: '1. Tải biểu mẫu',
  everyUnit: (count: number) => `Tất cả ${formatVietnamese(count)} đơn vị`,
  download: 'Tải biểu mẫu',
  upload: '2. Nạp tệp đã điền',
  hint: 'Nạp toàn bộ hoặc không nạp gì: còn một ô sai thì chưa ghi dòng nào. Nạp lại cùng một tệp không tạo thêm đăng ký.',
  submit: 'Gửi để tiếp nhận ngay sau khi nạp',
} as const;

export function sheetPledgeText(problem: SheetPledgeProblem): string {
  switch (problem.kind) {
    case 'unit_unknown':
      return problem.text === '' ? 'Chưa ghi mã đơn vị.' : `Không có đơn vị mang mã “${problem.text}”.`;
    case 'about_unknown':
      return problem.text === ''
        ? 'Chưa ghi mã chỉ tiêu, đề án hoặc nội dung.'
        : `Không có “${problem.text}” trong danh mục. Dùng mã ở trang “Danh mục mã”.`;
    case 'not_yours':
      return 'Ông/bà không đăng ký thay đơn vị này.';
    case 'secret':
      return secretText;
    case 'not_a_year':
      return 'Ghi năm bằng bốn chữ số, ví dụ 2026.';
    case 'waiting':
      return 'Đăng ký này đang chờ tiếp nhận nên không sửa được. Lấy lại trước, rồi nạp lại.';
    case 'twice':
      return `Trùng đơn vị, năm và nội dung với dòng ${problem.row}.`;
    case 'pledge':
      return pledgeProblemText(problem.problem);
  }
}

export function pledgeLine({ year, aboutCode, content, before }: PledgeChange, unitName: string) {
  const level = ({ value, unitOfMeasure }: PledgeContent) =>
    value === null ? '' : `${formatVietnamese(value)} ${unitOfMeasure ?? ''}`.trim();
  const cells = [
    { heading: pledgeHeadings.wording, before: before && before.wording, after: content.wording },
    { heading: pledgeHeadings.value, before: before && level(before), after: level(content) },
  ];
  return {
    name: `${unitName}, ${year}, ${aboutCode}`,
    cells: cells.filter((cell) => cell.before !== cell.after && (cell.after !== '' || cell.before !== null)),
  };
}
