/** Words of certificates, their layouts and the verification that anybody can ask for. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PrintRefusal } from '../../platform/print/refusals.ts';
import { pdfOnlyText } from '../../platform/print/text.ts';
import type { PdfVerdict, SignatureVerdict } from '../../platform/signing/verdict.ts';
import { cautionText, faultText, hazardText, unreadableText } from '../../platform/signing/text.ts';
import { dateText } from '../../ui/moment.ts';
import { awardNameOn } from '../awards/text.ts';
import type { CertificateRow } from './certificate.server.ts';
import type { FileAnswer } from './checking.server.ts';
import type { Fact, LayoutWrong, LineKey } from './layout.ts';

const n = (count: number) => formatVietnamese(count);

export const certificatesText = {
  title: 'Bằng, giấy chứng nhận',
  lead: 'Mỗi khen thưởng theo quyết định đã ban hành có một bằng với số sổ vàng và mã kiểm tra. In trên giấy trắng, hoặc chỉ in phần thay đổi lên phôi.',
  name: 'Họ tên, tập thể',
  unit: 'Đơn vị',
  award: 'Danh hiệu, hình thức',
  decision: 'Quyết định',
  golden: 'Số sổ vàng',
  code: 'Mã kiểm tra',
  state: 'Tình trạng',
  valid: 'Có hiệu lực',
  print: 'In',
  printOne: 'In bằng',
  printBlank: 'In lên phôi',
  printAll: (count: number) => `In cả ${n(count)} bằng`,
  printAllBlank: 'In cả danh sách lên phôi',
  search: 'Tìm theo tên hoặc số quyết định',
  none: 'Chưa có bằng nào.',
  noneWhy: 'Bằng được lập ngay khi quyết định được ban hành.',
  layouts: 'Mẫu bằng',
  revoked: (on: string, by: string | null) =>
    `Đã hủy bỏ từ ${dateText(on)} theo Quyết định số ${by ?? '(chưa ghi số)'}`,
} as const;

export const lineText: Readonly<Record<LineKey, string>> = {
  nation: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  decider: 'Người quyết định',
  giving: 'Chữ “Tặng”',
  award: 'Tên danh hiệu, hình thức',
  name: 'Người, tập thể được tặng',
  place: 'Chức vụ, đơn vị',
  merit: 'Thành tích',
  decision: 'Số, ngày quyết định',
  golden: 'Số sổ vàng',
  dated: 'Địa danh, ngày',
  office: 'Chức vụ người ký',
  signer: 'Họ tên người ký',
  extra: 'Dòng thêm',
};
export const factText: Readonly<Record<Fact, string>> = {
  'nguoi-quyet-dinh': 'chức vụ người quyết định',
  tang: 'tặng, tặng danh hiệu, truy tặng',
  'danh-hieu': 'tên danh hiệu, hình thức',
  ten: 'họ tên, tên tập thể',
  'don-vi': 'chức vụ, đơn vị',
  'thanh-tich': 'thành tích',
  'so-quyet-dinh': 'số quyết định',
  'ngay-quyet-dinh': 'ngày quyết định',
  'so-vang': 'số sổ vàng',
  'dia-danh-ngay': 'địa danh, ngày',
  'chuc-vu': 'chức vụ người ký',
  'nguoi-ky': 'họ tên người ký',
  ma: 'mã kiểm tra',
};

export const layoutText = {
  title: 'Mẫu bằng',
  lead: 'Mỗi dòng có chữ, vị trí tính bằng mm từ góc trên bên trái tờ A4 ngang, cỡ và màu chữ. Sửa là thêm một bản mới; bản cũ giữ nguyên.',
  isDefault:
    'Đang dùng mẫu mặc định của phần mềm, dựng theo Điều 104 Nghị định 98/2023/NĐ-CP (đã hết hiệu lực; chưa tìm được văn bản thay thế). Chưa được tỉnh xác nhận.',
  edition: (edition: number) => `Bản ${n(edition)}`,
  which: 'Mẫu cho',
  line: 'Dòng trên bằng',
  all: 'Mọi danh hiệu, hình thức chưa có mẫu riêng',
  facts: 'Viết tên trong ngoặc nhọn để hệ thống điền:',
  frame: 'Kẻ khung',
  codeX: 'Ô mã: cách trái (mm)',
  codeY: 'Ô mã: cách trên (mm)',
  codeSize: 'Ô mã: cạnh (mm)',
  offsetX: 'Phôi: dời sang phải (mm)',
  offsetY: 'Phôi: dời xuống (mm)',
  text: 'Chữ',
  x: 'Cách trái',
  y: 'Cách trên',
  width: 'Rộng',
  size: 'Cỡ chữ',
  align: 'Canh',
  colour: 'Màu',
  bold: 'Đậm',
  italic: 'Nghiêng',
  capitals: 'Hoa',
  preprinted: 'Có sẵn trên phôi',
  aligns: { left: 'Trái', center: 'Giữa', right: 'Phải' },
  colours: { black: 'Đen', red: 'Đỏ', blue: 'Xanh', gold: 'Vàng' },
  save: 'Lưu bản mới',
  open: 'Mở',
  preview: 'Xem thử (PDF)',
  saved: 'Đã lưu bản mới của mẫu bằng.',
  sampleName: 'Nguyễn Văn Mẫu',
  problem: {
    not_a_number: 'Nhập số, ví dụ 22,5.',
    out_of_range: 'Ngoài khổ giấy hoặc ngoài mức cho phép.',
    unknown_fact: 'Tên trong ngoặc nhọn không có trong danh sách.',
    too_long: 'Dài quá 300 ký tự.',
  } satisfies Readonly<Record<LayoutWrong['problems'][number]['problem'], string>>,
} as const;

export const verifyText = {
  title: 'Kiểm tra quyết định, bằng khen thưởng',
  lead: 'Nhập mã trên bằng, quét mã QR, nhập số quyết định hoặc số sổ vàng, hoặc gửi tệp PDF. Không cần đăng nhập. Tệp gửi lên chỉ dùng để kiểm tra, không được lưu.',
  code: 'Mã kiểm tra, số quyết định hoặc số sổ vàng',
  codeHint: 'Ví dụ: ABCDE-23456, 12/QĐ-UBND, 5/2026',
  look: 'Kiểm tra',
  file: 'Tệp PDF của quyết định hoặc bằng',
  fileLegend: 'Kiểm tra bằng tệp',
  send: 'Kiểm tra tệp',
  noFile: 'Chọn một tệp PDF.',
  tooMany: (minutes: number) => `Kiểm tra quá nhiều lần. Thử lại sau ${n(minutes)} phút.`,
  unknownTitle: 'Không tìm thấy',
  unknown:
    'Không có quyết định, bằng nào đã ban hành trong hệ thống với mã hoặc số này. Kiểm tra lại từng ký tự; bằng cấp trước khi dùng hệ thống không có mã.',
  genuine: 'Thật',
  genuineWhat: 'Bằng này có trong hệ thống và đang có hiệu lực.',
  revokedTitle: 'Đã bị hủy bỏ',
  notSealedWhat: 'So từng chữ trên bằng với nội dung dưới đây; khác một chữ là bằng đã bị sửa.',
  number: 'Số quyết định',
  day: 'Ngày quyết định',
  issuer: 'Cơ quan ban hành',
  attached: 'Tệp kèm theo',
  people: 'Số người, tập thể được tặng',
  revokedOf: (count: number) => `${n(count)} trường hợp trong đó đã bị hủy bỏ`,
  given: 'Người, tập thể được tặng',
  unit: 'Đơn vị',
  award: 'Danh hiệu, hình thức',
  merit: 'Thành tích',
  golden: 'Số sổ vàng',
  masked: 'Tên viết tắt vì chỉ có số; nhập mã trên bằng để xem đầy đủ.',
  openDecision: 'Xem quyết định đã công bố',
  revokes: 'Hủy bỏ',
  revokesWhat: (number: string, on: string) => `Quyết định khen thưởng số ${number} ngày ${dateText(on)}`,
  restored: 'Đã phục hồi',
  restoredBy: (number: string, on: string) => `theo Quyết định, bản án số ${number} ngày ${dateText(on)}`,
  maskedHolder: 'Tên cá nhân, hộ gia đình viết tắt.',
  carry: 'Dành cho người được tặng',
  carryWhat:
    'Chứng chỉ số theo chuẩn Open Badges 3.0 (W3C Verifiable Credential), có chữ ký của hệ thống, dùng được ở nơi khác.',
  carryJwt: 'Tải chứng chỉ số (JWT)',
  signatures: 'Chữ ký trong tệp',
  signer: 'Người ký',
  at: 'Thời điểm ký',
  result: 'Kết quả',
  sound: 'Hợp lệ',
  wrong: 'Không hợp lệ',
  hazards: (what: string) => `Tệp có ${what}. Không nên mở tệp này.`,
} as const;

export function fileAnswerTitle(answer: FileAnswer): string {
  switch (answer.kind) {
    case 'issued':
      return answer.decision.of === 'award' && answer.decision.revoked > 0
        ? 'Thật, có trường hợp đã bị hủy bỏ'
        : 'Thật';
    case 'certificate':
      return 'Thật';
    case 'not_issued':
      return 'Chưa phải bản ban hành';
    case 'changed':
      return 'Đã bị sửa';
    case 'foreign':
      return answer.isSound ? 'Không do hệ thống này ban hành' : 'Không hợp lệ';
    case 'unsigned':
      return 'Không xác định được';
    case 'unreadable':
      return 'Không đọc được';
  }
}

export function fileAnswerText(answer: FileAnswer): string {
  switch (answer.kind) {
    case 'issued':
      return answer.annex === undefined
        ? 'Tệp này giống từng byte với quyết định đã ban hành.'
        : `Tệp này giống từng byte với tệp “${answer.annex}” ban hành kèm theo quyết định.`;
    case 'certificate':
      return 'Tệp này giống từng byte với tệp bằng do hệ thống in ra.';
    case 'not_issued':
      return 'Tệp do hệ thống tạo ra nhưng chưa đủ chữ ký, hoặc quyết định chưa được ban hành. Không có giá trị như bản ban hành.';
    case 'changed':
      return `Tệp là bản sao của ${answer.annex === undefined ? '' : `tệp “${answer.annex}” kèm theo `}Quyết định số ${answer.decision.number} nhưng đã bị sửa, thêm hoặc thiếu nội dung.${answer.decision.of === 'award' ? ' Tải bản đúng ở trang công bố.' : ''}`;
    case 'foreign':
      return answer.isSound
        ? 'Chữ ký trong tệp hợp lệ, nhưng văn bản không có trong hệ thống này.'
        : 'Chữ ký trong tệp không hợp lệ hoặc không kiểm tra được, và văn bản không có trong hệ thống này.';
    case 'unsigned':
      return 'Tệp không có chữ ký số và không phải tệp do hệ thống in ra. Nếu là bản chụp của bằng, nhập mã kiểm tra ghi trên bằng.';
    case 'unreadable':
      return unreadableText(answer.why);
  }
}

export function signatureResult({ faults, cautions }: SignatureVerdict): string {
  const said = [...faults.map((each) => faultText[each]), ...cautions.map((each) => cautionText[each])].join('; ');
  const first = faults.length === 0 ? verifyText.sound : verifyText.wrong;
  return said === '' ? `${first}.` : `${first}: ${said}.`;
}

export const hazardsText = ({ hazards }: PdfVerdict) => hazards.map((each) => hazardText[each]).join(', ');

/** What the credential says in words. */
export function credentialText({ awardCode, content, decisionNumber, decidedOn, posthumous }: CertificateRow) {
  return {
    merit: `${posthumous ? 'Truy tặng' : 'Tặng'} ${awardNameOn(awardCode, decidedOn)}: ${content.merit}`,
    decision: `Quyết định số ${decisionNumber} ngày ${dateText(decidedOn)} của ${content.enactedBy}`,
  };
}

/** There is no Word of a certificate: of many one prints fewer at a time. */
export function certificatePrintText(refusal: PrintRefusal, count: number): string {
  return pdfOnlyText(
    refusal,
    count === 1
      ? 'Hãy thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.'
      : 'Hãy in từng bằng trong danh sách, hoặc thử lại sau ít phút.',
  );
}
