/** Words of decisions: stages, buttons, refusals. The papers' own words are in paper.text.ts and draft.text.ts. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { pdfOnlyText } from '../../platform/print/text.ts';
import { signingRefusalText, unreadableText } from '../../platform/signing/text.ts';
import type { PdfUnreadable } from '../../platform/signing/verdict.ts';
import type { PrintRefusal } from '../../platform/print/refusals.ts';
import type { SigningRefusal } from '../../platform/signing/signer.ts';
import type { ShownProblem } from '../../ui/field-error.ts';
import { dateText } from '../../ui/moment.ts';
import { fieldOfAnnexProblem } from './annex.ts';
import type { AnnexWrong } from './annexes.server.ts';
import { annexProblemText, annexesText } from './annexes.text.ts';
import type { ContentField, ContentProblem, ContentWrong, Verdict } from './decision.ts';
import { numberText } from './decision.ts';
import type { InDecision } from './dossier-acts.server.ts';
import type { DecisionMove, DecisionStage } from './procedure.ts';
import type { Question, ShareNotReached, Unanswered } from './questions.ts';

export const decisionStageText: Readonly<Record<DecisionStage, string>> = {
  draft: 'Đang soạn',
  submitted: 'Chờ người có thẩm quyền',
  numbered: 'Đã có số, chờ ký',
  signed: 'Đã ký, chờ đóng dấu',
  sealed: 'Đã ký và đóng dấu, chờ ban hành',
  issued: 'Đã ban hành',
  withdrawn: 'Đã thu hồi, không ban hành',
};

export const decisionMoveText: Readonly<Record<DecisionMove, string>> = {
  change: 'Lưu nội dung',
  submit: 'Trình người có thẩm quyền',
  recall: 'Rút lại để sửa',
  judge: 'Sửa danh sách',
  return: 'Trả lại người soạn',
  approve: 'Duyệt và lấy số',
  sign: 'Ký số',
  seal: 'Đóng dấu (ký số của cơ quan)',
  issue: 'Ban hành',
  withdraw: 'Thu hồi, không ban hành',
};

export const contentFieldText: Readonly<Record<ContentField, string>> = {
  about: 'Trích yếu',
  issuerParent: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  enactedBy: 'Thẩm quyền ban hành',
  grounds: 'Căn cứ (mỗi căn cứ một dòng)',
  proposal: 'Theo đề nghị của',
  merit: 'Thành tích (viết tiếp sau tên người, tập thể được tặng)',
  bonus: 'Điều về tiền thưởng',
  carrying: 'Điều khoản thi hành',
  recipients: 'Nơi nhận (mỗi nơi một dòng)',
  archive: 'Lưu',
  authority: 'Quyền hạn trên chức vụ (KT., TUQ. …), nếu có',
  office: 'Chức vụ người ký',
  signer: 'Họ và tên người ký',
};

export function contentProblemText(problem: ContentProblem): string {
  return problem.kind === 'missing' ? 'Chưa nhập.' : `Dài quá ${formatVietnamese(problem.limit)} ký tự.`;
}

export const verdictText: Readonly<Record<Verdict, string>> = { grant: 'Tặng', refuse: 'Không tặng' };

export const questionText: Readonly<Record<Question, string>> = {
  died: 'đã mất: chọn truy tặng, hoặc không tặng',
  disciplined: 'bị kỷ luật trong thời gian tính thành tích: ghi lý do vẫn tặng, hoặc không tặng',
  pending: 'đang có việc chờ xem xét, xác minh (Nghị định 152/2025, Điều 4): ghi lý do vẫn tặng, hoặc không tặng',
  initiative_used: 'sáng kiến nêu làm căn cứ đã dùng cho khen thưởng khác: chọn sáng kiến khác, hoặc bỏ',
  title_held: 'đã có danh hiệu này của năm này: không tặng lần nữa; chọn không tặng',
  given_already:
    'đã được tặng hình thức này trong năm: một thành tích không tặng hai lần (Luật, điểm c khoản 2 Điều 5); ghi vì sao đây là thành tích khác, hoặc không tặng',
  below_share: 'không đạt tỷ lệ phiếu mà quy định buộc phải đạt: chọn không tặng, hoặc chuyển hồ sơ lại',
  not_passed:
    'Hội đồng không tán thành đủ mức cần thiết: Hội đồng tư vấn (Luật, khoản 4 Điều 90), ghi lý do vẫn tặng, hoặc không tặng',
  changed: 'có thay đổi sau thẩm định: ghi lý do vẫn tặng, hoặc không tặng, hoặc trả hồ sơ để thẩm định lại',
  elsewhere:
    'còn điều phải trả lời mà ông/bà có liên quan nên không xem: người khác cùng thẩm quyền hoặc người soạn trả lời',
  merged: 'đã được nhập vào một dòng khác trong sổ: trả hồ sơ để đề nghị lại đúng người',
};

/** Exhaustive over what the commands of this feature refuse; what comes from features before it is said by them. */
export type DecisionRefusal =
  | ContentWrong
  | Unanswered
  | ShareNotReached
  | InDecision
  | PrintRefusal
  | SigningRefusal
  | PdfUnreadable
  | { readonly kind: 'nothing_to_decide' }
  | { readonly kind: 'nobody_granted' }
  | { readonly kind: 'nobody_chosen' }
  | { readonly kind: 'reason_needed' }
  | { readonly kind: 'others_than_shown' }
  | { readonly kind: 'answer_needed'; readonly name: string }
  | { readonly kind: 'number_taken'; readonly number: number }
  | { readonly kind: 'number_needed' }
  | { readonly kind: 'number_wrong' }
  | { readonly kind: 'day_wrong'; readonly today: string }
  | { readonly kind: 'signing_dropped' }
  | { readonly kind: 'annexes_unsigned' }
  | AnnexWrong
  | { readonly kind: 'held_already'; readonly name: string; readonly number: string }
  | { readonly kind: 'settled_already' }
  | { readonly kind: 'used_already' }
  | { readonly kind: 'named_already'; readonly namedIn: string }
  | { readonly kind: 'not_recognised' }
  | { readonly kind: 'storage_full' };

