/** The words of the pages of awards and rules. */
import { dateText } from '../../ui/moment.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { allAwards, awardOn, findAward } from './award.ts';
import type { Award } from './award.ts';
import type { ProvisionMove, ProvisionStage } from './law/procedure.ts';

export const awardName = (code: string): string => findAward(code)?.name ?? code;
/** A document by its number, with the word for its kind where the number says it. */
export const documentText = (number: string): string => (number.endsWith('/NĐ-CP') ? `Nghị định số ${number}` : number);
/** As a decision of the day calls it. */
export const awardNameOn = (code: string, on: PlainDate): string => awardOn(code, on)?.name ?? code;

/** For a choice, in the order of the list. */
export const awardOptions = (awards: readonly Award[] = allAwards()) =>
  awards.map(({ code, name, isGiven }) => ({ value: code, label: isGiven ? name : `${name} (không còn xét tặng)` }));
export const PROVISION_STAGE: Readonly<Record<ProvisionStage, string>> = {
  proposed: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  withdrawn: 'Đã bỏ',
};
export const PROVISION_MOVE: Readonly<Record<ProvisionMove, string>> = {
  confirm: 'Xác nhận áp dụng',
  withdraw: 'Bỏ đề xuất',
};

export const awardsText = {
  title: 'Danh hiệu thi đua, hình thức khen thưởng',
  newEntry: 'Đề xuất danh hiệu, hình thức mới',
  changeEntry: 'Đề xuất đổi tên, đổi đối tượng hoặc thôi xét tặng',
  notGiven: (day: string) =>
    `Ngày ${dateText(day)} danh hiệu, hình thức này không trong thời gian được xét tặng. Khen thưởng đã có vẫn giữ nguyên và vẫn tra cứu, thống kê được.`,
  notGivenShort: 'không xét tặng',
  noRuleMeans:
    'Chưa có tiêu chuẩn trong dữ liệu cho ngày và năm này nên hệ thống không kết luận; người thẩm định xem xét theo văn bản. Người thẩm định hoặc người có thẩm quyền ở tỉnh đề xuất tiêu chuẩn, người thứ hai xác nhận.',
  lead: (day: string) =>
    `Theo quy định áp dụng cho hồ sơ nhận ngày ${dateText(day)}. Mỗi quy định ghi điều, khoản, nguồn và mức độ xác minh.`,
  caption: 'Danh mục danh hiệu thi đua, hình thức khen thưởng',
  fileName: 'danh-muc-khen-thuong',
  sheet: 'Danh mục',
  find: 'Xem',
  words: 'Tên',
  level: 'Cấp',
  type: 'Loại',
  holders: 'Đối tượng',
  holder: 'Đối tượng',
  received: 'Ngày nhận hồ sơ',
  year: 'Năm tính thành tích',
  every: 'Tất cả',
  name: 'Danh hiệu, hình thức',
  article: 'Điều',
  decider: 'Thẩm quyền quyết định',
  vote: 'Tỷ lệ phiếu',
  council: 'Hội đồng',
  bonus: 'Tiền thưởng (lần mức lương cơ sở)',
  state: 'Tiêu chuẩn',
  quota: 'Tỷ lệ được đề nghị',
  unknown: 'chưa có quy định trong dữ liệu',
  noRule: 'chưa có tiêu chuẩn trong dữ liệu',
  yes: 'có',
  no: 'không',
  try: 'Thử một trường hợp',
  general: 'Quy định chung',
  waitingTitle: (n: number) => (n === 0 ? 'Quy định chờ xác nhận' : `Quy định chờ xác nhận (${n})`),
  rulesOf: 'Tiêu chuẩn',
  ruleSets: 'Bộ quy định',
  facts: 'Quy định khác',
  what: 'Nội dung',
  lays: 'Quy định',
  where: 'Căn cứ',
  mark: 'Mức độ xác minh',
  days: 'Áp dụng',
  stage: 'Tình trạng',
  versions: 'Các bản theo thời gian',
  versionsNote:
    'Hồ sơ theo bản áp dụng vào ngày nhận hồ sơ và năm tính thành tích; tiền thưởng theo bản áp dụng vào ngày quyết định. Bản sau thay bản trước từ ngày áp dụng của bản sau; hồ sơ cũ vẫn theo bản của ngày nhận.',
  forYears: (year: number) => `chỉ cho thành tích từ năm ${year}`,
  newVersion: 'Đề xuất bản mới',
  newFact: (what: string) => `Đề xuất: ${what}`,
  propose: 'Đề xuất quy định',
  open: 'Xem',
  byProduct: 'nạp theo phần mềm',
  replacedBy: 'Đã có bản khác thay',
  replaces: 'Thay hẳn bản',
  unreadTitle: (title: string) => `${title}: chưa có nguyên văn`,
  unreadMeans: (title: string, from: string | null, before: string | undefined) =>
    [
      `${title}${from === null ? '' : ` có hiệu lực từ ngày ${dateText(from)}`} nhưng nguyên văn chưa có trong hệ thống nên không biết tiêu chuẩn nào đã thay đổi.`,
      'Với hồ sơ nhận từ ngày đó, hệ thống không kết luận “đạt” hay “chưa đạt”: từng điều kiện được đối chiếu với quy định trước khi sửa đổi để tham khảo, còn kết quả do người thẩm định xem xét theo văn bản mới.',
      before === undefined ? '' : `Quy định trước khi sửa đổi: ${before}.`,
      'Khi có nguyên văn, người thẩm định đề xuất bản mới của từng tiêu chuẩn và người thứ hai xác nhận; hồ sơ cũ vẫn theo bản cũ.',
    ]
      .filter(Boolean)
      .join(' '),
  transition: 'Chuyển tiếp',
  shownInstead: 'Đối chiếu tạm với',
  number: 'Số, ký hiệu',
  library: 'Xem trong thư viện văn bản',
  textOf: (label: string, title: string) => `Nguyên văn ${label}, ${title}`,
  textSource: 'Nguồn nguyên văn',
  noText: (source: string) =>
    `Nguyên văn ${source} chưa có trong hệ thống; nội dung trên là tóm tắt hoặc trích từ bản nghiên cứu. Khi viện dẫn chính thức, đối chiếu văn bản gốc.`,
  wordingInClauses: 'Lời văn từng điều, khoản nằm trong các dòng dưới đây.',
  clausesTitle: 'Từng điều, khoản và điều được hỏi',
  asks: 'Hệ thống đối chiếu',
  source: 'Nguồn',
  proposedBy: 'Người đề xuất',
  confirmedBy: 'Người xác nhận',
  reason: 'Lý do',
  confirmLead: 'Quy định này chưa được áp dụng. Xem kỹ nội dung, căn cứ và kết quả thử dưới đây trước khi xác nhận.',
  waitsForOther: 'Quy định này chờ người khác xác nhận; người đề xuất không tự xác nhận.',
  toConfirm: (about: string, award: string) => `Xác nhận quy định khen thưởng: ${about}, ${award}`,
  toConfirmNote: 'Người khác đã đề xuất; chỉ được áp dụng khi ông/bà xác nhận.',
  waitingRules: 'Chờ xác nhận',
  noneWaiting: 'Không có quy định nào chờ xác nhận.',
  done: {
    'de-xuat': 'Đã ghi đề xuất. Quy định được áp dụng khi người thứ hai xác nhận.',
    confirm: 'Đã xác nhận. Hồ sơ có ngày nhận trong thời gian áp dụng được xét theo bản này.',
    withdraw: 'Đã bỏ đề xuất.',
  } as Readonly<Record<string, string>>,
  generalTitle: 'Quy định chung về khen thưởng',
  generalLead: (day: string) => `Áp dụng ngày ${dateText(day)}: tiền thưởng, Hội đồng, thời hạn giải quyết.`,
  versionTitle: (about: string, award: string) => `${about}: ${award}`,
  ofEveryAward: 'mọi danh hiệu, hình thức',
  rulesEvery: 'Điều kiện chung cho mọi danh hiệu, hình thức',
  elsewhere:
    'Danh hiệu, hình thức này không do cấp tỉnh hoặc cơ sở trong tỉnh quyết định; có trong danh mục vì là căn cứ xét danh hiệu, hình thức khác.',
} as const;
