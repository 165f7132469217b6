/** What people read about dossiers that go to the centre. */
import type { ShownProblem } from '../../ui/field-error.ts';
import type { Refusal } from '../../kernel/result.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import type { PrintRefusal } from '../../platform/print/refusals.ts';
import { pdfOnlyText } from '../../platform/print/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { CouncilResult } from '../council/result.server.ts';
import type { PaperKind } from '../dossiers/papers.ts';
import type { CentreAct } from './deeds.server.ts';
import type { Standing } from './list.server.ts';
import type { FileLost } from './package.server.ts';
import type { Missing, PartKind } from './parts.ts';
import type { ResultRefusal } from './result.server.ts';
import type { CheckedSubmission, SignedState } from './signed-submission.server.ts';
import type { SignOffRefusal } from './signing-off.server.ts';
import type { NoteRefusal, SendRefusal } from './sending.server.ts';
import type { Due } from './term.ts';
import type { CentreField, CentreProblem, Way } from './typed.ts';

export const standingText: Readonly<Record<Standing, string>> = {
  before: 'Đang xét ở tỉnh',
  to_send: 'Chờ gửi',
  sent: 'Đã gửi',
  received: 'Cấp trên đã tiếp nhận',
  returned: 'Bị trả lại để bổ sung',
  answered: 'Đã có kết quả',
};
export const wayText: Readonly<Record<Way, string>> = {
  system: 'Hệ thống quản lý văn bản và điều hành',
  post: 'Bưu chính',
  hand: 'Nộp trực tiếp',
};
const partText: Readonly<Record<PartKind, string>> = {
  number: 'Tờ trình của đơn vị chưa có số, ngày',
  signed_submission: 'Chưa có tờ trình đã ký của cơ quan trình (PDF)',
  minutes: 'Chưa có biên bản họp xét',
  report: 'Chưa có báo cáo thành tích',
  certificate: 'Chưa có chứng nhận, xác nhận',
  ballot: 'Chưa có kết quả bỏ phiếu của Hội đồng',
};
export const missingText = ({ kind, name }: Missing) =>
  name === undefined ? partText[kind] : `${partText[kind]}: ${name}`;

const folders: Readonly<Record<PaperKind, string>> = {
  submission: '01-to-trinh',
  report: 'bao-cao',
  minutes: '02-bien-ban',
  certificate: 'chung-nhan',
  opinion: '03-y-kien',
  ballot: '02-ket-qua-bo-phieu',
  originals: '04-ban-chinh',
  photo: 'anh',
  other: '05-khac',
};
/** Names inside the zip, without marks. */
export const packageText = {
  submission: '01-to-trinh/to-trinh-va-danh-sach',
  unitSubmission: '01-to-trinh/to-trinh-cua-don-vi',
  report: 'bao-cao-thanh-tich',
  nominees: '06-doi-tuong',
  votes: '02-ket-qua-bo-phieu/ket-qua-bo-phieu',
  manifest: 'danh-muc-tep',
  file: 'tep',
  folders,
  path: 'Tệp',
  size: 'Dung lượng (byte)',
} as const;

export const voteHeadings = [
  'Đối tượng',
  'Đồng ý',
  'Không đồng ý',
  'Phiếu trắng',
  'Tổng số thành viên',
  'Tỷ lệ đồng ý (%)',
  'Hình thức',
];
export const shareText = (vote: Pick<CouncilResult, 'for' | 'members'>): string =>
  vote.members === 0 ? '' : formatVietnamese(((vote.for * 100) / vote.members).toFixed(2));

export const voteCells = (name: string, vote: CouncilResult): readonly (string | number)[] => [
  name,
  vote.for,
  vote.against,
  vote.blank,
  vote.members,
  shareText(vote),
  vote.isSecret ? 'Bỏ phiếu kín' : 'Biểu quyết',
];

const signedStateText: Readonly<Record<SignedState, string>> = {
  sound: 'chữ ký số hợp lệ',
  doubtful: 'có chữ ký số, nội dung nguyên vẹn; chưa xác minh được hết chứng thư',
  broken: 'đã bị sửa sau khi ký, không gửi được',
  unsigned: 'không có chữ ký số: chỉ dùng khi là bản quét của bản giấy đã ký, đóng dấu',
  unreadable: 'không đọc được như một tệp PDF',
};
export const checkedText = ({ name, state, signers }: CheckedSubmission): string =>
  `${name}: ${signedStateText[state]}${signers.length > 0 ? ` (${signers.join('; ')})` : ''}.`;

