/** The words of flags: forms, sheets, lists. */
import type { Refusal } from '../../kernel/result.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { FlagEffect, FlagState, Matching } from './flag.ts';
import type { FlagColumn, FlagFault } from './flag-plan.ts';
import type { FactState } from '../awards/law/provision.ts';
import type { FieldProblem } from './typed.ts';

export const flagStateText: Readonly<Record<FlagState, string>> = {
  unmatched: 'Chưa khớp đối tượng',
  standing: 'Đang có hiệu lực',
  expired: 'Đã hết hạn',
  withdrawn: 'Đã rút',
};
export const effectText: Readonly<Record<FlagEffect, string>> = {
  affects: 'Ảnh hưởng đến việc khen thưởng',
  no_effect: 'Không ảnh hưởng',
};
export const matchingText: Readonly<Record<Matching, string>> = {
  identity: 'khớp theo số định danh',
  name: 'khớp theo tên và đơn vị',
  person: 'người thẩm định xác định',
};
export const factStateText: Readonly<Record<FactState, string>> = {
  read: 'Đã đọc nguyên văn',
  second_hand: 'Theo nguồn dẫn lại, chưa đọc nguyên văn',
  default: 'Mặc định, tỉnh chưa xác nhận',
  not_read: 'Chưa có nguyên văn',
};

export const flagHeadings: Readonly<Record<FlagColumn, string>> = {
  name: 'Tên đối tượng',
  unit: 'Đơn vị',
  identity: 'Số định danh (hoặc mã số thuế)',
  kind: 'Loại nội dung',
  body: 'Cơ quan cung cấp',
  number: 'Số văn bản',
  date: 'Ngày văn bản',
  from: 'Từ ngày',
  until: 'Đến ngày',
  what: 'Nội dung',
  expires: 'Hết hiệu lực ngày',
};

export function fieldProblemText(problem: FieldProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa nhập.';
    case 'not_a_day':
      return 'Chưa phải một ngày có thật. Ví dụ: 05/10/2026.';
    case 'backwards':
      return 'Ngày cuối đứng trước ngày đầu.';
    case 'to_come':
      return 'Ngày này chưa đến.';
    case 'not_offered':
      return 'Chọn một trong các giá trị có trong danh sách.';
    case 'not_a_count':
      return 'Nhập một số nguyên lớn hơn 0, ví dụ 10.';
    case 'not_identity':
      return 'Số định danh có 12 chữ số (số cũ 9 chữ số); mã số thuế có 10 hoặc 13 chữ số.';
    case 'too_long':
      return `Dài quá ${problem.limit} ký tự. Viết ngắn lại.`;
    case 'not_after':
      return `Phải là ngày sau ${dateText(problem.day)}.`;
  }
}

export function flagRowText(problem: FlagFault['problem']): string {
  return problem.kind === 'twice' ? `Trùng với dòng ${problem.row}.` : fieldProblemText(problem);
}

export const flagImportText = {
  title: 'Nạp cảnh báo từ Excel',
  lead: 'Danh sách do cơ quan khác cung cấp (thuế, công an, thanh tra, môi trường, bảo hiểm xã hội …). Hệ thống khớp từng dòng với đối tượng trong sổ theo số định danh, rồi theo tên và đơn vị; dòng chưa khớp được giữ lại để người thẩm định xác định.',
  template: 'Tệp mẫu',
  download: 'Tải tệp mẫu',
  sheet: 'Cảnh báo',
  sheetTitle: 'Danh sách nội dung cần lưu ý khi xét khen thưởng',
  guide: [
    'Mỗi dòng là một nội dung về một đối tượng. Cột bắt buộc: Tên đối tượng, Đơn vị, Loại nội dung, Số văn bản, Nội dung.',
    'Ngày ghi dạng 05/10/2026. Không nhập nội dung thuộc bí mật nhà nước.',
  ],
  upload: 'Nạp tệp',
  fileHint: 'Chưa có gì thay đổi khi tải lên: hệ thống kiểm tra và cho xem trước.',
  kinds: 'Loại nội dung dùng trong tệp',
  matched: 'Khớp với',
  matchedToNobody: 'chưa khớp, chờ người thẩm định xác định',
  refusal: (refusal: Refusal) => kernelRefusal(refusal as KernelRefusal),
} as const;

