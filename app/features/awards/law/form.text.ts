/** The words of the form in which a new version is written, and of why it is refused. */
import { dateText } from '../../../ui/moment.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import { HOLDER_TEXT, LEVEL_NAME, TYPE_NAME } from './law.text.ts';
import { daysText } from '../standards/explained.text.ts';
import type { DraftProblem } from './draft.ts';
import { ROUNDING_ORDER_TEXT } from './law.text.ts';
import type { FactField } from './fact-fields.ts';
import type { RowMove } from './outline.ts';
import type { ProvisionRefusal } from './proposing.server.ts';
import type { Param, RowKind } from './row-kinds.ts';

export const ROW_KIND: Readonly<Record<RowKind, string>> = {
  all_of: 'Nhóm: phải đủ tất cả',
  one_of: 'Nhóm: cần một trong các',
  clause: 'Điểm, khoản của văn bản',
  judge: 'Người thẩm định xem xét',
  delegated: 'Giao nơi khác quy định chi tiết',
  elsewhere: 'Quy định cho danh hiệu, cơ quan khác',
  level_in_year: 'Xếp loại của năm tính thành tích',
  title_in_year: 'Danh hiệu của năm tính thành tích',
  held: 'Đã được tặng',
  times_in_a_row: 'Số năm liên tục có danh hiệu',
  times: 'Số lần được tặng',
  years: 'Số năm liên tục ở một mức xếp loại',
  years_at_level: 'Số năm ở một mức xếp loại',
  initiatives: 'Sáng kiến, đề tài, đề án, công trình',
  all_members_completed: '100% cá nhân hoàn thành nhiệm vụ',
  members_share: 'Tỷ lệ cá nhân đạt danh hiệu',
  members_with: 'Số cá nhân đạt danh hiệu',
  no_member_disciplined: 'Không cá nhân nào bị kỷ luật từ cảnh cáo',
  leads_block: 'Dẫn đầu cụm, khối thi đua',
  in_block: 'Thuộc cụm, khối thi đua',
  block_exceeded: 'Hoàn thành vượt chỉ tiêu, nhiệm vụ',
  built_years: 'Số năm xây dựng, phát triển',
  movement: 'Phong trào thi đua',
  law_abiding: 'Không kỷ luật, không việc đang xem xét',
  not_for_this_year: 'Chưa được tặng cho thành tích của năm',
  merit_only: 'Khen đột xuất, chuyên đề không làm căn cứ',
  nothing_pending: 'Không có việc đang xem xét, xác minh',
  out_of_discipline: 'Đã hết thời hạn kỷ luật',
  one_of_clauses: 'Đạt một trong các điểm, khoản khác',
};

const PARAM: Readonly<Record<string, string>> = {
  'for.holders': 'Chỉ dành cho',
  'for.groups': 'Chỉ dành cho nhóm',
  'for.unlessClassified': 'Trừ người được xếp loại hằng năm',
  article: 'Điểm, khoản, điều (ví dụ 22.1.a)',
  of: 'Của văn bản khác (số, ký hiệu)',
  state: 'Mức độ xác minh riêng',
  wording: 'Lời văn',
  about: 'Xem xét điều gì',
  to: 'Giao cho',
  level: 'Mức xếp loại, trở lên',
  awards: 'Danh hiệu, hình thức (một trong)',
  award: 'Danh hiệu',
  times: 'Số lần',
  years: 'Số năm',
  selected: 'Hội đồng lựa chọn trong số đó',
  doubtfulGap: 'Cách nhau đến bao nhiêu năm thì người thẩm định xem',
  orAwards: 'Hoặc năm đó có danh hiệu',
  'after.awards': 'Tính từ sau khi được tặng',
  'after.which': 'Lần được tặng',
  anyTime: 'Không buộc đến thời điểm đề nghị',
  count: 'Số lượng',
  scope: 'Phạm vi ảnh hưởng, trở lên',
  lastYears: 'Quá bao nhiêu năm thì người thẩm định xem (Luật không quy định thời hạn)',
  percent: 'Tỷ lệ ít nhất (%)',
  organisedBy: 'Do ai tổ chức',
  launchedBy: 'Do ai phát động (không chọn: bất kỳ)',
  reviews: 'Khi nào',
  place: 'Kết quả',
  articles: 'Các điểm, khoản (cách nhau bằng dấu phẩy)',
};
export const paramText = ({ name }: Pick<Param, 'name'>) => PARAM[name] ?? name;

