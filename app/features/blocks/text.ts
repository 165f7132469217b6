/** The words of a block's year. */
import type { Refusal } from '../../kernel/result.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { FieldError } from '../../ui/field-error.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { BlockRefusal } from '../organisation/block.ts';
import { blockRefusal } from '../organisation/text.ts';
import type { BlockPlace } from './block-year.ts';
import type { Attendance } from './minutes.ts';
import type { MeetingMove, MeetingStage, PactMove, PactStage, StandInMove, StandInStage } from './procedure.ts';
import type { BlockField, BlockProblem, BlockWrong } from './typed.ts';

export const pactStageText: Readonly<Record<PactStage, string>> = {
  draft: 'Đang soạn',
  open: 'Đang lấy chữ ký',
  closed: 'Đã ký kết',
  superseded: 'Đã thay bằng bản mới',
  withdrawn: 'Đã bỏ',
};

export const pactMoveText: Readonly<Record<PactMove, string>> = {
  change: 'Lưu bản soạn',
  open: 'Đưa ra lấy chữ ký',
  withdraw: 'Bỏ bản soạn',
  recall: 'Đưa về soạn lại',
  sign: 'Ký giao ước',
  take_back: 'Rút chữ ký',
  decline: 'Không ký giao ước',
  close: 'Kết thúc ký',
  renew: 'Lập bản mới',
};

export const meetingStageText: Readonly<Record<MeetingStage, string>> = {
  planned: 'Dự kiến, chưa mời',
  called: 'Đã mời',
  held: 'Đã họp, đang ghi biên bản',
  closed: 'Đã chốt biên bản',
  cancelled: 'Không họp',
};

export const meetingMoveText: Readonly<Record<MeetingMove, string>> = {
  change: 'Lưu cuộc họp',
  call: 'Mời họp',
  cancel: 'Hủy cuộc họp',
  hold: 'Ghi nhận đã họp',
  write: 'Lưu biên bản',
  attach: 'Đính kèm tài liệu',
  close: 'Chốt biên bản',
  report: 'Báo đã thực hiện',
};

export const standInStageText: Readonly<Record<StandInStage, string>> = {
  none: 'Trưởng làm việc',
  standing: 'Phó đang làm thay',
};
export const standInMoveText: Readonly<Record<StandInMove, string>> = {
  stand_in: 'Ghi nhận phó làm thay',
  end: 'Kết thúc làm thay',
};

export const attendanceText: Readonly<Record<Attendance, string>> = {
  present: 'Thủ trưởng dự',
  represented: 'Cử người dự thay',
  absent: 'Vắng',
};

export const placeText: Readonly<Record<BlockPlace, string>> = {
  lead: 'đơn vị trưởng khối, cụm của năm',
  deputy: 'đơn vị phó đang làm thay trưởng',
  unit: 'chính đơn vị thành viên đó',
};

export const fieldText: Readonly<Record<BlockField, string>> = {
  number: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  about: 'Trích yếu',
  seats: 'Vai trò của thành viên',
  title: 'Tên',
  content: 'Lời văn giao ước',
  signUntil: 'Ký trước ngày',
  reason: 'Lý do',
  unsignedReason: 'Lý do kết thúc khi còn đơn vị chưa ký',
  name: 'Họ và tên',
  post: 'Chức vụ',
  plannedOn: 'Ngày họp',
  plannedTime: 'Giờ họp',
  place: 'Địa điểm',
  agenda: 'Chương trình',
  beganAt: 'Giờ bắt đầu thực tế',
  endedAt: 'Giờ kết thúc',
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  course: 'Diễn biến, ý kiến',
  conclusion: 'Kết luận',
  attendance: 'Thành phần dự họp',
  what: 'Việc thống nhất',
  unit: 'Đơn vị thực hiện',
  dueOn: 'Hạn',
  note: 'Kết quả',
  deputy: 'Đơn vị phó làm thay',
  untilDay: 'Đến hết ngày',
  'tep-moi': 'Tệp',
};

