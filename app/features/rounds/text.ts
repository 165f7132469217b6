/** What people read about reporting rounds and reports. */
import { isPlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { parsePeriod } from '../../kernel/period.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { dateText } from '../../ui/moment.ts';
import { statusText } from '../../ui/text.ts';
import { periodText } from '../indicators/text.ts';
import type { ReportMove, RoundMove } from './procedure.ts';
import { reportMoves } from './procedure.ts';
import type { RoundDeed } from './round-deeds.server.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FilledSection, IndicatorRow, ReportStage, Section, TextProblem } from './report.ts';
import { fieldAt, fileAt } from './report-fields.ts';
import type { ReportRefusal } from './reports.server.ts';
import type { RoundField, RoundProblem, RoundStage } from './round.ts';
import { ADHOC } from './round.ts';
import type { AmendRefusal } from './amending.server.ts';
import type { ChangeRoundRefusal } from './drafting.server.ts';
import type { RoundChange } from './round-choices.server.ts';
import type { ExemptRefusal, MoveRoundRefusal } from './rounds.server.ts';
import type { RoundCounts, RoundView, Standing } from './standing.ts';

export const roundStageText: Readonly<Record<RoundStage, string>> = {
  draft: 'Đang chuẩn bị',
  open: 'Đang nhận báo cáo',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã bỏ',
};

export const roundMoveText: Readonly<Record<RoundMove, string>> = {
  change: 'Sửa kỳ báo cáo',
  open: 'Mở kỳ báo cáo',
  withdraw: 'Bỏ kỳ báo cáo này',
  exempt: 'Miễn báo cáo',
  expect: 'Thêm hoặc bớt đơn vị',
  postpone: 'Lùi hạn gửi',
  reform: 'Chuyển sang bản mẫu mới hơn',
  close: 'Kết thúc kỳ báo cáo',
  reopen: 'Mở lại',
};

const roundDoneText: Readonly<Record<RoundDeed | 'change' | 'created', string>> = {
  created: 'Đã lập kỳ báo cáo. Kiểm tra danh sách đơn vị rồi mở kỳ.',
  change: 'Đã lưu kỳ báo cáo.',
  open: 'Đã mở kỳ báo cáo. Các đơn vị thấy việc phải làm ở mục Việc của tôi.',
  withdraw: 'Đã bỏ kỳ báo cáo.',
  exempt: 'Đã ghi miễn báo cáo.',
  unexempt: 'Đã bỏ miễn báo cáo.',
  postpone: 'Đã lùi hạn gửi. Người của các đơn vị được báo tin.',
  reform: 'Đã chuyển kỳ sang bản mẫu mới. Phần các đơn vị đã viết vẫn giữ nguyên; người viết được báo tin.',
  add: 'Đã thêm đơn vị vào kỳ báo cáo.',
  out: 'Đã đưa đơn vị ra khỏi kỳ báo cáo.',
  close: 'Đã kết thúc kỳ báo cáo.',
  reopen: 'Đã mở lại kỳ báo cáo.',
};

export const reportStageText: Readonly<Record<ReportStage, string>> = {
  draft: 'Đang soạn',
  presented: 'Chờ thủ trưởng ký',
  signed: 'Đã gửi',
  received: 'Đã tiếp nhận',
  returned: 'Bị trả lại',
};

export const reportMoveText: Readonly<Record<ReportMove, string>> = {
  change: 'Lưu nháp',
  present: 'Lưu và trình thủ trưởng',
  sign: 'Lưu, ký và gửi',
  recall: 'Lấy lại để sửa',
  receive: 'Tiếp nhận',
  return: 'Trả lại',
};

const reportDoneText: Readonly<Record<ReportMove, string>> = {
  change: 'Đã lưu nháp. Báo cáo chưa được gửi.',
  present: 'Đã trình thủ trưởng đơn vị. Báo cáo được gửi khi thủ trưởng ký.',
  sign: 'Đã ký và gửi báo cáo.',
  recall: 'Đã lấy lại báo cáo để sửa.',
  receive: 'Đã tiếp nhận báo cáo.',
  return: 'Đã trả lại báo cáo cho đơn vị.',
};

export const standingText: Readonly<Record<Standing, string>> = {
  waiting: 'Chưa gửi',
  overdue: 'Quá hạn, chưa gửi',
  sent: 'Đã gửi',
  received: 'Đã tiếp nhận',
  returned: 'Đã trả lại để sửa',
  exempt: 'Được miễn',
};

export const viewText: Readonly<Record<RoundView, string>> = {
  'da-gui': 'Đã gửi',
  'dung-han': 'Gửi đúng hạn',
  'gui-muon': 'Gửi muộn',
  'da-nhan': 'Đã tiếp nhận',
  'chua-gui': 'Chưa gửi',
  'qua-han': 'Quá hạn, chưa gửi',
  mien: 'Được miễn',
};

export const roundFieldText: Readonly<Record<RoundField, string>> = {
  ten: 'Tên kỳ báo cáo',
  ky: 'Kỳ',
  'tu-ngay': 'Từ ngày',
  'den-ngay': 'Đến ngày',
  han: 'Hạn gửi',
  mau: 'Mẫu báo cáo',
  nhom: 'Đơn vị phải báo cáo',
  'don-vi': 'Đơn vị',
  'ly-do': 'Lý do',
};

export function roundProblemText(problem: RoundProblem): string {
  switch (problem.kind) {
    case 'name_missing':
      return 'Chưa có tên. Ví dụ: Báo cáo quý III năm 2026.';
    case 'name_long':
      return `Tên dài quá ${formatVietnamese(problem.limit)} ký tự. Viết gọn lại.`;
    case 'period_unknown':
      return 'Chưa chọn kỳ. Chọn một tháng, quý, nửa năm, năm, hoặc Đột xuất.';
    case 'day_impossible':
      return problem.typed === ''
        ? 'Chưa có ngày. Ví dụ 05/10/2026.'
        : `“${problem.typed}” không phải là ngày có thật. Ví dụ 05/10/2026.`;
    case 'last_before_first':
      return 'Ngày kết thúc đứng trước ngày bắt đầu.';
    case 'due_past':
      return `Hạn gửi đã qua (hôm nay ${dateText(problem.today)}). Chọn hôm nay hoặc một ngày sau.`;
    case 'not_later':
      return `Hạn đang là ${dateText(problem.dueOn)}. Chọn ngày sau đó.`;
    case 'reason_missing':
      return 'Chưa ghi lý do. Lý do được hiện cùng kỳ báo cáo.';
    case 'reason_long':
      return `Lý do dài quá ${formatVietnamese(problem.limit)} ký tự. Viết gọn lại.`;
    case 'unit_unknown':
      return 'Chưa chọn đơn vị, hoặc đơn vị này không còn chọn được.';
    case 'unit_has_written':
      return 'Đơn vị đã viết báo cáo của kỳ này nên không đưa ra được, để phần đã viết không mất. Nếu đơn vị không phải gửi nữa, hãy ghi miễn báo cáo.';
    case 'form_unknown':
      return 'Chưa chọn mẫu báo cáo.';
    case 'form_not_newer':
      return 'Kỳ đang dùng bản này hoặc bản mới hơn.';
    case 'nobody_expected':
      return 'Chưa có đơn vị nào phải báo cáo. Chọn ít nhất một nhóm có đơn vị.';
  }
}

export type RoundPageRefusal = ChangeRoundRefusal | MoveRoundRefusal | ExemptRefusal | AmendRefusal;

export function roundRefusalText(refusal: RoundPageRefusal): string {
  switch (refusal.kind) {
    case 'round_wrong':
      return 'Kỳ báo cáo chưa hợp lệ. Xem từng ô bên dưới.';
    case 'due_past':
      return `Hạn gửi ${dateText(refusal.dueOn)} đã qua. Bỏ kỳ này và lập kỳ mới với hạn khác.`;
    case 'reason_missing':
      return 'Chưa ghi lý do. Ví dụ: Đơn vị mới thành lập, chưa phát sinh nhiệm vụ.';
    case 'reason_long':
      return `Lý do dài quá ${formatVietnamese(refusal.limit)} ký tự. Viết gọn lại.`;
    case 'wrong_stage':
      return `Kỳ báo cáo đang ở bước “${roundStageText[refusal.stage as RoundStage]}” nên chưa làm được việc này.`;
    case 'lost_race':
      return 'Người khác vừa thay đổi kỳ báo cáo này. Xem lại bên dưới rồi làm lại nếu còn cần.';
    case 'not_there':
    case 'not_yours':
    case 'not_scoped':
    case 'four_eyes':
    case 'needs':
      return kernelRefusal(refusal);
  }
}

/** Law on the protection of state secrets: what is said at every door. */
export const secretNote = ({ code, name }: SecretScheme) =>
  `Không nhập nội dung, số liệu hoặc tệp thuộc đề án ${code} (${name}) vào báo cáo này. Việc báo cáo đề án đó thực hiện bằng văn bản theo quy định về bảo vệ bí mật nhà nước.`;

export function textProblemText(problem: TextProblem): string {
  switch (problem.kind) {
    case 'text_missing':
      return 'Mục này phải có nội dung trước khi trình hoặc ký gửi. Không có gì để nêu thì ghi “Không có”.';
    case 'too_long':
      return `Dài quá ${formatVietnamese(problem.limit)} ký tự. Viết gọn lại.`;
    case 'names_secret':
      return `Có nhắc đến đề án ${problem.code}, thuộc phạm vi bảo vệ bí mật nhà nước. Bỏ phần này khỏi báo cáo; báo cáo riêng bằng văn bản theo quy định.`;
  }
}

export function reportRefusalText(refusal: ReportRefusal): string {
  switch (refusal.kind) {
    case 'report_wrong':
      return 'Báo cáo chưa hợp lệ. Xem từng mục bên dưới.';
    case 'round_closed':
      return 'Kỳ báo cáo đã kết thúc nên không sửa, gửi hoặc trả lại được nữa. Liên hệ Sở Nội vụ để được mở lại.';
    case 'lost_race':
      return 'Người khác vừa sửa báo cáo này. Hai bản hiện cạnh nhau bên dưới: chọn bản giữ lại rồi lưu.';
    case 'wrong_stage':
      return `Báo cáo đang ở bước “${reportStageText[refusal.stage as ReportStage]}” nên chưa làm được việc này.`;
    case 'needs':
      return 'Chưa ghi lý do. Viết ngắn gọn để đơn vị biết cần sửa gì.';
    case 'four_eyes':
      return 'Ông/bà là người đã ký gửi báo cáo này nên không được tự tiếp nhận hoặc trả lại.';
    case 'not_there':
    case 'not_yours':
    case 'not_scoped':
      return kernelRefusal(refusal satisfies KernelRefusal);
  }
}

export const roundsText = {
  title: 'Kỳ báo cáo',
  lead: 'Mỗi kỳ gọi các đơn vị gửi báo cáo theo một mẫu, trước một hạn. Chỉ thị không ấn định kỳ; cơ quan tổng hợp mở kỳ theo tháng, quý, nửa năm, năm hoặc đột xuất.',
  new: 'Lập kỳ báo cáo',
  caption: 'Các kỳ báo cáo',
  name: 'Kỳ báo cáo',
  span: 'Số liệu của',
  due: 'Hạn gửi',
  stage: 'Tình trạng',
  progress: 'Đã gửi',
  late: 'Muộn, quá hạn',
  share: 'Đúng hạn',
  emptyWhat: 'Chưa có kỳ báo cáo nào',
  emptyWhy: 'Kỳ báo cáo hiện ở đây khi Sở Nội vụ mở kỳ.',
  progressOf: ({ sent, expected }: RoundCounts) =>
    expected === 0 ? '' : `${formatVietnamese(sent)} trên ${formatVietnamese(expected)}`,
  newTitle: 'Lập kỳ báo cáo mới',
  newLead: 'Lập xong, kỳ còn ở bước chuẩn bị: kiểm tra danh sách đơn vị, ghi miễn báo cáo nếu có, rồi mở kỳ.',
  nameHint: 'Ví dụ: Báo cáo quý III năm 2026.',
  periodHint: 'Bảng số liệu trong báo cáo lấy đến hết kỳ này.',
  groups: { quarter: 'Quý', month: 'Tháng', half: '6 tháng', year: 'Năm' },
  adhoc: 'Đột xuất (theo ngày)',
  daysHint: 'Chỉ ghi khi kỳ là Đột xuất.',
  dueHint: 'Tính đến hết ngày. Trúng ngày nghỉ thì hạn chuyển sang ngày làm việc tiếp theo.',
  formOption: (name: string, edition: number, isDefault: boolean) =>
    `${name}${isDefault ? ' (mẫu mặc định)' : ''}, bản ${edition}`,
  unitsHint: 'Chỉ tính đơn vị đang hoạt động và có nhiệm vụ trong phong trào.',
  kindOption: (name: string, count: number) => `${name} (${formatVietnamese(count)})`,
  save: 'Lập kỳ báo cáo',
} as const;

export const unitReportsText = {
  title: (unit: string) => `Báo cáo của ${unit}`,
  lead: 'Mỗi kỳ gọi đơn vị báo cáo: hạn, ngày gửi đầu tiên, muộn bao nhiêu ngày làm việc, bị trả lại bao nhiêu lần.',
  caption: 'Các kỳ của đơn vị',
  sheet: 'Báo cáo của đơn vị',
  round: 'Kỳ báo cáo',
  span: 'Số liệu của',
  due: 'Hạn gửi',
  stage: 'Kỳ',
  onTime: (onTime: number, all: number) => `${formatVietnamese(onTime)} trên ${formatVietnamese(all)} kỳ gửi đúng hạn.`,
  emptyWhat: 'Chưa có kỳ báo cáo nào của đơn vị',
  emptyWhy: 'Các kỳ gọi đơn vị này báo cáo hiện ở đây, với người của đơn vị và nơi nhận báo cáo.',
  exportName: 'bao-cao-cua-don-vi',
} as const;

export const shareText = (share: number | null): string => (share === null ? '' : `${formatVietnamese(share)}%`);

export function spanText({ period, firstDay, lastDay }: { period: string | null; firstDay: string; lastDay: string }) {
  return period === null ? `${dateText(firstDay)} đến ${dateText(lastDay)}` : periodText(period);
}

export const roundText = {
  lead: (span: string, due: string) => `Số liệu ${span}. Hạn gửi: hết ngày ${due}.`,
  dueMoved: (asked: string, due: string) =>
    `Hạn được chọn là ${asked}, trúng ngày nghỉ, nên chuyển sang ngày làm việc tiếp theo: ${due}.`,
  dueMovedTitle: 'Hạn gửi đã chuyển',
  form: 'Mẫu báo cáo',
  formName: (name: string, edition: number, isDefault: boolean) =>
    `${name}, bản ${edition}${isDefault ? ' (mẫu mặc định của hệ thống, chưa được cơ quan nào ban hành)' : ''}`,
  expected: 'Phải gửi',
  sent: 'Đã gửi',
  onTime: 'Đúng hạn',
  late: 'Gửi muộn',
  received: 'Đã tiếp nhận',
  missing: 'Chưa gửi',
  overdue: (n: number) => `${formatVietnamese(n)} đã quá hạn`,
  exempt: 'Được miễn',
  units: 'Đơn vị',
  all: 'Tất cả',
  show: 'Xem',
  unit: 'Đơn vị',
  standing: 'Tình trạng',
  sentOn: 'Ngày gửi đầu tiên',
  lateMark: 'muộn',
  unitCode: 'Mã đơn vị',
  kind: 'Loại đơn vị',
  block: 'Khối, cụm',
  noBlock: 'Chưa thuộc khối, cụm nào',
  lateDays: 'Muộn (ngày làm việc)',
  returns: 'Số lần trả lại',
  lateBy: (days: number) => `muộn ${formatVietnamese(days)} ngày làm việc`,
  overdueBy: (days: number) => `quá ${formatVietnamese(days)} ngày làm việc`,
  returnedTimes: (n: number) => `trả lại ${formatVietnamese(n)} lần`,
  noOwner: 'chưa có người phụ trách',
  byKind: 'Theo loại đơn vị',
  byBlock: 'Theo khối, cụm thi đua',
  share: 'Tỉ lệ đúng hạn',
  history: 'Các kỳ khác của đơn vị',
  exportName: 'ky-bao-cao',
  noUnits: 'Không có đơn vị nào của ông/bà trong kỳ này.',
  noneInView: 'Không có đơn vị nào thuộc mục này.',
  merged: (successors: readonly string[]) =>
    successors.length === 0 ? 'đã chấm dứt hoạt động' : `đã sáp nhập, kế thừa: ${successors.join(', ')}`,
  exemptTitle: 'Miễn báo cáo cho một đơn vị',
  exemptUnit: 'Đơn vị',
  exemptReason: 'Lý do miễn',
  exemptVerb: 'Miễn báo cáo',
  unexempt: 'Bỏ miễn',
  exemptBecause: (reason: string) => `Lý do: ${reason}`,
  chooseUnit: 'Chưa chọn đơn vị.',
  openWhat: (n: number) =>
    `Mở kỳ thì ${formatVietnamese(n)} đơn vị phải gửi báo cáo. Sau đó chỉ còn lùi hạn, chuyển sang bản mẫu mới hơn, thêm bớt đơn vị, mỗi việc có lý do.`,
  changeLink: 'Sửa kỳ báo cáo',
  changeTitle: 'Sửa kỳ báo cáo đang chuẩn bị',
  changeSave: 'Lưu kỳ báo cáo',
  changeRaced: 'Người khác vừa sửa kỳ này. Hai bản hiện cạnh nhau bên dưới: chọn bản giữ lại rồi lưu.',
  newDue: 'Hạn gửi mới',
  postponeHint:
    'Sau hạn hiện nay. Trúng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo. Đúng hạn hay muộn tính theo hạn mới.',
  newForm: 'Bản mẫu mới hơn',
  reformWhat:
    'Báo cáo đã gửi giữ nguyên. Phần đơn vị đang viết vẫn giữ; mục không còn trong bản mới thì hiện riêng để chép sang.',
  addTitle: 'Thêm đơn vị',
  addWhat: 'Cho đơn vị mới thành lập hoặc còn sót. Người của đơn vị được báo tin.',
  addVerb: 'Thêm vào kỳ',
  outTitle: 'Đưa đơn vị ra khỏi kỳ',
  outWhat:
    'Chỉ đơn vị chưa viết gì. Đơn vị đã sáp nhập mà đã viết thì báo cáo vẫn giữ, đơn vị kế thừa xem và làm tiếp được.',
  outVerb: 'Đưa ra khỏi kỳ',
  changes: 'Thay đổi sau khi mở kỳ',
  changeReason: (reason: string) => `Lý do: ${reason}`,
  closeWhat: (n: number) =>
    n === 0
      ? 'Mọi báo cáo đã được tiếp nhận. Kết thúc thì không ai sửa hoặc gửi thêm được.'
      : `Còn ${formatVietnamese(n)} báo cáo chưa gửi hoặc chưa tiếp nhận. Kết thúc thì không ai sửa hoặc gửi thêm được.`,
  closeTitle: 'Kết thúc kỳ báo cáo',
  reopenTitle: 'Mở lại kỳ báo cáo',
  reason: 'Lý do',
  rule: 'Đúng hạn hay muộn tính theo lần gửi đầu tiên; báo cáo bị trả lại để bổ sung không vì thế mà thành muộn.',
} as const;

export const reportText = {
  title: (round: string, unit: string) => `${unit}: ${round}`,
  lead: (due: string) => `Hạn gửi: hết ngày ${due}.`,
  done: (move: ReportMove) => reportDoneText[move],
  returned: 'Báo cáo bị trả lại',
  secretTitle: 'Bí mật nhà nước',
  exemptTitle: 'Được miễn báo cáo',
  mergedTitle: 'Đơn vị đã thay đổi',
  merged: (unit: string, successors: readonly string[]) =>
    `${unit} ${roundText.merged(successors)}. Báo cáo của đơn vị vẫn giữ ở đây.`,
  required: 'phải có khi ký gửi',
  filled: 'Bảng tự lấy từ số liệu; khi ký gửi thì giữ nguyên như lúc ký.',
  write: 'Soạn báo cáo',
  nothingYet: 'Chưa có báo cáo',
  nothingYetWhy: 'Báo cáo hiện ở đây khi thủ trưởng đơn vị ký gửi.',
  sentBy: (name: string, moment: string, number: number) => `Lần gửi ${number}: ${name} ký lúc ${moment}.`,
  sentTitle: 'Báo cáo đã gửi',
  earlier: 'Các lần gửi trước',
  decide: 'Tiếp nhận hoặc trả lại',
  reason: 'Lý do trả lại',
  signRemark: 'Ký gửi là việc của thủ trưởng. Gửi rồi còn lấy lại được cho đến khi được tiếp nhận.',
  indicator: 'Chỉ tiêu',
  goal: 'Mức phải đạt trong năm',
  value: 'Kết quả đã xác nhận',
  period: 'Kỳ của số liệu',
  noIndicators: 'Đơn vị chưa được giao, chưa đăng ký và chưa có số liệu chỉ tiêu nào trong năm.',
  about: 'Đề án, chỉ tiêu',
  wording: 'Nội dung đăng ký',
  pledged: 'Mức đăng ký',
  noPledges: 'Chưa có đăng ký nào của năm được tiếp nhận.',
  empty: 'Không có nội dung.',
  whole: 'Phần chung, đề án khác',
  noCriteria: 'Đơn vị chưa chủ trì, phối hợp, chưa có kế hoạch hoặc đăng ký theo đề án nào: viết ở phần chung.',
  noListed: 'Mục này chưa có chỉ tiêu nào để nhận xét.',
  comment: (indicator: string) => `Nhận xét về ${indicator}`,
  soFar: 'Từ đầu năm',
  status: 'Tình trạng',
  soFarNote:
    'Chỉ tiêu cộng dồn hoặc lấy bình quân trong năm có thêm kết quả từ đầu năm; tình trạng xét theo kết quả đó, so với phần phải đạt đến lúc ấy. Chỉ tính số liệu của các kỳ đến hết ngày cuối của kỳ báo cáo.',
  plan: 'Kế hoạch',
  aboutPlan: 'Đề án, phong trào',
  percent: 'Đã thực hiện',
  tasks: 'Nhiệm vụ',
  lateTasks: 'Nhiệm vụ muộn',
  lateMilestones: 'Mốc muộn',
  noPlans: 'Chưa có kế hoạch nào được phê duyệt có thời gian thuộc năm này.',
  initiative: 'Sáng kiến, mô hình',
  initiativeKind: 'Loại',
  level: 'Cấp công nhận',
  decision: 'Quyết định',
  adoptions: 'Đơn vị áp dụng',
  decided: (number: string, day: string) => `${number}, ${dateText(day)}`,
  noInitiatives: 'Trong kỳ chưa có sáng kiến, mô hình nào của đơn vị được công nhận.',
  finding: 'Tồn tại, kiến nghị',
  remedy: 'Yêu cầu khắc phục',
  inspectedBy: 'Cơ quan kiểm tra',
  remedyDue: 'Hạn khắc phục',
  noFindings: 'Không có tồn tại, kiến nghị nào qua kiểm tra phải khắc phục trong kỳ.',
  papers: 'Tệp đã kèm',
  word: 'Tải Word',
  pdf: 'Tải PDF',
  noPapers: 'Chưa có tệp nào.',
  paperFile: 'Chọn tệp',
  paperHint: 'PDF, ảnh, Word, Excel; mỗi lần một tệp.',
  attach: 'Lưu và kèm tệp',
  detach: 'Bỏ tệp',
  paperMissing: 'Mục này phải có ít nhất một tệp trước khi trình hoặc ký gửi.',
  attached: 'Đã kèm tệp. Phần đã viết cũng đã lưu.',
  detached: 'Đã bỏ tệp. Phần đã viết cũng đã lưu.',
  leftOverTitle: 'Phần đã viết không còn mục trong mẫu',
  leftOverWhy:
    'Mẫu báo cáo đã đổi nên các mục sau không còn. Nội dung vẫn được giữ ở đây nhưng không nằm trong báo cáo ký gửi: chép sang mục khác nếu còn cần.',
} as const;

export function goalText({ goal, goalHigh, unitOfMeasure, isPledge }: IndicatorRow): string {
  if (goal === null) return '';
  const range = goalHigh === null ? formatVietnamese(goal) : `${formatVietnamese(goal)}–${formatVietnamese(goalHigh)}`;
  return `${range} ${unitOfMeasure}${isPledge ? ' (đăng ký)' : ''}`;
}

export function amountText(value: string | null, unitOfMeasure: string | null): string {
  return value === null ? '' : `${formatVietnamese(value, undefined, 3)} ${unitOfMeasure ?? ''}`.trim();
}

/** "1.234,5 tỷ đồng (đến hết tháng 6/2026)"; nothing for what does not add up over the year. */
export function soFarText({ soFar, unitOfMeasure }: IndicatorRow): string {
  return soFar ? `${amountText(soFar.value, unitOfMeasure)} (đến hết ${periodText(soFar.until)})` : '';
}

export const rowStatusText = ({ status }: IndicatorRow): string => (status ? statusText[status] : '');

export function figuresText(row: IndicatorRow): string {
  const goal = goalText(row);
  const value = amountText(row.value, row.unitOfMeasure);
  const soFar = soFarText(row);
  return [
    goal && `Phải đạt: ${goal}.`,
    value ? `Đã xác nhận: ${value}.` : 'Chưa có số liệu được xác nhận.',
    soFar && `Từ đầu năm: ${soFar}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export type Problem = { readonly field?: string; readonly label?: string; readonly message: string };

export function roundProblems(refusal: RoundPageRefusal): readonly Problem[] {
  if (refusal.kind !== 'round_wrong') return [{ message: roundRefusalText(refusal) }];
  return refusal.problems.map(({ field, problem }) => ({
    field,
    label: roundFieldText[field],
    message: roundProblemText(problem),
  }));
}

/** Where on the page of a round a refusal belongs: at its fields, or above all. */
export function roundPageProblems(refusal: RoundPageRefusal, deed: RoundDeed | undefined): readonly Problem[] {
  if (refusal.kind === 'round_wrong') return roundProblems(refusal);
  const message = roundRefusalText(refusal);
  const isReason = refusal.kind === 'needs' || refusal.kind === 'reason_missing' || refusal.kind === 'reason_long';
  if (isReason) return [{ field: 'ly-do', label: roundText.reason, message }];
  if (refusal.kind === 'not_there' && deed === 'exempt')
    return [{ field: 'don-vi', label: roundText.exemptUnit, message: roundText.chooseUnit }];
  return [{ message }];
}

/** What is said after a deed, by the word that the address carries. */
export function roundDeedText(done: string | null): string | undefined {
  return done !== null && done in roundDoneText ? roundDoneText[done as keyof typeof roundDoneText] : undefined;
}

type RoundFields = Readonly<Partial<Record<string, string>>>;

/** What was typed of a round beside what is stored. */
export function roundVersions(mine: RoundFields, theirs: RoundFields) {
  return (['ten', 'ky', 'tu-ngay', 'den-ngay', 'han'] as const).map((field) => ({
    label: roundFieldText[field],
    mine: shownIn(field, mine[field]),
    theirs: shownIn(field, theirs[field]),
  }));
}

function shownIn(field: RoundField, value = ''): string {
  if (value === '') return '';
  if (field === 'ky' && parsePeriod(value)) return periodText(value);
  if (field === 'ky') return value === ADHOC ? roundsText.adhoc : value;
  return field === 'ten' || !isPlainDate(value) ? value : dateText(value);
}

/** What was changed about a round after it opened. */
export function roundChangeText({ kind, unit, was, became }: RoundChange): string {
  switch (kind) {
    case 'due':
      return `Lùi hạn gửi từ ${dateText(was)} sang ${dateText(became)}`;
    case 'form':
      return `Chuyển từ bản mẫu ${was} sang bản ${became}`;
    case 'unit_added':
      return `Thêm ${unit ?? ''} vào kỳ báo cáo`;
    case 'unit_out':
      return `Đưa ${unit ?? ''} ra khỏi kỳ báo cáo`;
  }
}

type Asked = { readonly sections: readonly Section[]; readonly paperAt: number };

/** What stands on the form after a refusal, at its sections where it has any; of a file, where it was chosen. */
export function reportProblems(refusal: Refusal, { sections, paperAt }: Asked): readonly Problem[] {
  const known = refusal as ReportRefusal | IntakeRefusal;
  if (isIntakeRefusal(known))
    return [{ field: fileAt(paperAt), label: reportText.paperFile, message: intakeText(known) }];
  if (known.kind !== 'report_wrong') return [{ message: reportRefusalText(known) }];
  return known.problems.map(({ position, part, problem }) => {
    const section = sections.find((one) => one.position === position);
    const isPaper = section?.kind === 'attachments';
    return {
      field: isPaper ? fileAt(position) : fieldAt(position, part),
      label: [section?.heading, section?.parts.find((one) => one.part === part)?.heading].filter(Boolean).join(': '),
      message: isPaper && problem.kind === 'text_missing' ? reportText.paperMissing : textProblemText(problem),
    };
  });
}

/** What is said after a deed, by the word that the address carries. */
export function reportDeedText(done: string | null): string | undefined {
  if (done === 'attach') return reportText.attached;
  if (done === 'detach') return reportText.detached;
  const move = reportMoves.find((each) => each === done);
  return move && reportText.done(move);
}

/** What was typed beside what is stored, text by text. */
export function reportVersions(mine: Readonly<Record<string, string>>, theirs: readonly FilledSection[]) {
  return theirs.flatMap((section) => {
    const { position, heading } = section;
    const at = (part: string, label: string, body: string) => ({
      label,
      mine: mine[fieldAt(position, part)] ?? '',
      theirs: body,
    });
    const whole = 'body' in section ? [at('', heading, section.body)] : [];
    const parts = 'parts' in section ? section.parts : [];
    return [...whole, ...parts.map((one) => at(one.part, `${heading}: ${one.heading}`, one.body))];
  });
}