export function decisionRefusal(refusal: Refusal): string {
  return isDecisionRefusal(refusal) ? ourRefusal(refusal) : kernelRefusal(refusal as KernelRefusal);
}

const ours: Readonly<Record<DecisionRefusal['kind'], true>> = {
  decision_wrong: true,
  unanswered: true,
  share_not_reached: true,
  in_decision: true,
  pdf_unavailable: true,
  pdf_too_slow: true,
  signing_unavailable: true,
  signature_not_for_this: true,
  signature_wrong: true,
  signature_too_large: true,
  pdf_too_large: true,
  not_a_pdf: true,
  pdf_malformed: true,
  pdf_encrypted: true,
  pdf_too_heavy: true,
  nothing_to_decide: true,
  nobody_granted: true,
  nobody_chosen: true,
  reason_needed: true,
  others_than_shown: true,
  answer_needed: true,
  number_taken: true,
  number_needed: true,
  number_wrong: true,
  day_wrong: true,
  signing_dropped: true,
  annexes_unsigned: true,
  annex_wrong: true,
  held_already: true,
  settled_already: true,
  used_already: true,
  named_already: true,
  not_recognised: true,
  storage_full: true,
};
export const isDecisionRefusal = (refusal: Refusal): refusal is DecisionRefusal => refusal.kind in ours;

