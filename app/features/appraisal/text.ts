/** The words of appraisal: checklist, conclusions, opinions, what stops a dossier, refusals. */
import { awardName } from '../awards/text.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { BodyRefusal } from './asked-bodies.server.ts';
import type { ConcludeRefusal } from './concluding.server.ts';
import type { Conclusion, PlainCheck, Verdict } from './conclusion.ts';
import { plainChecks } from './conclusion.ts';
import type { DeskStage, DeskView } from './desk-views.ts';
import type { Change, Watched } from './facts.ts';
import type { FlagRefusal } from './flags.server.ts';
import { fieldProblemText, flagHeadings, flagStateText } from './flags.text.ts';
import type { Braked } from './form-stamp.server.ts';
import type { LeaveRefusal, Leaving } from './leaving.server.ts';
import type { AmendRefusal } from './amending.server.ts';
import type { ListRefusal } from './lists.server.ts';
import type { Answer, Clock, ListState, OpinionOutcome, RequestState } from './opinion.ts';
import type { ListClosed } from './public.server.ts';
import type { Block } from './ready.ts';
import type { RequestRefusal } from './requests.server.ts';

export const conclusionText: Readonly<Record<Conclusion, string>> = {
  qualified: 'Đủ điều kiện',
  lacking: 'Chưa đủ điều kiện',
  removed: 'Đưa ra khỏi danh sách',
};
export const verdictText: Readonly<Record<Verdict, string>> = {
  met: 'Đạt',
  not_met: 'Không đạt',
  to_supplement: 'Cần bổ sung',
};
export const plainCheckText: Readonly<Record<PlainCheck, string>> = {
  papers: 'Thành phần hồ sơ đầy đủ',
  authentic: 'Giấy tờ hợp lệ, đúng thẩm quyền',
  duplicates: 'Không trùng với hồ sơ khác, không khen nhiều lần cho một thành tích',
  copied: 'Báo cáo thành tích không sao chép',
  past_awards: 'Đã đối chiếu khen thưởng đã có',
};
export const requestStateText: Readonly<Record<RequestState, string>> = {
  waiting: 'Đang chờ trả lời',
  answered: 'Đã trả lời',
  silent: 'Không có ý kiến trả lời trong thời hạn',
  waived: 'Không lấy ý kiến',
  withdrawn: 'Của lần gửi trước',
};
export const answerText: Readonly<Record<Answer, string>> = {
  agree: 'Đồng ý',
  disagree: 'Không đồng ý',
  other: 'Ý kiến khác',
};
export const listStateText: Readonly<Record<ListState, string>> = {
  open: 'Đang công khai',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã rút',
};
export const outcomeText: Readonly<Record<OpinionOutcome, string>> = {
  accepted: 'Tiếp thu',
  not_accepted: 'Không tiếp thu',
  passed_on: 'Chuyển xử lý theo quy định về khiếu nại, tố cáo',
};
export const deskStageText: Readonly<Record<DeskStage, string>> = {
  submitted: 'Chờ tiếp nhận',
  appraising: 'Đang thẩm định',
  consulting: 'Đang lấy ý kiến',
};
export const deskViewText: Readonly<Record<DeskView, string>> = {
  flagged: 'Có cảnh báo chưa kết luận',
  unconcluded: 'Còn đối tượng chưa kết luận',
  late: 'Quá hạn thẩm định',
  ready: 'Có thể trình tiếp',
};
export const leavingText: Readonly<Record<Leaving, string>> = {
  consult: 'Lấy ý kiến',
  to_council: 'Trình Hội đồng',
  to_authority: 'Trình người có thẩm quyền quyết định',
};

const watchedText: Readonly<Record<Watched, string>> = {
  awards: 'khen thưởng đã có',
  classification: 'xếp loại hằng năm',
  initiatives: 'sáng kiến được công nhận',
  discipline: 'kỷ luật',
  pending: 'vụ việc đang xem xét, xác minh',
  members: 'số liệu thành viên',
  blocks: 'kết quả cụm, khối thi đua',
};

