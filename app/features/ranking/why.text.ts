/** Why a criterion scored from data has its points, step by step, in words. */
import type { Decimal } from '../../kernel/decimal.ts';
import { decimal, formatVietnamese } from '../../kernel/decimal.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { MeasureName, Quantity, Rule } from '../criteria/rule.ts';
import { measureUnits, pointsBy } from '../criteria/rule.ts';
import { thresholdText } from '../criteria/rule.text.ts';
import { stepText } from '../scoring/text.ts';
import type { Standing } from '../scoring/card.ts';
import type { Behind, BehindWay, WhyMissing, WhyNot } from '../scoring/measured.ts';
import { standsAside } from '../scoring/measured.ts';
import type { Scored } from '../scoring/points.ts';
import type { KeptMeasure } from '../scoring/kept-measure.ts';

const wayText: Readonly<Record<BehindWay, string>> = {
  report_on_time: 'Gửi đúng hạn',
  report_late: 'Gửi muộn',
  report_owed: 'Quá hạn, chưa gửi',
  report_awaited: 'Chưa đến hạn',
  report_exempt: 'Được miễn',
  plan_in_force: 'Đã phê duyệt, đang có hiệu lực',
  pledge_in_force: 'Đã tiếp nhận',
  recognised: 'Đã công nhận',
  taken_over: 'Đã xác nhận áp dụng',
  finding_on_time: 'Khắc phục đúng hạn',
  finding_late: 'Khắc phục muộn',
  finding_overdue: 'Quá hạn, chưa khắc phục',
  finding_answered: 'Đã báo cáo khắc phục, chờ đoàn kiểm tra kết luận',
  finding_running: 'Còn trong hạn',
  goal_attained: 'Đạt mục tiêu',
  goal_not_attained: 'Chưa đạt mục tiêu',
  goal_not_known: 'Chưa đủ số liệu đã xác nhận',
  year_frozen: 'Kết quả năm đã chốt',
  year_running: 'Đang chấm, chưa chốt',
  year_not_ranked: 'Năm đó không có tiêu chí nào áp dụng với đơn vị',
};
const missingWhy: Readonly<Record<WhyMissing, string>> = {
  not_reported:
    'Chưa có số liệu của đủ các kỳ trong năm. Tháng hoặc quý chưa báo cáo không được tính là 0. Đơn vị nhập số liệu còn thiếu ở trang Nhập số liệu và gửi xác nhận.',
  not_verified: 'Đơn vị đã gửi số liệu nhưng chưa được xác nhận. Người thẩm định xác nhận hoặc trả lại số liệu đó.',
  not_due_yet: 'Số liệu của cả năm chưa đến hạn báo cáo. Điểm hiện khi đủ các kỳ trong năm.',
  indicator_unknown:
    'Bộ tiêu chí dùng một mã chỉ tiêu không có trong danh mục. Nơi ban hành bộ tiêu chí sửa lại mã ở bản mới.',
  year_not_frozen:
    'Có năm của phong trào đang chấm, chưa chốt kết quả. Năm đó không được tính là 0 điểm; điểm hiện khi kết quả năm được chốt.',
};
const notApplicableWhy: Readonly<Record<WhyNot, string>> = {
  no_pledges: 'Đơn vị không được giao và không đăng ký chỉ tiêu nào của năm.',
  no_reports_asked: 'Không có kỳ báo cáo nào của năm đã đến hạn với đơn vị.',
  no_findings: 'Đơn vị không có tồn tại nào phải khắc phục xong trong năm tính đến nay.',
  no_goal: 'Đơn vị không được giao và không đăng ký chỉ tiêu này trong năm.',
  no_year_results: 'Đơn vị chưa được đánh giá năm nào của phong trào.',
  not_there_all_year: 'Đơn vị không hoạt động vào ngày nào trong năm: thành lập sau hoặc kết thúc trước.',
  not_asked_of_unit: 'Phong trào không giao việc này cho đơn vị.',
};
const unitOf: Readonly<Record<MeasureName, string>> = {
  pledges_attained: 'chỉ tiêu',
  reports_on_time: 'báo cáo',
  plan_issued: 'kế hoạch',
  pledges_registered: 'chỉ tiêu đăng ký',
  initiatives_recognised: 'sáng kiến',
  initiatives_adopted: 'lượt áp dụng',
  findings_closed: 'tồn tại',
  indicator: '',
  years_results: '',
};