function ourRefusal(refusal: DecisionRefusal): string {
  switch (refusal.kind) {
    case 'decision_wrong':
      return `Chưa đủ nội dung của quyết định: ${refusal.problems.map(({ field }) => contentFieldText[field].toLocaleLowerCase('vi')).join(', ')}.`;
    case 'unanswered':
      return `Cần trả lời trước khi duyệt: ${refusal.open.map(({ name, questions }) => `${name} ${questions.map((each) => questionText[each]).join('; ')}`).join('. ')}.`;
    case 'share_not_reached':
      return `Không tặng được khi tỷ lệ phiếu đồng ý thấp hơn mức quy định: ${refusal.below.map(({ name, article, atLeastPercent }) => `${name} (Điều ${article}, từ ${atLeastPercent ?? 50}% tổng số thành viên Hội đồng)`).join('; ')}. Chọn không tặng, hoặc trả lại người soạn để chuyển hồ sơ lại.`;
    case 'in_decision':
      return `Có người trong hồ sơ đang nằm trong dự thảo hoặc quyết định “${refusal.about}”. Bỏ họ ra, trả lại hoặc thu hồi quyết định đó trước.`;
    case 'pdf_unavailable':
    case 'pdf_too_slow':
      return `${pdfOnlyText(refusal, 'Hãy thử lại sau ít phút; danh sách dài thì chia thành nhiều quyết định.')} Chưa lấy số nào.`;
    case 'signing_unavailable':
    case 'signature_not_for_this':
    case 'signature_wrong':
    case 'signature_too_large':
      return signingRefusalText(refusal);
    case 'pdf_too_large':
    case 'not_a_pdf':
    case 'pdf_malformed':
    case 'pdf_encrypted':
    case 'pdf_too_heavy':
      return unreadableText(refusal);
    case 'nothing_to_decide':
      return 'Chọn ít nhất một hồ sơ đang chờ quyết định của cùng một cơ quan, còn người chưa nằm trong quyết định khác.';
    case 'nobody_granted':
      return 'Không có ai được tặng trong danh sách, nên không có gì để ban hành. Nếu không tặng ai, hãy chọn Không tặng ở trang Quyết định của hồ sơ.';
    case 'nobody_chosen':
      return 'Chưa chọn ai trong danh sách.';
    case 'reason_needed':
      return 'Không tặng thì phải ghi lý do.';
    case 'others_than_shown':
      return 'Danh sách đã thay đổi so với lúc xem. Xem lại rồi xác nhận; chưa có gì bị sửa.';
    case 'answer_needed':
      return `${refusal.name}: chưa trả lời hết điều hệ thống hỏi.`;
    case 'number_taken':
      return `Số đã có: số ${refusal.number} trong sổ năm này đã cấp cho quyết định khác. Chọn số khác, hoặc để trống để hệ thống cấp số tiếp theo.`;
    case 'number_needed':
      return 'Sổ của cơ quan do văn thư cấp số: nhập số theo sổ.';
    case 'number_wrong':
      return 'Số là số nguyên từ 1, ví dụ 125.';
    case 'day_wrong':
      return `Ngày quyết định phải là một ngày trong năm nay, không sau hôm nay (${dateText(refusal.today)}), viết theo dạng 15/06/2026.`;
    case 'signing_dropped':
      return 'Bản chờ ký này không còn dùng: quyết định đã được trả lại hoặc thu hồi.';
    case 'annexes_unsigned':
      return 'Còn tệp kèm theo chưa ký số của cơ quan. Ký hết các tệp kèm theo rồi mới đóng dấu quyết định.';
    case 'annex_wrong':
      return annexProblemText[refusal.problem];
    case 'held_already':
      return `${refusal.name} đã được ghi khen thưởng này trong sổ theo Quyết định số ${refusal.number}. Thu hồi quyết định này để bỏ người đó ra, rồi trình lại.`;
    case 'settled_already':
      return 'Có người trong danh sách đã được quyết định ở nơi khác. Trả lại để soạn lại danh sách.';
    case 'used_already':
      return 'Sáng kiến chọn làm căn cứ đã dùng cho một khen thưởng khác (Luật Điều 5.2.c).';
    case 'named_already':
      return `Sáng kiến này đang được nêu làm căn cứ trong quyết định khác (${refusal.namedIn}). Chọn sáng kiến khác, hoặc bỏ ở quyết định kia trước.`;
    case 'not_recognised':
      return 'Sáng kiến chọn làm căn cứ chưa được công nhận.';
    case 'storage_full':
      return 'Kho tệp đã đầy, chưa lưu được văn bản. Báo người quản trị.';
  }
}

/** Each at its field; what is of none stands under an empty name. */
export function decisionProblems(refusal: Refusal, deed: string): readonly ShownProblem[] {
  const message = decisionRefusal(refusal);
  const at = (field: string, label: string) => [{ field, label, message }];
  switch (refusal.kind) {
    case 'decision_wrong':
      return (refusal as ContentWrong).problems.map(({ field, problem }) => ({
        field,
        label: contentFieldText[field],
        message: contentProblemText(problem),
      }));
    case 'annex_wrong': {
      const field = fieldOfAnnexProblem[(refusal as AnnexWrong).problem];
      return at(field, field === 'tep' ? annexesText.pdf : annexesText.name);
    }
    case 'number_taken':
    case 'number_needed':
    case 'number_wrong':
      return at('so', decisionsText.numberByHand);
    case 'day_wrong':
      return at('ngay', decisionsText.dayOf);
    case 'answer_needed':
      return at('tra-loi', decisionsText.answer);
    case 'needs':
    case 'reason_needed':
      return at('ly-do', decisionsText.reason);
    default:
      return at(deed === 'attach' && isUnreadable(refusal) ? 'tep' : '', deed === 'attach' ? annexesText.pdf : '');
  }
}

const isUnreadable = ({ kind }: Refusal) =>
  ['pdf_too_large', 'not_a_pdf', 'pdf_malformed', 'pdf_encrypted', 'pdf_too_heavy'].includes(kind);

