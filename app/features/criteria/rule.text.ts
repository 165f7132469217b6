/** Measures and rules in the words of whoever reads a criteria set. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import { typedThreshold } from './criterion-form.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { Measure, MeasureName, Rule, RuleName } from './rule.ts';
import { measureUnits } from './rule.ts';

export const measureText: Readonly<Record<MeasureName, string>> = {
  pledges_attained: 'Tỷ lệ chỉ tiêu được giao, đăng ký trong năm đạt mục tiêu',
  reports_on_time: 'Tỷ lệ báo cáo gửi đúng hạn',
  plan_issued: 'Kế hoạch thi đua của năm đã được phê duyệt',
  pledges_registered: 'Số chỉ tiêu đăng ký trong năm đã được tiếp nhận',
  initiatives_recognised: 'Số sáng kiến được công nhận trong năm',
  initiatives_adopted: 'Số lượt sáng kiến của đơn vị được nơi khác áp dụng',
  findings_closed: 'Tỷ lệ tồn tại qua kiểm tra được khắc phục đúng hạn',
  indicator: 'Mức thực hiện một chỉ tiêu so với mục tiêu của năm',
  years_results: 'Bình quân kết quả đánh giá hằng năm của phong trào (khi sơ kết, tổng kết)',
};

export const ruleNameText: Readonly<Record<RuleName, string>> = {
  proportion: 'Tăng dần theo mức đạt được',
  steps: 'Theo từng nấc',
  each: 'Cộng điểm cho mỗi việc',
};

export const ruleHintText: Readonly<Record<RuleName, string>> = {
  proportion: 'Đến ngưỡng dưới thì không có điểm, từ ngưỡng trên thì được điểm tối đa, ở giữa tính theo tỷ lệ.',
  steps: 'Đạt đến nấc nào được điểm của nấc đó; dưới nấc thấp nhất thì không có điểm.',
  each: 'Mỗi việc được một số điểm, cộng đến hết điểm tối đa. Dùng cho số liệu đếm được, không dùng cho tỷ lệ.',
};

/** "Mức thực hiện chỉ tiêu “…” so với mục tiêu của năm". */
export function measuredText({ name, indicator }: Measure, indicatorName: string | undefined): string {
  if (name !== 'indicator') return measureText[name];
  return `Mức thực hiện chỉ tiêu ${indicatorName === undefined ? (indicator ?? '') : `“${indicatorName}”`} so với mục tiêu của năm`;
}

/** A threshold with its unit: "50 %" of a share, "3" of a count. */
export function thresholdText(threshold: string, measure: MeasureName): string {
  const shown = formatVietnamese(typedThreshold(threshold, measure).replace(',', '.'));
  return measureUnits[measure] === 'share' ? `${shown} %` : shown;
}

/** How the points follow, without what is measured. `max` in hundredths. */
export function pointsByText(rule: Rule, max: number): string {
  const at = (threshold: string) => thresholdText(threshold, rule.measure.name);
  switch (rule.name) {
    case 'proportion':
      return `đến ${at(rule.from)} không có điểm, từ ${at(rule.full)} được ${pointsText(max)} điểm, ở giữa tính theo tỷ lệ`;
    case 'steps': {
      const steps = rule.steps.map((step) => `từ ${at(step.atLeast)} được ${pointsText(step.points)} điểm`);
      return `${steps.join('; ')}; dưới nấc thấp nhất không có điểm`;
    }
    case 'each':
      return `mỗi việc ${pointsText(rule.points)} điểm, tối đa ${pointsText(max)} điểm`;
  }
}

/** The whole of it in one sentence. */
export function ruleText(rule: Rule, max: number, indicatorName?: string): string {
  return `${measuredText(rule.measure, indicatorName)}: ${pointsByText(rule, max)}.`;
}
