/** What people read on the page that sets a card beside its block. */
import { pointsText } from '../../kernel/hundredths.ts';
import { levelText } from '../register/text.ts';
import type { MeasureName } from '../criteria/rule.ts';
import type { Against } from './against.ts';
import type { Lift, Next } from './lift.ts';
import type { YearLine } from './years.server.ts';

const percentText = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
export const percent = (share: number): string => percentText.format(share).replace('%', ' %').replace('  ', ' ');

export const comparisonText = {
  title: (unit: string) => `Điểm mạnh, điểm yếu: ${unit}`,
  link: 'Điểm mạnh, điểm yếu so với khối',
  list: 'Chấm điểm thi đua',
  card: 'Phiếu chấm điểm',
  hidden: 'Nội dung phiếu',
  hiddenWhy:
    'Phiếu chưa gửi nên chỉ đơn vị đó xem được. Sau khi đơn vị gửi phiếu, người có trách nhiệm chấm và thẩm định xem được.',
  notYet:
    'Chưa so sánh được với khối: điểm của các đơn vị khác chỉ hiện sau khi thông báo điểm. Dưới đây là điểm của riêng đơn vị tính đến lúc này.',
  running: 'Tạm tính: kết quả chưa chốt, còn có thể thay đổi.',
  source: (judgement: string) => judgement,
  group: 'Nhóm',
  code: 'Mã',
  criterion: 'Nhóm, tiêu chí',
  own: 'Đơn vị',
  median: 'Trung vị của khối',
  best: 'Cao nhất khối',
  gap: 'Chênh so với trung vị (điểm)',
  units: 'Số đơn vị so sánh',
  legend:
    'Thanh màu: đơn vị đạt bao nhiêu phần điểm tối đa. Vạch đứng: trung vị của khối (một nửa số đơn vị cao hơn, một nửa thấp hơn). Vạch nhạt: đơn vị cao nhất khối.',
  legendAlone: 'Thanh màu: đơn vị đạt bao nhiêu phần điểm tối đa.',
  notApplicable: 'không áp dụng',
  missing: 'chưa có điểm',
  yearsTitle: 'Qua các năm',
  noYears: 'Kết quả các năm trước',
  noYearsWhy:
    'Chưa có năm nào công bố kết quả của đơn vị. Sau khi kết quả năm đầu tiên được công bố, thứ hạng và tỷ lệ điểm hiện ở đây.',
  year: 'Năm',
  place: 'Hạng',
  share: 'Tỷ lệ điểm',
  score: 'Điểm',
  level: 'Xếp loại',
  liftTitle: 'Điểm còn có thể đạt',
  liftLead:
    'Tiêu chí còn nhiều điểm nhất đứng trước. Tiêu chí chấm từ số liệu nêu đúng việc cần thêm theo quy tắc tính điểm; không phải dự báo.',
  liftNone: 'Điểm còn có thể đạt',
  liftNoneWhy: 'Mọi tiêu chí áp dụng cho đơn vị đã đạt điểm tối đa.',
  open: 'Điểm còn lại',
  next: 'Cần gì để tăng điểm',
  criterionOnly: 'Tiêu chí',
} as const;

/** "I.2 Kết quả thực hiện nhiệm vụ". */
export const named = ({ code, title }: Pick<Against, 'code' | 'title'>) => `${code} ${title}`;