export const decisionsText = {
  title: 'Quyết định khen thưởng',
  lead: 'Quyết định được soạn từ các hồ sơ đang chờ quyết định, người có thẩm quyền duyệt danh sách, ký số; văn thư đóng dấu; ban hành thì vào sổ khen thưởng.',
  all: 'Các quyết định',
  draft: 'Soạn quyết định',
  waiting: 'Hồ sơ đang chờ quyết định',
  nothingWaiting: 'Chưa có hồ sơ nào chờ quyết định.',
  none: 'Chưa có quyết định nào.',
  issuedBy: 'Cơ quan ban hành',
  note: 'Ghi chú',
  revoked: (on: string, by: string | null) =>
    `Đã hủy bỏ từ ${dateText(on)} theo Quyết định số ${by ?? '(chưa ghi số)'}`,
  noneIssuedWhy: 'Quyết định xuất hiện ở đây ngay khi được ban hành.',
  noneWhy: 'Quyết định xuất hiện ở đây khi được soạn từ hồ sơ đang chờ quyết định.',
  numberOf: (number: number | null, symbol: string) =>
    number === null ? 'Chưa có số' : `Số ${numberText(number, symbol)}`,
  word: 'Tải bản Word',
  pdf: 'Xem bản PDF',
  submission: 'Tờ trình (Word)',
  submissionPdf: 'Tờ trình (PDF)',
  certificates: 'Bằng, giấy chứng nhận theo quyết định này',
  final: 'Bản cuối cùng (PDF)',
  signedPdf: 'Bản đã ký (PDF)',
  sealedPdf: 'Bản đã ký và đóng dấu (PDF)',
  list: 'Danh sách trong quyết định',
  content: 'Nội dung quyết định',
  choose: 'Chọn',
  name: 'Họ tên, tập thể',
  unit: 'Đơn vị',
  award: 'Danh hiệu, hình thức',
  verdict: 'Kết quả',
  dossier: 'Hồ sơ',
  stage: 'Bước',
  number: 'Số',
  day: 'Ngày',
  about: 'Trích yếu',
  people: 'Số người, tập thể',
  asked: 'Cần trả lời',
  sinceApproved: 'Phát sinh sau khi duyệt (chưa ban hành thì còn trả lại hoặc thu hồi được)',
  council: 'Hội đồng',
  changes: 'Thay đổi sau thẩm định',
  unchanged: 'Không có',
  answer: 'Lý do vẫn tặng',
  posthumous: 'Truy tặng',
  posthumousShort: 'truy tặng',
  saveAnswer: 'Lưu trả lời',
  refuseChosen: 'Không tặng những người đã chọn…',
  grantChosen: 'Tặng những người đã chọn…',
  confirmTitle: (verdict: Verdict, count: number) => `${verdictText[verdict]} ${formatVietnamese(count)} trường hợp?`,
  confirmWhat: 'Xác nhận sẽ đổi kết quả của đúng những người, tập thể này:',
  confirm: 'Xác nhận',
  chosenHere: 'Những trường hợp được chọn hiện ở đây để xác nhận.',
  nobodyChosen: 'Chưa chọn ai. Đánh dấu ít nhất một trường hợp trong danh sách của quyết định.',
  backToList: 'Về danh sách để chọn',
  back: 'Quay lại, không đổi gì',
  reason: 'Lý do',
  numberByHand: 'Số theo sổ văn thư (để trống: hệ thống cấp số tiếp theo)',
  dayOf: 'Ngày quyết định (để trống: hôm nay)',
  approveNote:
    'Duyệt sẽ ghi kết quả của từng người vào hồ sơ, lấy số và tạo bản cuối cùng để ký. Chưa ký thì còn trả lại được và số được trả về sổ.',
  waitingHand: 'Bản chờ ký đã sẵn sàng. Tải về, ký bằng USB token, rồi nộp lại tại đây.',
  waitingTitle: 'Chờ chữ ký',
  waitingTitleOf: (name: string) => `Chờ chữ ký: ${name}`,
  takeAway: 'Tải bản chờ ký (PDF)',
  hash: 'Hoặc ký mã băm SHA-256',
  bringBack: 'Tệp đã ký (.pdf) hoặc chữ ký rời (.p7s, .pem)',
  hand: 'Nộp chữ ký',
  again: 'Ký tiếp',
  lastError: 'Lần thử gần nhất không thành',
  pin: 'Mã PIN của khóa ký từ xa',
  otp: 'Mã xác thực một lần (OTP)',
  trial: 'Đang dùng chứng thư thử nghiệm: chữ ký không có giá trị pháp lý.',
  shares: 'Cơ cấu những người được đề nghị',
  takenOver: (former: string, unit: string) =>
    `Dự thảo do ${former} lập. ${former} đã sáp nhập vào ${unit} nên ${unit} ban hành: số lấy theo sổ của ${unit}; tên cơ quan, ký hiệu, địa danh, chức vụ và người ký đã ghi lại theo ${unit}. Các căn cứ và nơi nhận giữ nguyên như dự thảo, cần xem lại.`,
  returned: 'Người có thẩm quyền trả lại:',
  withdrawnBecause: 'Lý do thu hồi:',
  published: 'Quyết định khen thưởng đã ban hành',
  publishedLead:
    'Các quyết định khen thưởng đã ban hành, kèm tên, đơn vị và danh hiệu, hình thức khen thưởng như trong quyết định.',
  download: 'Tải quyết định đã ký',
  verify: 'Kiểm tra quyết định, bằng khen',
  done: {
    draft: 'Đã soạn dự thảo. Kiểm tra nội dung và danh sách rồi trình.',
    change: 'Đã lưu.',
    judge: 'Đã sửa danh sách.',
    initiative: 'Đã lưu sáng kiến làm căn cứ.',
    answer: 'Đã lưu trả lời.',
    attach: 'Đã thêm tệp kèm theo.',
    detach: 'Đã bỏ tệp kèm theo.',
    waiting: 'Bản chờ ký đã sẵn sàng.',
    hand: 'Đã nhận chữ ký.',
    submit: 'Đã trình người có thẩm quyền.',
    recall: 'Đã rút lại để sửa.',
    return: 'Đã trả lại người soạn.',
    approve: 'Đã duyệt, lấy số và tạo bản cuối cùng.',
    sign: 'Đã ký.',
    seal: 'Đã đóng dấu.',
    issue: 'Đã ban hành, khen thưởng đã vào sổ.',
    withdraw: 'Đã thu hồi.',
  },
} as const;

