/** What the API says when it cannot do what was asked, and the words of its description. */
import type { ProblemKind } from './problem.ts';

type Said = { readonly title: string; readonly detail: string };

export const problemText: Readonly<Record<ProblemKind, Said>> = {
  malformed_request: {
    title: 'Yêu cầu không đọc được',
    detail: 'Địa chỉ hoặc tiêu đề của yêu cầu bị hỏng. Hãy kiểm tra lại cách gửi.',
  },
  malformed_body: {
    title: 'Nội dung không phải JSON hợp lệ',
    detail: 'Nội dung gửi lên không đọc được dưới dạng JSON. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy.',
  },
  broken_text: {
    title: 'Chữ gửi lên bị lỗi mã hóa',
    detail: 'Nội dung phải là UTF-8 và không chứa ký tự rỗng. Hãy mã hóa lại rồi gửi.',
  },
  invalid_query: {
    title: 'Tham số không hợp lệ',
    detail: 'Có tham số trong địa chỉ không đúng. Xem từng tham số ở mục errors.',
  },
  unauthorized: {
    title: 'Chưa xác thực',
    detail:
      'Cần khóa API còn hiệu lực ở tiêu đề Authorization: Bearer. Khóa được tạo ở trang Tài khoản của tôi; khóa sai, hết hạn hoặc đã thu hồi đều bị từ chối.',
  },
  not_scoped: {
    title: 'Khóa API không có phạm vi này',
    detail: 'Khóa API không có phạm vi để thực hiện việc đã yêu cầu. Hãy tạo khóa có phạm vi cần dùng.',
  },
  not_allowed: {
    title: 'Không được phép',
    detail: 'Chủ khóa API chưa được giao vai trò để thực hiện việc này.',
  },
  not_there: {
    title: 'Không tìm thấy',
    detail: 'Không có nội dung này, hoặc nội dung không thuộc phạm vi được xem của người hỏi.',
  },
  method_not_allowed: {
    title: 'Địa chỉ này không nhận phương thức đó',
    detail: 'Xem các phương thức được nhận ở tiêu đề Allow.',
  },
  not_acceptable: {
    title: 'Không có định dạng được yêu cầu',
    detail: 'Tiêu đề Accept không nhận định dạng nào mà địa chỉ này có. Hãy dùng application/json.',
  },
  conflict: {
    title: 'Xung đột với nội dung hiện có',
    detail: 'Nội dung đã thay đổi hoặc đã có trước đó. Hãy đọc lại rồi gửi lại.',
  },
  names_secret: {
    title: 'Nội dung thuộc phạm vi bảo vệ bí mật nhà nước',
    detail:
      'Có phần nêu nội dung thực hiện theo quy định về bảo vệ bí mật nhà nước nên không được nhận. Xem từng phần ở mục errors.',
  },
  too_large: {
    title: 'Nội dung gửi lên quá lớn',
    detail: 'Hãy chia nội dung thành nhiều lần gửi.',
  },
  unsupported_media: {
    title: 'Không nhận loại nội dung này',
    detail: 'Chỉ nhận application/json, không nén, mã UTF-8.',
  },
  invalid_body: {
    title: 'Nội dung có chỗ chưa đúng',
    detail: 'Không có gì được lưu. Xem từng chỗ ở mục errors.',
  },
  refused: {
    title: 'Không thực hiện được',
    detail: 'Yêu cầu không phù hợp với quy định của nghiệp vụ. Không có gì được lưu.',
  },
  too_many: {
    title: 'Quá nhiều yêu cầu',
    detail: 'Quá nhiều yêu cầu trong một phút. Hãy đợi theo số giây ở tiêu đề Retry-After rồi thử lại.',
  },
  fault: {
    title: 'Hệ thống gặp trục trặc',
    detail: 'Hãy thử lại. Nếu vẫn không được, hãy báo người quản trị kèm số tham chiếu ở mục reference.',
  },
  unavailable: {
    title: 'Hệ thống tạm thời chưa phục vụ được',
    detail: 'Chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít giây.',
  },
};

type Issue = {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  readonly inclusive?: boolean;
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'chuỗi ký tự',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'đối tượng',
  null: 'null',
};

const formatWords: Readonly<Record<string, string>> = {
  date: 'ngày dạng 2026-12-31',
  uuid: 'UUID',
  guid: 'UUID',
};

/** What a schema found wrong in one place, as a sentence. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Thiếu mục này.'
        : `Phải là ${typeWords[issue.expected ?? ''] ?? 'kiểu khác'}.`;
    case 'invalid_value':
      return `Phải là một trong: ${(issue.values ?? []).map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Có mục không được nhận: ${(issue.keys ?? []).join(', ')}.`;
    case 'invalid_format':
      return `Không đúng dạng${formatWords[issue.format ?? ''] ? `: cần ${formatWords[issue.format ?? '']}` : ''}.`;
    case 'too_small':
      return sizeText(issue.origin, 'ít nhất', issue.minimum);
    case 'too_big':
      return sizeText(issue.origin, 'nhiều nhất', issue.maximum);
    case undefined:
    default:
      return 'Giá trị không hợp lệ.';
  }
}

function sizeText(origin: string | undefined, way: string, limit: number | bigint | undefined): string {
  if (origin === 'string') return `Phải có ${way} ${limit} ký tự.`;
  if (origin === 'array') return `Phải có ${way} ${limit} mục.`;
  return way === 'ít nhất' ? `Không được nhỏ hơn ${limit}.` : `Không được lớn hơn ${limit}.`;
}

export const openApiText = {
  title: 'API của hệ thống thi đua',
  about:
    'Đọc chỉ tiêu, đề án, đơn vị không cần đăng nhập; số liệu, đăng ký chỉ tiêu, kế hoạch, báo cáo, sáng kiến, kiểm tra, nhiệm vụ phải làm bằng khóa API tạo ở trang Tài khoản của tôi. Lỗi theo RFC 9457. Bảng CSV: Accept: text/csv.',
  token: 'Khóa API có phạm vi, thu hồi được, tạo ở trang Tài khoản của tôi.',
  problem: 'Lỗi theo RFC 9457',
  notModified: 'Nội dung không đổi so với ETag đã gửi',
  code: 'Mã như trong danh sách',
  id: 'id như trong danh sách',
  limit: 'Số dòng mỗi trang',
  page: 'Trang, bắt đầu từ 1',
  knownOn: 'Như đã biết đến hết ngày này (2026-12-31). Bỏ trống: hiện nay.',
  future: 'Ngày này chưa đến. Nêu ngày hôm nay hoặc trước đó.',
  ngay: 'Như knownOn, theo cách viết trên các trang.',
  key: 'Khóa do người gửi đặt: gửi lại cùng khóa và cùng nội dung thì không tạo thêm gì.',
} as const;

export const sentText = {
  keyWrong: 'Idempotency-Key phải có từ 8 đến 200 ký tự.',
  idTwice: 'id này đã có ở một dòng phía trên.',
} as const;
