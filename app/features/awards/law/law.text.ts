/** The words of provisions: what each lays down, how it is known, and where it stands. */
import { dateText } from '../../../ui/moment.ts';
import { findAward } from '../award.ts';
import type { AwardLevel, AwardType, Holder } from '../award.ts';
import { clauseText, daysText } from '../standards/explained.text.ts';
import { awardsText } from '../text.ts';
import type { AwardFacts } from './law-book.ts';
import type { CitedPaper, Clock, ContentOf, FactState, Provision, ProvisionKind } from './provision.ts';

export const STATE_MARK: Readonly<Record<FactState, string>> = {
  read: 'Đã đọc nguyên văn',
  second_hand: 'Biết qua văn bản khác',
  default: 'Mặc định, tỉnh chưa xác nhận',
  not_read: 'Chưa có nguyên văn',
};

export const LEVEL_NAME: Readonly<Record<AwardLevel, string>> = {
  centre: 'Cấp Nhà nước',
  province: 'Cấp tỉnh',
  base: 'Cấp cơ sở',
  elsewhere: 'Không thuộc tỉnh quyết định',
};
export const TYPE_NAME: Readonly<Record<AwardType, string>> = {
  title: 'Danh hiệu thi đua',
  form: 'Hình thức khen thưởng',
};

export const KIND_TEXT: Readonly<Record<ProvisionKind, string>> = {
  award: 'Danh hiệu, hình thức trong danh mục',
  rule_set: 'Bộ quy định',
  rule: 'Tiêu chuẩn',
  deciders: 'Thẩm quyền quyết định',
  papers: 'Hồ sơ',
  terms: 'Thời hạn',
  vote: 'Tỷ lệ phiếu của Hội đồng',
  council: 'Lấy ý kiến Hội đồng',
  public_list: 'Công khai danh sách',
  bonus: 'Hệ số tiền thưởng',
  payment: 'Chi tiền thưởng khi có nhiều danh hiệu, hình thức',
  rounding: 'Làm tròn tiền thưởng',
  rounding_order: 'Thứ tự làm tròn mức gấp nhiều lần cá nhân',
  base_salary: 'Mức lương cơ sở',
  quota: 'Tỷ lệ được đề nghị',
  clock: 'Thời hạn giải quyết',
};

export const ROUNDING_ORDER_TEXT = {
  at_the_end: 'nhân hệ số rồi mới làm tròn',
  before_multiplying: 'làm tròn mức của cá nhân rồi mới nhân',
} as const;

export const CLOCK_TEXT: Readonly<Record<Clock, string>> = {
  appraise: 'Thẩm định hồ sơ',
  return: 'Trả lại hồ sơ không đủ điều kiện',
  opinion: 'Cơ quan được hỏi ý kiến trả lời',
  public_list: 'Công khai danh sách trước khi Hội đồng họp',
  copy: 'Gửi bản sao quyết định cho nơi đề nghị',
  hand_over: 'Cấp hiện vật (dưới 100 trường hợp)',
  hand_over_many: 'Cấp hiện vật (từ 100 trường hợp)',
  annul: 'Trình hủy bỏ quyết định',
  give_back: 'Nộp lại hiện vật, tiền thưởng sau khi bị hủy bỏ',
};

export const HOLDER_TEXT: Readonly<Record<Holder, string>> = {
  person: 'cá nhân',
  collective: 'tập thể',
  household: 'hộ gia đình',
};

const money = new Intl.NumberFormat('vi-VN');
export const moneyText = (amount: number) => `${money.format(amount)} đồng`;
export const coefficientText = (coefficient: string) => coefficient.replace('.', ',');
const isHolder = (item: string): item is Holder => item in HOLDER_TEXT;
const isClock = (item: string): item is Clock => item in CLOCK_TEXT;

/** What a provision is about: "Hệ số tiền thưởng, cá nhân". */
export function aboutText({ kind, item }: Pick<Provision, 'kind' | 'item'>): string {
  if (kind === 'clock' && isClock(item)) return CLOCK_TEXT[item];
  return kind === 'bonus' && isHolder(item) ? `${KIND_TEXT[kind]}, ${HOLDER_TEXT[item]}` : KIND_TEXT[kind];
}

