/** The words of the engine: statuses, comparators, and every fact of an explanation as a sentence. */
import { dateText } from '../../ui/moment.ts';
import { fieldPath } from '../../kernel/wrong-field.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { getPeriod } from '../../kernel/period.ts';
import type { Fact, Reason } from './explanation.ts';
import { directionOf, goalOf } from './goal.ts';
import type { Aggregation, Comparator, Indicator, IndicatorLabel, Rollup } from './indicator.ts';
import { modeOf } from './indicator.ts';
import type { SheetRefusal } from './read-sheet.ts';
import type { Problem } from './sheet.ts';
import { statusText } from '../../ui/text.ts';

export const COMPARATOR_TEXT: Readonly<Record<Comparator, string>> = {
  gt: 'Trên',
  gte: 'Từ … trở lên',
  lt: 'Dưới',
  lte: 'Không quá',
  reach: 'Đạt',
  about: 'Khoảng',
  range: 'Trong khoảng',
  maintain: 'Duy trì',
  milestone: 'Hoàn thành',
};

export const AGGREGATION_TEXT: Readonly<Record<Aggregation, string>> = {
  end_of_year: 'Giá trị của năm',
  average: 'Bình quân các năm',
  sum: 'Cộng dồn cả giai đoạn',
  each_year: 'Từng năm',
  milestone: 'Mốc hoàn thành',
};

export const ROLLUP_TEXT: Readonly<Record<Rollup, string>> = {
  sum: 'Cộng',
  mean: 'Trung bình',
  weighted: 'Tính lại từ tử số và mẫu số',
  last: 'Lấy số mới nhất',
  none: 'Không cộng được',
};

/** "năm 2027", "quý II/2027", "6 tháng đầu năm 2027", "tháng 3/2027". */
export function periodText(code: string): string {
  const { kind, year, index } = getPeriod(code);
  switch (kind) {
    case 'year':
      return `năm ${year}`;
    case 'half':
      return `6 tháng ${index === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][index - 1]}/${year}`;
    case 'month':
      return `tháng ${index}/${year}`;
  }
}

/** With the indicator's decimals where it has them, else as many as needed, at most two. */
export function amountText(value: Decimal, { decimals }: Pick<IndicatorLabel, 'decimals'>): string {
  return decimals === undefined ? formatVietnamese(value, undefined, 2) : formatVietnamese(value, decimals);
}

/** "trên 32.000 tỷ đồng", "từ 10% trở lên", "khoảng 20% (±1)". */
export function targetText(indicator: Indicator): string {
  const { comparator, target, label } = indicator;
  if (target === undefined) return 'hoàn thành';
  const say = (value: Decimal) => withUnit(value, label);
  const amount = 'low' in target ? `${amountText(target.low, label)}–${say(target.high)}` : say(target);
  switch (comparator) {
    case 'gt':
      return `trên ${amount}`;
    case 'gte':
      return `từ ${amount} trở lên`;
    case 'lt':
      return `dưới ${amount}`;
    case 'lte':
      return `không quá ${amount}`;
    case 'reach':
    case 'milestone':
      return `đạt ${amount}`;
    case 'about':
      return `khoảng ${amount}`;
    case 'range':
      return `trong khoảng ${amount}`;
    case 'maintain':
      return `duy trì ${amount}`;
  }
}

export function explain(facts: readonly Fact[], label: IndicatorLabel): string {
  return facts
    .map((fact) => factText(fact, label))
    .filter((sentence) => sentence !== '')
    .join(' ');
}

export function factText(fact: Fact, label: IndicatorLabel): string {
  const say = (value: Decimal) => withUnit(value, label);
  switch (fact.kind) {
    case 'verdict':
      return `${statusText[fact.status]}: ${reasonText(fact.reason, fact.deadline)}.`;
    case 'value':
      return valueText(fact, label);
    case 'target':
      return `Mục tiêu: ${targetText(fact.indicator)}${COUNTING[modeOf(fact.indicator)]}, thời hạn năm ${fact.indicator.deadline}. ${ruleText(fact.indicator)}`;
    case 'gap':
      return gapText(fact, label);
    case 'path':
      return pathText(fact, label);
    case 'failed_years':
      return `Không đạt ở: ${fact.years.map(({ year, value }) => `năm ${year} (${say(value)})`).join(', ')}.`;
    case 'missing_years':
      return `Chưa có số liệu năm ${fact.years.join(', ')}; năm thiếu không tính là 0.`;
    case 'missing_units':
      return missingUnitsText(fact);
    case 'partial_year':
      return `Năm ${fact.year} mới có số liệu ${fact.periods.map(periodText).join(', ')}, cộng được ${say(fact.sum)}; chưa đủ cả năm nên chưa đem so với mục tiêu năm.`;
    case 'not_additive':
      return 'Chỉ tiêu này không cộng được từ các đơn vị cấp dưới; cần số liệu của chính đơn vị.';
    case 'own_figure_used':
      return ownText(fact, label);
    case 'corrected':
      return correctedText(fact);
    case 'not_counted':
      return notCountedText(fact);
    case 'after_deadline':
      return `Số liệu ${fact.periods.map(periodText).join(', ')} nằm sau thời hạn nên không dùng để xét.`;
    case 'default_tolerance':
      return `Chỉ tiêu chưa ghi mức dung sai cho chữ “khoảng”; dùng mặc định ±5% của mục tiêu, tức ±${amountText(fact.tolerance, { decimals: undefined })}.`;
    case 'needed':
      return neededText(fact, label);
    case 'forecast':
      return forecastText(fact, label);
    case 'forecast_capped':
      return `Dự báo dừng ở ${say(fact.at)} vì chỉ tiêu không thể vượt mức đó.`;
    case 'too_little_data':
      return 'Chưa đủ số liệu để dự báo (cần ít nhất hai mốc số liệu).';
    case 'clause':
      return `Căn cứ: ${fact.clause}.`;
  }
}

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;

