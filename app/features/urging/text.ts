/** What people read about duties, reminders and who answers for them. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { periodText } from '../indicators/text.ts';
import { shortened } from '../inspections/text.ts';
import type { Duty, DutyKind, DutyState, Judged } from './duty.ts';
import { lateBy } from './duty.ts';
import type { Grouping, Sums, View } from './filter.ts';
import { mostChosen } from './filter.ts';
import type { NoChoice } from './choice.server.ts';
import type { FeedRefusal } from './feeds.server.ts';
import type { NameRefusal, NamingProblem } from './naming.server.ts';
import type { OwnerWay } from './owner.ts';
import type { ReminderRefusal } from './reminders.server.ts';

const n = (count: number) => formatVietnamese(count);

export const dutyKindText: Readonly<Record<DutyKind, string>> = {
  report: 'Gửi báo cáo',
  values: 'Nhập số liệu',
  plan: 'Lập kế hoạch',
  pledge: 'Đăng ký chỉ tiêu thi đua',
  task: 'Nhiệm vụ của kế hoạch',
  milestone: 'Mốc của kế hoạch',
  receipt: 'Tiếp nhận phong trào',
  finding: 'Khắc phục tồn tại sau kiểm tra',
  initiative: 'Có sáng kiến, mô hình',
};

/** The duty as a deed: "Gửi báo cáo: Báo cáo quý III". */
export function dutyText({ kind, about, since }: Pick<Duty, 'kind' | 'about' | 'since'>): string {
  if (kind === 'receipt' && since !== undefined)
    return `${dutyKindText.receipt}: ${about} (chờ từ ngày ${dateText(since)})`;
  if (kind === 'values') return `Nhập số liệu ${periodText(about)}`;
  if (kind === 'initiative') return `Có ít nhất một sáng kiến, mô hình trong năm ${about}`;
  if (kind === 'pledge') return `Đăng ký chỉ tiêu thi đua năm ${about}`;
  if (kind === 'finding' && about !== '') return `${dutyKindText.finding}: ${shortened(about)}`;
  return about === '' ? dutyKindText[kind] : `${dutyKindText[kind]}: ${about}`;
}

export const dutyStateText: Readonly<Record<DutyState, string>> = {
  late: 'Quá hạn',
  today: 'Hạn hôm nay',
  near: 'Sắp đến hạn',
  to_come: 'Chưa đến hạn',
  unset: 'Chưa đặt hạn',
};

/** "quá hạn 3 ngày làm việc", "còn 2 ngày làm việc". */
export function standingText(judged: Judged): string {
  switch (judged.state) {
    case 'late':
      return lateBy(judged) === 0 ? 'quá hạn' : `quá hạn ${n(lateBy(judged))} ngày làm việc`;
    case 'today':
      return 'hạn hôm nay';
    case 'near':
    case 'to_come':
      return judged.daysLeft === 0 ? 'hạn vào ngày làm việc tới' : `còn ${n(judged.daysLeft ?? 0)} ngày làm việc`;
    case 'unset':
      return 'chưa đặt hạn';
  }
}

/** The due day, and the working day to which it moves. */
export function dueText({ dueOn, lastDay }: { readonly dueOn: PlainDate | null; readonly lastDay: PlainDate | null }) {
  if (dueOn === null) return dutyStateText.unset;
  return lastDay === null || lastDay === dueOn
    ? dateText(dueOn)
    : `${dateText(lastDay)} (hạn ${dateText(dueOn)} trúng ngày nghỉ)`;
}

export const ownerWayText: Readonly<Record<OwnerWay, string>> = {
  named: 'được phân công việc này',
  named_for_kind: 'được phân công loại việc này',
  officer: 'chuyên viên đầu mối',
  head: 'thủ trưởng',
  nobody: 'chưa có người phụ trách',
};

export const viewText: Readonly<Record<View, string>> = {
  'can-lam': 'Quá hạn và sắp đến hạn',
  'qua-han': 'Quá hạn',
  'hom-nay': 'Hạn hôm nay',
  'sap-den-han': 'Sắp đến hạn',
  'chua-den-han': 'Chưa đến hạn',
  'chua-dat-han': 'Chưa đặt hạn',
  'tat-ca': 'Tất cả',
};

