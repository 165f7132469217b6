/** What people read on the overview, the indicators' pages and those of the schemes. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { Field } from '../directive/terms.ts';
import type { Indicator, Status } from '../indicators/indicator.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { amountText, periodText, targetText } from '../indicators/text.ts';
import { dateText } from '../../ui/moment.ts';
import { statusText } from '../../ui/text.ts';
import type { AskedDay } from '../../ui/day.ts';
import type { Finding } from './standing.ts';

export const fieldText: Readonly<Record<Field, string>> = {
  kinh_te: 'Kinh tế',
  xa_hoi: 'Xã hội',
  moi_truong: 'Môi trường',
};

type Named = { readonly name: string; readonly positionTitle: string | null; readonly lentTo: readonly string[] };

/** "Nguyễn Văn A, Chủ tịch UBND xã (đang ủy quyền cho Trần Thị B)". */
export function answerableText({ name, positionTitle, lentTo }: Named): string {
  const lent = lentTo.length === 0 ? '' : ` (đang ủy quyền cho ${lentTo.join(', ')})`;
  return `${[name, positionTitle].filter(Boolean).join(', ')}${lent}`;
}

export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

const count = (n: number) => formatVietnamese(n);
type Counts = Readonly<Record<Status, number>>;

/** The figure alone, as the indicator writes it; a dash where nothing is known. */
export function valueText(value: Decimal | undefined, indicator: Indicator): string {
  return value === undefined ? '–' : amountText(value, indicator.label);
}

export function unitText(indicator: Indicator): string {
  return indicator.label.unitOfMeasure ?? '';
}

/** "trên 240", without the unit of measure that stands beside it. */
export function bareTargetText(indicator: Indicator): string {
  return targetText({ ...indicator, label: { ...indicator.label, unitOfMeasure: undefined, decimals: undefined } });
}

export function overviewTitle(counts: Counts, total: number): string {
  const good = counts.achieved + counts.on_track;
  const known = total - counts.no_data;
  if (total === 0) return 'Chưa có chỉ tiêu nào';
  if (known === 0) return `${count(total)} chỉ tiêu: chưa có số liệu nào được xác nhận`;
  if (known < total / 2) return `Mới đủ số liệu để xét ${count(known)} trong ${count(total)} chỉ tiêu`;
  return `${count(total)} chỉ tiêu: ${count(good)} đạt hoặc đúng tiến độ`;
}

/** "16 chỉ tiêu: 3 đạt, 8 đúng tiến độ": how a field's indicators stand, those that there are. */
export function fieldSummary(counts: Counts, total: number): string {
  const parts = STATUSES.filter((status) => counts[status] > 0).map(
    (status) => `${count(counts[status])} ${statusText[status].toLocaleLowerCase('vi')}`,
  );
  return `${count(total)} chỉ tiêu: ${parts.join(', ')}`;
}

