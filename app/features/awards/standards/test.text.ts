/** What a clause asks for, as the machine checks it, in an official's words. */
import { findAward } from '../award.ts';
import type { Review } from './case.ts';
import type { Check, HolderGuard, Test, YearsCheck } from './rule.ts';
import { GROUP_TEXT, LAUNCHER_TEXT, LEVEL_TEXT, SCOPE_TEXT } from './text.ts';

export const REVIEW_NAME: Readonly<Record<Review, string>> = {
  yearly: 'bình xét hằng năm',
  midterm: 'sơ kết',
  final: 'tổng kết',
};
export const ORGANISER_NAME = {
  province: 'Bộ, ban, ngành, tỉnh',
  centre: 'Hội đồng Thi đua - Khen thưởng Trung ương',
} as const;

const named = (code: string) => `“${findAward(code)?.name ?? code}”`;
const anyOf = (codes: readonly string[]) => codes.map(named).join(' hoặc ');
const orMore = (level: keyof typeof LEVEL_TEXT) => `${LEVEL_TEXT[level]}${level === 'excellent' ? '' : ' trở lên'}`;

export function testText(test: Test): string {
  if ('all_of' in test) return test.all_of.map(inBrackets).join('; và ');
  if ('one_of' in test) return test.one_of.map(inBrackets).join('; hoặc ');
  return test.kind === 'years' ? yearsText(test) : checkText(test);
}

function inBrackets(test: Test): string {
  const said = testText(test);
  return 'all_of' in test || 'one_of' in test ? `(${said})` : said;
}

function yearsText({ years, level, orAwards, after, anyTime, within }: YearsCheck): string {
  return [
    `${years} năm liên tục ${orMore(level)}`,
    orAwards ? ` hoặc đạt ${anyOf(orAwards)}` : '',
    after ? `, tính từ sau ${after.which === 'first' ? 'lần đầu' : 'lần cuối'} được tặng ${anyOf(after.awards)}` : '',
    anyTime ? ' (không buộc đến thời điểm đề nghị)' : '',
    within ? `; trong thời gian đó: ${testText(within)}` : '',
  ].join('');
}

function checkText(check: Check): string {
  switch (check.kind) {
    case 'judge':
      return check.about === undefined ? 'người thẩm định xem xét' : `người thẩm định xem xét: ${check.about}`;
    case 'delegated':
      return `giao ${check.to === 'province' ? 'tỉnh' : 'Chính phủ'} quy định chi tiết (không tính vào kết quả)`;
    case 'elsewhere':
      return 'quy định cho danh hiệu khác hoặc cơ quan khác (không tính vào kết quả)';
    case 'level_in_year':
      return `năm tính thành tích ${orMore(check.level)}`;
    case 'title_in_year':
      return `năm tính thành tích có danh hiệu ${anyOf(check.awards)}`;
    case 'held':
      return `đã được tặng ${anyOf(check.awards)}`;
    case 'times_in_a_row':
      return `${check.times} năm liên tục có ${anyOf(check.awards)}${check.doubtfulGap ? ` (cách nhau đến ${check.doubtfulGap} năm thì người thẩm định xem xét)` : ''}${check.selected ? '; Hội đồng lựa chọn trong số đó' : ''}`;
    case 'times':
      return `có ${check.times} lần ${anyOf(check.awards)}`;
    case 'years_at_level':
      return `có ${check.years} năm ${orMore(check.level)}`;
    case 'initiatives':
      return `có ${check.count} sáng kiến, đề tài, đề án, công trình được công nhận phạm vi ${SCOPE_TEXT[check.scope]}${check.scope === 'nation' ? '' : ' trở lên'}, chưa dùng${check.lastYears ? olderText(check.lastYears) : ''}`;
    case 'all_members_completed':
      return '100% cá nhân hoàn thành nhiệm vụ';
    case 'members_share':
      return `ít nhất ${check.percent}% cá nhân đạt ${named(check.award)}`;
    case 'members_with':
      return `ít nhất ${check.count} cá nhân đạt ${named(check.award)}`;
    case 'no_member_disciplined':
      return 'không có cá nhân bị kỷ luật từ cảnh cáo trở lên';
    case 'leads_block':
      return `dẫn đầu cụm, khối thi đua${check.organisedBy ? ` do ${ORGANISER_NAME[check.organisedBy]} tổ chức` : ''}${check.selected ? '; Hội đồng lựa chọn trong số đó' : ''}`;
    case 'in_block':
      return `thuộc cụm, khối thi đua do ${ORGANISER_NAME[check.organisedBy]} tổ chức`;
    case 'block_exceeded':
      return 'hoàn thành vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm';
    case 'built_years':
      return `có quá trình xây dựng, phát triển từ ${check.years} năm trở lên`;
    case 'movement':
      return movementText(check);
    case 'law_abiding':
      return 'không có kỷ luật, không có việc đang xem xét, xác minh';
    case 'not_for_this_year':
      return 'chưa được tặng chính danh hiệu, hình thức này cho thành tích của năm';
    case 'merit_only':
      return 'khen thưởng đột xuất, chuyên đề không làm căn cứ';
    case 'nothing_pending':
      return 'không có việc đang xem xét kỷ luật, điều tra, thanh tra, xác minh';
    case 'out_of_discipline':
      return 'thành tích tính từ khi hết thời hạn kỷ luật';
    case 'one_of_clauses':
      return `đạt một trong các tiêu chuẩn tại ${check.articles.join(', ')}`;
  }
}

/** The law names no time after which an initiative no longer counts (Điều 21 to 23): that a person looks at the old ones is the product's own. */
function olderText(years: number): string {
  const old = years === 1 ? 'được công nhận trước năm tính thành tích' : `được công nhận quá ${years} năm`;
  return ` (${old} thì người thẩm định xem xét: mặc định của hệ thống, vì Luật không quy định thời hạn)`;
}

function movementText({ launchedBy, years, reviews, place }: Extract<Check, { readonly kind: 'movement' }>): string {
  const by =
    launchedBy.length === 0 ? '' : ` do ${launchedBy.map((each) => LAUNCHER_TEXT[each]).join(' hoặc ')} phát động`;
  const lasting = years === undefined ? '' : `, có thời gian từ ${years} năm trở lên`;
  const when = reviews === undefined ? '' : `, khi ${reviews.map((each) => REVIEW_NAME[each]).join(' hoặc ')}`;
  return `${place === 'first' ? 'dẫn đầu' : 'được bình xét trong'} phong trào thi đua${by}${lasting}${when}`;
}

/** Whom a group of clauses is for. */
export function guardText({ holders, groups, unlessClassified }: HolderGuard): string {
  const who = (groups ?? holders).map((each) => GROUP_TEXT[each]).join(', ');
  return `Dành cho ${who}${unlessClassified ? ', trừ người được xếp loại mức độ hoàn thành nhiệm vụ hằng năm' : ''}`;
}
