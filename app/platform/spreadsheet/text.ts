/** What stands in the workbooks we write, and what a person reads when theirs is refused. */
import { encodingNames, foreignNames, sizeText, typeNames } from '../files/text.ts';
import type { FileType, ForeignType } from '../files/file-types.ts';
import type { BombRule } from '../files/zip.server.ts';
import type { ReadRefusal } from './refusals.ts';

export const writerText = {
  listSheet: 'Danh mục',
  notInListTitle: 'Giá trị không có trong danh mục',
  notInList: 'Hãy chọn một giá trị trong danh sách thả xuống.',
} as const;

const kindNames: Readonly<Record<FileType | ForeignType, string>> = { ...foreignNames, ...typeNames };

const bombReasons: Readonly<Record<BombRule, string>> = {
  entries: 'chứa quá nhiều tệp con',
  entry_bytes: 'có phần khi mở ra quá lớn',
  total_bytes: 'khi mở ra quá lớn',
  ratio: 'có phần nén quá mức bình thường',
  overlap: 'có các phần chồng lên nhau',
  lying_size: 'khai kích thước không đúng',
};

export function readText(refusal: ReadRefusal): string {
  switch (refusal.kind) {
    case 'empty_file':
      return 'Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn lại tệp.';
    case 'file_too_large':
      return `Tệp ${sizeText(refusal.bytes)} lớn hơn mức cho phép ${sizeText(refusal.limit)}. Hãy chia thành nhiều tệp.`;
    case 'not_a_workbook':
      return `Đây không phải tệp Excel (.xlsx) hoặc CSV mà là ${kindNames[refusal.found]}. ${saveAs}`;
    case 'damaged':
      return `Tệp bị hỏng hoặc tải lên chưa trọn vẹn${partOf(refusal.part)}. Hãy mở thử bằng Excel, lưu lại rồi tải lên.`;
    case 'bomb':
      return `Tệp nén bất thường (${bombReasons[refusal.rule]}) nên hệ thống không mở. Hãy lưu lại bằng Excel rồi tải lên.`;
    case 'encrypted':
      return 'Tệp có đặt mật khẩu. Hãy gỡ mật khẩu trong Excel rồi tải lên lại.';
    case 'macro':
      return 'Tệp có chứa macro. Hãy lưu lại ở dạng “Excel Workbook (.xlsx)” rồi tải lên.';
    case 'unexpected_part':
      return `Trong tệp có thành phần lạ: ${refusal.part}. ${saveAs}`;
    case 'unsafe_xml':
      return `Tệp có nội dung không an toàn${partOf(refusal.part)} nên hệ thống không mở. Hãy tạo lại từ biểu mẫu của hệ thống.`;
    case 'too_many_sheets':
      return `Tệp có nhiều hơn ${numberText(refusal.limit)} trang tính. Hãy bỏ bớt các trang không dùng.`;
    case 'too_many_rows':
      return `${sheetText(refusal.sheet)}: ô ${refusal.address} nằm quá dòng ${numberText(refusal.limit)}. Hãy xóa nội dung thừa hoặc chia tệp.`;
    case 'too_many_columns':
      return `${sheetText(refusal.sheet)}: ô ${refusal.address} nằm quá cột thứ ${numberText(refusal.limit)}. Hãy xóa nội dung thừa ở bên phải bảng.`;
    case 'too_many_cells':
      return `${sheetText(refusal.sheet)}: tệp có nhiều hơn ${numberText(refusal.limit)} ô có nội dung. Hãy chia thành nhiều tệp.`;
    case 'cell_too_long':
      return `${sheetText(refusal.sheet)}: ô ${refusal.address} dài hơn ${numberText(refusal.limit)} ký tự. Hãy rút gọn.`;
    case 'unclosed_quote':
      return `Dấu ngoặc kép mở ở dòng ${numberText(refusal.line)} không được đóng. Hãy kiểm tra lại tệp CSV.`;
    case 'too_slow':
      return `Đọc tệp quá ${refusal.seconds} giây chưa xong nên hệ thống dừng lại. Hãy chia thành nhiều tệp.`;
    case 'too_heavy':
      return `Đọc tệp cần nhiều hơn ${refusal.megabytes} MB bộ nhớ nên hệ thống dừng lại. Hãy chia thành nhiều tệp.`;
    case 'broken_utf8':
      return `Chữ trong tệp bị lỗi mã hóa ở dòng ${numberText(refusal.line)} (byte thứ ${numberText(refusal.byte)}). ${saveAsUtf8}`;
    case 'wrong_encoding':
      return `Tệp được lưu bằng ${encodingNames[refusal.encoding]}. ${saveAsUtf8}`;
  }
}

const saveAs = 'Hãy mở bằng Excel và lưu lại ở dạng “Excel Workbook (.xlsx)”.';
const saveAsUtf8 = 'Hãy lưu lại ở dạng “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”.';

function partOf(part: string | undefined): string {
  return part === undefined ? '' : ` (phần ${part})`;
}

function sheetText(sheet: string): string {
  return sheet === '' ? 'Bảng' : `Trang “${sheet}”`;
}

function numberText(value: number): string {
  return value.toLocaleString('vi-VN');
}