export const flagsText = {
  title: 'Cảnh báo của các cơ quan',
  heading: (total: number) => (total === 0 ? 'Chưa có cảnh báo nào' : `${total} cảnh báo của các cơ quan`),
  lead: 'Nội dung do cơ quan thuế, công an, thanh tra, môi trường, bảo hiểm xã hội và cơ quan khác cung cấp. Cảnh báo không tự loại ai: người thẩm định kết luận với từng đối tượng, có lý do.',
  back: 'Thẩm định',
  new: 'Thêm cảnh báo',
  byExcel: 'Nạp từ Excel',
  kinds: 'Loại nội dung',
  all: 'Tất cả',
  unmatched: 'Chưa khớp',
  words: 'Tên, số văn bản, nội dung',
  state: 'Tình trạng',
  kind: 'Loại nội dung',
  every: 'Tất cả',
  choose: 'Chọn loại nội dung',
  caption: 'Cảnh báo, mới nhất trước',
  who: 'Về ai',
  holder: 'Đối tượng trong sổ',
  notMatched: 'chưa xác định',
  body: 'Cơ quan cung cấp',
  paper: 'Văn bản',
  what: 'Nội dung',
  period: 'Thời gian',
  expires: 'Hết hiệu lực',
  entered: 'Nhập lúc',
  emptyWhat: 'Ở đây sẽ có nội dung do các cơ quan khác cung cấp về người, tập thể được đề nghị khen thưởng.',
  emptyWhy: 'Chưa có nội dung nào được nhập, hoặc không nội dung nào khớp với điều kiện lọc.',
  save: 'Ghi cảnh báo',
  identityHint: 'Nếu văn bản có ghi. Số được niêm phong khi lưu, chỉ dùng để khớp đối tượng.',
  unitHint: 'Cơ quan, xã, phường ghi trong văn bản; dùng để khớp đối tượng.',
  bodyHint: 'Bỏ trống: cơ quan thường cung cấp loại nội dung này.',
  expiresHint: 'Sau ngày này cảnh báo không còn phải xem xét. Bỏ trống nếu chưa rõ.',
  whatHint: 'Đúng như văn bản đã nêu, không suy diễn. Không nhập nội dung thuộc bí mật nhà nước.',
  done: {
    moi: 'Đã ghi cảnh báo.',
    khop: 'Đã ghi đối tượng của cảnh báo.',
    rut: 'Đã rút cảnh báo. Cảnh báo vẫn còn trong sổ, kèm lý do.',
    loai: 'Đã lưu loại nội dung.',
  } as Readonly<Record<string, string>>,
  match: 'Cảnh báo này về ai?',
  matchLead: 'Chọn đúng người hoặc tập thể trong sổ khen thưởng. Không chắc thì để lại, đừng chọn đại.',
  matchNone: 'Không có ai trong sổ có tên giống như vậy trong phạm vi của ông/bà.',
  matchVerb: 'Ghi đối tượng',
  matchSearch: 'Tìm theo tên khác',
  search: 'Tìm',
  withdraw: 'Rút cảnh báo',
  withdrawReason: 'Lý do rút (số văn bản đính chính nếu có)',
  withdrawn: 'Đã rút',
  decisions: 'Đã kết luận với đối tượng đề nghị',
  noDecision: 'Chưa có hồ sơ nào phải kết luận về cảnh báo này.',
  stated: 'Ghi trong văn bản',
  matchedBy: 'Cách khớp',
  exportName: 'canh-bao',
  isDefault: 'Danh mục này là mặc định, tỉnh chưa xác nhận.',
  tellsUnit: 'Đơn vị trình được biết là đang có nội dung xác minh (không biết nội dung)',
  active: 'Đang dùng',
  basis: 'Căn cứ',
  kindName: 'Tên',
  saveKind: 'Lưu',
  kindsTitle: 'Loại nội dung do các cơ quan cung cấp',
  closed: (state: FlagState) => `Cảnh báo này ${flagStateText[state].toLowerCase()}, không sửa nữa.`,
} as const;