const FACT: Readonly<Record<string, string>> = {
  name: 'Tên danh hiệu, hình thức',
  type: 'Loại',
  level: 'Cấp',
  holders: 'Đối tượng',
  given: 'Còn được xét tặng từ ngày này',
  title: 'Tên văn bản',
  number: 'Số, ký hiệu',
  shownInstead: 'Khi chưa có nguyên văn: đối chiếu tạm với',
  'transition.wording': 'Chuyển tiếp: lời văn',
  'transition.article': 'Chuyển tiếp: điều',
  'transition.state': 'Chuyển tiếp: mức độ xác minh',
  atLeastPercent: 'Ít nhất (% tổng số thành viên)',
  secret: 'Bỏ phiếu kín',
  needed: 'Phải lấy ý kiến Hội đồng',
  absentInWriting: 'Thành viên vắng cho ý kiến bằng văn bản',
  workingDays: 'Số ngày làm việc',
  unlessSimplified: 'Trừ thủ tục đơn giản',
  coefficient: 'Số lần mức lương cơ sở (ví dụ 1,5)',
  atMost: 'Là mức tối đa',
  titlesOfOneTime: 'Nhiều danh hiệu cùng thời gian',
  titleAndForm: 'Danh hiệu và hình thức cùng thời gian',
  to: 'Đến (đồng)',
  direction: 'Cách làm tròn',
  order: 'Thứ tự',
  amount: 'Mức (đồng)',
  atMostPercent: 'Không quá (%)',
  of: 'Của số nào',
};
export const factFieldText = ({ name }: Pick<FactField, 'name'>) => FACT[name] ?? name;
export const CHOICE: Readonly<Record<string, string>> = {
  ...LEVEL_NAME,
  ...TYPE_NAME,
  ...HOLDER_TEXT,
  highest: 'chỉ mức cao nhất',
  all: 'chi tất cả',
  both: 'chi cả hai',
  up: 'làm tròn lên',
  down: 'làm tròn xuống',
  nearest: 'làm tròn đến gần nhất',
  ...ROUNDING_ORDER_TEXT,
};

export const PROBLEM: Readonly<Record<DraftProblem, string>> = {
  missing: 'Chưa nhập.',
  not_percent: 'Nhập số nguyên từ 1 đến 100.',
  not_a_count: 'Nhập số nguyên từ 1 trở lên, ví dụ 3.',
  not_money: 'Nhập số tiền bằng đồng, ví dụ 2.530.000.',
  not_coefficient: 'Nhập số lớn hơn 0, ví dụ 1,5.',
  not_one_of: 'Chọn một trong các giá trị.',
  out_of_range: 'Giá trị ngoài khoảng cho phép.',
  not_a_day: 'Nhập ngày có thật, ví dụ 01/03/2027.',
  until_before_from: 'Ngày kết thúc trước ngày bắt đầu.',
  not_a_year: 'Nhập năm, ví dụ 2027.',
  too_long: 'Nội dung quá dài.',
  not_a_code:
    'Mã chỉ gồm chữ thường không dấu, chữ số, nối bằng dấu gạch ngang, ví dụ ky-niem-chuong. Để trống thì đặt theo tên.',
  code_taken:
    'Mã này đã có trong danh mục. Chọn mã khác, hoặc mở trang của danh hiệu, hình thức đó để đề xuất bản mới.',
  name_taken: 'Trong danh mục đã có danh hiệu, hình thức tên này.',
  type_stays:
    'Danh hiệu không đổi thành hình thức khen thưởng và ngược lại. Kết thúc danh hiệu, hình thức này rồi đề xuất một danh hiệu, hình thức mới.',
  level_stays:
    'Cấp không đổi, để số liệu đã thống kê giữ nguyên nghĩa. Kết thúc danh hiệu, hình thức này rồi đề xuất một danh hiệu, hình thức mới ở cấp khác.',
  unknown_award: 'Danh hiệu, hình thức không có trong danh mục.',
  unknown_item: 'Giá trị không có trong danh mục.',
  not_article: 'Viết như 22, 22.1 hoặc 22.1.a.',
  empty: 'Tiêu chuẩn chưa có dòng nào.',
  depth_jump: 'Dòng này lùi vào quá một bậc so với dòng trên.',
  no_parts: 'Nhóm chưa có dòng nào bên trong.',
  no_test: 'Chưa nói điều, khoản này được xem xét thế nào: thêm một dòng bên trong.',
  not_in_clause: 'Dòng này phải nằm trong một điểm, khoản.',
  clause_inside: 'Điểm, khoản không nằm trong điểm, khoản khác: lùi ra một bậc.',
  holds_nothing: 'Dòng này không chứa dòng khác: lùi các dòng bên trong ra.',
  unknown_clause: 'Điểm, khoản được dẫn chiếu không có trong tiêu chuẩn này.',
  decides_nothing: 'Tiêu chuẩn chưa có điều kiện nào để xét.',
  not_sound: 'Có giá trị không thuộc danh mục. Kiểm tra lại các dòng.',
};

