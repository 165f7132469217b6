/** What people read about funds and bonuses. */
import type { ShownProblem } from '../../ui/field-error.ts';
import { awardName } from '../awards/text.ts';
import type { Refusal } from '../../kernel/result.ts';
import { decimal, formatVietnamese } from '../../kernel/decimal.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import { ROUNDING_ORDER_TEXT } from '../awards/law/law.text.ts';
import type { BonusLaw, Due, Source, Unknown } from './bonus.ts';
import type { CloseRefusal } from './closing.server.ts';
import type { CorrectedAlready, EntryRefusal, NotCorrectable } from './entering.server.ts';
import type { EntryField, EntryKind, EntryProblem, FundStage } from './fund.ts';
import type { Limit } from './limits.ts';
import { dong } from './money.text.ts';
import type { OpenRefusal } from './opening.server.ts';
import type { PayProblem } from './paying.ts';
import type { PayRefusal } from './paying.server.ts';
import type { TakeBackRefusal } from './taking-back.server.ts';

export const entryKindText: Readonly<Record<EntryKind, string>> = {
  opening: 'Số dư đầu năm',
  allocation: 'Thu: ngân sách cấp, trích lập',
  other_source: 'Thu: nguồn khác',
  bonus_returned: 'Thu hồi tiền thưởng',
  bonus: 'Chi tiền thưởng',
  items: 'Chi in, làm hiện vật, tặng phẩm',
  organising: 'Chi tổ chức phong trào, công tác thi đua',
};
export const fundStageText: Readonly<Record<FundStage, string>> = { open: 'Đang mở', closed: 'Đã khóa sổ' };
export const stateText: Readonly<Record<Source['state'], string>> = {
  read: 'đã đọc nguyên văn',
  second_hand: 'theo nguồn dẫn lại, chưa đọc nguyên văn',
  default: 'mặc định, chưa được tỉnh xác nhận',
  not_read: 'chưa có nguyên văn',
};
const unknownText: Readonly<Record<Unknown, string>> = {
  coefficient: 'hệ số tiền thưởng',
  base: 'mức lương cơ sở tại ngày quyết định',
  rounding: 'cách làm tròn',
  order: 'thứ tự làm tròn mức gấp nhiều lần cá nhân',
  together: 'cách chi khi có nhiều danh hiệu, hình thức cùng thời gian',
};
export const payeeText = { holder: 'Người được khen thưởng', family: 'Gia đình (đã mất)' } as const;

const coefficientText = (text: string) => formatVietnamese(decimal(text));
export const percent = (share: number) => `${formatVietnamese(decimal(share.toFixed(1)))} %`;

/** In a cell: the amount, or why there is none. */
export function dueText(due: Due): string {
  switch (due.kind) {
    case 'amount':
      return dong(due.amount);
    case 'at_most':
      return `tối đa ${dong(due.amount)}`;
    case 'covered':
      return `Không chi: đã tính ở ${awardName(due.byAward)}`;
    case 'unknown':
      return `Chưa rõ ${unknownText[due.of]}`;
  }
}

/** The answer to "vì sao?": a sentence, and the figures it is made of. */
export function whyText(due: Due): string {
  switch (due.kind) {
    case 'amount':
      return `${reckoned(due.law)} = ${dong(due.amount)} đồng.`;
    case 'at_most':
      return `Mức chi không quá ${reckoned(due.law)} = ${dong(due.amount)} đồng. Người chi quyết định mức cụ thể.`;
    case 'covered':
      return `Khen thưởng của cùng một thời gian đạt thành tích chỉ nhận mức cao nhất, là mức của ${awardName(due.byAward)}${due.law.together ? ` (Điều ${due.law.together.article}, ${due.law.together.source})` : ''}.`;
    case 'unknown':
      return `Trong quy định đã đọc không có ${unknownText[due.of]} cho trường hợp này, nên phần mềm không tự tính. Người chi nhập số tiền và nêu căn cứ.`;
  }
}

function reckoned({ coefficient, base, rounding, order, ofPerson }: BonusLaw): string {
  if (!coefficient || !base || !rounding) return '';
  const times =
    order?.order === 'before_multiplying' && ofPerson
      ? `${coefficientText(ofPerson.coefficient)} × ${dong(base.amount)}, làm tròn, rồi nhân lên hệ số ${coefficientText(coefficient.coefficient)}`
      : `${coefficientText(coefficient.coefficient)} × ${dong(base.amount)}`;
  return `${times}, làm tròn ${{ up: 'lên', down: 'xuống', nearest: 'đến' }[rounding.direction]} hàng ${dong(rounding.to)}`;
}

