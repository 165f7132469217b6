/** The words of the API over pledges. */
import type { PledgeProblem } from './pledge.ts';

export const pledgesApiText = {
  tag: 'Đăng ký chỉ tiêu',
  list: 'Đăng ký chỉ tiêu thi đua được xem của chủ khóa',
  about:
    'Đăng ký đã tiếp nhận: mọi người có khóa. Đăng ký chưa tiếp nhận: người của đơn vị và nơi tiếp nhận. Theo một ngày (knownOn): chỉ những đăng ký đã tiếp nhận đến hết ngày đó và chưa bị thay.',
  found: 'Một trang đăng ký theo tên đơn vị; total là tổng số',
  enter: 'Đăng ký một hay nhiều chỉ tiêu thi đua, tất cả hoặc không gì cả',
  enterAbout:
    'Tối đa 500 dòng. Mỗi dòng gắn với một chỉ tiêu, một đề án, hoặc một nội dung của đề án. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không tạo thêm. Có submit thì gửi luôn, cần thêm phạm vi pledges:read.',
  entered: 'Đăng ký đã lưu, theo thứ tự gửi lên',
  query: {
    year: 'Năm',
    scheme: 'Mã đề án',
    indicator: 'Mã chỉ tiêu',
    stage: 'Bước',
  },
  fields: {
    id: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    unit: 'Mã đơn vị',
    criterion: 'Mã nội dung, tiêu chí của đề án',
    wording: 'Nội dung đăng ký',
    value: 'Mức đăng ký; bắt buộc khi gắn với chỉ tiêu',
    unitOfMeasure: 'Đơn vị tính; với chỉ tiêu thì theo chỉ tiêu',
    stage: 'draft: bản nháp; submitted: chờ tiếp nhận; accepted: đã tiếp nhận; returned: bị trả lại; withdrawn: đã rút',
  },
  notThere: 'Không có chỉ tiêu, đề án hoặc nội dung này, hoặc nội dung không thuộc đề án đã nêu.',
  secret: 'Đề án này xử lý theo quy định về bảo vệ bí mật nhà nước; không đăng ký trên hệ thống.',
  year: 'Năm phải từ 2000 đến 2100.',
  open: (id: string) => `Đơn vị đã có đăng ký đang làm cho năm và nội dung này (id ${id}).`,
  accepted: (id: string) => `Đăng ký của năm và nội dung này đã được tiếp nhận (id ${id}); chỉ có thể điều chỉnh.`,
  other: 'id này đã dùng cho một đăng ký khác, hoặc đăng ký đã được sửa sau lần gửi trước.',
  submitNeedsRead: 'Gửi luôn cần khóa có cả phạm vi pledges:read.',
  rows: (wrong: number, all: number) => `${wrong} trong ${all} dòng chưa đúng. Không có gì được lưu.`,
} as const;

export function pledgeProblemText(problem: PledgeProblem): string {
  switch (problem.kind) {
    case 'number_empty':
      return 'Chưa có mức đăng ký.';
    case 'number_unreadable':
    case 'number_ambiguous':
      return 'Không phải là số.';
    case 'wording_missing':
      return 'Chưa có nội dung đăng ký.';
    case 'too_long':
      return `Dài quá. Tối đa ${problem.limit} ký tự.`;
    case 'unit_missing':
      return 'Có mức đăng ký thì cần đơn vị tính.';
    case 'outside':
      return `Mức đăng ký phải ${[problem.min !== null && `từ ${problem.min}`, problem.max !== null && `đến ${problem.max}`].filter(Boolean).join(' ')}.`;
  }
}
