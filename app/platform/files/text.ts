/** What a person reads when a file or a form is refused, and how sizes and types are called. */
import type { Refusal } from '../../kernel/result.ts';
import { acceptedExtensions, fileTypes } from './file-types.ts';
import type { FileType, ForeignType } from './file-types.ts';
import type { IntakeRefusal } from './intake.server.ts';
import type { FormRefusal } from './multipart.server.ts';
import type { ForeignEncoding } from './utf8.ts';

export const typeNames: Readonly<Record<FileType, string>> = {
  pdf: 'PDF',
  png: 'ảnh PNG',
  jpeg: 'ảnh JPEG',
  webp: 'ảnh WebP',
  heic: 'ảnh HEIC',
  xlsx: 'bảng tính Excel',
  docx: 'văn bản Word',
  pptx: 'bài trình chiếu PowerPoint',
  odt: 'văn bản OpenDocument',
  ods: 'bảng tính OpenDocument',
  csv: 'bảng CSV',
  txt: 'văn bản thuần',
};

export const foreignNames: Readonly<Record<ForeignType, string>> = {
  empty: 'tệp rỗng',
  html: 'trang web (HTML)',
  svg: 'ảnh vẽ SVG',
  xml: 'tệp XML',
  eml: 'thư điện tử',
  zip: 'tệp nén ZIP',
  old_office: 'tệp Office đời cũ (.doc, .xls, .ppt)',
  program: 'chương trình chạy trên máy tính',
  binary: 'tệp không nhận ra được',
  media: 'tệp hình ảnh, âm thanh hoặc video ngoài danh mục',
  archive: 'tệp nén',
  rtf: 'văn bản RTF',
};

export const encodingNames: Readonly<Record<ForeignEncoding, string>> = {
  'utf-16': 'UTF-16',
  'windows-1258': 'bảng mã Windows-1258',
};

export const acceptedSentence = `Hệ thống nhận các tệp: ${acceptedExtensions.map((extension) => `.${extension}`).join(', ')}.`;

/** In the unit people know from their file manager, at most one decimal. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ${unit}`;
}

export function intakeText(refusal: IntakeRefusal): string {
  switch (refusal.kind) {
    case 'empty_file':
      return 'Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn lại tệp.';
    case 'file_too_large':
      return `Tệp lớn hơn ${sizeText(refusal.limit)}. Hãy nén ảnh trong tệp hoặc chia tệp thành nhiều phần rồi tải lên lại.`;
    case 'type_not_accepted':
      return `Không nhận loại tệp này (${foreignNames[refusal.found]}). ${adviceFor(refusal.found)}${acceptedSentence}`;
    case 'extension_disagrees':
      return extensionText(refusal.extension, refusal.type);
    case 'macro':
      return 'Tệp có chứa macro (mã lệnh chạy kèm). Hãy lưu lại tệp ở dạng không có macro (.docx, .xlsx, .pptx) hoặc PDF.';
    case 'broken_utf8':
      return `Chữ trong tệp bị lỗi mã hóa ở dòng ${refusal.line} (byte thứ ${refusal.byte}). Hãy lưu lại tệp với mã UTF-8.`;
    case 'wrong_encoding':
      return `Tệp được lưu bằng ${encodingNames[refusal.encoding]}. Hãy lưu lại tệp với mã UTF-8.`;
    case 'damaged':
      return 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở thử tệp trên máy rồi tải lên lại.';
    case 'encrypted':
      return 'Tệp có đặt mật khẩu nên hệ thống không kiểm tra được. Hãy gỡ mật khẩu rồi tải lên lại.';
    case 'bomb':
      return 'Tệp nén bất thường: khi mở ra lớn hơn rất nhiều so với khi gửi. Hệ thống không nhận tệp này.';
    case 'storage_full':
      return 'Kho lưu trữ của hệ thống đã đầy nên chưa lưu được tệp. Hãy báo quản trị viên; nội dung đã nhập vẫn được giữ.';
  }
}

export function formText(refusal: FormRefusal): string {
  switch (refusal.kind) {
    case 'body_too_large':
      return `Tổng dung lượng gửi lên lớn hơn ${sizeText(refusal.limit)}. Hãy gửi ít tệp hơn trong một lần.`;
    case 'file_too_large':
      return `Có tệp lớn hơn ${sizeText(refusal.limit)}. Hãy chọn tệp nhỏ hơn.`;
    case 'field_too_long':
      return `Một ô nhập có nội dung dài hơn ${sizeText(refusal.limit)}. Hãy rút gọn nội dung.`;
    case 'too_many_parts':
      return `Biểu mẫu gửi lên có nhiều hơn ${refusal.limit} mục. Hãy chia làm nhiều lần gửi.`;
    case 'broken_utf8_field':
      return 'Chữ gửi lên bị lỗi mã hóa. Hãy tải lại trang rồi nhập lại; nếu vẫn lỗi, hãy dùng trình duyệt khác.';
    case 'malformed_form':
      return 'Dữ liệu gửi lên chưa trọn vẹn, có thể do mất kết nối. Hãy tải lại trang và gửi lại.';
  }
}

function extensionText(extension: string, type: FileType): string {
  const right = fileTypes[type].extensions.map((each) => `.${each}`).join(' hoặc ');
  const now = extension ? `có đuôi .${extension}` : 'không có đuôi';
  return `Tên tệp ${now} nhưng nội dung là ${typeNames[type]}. Hãy kiểm tra lại; nếu đúng tệp, hãy đổi đuôi thành ${right}.`;
}

function adviceFor(found: ForeignType): string {
  switch (found) {
    case 'old_office':
    case 'rtf':
      return 'Hãy mở tệp và lưu lại ở dạng mới (.docx, .xlsx, .pptx) hoặc PDF. ';
    case 'zip':
    case 'archive':
      return 'Hãy giải nén và gửi từng tệp bên trong. ';
    case 'eml':
      return 'Hãy in thư ra PDF rồi gửi. ';
    case 'svg':
    case 'media':
      return 'Hãy chuyển sang ảnh PNG hoặc JPEG. ';
    case 'html':
    case 'xml':
      return 'Hãy in trang ra PDF rồi gửi. ';
    case 'empty':
    case 'program':
    case 'binary':
      return '';
  }
}

/** Of the many refusals a page may meet, those that speak of a file that was chosen. */
export function isIntakeRefusal(refusal: Refusal): refusal is IntakeRefusal {
  return refusal.kind in intakeKinds;
}

const intakeKinds: Readonly<Record<IntakeRefusal['kind'], true>> = {
  empty_file: true,
  file_too_large: true,
  type_not_accepted: true,
  extension_disagrees: true,
  macro: true,
  broken_utf8: true,
  wrong_encoding: true,
  damaged: true,
  encrypted: true,
  bomb: true,
  storage_full: true,
};
