/** Words of the forms by which the province decides about indicators and schemes. */
import type { PeriodKind } from '../../../kernel/period.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import type { DecideRefusal } from './decide.server.ts';
import type { Definition } from '../definition.ts';
import type { DecisionProblem, Typed } from './decision.ts';
import { basisField, valueField, yearsIn } from './decision.ts';
import type { LinkRefusal } from './link.server.ts';

export const decidingText = {
  title: (name: string) => `Những điều tỉnh quyết định: ${name}`,
  lead: (code: string) =>
    `Chỉ tiêu ${code}. Nguyên văn, mục tiêu và thời hạn là của chỉ thị, không sửa ở đây. Mọi thay đổi được ghi vào nhật ký.`,
  back: 'Chỉ tiêu',
  saved: 'Đã lưu. Trạng thái của chỉ tiêu được tính lại ngay.',
  owner: 'Cơ quan phụ trách',
  ownerHint: 'Người phụ trách chỉ tiêu tại cơ quan này xác nhận số liệu.',
  ownerNone: 'Chưa giao',
  baseline: 'Mức gốc',
  baselineHint: 'Giá trị cuối một năm trước giai đoạn. Chưa biết thì để trống: chưa biết không phải là 0.',
  baselineYear: 'Năm của mức gốc',
  baselineYearHint: 'Ví dụ 2025',
  baselineSource: 'Nguồn của mức gốc',
  baselineSourceHint: 'Ví dụ: Niên giám thống kê năm 2025',
  trajectory: 'Mức giao từng năm',
  trajectoryHint:
    'Chỉ nhập mức được giao bằng văn bản, kèm văn bản đó. Năm để trống được nội suy và ghi rõ là nội suy.',
  year: (year: number) => `Mức năm ${year}`,
  basis: (year: number) => `Văn bản giao mức năm ${year}`,
  tolerance: 'Dung sai của chữ “khoảng”',
  toleranceHint: 'Để trống thì dùng mặc định ±5% của mục tiêu.',
  margin: 'Ngưỡng “có nguy cơ”',
  marginHint:
    'Kém mức phải đạt không quá tỉ lệ này là “có nguy cơ”, quá là “chậm tiến độ”. Để trống thì theo cài đặt chung.',
  reporting: 'Kỳ báo cáo',
  reportingWords: { month: 'Hằng tháng', quarter: 'Hằng quý', half: 'Sáu tháng', year: 'Hằng năm' } satisfies Readonly<
    Record<PeriodKind, string>
  >,
  evidence: 'Minh chứng khi gửi số liệu',
  evidenceYes: 'Bắt buộc',
  evidenceNo: 'Không bắt buộc',
  save: 'Lưu',
  cancel: 'Quay lại chỉ tiêu',
  linkTitle: (name: string) => `Gắn chỉ tiêu với đề án ${name}`,
  linkLead:
    'Chỉ thị không nói chỉ tiêu nào thuộc đề án nào. Chọn chỉ tiêu dùng để theo dõi đề án và ghi căn cứ của từng việc gắn.',
  linkBack: 'Đề án',
  linkCaption: 'Các chỉ tiêu của chỉ thị',
  linkColumn: 'Gắn',
  linkBox: (code: string) => `Gắn ${code}`,
  linkBasis: 'Căn cứ',
  linkBasisOf: (code: string) => `Căn cứ gắn ${code}`,
  basisMissing: (code: string) => `Ghi căn cứ cho ${code}.`,
  indicator: 'Chỉ tiêu',
  code: 'Mã',
  linkSaved: 'Đã lưu các chỉ tiêu gắn với đề án.',
  cancelLink: 'Quay lại đề án',
} as const;

export function decisionProblemText(problem: DecisionProblem): string {
  switch (problem.kind) {
    case 'number_empty':
      return 'Chưa nhập số.';
    case 'number_unreadable':
      return `“${problem.text.trim()}” không phải là số. Nhập như 1.234,5.`;
    case 'number_ambiguous':
      return `“${problem.text.trim()}” có thể hiểu hai cách. Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.`;
    case 'year_not_before':
      return `Nhập một năm trước ${problem.from}, ví dụ ${problem.from - 1}.`;
    case 'source_missing':
      return 'Ghi nguồn của mức gốc, ví dụ: Niên giám thống kê năm 2025.';
    case 'basis_missing':
      return 'Ghi văn bản giao mức này, ví dụ: số, ngày và cơ quan ban hành.';
    case 'negative':
      return 'Nhập số không âm, ví dụ 1,5.';
    case 'margin_outside':
      return 'Nhập tỉ lệ lớn hơn 0 và nhỏ hơn 100, ví dụ 10.';
    case 'reporting_unknown':
      return 'Chọn kỳ báo cáo.';
  }
}

type Versions = {
  readonly mine: Typed;
  readonly theirs: Typed;
  readonly definition: Pick<Definition, 'from' | 'deadline'>;
  readonly units: readonly { readonly code: string; readonly name: string }[];
};

/** What was typed beside what is stored, where they differ; all of it when they do not. */
export function decisionVersions({ mine, theirs, definition, units }: Versions) {
  const shownIn = (typed: Typed, name: string): string => {
    const text = typed[name]?.trim() ?? '';
    if (name === 'co-quan') return units.find(({ code }) => code === text)?.name ?? decidingText.ownerNone;
    if (name === 'ky') return decidingText.reportingWords[text as PeriodKind] ?? '';
    if (name === 'minh-chung') return text === 'co' ? decidingText.evidenceYes : decidingText.evidenceNo;
    return text;
  };
  const years = yearsIn(definition).flatMap((year) => [
    [valueField(year), decidingText.year(year)],
    [basisField(year), decidingText.basis(year)],
  ]);
  const labels = [...Object.entries(fieldLabels), ...years];
  const all = labels.map(([name = '', label = '']) => ({
    label,
    mine: shownIn(mine, name),
    theirs: shownIn(theirs, name),
  }));
  const differing = all.filter((each) => each.mine !== each.theirs);
  return differing.length > 0 ? differing : all;
}

const fieldLabels = {
  'co-quan': decidingText.owner,
  'muc-goc': decidingText.baseline,
  'nam-goc': decidingText.baselineYear,
  'nguon-goc': decidingText.baselineSource,
  'dung-sai': decidingText.tolerance,
  nguong: decidingText.margin,
  ky: decidingText.reporting,
  'minh-chung': decidingText.evidence,
} as const;

export function decideRefusalText(refusal: DecideRefusal): string {
  switch (refusal.kind) {
    case 'decision_wrong':
      return 'Có chỗ cần sửa.';
    case 'owner_unknown':
      return 'Cơ quan đã chọn không còn hoạt động. Chọn cơ quan khác.';
    case 'lost_race':
      return 'Có người vừa sửa chỉ tiêu này trước ông/bà. Hai bản hiện cạnh nhau bên dưới: chọn bản giữ lại rồi lưu.';
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}

export function linkRefusalText(refusal: LinkRefusal): string {
  switch (refusal.kind) {
    case 'basis_missing':
      return `Ghi căn cứ cho: ${refusal.codes.join(', ')}.`;
    case 'lost_race':
      return 'Có người vừa sửa đề án này trước ông/bà. Nội dung ông/bà chọn vẫn còn; hãy kiểm tra rồi bấm Lưu lần nữa nếu vẫn muốn dùng.';
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}