const COUNTING = {
  level: '',
  average: ' (bình quân các năm)',
  sum: ' (cộng cả giai đoạn)',
  each_year: ' (từng năm)',
} as const;

function reasonText(reason: Reason, deadline: number): string {
  switch (reason) {
    case 'no_values':
      return 'chưa có số liệu nào dùng được đến ngày xem';
    case 'no_start':
      return 'mới có một số liệu và không biết mức gốc, nên chưa xét được tiến độ';
    case 'goal_met':
      return 'giá trị mới nhất đáp ứng mục tiêu';
    case 'goal_met_at_end':
      return `số liệu năm ${deadline} đã có và kết quả cả giai đoạn đáp ứng mục tiêu`;
    case 'every_year_held':
      return `mọi năm đến năm ${deadline} đều đáp ứng mục tiêu`;
    case 'held_so_far':
      return `các năm đã có số liệu đều đáp ứng mục tiêu; chỉ kết luận đạt khi đủ số liệu đến năm ${deadline}`;
    case 'on_path':
      return 'không thua mức phải có ở thời điểm của số liệu';
    case 'met_but_incomplete':
      return 'số liệu hiện có đáp ứng mục tiêu nhưng còn thiếu đơn vị, nên chưa kết luận đạt';
    case 'within_margin':
      return 'kém mức phải có nhưng chưa quá ngưỡng';
    case 'beyond_margin':
      return 'kém mức phải có quá ngưỡng';
    case 'past_the_band':
      return 'giá trị đã vượt ra ngoài khoảng mục tiêu';
    case 'not_due':
      return `mốc chưa hoàn thành nhưng chưa đến hạn (năm ${deadline})`;
    case 'year_failed':
      return 'đã có năm không đáp ứng mục tiêu từng năm';
    case 'deadline_passed':
      return `đã hết thời hạn năm ${deadline} mà chưa đủ căn cứ để kết luận đạt`;
  }
}

function valueText({ of, value, until, years }: FactOf<'value'>, label: IndicatorLabel): string {
  const amount = withUnit(value, label);
  switch (of) {
    case 'latest':
      return `Giá trị mới nhất (${periodText(until)}): ${amount}.`;
    case 'average':
      return `Bình quân các năm đã có số liệu đến ${periodText(until)}: ${amount} (giai đoạn ${years} năm).`;
    case 'sum':
      return `Cộng các kỳ đã có số liệu đến ${periodText(until)}: ${amount} (giai đoạn ${years} năm).`;
  }
}

/** What the comparator means, said once in words. */
function ruleText(indicator: Indicator): string {
  const { target, comparator, label, band } = indicator;
  if (target === undefined) return '“Hoàn thành” nghĩa là giá trị báo cáo từ 1 trở lên.';
  const up = directionOf(indicator) === 'up';
  const goal = amountText(goalOf(indicator), label);
  switch (comparator) {
    case 'gt':
      return `“Trên ${goal}” nghĩa là phải lớn hơn hẳn ${goal}.`;
    case 'lt':
      return `“Dưới ${goal}” nghĩa là phải nhỏ hơn hẳn ${goal}.`;
    case 'gte':
      return `Bằng ${goal} là đạt.`;
    case 'lte':
      return `Bằng ${goal} là đạt.`;
    case 'reach':
    case 'milestone':
      return up ? `Bằng hoặc lớn hơn ${goal} là đạt.` : `Bằng hoặc nhỏ hơn ${goal} là đạt.`;
    case 'about':
      return band === 'both_ends'
        ? '“Khoảng” tính cả hai phía trong mức dung sai.'
        : `“Khoảng” tính theo mức dung sai ở phía phải đạt tới; ${up ? 'cao' : 'thấp'} hơn vẫn là đạt.`;
    case 'range':
      return band === 'both_ends'
        ? 'Phải nằm trong khoảng, kể cả hai đầu.'
        : `Ít nhất phải tới đầu ${up ? 'dưới' : 'trên'} của khoảng (${goal}).`;
    case 'maintain':
      return `Năm nào cũng phải ${up ? 'từ' : 'không quá'} ${goal}${up ? ' trở lên' : ''}.`;
  }
}

