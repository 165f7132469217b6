/** Words of the kernel: roles, refusals every feature shares. The record's words are in record.text.ts. */
import type { Role } from '../kernel/actor.ts';
import type { PermitRefusal } from '../kernel/permit.ts';
import type { Need, ProcedureRefusal } from '../kernel/procedure.ts';
import type { LostRace, NotThere } from '../kernel/result.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  officer: 'chuyên viên đầu mối',
  head: 'thủ trưởng đơn vị',
  indicator_owner: 'người phụ trách chỉ tiêu',
  appraiser: 'người thẩm định',
  inspector: 'người kiểm tra, giám sát',
  council_secretary: 'thư ký Hội đồng',
  council_member: 'thành viên Hội đồng',
  deciding_authority: 'người có thẩm quyền quyết định',
  block_lead: 'trưởng khối, cụm thi đua',
  auditor: 'người kiểm soát nhật ký',
  administrator: 'quản trị hệ thống',
};

const needs: Readonly<Record<Need, string>> = {
  reason: 'Cần ghi rõ lý do.',
  evidence: 'Cần kèm ít nhất một tệp minh chứng.',
  signature: 'Cần chữ ký số.',
};

export type KernelRefusal = PermitRefusal | ProcedureRefusal | NotThere | LostRace;

export function kernelRefusal(refusal: KernelRefusal): string {
  switch (refusal.kind) {
    case 'not_there':
      return 'Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi được xem của ông/bà.';
    case 'not_allowed':
    case 'not_yours':
      return refusal.by.length === 0
        ? 'Chỉ chính chủ tài khoản được thực hiện việc này.'
        : `Việc này do ${listOf(refusal.by.map((role) => roleNames[role]))} thực hiện. Nếu cần, hãy liên hệ người quản trị để được giao vai trò.`;
    case 'not_scoped':
      return 'Khóa API này không có phạm vi để thực hiện việc đã yêu cầu.';
    case 'wrong_stage':
      return 'Hồ sơ đã chuyển sang bước khác nên không thực hiện được việc này. Hãy tải lại trang để xem tình trạng mới.';
    case 'four_eyes':
      return 'Người đã gửi không được tự duyệt. Việc này phải do người khác thực hiện.';
    case 'needs':
      return needs[refusal.need];
    case 'lost_race':
      return 'Có người vừa sửa nội dung này trước ông/bà. Hãy xem cả hai bản rồi chọn bản cần giữ.';
  }
}

/** At every door: what is named, why it is not taken in, and what to do instead. */
export function secretNamedText(what: string): string {
  return `Nội dung nêu ${what}, là nội dung thực hiện theo quy định về bảo vệ bí mật nhà nước nên không nhập vào hệ thống. Bỏ phần này và gửi bằng văn bản theo chế độ mật. Căn cứ: Luật Bảo vệ bí mật nhà nước; khoản 4 Điều 84 Luật Thi đua, khen thưởng.`;
}

export function listOf(words: readonly string[]): string {
  const unique = [...new Set(words)];
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} hoặc ${unique.at(-1)}`;
}

export const gateText = {
  tooMany: 'Quá nhiều yêu cầu trong một phút. Hãy đợi ít phút rồi thử lại.',
  tooLarge: 'Nội dung gửi lên quá lớn. Hãy chia nhỏ tệp rồi gửi lại.',
  foreign: 'Yêu cầu không gửi từ trang của hệ thống nên không được thực hiện. Hãy mở lại trang rồi thử lại.',
  odd: 'Không hiểu được yêu cầu này. Hãy mở lại trang rồi thử lại.',
  home: 'Về trang đầu',
} as const;
