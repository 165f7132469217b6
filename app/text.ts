/** Words of the frame around every page and of the pages that say what went wrong. */
import type { FaultCause } from './features/identity/parked/told-fault.ts';
import { scopeNames } from './features/identity/routes/text.ts';
import type { Scope } from './kernel/actor.ts';

export const areaNames = {
  work: 'Việc của tôi',
  overview: 'Tổng quan',
  indicators: 'Chỉ tiêu',
  schemes: 'Đề án',
  units: 'Đơn vị',
  entry: 'Nhập số liệu',
  review: 'Duyệt số liệu',
  movements: 'Phong trào thi đua',
  rounds: 'Kỳ báo cáo',
  pledges: 'Đăng ký chỉ tiêu',
  plans: 'Kế hoạch',
  movementYear: 'Năm phong trào',
  coverage: 'Thực hiện cam kết',
  initiatives: 'Sáng kiến, mô hình',
  inspections: 'Kiểm tra, giám sát',
  urging: 'Đôn đốc',
  secrecy: 'Văn bản theo chế độ mật',
  targets: 'Giao chỉ tiêu',
  consolidation: 'Báo cáo tổng hợp',
  snapshots: 'Số liệu chốt',
  blocks: 'Khối, cụm thi đua',
  criteria: 'Bộ tiêu chí',
  scoring: 'Chấm điểm thi đua',
  commendation: 'Khen thưởng',
  dossiers: 'Hồ sơ khen thưởng',
  appraisal: 'Thẩm định',
  council: 'Hội đồng',
  decisions: 'Quyết định',
  register: 'Sổ khen thưởng',
  library: 'Thư viện văn bản',
  administration: 'Quản trị',
} as const;

/** The headings of the side list. */
export const areaGroupNames = {
  watch: 'Theo dõi',
  movement: 'Phong trào',
  reporting: 'Số liệu, báo cáo',
  checking: 'Kiểm tra, đôn đốc',
  evaluation: 'Chấm điểm, xếp hạng',
  commendation: 'Khen thưởng',
  papers: 'Văn bản, hệ thống',
} as const;

/** What stands behind the door "Khen thưởng": its name and what one does there. */
export const commendationDoorText = {
  dossiers: { title: 'Hồ sơ đề nghị', note: 'Lập, trình và theo dõi hồ sơ đề nghị khen thưởng.' },
  qualified: { title: 'Đủ tiêu chuẩn, chưa đề nghị', note: 'Những ai đã đủ tiêu chuẩn mà chưa có trong hồ sơ nào.' },
  leaders: {
    title: 'Đơn vị dẫn đầu cụm, khối',
    note: 'Theo kết quả chấm điểm đã chốt: vì sao dẫn đầu, đạt tiêu chuẩn cờ thi đua chưa.',
  },
  appraisal: { title: 'Thẩm định', note: 'Tiếp nhận, thẩm định, lấy ý kiến, đưa ra Hội đồng.' },
  council: { title: 'Hội đồng', note: 'Thành viên, phiên họp, bỏ phiếu, biên bản.' },
  decisions: { title: 'Quyết định', note: 'Dự thảo, ký số, vào số, công bố quyết định.' },
  centre: { title: 'Trình Trung ương', note: 'Gói hồ sơ gửi đi và kết quả nhận về.' },
  register: { title: 'Sổ khen thưởng', note: 'Cá nhân, tập thể, hộ gia đình và những gì đã được tặng.' },
  levels: { title: 'Xếp loại cá nhân', note: 'Mức hoàn thành nhiệm vụ trong năm của từng người, theo đơn vị.' },
  certificates: { title: 'Bằng, giấy chứng nhận', note: 'In bằng, số vào sổ vàng, mẫu bằng.' },
  fund: { title: 'Quỹ và tiền thưởng', note: 'Mức thưởng theo quyết định, thu chi của quỹ.' },
  revocations: { title: 'Hủy bỏ quyết định', note: 'Đề nghị hủy bỏ, thu hồi hiện vật và tiền thưởng.' },
  complaints: { title: 'Khiếu nại, tố cáo', note: 'Đơn về khen thưởng và thời hạn giải quyết.' },
  verification: { title: 'Xác minh bằng, quyết định', note: 'Kiểm tra thật, giả bằng số, mã hoặc tệp PDF.' },
  publicLists: { title: 'Lấy ý kiến Nhân dân', note: 'Danh sách đang công khai và gửi ý kiến.' },
  whereIs: { title: 'Tra cứu tình trạng hồ sơ', note: 'Hồ sơ đang ở bước nào, theo mã hồ sơ.' },
  published: { title: 'Quyết định đã công bố', note: 'Ai được tặng gì, theo quyết định nào.' },
  results: { title: 'Kết quả thi đua', note: 'Hạng, xếp loại của các đơn vị trong khối, cụm, đã công bố.' },
  statistics: { title: 'Thống kê khen thưởng', note: 'Theo hình thức, cấp, đối tượng, địa bàn, thời gian.' },
  awards: { title: 'Danh mục và quy định', note: 'Danh hiệu, hình thức, tiêu chuẩn, căn cứ của từng quy định.' },
} as const;

