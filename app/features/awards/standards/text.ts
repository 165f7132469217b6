/** The words of the standards: every finding as an official writes it, and what is wrong with a case. */
import { fieldPath } from '../../../kernel/wrong-field.ts';
import { dateText } from '../../../ui/moment.ts';
import { findAward } from '../award.ts';
import type { ScopeOfEffect } from '../../initiatives/initiative.ts';
import type { Words } from './answer.ts';
import type { AwardKind, Facts, Group, Level, Problem, Review } from './case.ts';
import type { Entry } from './evaluate.ts';
import type { Finding, Held, Outcome, Since } from './outcome.ts';
import type { CaseRefusal } from './read-case.ts';
import type { Launcher } from './rule.ts';
import { pendingKindOf } from './written.ts';
import type { PendingKind } from './written.ts';

export const LEVEL_TEXT: Readonly<Record<Level, string>> = {
  failed: 'không hoàn thành nhiệm vụ',
  completed: 'hoàn thành nhiệm vụ',
  good: 'hoàn thành tốt nhiệm vụ',
  excellent: 'hoàn thành xuất sắc nhiệm vụ',
};

export const SCOPE_TEXT: Readonly<Record<ScopeOfEffect, string>> = {
  unit: 'cơ sở',
  province: 'Bộ, ban, ngành, tỉnh',
  nation: 'toàn quốc',
};

export const GROUP_TEXT: Readonly<Record<Group | 'person' | 'collective' | 'household', string>> = {
  person: 'cá nhân',
  collective: 'tập thể',
  household: 'hộ gia đình',
  official: 'cán bộ, công chức, viên chức, người lao động',
  worker: 'công nhân',
  farmer: 'nông dân',
  labourer: 'người lao động khác',
  entrepreneur: 'doanh nhân',
  scholar: 'trí thức, nhà khoa học',
  overseas: 'người Việt Nam định cư ở nước ngoài, người nước ngoài',
  body: 'cơ quan, đơn vị',
  enterprise: 'doanh nghiệp, tổ chức kinh tế khác',
  commune: 'xã, phường, đặc khu',
  village: 'thôn, tổ dân phố',
};

export const LAUNCHER_TEXT: Readonly<Record<Launcher, string>> = {
  president: 'Chủ tịch nước',
  prime_minister: 'Thủ tướng Chính phủ',
  ministry: 'Bộ, ban, ngành',
  province: 'tỉnh',
  commune: 'cấp xã',
  unit: 'cơ quan, đơn vị',
};

/** What an award was given for (Điều 8). */
export const KIND_NAME: Readonly<Record<AwardKind, string>> = {
  merit: 'công trạng',
  sudden: 'đột xuất',
  movement: 'phong trào (chuyên đề)',
  devotion: 'quá trình cống hiến',
  tenure: 'niên hạn',
  foreign: 'đối ngoại',
};

const REVIEW_TEXT: Readonly<Record<Review, string>> = {
  yearly: 'bình xét hằng năm',
  midterm: 'bình xét khi sơ kết',
  final: 'bình xét khi tổng kết',
};
const reviewText = (review: Review) => REVIEW_TEXT[review];

const FACT_TEXT: Readonly<Record<Facts, string>> = {
  awards: 'danh hiệu, hình thức khen thưởng đã được tặng',
  classification: 'kết quả xếp loại mức độ hoàn thành nhiệm vụ',
  initiatives: 'sáng kiến, đề tài, đề án, công trình được công nhận',
  discipline: 'kỷ luật',
  pending: 'vụ việc đang xem xét, xác minh',
  members: 'cá nhân trong tập thể',
  block: 'cụm, khối thi đua',
  movement: 'phong trào thi đua được bình xét',
  founded: 'ngày thành lập',
};