/** Of one dossier, among its pages. */
export const dossierDecisionText = {
  title: 'Quyết định về hồ sơ',
  lead: 'Hồ sơ đã trình được đưa vào quyết định do cơ quan thẩm định soạn. Trong quyết định, từng người được tặng hoặc không; không cần quyết định thì cả hồ sơ được chuyển lại hoặc không tặng ở đây.',
  name: 'Đối tượng',
  award: 'Danh hiệu, hình thức',
  outcome: 'Kết quả',
  decision: 'Quyết định',
  noDecision: 'Chưa có',
  reason: 'Lý do',
  refused: 'Đã ghi nhận không tặng cho cả hồ sơ.',
  notes: {
    back: 'Hồ sơ trở lại bước thẩm định. Kết quả biểu quyết của Hội đồng đã có không dùng nữa.',
    refuse: 'Mọi đối tượng còn đề nghị trong hồ sơ được ghi là không tặng, với lý do này. Đơn vị đọc được lý do.',
  },
} as const;

export function dossierActProblems(
  refusal: Refusal,
): readonly { readonly field: string; readonly label: string; readonly message: string }[] {
  const isReason = refusal.kind === 'needs' || refusal.kind === 'reason_missing';
  return [
    {
      field: isReason ? 'ly-do' : '',
      label: isReason ? dossierDecisionText.reason : '',
      message: decisionRefusal(refusal),
    },
  ];
}

const fileNames: Readonly<Record<string, string>> = {
  'du-thao': 'Dự thảo quyết định khen thưởng',
  'to-trinh': 'Tờ trình khen thưởng',
  'cuoi-cung': 'Quyết định chờ ký',
  'cho-ky': 'Bản chờ ký số',
  'da-ky': 'Quyết định đã ký',
  'dong-dau': 'Quyết định đã ký và đóng dấu',
};

/** Without its ending. */
export function decisionFileText(which: string, { number }: { readonly number: number | null }): string {
  const name = fileNames[which] ?? decisionsText.title;
  return number === null ? name : `${name} số ${number}`;
}

export const publishedFileText = (number: string) => `Quyết định khen thưởng số ${number.replaceAll('/', '-')}.pdf`;

export const decisionWorkText = {
  toDraft: (count: number) => `${formatVietnamese(count)} hồ sơ chờ soạn quyết định`,
  toDraftNote: 'Chọn hồ sơ để soạn dự thảo quyết định khen thưởng',
  draft: 'Soạn',
  title: (about: string) => `Quyết định khen thưởng: ${about}`,
  open: 'Mở',
} as const;
