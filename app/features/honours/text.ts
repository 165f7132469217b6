/** What people read about the statistics of commendation. */
import type { Holder } from '../awards/award.ts';
import { findAward } from '../awards/award.ts';
import type { AwardType } from '../awards/award.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { ShownProblem } from '../../ui/field-error.ts';
import type { FieldRefusal } from './field.server.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { AwardKind, Group } from '../awards/standards/case.ts';
import type { Dimension, Level } from './dimension.ts';
import { unknown } from './dimension.ts';
import type { HonourField } from './field.ts';
import type { HonourFilter } from './filter.ts';
import { formColumnText, formRowText, formText } from './form.text.ts';
import type { Finding } from './finding.ts';

export const dimensionText: Readonly<Record<Dimension, string>> = {
  award: 'Danh hiệu, hình thức',
  level: 'Cấp khen thưởng',
  type: 'Danh hiệu hay hình thức',
  holder: 'Đối tượng',
  group: 'Nhóm đối tượng',
  kind: 'Loại hình khen thưởng',
  field: 'Lĩnh vực',
  unit: 'Đơn vị, địa bàn',
  year: 'Năm thành tích',
  decided: 'Năm quyết định',
};

export const levelText: Readonly<Record<Level, string>> = {
  centre: 'Cấp Nhà nước',
  province: 'Cấp tỉnh',
  base: 'Cấp cơ sở',
  elsewhere: 'Bộ, ngành, tổ chức khác',
};
export const typeText: Readonly<Record<AwardType, string>> = {
  title: 'Danh hiệu thi đua',
  form: 'Hình thức khen thưởng',
};
export const holderText: Readonly<Record<Holder, string>> = {
  person: 'Cá nhân',
  collective: 'Tập thể',
  household: 'Hộ gia đình',
};
export const kindText: Readonly<Record<AwardKind, string>> = {
  merit: 'Công trạng',
  sudden: 'Đột xuất',
  movement: 'Phong trào thi đua (chuyên đề)',
  devotion: 'Quá trình cống hiến',
  tenure: 'Niên hạn',
  foreign: 'Đối ngoại',
};
export const groupText: Readonly<Record<Group, string>> = {
  official: 'Cán bộ, công chức, viên chức',
  worker: 'Công nhân',
  farmer: 'Nông dân',
  labourer: 'Người lao động khác',
  entrepreneur: 'Doanh nhân',
  scholar: 'Trí thức, nhà khoa học',
  overseas: 'Người Việt Nam ở nước ngoài, người nước ngoài',
  body: 'Cơ quan, tổ chức, đơn vị',
  enterprise: 'Doanh nghiệp, hợp tác xã',
  commune: 'Xã, phường',
  village: 'Thôn, tổ dân phố',
};

export const honourFieldText: Readonly<Record<HonourField, string>> = {
  kinh_te: 'Kinh tế',
  xa_hoi: 'Xã hội',
  moi_truong: 'Môi trường',
  he_thong_chinh_tri: 'Xây dựng Đảng và hệ thống chính trị',
};

const words: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  level: levelText,
  type: typeText,
  holder: holderText,
  kind: kindText,
  group: groupText,
  field: honourFieldText,
};

/** Names of units come with the figures. */
export function keyText(dimension: Dimension, key: string, units: Readonly<Record<string, string>>): string {
  if (dimension === 'unit') return units[key] ?? key;
  if (dimension === 'year' || dimension === 'decided') return key;
  if (dimension === 'award') return findAward(key)?.name ?? (key === unknown ? statisticsText.unknown : key);
  return words[dimension]?.[key] ?? statisticsText.unknown;
}

export const count = (n: number) => formatVietnamese(n, 0);