const FIELD_TEXT: Readonly<Record<string, string>> = {
  completed: 'số cá nhân hoàn thành nhiệm vụ',
  disciplined: 'số cá nhân bị kỷ luật từ cảnh cáo trở lên',
  rank: 'thứ hạng',
  exceeded: 'việc hoàn thành vượt chỉ tiêu, nhiệm vụ',
  launched_by: 'cấp phát động phong trào',
  from: 'thời điểm bắt đầu phong trào',
  until: 'thời điểm kết thúc phong trào',
  review: 'lần bình xét (hằng năm, sơ kết, tổng kết)',
};

export const PENDING_TEXT: Readonly<Record<PendingKind, string>> = {
  discipline: 'đang xem xét kỷ luật',
  investigation: 'đang điều tra',
  inspection: 'đang thanh tra, kiểm tra có dấu hiệu vi phạm',
  complaint: 'có khiếu nại đang xác minh',
  denunciation: 'có tố cáo đang xác minh',
  press: 'báo chí nêu dấu hiệu tham nhũng, tiêu cực đang xác minh',
};

const named = (code: string) => `“${findAward(code)?.name ?? code}”`;
const anyOf = (codes: readonly string[]) => codes.map(named).join(' hoặc ');
const list = (years: readonly (number | string)[]) => years.join(', ');
const two = (count: number) => String(count).padStart(2, '0');
const heldText = (held: readonly Held[]) => held.map(({ award, year }) => `${named(award)} năm ${year}`).join(', ');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const withoutEnd = (text: string) => text.replace(/[.;]\s*$/, '');

export function because({ finding }: Pick<Entry, 'finding'>, wording = ''): string {
  return `${withoutEnd(capital(say(finding, wording)))}.`;
}

export const WORDS: Words = {
  because: (entry) => because(entry, entry.clause.wording),
  article: ({ article, of }) => (of === undefined ? article : `${article} (${of})`),
  lawNotRead: ({ received }, { inForce, read }) =>
    [
      `Hồ sơ nhận ngày ${dateText(received)} áp dụng ${inForce?.title ?? ''}`,
      inForce?.inForceFrom ? ` (có hiệu lực từ ${dateText(inForce.inForceFrom)})` : '',
      '; chưa có nguyên văn nên không kết luận được là đạt hay chưa đạt, người thẩm định đối chiếu với văn bản.',
      read ? ` Các dòng dưới đây đối chiếu với ${read.title} trước khi sửa đổi, chỉ để tham khảo.` : '',
    ].join(''),
  noRule: 'Chưa có tiêu chuẩn của danh hiệu, hình thức này trong dữ liệu: người thẩm định đối chiếu với văn bản.',
  laterLaw: ({ title, inForceFrom, transition }) =>
    `Nếu đến ngày ${inForceFrom ? dateText(inForceFrom) : ''} hồ sơ chưa được quyết định thì xem thêm quy định chuyển tiếp của ${title}: ${transition?.wording ?? ''}`,
};

type FindingOf<Kind extends Finding['kind']> = Extract<Finding, { readonly kind: Kind }>;

