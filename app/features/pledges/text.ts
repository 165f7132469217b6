/** What people read about pledges. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Refusal } from '../../kernel/result.ts';
import { roleText } from '../actuals/text.ts';
import type { PledgeField, PledgeProblem, PledgeRefusal, PledgeStage } from './pledge.ts';
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
