/** What people read about the library of documents. */
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { AddRefusal } from './adding.server.ts';
import type { DocumentField, DocumentKind, DocumentProblem, Relation, Verification } from './document.ts';
import type { FormKey } from './forms.ts';

export const kindText: Readonly<Record<DocumentKind, string>> = {
  law: 'Luật',
  decree: 'Nghị định',
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  directive: 'Chỉ thị',
  circular: 'Thông tư',
  annex: 'Phụ lục',
  regulation: 'Quy chế',
  guidance: 'Hướng dẫn',
  form: 'Biểu mẫu',
};

export const verificationText: Readonly<Record<Verification, string>> = {
  read: 'Đã đọc trong văn bản',
  second_hand: 'Biết qua văn bản khác',
  not_verified: 'Chưa xác minh',
};

const relationText: Readonly<Record<Relation, readonly [from: string, to: string]>> = {
  amends: ['Sửa đổi', 'Được sửa đổi bởi'],
  replaces: ['Thay thế', 'Được thay thế bởi'],
  guides: ['Hướng dẫn', 'Được hướng dẫn bởi'],
  part_of: ['Kèm theo', 'Phụ lục kèm theo'],
};

export const documentFieldText: Readonly<Record<DocumentField, string>> = {
  title: 'Tên văn bản',
  kind: 'Loại',
  number: 'Số, ký hiệu',
  issuer: 'Nơi ban hành',
  issuedOn: 'Ngày ban hành',
  inForceFrom: 'Có hiệu lực từ',
  inForceUntil: 'Hết hiệu lực sau ngày',
  state: 'Mức độ xác minh',
  source: 'Nguồn',
  note: 'Lưu ý',
  body: 'Nguyên văn',
};

const problemText: Readonly<Record<DocumentProblem, string>> = {
  missing: 'Chưa nhập.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 30/09/2026.',
  backwards: 'Ngày hết hiệu lực trước ngày có hiệu lực. Chọn lại một trong hai ngày.',
};

function refusalText(refusal: Exclude<AddRefusal, { kind: 'document_wrong' }>): string {
  switch (refusal.kind) {
    case 'nothing_to_read':
      return 'Chưa có gì để đọc. Dán nguyên văn, hoặc đính kèm tệp văn bản.';
    case 'code_taken':
      return 'Thư viện đã có văn bản với số hoặc tên này. Mở văn bản đó và thêm bản mới.';
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
    case 'lost_race':
      return kernelRefusal(refusal);
  }
}

export function libraryProblems(refusal: Refusal) {
  const known = refusal as AddRefusal | IntakeRefusal;
  if (isIntakeRefusal(known)) return [{ field: 'tep-moi', label: libraryText.file, message: intakeText(known) }];
  if (known.kind === 'document_wrong')
    return known.problems.map(({ field, problem }) => ({
      field: field as string | undefined,
      label: documentFieldText[field] as string | undefined,
      message: problemText[problem],
    }));
  const field = known.kind === 'nothing_to_read' ? 'body' : undefined;
  return [{ field, label: field && documentFieldText.body, message: refusalText(known) }];
}

export const formText: Readonly<Record<FormKey, { readonly name: string; readonly note: string }>> = {
  values: {
    name: 'Biểu mẫu nhập số liệu (Excel)',
    note: 'Tải ở trang Nạp số liệu từ Excel, theo đơn vị hoặc theo chỉ tiêu.',
  },
  targets: { name: 'Biểu mẫu giao chỉ tiêu (Excel)', note: 'Tải ở trang Giao chỉ tiêu từ Excel.' },
  pledges: { name: 'Phiếu đăng ký chỉ tiêu thi đua', note: 'Điền trực tiếp trên hệ thống.' },
  plans: { name: 'Mẫu kế hoạch', note: 'Soạn trực tiếp: mục tiêu, nhiệm vụ, sản phẩm, mốc.' },
  reports: { name: 'Mẫu báo cáo của kỳ', note: 'Mỗi kỳ báo cáo ghi rõ mẫu đang dùng.' },
  initiatives: {
    name: 'Mẫu thuyết minh sáng kiến, mô hình',
    note: 'Soạn trực tiếp: vấn đề, điểm mới, hiệu quả, tác giả.',
  },
};

export const libraryText = {
  title: 'Thư viện văn bản',
  lead: 'Văn bản pháp luật, hướng dẫn, biểu mẫu của công tác thi đua. Mỗi điều có địa chỉ riêng để dẫn tới.',
  words: 'Từ, số hiệu, nơi ban hành',
  wordsHint: 'Gõ có dấu hay không dấu; ví dụ: sáng kiến, điều 22, 30/2020.',
  kind: 'Loại',
  year: 'Năm',
  every: 'Tất cả',
  find: 'Tìm',
  found: (n: number) => `Tìm thấy trong nội dung (${n})`,
  documents: (n: number) => `Văn bản (${n})`,
  caption: 'Danh sách văn bản',
  name: 'Văn bản',
  number: 'Số, ký hiệu',
  issuer: 'Nơi ban hành',
  inForce: 'Hiệu lực',
  issuedOn: 'Ngày ban hành',
  source: 'Nguồn',
  state: 'Xác minh',
  noneWhat: 'Không có văn bản nào như vậy',
  noneWhy: 'Thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.',
  forms: 'Biểu mẫu của phần mềm',
  add: 'Thêm văn bản',
  addTitle: 'Thêm văn bản vào thư viện',
  addLead: 'Ghi rõ nguồn và mức độ xác minh. Không đưa văn bản mật vào hệ thống.',
  addEdition: 'Thêm bản mới',
  addEditionTitle: 'Thêm bản mới của văn bản',
  added: 'Đã thêm vào thư viện.',
  bodyHint:
    'Dán chữ của văn bản, mỗi đoạn một dòng. Dòng bắt đầu bằng “Điều 5.”, “Chương II”, “Mục 1.” tự thành tiêu đề có địa chỉ riêng.',
  sourceHint: 'Lấy từ đâu, đã đối chiếu chưa.',
  file: 'Tệp văn bản',
  fileHint: 'PDF, Word, Excel hoặc ảnh; tối đa 20 MB.',
  isPublic: 'Cho người chưa đăng nhập đọc',
  save: 'Lưu vào thư viện',
  cancel: 'Quay lại',
  contents: 'Các điều, mục',
  readAt: 'Đọc nguyên văn',
  noText: 'Chưa có nguyên văn trong thư viện.',
  editionOf: (n: number) => `Bản ${n} trong thư viện`,
  older: 'Đây là bản cũ, giữ để tra cứu.',
  newest: 'Xem bản mới nhất',
  editions: 'Các bản trong thư viện',
  related: 'Văn bản liên quan',
  relation: (relation: Relation, isFrom: boolean) => relationText[relation][isFrom ? 0 : 1],
  files: 'Tệp',
  unknown: 'chưa rõ',
  issued: (day: string | null) => (day === null ? 'chưa rõ' : dateText(day)),
  force: (from: string | null, until: string | null) =>
    [from === null ? undefined : `từ ${dateText(from)}`, until === null ? undefined : `đến hết ${dateText(until)}`]
      .filter(Boolean)
      .join(' ') || 'chưa rõ',
  ended: 'Hết hiệu lực',
  notRead:
    'Tên và số ghi theo văn bản có nhắc tới, chưa đối chiếu với chính văn bản này. Phần mềm không dựa vào đó để quyết định điều gì.',
} as const;