function say(finding: Finding, wording: string): string {
  switch (finding.kind) {
    case 'all_of':
      return finding.parts.map((part) => withoutEnd(say(part.finding, wording))).join('; ');
    case 'one_of':
      return oneOfText(finding.parts, wording);
    case 'missing':
      return `chưa có dữ liệu về ${finding.field === undefined ? FACT_TEXT[finding.fact] : fieldText(finding.field)}: người thẩm định xem hồ sơ`;
    case 'judge':
      return `người thẩm định xem xét: ${withoutEnd(finding.about ?? wording)}`;
    case 'delegated':
      return `khoản này giao ${finding.to === 'province' ? 'tỉnh' : 'Chính phủ'} quy định chi tiết; quy định đó chưa có trong dữ liệu, người thẩm định đối chiếu (không tính vào kết quả)`;
    case 'elsewhere':
      return 'không áp dụng ở đây: quy định cho danh hiệu khác hoặc thuộc thẩm quyền của cơ quan khác (không tính vào kết quả)';
    case 'not_for':
      return `không áp dụng: quy định này dành cho ${groupsText(finding.who)}${finding.unlessClassified ? '; đối tượng đã được xếp loại mức độ hoàn thành nhiệm vụ hằng năm' : ''}`;
    case 'only_for':
      return `chưa rõ có phải là ${groupsText(finding.groups)} không; nếu phải: ${say(finding.of.finding, wording)}`;
    case 'as_unread':
      return `${withoutEnd(say(finding.of.finding, wording))}; quy định áp dụng khi đó chưa đọc được nguyên văn nên người thẩm định quyết định`;
    case 'level':
      return `năm ${finding.year} được xếp loại ${LEVEL_TEXT[finding.found]}${finding.found === finding.asked ? '' : `, yêu cầu ${LEVEL_TEXT[finding.asked]}${finding.asked === 'excellent' ? '' : ' trở lên'}`}`;
    case 'level_unknown':
      return `chưa có kết quả xếp loại năm ${finding.year}, yêu cầu ${LEVEL_TEXT[finding.asked]}${finding.asked === 'excellent' ? '' : ' trở lên'}`;
    case 'title':
      return finding.found === undefined
        ? `chưa có danh hiệu ${anyOf(finding.awards)} năm ${finding.year}`
        : `đã có danh hiệu ${named(finding.found)} năm ${finding.year}`;
    case 'held':
      return `${finding.found.length === 0 ? `chưa được tặng ${anyOf(finding.awards)}` : `đã được tặng ${heldText(finding.found)}`}${leftOutText(finding.leftOut)}`;
    case 'in_a_row':
      return inARowText(finding);
    case 'spaced':
      return `đã có ${finding.times} lần ${anyOf(finding.awards)}: ${list(finding.years)}; Luật không nói các lần cách nhau bao lâu thì còn là liên tục, người thẩm định xem xét`;
    case 'times':
      return `${finding.within ? 'trong thời gian đó ' : ''}có ${finding.years.length}/${finding.times} lần ${anyOf(finding.awards)}${finding.years.length === 0 ? '' : `: ${list(finding.years)}`}${leftOutText(finding.leftOut)}`;
    case 'years_at_level':
      return `trong thời gian đó có ${finding.years.length}/${finding.asked} năm ${LEVEL_TEXT[finding.level]}${finding.years.length === 0 ? '' : `: ${list(finding.years)}`}${unknownText(finding.unknown, finding.asked - finding.years.length)}`;
    case 'years':
      return yearsText(finding, wording);
    case 'initiatives':
      return initiativesText(finding);
    case 'members':
      return membersText(finding);
    case 'block_rank':
      return `xếp thứ ${finding.rank} trong cụm, khối thi đua${finding.rank === 1 ? ' (dẫn đầu)' : ', yêu cầu dẫn đầu'}${selectedText(finding.selected && finding.rank === 1)}`;
    case 'block_organiser':
      return finding.found === undefined
        ? `chưa rõ cụm, khối thi đua do ${organiserText(finding.asked)} tổ chức hay không`
        : `cụm, khối thi đua do ${organiserText(finding.found)} tổ chức${finding.found === finding.asked ? '' : `, yêu cầu do ${organiserText(finding.asked)} tổ chức`}`;
    case 'exceeded':
      return `${finding.exceeded ? 'đã' : 'chưa'} hoàn thành vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm${selectedText(finding.selected && finding.exceeded)}`;
    case 'none':
      return finding.fact === 'block' ? 'không thuộc cụm, khối thi đua nào' : 'không đề nghị theo phong trào thi đua';
    case 'launched_by':
      return launchedByText(finding);
    case 'lasts':
      return lastsText(finding);
    case 'review':
      return `${reviewText(finding.found)}${finding.asked.includes(finding.found) ? '' : `, yêu cầu ${finding.asked.map(reviewText).join(' hoặc ')}`}`;
    case 'placed':
      return finding.rank === 1
        ? 'dẫn đầu phong trào thi đua'
        : finding.place === 'first'
          ? `xếp thứ ${finding.rank} trong phong trào thi đua, yêu cầu dẫn đầu`
          : `xếp thứ ${finding.rank} khi bình xét phong trào thi đua: người thẩm định xem kết quả bình xét`;
    case 'built':
      return `thành lập ${finding.founded.length === 4 ? `năm ${finding.founded}` : `ngày ${dateText(finding.founded)}`}, yêu cầu có quá trình xây dựng, phát triển từ ${finding.asked} năm trở lên`;
    case 'conduct':
      return conductText(finding);
    case 'for_this_year':
      return forThisYearText(finding);
    case 'merit_only':
      return finding.leftOut.length === 0
        ? 'không có khen thưởng đột xuất, chuyên đề trong các khen thưởng đã có'
        : `khen thưởng đột xuất, chuyên đề không làm căn cứ xét công trạng: ${heldText(finding.leftOut)}`;
    case 'pending':
      return finding.pending.length === 0
        ? 'không có việc đang xem xét, điều tra, thanh tra, xác minh'
        : finding.isKnown
          ? `chưa xét khi ${finding.pending.map(pendingText).join('; ')}`
          : `${finding.pending.map(pendingText).join('; ')}: người thẩm định xem có thuộc trường hợp chưa xét khen thưởng không`;
    case 'discipline':
      return disciplineText(finding);
    case 'clauses':
      return finding.met.length > 0 ? `đạt theo ${list(finding.met)}` : `theo kết quả của ${list(finding.of)}`;
  }
}