export const centreText = {
  title: 'Hồ sơ trình cấp Nhà nước',
  lead: 'Hồ sơ đề nghị Thủ tướng Chính phủ, Chính phủ, Chủ tịch nước khen thưởng: chuẩn bị gói, sổ gửi, kết quả.',
  caption: 'Hồ sơ',
  emptyWhat: 'Hồ sơ có danh hiệu, hình thức do cấp Nhà nước quyết định sẽ hiện ở đây.',
  emptyWhy: 'Chưa có hồ sơ nào đến bước trình cấp trên trong phạm vi được xem.',
  code: 'Mã hồ sơ',
  name: 'Hồ sơ',
  unit: 'Đơn vị trình',
  awards: 'Danh hiệu, hình thức',
  standing: 'Tình trạng',
  due: 'Hạn gửi',
  late: 'quá hạn',
  noTerm: 'Chưa rõ hạn',
  sent: 'Đã gửi',
  every: 'Tất cả',
  dueText: ({ on, what, article, source, state }: Due) =>
    `${dateText(on)}. ${what} (Điều ${article}, Nghị định ${source}${state === 'read' ? '' : '; mặc định, cần xác nhận'}).`,
  secret:
    'Văn bản có nội dung bí mật nhà nước không đưa vào gói và không nhập vào hệ thống; gửi bằng đường riêng theo chế độ mật (khoản 4 Điều 84 Luật Thi đua, khen thưởng; khoản 12 Điều 33 Nghị định 152/2025/NĐ-CP).',
  submission: 'Tờ trình của cơ quan trình',
  submissionLead:
    'Soạn sẵn từ hồ sơ, kèm danh sách. Tải bản Word để hoàn chỉnh, ký, lấy số theo sổ văn thư, rồi nộp bản PDF đã ký vào đây. Bố cục Mẫu 01 của Nghị định 152/2025/NĐ-CP chưa tìm được, lời văn là của phần mềm.',
  submissionWord: 'Tải tờ trình, danh sách (Word)',
  submissionPdf: 'Xem bản PDF chưa ký',
  noneSigned: 'Chưa nộp bản PDF đã ký.',
  attachFile: 'Tờ trình đã ký (PDF)',
  attachVerb: 'Nộp tờ trình đã ký',
  more: 'Bổ sung, gỡ giấy tờ khác của hồ sơ',
  fileName: 'To-trinh-cap-Nha-nuoc',
  parts: 'Thành phần của gói',
  complete: 'Gói có đủ các phần bắt buộc.',
  incomplete: (n: number) => `Gói còn thiếu ${n} phần`,
  download: 'Tải gói (ZIP) để xem trước',
  downloadSent: 'Tải gói đã gửi (ZIP)',
  needsApproval: 'Chưa ghi gửi được: người có thẩm quyền ký trình trước, bằng nút “Trình Trung ương” ở trang này.',
  signOffNote: 'Ký trình thì hồ sơ chuyển sang bước trình Trung ương; cơ quan thẩm định gửi gói và giữ sổ gửi.',
  cut: 'Kết quả biểu quyết của Hội đồng chỉ có trong gói của người được xem kết quả đó.',
  notYours: 'Người được xem kết quả biểu quyết mới tải được',
  dossier: 'Mở hồ sơ',
  send: 'Ghi đã gửi',
  sendLead: 'Khi ghi, phần mềm đóng gói, giữ nguyên tệp đã gửi cùng mã băm SHA-256 của từng tệp.',
  number: 'Số văn bản gửi',
  on: 'Ngày',
  way: 'Cách gửi',
  note: 'Ghi chú',
  register: 'Sổ gửi',
  taken: 'Tệp nén',
  edition: 'Lần',
  files: 'Số tệp',
  receipt: 'Tiếp nhận',
  receiptHint: 'Số, mã tiếp nhận hoặc tên người nhận',
  receiptVerb: 'Ghi đã tiếp nhận',
  return: 'Ghi bị trả lại để bổ sung',
  reason: 'Lý do',
  returned: (day: string, why: string) => `Trả lại ngày ${dateText(day)}: ${why}`,
  received: (day: string, what: string) => `${what}, ${dateText(day)}`,
  notReceived: 'Chưa có xác nhận',
  manifest: (edition: number) => `Danh mục tệp của lần gửi ${edition}`,
  result: 'Ghi kết quả',
  resultLead: 'Mỗi lần ghi cho một quyết định. Đối tượng chưa có kết quả để ở "Chưa có"; hồ sơ chờ đến khi đủ kết quả.',
  resultWaits: 'Ghi kết quả được sau khi gói đã gửi đi và chưa bị trả lại.',
  by: 'Người ký quyết định',
  byHint: 'Chức vụ, ví dụ Thủ tướng Chính phủ',
  decision: 'Số quyết định',
  outcome: 'Kết quả',
  outcomes: { '': 'Chưa có', granted: 'Được khen thưởng', refused: 'Không được' },
  holder: 'Đối tượng',
  reasonIf: 'Lý do nếu không được',
  resultOf: {
    open: 'Chưa có',
    granted: 'Được khen thưởng',
    refused: 'Không được',
    removed: 'Đã đưa ra khỏi danh sách',
  },
  exportName: 'so-gui-cap-nha-nuoc',
  sheet: 'Sổ gửi',
  zipName: (code: string) => `ho-so-${code}`,
  slowPackage: 'Hãy thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.',
  lost: 'Kho tệp không còn một tệp của hồ sơ. Báo người quản trị.',
  done: {
    sign_off: 'Đã ký trình Trung ương.',
    attach: 'Đã nộp tờ trình đã ký.',
    send: 'Đã ghi vào sổ gửi.',
    receipt: 'Đã ghi tiếp nhận.',
    return: 'Đã ghi trả lại. Bổ sung ở trang hồ sơ rồi gửi lại.',
    result: 'Đã ghi kết quả. Khen thưởng đã vào sổ.',
  } as Readonly<Record<string, string>>,
} as const;