const problems: Readonly<Record<BlockProblem, string>> = {
  missing: 'Chưa ghi. Điền nội dung này.',
  not_a_day: 'Không phải một ngày. Ghi như 05/10/2026 hoặc chọn trên lịch.',
  in_future: 'Ngày ở tương lai. Ghi đúng ngày trên quyết định đã ký.',
  in_past: 'Ngày đã qua. Chọn từ hôm nay trở đi.',
  outside_year: 'Ngày không thuộc năm thi đua này. Nhận từ tháng 10 năm trước đến hết tháng 6 năm sau.',
  too_long: 'Dài quá mức cho phép. Rút ngắn lại.',
  not_offered: 'Không có trong danh sách. Chọn lại.',
  not_a_time: 'Không phải giờ. Ghi như 8:30 hoặc 14:00.',
  before_begin: 'Trước giờ bắt đầu. Ghi giờ kết thúc sau giờ bắt đầu, ví dụ 11:00.',
  before_meeting: 'Hạn trước ngày họp. Chọn từ ngày họp trở đi.',
};

function problemText(field: BlockField, problem: BlockProblem): string {
  if (field === 'attendance')
    return 'Còn thành viên chưa ghi có mặt hay vắng, hoặc chưa ghi ai dự. Điền đủ từng dòng rồi lưu.';
  if (field === 'unsignedReason' && problem === 'not_offered') return 'Chưa đơn vị nào ký nên chưa kết thúc được.';
  if (field === 'unsignedReason') return 'Còn đơn vị chưa ký. Ghi lý do kết thúc, hoặc chờ đủ chữ ký.';
  if (field === 'signUntil' && problem === 'outside_year')
    return 'Ngày sau khi năm thi đua kết thúc. Chọn chậm nhất ngày 31/12 của năm thi đua.';
  if (field === 'tep-moi') return 'Chưa chọn tệp. Chọn bản quyết định đã ký, ví dụ tệp PDF.';
  return problems[problem];
}

type OwnRefusal =
  | BlockWrong
  | BlockRefusal
  | { readonly kind: 'not_yet_held' | 'day_over' | 'sign_until_over'; readonly day: string }
  | { readonly kind: 'year_over'; readonly year: number }
  | {
      readonly kind:
        | 'no_members'
        | 'no_lead'
        | 'decision_there'
        | 'pact_under_way'
        | 'already_signed'
        | 'signed_already'
        | 'declined_already'
        | 'words_changed'
        | 'not_by_token';
    };

