/** The words of correcting and striking what was entered of an award. */
import { dateText } from '../../ui/moment.ts';
import type { HonourOrigin } from './honour.ts';
import type { InTheWay } from './correcting.server.ts';

export const correctionText = {
  title: 'Đính chính khen thưởng đã ghi',
  lead: 'Sửa những gì đã ghi sai so với quyết định. Nội dung cũ, nội dung mới, lý do và người sửa đều được giữ trong nhật ký.',
  link: 'Đính chính',
  reason: 'Lý do',
  reasonHint: 'Sai ở đâu, căn cứ nào để sửa, ví dụ: ghi nhầm số quyết định, đối chiếu với bản gốc.',
  save: 'Lưu đính chính',
  ofCentre:
    'Khen thưởng theo hồ sơ đã trình cấp trên: danh hiệu, năm, loại và thành tích theo hồ sơ, không sửa ở đây. Số, ngày, người ký chép từ quyết định thì sửa được.',
  paid: (voucher: string) =>
    `Tiền thưởng đã chi theo chứng từ ${voucher}. Danh hiệu, năm và ngày quyết định chỉ sửa được sau khi điều chỉnh khoản chi ở sổ quỹ.`,
  strikeLink: 'Gạch bỏ',
  strikeTitle: 'Gạch bỏ khen thưởng ghi nhầm',
  strikeWhat:
    'Dòng này vẫn hiện, có gạch ngang và lý do, nhưng không còn tính vào số lượng, thống kê, tiêu chuẩn, tiền thưởng. Chỉ dùng khi khen thưởng này không có thật hoặc ghi nhầm người; khen thưởng có thật bị thu hồi thì làm thủ tục hủy bỏ (Luật Thi đua, khen thưởng, Điều 93).',
  strike: 'Gạch bỏ dòng này',
  struck: 'Đã gạch bỏ',
  struckAs: (reason: string) => `Đã gạch bỏ vì ghi nhầm: ${reason}`,
  unstrikeLink: 'Khôi phục',
  unstrikeTitle: 'Khôi phục khen thưởng đã gạch bỏ',
  unstrikeWhat: 'Dòng này lại được tính như trước khi gạch bỏ.',
  unstrike: 'Khôi phục dòng này',
  fixed: 'Vì sao không sửa được?',
  fixedTitle: 'Khen thưởng này không sửa bằng tay',
  revoke: 'Lập đề nghị hủy bỏ quyết định',
  acts: 'Việc',
} as const;

export const originText: Readonly<Record<HonourOrigin, string>> = {
  decision: 'Quyết định ban hành trong phần mềm',
  centre: 'Kết quả cấp trên của hồ sơ trong phần mềm',
  entered: 'Ghi từ quyết định đã có',
};

export function correctionRefusal(refusal: Exclude<InTheWay, { readonly kind: 'revoked_already' }>): string {
  switch (refusal.kind) {
    case 'decided_here':
      return `Khen thưởng theo Quyết định số ${refusal.number} ngày ${dateText(refusal.on)} ban hành trong phần mềm nên không sửa bằng tay. Sai nội dung: người ký ban hành quyết định sửa đổi, thay thế; sai thể thức, kỹ thuật trình bày: cơ quan ban hành đính chính bằng công văn (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3). Khen thưởng không đúng: hủy bỏ quyết định (Luật Thi đua, khen thưởng, Điều 93). Có quyết định thay thế thì ghi hủy bỏ theo quyết định đó, rồi ghi khen thưởng mới.`;
    case 'of_dossier':
      return 'Khen thưởng này là kết quả của hồ sơ đã trình cấp trên nên không gạch bỏ. Chép sai số, ngày, người ký thì đính chính; khen thưởng không đúng thì làm thủ tục hủy bỏ (Luật Thi đua, khen thưởng, Điều 93).';
    case 'honour_paid':
      return `Tiền thưởng của khen thưởng này đã chi theo chứng từ ${refusal.voucher}. Ghi dòng điều chỉnh khoản chi ở sổ quỹ trước, rồi sửa danh hiệu, năm, ngày quyết định hoặc gạch bỏ.`;
    case 'under_revocation':
      return 'Khen thưởng này đang hoặc đã có thủ tục hủy bỏ quyết định nên không sửa, không gạch bỏ. Rút hoặc kết thúc thủ tục đó trước.';
    case 'honour_struck':
      return 'Dòng này đã gạch bỏ. Khôi phục trước khi sửa.';
    case 'reason_missing':
      return 'Chưa ghi lý do.';
    case 'nothing_changed':
      return 'Chưa sửa nội dung nào so với dòng đã ghi.';
  }
}