function gapText(fact: FactOf<'gap'>, label: IndicatorLabel): string {
  const { value, expected, difference, share, margin, marginIsDefault } = fact;
  const amounts = `Giá trị ${amountText(value, label)}`;
  const at = `mức phải có ở thời điểm này (${amountText(expected, label)})`;
  if (difference.eq(0)) return `${amounts} bằng ${at}.`;
  const side = value.gt(expected) ? 'cao hơn' : 'thấp hơn';
  const by = share === undefined ? amountText(difference.abs(), label) : percentText(share.abs());
  if (difference.lt(0)) return `${amounts} ${side} ${at} là ${by}.`;
  if (margin === undefined) return `${amounts} ${side} ${at} là ${by}.`;
  const past = share === undefined || share.gt(margin) ? 'quá' : 'chưa quá';
  const origin = marginIsDefault ? ' (mặc định)' : '';
  return `${amounts} ${side} ${at} là ${by}, ${past} ngưỡng ${percentText(margin)} của “${statusText.at_risk}”${origin}.`;
}

function pathText({ path, start }: FactOf<'path'>, label: IndicatorLabel): string {
  switch (path) {
    case 'trajectory':
      return 'Mức phải có lấy theo mức giao từng năm.';
    case 'level':
      return 'Mức phải có mỗi năm là chính mục tiêu.';
    case 'share':
      return 'Mức phải có là mục tiêu chia đều cho các năm, tính đúng cho những kỳ đã có số liệu.';
    case 'step':
      return 'Mốc hoàn thành: trước thời hạn chưa đòi hỏi giá trị nào.';
    case 'line':
      return start === undefined ? '' : lineText(start, label);
  }
}

function lineText({ kind, month, value }: NonNullable<FactOf<'path'>['start']>, label: IndicatorLabel): string {
  const from = `${amountText(value, label)} (${monthText(month)})`;
  switch (kind) {
    case 'baseline':
      return `Đường mục tiêu nội suy đều từ mức gốc ${from}.`;
    case 'earlier_value':
      return `Đường mục tiêu nội suy đều từ số liệu trước giai đoạn ${from}, vì chưa biết mức gốc.`;
    case 'first_value':
      return `Chưa biết mức gốc: lấy số liệu đầu tiên ${from} làm điểm xuất phát để nội suy đều.`;
  }
}

function missingUnitsText({ period, units, of, used }: FactOf<'missing_units'>): string {
  const shown = units.slice(0, 5).join(', ');
  const more = units.length > 5 ? ` và ${units.length - 5} đơn vị khác` : '';
  const effect = used ? 'giá trị chỉ tính trên các đơn vị đã có số liệu' : 'chưa dùng kỳ này';
  return `${capital(periodText(period))} còn thiếu số liệu của ${units.length}/${of} đơn vị (${shown}${more}); ${effect}, phần thiếu không tính là 0.`;
}

function ownText({ period, own, children }: FactOf<'own_figure_used'>, label: IndicatorLabel): string {
  const start = `Dùng số do chính đơn vị báo cáo cho ${periodText(period)} (${amountText(own, label)}), không cộng thêm số của cấp dưới`;
  return children === undefined
    ? `${start} (cấp dưới chưa báo cáo đủ).`
    : `${start}; tổng hợp từ cấp dưới là ${amountText(children, label)}.`;
}

function notCountedText({ entries }: FactOf<'not_counted'>): string {
  const units = [...Map.groupBy(entries, ({ unit }) => unit)].map(
    ([unit, of]) => `${unit} (${of.map(({ period }) => periodText(period)).join(', ')})`,
  );
  return `Không cộng số liệu của ${units.join('; ')}: đơn vị thành lập hoặc chấm dứt hoạt động quanh kỳ đó, số liệu kỳ đó do đơn vị kế thừa hoặc đơn vị trước đó báo cáo, cộng thêm sẽ tính hai lần.`;
}

function correctedText({ entries }: FactOf<'corrected'>): string {
  const shown = entries.slice(0, 3).map(({ unit, period, known }) => {
    const day = known === undefined ? '' : `, ngày ${dateText(known)}`;
    return `${unit} (${periodText(period)}${day})`;
  });
  const more = entries.length > 3 ? ` và ${entries.length - 3} số liệu khác` : '';
  return `Đã dùng số đính chính của: ${shown.join('; ')}${more}.`;
}