/** At the fields where there are any; else under an empty name, said above the page. */
export function blockProblems(refusal: Refusal): readonly FieldError[] {
  if (isIntakeRefusal(refusal))
    return [{ field: 'tep-moi', label: fieldText['tep-moi'], message: intakeText(refusal) }];
  const known = refusal as OwnRefusal | KernelRefusal;
  switch (known.kind) {
    case 'block_wrong':
      return known.wrongs.map(({ field, problem }) => ({
        field,
        label: fieldText[field],
        message: problemText(field, problem),
      }));
    case 'needs':
      return [{ field: 'reason', label: fieldText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn, đủ hiểu.' }];
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
    case 'four_eyes':
    case 'lost_race':
      return [said(kernelRefusal(known))];
    case 'not_yours':
      return [said(blocksText.notYours)];
    case 'wrong_stage':
      return [
        said(
          'Nội dung này đã chuyển sang bước khác nên không thực hiện được việc vừa chọn. Xem tình trạng mới trên trang.',
        ),
      ];
    case 'not_yet_held':
      return [
        said(
          `Cuộc họp dự kiến ngày ${dateText(known.day)}, chưa đến nên chưa ghi nhận đã họp. Nếu họp sớm, sửa ngày họp trước.`,
        ),
      ];
    case 'day_over':
      return [
        said(
          `Ngày họp ${dateText(known.day)} đã qua nên không mời họp được nữa. Nếu cuộc họp đã diễn ra, chọn Ghi nhận đã họp; nếu chưa, sửa ngày họp rồi mời.`,
        ),
      ];
    case 'sign_until_over':
      return [said(`Hạn ký ${dateText(known.day)} đã qua. Sửa hạn ký ở bản soạn, lưu lại, rồi đưa ra lấy chữ ký.`)];
    case 'year_over':
      return [said(yearOverText(known.year))];
    case 'no_members':
      return [
        said(
          'Năm này chưa có thành viên. Người quản trị xếp thành viên ở trang Khối, cụm thi đua của phần Quản trị trước.',
        ),
      ];
    case 'no_lead':
      return [
        { field: 'seats', label: fieldText.seats, message: 'Chưa có đơn vị trưởng. Chọn đúng một đơn vị làm trưởng.' },
      ];
    case 'decision_there':
      return [
        {
          field: 'number',
          label: fieldText.number,
          message: 'Quyết định cùng số, cùng ngày đã được ghi nhận cho năm này.',
        },
      ];
    case 'pact_under_way':
      return [
        said(
          'Năm này đã có một bản giao ước đang soạn, đang ký hoặc đã ký kết. Mở bản đó; muốn đổi lời văn thì lập bản mới từ đó.',
        ),
      ];
    case 'already_signed':
      return [said('Đã có đơn vị ký nên không sửa lại bản này. Chọn Lập bản mới: các đơn vị ký lại theo lời văn mới.')];
    case 'signed_already':
      return [said('Đơn vị này đã ký. Mỗi đơn vị ký một lần.')];
    case 'declined_already':
      return [said('Đơn vị này đã cho biết không ký. Muốn đổi ý thì ký giao ước.')];
    case 'words_changed':
      return [
        said('Lời văn đã khác bản ông/bà vừa đọc nên chưa ghi nhận. Đọc lại lời văn trên trang này rồi thực hiện lại.'),
      ];
    case 'not_by_token':
      return [said('Chữ ký giao ước do chính người ký thực hiện khi đăng nhập, không qua khóa API.')];
    case 'several_leads':
      return [{ field: 'seats', label: fieldText.seats, message: blockRefusal(known) }];
    case 'block_code_taken':
    case 'in_other_block':
    case 'not_alive_in_year':
    case 'nothing_to_copy':
    case 'unchanged':
    case 'unit_twice':
    case 'unit_unknown':
    case 'year_has_members':
      return [said(blockRefusal(known))];
  }
}

const said = (message: string): FieldError => ({ field: '', label: '', message });

/** Where something of a pact is refused or no longer offered. */
export const yearOverText = (year: number) =>
  `Năm thi đua ${year} đã kết thúc nên không soạn, không ký giao ước của năm đó nữa. Giao ước của năm sau soạn ở trang của năm sau.`;

export const blocksText = {
  title: 'Khối, cụm thi đua',
  lead: (year: number) => `Thành viên, giao ước và các cuộc họp của từng khối, cụm trong năm ${year}.`,
  caption: (year: number) => `Các khối, cụm thi đua năm ${year}`,
  block: 'Khối, cụm',
  members: 'Thành viên',
  leader: 'Trưởng',
  deputies: 'Phó',
  pact: 'Giao ước',
  next: 'Cuộc họp tới',
  own: 'Đơn vị của tôi',
  none: '–',
  empty: {
    what: 'Danh sách khối, cụm thi đua với thành viên, giao ước và cuộc họp.',
    why: 'Chưa lập khối, cụm nào.',
    first: 'Người quản trị lập khối, cụm ở phần Quản trị, mục Khối, cụm thi đua.',
  },
  otherYears: 'Năm khác',
  criteria: (year: number) => `Bộ tiêu chí chấm điểm năm ${year}`,
  doors: 'Tiêu chí, chấm điểm, kết quả',
  judged: (year: number) => `Chấm điểm, xếp hạng năm ${year}`,
  yearTitle: (name: string, year: number) => `${name}, năm ${year}`,
  notYours:
    'Việc này do trưởng khối, cụm của năm thực hiện (vai trò trưởng khối tại đơn vị trưởng, hoặc thủ trưởng đơn vị đó); phó làm thay khi đã ghi nhận trưởng vắng. Chữ ký do chính thủ trưởng đơn vị mình ký.',
  who: 'Ai làm trưởng năm này',
  whoLead: (name: string) => `${name} là trưởng: soạn giao ước, mời họp, ghi và chốt biên bản.`,
  whoDeputy: (names: readonly string[]) =>
    `Phó: ${names.join(', ')}. Phó ký giao ước và dự họp như mọi thành viên; chỉ làm việc của trưởng trong thời gian đã ghi nhận làm thay.`,
  whoHand: (name: string, hand: string) =>
    `${name} không còn hoạt động; ${hand} tiếp nhận nên làm tiếp phần việc của trưởng.`,
  whoNobody: (name: string) =>
    `${name} không còn hoạt động và không có một đơn vị tiếp nhận duy nhất. Cần quyết định cử trưởng mới; trong khi chờ, phó làm thay.`,
  noLead: 'Năm này chưa có trưởng. Giao ước, cuộc họp do trưởng soạn nên chưa bắt đầu được; phó có thể làm thay.',
  standsIn: (deputy: string, until: string, reason: string) =>
    `${deputy} đang làm thay trưởng đến hết ngày ${dateText(until)}. Lý do: ${reason}`,
  standInTitle: 'Ghi nhận phó làm thay khi trưởng vắng',
  standInLead: 'Trong thời gian này thủ trưởng đơn vị phó làm được việc của trưởng; mọi việc đều ghi là làm thay ai.',
  endStandIn: 'Kết thúc làm thay',
  seatsTitle: 'Thành viên',
  seatsCaption: (year: number) => `Thành viên năm ${year}`,
  unit: 'Đơn vị',
  part: 'Vai trò',
  handOf: (hand: string) => `nay ${hand} tiếp nhận`,
  handNone: 'không còn hoạt động, chưa có đơn vị tiếp nhận duy nhất',
  noSeats: {
    what: 'Danh sách thành viên, trưởng, phó của năm.',
    why: 'Năm này chưa xếp thành viên.',
    first:
      'Người quản trị xếp thành viên ở phần Quản trị, hoặc người thẩm định xác nhận phương án luân phiên từ danh sách năm trước.',
  },
  decisions: 'Quyết định giao thành viên',
  noDecision: 'Chưa ghi nhận quyết định nào cho danh sách này.',
  decisionOf: (number: string, day: string) => `Quyết định số ${number} ngày ${dateText(day)}`,
  decisionDiffers: 'Danh sách đã đổi sau quyết định gần nhất. Ghi nhận quyết định mới nếu có.',
  newDecision: 'Ghi nhận quyết định',
  rotation: (year: number) => `Phương án luân phiên năm ${year}`,
  decisionTitle: 'Ghi nhận quyết định giao thành viên',
  decisionLead: (name: string, year: number) =>
    `${name}, năm ${year}. Vai trò chọn ở đây được lưu cùng quyết định; trưởng mới tiếp nhận ngay. Thêm, bớt thành viên ở phần Quản trị trước khi ghi nhận.`,
  save: 'Ghi nhận',
  numberHint: 'Ghi đúng như trên văn bản, ví dụ 12/QĐ-UBND.',
  fileHint: 'Bản đã ký: PDF, Word hoặc ảnh.',
  rotationTitle: (year: number) => `Luân phiên trưởng, phó năm ${year}`,
  rotationLead:
    'Đơn vị làm trưởng lâu nhất trước đây (hoặc chưa từng làm) được đề xuất trước; ngang nhau thì theo thứ tự danh sách thành viên. Đây là đề xuất: chỉ có hiệu lực khi ông/bà xác nhận, và sửa được trước khi xác nhận.',
  rotationKnown: (years: readonly number[]) =>
    years.length === 0
      ? 'Hệ thống chưa ghi nhận năm nào trước đây có trưởng, nên đề xuất chỉ theo thứ tự danh sách.'
      : `Căn cứ các năm đã ghi nhận: ${years.join(', ')}.`,
  rotationLeft: (names: readonly string[]) =>
    `Không đưa sang năm này vì đã chấm dứt hoặc đã ở khối khác: ${names.join(', ')}.`,
  rotationNone: {
    what: 'Đề xuất trưởng, phó theo luân phiên.',
    why: 'Năm này và năm trước đều chưa có thành viên.',
    first: 'Xếp thành viên ở phần Quản trị, mục Khối, cụm thi đua.',
  },
  lastLed: 'Lần làm trưởng gần nhất',
  neverLed: 'chưa ghi nhận',
  rotationTied: (name: string) =>
    `${name} được đề xuất làm trưởng do đứng trước trong danh sách; có đơn vị khác cũng lâu như vậy chưa làm trưởng.`,
  proposed: 'Đề xuất',
  chosen: 'Vai trò năm này',
  confirmRotation: 'Xác nhận trưởng, phó',
  pacts: 'Giao ước thi đua',
  noPact: (mayWrite: boolean) =>
    mayWrite
      ? 'Chưa có bản giao ước. Soạn lời văn rồi đưa ra để thủ trưởng các đơn vị ký.'
      : 'Chưa có giao ước được đưa ra ký trong năm này.',
  newPact: 'Soạn giao ước',
  pactLead: 'Lời văn do trưởng soạn. Khi đưa ra lấy chữ ký, thủ trưởng từng đơn vị thành viên ký trong hệ thống.',
  pactTitleHint: 'Ví dụ: Giao ước thi đua năm 2026.',
  edition: (number: number) => `Bản ${number}`,
  editions: 'Các bản trong năm',
  signatures: (signed: number, all: number) => `${signed}/${all} đơn vị đã ký`,
  signaturesTitle: 'Chữ ký của các đơn vị',
  signature: 'Chữ ký',
  leftBlock: 'nay không còn trong khối, cụm',
  joinedLater: (names: readonly string[]) =>
    `${names.join(', ')} vào khối, cụm sau khi kết thúc ký nên chưa có chữ ký. Muốn có, trưởng lập bản mới để các đơn vị ký lại.`,
  notSigned: 'chưa ký',
  signedBy: (name: string, post: string, at: Date | string) => `${name}, ${post}, ký lúc ${momentText(at)}`,
  signedFor: (name: string) => `ký thay theo ủy quyền của ${name}`,
  signedHand: (name: string) => `${name} ký với tư cách đơn vị tiếp nhận`,
  withdrawnSign: (name: string, at: Date | string, reason: string) =>
    `${name} rút chữ ký lúc ${momentText(at)}: ${reason}`,
  signTitle: (unit: string) => `Ký cho ${unit}`,
  signLead: 'Ký là cam kết của đơn vị theo đúng lời văn trên. Tên, chức vụ và thời điểm ký được ghi vào giao ước.',
  postHint: 'Như ghi trên văn bản, ví dụ Chủ tịch UBND.',
  declineTitle: (unit: string) => `Không ký cho ${unit}`,
  declineLead:
    'Lý do gửi đến trưởng khối, cụm và cơ quan tổ chức thi đua; các đơn vị khác không xem được. Sau đó vẫn ký được.',
  declined: (name: string, at: Date | string, reason: string) => `không ký (${name}, ${momentText(at)}): ${reason}`,
  takeBackTitle: (unit: string) => `Rút chữ ký của ${unit}`,
  signUntil: (day: string) => `Ký trước ngày ${dateText(day)}`,
  closeTitle: 'Kết thúc ký',
  closeLead: (open: readonly string[]) =>
    open.length === 0
      ? 'Mọi đơn vị đã ký. Kết thúc ký thì giao ước có hiệu lực, ai đăng nhập cũng xem được, không sửa được nữa.'
      : `Chưa ký: ${open.join(', ')}. Muốn kết thúc thì ghi lý do.`,
  renewTitle: 'Đổi lời văn: lập bản mới',
  renewLead: 'Chữ ký của bản này không chuyển sang bản mới; các đơn vị ký lại.',
  withdrawTitle: 'Bỏ bản soạn',
  recallLead: 'Chưa đơn vị nào ký nên còn sửa được lời văn.',
  pactReason: 'Lý do lập bản này',
  closedOn: (at: Date | string) => `Kết thúc ký lúc ${momentText(at)}`,
  closedFor: (name: string) => `phó làm thay ${name}`,
  unsigned: (reason: string) => `Kết thúc khi còn đơn vị chưa ký: ${reason}`,
  download: 'Tải bản Word',
  downloadPdf: 'Tải bản PDF',
  meetings: 'Các cuộc họp',
  noMeetings: (mayWrite: boolean) =>
    mayWrite
      ? 'Chưa có cuộc họp nào. Lập cuộc họp, rồi mời: các đơn vị được báo và thấy trong lịch.'
      : 'Chưa có cuộc họp nào được mời trong năm này.',
  newMeeting: 'Lập cuộc họp',
  meetingLead: 'Lưu xong chưa mời: chỉ trưởng thấy cho đến khi chọn Mời họp.',
  timeHint: 'Ví dụ 8:30.',
  beganHint: (planned: string) =>
    planned === '' ? 'Không bắt buộc. Ví dụ 8:30.' : `Chỉ ghi khi khác giờ mời (${planned}).`,
  endedHint: 'Giờ, phút kết thúc cuộc họp, ví dụ 11:00.',
  lasted: (began: string, ended: string) =>
    [began && `Bắt đầu lúc ${began}`, ended && `kết thúc lúc ${ended}`].filter(Boolean).join(', '),
  when: (day: string, time: string) => `${time === '' ? '' : `${time} `}ngày ${dateText(day)}`,
  meetingFacts: 'Thời gian, địa điểm',
  change: 'Sửa cuộc họp',
  callLead: 'Thủ trưởng và chuyên viên đầu mối của các đơn vị được báo; cuộc họp vào lịch của họ.',
  holdLead: 'Họp xong, ghi nhận đã họp để ghi thành phần và biên bản.',
  cancelTitle: 'Hủy cuộc họp',
  cancelled: 'Cuộc họp không họp',
  papers: 'Tài liệu',
  noPapers: 'Chưa có tài liệu.',
  minutes: 'Biên bản',
  minutesHidden: 'Biên bản đang được ghi; chốt xong thì ai đăng nhập cũng xem được.',
  writeMinutes: 'Ghi biên bản',
  attended: 'Thành phần dự họp',
  state: 'Có mặt',
  stage: 'Tình trạng',
  minutesEmpty: 'Chưa ghi gì. Chọn Ghi biên bản để ghi thành phần, diễn biến, kết luận và việc thống nhất.',
  whoCame: 'Người dự',
  whoHint: 'Họ và tên, chức vụ',
  notSaid: 'Chưa ghi',
  agreements: 'Việc đã thống nhất',
  noAgreements: 'Chưa ghi việc nào.',
  addAgreement: 'Thêm việc',
  dropAgreement: 'Bỏ việc này',
  done: 'Kết quả',
  doneOn: (at: Date | string, note: string) => `${note} (báo lúc ${momentText(at)})`,
  notDone: 'chưa báo',
  overdue: 'đã quá hạn, chưa báo',
  reportTitle: 'Báo kết quả',
  closeMinutes: 'Chốt biên bản',
  closeMinutesLead: 'Chốt xong biên bản không sửa được nữa, ai đăng nhập cũng xem được.',
  closeAwaits: 'Còn thiếu trước khi chốt:',
  minutesClosed: (at: Date | string) => `Chốt lúc ${momentText(at)}`,
  /** In groups, so that a line may break within. */
  digest: (digest: string) => `Mã băm SHA-256: ${digest.match(/.{1,8}/g)?.join(' ') ?? ''}`,
  saved: {
    decision: 'Đã ghi nhận quyết định cùng danh sách thành viên.',
    rotation: 'Đã xác nhận trưởng, phó.',
    stand_in: 'Đã ghi nhận phó làm thay.',
    end_stand_in: 'Đã kết thúc làm thay.',
    draft: 'Đã lưu bản soạn.',
    change: 'Đã lưu.',
    open: 'Đã đưa ra lấy chữ ký; các đơn vị được báo.',
    withdraw: 'Đã bỏ bản soạn.',
    recall: 'Đã đưa về soạn lại.',
    close: 'Đã kết thúc ký. Giao ước có hiệu lực.',
    close_minutes: 'Đã chốt biên bản. Ai đăng nhập cũng xem được.',
    renew: 'Đã lập bản mới. Sửa lời văn rồi đưa ra lấy chữ ký.',
    sign: 'Đã ký.',
    take_back: 'Đã rút chữ ký.',
    decline: 'Đã ghi nhận không ký; trưởng khối, cụm và cơ quan tổ chức thi đua được báo.',
    call: 'Đã mời họp; các đơn vị được báo.',
    cancel: 'Đã hủy cuộc họp.',
    hold: 'Đã ghi nhận đã họp. Ghi thành phần và biên bản.',
    write: 'Đã lưu biên bản.',
    agree: 'Đã thêm việc thống nhất.',
    disagree: 'Đã bỏ việc.',
    report: 'Đã ghi kết quả.',
    attach: 'Đã đính kèm tài liệu.',
  } as Readonly<Record<string, string>>,
} as const;

type Led = { readonly block: string; readonly title: string; readonly day: string | null; readonly unsigned: number };

export const blockWorkText = {
  lead: {
    open: ({ block }: Led) => `Đưa giao ước thi đua của ${block} ra lấy chữ ký`,
    close: ({ block }: Led) => `Kết thúc ký giao ước thi đua của ${block}`,
    call: ({ title, block }: Led) => `Mời họp: ${title}, ${block}`,
    hold: ({ title, block }: Led) => `Ghi nhận đã họp: ${title}, ${block}`,
    minutes: ({ title, block }: Led) => `Ghi và chốt biên bản: ${title}, ${block}`,
  },
  leadNote: {
    open: ({ day }: Led) => (day === null ? 'Đang soạn' : `Đang soạn, ký trước ngày ${dateText(day)}`),
    close: ({ unsigned, day }: Led) => {
      if (unsigned === 0) return 'Mọi đơn vị đã ký hoặc đã cho biết không ký';
      // Without a day to sign by it waits here because its year is over.
      const over = day === null ? 'Năm thi đua đã kết thúc' : `Hạn ký ${dateText(day)} đã qua`;
      return `${over}, còn ${unsigned} đơn vị chưa ký`;
    },
    call: ({ day }: Led) => `Dự kiến ngày ${dateText(day ?? '')}, chưa mời`,
    hold: ({ day }: Led) => `Ngày họp ${dateText(day ?? '')} đã qua`,
    minutes: ({ day }: Led) => `Đã họp ngày ${dateText(day ?? '')}, biên bản chưa chốt`,
  },
  leadVerb: { open: 'Mở', close: 'Mở', call: 'Mở', hold: 'Mở', minutes: 'Ghi biên bản' },
  sign: (block: string) => `Ký giao ước thi đua của ${block}`,
  signNote: (until: string | null) => (until === null ? 'Đang lấy chữ ký' : `Ký trước ngày ${dateText(until)}`),
  signVerb: 'Xem và ký',
  meeting: (title: string, block: string) => `${title}, ${block}`,
  meetingNote: (day: string, time: string, place: string) => `Họp ${blocksText.when(day, time)}, ${place}`,
  look: 'Xem',
  agreement: (what: string) => what,
  agreementNote: (due: string, block: string) => `Hạn ${dateText(due)}, thống nhất tại cuộc họp của ${block}`,
  report: 'Báo kết quả',
} as const;