export const groupingText: Readonly<Record<Grouping, string>> = {
  'don-vi': 'Theo đơn vị',
  loai: 'Theo loại việc',
  nguoi: 'Theo người phụ trách',
};

function titleOf({ late, today, near, units }: Sums): string {
  const parts = [
    ...(late > 0 ? [`${n(late)} nhiệm vụ quá hạn`] : []),
    ...(today > 0 ? [`${n(today)} nhiệm vụ hạn hôm nay`] : []),
    ...(near > 0 ? [`${n(near)} nhiệm vụ sắp đến hạn`] : []),
  ];
  if (parts.length === 0) return 'Đôn đốc: không có nhiệm vụ quá hạn hoặc sắp đến hạn';
  return units > 1 ? `${parts.join(', ')} ở ${n(units)} đơn vị` : parts.join(', ');
}

export const urgingText = {
  area: 'Đôn đốc',
  title: titleOf,
  lead: 'Việc các đơn vị phải làm, theo hạn. Việc đã làm xong thì tự ra khỏi danh sách.',
  caption: 'Nhiệm vụ của các đơn vị, gấp nhất ở trên',
  duty: 'Nhiệm vụ',
  unit: 'Đơn vị',
  due: 'Hạn',
  standing: 'Tình trạng',
  owner: 'Người phụ trách',
  reminded: 'Nhắc gần nhất',
  letter: 'Công văn',
  duties: 'Nhiệm vụ',
  letters: 'Công văn đôn đốc',
  calendars: 'Lịch và thư nhắc việc',
  compose: 'Soạn công văn',
  composeAll: (count: number) => `Soạn công văn về ${n(count)} việc quá hạn đang xem`,
  kind: 'Loại việc',
  show: 'Xem',
  every: 'Tất cả',
  nobody: 'Chưa có người phụ trách',
  lapsed: (name: string) => `${name} không còn làm việc ở đơn vị, cần phân công lại`,
  merged: (successors: readonly string[]) =>
    successors.length === 0 ? 'đã kết thúc' : `đã sáp nhập vào ${successors.join(', ')}`,
  ownerless: (count: number) =>
    `${n(count)} nhiệm vụ chưa có người phụ trách: đơn vị chưa có chuyên viên đầu mối và thủ trưởng trên hệ thống.`,
  ownerlessSee: 'Xem các nhiệm vụ này',
  near: (days: number) => `Sắp đến hạn: còn không quá ${n(days)} ngày làm việc. Ngày nghỉ theo lịch làm việc của tỉnh.`,
  remind: 'Nhắc các việc đã chọn',
  onlyAbout: (about: string) => `Đang xem các nhiệm vụ về: ${about}.`,
  everyAbout: 'Xem mọi nhiệm vụ',
  remindAll: (count: number) => `Nhắc cả ${n(count)} việc đang xem`,
  chosenRow: (duty: string, unit: string) => `${duty}, ${unit}`,
  naming: 'Phân công người phụ trách',
  done: (sent: number, already: number) =>
    `Đã nhắc ${n(sent)} nhiệm vụ.${already > 0 ? ` ${n(already)} nhiệm vụ khác hôm nay đã được nhắc nên không gửi lại.` : ''}`,
  emptyWhat: 'Nhiệm vụ quá hạn và sắp đến hạn của các đơn vị sẽ hiện ở đây.',
  emptyWhy: 'Hiện không có nhiệm vụ nào như vậy trong phạm vi được xem.',
  emptyFirst: 'Xem tất cả nhiệm vụ',
  groups: 'Cộng theo đơn vị, loại việc, người phụ trách',
  groupName: (by: Grouping, name: string): string =>
    by === 'loai' ? (dutyKindText[name as DutyKind] ?? name) : name === 'chua-co' ? 'Chưa có người phụ trách' : name,
  all: 'Tất cả',
  files: 'don-doc',
} as const;