const FIELD: Readonly<Record<string, string>> = {
  loai: 'Quy định về',
  'danh-hieu': 'Danh hiệu, hình thức',
  muc: 'Áp dụng cho',
  'tu-ngay': 'Từ ngày',
  'den-ngay': 'Đến hết ngày',
  'tu-nam': 'Năm tính thành tích',
  dieu: 'Điểm, khoản, điều',
  nguon: 'Số, ký hiệu văn bản',
  'can-cu': 'Tên văn bản',
  'muc-do': 'Mức độ xác minh',
  'ly-do': 'Lý do đề xuất',
};
const LINE_PART: Readonly<Record<string, string>> = {
  what: 'nội dung',
  article: 'điều',
  source: 'số, ký hiệu văn bản',
  state: 'mức độ xác minh',
};

/** Which field is meant, in the summary above the form. */
function labelAt(field: string): string {
  const [, row, param] = /^d-(\d+)-(.*)$/.exec(field) ?? [];
  if (row !== undefined && param !== undefined) {
    const name = Object.keys(PARAM).find((each) => each.replaceAll('.', '-') === param);
    return `Dòng ${row}${name === undefined ? '' : `, ${paramText({ name })}`}`;
  }
  const [, part, line] = /^dong-([a-z]+)-(\d+)$/.exec(field) ?? [];
  if (part !== undefined && line !== undefined) return `Dòng ${line}, ${LINE_PART[part] ?? part}`;
  const fact = Object.keys(FACT).find((each) => `${field}-`.startsWith(`nd-${each.replace('.', '-')}-`));
  return FIELD[field] ?? (fact === undefined ? field : factFieldText({ name: fact }));
}

export type ShownProblem = { readonly field?: string; readonly label?: string; readonly message: string };

export function provisionRefusal(refusal: ProvisionRefusal): readonly ShownProblem[] {
  return problemsOf(refusal).map((each) => (each.field === undefined ? each : { ...each, label: labelAt(each.field) }));
}

function problemsOf(refusal: ProvisionRefusal): readonly ShownProblem[] {
  switch (refusal.kind) {
    case 'provision_wrong':
      return refusal.problems.map(({ field, problem }) => ({ field, message: PROBLEM[problem] }));
    case 'same_day':
      return [
        {
          field: 'tu-ngay',
          message: `Đã có bản áp dụng ${daysText(refusal.other.validFrom, refusal.other.validUntil)}, bắt đầu cùng ngày. Chọn ngày khác, hoặc mở bản đó và chọn “thay hẳn bản này”.`,
        },
      ];
    case 'reaches_next':
      return [
        {
          field: 'den-ngay',
          message: `Chồng thời gian với bản áp dụng ${daysText(refusal.other.validFrom, refusal.other.validUntil)}. Nhập ngày kết thúc trước ngày bản đó bắt đầu.`,
        },
      ];
    case 'replaces_gone':
      return [{ message: 'Bản được thay đã bị một bản khác thay trước đó. Mở bản đang áp dụng và đề xuất lại.' }];
    case 'lost_race':
      return [{ message: 'Quy định này vừa có người xử lý. Hãy tải lại trang để xem tình trạng mới.' }];
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'needs':
      return [{ message: kernelRefusal(refusal) }];
  }
}

export const ROW_MOVE: Readonly<Record<RowMove, string>> = {
  add: 'Thêm dòng',
  remove: 'Bỏ',
  in: 'Lùi vào',
  out: 'Lùi ra',
  up: 'Lên',
};