export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'none':
      return 'Chưa có lượt khen thưởng nào của các năm đã qua';
    case 'only':
      return `Năm ${finding.year} có ${count(finding.n)} lượt khen thưởng; năm trước đó không có số để so`;
    case 'more':
      return `Năm ${finding.year} có ${count(finding.n)} lượt khen thưởng, nhiều hơn năm trước ${finding.percent} %`;
    case 'fewer':
      return `Năm ${finding.year} có ${count(finding.n)} lượt khen thưởng, ít hơn năm trước ${finding.percent} %`;
    case 'same':
      return `Năm ${finding.year} có ${count(finding.n)} lượt khen thưởng, bằng năm trước`;
  }
}

export const statisticsText = {
  title: 'Thống kê khen thưởng',
  heading: (total: number) => `${count(total)} lượt khen thưởng`,
  lead: 'Đếm theo lượt: một người được hai danh hiệu là hai lượt. Chọn hàng và cột để xem bảng hai chiều; bấm vào mỗi con số để xem danh sách phía sau.',
  table: (row: string, column: string) =>
    `Số lượt khen thưởng theo ${row.toLocaleLowerCase('vi')} và ${column.toLocaleLowerCase('vi')}`,
  total: 'Cộng',
  unknown: 'Không rõ',
  rows: 'Hàng',
  columns: 'Cột',
  every: 'Tất cả',
  from: 'Từ năm',
  until: 'Đến năm',
  words: 'Tên đối tượng',
  revoked: 'Đã bị hủy bỏ',
  revokedOptions: { without: 'Không tính', only: 'Chỉ những lượt đã hủy bỏ', with: 'Tính cả' } satisfies Record<
    HonourFilter['revoked'],
    string
  >,
  show: 'Lập bảng',
  list: 'Danh sách phía sau',
  listHeading: (total: number) => `${count(total)} lượt khen thưởng`,
  listLead: 'Những lượt khen thưởng đứng sau con số đã chọn.',
  back: 'Về bảng thống kê',
  form: 'Biểu tổng hợp',
  excel: 'Tải Excel',
  csv: 'Tải CSV',
  word: 'In ra Word',
  pdf: 'In ra PDF',
  taking: 'Tải và in',
  itself: (name: string) => `${name} (trực tiếp)`,
  chartSource: 'Sổ khen thưởng trên hệ thống',
  chartSourceRunning: (year: number) => `Sổ khen thưởng trên hệ thống. Năm ${year} chưa hết nên vẽ nhạt hơn`,
  chartBehind: 'Bảng số liệu',
  bar: (year: number, n: number) => `Năm ${year}: ${count(n)} lượt`,
  running: 'chưa hết năm',
  year: 'Năm',
  n: 'Số lượt',
  holder: 'Đối tượng',
  unit: 'Đơn vị, địa bàn',
  award: 'Danh hiệu, hình thức',
  achieved: 'Năm thành tích',
  kind: 'Loại hình',
  decision: 'Quyết định',
  decidedOn: 'Ngày quyết định',
  decidedBy: 'Người quyết định',
  standing: 'Tình trạng',
  statisticalForm: 'Biểu số lượng khen thưởng',
  sayField: 'Ghi lĩnh vực cho các dòng đã chọn',
  sayFieldLead: 'Lĩnh vực theo bốn nội dung thi đua của Chỉ thị (I.1 đến I.4). Chưa ghi thì thống kê tính là không rõ.',
  sayFieldVerb: 'Ghi lĩnh vực',
  fieldSaid: 'Đã ghi lĩnh vực.',
  choose: 'Chọn',
  revokedOn: (date: string) => `Đã hủy bỏ từ ${date}`,
  inForce: 'Có hiệu lực',
  emptyWhat: 'Số lượt khen thưởng theo điều kiện đã chọn sẽ hiện ở đây.',
  emptyWhy: 'Chưa có lượt nào hợp điều kiện. Hãy bỏ bớt điều kiện, hoặc để trống "Từ năm" để tính mọi năm.',
  file: 'thong-ke-khen-thuong',
  listFile: 'danh-sach-khen-thuong',
  sheet: 'Thống kê',
  listSheet: 'Danh sách',
  asOf: (day: string) => `Số liệu đến ngày ${day}.`,
  conditions: 'Điều kiện',
  none: 'Không đặt điều kiện',
  cut: (shown: number, total: number) =>
    `In ${count(shown)} dòng đầu trong ${count(total)} dòng. Tải Excel để có đủ danh sách.`,
} as const;