export const remindText = {
  title: (count: number) => `Gửi nhắc ${n(count)} nhiệm vụ`,
  none: 'Không còn nhiệm vụ nào để nhắc',
  noneWhy: 'Các nhiệm vụ đã chọn đã được thực hiện, hoặc không thuộc phạm vi được xem.',
  what: (duties: number, people: number) =>
    `Sẽ gửi tin nhắn trong hệ thống và thư điện tử tới ${n(people)} người phụ trách của ${n(duties)} nhiệm vụ dưới đây. Việc được làm xong trước khi gửi thì tự bỏ ra. Lần nhắc được lưu lại.`,
  today: (count: number) => `${n(count)} nhiệm vụ đã được nhắc trong hôm nay, sẽ không gửi lại.`,
  left: (count: number) =>
    `Mỗi lần nhiều nhất ${n(mostChosen)} nhiệm vụ: còn ${n(count)} nhiệm vụ chưa nằm trong danh sách này. Làm xong lần này rồi mở lại để làm tiếp.`,
  nobody: (count: number) => `${n(count)} nhiệm vụ chưa có người phụ trách, sẽ không ai nhận được lời nhắc.`,
  verb: (count: number) => `Gửi nhắc ${n(count)} nhiệm vụ`,
  caption: 'Nhiệm vụ sẽ nhắc',
  others: (count: number) => `${n(count)} nhiệm vụ không nhắc: hôm nay đã nhắc, hoặc chưa có người phụ trách`,
  othersCaption: 'Nhiệm vụ không nhắc',
  remindedToday: (at: Date) => `hôm nay, lúc ${momentText(at)}`,
  back: 'Đôn đốc',
  cancel: 'Thôi',
} as const;

export function reminderRefusal(refusal: ReminderRefusal): string {
  switch (refusal.kind) {
    case 'nothing_owed':
      return 'Các nhiệm vụ này đã được thực hiện nên không còn gì để nhắc.';
    case 'nobody_to_tell':
      return 'Các nhiệm vụ này chưa có người phụ trách. Hãy liên hệ người quản trị để giao vai trò ở đơn vị.';
    case 'already_sent':
      return `Các nhiệm vụ này hôm nay đã được nhắc lúc ${momentText(refusal.at)}, không gửi lại.`;
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
      return kernelRefusal(refusal);
  }
}

export const namingText = {
  title: (unit: string) => `Phân công người phụ trách: ${unit}`,
  lead: 'Người được phân công nhận lời nhắc của việc đó. Chưa phân công thì chuyên viên đầu mối của đơn vị nhận, không có thì thủ trưởng.',
  byKind: 'Theo loại việc',
  byDuty: 'Riêng cho một nhiệm vụ',
  everyDuty: (count: number) => `${n(count)} nhiệm vụ đang chờ, phân công riêng từng việc`,
  blank: 'Không phân công riêng',
  save: 'Lưu phân công',
  saved: 'Đã lưu phân công.',
  lapsed: (name: string) =>
    `${name} không còn làm việc ở đơn vị nên việc chuyển về chuyên viên đầu mối. Hãy phân công lại.`,
  noStaff: 'Đơn vị chưa có ai giữ vai trò chuyên viên đầu mối hoặc thủ trưởng trên hệ thống nên chưa phân công được.',
  noDuties: 'Đơn vị không có nhiệm vụ nào đang chờ.',
  whoMay: 'Thủ trưởng của đơn vị phân công.',
  fixed: 'Chỉ chọn được người giữ vai trò chuyên viên đầu mối hoặc thủ trưởng ở đơn vị.',
} as const;

export function namingRefusal(refusal: NameRefusal): string {
  switch (refusal.kind) {
    case 'naming_wrong':
      return 'Chưa lưu phân công nào. Có mục cần sửa, xem ở dưới.';
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
      return kernelRefusal(refusal);
  }
}

/** `now`: who is named for it at present. */
export function namingProblem(problem: NamingProblem, now: string | null): string {
  return problem === 'not_staff'
    ? `Người này không làm việc ở đơn vị trên hệ thống. ${namingText.fixed}`
    : `Có người vừa phân công việc này trước ông/bà: hiện là ${now ?? 'không ai riêng'}. Nếu vẫn muốn đổi theo lựa chọn dưới đây thì lưu lại.`;
}