export const formText = {
  newTitle: 'Đề xuất quy định',
  newOf: (what: string, award: string) => `Đề xuất bản mới: ${what}, ${award}`,
  lead: 'Người khác phải xác nhận thì quy định mới được áp dụng. Chỉ nhập điều đã có trong văn bản; chưa đọc nguyên văn thì chọn đúng mức độ xác minh.',
  kind: 'Quy định về',
  award: 'Danh hiệu, hình thức',
  everyAward: 'mọi danh hiệu, hình thức',
  item: { none: '', holder: 'Đối tượng', clock: 'Việc', rule_set: 'Thuộc bộ quy định', own: 'Mã của bộ quy định' },
  choose: 'Tiếp tục',
  newEntry: 'Đề xuất danh hiệu, hình thức khen thưởng mới',
  code: 'Mã',
  codeHint: 'Chữ thường không dấu, nối bằng gạch ngang; để trống thì đặt theo tên. Mã không đổi về sau.',
  entryHint:
    'Đổi tên hoặc đối tượng: bản mới áp dụng từ ngày ghi trên, giấy tờ trước đó giữ tên cũ. Thôi xét tặng: chọn “không”; khen thưởng đã có vẫn giữ nguyên.',
  when: 'Thời gian áp dụng',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  untilHint: 'Để trống: cho đến khi có bản sau.',
  forYears: 'Chỉ cho thành tích từ năm',
  text: 'Văn bản',
  article: 'Điểm, khoản, điều',
  articleHint: 'Viết 22.1.a là điểm a khoản 1 Điều 22.',
  source: 'Số, ký hiệu văn bản',
  sourceHint: 'Ví dụ 152/2025/NĐ-CP.',
  basis: 'Tên văn bản, trích yếu',
  state: 'Mức độ xác minh',
  whenMissing: 'Nếu thiếu khi ký gửi',
  missingDefault: 'Mặc định của phần mềm: phải ghi lý do',
  reason: 'Lý do đề xuất',
  replace: 'Thay hẳn bản này',
  replaceHint:
    'Chọn khi bản trước ghi sai: bản mới thay cho toàn bộ thời gian của bản trước. Không chọn: bản trước hết áp dụng trước ngày bản mới bắt đầu.',
  content: 'Nội dung',
  line: (n: number) => `Dòng ${n}`,
  what: 'Nội dung dòng',
  unknown: 'chưa quy định',
  rule: 'Tiêu chuẩn, từng dòng',
  ruleHint:
    'Nhóm chứa các điểm, khoản; trong mỗi điểm, khoản là điều được xem xét. Dòng lùi vào một bậc nằm trong dòng trên nó. Đổi loại dòng thì bấm “Cập nhật” để có đúng ô nhập.',
  rowKind: 'Loại dòng',
  update: 'Cập nhật',
  removeOf: (n: number, inside: number) =>
    inside > 1 ? `Bỏ dòng ${n} và ${inside - 1} dòng bên trong` : `Bỏ dòng ${n}`,
  moveOf: (move: RowMove, n: number) => `${ROW_MOVE[move]}: dòng ${n}`,
  firstRow: 'Thêm dòng đầu tiên',
  see: 'Xem thử',
  propose: 'Gửi đề xuất',
  previewTitle: 'Kết quả trên các trường hợp đã ghi',
  previewNone: (cases: number) =>
    cases === 0
      ? 'Chưa có trường hợp nào được ghi cho danh hiệu, hình thức này.'
      : `${cases} trường hợp đã ghi: không trường hợp nào thay đổi kết quả.`,
  previewSome: (cases: number, changed: number) =>
    `${cases} trường hợp đã ghi: ${changed} trường hợp thay đổi nếu xét theo bản này.`,
  previewCase: 'Trường hợp',
  previewBefore: 'Theo bản của ngày đó',
  previewAfter: 'Theo bản này',
  previewClauses: 'Điều, khoản thay đổi',
  noClause: 'không có',
  ends: (days: string) => `Bản đang áp dụng (${days}) sẽ hết áp dụng trước ngày bản này bắt đầu.`,
  stillUnread: (title: string, from: string | null) =>
    `${title}${from === null ? '' : ` có hiệu lực từ ${dateText(from)}`}, chưa có nguyên văn: hồ sơ nhận từ ngày đó vẫn do người thẩm định xem xét, cho đến khi tiêu chuẩn được đề xuất trong chính bộ quy định ấy.`,
  gap: 'Sau khi bản này kết thúc sẽ không còn bản nào áp dụng.',
  tryIt: 'Thử một trường hợp theo bản này',
  trying: 'Đang thử theo một bản quy định, thay cho bản áp dụng vào ngày nhận hồ sơ.',
  which: { first: 'lần đầu', last: 'lần cuối' },
  place: { first: 'dẫn đầu', reviewed: 'được bình xét' },
  body: { province: 'tỉnh', government: 'Chính phủ' },
} as const;