export const fieldText: Readonly<Record<CentreField, string>> = {
  number: centreText.number,
  on: centreText.on,
  way: centreText.way,
  note: centreText.note,
  receipt: centreText.receipt,
  by: centreText.by,
  reason: centreText.reason,
  outcome: centreText.outcome,
};
const problemText: Readonly<Record<CentreProblem, string>> = {
  missing: 'Chưa nhập.',
  not_offered: 'Chọn một cách gửi.',
  no_date: 'Không đọc được ngày. Ví dụ 05/10/2026.',
  in_future: 'Ngày chưa đến.',
  too_early: 'Trước ngày gửi.',
  too_long: 'Dài quá 500 chữ.',
};

export type PackageIncomplete = { readonly kind: 'package_incomplete'; readonly missing: readonly Missing[] };
/** Changed since it was signed. */
export type SubmissionBroken = { readonly kind: 'submission_broken'; readonly name: string };
/** The package would hold votes on somebody whom the sender may not know the result of. */
export type VotesNotYours = { readonly kind: 'votes_not_yours' };
export type CentreRefusal =
  | SignOffRefusal
  | VotesNotYours
  | SendRefusal
  | NoteRefusal
  | ResultRefusal
  | PackageIncomplete
  | SubmissionBroken
  | FileLost
  | PrintRefusal;

/** The number of an answer is that of its decision. */
export function centreProblems(refusal: Refusal, deed: CentreAct | undefined): readonly ShownProblem[] {
  const problems = problemsOf(refusal);
  if (deed !== 'result') return problems;
  return problems.map((one) => (one.field === 'number' ? { ...one, label: centreText.decision } : one));
}

function problemsOf(refusal: Refusal): readonly ShownProblem[] {
  const at = (field: string, label: string, message: string) => [{ field, label, message }];
  if (isIntakeRefusal(refusal)) return at('tep', centreText.attachFile, intakeText(refusal));
  const given = refusal as CentreRefusal;
  switch (given.kind) {
    case 'centre_wrong':
      return given.problems.map(({ field, problem, nomineeId }) => ({
        field: nomineeId === undefined ? field : `ly-do-${nomineeId}`,
        label: fieldText[field],
        message: problemText[problem],
      }));
    case 'package_incomplete':
      return at('', centreText.parts, given.missing.map(missingText).join('. '));
    case 'file_lost':
      return at('', centreText.parts, centreText.lost);
    case 'submission_broken':
      return at(
        '',
        centreText.parts,
        `${given.name}: nội dung đã bị sửa sau khi ký, nên chưa gửi. Gỡ tệp này ở trang Giấy tờ của hồ sơ, nộp lại bản đã ký.`,
      );
    case 'pdf_unavailable':
    case 'pdf_too_slow':
      return at('', centreText.parts, pdfOnlyText(given, centreText.slowPackage));
    case 'not_at_centre':
      return at('', centreText.send, centreText.needsApproval);
    case 'sent_already':
      return at('number', fieldText.number, `Hồ sơ đã gửi theo văn bản số ${given.number} và chưa bị trả lại.`);
    case 'number_used':
      return at('number', fieldText.number, `Số này đã dùng để gửi hồ sơ ${given.code} trong năm.`);
    case 'not_sent':
      return at('', centreText.register, 'Hồ sơ chưa gửi, hoặc lần gửi trước đã bị trả lại. Ghi đã gửi trước.');
    case 'held_before':
      return at('', centreText.result, `${given.name} đã có khen thưởng này theo Quyết định số ${given.number}.`);
    case 'votes_not_yours':
      return at(
        '',
        centreText.parts,
        'Trong gói có kết quả biểu quyết mà ông/bà không được xem (có liên quan đến đối tượng). Người khác ghi gửi.',
      );
    case 'not_for_centre':
      return at('', centreText.title, `Không do Trung ương quyết định: ${given.names.join(', ')}.`);
    case 'in_decision':
      return at(
        '',
        centreText.title,
        `Có người trong hồ sơ đang nằm trong quyết định “${given.about}”. Bỏ họ ra trước.`,
      );
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'needs':
    case 'four_eyes':
    case 'lost_race':
      return at('', centreText.title, kernelRefusal(given satisfies KernelRefusal));
  }
}

export const centreWorkText = {
  send: (code: string) => `Gửi hồ sơ ${code} lên cấp Nhà nước`,
  complete: (code: string) => `Bổ sung, gửi lại hồ sơ ${code} lên cấp Nhà nước`,
  toSend: 'Đã ký trình, chưa gửi',
  toComplete: 'Bị trả lại để bổ sung',
  due: (day: string) => `Hạn ${day}`,
  late: (day: string) => `Quá hạn ${day}`,
  look: 'Mở',
} as const;