export const feedText = {
  name: (unit: string | null) => (unit === null ? 'Việc thi đua của tôi' : `Việc thi đua của ${unit}`),
  round: (name: string) => `Hạn gửi báo cáo của các đơn vị: ${name}`,
  meeting: (title: string, time: string, place: string) => [`Họp: ${title}`, time, place].filter(Boolean).join(', '),
  gone: 'Đã thực hiện hoặc không còn',
  description: (unit: string) => (unit === '' ? 'Đến hạn trong ngày.' : `${unit}. Đến hạn trong ngày.`),
  tooMany: 'Lịch được hỏi quá nhiều lần. Hãy thử lại sau ít phút.',
} as const;

export const calendarsText = {
  title: 'Lịch và thư nhắc việc',
  lead: 'Đưa hạn của các việc vào lịch đang dùng, và chọn cách nhận bản tổng hợp hằng ngày.',
  mine: 'Lịch việc của tôi',
  ofUnit: (unit: string) => `Lịch của ${unit}`,
  none: 'Chưa có địa chỉ lịch.',
  madeAt: (at: string) =>
    `Địa chỉ tạo lúc ${at}. Vì lý do an toàn địa chỉ không hiện lại; quên thì tạo địa chỉ mới, địa chỉ cũ hết dùng được.`,
  make: 'Tạo địa chỉ lịch',
  again: 'Tạo địa chỉ mới',
  withdraw: 'Thu hồi địa chỉ',
  withdrawn: 'Đã thu hồi. Địa chỉ không mở được nữa.',
  made: 'Đã tạo địa chỉ lịch',
  once: 'Hãy chép ngay, địa chỉ chỉ hiện một lần:',
  how: 'Cách thêm vào lịch',
  steps: [
    ['Outlook', 'Lịch → Thêm lịch → Đăng ký từ web, dán địa chỉ.'],
    [
      'Google Lịch',
      'Trên máy tính: Lịch khác → dấu + → Từ URL, dán địa chỉ. Lịch tự hiện trên điện thoại dùng cùng tài khoản.',
    ],
    [
      'iPhone, iPad',
      'Cài đặt → Ứng dụng → Lịch → Tài khoản lịch → Thêm tài khoản → Khác → Thêm lịch đã đăng ký, dán địa chỉ.',
    ],
    ['Android', 'Thêm bằng Google Lịch trên máy tính như trên.'],
  ],
  secret:
    'Ai có địa chỉ thì đọc được lịch, nên không gửi cho người khác. Lịch chỉ có những gì ông/bà được xem tại lúc lịch được mở; tài khoản bị khóa thì địa chỉ không mở được. Hạn đổi thì lịch đổi theo, việc làm xong thì báo hủy.',
  digest: 'Bản tổng hợp nhắc việc',
  digestWhat: '7 giờ các ngày làm việc, khi có việc đến mốc nhắc. Tin nhắn trong hệ thống luôn có.',
  byMail: 'Gửi qua thư điện tử',
  mailYes: 'Có',
  mailNo: 'Không, chỉ nhận tin nhắn trong hệ thống',
  saveChoice: 'Lưu lựa chọn',
  chosen: 'Đã lưu lựa chọn.',
  noChoice: 'Tỉnh quy định mọi người đều nhận qua thư điện tử.',
} as const;

export function calendarRefusal(refusal: FeedRefusal | NoChoice): string {
  return refusal.kind === 'no_choice' ? calendarsText.noChoice : kernelRefusal(refusal);
}

export const urgingWorkText = {
  passedUp: (duties: number, units: number) => `Đôn đốc ${n(duties)} nhiệm vụ quá hạn kéo dài ở ${n(units)} đơn vị`,
  passedUpNote: 'Đã nhắc người phụ trách và báo thủ trưởng, vẫn chưa thực hiện.',
  urge: 'Xem',
  drafts: (count: number) => `Hoàn thiện, trình ký ${n(count)} công văn đôn đốc đang nháp`,
  draftsNote: 'Ký xong thì ghi số, ngày để các đơn vị nhận được tin.',
  toName: 'Phân công lại người phụ trách',
  toNameNote: (unit: string) => `${unit} · người được phân công không còn làm việc ở đơn vị.`,
  open: 'Mở',
} as const;