/** "= 90 %", or "≈ 66,67 %" where it is rounded to be shown. */
function percentText(part: Decimal, whole: Decimal): string {
  const shown = part.times(100).div(whole);
  const isExact = shown.round(2).times(whole).eq(part.times(100));
  return `${isExact ? '=' : '≈'} ${formatVietnamese(shown, undefined, 2)} %`;
}

/** The figure itself: "18/20 báo cáo = 90 %", "2 sáng kiến". */
export function figureText(measure: MeasureName, { part, whole }: Quantity): string {
  if (measureUnits[measure] === 'count') return `${formatVietnamese(part)} ${unitOf[measure]}`;
  // The mean of fractions has no counts that anybody would know again.
  if (measure === 'years_results') return `bình quân các năm ${percentText(part, whole)}`;
  const counted = `${formatVietnamese(part)}/${formatVietnamese(whole)} ${unitOf[measure]}`.trim();
  return `${counted} ${percentText(part, whole)}`;
}

/** From the figure to the points, each step a sentence; the last names the points of `pointsBy`. */
export function workedOut(rule: Rule, max: number, quantity: Quantity): readonly string[] {
  const { name } = rule.measure;
  const points = pointsText(pointsBy(rule, max, quantity));
  const figure = `Số liệu: ${figureText(name, quantity)}.`;
  switch (rule.name) {
    case 'proportion':
      return [figure, ...inProportion(rule, max, quantity), `Được ${points} điểm.`];
    case 'steps': {
      const reached = rule.steps.filter(({ atLeast }) => quantity.part.gte(decimal(atLeast).times(quantity.whole)));
      const best = reached.toSorted((a, b) => b.points - a.points)[0];
      const said =
        best === undefined
          ? `Chưa đến nấc thấp nhất.`
          : `Nấc cao nhất đã đạt: từ ${thresholdText(best.atLeast, name)}. So sánh bằng số chính xác, không bằng tỷ lệ đã làm tròn.`;
      return [figure, said, `Được ${points} điểm.`];
    }
    case 'each': {
      const all = quantity.part.times(rule.points);
      const sum = `${formatVietnamese(quantity.part)} × ${pointsText(rule.points)} = ${formatVietnamese(all.div(100))} điểm.`;
      const cap = all.gt(max) ? [`Quá mức tối đa nên tính ${pointsText(max)} điểm.`] : [];
      return [figure, sum, ...cap, `Được ${points} điểm.`];
    }
  }
}

type Proportion = Extract<Rule, { readonly name: 'proportion' }>;

function inProportion(rule: Proportion, max: number, { part, whole }: Quantity): readonly string[] {
  const at = (threshold: string) => thresholdText(threshold, rule.measure.name);
  const [from, full] = [decimal(rule.from), decimal(rule.full)];
  if (part.lte(from.times(whole))) return [`Chưa vượt ngưỡng dưới (${at(rule.from)}) nên không có điểm.`];
  if (part.gte(full.times(whole))) return [`Đã đến ngưỡng trên (${at(rule.full)}) nên được điểm tối đa.`];
  const above = part.minus(from.times(whole));
  const span = full.minus(from).times(whole);
  return [
    `Phần vượt ngưỡng dưới so với khoảng từ ${at(rule.from)} đến ${at(rule.full)} ${percentText(above, span)}.`,
    `Nhân với điểm tối đa ${pointsText(max)}, làm tròn một lần đến phần trăm điểm.`,
  ];
}

/** What would give more; null at the maximum. */
export function moreText(rule: Rule, max: number, quantity: Quantity): string | null {
  const points = pointsBy(rule, max, quantity);
  if (points >= max) return null;
  const at = (threshold: string) => thresholdText(threshold, rule.measure.name);
  switch (rule.name) {
    case 'proportion':
      return `Từ ${at(rule.full)} được điểm tối đa (${pointsText(max)} điểm).`;
    case 'steps': {
      const next = rule.steps
        .filter((step) => step.points > points)
        .toSorted((a, b) => (decimal(a.atLeast).lt(decimal(b.atLeast)) ? -1 : 1))[0];
      return next ? `Từ ${at(next.atLeast)} được ${pointsText(Math.min(next.points, max))} điểm.` : null;
    }
    case 'each':
      return `Thêm mỗi ${unitOf[rule.measure.name]} được thêm ${pointsText(rule.points)} điểm, đến ${pointsText(max)} điểm.`;
  }
}