export function attentionText(counts: Counts): string {
  const late = counts.off_track;
  const risk = counts.at_risk;
  const parts = [
    late > 0 && `${count(late)} chậm tiến độ`,
    risk > 0 && `${count(risk)} có nguy cơ`,
    counts.no_data > 0 && `${count(counts.no_data)} chưa đủ số liệu để xét`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `Cần chú ý: ${parts.join(', ')}.`;
}

export function dayText(asked: AskedDay, today: string): string {
  return asked.kind === 'past'
    ? `Số liệu như đã biết đến hết ngày ${dateText(asked.known)}`
    : `Số liệu đã xác nhận đến ngày ${dateText(today)}`;
}

/** A figure without zeros that say nothing: 475.000, not 475.000,0. */
function briefText(value: Decimal, { label }: Indicator): string {
  return formatVietnamese(value, undefined, label.decimals ?? 2);
}

/** "trên 32.000 tỷ đồng". */
export function fullTargetText(indicator: Indicator): string {
  return targetText({ ...indicator, label: { ...indicator.label, decimals: undefined } });
}

/** The chart's title: what the figures say. */
export function findingText(finding: Finding, indicator: Indicator): string {
  const unit = unitText(indicator);
  const say = (value: Decimal) => `${briefText(value, indicator)}${unit.startsWith('%') ? '' : ' '}${unit}`;
  switch (finding.kind) {
    case 'nothing':
      return 'Chưa có số liệu nào được xác nhận';
    case 'achieved':
      return `Đã đạt: ${say(finding.value)}, mục tiêu ${fullTargetText(indicator)}`;
    case 'so_far':
      return `Đến ${periodText(finding.until)}: ${say(finding.value)}; mục tiêu năm ${indicator.deadline} là ${fullTargetText(indicator)}`;
    case 'heading':
      return `Với tốc độ hiện nay, năm ${finding.year} đạt khoảng ${say(finding.forecast)}, ${endText(finding.short, indicator)}`;
  }
}

function endText(short: Decimal | undefined, indicator: Indicator): string {
  if (short === undefined) return 'đáp ứng mục tiêu';
  if (short.eq(0)) return 'chưa vượt được mục tiêu';
  const word = indicator.direction === 'down' ? 'còn cao hơn mục tiêu' : 'thiếu';
  return `${word} ${briefText(short, indicator)}`;
}

/** For those who cannot see the picture. */
export function chartDescription(finding: Finding, indicator: Indicator): string {
  return `${findingText(finding, indicator)}. Mục tiêu: ${fullTargetText(indicator)}, thời hạn năm ${indicator.deadline}.`;
}

export const overviewText = {
  unitReports: 'Các kỳ báo cáo của đơn vị',
  page: 'Tổng quan',
  product: 'Thi đua',
  stripLabel: (total: number) => `${count(total)} chỉ tiêu theo trạng thái`,
  elapsed: (from: number, to: number, share: number) =>
    `giai đoạn ${from}–${to} đã qua ${formatVietnamese(Math.round(share * 100))}% thời gian`,
  public: 'Số liệu toàn tỉnh là tổng hợp từ số liệu đã xác nhận của các đơn vị.',
  code: 'Mã',
  indicator: 'Chỉ tiêu',
  latest: 'Mới nhất',
  target: 'Mục tiêu',
  way: 'Đường đi',
  status: 'Trạng thái',
  deadline: 'Thời hạn',
  inYear: (year: number) => `năm ${year}`,
  owner: 'Cơ quan phụ trách',
  noOwner: 'Chưa giao cơ quan phụ trách',
  field: 'Lĩnh vực',
  unitOfMeasure: 'Đơn vị tính',
  clause: 'Mục của chỉ thị',
  period: 'Kỳ',
  comparator: 'Cách so',
  wording: 'Nguyên văn',
  allFields: 'Tất cả lĩnh vực',
  allStatuses: 'Tất cả trạng thái',
  allOwners: 'Tất cả cơ quan',
  text: 'Tên hoặc mã',
  listTitle: (n: number, total: number) =>
    n === total
      ? `${count(total)} chỉ tiêu của chỉ thị`
      : `${count(n)} trong ${count(total)} chỉ tiêu khớp điều kiện lọc`,
  listCaption: 'Danh sách chỉ tiêu',
  fieldCaption: (field: string) => `Chỉ tiêu lĩnh vực ${field.toLowerCase()}`,
  noMatchWhat: 'Không có chỉ tiêu nào khớp',
  noMatchWhy: 'Hãy bỏ bớt điều kiện lọc hoặc tìm bằng từ khác.',
  noPackWhat: 'Các chỉ tiêu của chỉ thị sẽ hiện ở đây',
  noPackWhy: 'Chưa nạp bộ dữ liệu chỉ thị.',
  exportName: 'chi-tieu',
  forecastShort: 'Dự báo',
} as const;

export const indicatorText = {
  ownedBy: 'phụ trách:',
  latest: (period: string) => `Mới nhất (${period})`,
  latestNone: 'Mới nhất',
  soFar: { average: 'Bình quân đến nay', sum: 'Cộng đến nay' },
  expected: 'Phải đạt ở thời điểm này',
  needed: {
    level: 'Từ nay mỗi năm phải thay đổi',
    average: 'Các năm còn lại phải đạt bình quân',
    sum: 'Mỗi năm còn lại phải đạt',
    each_year: 'Mỗi năm còn lại phải giữ',
  },
  pace: {
    level: 'Tốc độ đến nay, mỗi năm',
    average: 'Tốc độ đến nay',
    sum: 'Đến nay mỗi năm đạt',
    each_year: 'Tốc độ đến nay',
  },
  forecast: (year: number) => `Dự báo năm ${year}`,
  target: 'Mục tiêu',
  due: (year: number) => `thời hạn năm ${year}`,
  why: (status: Status) => `Vì sao “${statusText[status]}”?`,
  source: 'Tổng hợp từ số liệu đã xác nhận',
  vintage: (day: string) => `Như đã biết ngày ${dateText(day)}`,
  sheetExcel: 'Tải bảng tính dạng Excel',
  valuesTitle: 'Số liệu',
  valuesOf: (name: string) => `Số liệu: ${name}`,
  unitsTitle: 'Theo đơn vị',
  aboutTitle: 'Về chỉ tiêu này',
  edit: 'Sửa những điều tỉnh quyết định',
  year: 'Năm',
  value: 'Giá trị',
  unit: 'Đơn vị',
  stage: 'Tình trạng số liệu',
  sourceColumn: 'Nguồn, minh chứng',
  dates: 'Xác nhận ngày',
  replaced: 'Số cũ, đã được đính chính',
  correction: (reason: string) => `Đính chính: ${reason}`,
  correctionBare: 'Đính chính',
  evidence: (n: number) => `${count(n)} minh chứng`,
  open: 'Xem chi tiết',
  allValues: (n: number) => `Xem tất cả ${count(n)} số liệu`,
  valuesCaption: 'Số liệu đã báo cáo',
  noValuesWhat: 'Số liệu đã xác nhận sẽ hiện ở đây',
  noValuesWhy: 'Chưa có số liệu nào của chỉ tiêu này được xác nhận, hoặc chưa có số liệu nào thuộc phạm vi được xem.',
  noValuesFirst: (owner: string | undefined) =>
    owner
      ? `${owner} phụ trách chỉ tiêu này; đơn vị báo cáo ở mục “Nhập số liệu”.`
      : 'Trước hết, quản trị hoặc Sở Nội vụ giao cơ quan phụ trách chỉ tiêu; sau đó đơn vị báo cáo ở mục “Nhập số liệu”.',
  publicValues:
    'Số liệu của từng đơn vị dành cho người đã đăng nhập; ở đây chỉ hiện số liệu do chính tỉnh công bố và số tổng hợp toàn tỉnh.',
  unitsCaption: 'Số mới nhất của từng đơn vị',
  noUnitsWhat: 'Số mới nhất của từng đơn vị sẽ hiện ở đây',
  noUnitsWhy: 'Chưa có đơn vị nào có số liệu đã xác nhận cho chỉ tiêu này.',
  reported: (n: number) => `${count(n)} đơn vị có số liệu đã xác nhận`,
  comparator: 'Cách so với mục tiêu',
  aggregation: 'Cách tính theo thời gian',
  rollup: 'Cách cộng theo đơn vị',
  baseline: 'Mức gốc',
  baselineUnknown: 'Chưa biết (không tính là 0)',
  baselineOf: (value: string, year: number | null, source: string | null) =>
    [year === null ? value : `${value} (năm ${year})`, source].filter(Boolean).join(' · '),
  trajectory: 'Mức giao từng năm',
  trajectoryNone: 'Chưa có văn bản giao từng năm; đường mục tiêu được nội suy và ghi rõ là nội suy',
  trajectoryPoint: (year: number, value: string, basis: string) => `Năm ${year}: ${value} (${basis})`,
  tolerance: 'Dung sai của chữ “khoảng”',
  toleranceOf: (value: string, isDefault: boolean) =>
    isDefault ? `±${value} (mặc định, tỉnh chưa xác nhận)` : `±${value}`,
  toleranceDefault: '±5% của mục tiêu (mặc định, tỉnh chưa xác nhận)',
  margin: 'Ngưỡng “có nguy cơ”',
  marginOf: (value: string) => `kém mức phải đạt không quá ${value}%`,
  marginDefault: 'kém mức phải đạt không quá 10% (mặc định, tỉnh chưa xác nhận)',
  reporting: 'Kỳ báo cáo',
  reportingWords: { month: 'hằng tháng', quarter: 'hằng quý', half: 'sáu tháng', year: 'hằng năm' },
  evidenceNeeded: 'Minh chứng',
  evidenceYes: 'bắt buộc khi gửi số liệu',
  evidenceNo: 'không bắt buộc',
  byDefault: (words: string) => `${words} (mặc định, tỉnh chưa xác nhận)`,
  owner: 'Cơ quan phụ trách',
  decidedBy: 'Quản trị hoặc người thẩm định giữ vai trò ở cấp tỉnh được sửa những điều chỉ thị để cho tỉnh quyết định.',
  quoteFrom: (clause: string) => `Chỉ thị, mục ${clause}`,
  readClause: 'Đọc nguyên văn chỉ thị',
} as const;

export const sheetText = {
  resultSheet: 'Kết quả',
  valuesSheet: 'Số liệu',
  item: 'Nội dung',
  content: 'Giá trị',
  code: 'Mã chỉ tiêu',
  name: 'Tên chỉ tiêu',
  wording: 'Nguyên văn',
  clause: 'Mục của chỉ thị',
  target: 'Mục tiêu',
  aggregation: 'Cách tính theo thời gian',
  rollup: 'Cách cộng theo đơn vị',
  asOf: 'Tính đến ngày',
  status: 'Trạng thái',
  value: 'Giá trị',
  expected: 'Phải đạt ở thời điểm này',
  needed: 'Còn phải đạt',
  forecast: 'Dự báo',
  explanation: 'Giải thích',
  unit: 'Đơn vị',
  unitCode: 'Mã đơn vị',
  parts: { reported: 'Phần đã báo cáo', missing: 'Phần chưa báo cáo' },
  period: 'Kỳ',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  known: 'Ngày xác nhận',
} as const;

/** Parts of the document that carry no number of their own. */
const clauseNames: Readonly<Record<string, string>> = {
  DV: 'Phần đầu văn bản',
  MD: 'Phần mở đầu',
  LK: 'Lời kết',
  NN: 'Nơi nhận',
  CK: 'Chữ ký',
  PL: 'Phụ lục',
  'PL.YC': 'Yêu cầu chung',
};

export const directiveText = {
  title: 'Nguyên văn chỉ thị',
  contents: 'Mục lục',
  part: (code: string, heading: string | null) => {
    const name = clauseNames[code];
    if (name !== undefined) return heading ?? name;
    return heading === null ? `Mục ${code}` : `${code.replace(/^PL\./, '').split('.').at(-1) ?? code}. ${heading}`;
  },
  clause: (code: string) => clauseNames[code] ?? `Mục ${code.replace(/^PL\./, 'phụ lục ')}`,
  slipsTitle: (n: number) => `${count(n)} chỗ quét sai đã được sửa`,
  slipsWhy:
    'Văn bản được quét từ bản giấy. Những chỗ máy quét đọc sai rõ ràng được sửa và liệt kê ở đây; ngoài ra không đổi chữ nào.',
  noSlips: 'Không có chỗ nào phải sửa.',
  at: 'Chỗ',
  found: 'Bản quét',
  mended: 'Đã sửa thành',
  why: 'Lý do',
} as const;

type Figure = { readonly value: string; readonly period: string; readonly target: string; readonly unit: string };

export const unitsText = {
  notYet: (day: string) =>
    `Theo những gì đã biết đến hết ngày ${dateText(day)}, ngày đó chưa có đơn vị này. Dưới đây là đơn vị như hiện nay.`,
  peopleTitle: 'Người phụ trách',
  noPeople: 'Chưa có ai được giao vai trò thủ trưởng, chuyên viên đầu mối hoặc phụ trách chỉ tiêu tại đơn vị này.',
  title: (counts: Counts, total: number, withoutGoal: number) => {
    const good = counts.achieved + counts.on_track;
    if (total === 0) return 'Xã, phường';
    if (withoutGoal === total) return `${count(total)} xã, phường: chưa nơi nào được giao hoặc đăng ký chỉ tiêu`;
    if (counts.no_data === total) return `${count(total)} xã, phường: chưa nơi nào đủ số liệu để xét`;
    return `${count(total)} xã, phường: ${count(good)} đúng tiến độ trở lên`;
  },
  rule: (year: number) =>
    `Năm ${year}. Mỗi nơi được xếp theo chỉ tiêu yếu nhất trong các chỉ tiêu được giao (nếu chưa giao thì theo mức đã đăng ký), xét trên số liệu đã xác nhận của chính nơi đó.`,
  ruleChosen: ({ code, name }: { readonly code: string; readonly name: string }, year: number) =>
    `Năm ${year}. Chỉ xét chỉ tiêu ${code} ${name}: số liệu đã xác nhận so với mức được giao, nếu chưa giao thì so với mức đã đăng ký.`,
  withoutGoal: (n: number, year: number) =>
    `${count(n)} nơi chưa được giao và chưa đăng ký chỉ tiêu nào có mức cho năm ${year} nên chưa xét.`,
  stripLabel: (total: number) => `${count(total)} xã, phường theo trạng thái`,
  inside: 'Tình hình của từng xã, phường dành cho người đã đăng nhập.',
  gridTitle: 'Mỗi ô một xã, phường, xếp theo tên; chọn ô để mở đơn vị',
  by: 'Xếp theo',
  byWeakest: 'Chỉ tiêu yếu nhất của từng nơi',
  unit: 'Đơn vị',
  status: 'Trạng thái',
  because: 'Do chỉ tiêu',
  why: 'Vì sao?',
  province: 'Xem tổng quan toàn tỉnh',
  insideUnit: 'Kết quả, số liệu và đăng ký của từng đơn vị dành cho người đã đăng nhập.',
  unitTitle: (counts: Counts, total: number, year: number) => {
    if (total === 0) return `Năm ${year}: chưa được giao hoặc đăng ký chỉ tiêu nào có mức`;
    if (counts.no_data === total) return `Năm ${year}: ${count(total)} chỉ tiêu, chưa đủ số liệu để xét`;
    return `Năm ${year}: ${count(counts.achieved + counts.on_track)} trong ${count(total)} chỉ tiêu đạt hoặc đúng tiến độ`;
  },
  unitCaption: (year: number) => `Chỉ tiêu của đơn vị năm ${year}`,
  goal: 'Mức phải đạt',
  assigned: 'được giao',
  pledged: 'tự đăng ký',
  goalsWhat: 'Các chỉ tiêu của đơn vị sẽ hiện ở đây',
  goalsWhy: (year: number) => `Chưa có chỉ tiêu giao hay đăng ký nào có mức cho năm ${year} được tiếp nhận.`,
  goalsFirst: 'Đến trang Đăng ký chỉ tiêu',
  valuesTitle: 'Số liệu mới nhất',
  valuesWhat: 'Số liệu của đơn vị sẽ hiện ở đây',
  valuesWhy: 'Chưa có số liệu nào được xác nhận.',
  pledgesTitle: (year: number) => `Đăng ký thi đua năm ${year}`,
  noGoal: 'chưa được giao, chưa đăng ký',
  figure: ({ value, period, target, unit }: Figure) =>
    period === '' ? `chưa có số liệu; mức: ${target} ${unit}` : `${value} ${unit} (${period}); mức: ${target} ${unit}`,
} as const;