function fieldText(field: string): string {
  return FIELD_TEXT[field] ?? `số cá nhân đạt ${named(field)}`;
}

const groupsText = (who: readonly string[]) =>
  who.map((each) => GROUP_TEXT[each as keyof typeof GROUP_TEXT] ?? each).join(', ');

const organiserText = (organiser: 'province' | 'centre') =>
  organiser === 'province' ? 'Bộ, ban, ngành, tỉnh' : 'Hội đồng Thi đua - Khen thưởng Trung ương';

const selectedText = (selected: boolean) => (selected ? '; việc lựa chọn trong số đó do Hội đồng bình xét' : '');

const leftOutText = (leftOut: readonly Held[]) =>
  leftOut.length === 0 ? '' : ` (không tính khen thưởng đột xuất, chuyên đề: ${heldText(leftOut)})`;

/** Of a met one only what met it; of the others all ways. */
function oneOfText(parts: readonly Outcome[], wording: string): string {
  const met = parts.filter(({ state }) => state === 'met');
  const said = new Set((met.length > 0 ? met : parts).map(({ finding }) => withoutEnd(say(finding, wording))));
  return said.size === 1
    ? [...said].join('')
    : [...said].map((each, index) => `(${index + 1}) ${each}`).join('; hoặc ');
}

function sinceText(since: Since | undefined): string {
  if (since === undefined) return '';
  const from = `${named(since.award)} năm ${since.year}`;
  return since.because === 'after' ? ` (tính từ sau ${from})` : ` (không tính lại thành tích đã dùng cho ${from})`;
}

function inARowText({
  awards,
  times,
  years,
  lacking,
  doubtful,
  since,
  selected,
  openYear,
}: FindingOf<'in_a_row'>): string {
  const start = `đã có ${years.length}/${times} năm liên tục ${anyOf(awards)}${years.length === 0 ? '' : `: ${list(years)}`}`;
  const unsure = doubtful.length === 0 ? '' : `; năm ${list(doubtful)} người thẩm định xem có được tính không`;
  const lacks = lacking.length === 0 ? '' : `; thiếu ${list(lacking)}`;
  const open = openYear === undefined ? '' : `; danh hiệu năm ${openYear} chưa có khi nhận hồ sơ`;
  return `${start}${sinceText(since)}${unsure}${lacks}${open}${selectedText(selected && years.length >= times)}`;
}