export function changeText(change: Change): string {
  switch (change.kind) {
    case 'added':
      return `Sổ khen thưởng có thêm ${watchedText[change.of]} (${change.items.length}).`;
    case 'gone':
      return `Sổ khen thưởng bớt hoặc sửa ${watchedText[change.of]} (${change.items.length}).`;
    case 'flags':
      return [
        change.added.length > 0 ? `Có thêm ${change.added.length} cảnh báo.` : '',
        change.gone.length > 0 ? `${change.gone.length} cảnh báo đã rút hoặc hết hạn.` : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'ended':
      return change.on === null ? 'Đã bỏ ngày mất (giải thể).' : `Mất (giải thể) ngày ${dateText(change.on)}.`;
  }
}

/** As a paper cites it: the text, then where in it. */
export const sourcesText = (sources: readonly { readonly article: string; readonly basis: string }[]) =>
  sources.map(({ article, basis }) => `${basis}, Điều ${article}`).join('; ');

const someNames = (names: readonly string[]) =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} và ${names.length - 5} đối tượng khác`;

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'nobody_left':
      return 'Không còn đối tượng nào trong danh sách.';
    case 'not_concluded':
      return `Chưa có kết luận thẩm định: ${someNames(block.names)}.`;
    case 'flags_undecided':
      return `Còn cảnh báo chưa kết luận: ${someNames(block.names)}.`;
    case 'bodies_not_asked':
      return `Chưa lấy ý kiến: ${block.bodies.join(', ')}.`;
    case 'answers_awaited':
      return `Đang chờ ý kiến của ${block.bodies.join(', ')}, đến hết ngày ${dateText(block.dueOn)}.`;
    case 'list_missing':
      return `Phải công khai lấy ý kiến Nhân dân: ${someNames(block.names)}.`;
    case 'list_open':
      return block.mayClose
        ? 'Danh sách công khai đã đủ ngày nhưng chưa kết thúc.'
        : `Danh sách đang công khai đến hết ngày ${dateText(block.closesOn)}.`;
    case 'opinions_unhandled':
      return `Còn ${block.count} ý kiến của Nhân dân chưa xử lý.`;
  }
}

export function clockText({ daysLeft, isOver }: Clock): string {
  if (isOver) return `quá hạn ${-daysLeft} ngày làm việc`;
  return daysLeft === 0 ? 'hạn hôm nay' : `còn ${daysLeft} ngày làm việc`;
}

export const appraisalText = {
  title: 'Thẩm định hồ sơ khen thưởng',
  heading: (total: number) => (total === 0 ? 'Không có hồ sơ nào chờ thẩm định' : `${total} hồ sơ ở bước thẩm định`),
  lead: 'Hồ sơ gần hạn đứng trước. Hạn tính bằng ngày làm việc kể từ ngày sau ngày tiếp nhận.',
  caption: 'Hồ sơ ở bước thẩm định',
  desk: 'Hồ sơ',
  flags: 'Cảnh báo',
  bodies: 'Cơ quan phải lấy ý kiến',
  every: 'Tất cả',
  words: 'Mã, tên hồ sơ, đơn vị, đối tượng',
  stage: 'Bước',
  view: 'Xem',
  year: 'Năm',
  code: 'Mã',
  dossier: 'Hồ sơ',
  unit: 'Đơn vị trình',
  to: 'Nơi thẩm định',
  awards: 'Danh hiệu, hình thức',
  received: 'Tiếp nhận',
  due: 'Hạn',
  noTerm: 'chưa có quy định',
  concluded: 'Đã kết luận',
  flagged: 'Cảnh báo',
  waitingFor: 'Chờ',
  waitingText: (bodies: number, closesOn: string | null, opinions: number) =>
    [
      bodies > 0 ? `${bodies} cơ quan` : '',
      closesOn === null ? '' : `công khai đến ${dateText(closesOn)}`,
      opinions > 0 ? `${opinions} ý kiến chưa xử lý` : '',
    ]
      .filter(Boolean)
      .join('; '),
  simplified: 'thủ tục đơn giản',
  exportName: 'ho-so-tham-dinh',
  emptyWhat: 'Ở đây sẽ có hồ sơ đã gửi đến nơi ông/bà thẩm định.',
  emptyWhy: 'Chưa có hồ sơ nào ở bước này, hoặc không hồ sơ nào khớp với điều kiện lọc.',
  forbidden: 'Trang này dành cho người thẩm định, người có thẩm quyền quyết định và người kiểm soát.',
  forbiddenWhy: 'Đơn vị trình xem tình trạng ở trang hồ sơ của mình.',
  of: (unit: string, awards: string) => `${unit} đề nghị: ${awards}`,
  openDossier: 'Xem hồ sơ',
  report: 'Báo cáo thẩm định',
  word: 'Word',
  pdf: 'PDF',
  nominees: (count: number) => `${count} đối tượng đề nghị`,
  nominee: 'Đối tượng',
  award: 'Đề nghị',
  standard: 'Tiêu chuẩn',
  standardShort: { met: 'Đạt', to_judge: 'Cần xem xét', not_met: 'Chưa đạt' },
  papers: 'Hồ sơ',
  findings: 'Cần lưu ý',
  conclusion: 'Kết luận',
  notConcluded: 'chưa kết luận',
  removed: 'đã đưa ra khỏi danh sách',
  changed: 'có thay đổi sau thẩm định',
  changedTitle: 'Có thay đổi sau thẩm định',
  changedLead: 'Kiểm tra lại và kết luận lại trước khi trình tiếp.',
  flagCount: (count: number) => `${count} cảnh báo chưa kết luận`,
  flagsDecided: (count: number) => `${count} cảnh báo đã kết luận`,
  twinCount: (count: number) => `trùng ${count} hồ sơ khác`,
  copyCount: (count: number) => `báo cáo giống ${count} báo cáo khác`,
  missingCount: (count: number) => `thiếu ${count} giấy tờ`,
  ended: (day: string) => `mất (giải thể) ngày ${dateText(day)}`,
  nothingFound: 'không có',
  toJudgeCount: (count: number) => `${count} điều kiện`,
  concludeAll: (count: number) => `Kết luận chung (${count} đối tượng chưa kết luận)`,
  concludeAllTitle: 'Kết luận chung',
  concludeAllLead: (count: number) =>
    `${count} đối tượng dưới đây sẽ được kết luận “Đủ điều kiện”. Không ai khác thay đổi. Bỏ đánh dấu người cần xem riêng.`,
  concludeAllNobody: 'Không có đối tượng nào ở trang này chưa kết luận mà không có vấn đề.',
  concludeAllOthers: (count: number) =>
    `${count} đối tượng khác của trang này còn vấn đề phải xem riêng nên không có trong danh sách dưới đây.`,
  concludeAllVerb: 'Kết luận đủ điều kiện cho những đối tượng được đánh dấu',
  concludeAllNone: 'Chưa đánh dấu đối tượng nào.',
  choose: (name: string) => `Chọn ${name}`,
  summary: 'Nhận xét chung',
  summaryLead: 'In vào báo cáo thẩm định.',
  saveSummary: 'Lưu nhận xét',
  notWritten: 'Chưa viết.',
  opinions: 'Ý kiến các cơ quan',
  noOpinions: 'Không lấy ý kiến cơ quan nào.',
  notAskedYet: 'Chưa lấy ý kiến.',
  body: 'Cơ quan',
  answer: 'Ý kiến',
  sentOn: 'Gửi ngày',
  letter: 'Công văn',
  publicList: 'Lấy ý kiến Nhân dân',
  publicNotNeeded: 'Không đối tượng nào phải công khai theo quy định đang áp dụng.',
  publicNeeded: (count: number, days: number) =>
    `${count} đối tượng phải công khai ít nhất ${days} ngày làm việc trước khi Hội đồng họp.`,
  publicOpen: (from: string, until: string) => `Từ ngày ${dateText(from)} đến hết ngày ${dateText(until)}`,
  opinionCount: (all: number, unhandled: number) =>
    all === 0 ? 'Chưa có ý kiến' : `${all} ý kiến, ${unhandled} chưa xử lý`,
  manageList: 'Mở danh sách, xử lý ý kiến',
  next: 'Bước tiếp theo',
  blocked: 'Chưa trình tiếp được',
  councilNeeded: (names: string) => `Phải qua Hội đồng: ${names}.`,
  consultVerb: 'Chọn cơ quan và công khai danh sách',
  confirmLeave: (move: Leaving) => leavingText[move],
  lackingGoes: (count: number) => `${count} đối tượng chưa đủ điều kiện sẽ được trình kèm kết luận này.`,
  done: {
    'ket-luan': 'Đã lưu thẩm định.',
    'ket-luan-chung': 'Đã kết luận cho các đối tượng được đánh dấu.',
    'canh-bao': 'Đã ghi kết luận về cảnh báo.',
    'nhan-xet': 'Đã lưu nhận xét.',
    consult: 'Đã gửi lấy ý kiến. Hạn trả lời bắt đầu tính từ ngày mai.',
    to_council: 'Đã trình Hội đồng.',
    to_authority: 'Đã trình người có thẩm quyền quyết định.',
    'tra-loi': 'Đã ghi ý kiến.',
    'cong-van': 'Đã ghi số công văn.',
    tep: 'Đã đính kèm tệp.',
    'xu-ly': 'Đã ghi kết quả xử lý.',
    dong: 'Đã kết thúc công khai.',
    rut: 'Đã rút danh sách khỏi trang công khai.',
    sua: 'Đã lưu thay đổi của danh sách.',
    them: 'Đã bổ sung đối tượng vào danh sách.',
    bot: 'Đã đưa đối tượng ra khỏi danh sách.',
    'de-xuat': 'Đã đề xuất. Người khác phải xác nhận trước khi áp dụng.',
    'xac-nhan': 'Đã xác nhận.',
    'het-hieu-luc': 'Đã ghi hết hiệu lực.',
  } as Readonly<Record<string, string>>,
  // The page of one nominee.
  checklist: 'Kết luận từng điều kiện',
  verdict: 'Kết luận',
  why: 'Lý do',
  whyHint: 'Bắt buộc khi không đạt hoặc cần bổ sung.',
  noVerdict: 'chưa kết luận',
  result: 'Đối chiếu sổ khen thưởng',
  register: 'Trong sổ khen thưởng',
  held: 'Khen thưởng đã có',
  nothingHeld: 'Sổ chưa ghi khen thưởng nào.',
  papersWhole: 'Đủ giấy tờ theo quy định.',
  papersLack: (what: string) => `Thiếu hoặc chưa xong: ${what}.`,
  seePapers: 'Xem giấy tờ',
  seeReport: 'Xem báo cáo thành tích',
  copyOf: (name: string, unit: string, percent: number) => `Giống báo cáo của ${name}, ${unit}: ${percent}% nội dung`,
  twins: 'Cũng được đề nghị ở hồ sơ khác',
  noTwins: 'Không thấy hồ sơ khác đề nghị cùng danh hiệu, hình thức, cùng năm.',
  nomineeFlags: 'Cảnh báo của các cơ quan',
  noFlags: 'Không có cảnh báo nào về đối tượng này.',
  flagsNote: 'Cảnh báo không tự loại ai. Kết luận có ảnh hưởng hay không, kèm lý do.',
  effect: 'Ảnh hưởng',
  decideFlag: 'Ghi kết luận về cảnh báo',
  changeDecision: 'Sửa kết luận',
  noLonger: 'không còn hiệu lực',
  paperOf: (number: string, date: string | null) => (date === null ? number : `${number}, ngày ${dateText(date)}`),
  conclude: 'Kết luận về đối tượng',
  concludeHint: 'Để trống kết luận nếu chưa xong: các nhận xét vẫn được lưu.',
  concludeReason: 'Lý do, nhận xét',
  concludeReasonHint: 'Bắt buộc khi chưa đủ điều kiện hoặc đưa ra khỏi danh sách. Nêu căn cứ, điều khoản.',
  save: 'Lưu thẩm định',
  saveNext: 'Lưu và sang đối tượng tiếp theo',
  previous: 'Đối tượng trước',
  following: 'Đối tượng sau',
  concludedBy: (name: string, at: string) => `${name}, ${at}`,
  achievement: 'Tóm tắt thành tích',
  position: (at: number, all: number) => `Đối tượng ${at} trên ${all}`,
  pastOnly: 'Hồ sơ đã qua bước thẩm định: chỉ xem.',
  // Consultation.
  consultTitle: 'Lấy ý kiến',
  consultLead: (days: number) =>
    `Các cơ quan trả lời trong ${days} ngày làm việc. Đơn vị có tài khoản trả lời trên hệ thống; cơ quan khác trả lời bằng văn bản, người thẩm định nhập.`,
  demanded: 'Cơ quan phải lấy ý kiến theo quy định',
  noneDemanded: 'Quy định đang áp dụng không nêu cơ quan nào cho hồ sơ này.',
  ask: 'Lấy ý kiến',
  doNotAsk: 'Không lấy, có lý do',
  waiveReason: 'Lý do không lấy',
  asUnit: 'Đơn vị trên hệ thống',
  outside: 'ngoài hệ thống, trả lời bằng văn bản',
  others: 'Cơ quan khác',
  otherRow: (at: number) => `Cơ quan khác ${at}`,
  bodyName: 'Tên cơ quan',
  showAlso: (days: number) =>
    `Công khai cả hồ sơ để lấy ý kiến Nhân dân trong ${days} ngày làm việc, dù quy định không bắt buộc`,
  backToAppraisal: 'Về trang thẩm định',
  shown: 'Lời công khai',
  shownLead:
    'Chỉ tên, đơn vị, danh hiệu hoặc hình thức và lời dưới đây được công khai. Không ghi ngày sinh, nơi ở, số định danh, hoàn cảnh riêng.',
  shownOf: (name: string) => `Thành tích công khai của ${name}`,
  consultButton: 'Gửi lấy ý kiến',
  // One request.
  requestTitle: (body: string) => `Ý kiến của ${body}`,
  requestLead: (by: string) => `${by} đề nghị cho ý kiến về hồ sơ khen thưởng.`,
  requestNominees: 'Đối tượng đề nghị',
  requestAnswer: 'Ý kiến của cơ quan',
  answerWords: 'Nội dung ý kiến',
  answerWordsHint: 'Bắt buộc khi không đồng ý hoặc có ý kiến khác; nêu rõ đối tượng nào.',
  answerNumber: 'Số văn bản trả lời',
  answerDate: 'Ngày văn bản trả lời',
  answerVerb: 'Gửi ý kiến',
  enterVerb: 'Nhập ý kiến đã nhận',
  letterNumber: 'Số công văn',
  letterDate: 'Ngày công văn',
  letterVerb: 'Ghi số công văn',
  files: 'Tệp kèm theo',
  noFiles: 'Chưa có tệp nào.',
  file: 'Văn bản trả lời (PDF, Word)',
  attach: 'Đính kèm',
  late: 'trả lời sau thời hạn',
  silenceAgrees: 'Theo quy định, không trả lời trong thời hạn được coi là đồng ý.',
  silenceIsSilence: 'Không trả lời trong thời hạn không được coi là đồng ý.',
  // The public list, inside.
  listTitle: 'Công khai lấy ý kiến Nhân dân',
  listLead: (unit: string) => `Hồ sơ do ${unit} thẩm định.`,
  publicPage: 'Xem trang công khai',
  print: 'In danh sách',
  items: 'Đang công khai',
  peoplesOpinions: 'Ý kiến nhận được',
  noOpinionsYet: 'Chưa nhận được ý kiến nào.',
  opinionsClosed: 'Chỉ người thẩm định mở được nội dung ý kiến và tên người gửi.',
  sender: 'Người gửi',
  anonymous: 'không ghi tên',
  about: 'Về',
  aboutAll: 'cả danh sách',
  receivedAt: 'Nhận lúc',
  outcome: 'Kết quả xử lý',
  outcomeReason: 'Lý do, trả lời người gửi',
  outcomeReasonHint: 'Người gửi đọc được khi tra mã. Không nhắc lại tên người gửi.',
  passedTo: 'Chuyển đến',
  handleVerb: 'Ghi kết quả xử lý',
  closeVerb: 'Kết thúc công khai',
  closeNotYet: (day: string) => `Kết thúc được sau ngày ${dateText(day)}.`,
  changeTitle: 'Sửa lời công khai, kéo dài thời hạn',
  addTitle: 'Bổ sung đối tượng vào danh sách',
  addLead: (days: number) =>
    `Người được bổ sung được công khai đủ ${days} ngày làm việc kể từ hôm nay; những người khác giữ thời hạn của mình. Danh sách chỉ kết thúc, hồ sơ chỉ trình tiếp khi mọi đối tượng đều đủ thời hạn.`,
  addWhom: 'Đối tượng của hồ sơ chưa có trong danh sách',
  addVerb: 'Bổ sung vào danh sách',
  addUntil: 'Công khai đến hết ngày',
  addUntilHint: 'Bỏ trống: đủ số ngày làm việc bắt buộc.',
  offTitle: 'Đưa đối tượng ra khỏi danh sách',
  offLead:
    'Đối tượng vẫn được đề nghị trong hồ sơ; ý kiến đã nhận vẫn phải xử lý. Nếu quy định bắt buộc công khai thì phải bổ sung lại trước khi trình tiếp.',
  offVerb: 'Đưa ra khỏi danh sách',
  period: 'Thời hạn công khai',
  periodOf: (from: string, until: string) => `${dateText(from)} đến hết ${dateText(until)}`,
  addedWhy: (reason: string) => `Bổ sung: ${reason}`,
  until: 'Kéo dài đến hết ngày',
  untilHint: 'Bỏ trống: người được sửa lời tính lại đủ số ngày làm việc kể từ hôm nay, những người khác giữ thời hạn.',
  changeReason: 'Lý do',
  changeVerb: 'Lưu thay đổi',
  withdrawTitle: 'Rút danh sách',
  withdrawVerb: 'Rút khỏi trang công khai',
  changes: 'Thay đổi của danh sách',
  changeWhat: {
    extended: 'Kéo dài',
    added: 'Thêm đối tượng',
    removed: 'Bớt đối tượng',
    reworded: 'Sửa lời công khai',
  } as Readonly<Record<string, string>>,
  // What the unit sees.
  unitTitle: 'Tình trạng thẩm định',
  unitVerifying: 'Đang có nội dung được xác minh về đối tượng trong hồ sơ. Nơi thẩm định sẽ liên hệ khi cần.',
  unitNothing: 'Không có gì cần đơn vị làm lúc này.',
  unitAsked: (count: number) => `Đã gửi lấy ý kiến ${count} cơ quan.`,
  // Bodies that must be asked.
  bodiesTitle: 'Cơ quan phải lấy ý kiến khi thẩm định',
  bodiesLead:
    'Áp dụng theo ngày tiếp nhận hồ sơ. Dòng mới chỉ áp dụng khi người thứ hai xác nhận; dòng cũ còn nguyên cho hồ sơ cũ.',
  any: 'bất kỳ',
  level: 'Cấp quyết định',
  levels: { centre: 'Trung ương', province: 'tỉnh', base: 'cơ sở' } as Readonly<Record<string, string>>,
  dossierKind: 'Loại hình',
  group: 'Nhóm đối tượng',
  basis: 'Căn cứ',
  known: 'Mức độ xác minh',
  validFrom: 'Từ ngày',
  validUntil: 'Hết ngày',
  ofProduct: 'Có sẵn trong phần mềm',
  waitsConfirm: 'Chờ xác nhận, chưa áp dụng',
  confirm: 'Xác nhận',
  end: 'Cho hết hiệu lực',
  endReason: 'Lý do hết hiệu lực',
  propose: 'Đề xuất dòng mới',
  proposeVerb: 'Đề xuất',
  silence: 'Không trả lời trong thời hạn thì coi là đồng ý (chỉ khi văn bản quy định như vậy)',
  concernsText: 'Áp dụng với',
} as const;

export const dossierKindText: Readonly<Record<string, string>> = {
  merit: 'công trạng',
  sudden: 'đột xuất',
  movement: 'phong trào thi đua (chuyên đề)',
  devotion: 'quá trình cống hiến',
  tenure: 'niên hạn',
  foreign: 'đối ngoại',
};

export const publicText = {
  title: 'Lấy ý kiến Nhân dân về khen thưởng',
  lead: 'Danh sách cá nhân, tập thể được đề nghị khen thưởng, công khai trước khi Hội đồng Thi đua - Khen thưởng họp. Ai cũng có thể gửi ý kiến, không cần đăng nhập.',
  none: 'Hiện không có danh sách nào đang lấy ý kiến.',
  noneWhy: 'Danh sách được công khai ở đây khi quy định yêu cầu (Nghị định 152/2025/NĐ-CP, Điều 44).',
  listHeading: (unit: string) => `Danh sách do ${unit} công khai`,
  listTitle: (unit: string) => `Danh sách đề nghị khen thưởng do ${unit} công khai`,
  period: (from: string, until: string) => `Lấy ý kiến từ ngày ${dateText(from)} đến hết ngày ${dateText(until)}.`,
  over: (until: string) => `Đã hết thời gian lấy ý kiến (đến hết ngày ${dateText(until)}).`,
  basis: 'Căn cứ',
  count: (count: number) => `${count} cá nhân, tập thể`,
  open: 'Xem danh sách, gửi ý kiến',
  openClosed: 'Xem danh sách',
  caption: 'Cá nhân, tập thể được đề nghị khen thưởng',
  number: 'STT',
  name: 'Họ tên, tên tập thể',
  unit: 'Đơn vị',
  award: 'Đề nghị tặng',
  achievement: 'Thành tích',
  noWords: 'Không công khai thành tích chi tiết.',
  form: 'Gửi ý kiến',
  formLead:
    'Ý kiến chỉ người thẩm định đọc được. Đơn vị và người được đề nghị không biết ai gửi. Ông/bà có thể không ghi tên; ghi tên và cách liên hệ thì được hỏi lại khi cần.',
  text: 'Ý kiến của ông/bà',
  textHint:
    'Nêu sự việc, thời gian, nơi chốn ông/bà biết. Tối đa 5.000 ký tự. Không ghi nội dung thuộc bí mật nhà nước.',
  aboutLabel: 'Ý kiến về',
  aboutAll: 'Cả danh sách',
  sender: 'Họ tên',
  contact: 'Điện thoại hoặc thư điện tử',
  trap: 'Để trống ô này',
  send: 'Gửi ý kiến',
  sentTitle: 'Đã nhận ý kiến của ông/bà',
  sentLead: 'Giữ mã này để xem kết quả xử lý. Hệ thống không lưu mã nên không cấp lại được.',
  receipt: 'Mã nhận',
  follow: 'Tra kết quả xử lý ý kiến',
  followLead: 'Nhập mã đã nhận khi gửi ý kiến.',
  followVerb: 'Tra',
  followHint: 'Ví dụ: 7K2M-9QRT-4XWD',
  followNothing: 'Không có ý kiến nào mang mã này. Kiểm tra lại từng chữ của mã.',
  followWaiting: (unit: string) => `${unit} đã nhận và đang xem xét.`,
  received: 'Nhận lúc',
  handled: 'Xử lý lúc',
  outcome: 'Kết quả',
  reason: 'Trả lời',
  passedTo: 'Chuyển đến',
  back: 'Lấy ý kiến Nhân dân',
  closed: 'Danh sách này không nhận ý kiến nữa.',
  shownPeriod: 'Lấy ý kiến',
  itemPeriod: (from: string, until: string) => `${dateText(from)} đến hết ${dateText(until)}`,
  footer: 'Ngoài trang này, công dân thực hiện quyền khiếu nại, tố cáo theo quy định của pháp luật.',
} as const;

export type ShownProblem = { readonly field?: string; readonly label?: string; readonly message: string };

type Known =
  | KernelRefusal
  | IntakeRefusal
  | FlagRefusal
  | ConcludeRefusal
  | LeaveRefusal
  | RequestRefusal
  | ListRefusal
  | AmendRefusal
  | BodyRefusal
  | ListClosed
  | Braked;

/** What stands on the form after a refusal, at its fields where it has any. */
export function appraisalProblems(refusal: Refusal): readonly ShownProblem[] {
  const known = refusal as Known;
  if (isIntakeRefusal(known)) return [{ field: 'tep', label: appraisalText.file, message: intakeText(known) }];
  if (known.kind === 'appraisal_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: fieldLabel(field),
      message:
        field === 'conclusion' && problem.kind === 'not_offered'
          ? 'Chưa kết luận đủ điều kiện được: còn điều kiện cần bổ sung.'
          : fieldProblemText(problem),
    }));
  if (known.kind === 'needs' || known.kind === 'reason_missing')
    return [{ field: 'reason', label: appraisalText.why, message: 'Cần ghi rõ lý do.' }];
  if (known.kind === 'appraisal_blocked') return known.blocks.map((block) => ({ message: blockText(block) }));
  return [{ message: refusalText(known) }];
}

const labels: Readonly<Record<string, string>> = {
  ...flagHeadings,
  reason: appraisalText.why,
  conclusion: appraisalText.conclusion,
  effect: appraisalText.effect,
  answer: appraisalText.answer,
  words: appraisalText.answerWords,
  basis: appraisalText.basis,
  award: appraisalText.award,
  outcome: appraisalText.outcome,
  passedTo: appraisalText.passedTo,
  summary: appraisalText.summary,
  holder: 'Đối tượng',
  'doi-tuong': 'Đối tượng',
  loi: appraisalText.shown,
  'y-kien': publicText.text,
  ve: publicText.aboutLabel,
  'ho-ten': publicText.sender,
  'lien-he': publicText.contact,
};

function fieldLabel(field: string): string {
  const [kind, ...rest] = field.split(':');
  const item = rest.join(':');
  if (kind === 'r' || kind === 'v')
    return `${appraisalText.why}: ${plainChecks.find((each) => each === item) ? plainCheckText[item as PlainCheck] : item.replace('clause:', '')}`;
  if (field.startsWith('ly-do-')) return appraisalText.waiveReason;
  if (field.startsWith('loi-')) return appraisalText.shown;
  return labels[field] ?? labels[field.replace(/-\d+$/, '')] ?? '';
}

type Own = Exclude<
  Known,
  KernelRefusal | IntakeRefusal | { readonly kind: 'appraisal_wrong' | 'appraisal_blocked' | 'reason_missing' }
>;

const kernelKinds: readonly string[] = [
  'not_there',
  'not_allowed',
  'not_yours',
  'not_scoped',
  'wrong_stage',
  'four_eyes',
  'needs',
  'lost_race',
] satisfies readonly KernelRefusal['kind'][];

const isKernel = (refusal: Own | KernelRefusal): refusal is KernelRefusal => kernelKinds.includes(refusal.kind);

function refusalText(known: Own | KernelRefusal): string {
  if (isKernel(known)) return kernelRefusal(known);
  switch (known.kind) {
    case 'flag_closed':
      return `Cảnh báo này ${flagStateText[known.state].toLowerCase()} nên không sửa được nữa.`;
    case 'settled_already':
      return 'Đối tượng này đã được quyết định ở bước sau, không thẩm định lại được.';
    case 'list_changed':
      return `Từ lúc xem danh sách đến giờ đã có thay đổi: ${someNames(known.names)}. Chưa kết luận cho ai. Xem lại danh sách rồi kết luận lại.`;
    case 'council_needed':
      return `Phải qua Hội đồng trước khi trình quyết định: ${known.awardCodes.map(awardName).join(', ')}.`;
    case 'changed_since':
      return `Có thay đổi sau thẩm định, phải kết luận lại: ${someNames(known.names)}.`;
    case 'nothing_to_ask':
      return 'Chưa chọn cơ quan nào và không có danh sách nào để công khai. Nếu không cần lấy ý kiến thì trình tiếp.';
    case 'gone_on':
      return 'Hồ sơ đã sang bước khác nên không nhận ý kiến nữa.';
    case 'last_on_list':
      return 'Danh sách chỉ còn đối tượng này. Rút cả danh sách nếu không công khai nữa.';
    case 'too_early':
      return `Chưa kết thúc được: danh sách phải công khai đến hết ngày ${dateText(known.closesOn)}.`;
    case 'same_hand':
      return 'Người đề xuất không tự xác nhận được. Việc này phải do người khác thực hiện.';
    case 'list_closed':
      return publicText.over(known.closesOn);
    case 'too_many':
      return `Nơi ông/bà gửi quá nhiều lần. Hãy thử lại sau ${known.minutes} phút. Nội dung đã nhập còn nguyên.`;
    case 'sent_too_fast':
      return 'Ý kiến được gửi quá nhanh so với một người đang đọc. Hãy xem lại nội dung rồi gửi lại.';
    case 'form_stale':
      return 'Trang đã mở quá lâu. Nội dung ông/bà nhập còn nguyên, hãy bấm gửi lại.';
    case 'trap_filled':
      return 'Ô “Để trống ô này” phải để trống. Hãy xóa chữ trong ô đó rồi gửi lại.';
  }
}

export const appraisalWorkText = {
  appraise: (count: number) => `Thẩm định ${count} hồ sơ khen thưởng`,
  appraiseNote: 'Còn đối tượng chưa kết luận.',
  flags: (count: number) => `Xác định đối tượng của ${count} cảnh báo`,
  flagsNote: 'Chưa khớp với ai trong sổ khen thưởng.',
  opinions: (count: number) => `Xử lý ${count} ý kiến của Nhân dân`,
  opinionsNote: 'Gửi về danh sách công khai.',
  close: (title: string) => `Kết thúc công khai: ${title}`,
  closeNote: (day: string) => `Đã đủ thời gian, đến hết ngày ${dateText(day)}.`,
  asked: (title: string) => `Cho ý kiến về hồ sơ: ${title}`,
  askedNote: (by: string, day: string) => `${by} đề nghị, hạn ${dateText(day)}.`,
  confirm: (count: number) => `Xác nhận ${count} dòng về cơ quan phải lấy ý kiến`,
  confirmNote: 'Người khác đề xuất; chưa xác nhận thì chưa áp dụng.',
  look: 'Xem',
  open: 'Mở',
} as const;