/** What a row of the list was for the figure. */
export function countsText(one: Behind): string {
  if (standsAside(one)) return 'Chưa xét';
  if (one.way === 'goal_not_known') return 'Chưa rõ';
  return one.counts ? 'Tính' : 'Không tính';
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
/** A figure beside its goal, a day beside its due day. */
export function besideText(text: string | null): string {
  if (text === null) return '';
  return isDay(text) ? dateText(text) : formatVietnamese(text);
}

export const whyText = {
  title: (code: string, unit: string) => `Vì sao? Tiêu chí ${code}, ${unit}`,
  list: 'Chấm điểm thi đua',
  card: 'Phiếu chấm điểm',
  link: 'Vì sao?',
  points: 'Điểm tính',
  ofMax: (max: number) => `/ ${pointsText(max)}`,
  figure: 'Số liệu',
  notKnown: 'chưa có',
  certain: (text: string) => `chắc chắn ít nhất ${text}`,
  notApplicable: 'không áp dụng',
  rule: 'Cách tính điểm',
  edition: (one: { title: string; edition: number; number: string | null; date: string | null }) =>
    `${one.title}, bản ${one.edition}${one.number ? `, số ${one.number}` : ''}${one.date ? ` ngày ${dateText(one.date)}` : ''}`,
  proposal: 'Bộ tiêu chí là bản gợi ý của hệ thống, tỉnh chưa xác nhận.',
  editionLabel: 'Theo bộ tiêu chí',
  asOf: 'Số liệu biết đến',
  steps: 'Tính từng bước',
  more: 'Muốn thêm điểm',
  missingTitle: 'Vì sao chưa có điểm',
  notTitle: 'Vì sao không áp dụng',
  notMeans: 'Tiêu chí này được đưa ra khỏi điểm tối đa của đơn vị, không tính là 0 điểm.',
  missingWhy: (why: WhyMissing) => missingWhy[why],
  notWhy: (why: WhyNot) => notApplicableWhy[why],
  appraiser: (least: number) =>
    `Nếu không chờ được số liệu, người thẩm định chỉ có thể ghi tiêu chí không áp dụng, hoặc tính phần chưa có là chưa đạt (${pointsText(least)} điểm), kèm lý do.`,
  byWord: ({ from }: Standing) =>
    from === null || from === 'data'
      ? null
      : `Điểm đang tính do bước ${stepText[from].toLowerCase()} ghi vì chưa có số liệu.`,
  listTitle: 'Danh sách tính ra số liệu',
  former: (name: string, until: string) => `(của ${name}, nhập vào đơn vị ngày ${dateText(until)})`,
  counts: 'Trong phép tính',
  what: 'Nội dung',
  how: 'Tình trạng',
  value: 'Số thực hiện, ngày gửi',
  goal: 'Mục tiêu, hạn',
  knownAt: 'Biết từ ngày',
  hidden: 'Nội dung chỉ đơn vị và bên kiểm tra xem được',
  wayOf: (way: BehindWay) => wayText[way],
  emptyWhat: 'Danh sách chưa có gì',
  emptyWhy: 'Việc, báo cáo, sáng kiến hoặc số liệu làm nên con số này sẽ hiện ở đây khi có.',
  frozen: (at: Date) => `Số liệu và điểm như đã công bố lúc ${momentText(at)}; sửa số liệu về sau không đổi kết quả.`,
  since: 'Số liệu hiện nay cho kết quả khác',
  sinceWhat: (figure: string, scored: Scored) =>
    `Hiện nay: ${figure}${scored.state === 'points' ? `, ${pointsText(scored.points)} điểm` : ''}.`,
};

/** The figure of a kept measure in a few words. */
export function shortFigure(measure: MeasureName, kept: KeptMeasure): string {
  const quantityOf = ({ part, whole }: { part: string; whole: string }) => ({
    part: decimal(part),
    whole: decimal(whole),
  });
  switch (kept.state) {
    case 'known':
      return figureText(measure, quantityOf(kept));
    case 'missing':
      return kept.atLeast === null
        ? whyText.notKnown
        : `${whyText.notKnown}; ${whyText.certain(figureText(measure, quantityOf(kept.atLeast)))}`;
    case 'not_applicable':
      return whyText.notApplicable;
  }
}