function yearsText(finding: FindingOf<'years'>, wording: string): string {
  const { asked, level, orAwards, years, unknown, since, until, brokenBy, earlier, within } = finding;
  const what = `${LEVEL_TEXT[level]}${level === 'excellent' ? '' : ' trở lên'}${orAwards.length === 0 ? '' : ` hoặc đạt ${anyOf(orAwards)}`}`;
  const start = `đã có ${years.length}/${asked} năm liên tục ${what} đến năm ${until}${years.length === 0 ? '' : `: ${list(years)}`}`;
  const broken =
    brokenBy === undefined
      ? ''
      : `; năm ${brokenBy.year} ${brokenBy.found === 'discipline' ? 'không tính vì kỷ luật' : brokenBy.found === undefined ? 'không đạt' : LEVEL_TEXT[brokenBy.found]}`;
  const lacks = years.length >= asked ? '' : unknownText(unknown, asked - years.length);
  const before = earlier ? '; chuỗi này kết thúc trước thời điểm đề nghị, người thẩm định xem xét' : '';
  const also = within === undefined ? '' : `; ${say(within.finding, wording)}`;
  return `${start}${sinceText(since)}${broken}${lacks}${before}${also}`;
}

function unknownText(unknown: readonly number[], lacking: number): string {
  return unknown.length === 0 || lacking <= 0 ? '' : `; chưa rõ năm ${list(unknown.slice(-lacking))}`;
}

function initiativesText({ asked, scope, years, doubtful, usedUp, smaller }: FindingOf<'initiatives'>): string {
  const start = `có ${two(years.length)}/${two(asked)} sáng kiến, đề tài, đề án, công trình được công nhận phạm vi ${SCOPE_TEXT[scope]}${scope === 'nation' ? '' : ' trở lên'} chưa dùng${years.length === 0 ? '' : ` (năm ${list(years)})`}`;
  const unsure = doubtful.length === 0 ? '' : `; của năm ${list(doubtful)} người thẩm định xem có được tính không`;
  const used = usedUp
    .map(({ of, award, year }) => `; sáng kiến năm ${of} đã dùng cho ${named(award)} năm ${year}`)
    .join('');
  const small = smaller.length === 0 || years.length >= asked ? '' : `; của năm ${list(smaller)} phạm vi hẹp hơn`;
  return `${start}${unsure}${used}${small}`;
}

function membersText({ check, count, total }: FindingOf<'members'>): string {
  switch (check.kind) {
    case 'all_members_completed':
      return `${count}/${total} cá nhân hoàn thành nhiệm vụ, yêu cầu 100%`;
    case 'no_member_disciplined':
      return count === 0
        ? 'không có cá nhân bị kỷ luật từ cảnh cáo trở lên'
        : `có ${count} cá nhân bị kỷ luật từ cảnh cáo trở lên`;
    case 'members_share':
      return `${count}/${total} cá nhân đạt ${named(check.award)} (${percentText(count, total)}), yêu cầu ít nhất ${check.percent}%`;
    case 'members_with':
      return `có ${count} cá nhân đạt ${named(check.award)}, yêu cầu ít nhất ${check.count}`;
  }
}

/** Cut, never rounded up: 69,96% must not read as 70%. */
function percentText(count: number, total: number): string {
  return `${String(Math.floor((count * 1000) / total) / 10).replace('.', ',')}%`;
}

function launchedByText({ found, asked, known }: FindingOf<'launched_by'>): string {
  const wanted = asked.map((each) => LAUNCHER_TEXT[each]).join(' hoặc ');
  if (!known) return `chưa rõ cấp phát động “${found}” có phải là ${wanted} không`;
  const launcher = LAUNCHER_TEXT[found as Launcher];
  return `phong trào do ${launcher} phát động${asked.some((each) => each === found) ? '' : `, yêu cầu do ${wanted} phát động`}`;
}

function lastsText({ from, until, asked, calendarYears }: FindingOf<'lasts'>): string {
  return `phong trào từ ${dateText(from)} đến ${dateText(until)} (qua ${calendarYears} năm), yêu cầu từ ${two(asked)} năm trở lên`;
}