export function whyFigures(
  law: BonusLaw,
  decidedOn: string,
): readonly { readonly label: string; readonly value: string }[] {
  const { coefficient, base, rounding } = law;
  const cited = ({ article, source, state }: Source) =>
    [/^\d/.test(article) ? `Điều ${article}, ${source}` : 'quy định không nêu', stateText[state]].join('; ');
  return [
    { label: 'Ngày quyết định', value: dateText(decidedOn) },
    ...(coefficient
      ? [{ label: 'Hệ số', value: `${coefficientText(coefficient.coefficient)} (${cited(coefficient)})` }]
      : []),
    ...(base ? [{ label: 'Mức lương cơ sở', value: `${dong(base.amount)} đồng (${cited(base)})` }] : []),
    ...(rounding ? [{ label: 'Làm tròn', value: `hàng ${dong(rounding.to)} đồng (${cited(rounding)})` }] : []),
    ...(law.ofPerson && law.order
      ? [{ label: 'Thứ tự làm tròn', value: `${ROUNDING_ORDER_TEXT[law.order.order]} (${cited(law.order)})` }]
      : []),
  ];
}

export const fundText = {
  title: 'Quỹ thi đua, khen thưởng',
  lead: 'Sổ thu, chi theo từng cơ quan và từng năm. Khoản đã ghi không sửa, không xóa; ghi sai thì điều chỉnh bằng một dòng ngược lại.',
  of: (unit: string, year: number) => `Quỹ năm ${year}: ${unit}`,
  caption: 'Quỹ theo cơ quan và năm',
  unit: 'Cơ quan, đơn vị',
  year: 'Năm',
  stage: 'Tình trạng',
  opening: 'Dư đầu năm',
  income: 'Thu trong năm',
  spending: 'Chi trong năm',
  bonus: 'Chi tiền thưởng',
  items: 'Chi hiện vật',
  organising: 'Chi tổ chức phong trào',
  balance: 'Số dư',
  balanceIs: (amount: number) => `còn ${dong(amount)} đồng`,
  open: 'Mở sổ quỹ',
  openLead: 'Mở sổ cho một năm. Số dư chuyển sang từ năm trước chưa theo dõi ở đây thì ghi ở dòng đầu của sổ.',
  emptyWhat: 'Sổ quỹ của cơ quan sẽ hiện ở đây.',
  emptyWhy: 'Chưa mở sổ quỹ nào trong phạm vi được xem.',
  ledger: 'Sổ quỹ',
  ledgerEmpty: 'Chưa ghi khoản nào. Hãy bắt đầu bằng số dư đầu năm hoặc khoản thu.',
  number: 'TT',
  date: 'Ngày',
  voucher: 'Chứng từ',
  what: 'Nội dung',
  kind: 'Khoản',
  incomeAmount: 'Thu',
  spendingAmount: 'Chi',
  by: 'Người ghi',
  after: 'Số dư',
  corrects: (number: number) => `Điều chỉnh dòng ${number}`,
  correctedBy: (number: number) => `đã điều chỉnh ở dòng ${number}`,
  enter: 'Ghi khoản thu, chi',
  enterVerb: 'Ghi vào sổ',
  deed: 'Việc',
  amount: 'Số tiền',
  amountHint: 'Số nguyên đồng, ví dụ 12.500.000',
  voucherHint: 'Số phiếu thu, phiếu chi. Khoản chi phải có chứng từ.',
  correct: 'Điều chỉnh',
  correctTitle: (number: number) => `Điều chỉnh dòng ${number}`,
  correctWhat: (number: number, amount: number) =>
    `Ghi một dòng ngược lại cho dòng ${number}, ${dong(amount)} đồng. Dòng cũ vẫn còn trong sổ.`,
  correctLost: 'Mọi khoản tiền thưởng đã chi ở dòng này trở lại tình trạng chưa chi.',
  reason: 'Lý do',
  close: 'Khóa sổ năm',
  closeWhat: (year: number, balance: number) =>
    `Khóa sổ năm ${year} với số dư ${dong(balance)} đồng. Số dư chuyển thành dòng đầu của năm ${year + 1}.`,
  closeLost: (year: number) => `Không ghi thêm hoặc điều chỉnh được trong sổ năm ${year}.`,
  dues: 'Chi tiền thưởng',
  duesLead:
    'Các quyết định khen thưởng do quỹ này chi thưởng (khoản 4 Điều 11 Luật Thi đua, khen thưởng), từ năm mở sổ đầu tiên.',
  duesEmptyWhat: 'Các quyết định cần chi thưởng sẽ hiện ở đây.',
  duesEmptyWhy:
    'Không có quyết định nào thuộc quỹ này từ khi mở sổ. Khen thưởng nạp từ hồ sơ cũ không tính là khoản phải chi.',
  decision: 'Quyết định',
  cases: 'Số trường hợp',
  unpaid: 'Chưa chi',
  unpaidAmount: 'Số tiền chưa chi',
  unknown: 'Cần người chi quyết định',
  paidAmount: 'Đã chi',
  paymentList: (number: string) => `Danh sách chi thưởng theo Quyết định số ${number}`,
  paymentLead: (day: string) => `Quyết định ngày ${dateText(day)}.`,
  holder: 'Họ tên, tập thể, hộ',
  award: 'Danh hiệu, hình thức',
  due: 'Mức thưởng (đồng)',
  payee: 'Người nhận',
  reckoning: 'Cách tính',
  standing: 'Tình trạng',
  paid: (amount: number, day: string, voucher: string) => `Đã chi ${dong(amount)} ngày ${dateText(day)}, ${voucher}`,
  notPaid: 'Chưa chi',
  revoked: 'Đã hủy bỏ, cần thu hồi',
  paidLower: (award: string, amount: number) =>
    `Đã chi ${dong(amount)} cho ${award} cùng năm. Quy định đã đọc không nêu có trừ khoản này hay không: người chi quyết định, nêu lý do nếu chi khác mức.`,
  payThese: 'Chi các trường hợp đã chọn',
  payWhat: 'Chọn trường hợp ở bảng trên. Một phiếu chi cho cả danh sách là một dòng trong sổ quỹ.',
  payDate: 'Ngày chi',
  payVerb: 'Ghi đã chi',
  otherAmount: 'Số tiền',
  otherAmountOf: (name: string) => `Số tiền chi cho ${name}`,
  payReason: 'Căn cứ, lý do khi chi khác mức hoặc mức chưa rõ',
  total: 'Cộng',
  inWords: 'Bằng chữ',
  bonusLine: (numbers: readonly string[], n: number) =>
    `Chi thưởng theo Quyết định số ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? '…' : ''} (${n} trường hợp)`,
  returnedLine: (name: string, number: string) => `Thu hồi tiền thưởng của ${name} (Quyết định số ${number})`,
  carriedOver: (year: number) => `Số dư năm ${year} chuyển sang`,
  limits: 'Quy định về nguồn và mức chi',
  limitLine: ({ what, atMostPercent, of, article, state }: Limit) =>
    `${what}: tối đa ${formatVietnamese(decimal(atMostPercent))} % ${of} (Nghị định 152/2025/NĐ-CP, Điều ${article}; ${stateText[state]}).`,
  limitNote: 'Phần mềm chỉ cảnh báo, không chặn: tỷ lệ trên quỹ lương và chi ngân sách không có trong hệ thống.',
  ofIncome: (share: number) => `${percent(share)} nguồn của quỹ trong năm`,
  overOrganising: (share: number, most: string) =>
    `Chi tổ chức phong trào bằng ${percent(share)} số thu của quỹ, vượt mức ${most} %.`,
  excel: 'Tải Excel',
  csv: 'Tải CSV',
  word: 'In ra Word',
  pdf: 'In ra PDF',
  taking: 'Tải và in',
  every: 'Tất cả',
  cancel: 'Thôi',
  file: 'quy-thi-dua-khen-thuong',
  ledgerFile: 'so-quy',
  paymentFile: 'danh-sach-chi-thuong',
  done: {
    enter: 'Đã ghi vào sổ.',
    correct: 'Đã ghi dòng điều chỉnh.',
    pay: 'Đã ghi chi tiền thưởng.',
    close: 'Đã khóa sổ.',
    open: 'Đã mở sổ.',
  } as Readonly<Record<string, string>>,
} as const;