export const fairnessByYearText = {
  heading: 'Cơ cấu đối tượng được khen thưởng qua các năm',
  lead: 'Theo điều kiện đã chọn; mỗi đối tượng đếm một lần trong một năm thành tích. Lãnh đạo, người trực tiếp lao động và nữ chỉ tính trên cá nhân. Số chưa biết được đếm riêng, không coi là không (Luật Thi đua, khen thưởng, Điều 5 khoản 2).',
  year: 'Năm',
} as const;

/** The part for everybody. */
export const publicStatisticsText = {
  heading: (total: number, from: number) => `${count(total)} lượt khen thưởng đã công bố, từ năm ${from} đến nay`,
  lead: 'Số cộng toàn tỉnh theo các quyết định đã công bố trên hệ thống, theo năm thành tích của 10 năm gần nhất. Đếm theo lượt: một người được hai danh hiệu là hai lượt. Không tính những lượt đã bị hủy bỏ và những quyết định không công bố tại đây.',
  byYear: (row: Dimension) => `${dimensionText[row]} theo năm thành tích`,
  decisions: 'Quyết định khen thưởng mới công bố',
  decision: (number: string, day: string) => `Quyết định số ${number} ngày ${day}`,
  everyDecision: 'Xem mọi quyết định đã công bố',
  emptyWhat: 'Số lượt khen thưởng đã công bố của toàn tỉnh sẽ hiện ở đây.',
  emptyWhy: 'Chưa có quyết định khen thưởng nào được công bố trên hệ thống.',
} as const;

/** Why no field was said, at the field or over the form. */
export function fieldProblems(refusal: FieldRefusal): readonly ShownProblem[] {
  const at = (message: string) => [{ field: 'linh-vuc-ghi', label: dimensionText.field, message }];
  switch (refusal.kind) {
    case 'nobody_chosen':
      return at('Chọn ít nhất một dòng trong bảng.');
    case 'field_unknown':
      return at('Chọn một trong các lĩnh vực.');
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
      return at(kernelRefusal(refusal));
  }
}

/** What the view is narrowed to, in words: over tables, files and papers. */
export function filterWords(filter: HonourFilter, unitName: string | undefined): readonly string[] {
  const { awardCode, level, type, holder, group, kind, from, until, decided, revoked, words: typed } = filter;
  const said = statisticsText;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [dimensionText.award, awardCode && keyText('award', awardCode, {})],
    [dimensionText.level, level && levelText[level]],
    [dimensionText.type, type && typeText[type]],
    [dimensionText.holder, holder && holderText[holder]],
    [dimensionText.group, group && keyText('group', group, {})],
    [dimensionText.kind, kind && keyText('kind', kind, {})],
    [dimensionText.field, filter.field && keyText('field', filter.field, {})],
    [formText.row, filter.row && formRowText[filter.row]],
    [formText.column, filter.column && formColumnText[filter.column]],
    [dimensionText.unit, unitName && (filter.isAlone ? said.itself(unitName) : unitName)],
    [dimensionText.year, yearsText(from, until)],
    [dimensionText.decided, decided === undefined ? undefined : String(decided)],
    [said.revoked, revoked === 'without' ? undefined : said.revokedOptions[revoked]],
    [said.words, typed],
  ];
  return pairs.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}

function yearsText(from: number | undefined, until: number | undefined): string | undefined {
  if (from !== undefined && from === until) return String(from);
  if (from !== undefined && until !== undefined) return `${from}–${until}`;
  if (from !== undefined) return `từ ${from}`;
  return until === undefined ? undefined : `đến ${until}`;
}
