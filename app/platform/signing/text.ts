/** Words of signatures: in trial certificates, on plain marks, and what a person reads of a verification. */
import type { SigningRefusal } from './signer.ts';
import type { Hazard, PdfUnreadable, SignatureCaution, SignatureFault } from './verdict.ts';

export const signingText = {
  trial: 'Chứng thư thử nghiệm, không có giá trị pháp lý',
  authority: 'Cơ quan chứng thực thử nghiệm của phần mềm',
  stamper: 'Dịch vụ cấp dấu thời gian thử nghiệm',
} as const;

export const faultText: Readonly<Record<SignatureFault, string>> = {
  changed: 'nội dung đã bị thay đổi sau khi ký',
  range_broken: 'phạm vi ký không khớp với tệp',
  signature_wrong: 'chữ ký không đúng với chứng thư, hoặc không đọc được',
  certificate_not_bound: 'chữ ký không gắn với chứng thư của người ký',
  weak: 'thuật toán không còn được coi là an toàn',
  changed_since: 'sau khi ký, tệp còn bị thêm hoặc sửa nội dung khác',
  expired: 'chứng thư đã hết hạn khi ký',
  not_yet_valid: 'chứng thư chưa có hiệu lực khi ký',
  not_for_signing: 'chứng thư không dùng để ký văn bản',
  untrusted: 'không do cơ quan chứng thực được hệ thống tin cậy cấp',
  revoked: 'chứng thư đã bị thu hồi trước khi ký (hoặc không chứng minh được là ký trước khi bị thu hồi)',
  stamp_wrong: 'dấu thời gian không đúng',
  stamp_untrusted: 'dấu thời gian không do dịch vụ được tin cậy cấp',
};

export const cautionText: Readonly<Record<SignatureCaution, string>> = {
  revocation_unknown:
    'không kiểm tra được chứng thư có bị thu hồi hay không (không có danh sách thu hồi, câu trả lời OCSP nào để đối chiếu)',
  revoked_since: 'chứng thư bị thu hồi sau khi ký: chữ ký này vẫn có giá trị, chứng thư không ký được văn bản mới',
  no_stamp: 'không có dấu thời gian: thời điểm ký chỉ theo máy của người ký',
  trial: 'chứng thư thử nghiệm, không có giá trị pháp lý',
};

export const hazardText: Readonly<Record<Hazard, string>> = {
  script: 'mã chạy tự động (JavaScript)',
  launch: 'lệnh mở chương trình khác',
  embedded_file: 'tệp đính kèm bên trong',
  media: 'nội dung đa phương tiện',
  opens_by_itself: 'việc tự thực hiện khi mở',
};

export function unreadableText(why: PdfUnreadable): string {
  switch (why.kind) {
    case 'pdf_too_large':
      return `Tệp lớn hơn ${Math.floor(why.limit / 1024 / 1024)} MB nên không kiểm tra được ở đây.`;
    case 'not_a_pdf':
      return 'Tệp không phải là PDF. Chọn đúng tệp văn bản điện tử có đuôi .pdf.';
    case 'pdf_malformed':
      return 'Tệp PDF bị hỏng, không đọc được. Tải lại văn bản từ nơi gửi rồi thử lại.';
    case 'pdf_encrypted':
      return 'Tệp PDF có khóa mật khẩu nên không kiểm tra được. Văn bản do hệ thống ban hành không đặt mật khẩu.';
    case 'pdf_too_heavy':
      return 'Tệp PDF có cấu trúc bất thường, kiểm tra quá lâu nên hệ thống dừng lại. Văn bản do hệ thống ban hành không như vậy.';
  }
}

export function signingRefusalText(refusal: SigningRefusal): string {
  switch (refusal.kind) {
    case 'signing_unavailable':
      return refusal.what === 'signer'
        ? 'Dịch vụ ký số chưa trả lời. Văn bản và số đã lấy được giữ nguyên; hệ thống sẽ thử lại, hoặc bấm “Ký tiếp”.'
        : 'Dịch vụ cấp dấu thời gian chưa trả lời. Văn bản và số đã lấy được giữ nguyên; hệ thống sẽ thử lại, hoặc bấm “Ký tiếp”.';
    case 'signature_not_for_this':
      return 'Tệp nhận lại không phải bản đã đưa ra để ký, hoặc đã bị thêm nội dung. Tải lại bản chờ ký, ký đúng bản đó rồi nộp lại.';
    case 'signature_wrong':
      return `Chữ ký không được chấp nhận: ${becauseText(refusal.because)}.`;
    case 'signature_too_large':
      return 'Chữ ký lớn hơn chỗ dành sẵn trong tệp (16 kB). Ký không kèm toàn bộ chuỗi chứng thư rồi nộp lại.';
  }
}

function becauseText(because: string): string {
  const known: Readonly<Record<string, string>> = { ...faultText, ...hazardText };
  return known[because] ?? because;
}