export const entryFieldText: Readonly<Record<EntryField, string>> = {
  kind: fundText.kind,
  amount: fundText.amount,
  onDate: fundText.date,
  what: fundText.what,
  voucher: fundText.voucher,
};

export function entryProblemText(problem: EntryProblem): string {
  switch (problem) {
    case 'missing':
      return 'Chưa nhập.';
    case 'not_offered':
      return 'Không có khoản này để chọn. Tiền thưởng ghi ở trang Chi tiền thưởng.';
    case 'no_amount':
      return 'Không đọc được số tiền. Nhập số nguyên đồng, ví dụ 12.500.000.';
    case 'not_whole':
      return 'Tiền ghi bằng đồng, không có phần lẻ. Ví dụ 12.500.000.';
    case 'not_positive':
      return 'Số tiền phải lớn hơn 0. Khoản ghi sai thì dùng Điều chỉnh.';
    case 'too_much':
      return 'Số tiền lớn bất thường. Kiểm tra lại số chữ số 0.';
    case 'no_date':
      return 'Không đọc được ngày. Ví dụ 05/10/2026.';
    case 'other_year':
      return 'Ngày phải thuộc năm của sổ.';
    case 'in_future':
      return 'Ngày chưa đến. Chỉ ghi khoản đã thu, đã chi.';
    case 'too_long':
      return 'Dài quá 500 chữ.';
  }
}