export function findingText(lost: Against | null, won: Against | null): string {
  const parts = [
    lost?.gap ? `kém trung vị nhiều nhất ở ${lost.code} (−${pointsText(-lost.gap)} điểm)` : '',
    won?.gap ? `hơn nhiều nhất ở ${won.code} (+${pointsText(won.gap)} điểm)` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'Mọi tiêu chí đều ngang trung vị của khối';
  const said = parts.join('; ');
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)}`;
}

export function aloneText(lines: readonly Against[]): string {
  const [most] = lines
    .filter(({ kind, own }) => kind === 'criterion' && own !== null)
    .toSorted((a, b) => (b.own ? b.own.max - b.own.points : 0) - (a.own ? a.own.max - a.own.points : 0));
  if (!most?.own || most.own.max === most.own.points) return 'Các tiêu chí đã có điểm đều đạt tối đa';
  return `Còn thiếu nhiều điểm nhất ở ${most.code}: ${pointsText(most.own.max - most.own.points)} điểm`;
}

export function partText({ own, state }: Against): string {
  if (own === null) return state === 'not_applicable' ? comparisonText.notApplicable : comparisonText.missing;
  return `${pointsText(own.points)}/${pointsText(own.max)}`;
}

export function againstText({ own, block, gap }: Against): string {
  if (own === null || block === null || gap === null) return '';
  if (gap === 0) return 'ngang trung vị';
  return gap > 0 ? `hơn trung vị ${pointsText(gap)} điểm` : `kém trung vị ${pointsText(-gap)} điểm`;
}

export function yearsFinding(years: readonly YearLine[]): string {
  const [before, last] = [years.at(-2), years.at(-1)];
  if (!last) return comparisonText.yearsTitle;
  const place = last.place === null ? 'không xếp hạng' : `hạng ${last.place}/${last.units}`;
  if (!before || before.place === null || last.place === null) return `Năm ${last.year}: ${place}`;
  if (before.place === last.place) return `Năm ${last.year}: ${place}, giữ hạng của năm ${before.year}`;
  const moved = before.place > last.place ? 'lên' : 'xuống';
  return `Năm ${last.year}: ${place}, ${moved} từ hạng ${before.place}/${before.units} của năm ${before.year}`;
}

export function yearText({ share, place, units, isFrozen }: YearLine): string {
  const own = share === null ? comparisonText.notApplicable : percent(share);
  return `${own}${place === null ? '' : ` · hạng ${place}/${units}`}${isFrozen ? '' : ' (tạm tính)'}`;
}

export const levelOf = (level: YearLine['level']) => (level === null ? '' : levelText[level]);

export function liftFinding(lifts: readonly Lift[]): string {
  const all = lifts.reduce((sum, { open }) => sum + open, 0);
  const [most] = lifts;
  return most
    ? `Còn ${pointsText(all)} điểm có thể đạt, nhiều nhất ở ${most.code} (${pointsText(most.open)} điểm)`
    : comparisonText.liftTitle;
}

const moreText: Readonly<Record<MeasureName, (count: number) => string>> = {
  pledges_attained: (count) => `Thêm ${count} chỉ tiêu được giao, đăng ký đạt mục tiêu`,
  reports_on_time: (count) => `Gửi đúng hạn ${count} báo cáo tiếp theo`,
  plan_issued: () => 'Kế hoạch thi đua của năm được phê duyệt',
  pledges_registered: (count) => `Thêm ${count} chỉ tiêu đăng ký được tiếp nhận`,
  initiatives_recognised: (count) => `Thêm ${count} sáng kiến được công nhận`,
  initiatives_adopted: (count) => `Thêm ${count} lượt nơi khác áp dụng sáng kiến`,
  findings_closed: (count) => `Khắc phục đúng hạn ${count} tồn tại tiếp theo`,
  indicator: (count) => `Thêm ${count}`,
  years_results: (count) => `Thêm ${count}`,
};

export function nextText(next: Next, indicators: Readonly<Record<string, string>>): string {
  const gain = `: +${pointsText(next.gain)} điểm`;
  switch (next.kind) {
    case 'more':
      return `${moreText[next.measure](next.count)}${gain}`;
    case 'indicator':
      return `Chỉ tiêu ${next.indicator} ${indicators[next.indicator] ?? ''} đạt ${percent(Number(next.share))} mục tiêu${gain}`;
  }
}

/** Where nothing can be reckoned, what the points wait for. */
export function waitingText({ way, state }: Lift): string {
  switch (way) {
    case 'data':
      return state === 'missing'
        ? 'Chờ số liệu được xác nhận: xem trên phiếu vì sao chưa tính được'
        : 'Theo số liệu hiện có, làm thêm cùng loại việc không làm tăng điểm nữa';
    case 'expert':
      return state === 'missing'
        ? 'Chờ cơ quan phụ trách lĩnh vực chấm'
        : 'Cơ quan phụ trách lĩnh vực chấm theo kết quả';
    case 'hand':
    case null:
      return state === 'missing' ? 'Chờ chấm điểm' : 'Chấm theo hồ sơ, minh chứng';
  }
}