export const commendationText = {
  title: 'Khen thưởng',
  lead: 'Từ đề nghị của đơn vị đến tấm bằng mà ai cũng kiểm tra được.',
  rooms: {
    way: 'Đường đi của hồ sơ',
    after: 'Sau quyết định',
    anybody: 'Dành cho mọi người',
    basis: 'Căn cứ',
  },
} as const;

export const rootText = {
  product: 'Thi đua',
  term: (from: number, to: number) => `${from}–${to}`,
  account: 'Tài khoản của tôi',
  messages: (unread: number) => (unread > 0 ? `Tin nhắn (${unread} chưa đọc)` : 'Tin nhắn'),
  waiting: 'Chờ gửi trên máy này',
  help: 'Trợ giúp',
  directive: 'Nguyên văn chỉ thị',
  referencePlace: '{{số tham chiếu}}',
  titleOf: (page: string, product: string) => `${page} · ${product}`,
} as const;

export const errorText = {
  404: {
    title: 'Không tìm thấy trang này',
    lead: 'Địa chỉ có thể đã đổi, hoặc nội dung không thuộc phạm vi được xem của ông/bà. Hãy tìm ở ô phía trên, hoặc về trang Tổng quan.',
  },
  403: {
    title: 'Ông/bà chưa được giao vai trò để mở trang này',
    lead: 'Nếu cần làm việc ở đây, hãy liên hệ người quản trị hệ thống của đơn vị để được giao vai trò.',
  },
  405: {
    title: 'Trang này không nhận yêu cầu như vậy',
    lead: 'Hãy quay lại trang trước và thử lại.',
  },
  reference: 'Nếu vẫn không được, hãy báo người quản trị kèm số tham chiếu:',
  refused: 'Không nhận được nội dung vừa gửi',
  home: 'Về trang Tổng quan',
} as const;

type SaidFault = { readonly title: string; readonly lead: string; readonly leadUnsaved: string };

/** By what was found to be wrong; `leadUnsaved` where what was typed stands below. */
export const faultText: Readonly<Record<FaultCause, SaidFault>> = {
  database_away: {
    title: 'Chưa kết nối được cơ sở dữ liệu',
    lead: 'Hệ thống đang tự kết nối lại. Hãy đợi ít phút rồi tải lại trang.',
    leadUnsaved:
      'Hệ thống đang tự kết nối lại. Nội dung vừa gửi vẫn còn ở dưới đây: hãy đợi ít phút rồi gửi lại, đừng đóng trang này.',
  },
  disk_full: {
    title: 'Máy chủ đã hết chỗ lưu',
    lead: 'Việc vừa làm chưa được lưu. Hãy báo người quản trị giải phóng chỗ trống rồi làm lại.',
    leadUnsaved:
      'Nội dung vừa gửi chưa được lưu và vẫn còn ở dưới đây: hãy báo người quản trị giải phóng chỗ trống rồi gửi lại, đừng đóng trang này.',
  },
  other: {
    title: 'Hệ thống gặp trục trặc',
    lead: 'Việc vừa làm có thể chưa được lưu. Hãy quay lại trang trước, kiểm tra rồi thử lại.',
    leadUnsaved:
      'Nội dung vừa gửi có thể chưa được lưu và vẫn còn ở dưới đây. Hãy mở lại trang nhập trong cửa sổ khác để kiểm tra, rồi gửi lại.',
  },
};

/** The page about the API. */
export const apiText = {
  tag: 'Mô tả API',
  openApi: 'Mô tả API theo OpenAPI 3.1',
  openApiFound: 'Tài liệu OpenAPI',
  title: 'API: lấy và gửi số liệu bằng phần mềm',
  lead: 'Dành cho đơn vị có phần mềm riêng. Đọc chỉ tiêu, đề án, đơn vị không cần đăng nhập; số liệu, đăng ký, kế hoạch, báo cáo, sáng kiến, kiểm tra, nhiệm vụ phải làm cần khóa API.',
  base: 'Địa chỉ gốc',
  description: 'Mô tả đầy đủ (OpenAPI 3.1)',
  token: 'Khóa API',
  tokenPage: 'Tài khoản của tôi',
  tokenHow: 'Tạo và thu hồi ở trang',
  tokenSent: 'Gửi ở tiêu đề Authorization: Bearer.',
  example: 'Ví dụ',
  parameters: (count: number) => `Tham số (${count})`,
  table: 'Bảng CSV',
  tableHow: 'Thêm tiêu đề Accept: text/csv ở các địa chỉ có ghi CSV.',
  errors: 'Lỗi',
  errorsHow: 'Theo RFC 9457 (application/problem+json), kèm chỗ sai trong mục errors.',
  columns: { what: 'Việc', address: 'Địa chỉ', who: 'Ai được gọi', forms: 'Dạng trả về' },
  everybody: 'Mọi người',
  anyToken: 'Có khóa API',
  scope: (scope: Scope) => `Khóa có phạm vi “${scopeNames[scope]}” (${scope})`,
  problemTitle: (title: string) => `Lỗi của API: ${title}`,
  status: 'Mã trạng thái HTTP',
  kind: 'Địa chỉ loại lỗi',
  meaning: 'Nghĩa là',
  back: 'Trang API',
} as const;