export const payProblemText: Readonly<Record<PayProblem, string>> = {
  covered: 'không chi: chỉ nhận mức cao nhất của các danh hiệu cùng năm.',
  amount_missing: 'chưa nhập số tiền; mức này do người chi quyết định.',
  amount_wrong: 'không đọc được số tiền, ví dụ 1.520.000.',
  over_most: 'vượt mức tối đa.',
  reason_missing: 'khác mức tính được hoặc mức chưa rõ, cần nêu căn cứ, lý do.',
};

export type FundRefusal =
  | OpenRefusal
  | EntryRefusal
  | CorrectedAlready
  | NotCorrectable
  | PayRefusal
  | CloseRefusal
  | TakeBackRefusal;

/** What is said of a refusal, each at its field; `names` of honours by id. */
export function fundProblems(refusal: Refusal, names: Readonly<Record<string, string>> = {}): readonly ShownProblem[] {
  const given = refusal as FundRefusal;
  const at = (field: string, label: string, message: string) => [{ field, label, message }];
  switch (given.kind) {
    case 'entry_wrong':
      return given.problems.map(({ field, problem }) => ({
        field,
        label: entryFieldText[field],
        message: entryProblemText(problem),
      }));
    case 'pay_form':
      return at(
        given.field,
        given.field === 'onDate' ? fundText.payDate : fundText.voucher,
        entryProblemText(given.problem),
      );
    case 'pay_wrong':
      return given.problems.map(({ honourId, problem }) => ({
        field: problem === 'reason_missing' ? 'ly-do' : `tien-${honourId}`,
        label: names[honourId] ?? fundText.holder,
        message: payProblemText[problem],
      }));
    case 'fund_short':
      return at(
        'amount',
        fundText.amount,
        `Quỹ ${fundText.balanceIs(given.balance)}, không đủ cho khoản ${dong(given.amount)} đồng. Ghi khoản thu trước.`,
      );
    case 'opening_there':
      return at(
        'kind',
        fundText.kind,
        given.from === 'line'
          ? 'Sổ đã có số dư đầu năm. Nếu ghi sai, hãy điều chỉnh dòng đó trước.'
          : 'Số dư đầu năm chuyển sang khi khóa sổ năm trước, không ghi bằng tay.',
      );
    case 'corrected_already':
      return at('ly-do', fundText.reason, 'Dòng này đã được điều chỉnh.');
    case 'not_correctable':
      return at('ly-do', fundText.reason, notCorrectableText[given.why]);
    case 'paid_already':
      return at('chon', fundText.holder, `Đã chi cho: ${given.names.join(', ')}. Tải lại trang để xem tình trạng mới.`);
    case 'nothing_chosen':
      return at('chon', fundText.holder, 'Chưa chọn trường hợp nào để chi.');
    case 'back_already':
      return at('voucher', fundText.voucher, 'Khoản này đã được thu hồi hoặc điều chỉnh.');
    case 'year_running':
      return at('dong', fundText.close, `Năm ${given.year} chưa kết thúc nên chưa khóa sổ.`);
    case 'earlier_open':
      return at('dong', fundText.close, `Sổ năm ${given.year} chưa khóa. Khóa theo thứ tự từ năm trước.`);
    case 'year_wrong':
      return at('nam', fundText.year, `Nhập năm từ 2000 đến ${given.latest}.`);
    case 'four_eyes':
      return at(
        'dong',
        fundText.close,
        'Người ghi dòng cuối của sổ không tự khóa sổ. Việc này do người khác thực hiện.',
      );
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'needs':
    case 'lost_race':
      return at('', fundText.title, kernelRefusal(given satisfies KernelRefusal));
  }
}

const notCorrectableText: Readonly<Record<NotCorrectable['why'], string>> = {
  is_correction: 'Dòng này đã là dòng điều chỉnh. Ghi lại khoản đúng thành dòng mới.',
  carried_over: 'Số dư này chuyển sang khi khóa sổ năm trước nên không điều chỉnh ở đây.',
  returned: 'Khoản thu hồi không điều chỉnh. Nếu chi trả lại, hãy ghi chi tiền thưởng lần nữa.',
};