function neededText({ of, needed, strict, direction }: FactOf<'needed'>, label: IndicatorLabel): string {
  const amount = withUnit(needed, label);
  const atLeast = direction === 'up' ? (strict ? 'trên' : 'ít nhất') : strict ? 'dưới' : 'không quá';
  switch (of) {
    case 'pace': {
      if (needed.eq(0)) return '';
      return `Từ nay mỗi năm còn phải ${needed.lt(0) ? 'giảm' : 'tăng'} ${strict ? 'hơn ' : ''}${withUnit(needed.abs(), label)}.`;
    }
    case 'average':
      return `Các năm còn lại phải đạt bình quân ${atLeast} ${amount}.`;
    case 'amount':
      if (needed.eq(0)) return 'Tổng đã đủ; các năm còn lại không cần thêm.';
      if (needed.lt(0)) return 'Tổng đã vượt mức cho phép.';
      return `Mỗi năm còn lại ${direction === 'up' ? 'cần' : 'chỉ được'} ${atLeast} ${amount}.`;
    case 'level':
      return `Mỗi năm còn lại phải giữ ${atLeast} ${amount}.`;
  }
}

function forecastText({ forecast, deadline, short }: FactOf<'forecast'>, label: IndicatorLabel): string {
  const end =
    short === undefined
      ? 'đáp ứng mục tiêu'
      : short.eq(0)
        ? 'vẫn chưa vượt mục tiêu'
        : `cách mục tiêu ${amountText(short, label)}`;
  return `Với tốc độ hiện nay, đến năm ${deadline} đạt khoảng ${withUnit(forecast, label)}, ${end}.`;
}

function withUnit(value: Decimal, label: IndicatorLabel): string {
  const { unitOfMeasure } = label;
  if (unitOfMeasure === undefined) return amountText(value, label);
  return `${amountText(value, label)}${unitOfMeasure.startsWith('%') ? '' : ' '}${unitOfMeasure}`;
}

function percentText(share: Decimal): string {
  return `${formatVietnamese(share.times(100), undefined, 1)}%`;
}

function monthText(month: number): string {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return of === 12 ? String(year) : `tháng ${of}/${year}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PROBLEM_TEXT: Readonly<Record<Problem, string>> = {
  missing: 'chưa có, cần điền',
  wrong_type: 'sai kiểu dữ liệu',
  not_one_of: 'giá trị không nằm trong danh mục',
  not_a_number: 'không phải là số; viết như 1234.5 hoặc "1234.5"',
  not_a_year: 'không phải là năm; viết như 2026',
  not_a_period: 'không phải là kỳ; viết như "2026", "2026-H1", "2026-Q1" hoặc "2026-03"',
  not_a_date: 'không phải là ngày có thật; viết như "2026-10-05"',
  negative: 'không được âm',
  not_positive: 'phải lớn hơn 0',
  low_above_high: 'đầu dưới của khoảng lớn hơn đầu trên',
  deadline_before_from: 'thời hạn trước năm bắt đầu',
  target_missing: 'chưa có mục tiêu; chỉ mốc hoàn thành mới được để trống',
  baseline_not_before_deadline: 'năm của mức gốc phải trước thời hạn',
  year_outside_term: 'năm nằm ngoài giai đoạn của chỉ tiêu',
  year_twice: 'năm bị lặp',
  empty: 'không được để trống',
};

/** Why a calculation sheet cannot be worked on, a line for each thing to mend. */
export function sheetRefusalText(refusal: SheetRefusal): readonly string[] {
  switch (refusal.kind) {
    case 'sheet_malformed':
      return refusal.problems.map(({ path, problem, allowed }) => {
        const list = allowed.length === 0 ? '' : ` (${allowed.join(', ')})`;
        return `${fieldPath(path, 'bảng tính')}: ${PROBLEM_TEXT[problem]}${list}.`;
      });
    case 'unit_unknown':
      return [`${fieldPath(refusal.path, 'bảng tính')}: đơn vị “${refusal.unit}” không có trong danh sách units.`];
    case 'unit_twice':
      return [`units[${refusal.index}].code: đơn vị “${refusal.unit}” bị lặp.`];
    case 'unit_parent_unknown':
      return [`units[${refusal.index}].parent: đơn vị cấp trên “${refusal.parent}” không có trong danh sách units.`];
    case 'unit_cycle':
      return [`units[${refusal.index}].parent: cây đơn vị bị vòng: ${refusal.cycle.join(' → ')}.`];
    case 'values_conflict':
      return [
        `values[${refusal.second}]: trùng đơn vị, kỳ và ngày biết với values[${refusal.first}] nhưng khác giá trị. Ghi ngày biết khác nhau, hoặc thêm entry là số thứ tự nhập.`,
      ];
  }
}