function conductText({ disciplined, pending }: FindingOf<'conduct'>): string {
  if (disciplined.length + pending.length === 0)
    return 'không có kỷ luật trong thời gian tính thành tích, không có việc đang xem xét, xác minh';
  const parts = [
    ...(disciplined.length === 0 ? [] : ['có kỷ luật trong hoặc sau năm tính thành tích']),
    ...pending.map(pendingText),
  ];
  return `${parts.join('; ')}: người thẩm định xem việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước`;
}

function pendingText({ kind, since }: FindingOf<'pending'>['pending'][number]): string {
  const known = pendingKindOf(kind);
  const said = known ? PENDING_TEXT[known] : `có việc đang xác minh (${kind})`;
  return since ? `${said} từ ngày ${dateText(since)}` : said;
}

function forThisYearText({ held, isTitle }: FindingOf<'for_this_year'>): string {
  if (held === undefined) return 'chưa được tặng chính danh hiệu, hình thức này cho thành tích của năm';
  const start = `đã được tặng ${heldText([held])}`;
  return isTitle
    ? `${start}: không khen thưởng hai lần cho một thành tích`
    : `${start}: người thẩm định xem có phải cùng một thành tích không`;
}

function disciplineText({ year, countsFrom, isOpen }: FindingOf<'discipline'>): string {
  if (isOpen) return 'có kỷ luật chưa rõ ngày kết thúc; thành tích chỉ tính từ khi hết kỷ luật';
  if (countsFrom === undefined) return 'không có kỷ luật';
  if (countsFrom <= `${year}-01-01`) return `đã hết kỷ luật, thành tích tính từ ngày ${dateText(countsFrom)}`;
  return `thành tích chỉ tính từ ngày ${dateText(countsFrom)}, sau khi hết kỷ luật; ${countsFrom > `${year}-12-31` ? `thành tích năm ${year} không được tính` : `năm ${year} chỉ tính một phần, người thẩm định xem xét`}`;
}

export const PROBLEM_TEXT: Readonly<Record<Problem, string>> = {
  missing: 'chưa có, cần điền',
  wrong_type: 'sai kiểu dữ liệu',
  not_one_of: 'giá trị không nằm trong danh mục',
  not_a_year: 'không phải là năm; viết như 2026',
  not_a_date: 'không phải là ngày có thật; viết như "2026-10-05"',
  not_a_day_or_year: 'không phải là ngày hoặc năm có thật; viết như "2026-10-05" hoặc 2026',
  not_a_count: 'phải là số nguyên từ 0 trở lên',
  not_positive: 'phải là số nguyên từ 1 trở lên',
  unknown_award: 'mã danh hiệu, hình thức khen thưởng không có trong danh mục',
  year_twice: 'năm bị lặp',
  award_twice: 'danh hiệu, hình thức này của năm đó bị lặp',
  year_after_received: 'năm thành tích sau năm nhận hồ sơ',
  until_before_from: 'ngày kết thúc trước ngày bắt đầu',
  more_than_total: 'lớn hơn tổng số cá nhân trong tập thể (total)',
  count_unknown: 'không phải là total, completed, disciplined hay mã danh hiệu trong danh mục',
  unknown_key: 'không có mục tin mang tên này nên không tính được',
};

/** Why a case cannot be judged, a line for each thing to mend. */
export function caseRefusalText({ problems }: CaseRefusal): readonly string[] {
  return problems.map(({ path, problem, allowed }) => {
    const isNear = allowed.length === 1 && (problem === 'unknown_key' || problem === 'unknown_award');
    const among = isNear ? `; có phải là “${allowed[0]}”?` : allowed.length === 0 ? '.' : ` (${allowed.join(', ')}).`;
    return `${fieldPath(path, 'hồ sơ')}: ${PROBLEM_TEXT[problem]}${among}`;
  });
}
