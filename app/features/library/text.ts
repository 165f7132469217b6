/** What people read about the library of documents. */
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { AddRefusal } from './adding.server.ts';
import type { DocumentField, DocumentKind, DocumentProblem, Relation, Verification } from './document.ts';
import type { FormKey } from './forms.ts';
import type { LinkRefusal } from './linking.server.ts';
import type { Change, ForceState, LinkProblem } from './links.ts';

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
  amends: ['Sửa đổi, bổ sung', 'Được sửa đổi, bổ sung bởi'],
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
  file: 'Tệp văn bản',
};

const problemText: Readonly<Record<DocumentProblem, string>> = {
  missing: 'Chưa nhập.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 30/09/2026.',
  backwards: 'Ngày hết hiệu lực trước ngày có hiệu lực. Chọn lại một trong hai ngày.',
};

const linkProblemText: Readonly<Record<LinkProblem, string>> = {
  missing: 'Chọn quan hệ và văn bản kia.',
  same_document: 'Một văn bản không có quan hệ với chính nó.',
  goes_round: 'Văn bản kia đã sửa đổi, thay thế, hướng dẫn hoặc kèm theo văn bản này; quan hệ không đi vòng lại được.',
  older: 'Văn bản này ban hành trước văn bản kia. Kiểm tra lại ngày ban hành, hoặc ghi quan hệ ở văn bản kia.',
};

function refusalText(refusal: Exclude<AddRefusal, { kind: 'document_wrong' }>): string {
  switch (refusal.kind) {
    case 'link_wrong':
      return linkProblemText[refusal.problem];
    case 'link_from_pack':
      return 'Quan hệ này có sẵn trong bộ văn bản kèm phần mềm nên không bỏ ở đây.';
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
  const known = refusal as AddRefusal | LinkRefusal | IntakeRefusal;
  if (isIntakeRefusal(known)) return [{ field: 'tep-moi', label: libraryText.file, message: intakeText(known) }];
  if (known.kind === 'document_wrong')
    return known.problems.map(({ field, problem }) => ({
      field: field === 'file' ? 'tep-moi' : (field as string | undefined),
      label: documentFieldText[field] as string | undefined,
      message: problemText[problem],
    }));
  const message = refusalText(known);
  if (known.kind === 'link_wrong') return [{ field: 'van-ban', label: libraryText.other, message }];
  if (known.kind === 'nothing_to_read') return [{ field: 'body', label: documentFieldText.body, message }];
  return [{ field: undefined, label: undefined, message }];
}

/** A clause of the directive, as the search names it. */
export const clauseHeading = (code: string, heading: string | null): string => {
  const place = /^PL(\.|$)/.test(code) ? `Phụ lục, mục ${code.replace(/^PL\.?/, '')}` : `Mục ${code}`;
  return heading === null ? place : `${place}. ${heading}`;
};

const stateText: Readonly<Record<ForceState, string>> = {
  in_force: 'Còn hiệu lực',
  to_come: 'Chưa có hiệu lực',
  ended: 'Hết hiệu lực',
  replaced: 'Hết hiệu lực, đã được thay thế',
  unknown: 'Chưa rõ còn hiệu lực hay không',
};

/** Who changed it, and from when: "được sửa đổi, bổ sung bởi 06/2026/QH16 từ 01/10/2026". */
export function changeText({ relation, since }: Change, today: string): string {
  const will = since !== null && since > today ? 'Sẽ được' : 'Được';
  return `${will} ${relation === 'amends' ? 'sửa đổi, bổ sung' : 'thay thế'} bởi`;
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
  fileHint:
    'PDF, Word, Excel hoặc ảnh; tối đa 20 MB. Không dán nguyên văn thì phần mềm lấy chữ từ tệp Word, Excel, PDF; bản chụp thì không lấy được chữ.',
  isPublic: 'Cho người chưa đăng nhập đọc',
  save: 'Lưu vào thư viện',
  cancel: 'Quay lại',
  contents: 'Các điều, mục',
  readAt: 'Đọc nguyên văn',
  noText: 'Chưa có nguyên văn trong thư viện.',
  editionOf: (n: number) => `Bản ${n} trong thư viện`,
  older: 'Đây là bản cũ, giữ để tra cứu.',
  keptToRead: 'Văn bản được giữ trong thư viện để tra cứu.',
  newest: 'Xem bản mới nhất',
  editions: 'Các bản trong thư viện',
  related: 'Văn bản liên quan',
  links: 'Quan hệ với văn bản khác',
  linksLead: 'Ghi văn bản này sửa đổi, thay thế, hướng dẫn văn bản nào. Văn bản kia tự hiện điều ngược lại.',
  linksOf: (title: string) => `Quan hệ của ${title}`,
  noLinks: 'Chưa ghi quan hệ nào.',
  relationOf: 'Văn bản này',
  other: 'Văn bản kia',
  setLink: 'Ghi quan hệ',
  takeOff: 'Bỏ quan hệ này',
  fromPack: 'có sẵn trong phần mềm',
  linkSet: 'Đã ghi quan hệ.',
  linkTakenOff: 'Đã bỏ quan hệ. Nhật ký vẫn giữ.',
  firstLink: 'Quan hệ với văn bản đã có (nếu có)',
  since: (day: string | null) => (day === null ? ' (chưa rõ từ ngày nào)' : ` từ ${dateText(day)}`),
  stateOf: (state: ForceState) => stateText[state],
  takeAway: 'Tải về',
  takeAwayOf: (title: string) => `Tải về: ${title}`,
  fromFile: 'Chữ dưới đây do phần mềm lấy từ tệp, có thể sai dấu, mất bảng. Khi dẫn phải đối chiếu với tệp.',
  noWordsInFile:
    'Tệp này không lấy được chữ (bản chụp, ảnh hoặc tệp khóa) nên tìm trong nội dung không thấy; tìm theo tên, số.',
  partsElsewhere: 'Văn bản này đọc ở trang riêng; tìm trong thư viện dẫn thẳng tới từng mục của trang đó.',
  relation: (relation: Relation, isFrom: boolean) => relationText[relation][isFrom ? 0 : 1],
  files: 'Tệp',
  unknown: 'chưa rõ',
  issued: (day: string | null) => (day === null ? 'chưa rõ' : dateText(day)),
  days: (from: string | null, until: string | null) =>
    [from === null ? undefined : `từ ${dateText(from)}`, until === null ? undefined : `đến hết ${dateText(until)}`]
      .filter(Boolean)
      .join(' ') || 'chưa rõ',
  notRead:
    'Tên và số ghi theo văn bản có nhắc tới, chưa đối chiếu với chính văn bản này. Phần mềm không dựa vào đó để quyết định điều gì.',
} as const;
