/** Words of the files attached to a decision. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import { annexesAtMost, annexNameLimit } from './annex.ts';
import type { AnnexProblem } from './annex.ts';

export const annexesText = {
  title: 'Tệp kèm theo quyết định',
  lead: 'Phụ lục, tài liệu không nằm trong cùng tệp với quyết định. Khi đóng dấu, từng tệp được ký số của cơ quan; số quyết định và thời gian ký hiện ở góc trên bên phải trang đầu (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, điểm b khoản 8 Mục II).',
  none: 'Chưa có tệp kèm theo. Danh sách khen thưởng đã nằm trong chính tệp quyết định nên không phải nộp ở đây.',
  file: 'Xem tệp (PDF)',
  asGiven: 'Bản nộp (PDF)',
  sealed: 'Bản đã ký số của cơ quan (PDF)',
  unsigned: 'chưa ký số',
  add: 'Thêm tệp kèm theo',
  name: 'Tên tệp kèm theo',
  nameHint: 'Như ghi trong quyết định, ví dụ: Bảng tổng hợp thành tích',
  pdf: 'Tệp PDF',
  takeOff: (name: string) => `Bỏ tệp “${name}”`,
  publishedTitle: 'Tệp kèm theo (đã ký số của cơ quan)',
} as const;

export const annexProblemText: Readonly<Record<AnnexProblem, string>> = {
  unnamed: 'Chưa nhập. Ví dụ: Bảng tổng hợp thành tích.',
  name_too_long: `Dài quá ${formatVietnamese(annexNameLimit)} ký tự.`,
  no_file: 'Chưa chọn tệp.',
  hazardous: 'Tệp có mã lệnh, tệp nhúng hoặc nội dung tự chạy nên không ký. Lưu lại thành PDF thường rồi nộp lại.',
  not_signable:
    'Không thêm được chữ ký vào tệp này. Lưu lại thành PDF thường (không khóa, không chứng thực) rồi nộp lại.',
  too_many: `Đã đủ ${annexesAtMost} tệp, không thêm được nữa.`,
  added_already: 'Tệp này đã có trong danh sách.',
};
export const annexFileText = (name: string, isSigned: boolean) => `${name}${isSigned ? ' (đã ký số)' : ''}.pdf`;