/** Of lists and rules a summary; their lines are drawn one by one. */
export function contentText(one: Provision): string {
  switch (one.kind) {
    case 'award':
      return entryText(one.content);
    case 'rule_set':
      return one.content.title;
    case 'rule':
      return one.basis;
    case 'deciders':
    case 'papers':
    case 'terms':
      return one.content.map(({ what }) => what).join('; ');
    case 'vote':
      return `ít nhất ${one.content.atLeastPercent}% tổng số thành viên Hội đồng${one.content.secret === null ? '; chưa rõ bỏ phiếu kín hay biểu quyết' : one.content.secret ? '; bỏ phiếu kín' : '; biểu quyết'}`;
    case 'council':
      return one.content.needed
        ? 'phải lấy ý kiến Hội đồng'
        : 'không qua Hội đồng: cơ quan thường trực thẩm định, trình';
    case 'public_list':
      return `ít nhất ${one.content.workingDays} ngày làm việc trước khi Hội đồng họp${one.content.unlessSimplified ? ', trừ thủ tục đơn giản' : ''}`;
    case 'bonus':
      return `${one.content.atMost ? 'tối đa ' : ''}${coefficientText(one.content.coefficient)} lần mức lương cơ sở`;
    case 'payment':
      return `${one.content.titlesOfOneTime === 'highest' ? 'nhiều danh hiệu cùng thời gian: chỉ mức cao nhất' : 'nhiều danh hiệu cùng thời gian: chi tất cả'}; ${one.content.titleAndForm === 'both' ? 'danh hiệu và hình thức cùng thời gian: chi cả hai' : 'danh hiệu và hình thức cùng thời gian: chỉ mức cao nhất'}`;
    case 'rounding':
      return `${{ up: 'làm tròn lên', down: 'làm tròn xuống', nearest: 'làm tròn' }[one.content.direction]} đến ${moneyText(one.content.to)}`;
    case 'rounding_order':
      return ROUNDING_ORDER_TEXT[one.content.order];
    case 'base_salary':
      return moneyText(one.content.amount);
    case 'quota':
      return `không quá ${one.content.atMostPercent}% số ${one.content.of}`;
    case 'clock':
      return `${one.content.workingDays} ngày làm việc`;
  }
}

function entryText({ name, type, level, holders, given }: ContentOf<'award'>): string {
  const whose = holders.map((holder) => HOLDER_TEXT[holder]).join(', ');
  const said = `${name}: ${TYPE_NAME[type].toLowerCase()}, ${LEVEL_NAME[level].toLowerCase()}, ${whose}`;
  return given ? said : `${said}; không còn xét tặng`;
}

/** The award that a provision is of; a line of the list by its own name, which may not be known yet. */
export const nameOfProvision = (one: Pick<Provision, 'kind' | 'award' | 'content'>) =>
  one.kind === 'award' ? (one.content as ContentOf<'award'>).name : awardNameText(one.award);

export const WHEN_MISSING: Readonly<Record<NonNullable<CitedPaper['whenMissing']>, string>> = {
  reason: 'Phải ghi lý do',
  blocks: 'Không gửi được hồ sơ',
};

/** A line of a list; of a paper also what its lack does, where the provision says so. */
export function lineText(line: CitedPaper): string {
  if (line.whenMissing === undefined) return line.what;
  return `${line.what} (thiếu: ${WHEN_MISSING[line.whenMissing].toLocaleLowerCase('vi')})`;
}

/** Where it stands: "Khoản 5 Điều 33, 152/2025/NĐ-CP". */
export function citedText({ article, source }: { readonly article: string; readonly source: string }): string {
  return [article === '' ? '' : clauseText(article), source].filter(Boolean).join(', ');
}

export function awardNameText(award: string | null): string {
  return award === null ? 'mọi danh hiệu, hình thức' : (findAward(award)?.name ?? award);
}

export function inForceText({ validFrom, validUntil }: Pick<Provision, 'validFrom' | 'validUntil'>): string {
  const said = daysText(validFrom, validUntil);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** Of what stands in a law that was amended by one whose text is missing. */
export const amendedText = (from: string | null) =>
  `Bản trước khi Luật được sửa đổi${from === null ? '' : ` (${dateText(from)})`}; chưa rõ có thay đổi`;

/** Of one award, by holder; of whom nothing was read, that it is not known. */
export function bonusText({ bonus, noBonusRead }: Pick<AwardFacts, 'bonus' | 'noBonusRead'>): string {
  if (bonus.length === 0) return awardsText.unknown;
  const known = bonus.map(({ item, content: { coefficient, atMost } }) => {
    const who = isHolder(item) ? HOLDER_TEXT[item] : item;
    return `${who}: ${atMost ? 'tối đa ' : ''}${coefficientText(coefficient)}`;
  });
  return [...known, ...noBonusRead.map((holder) => `${HOLDER_TEXT[holder]}: chưa rõ`)].join('; ');
}
