/** What people read about reported values. */
import type { Role } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import type { Need, ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText } from '../../platform/files/text.ts';
import { dateText } from '../../ui/moment.ts';
import { periodText } from '../indicators/text.ts';
import type { FigureRule, Stage } from './actual.ts';
import { fieldOf, lineField } from './entry-fields.ts';
import type { FigureField, FigureProblem, FigureRefusal, Remark } from './figures.ts';
import type { ImportChange, ImportColumn, ImportProblem } from './import-plan.ts';
import type { MoveName } from './procedure.ts';

/** The same stage in the words of whoever reads it: the one who checks, the one who reports, the public. */
export type Reader = 'officer' | 'unit' | 'public';

export const stageText: Readonly<Record<Stage, Readonly<Record<Reader, string>>>> = {
  entered: { officer: 'Đơn vị đang nhập', unit: 'Bản nháp', public: 'Chưa có' },
  submitted: { officer: 'Chờ duyệt', unit: 'Đã gửi, chờ duyệt', public: 'Chưa có' },
  verified: { officer: 'Đã xác nhận', unit: 'Đã xác nhận', public: 'Số liệu chính thức' },
  returned: { officer: 'Đã trả lại', unit: 'Bị trả lại, cần sửa', public: 'Chưa có' },
  withdrawn: { officer: 'Đơn vị đã rút', unit: 'Đã rút', public: 'Chưa có' },
};

/** Verified once, and replaced by its correction since: no longer what counts. */
export function standingText({
  stage,
  isSuperseded,
}: {
  readonly stage: Stage;
  readonly isSuperseded: boolean;
}): string {
  return isSuperseded ? `${stageText[stage].officer}, sau đó được thay` : stageText[stage].officer;
}

export const moveText: Readonly<Record<MoveName, string>> = {
  change: 'Sửa',
  submit: 'Gửi duyệt',
  recall: 'Lấy lại để sửa',
  withdraw: 'Rút bỏ',
  verify: 'Xác nhận',
  return: 'Trả lại',
  correct: 'Đính chính',
};

/** What was done, for the history. */
export const doneText: Readonly<Record<MoveName, string>> = {
  change: 'Sửa số liệu',
  submit: 'Gửi duyệt',
  recall: 'Lấy lại để sửa',
  withdraw: 'Rút bỏ',
  verify: 'Xác nhận',
  return: 'Trả lại',
  correct: 'Đính chính',
};

export const roleText: Readonly<Record<Role, string>> = {
  officer: 'Chuyên viên đầu mối',
  head: 'Thủ trưởng',
  indicator_owner: 'Người phụ trách chỉ tiêu',
  appraiser: 'Người thẩm định',
  inspector: 'Người kiểm tra',
  council_secretary: 'Thư ký Hội đồng',
  council_member: 'Thành viên Hội đồng',
  deciding_authority: 'Người có thẩm quyền quyết định',
  block_lead: 'Trưởng khối, cụm',
  auditor: 'Người kiểm soát',
  administrator: 'Quản trị',
};

const placeText = {
  unit: 'tại đơn vị báo cáo',
  owner: 'tại cơ quan phụ trách chỉ tiêu',
  root: 'tại tỉnh',
  elsewhere: 'tại đơn vị khác',
} as const;

export type RightsRow = {
  readonly stage: Stage;
  readonly move: MoveName;
  readonly to: Stage;
  readonly may: readonly { readonly role: Role; readonly place: keyof typeof placeText }[];
};

/** The rights matrix as a page to read and sign. */
export function rightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, may }) => {
    const who = may.map(({ role, place }) => `${roleText[role]} ${placeText[place]}`).join('; ');
    return `| ${stageText[stage].officer} | ${moveText[move]} | ${stageText[to].officer} | ${who || 'không ai'} |`;
  });
  return `# Ai được làm gì với số liệu

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Người đã gửi số liệu không được xác nhận hoặc trả lại chính
số liệu đó; người được họ ủy quyền và người đã ủy quyền cho họ cũng vậy. Trả lại và đính chính phải nêu lý do. Chỉ tiêu yêu cầu minh chứng thì phải có minh
chứng mới gửi được. Số liệu đã xác nhận không sửa: đính chính là một số liệu mới, thay số cũ khi được xác nhận.

| Bước | Việc | Sang bước | Ai được làm |
|---|---|---|---|
${lines.join('\n')}
`;
}

const kindText: Readonly<Record<PeriodKind, string>> = { year: 'năm', half: '6 tháng', quarter: 'quý', month: 'tháng' };
export function periodKindText(kind: PeriodKind): string {
  return kindText[kind];
}

export function figureText(value: string, decimals: number): string {
  return formatVietnamese(value, undefined, decimals);
}

export function fieldText(field: FigureField, rule: FigureRule): string {
  switch (field) {
    case 'value':
      return rule.name;
    case 'numerator':
      return rule.numeratorName ?? 'Tử số';
    case 'denominator':
      return rule.denominatorName ?? 'Mẫu số';
    case 'asOfDate':
      return 'Số liệu tính đến ngày';
    case 'period':
      return 'Kỳ báo cáo';
    case 'source':
      return 'Nguồn số liệu';
    case 'note':
      return 'Ghi chú';
  }
}

/** Says what is wrong and how it should look, with an example. */
export function problemText(problem: FigureProblem, rule: FigureRule): string {
  switch (problem.kind) {
    case 'number_empty':
      return `Chưa nhập số. ${wantedText(rule)}`;
    case 'number_unreadable':
      return `“${problem.text.trim()}” không phải là số. ${wantedText(rule)}`;
    case 'number_ambiguous':
      return `“${problem.text.trim()}” có thể hiểu hai cách. Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn, ví dụ 1.234,5.`;
    case 'above':
      return `${figureText(problem.value, 6)} lớn hơn ${figureText(problem.max, 6)}. ${wantedText(rule)}`;
    case 'below':
      return `${figureText(problem.value, 6)} nhỏ hơn ${figureText(problem.min, 6)}. ${wantedText(rule)}`;
    case 'too_many_decimals':
      return problem.decimals === 0
        ? `${figureText(problem.value, 10)} có phần thập phân. Nhập số nguyên.`
        : `${figureText(problem.value, 10)} có quá nhiều chữ số thập phân. Nhập tối đa ${problem.decimals} chữ số sau dấu phẩy.`;
    case 'denominator_not_positive':
      return 'Phải lớn hơn 0. Nếu không có đối tượng nào thì để trống cả hai ô.';
    case 'numerator_above_denominator':
      return `${figureText(problem.numerator, 6)} lớn hơn ${figureText(problem.denominator, 6)}. Một phần không thể lớn hơn toàn bộ.`;
    case 'date_missing':
      return 'Chưa nhập ngày. Ví dụ 30/09/2026.';
    case 'date_impossible':
      return `“${problem.text}” không phải là ngày có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/09/2026.`;
    case 'date_in_future':
      return `${dateText(problem.date)} chưa đến. Nhập ngày không sau hôm nay, ${dateText(problem.today)}.`;
    case 'date_before_period':
      return `${dateText(problem.date)} trước ngày bắt đầu kỳ. Nhập ngày từ ${dateText(problem.start)} trở đi.`;
    case 'period_unreadable':
      return problem.text
        ? `“${problem.text}” không phải là kỳ báo cáo. Ví dụ 2026, 2026-Q1 hoặc 2026-03.`
        : 'Chưa chọn kỳ báo cáo.';
    case 'period_not_begun':
      return `Kỳ này chưa bắt đầu. Nhập được từ ngày ${dateText(problem.start)}.`;
    case 'period_too_fine':
      return `Chỉ tiêu này báo cáo theo ${kindText[problem.reporting]}. Chọn kỳ ${kindText[problem.reporting]} hoặc dài hơn.`;
    case 'unit_not_there':
      return lifeText(problem.from, problem.until);
    case 'too_long':
      return `Dài quá. Viết tối đa ${figureText(String(problem.limit), 0)} ký tự.`;
  }
}

function lifeText(from: string | null, until: string | null): string {
  const start = from === null ? '' : ` từ ngày ${dateText(from)}`;
  const end = until === null ? '' : ` đến trước ngày ${dateText(until)}`;
  return `Đơn vị chỉ hoạt động${start}${end}, không có số liệu của kỳ này.`;
}

function wantedText({ min, max, decimals }: FigureRule): string {
  const example = exampleOf(min, max, decimals);
  if (min !== null && max !== null)
    return `Nhập số từ ${figureText(min, 6)} đến ${figureText(max, 6)}, ví dụ ${example}.`;
  if (min !== null) return `Nhập số từ ${figureText(min, 6)} trở lên, ví dụ ${example}.`;
  if (max !== null) return `Nhập số không quá ${figureText(max, 6)}, ví dụ ${example}.`;
  return `Nhập một số, ví dụ ${example}.`;
}

function exampleOf(min: string | null, max: string | null, decimals: number): string {
  const middle =
    min === '0' && max === '100'
      ? 61.5
      : Number(min ?? 0) + (max === null ? 1234.5 : (Number(max) - Number(min ?? 0)) / 2);
  return formatVietnamese(middle, undefined, Math.min(decimals, 1));
}

export function remarkText(remark: Remark, decimals: number): string {
  switch (remark.kind) {
    case 'jump':
      return `Khác nhiều so với ${periodText(remark.lastPeriod)} (${figureText(remark.last, decimals)}): gấp ${figureText(remark.times, 2)} lần. Kiểm tra lại; nếu đúng thì cứ gửi.`;
    case 'from_zero':
      return `${capital(periodText(remark.lastPeriod))} là 0. Kiểm tra lại; nếu đúng thì cứ gửi.`;
  }
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

type AnyRefusal =
  | ProcedureRefusal
  | FigureRefusal
  | NotThere
  | LostRace
  | { readonly kind: 'already_open' | 'already_verified'; readonly id: string }
  | { readonly kind: 'already_superseded' };

/** Who may, and what to do next. Figures that are wrong are said at their fields. */
export function refusalText(refusal: AnyRefusal): string {
  switch (refusal.kind) {
    case 'not_there':
      return 'Không tìm thấy số liệu này. Có thể địa chỉ sai hoặc ông/bà không được xem.';
    case 'lost_race':
      return 'Người khác vừa sửa số liệu này. Xem hai bản và chọn bản cần giữ.';
    case 'already_open':
      return 'Đơn vị đã có số liệu của kỳ này đang nhập hoặc chờ duyệt. Mở số liệu đó để xem, sửa.';
    case 'already_verified':
      return 'Kỳ này đã có số liệu được xác nhận. Nếu sai, mở số liệu đó và chọn Đính chính.';
    case 'already_superseded':
      return 'Số liệu này đã được đính chính. Mở bản mới nhất để xem.';
    case 'figure_wrong':
      return 'Số liệu chưa hợp lệ. Xem từng ô bên dưới.';
    case 'wrong_stage':
      return stageRefusalText(refusal.stage);
    case 'not_yours':
      return `Việc này do ${listText(refusal.by.map((role) => roleText[role].toLocaleLowerCase('vi')))} thực hiện. Liên hệ người quản trị nếu ông/bà được giao việc này.`;
    case 'four_eyes':
      return 'Ông/bà là người đã gửi số liệu này nên không được tự xác nhận hoặc trả lại. Đề nghị người khác có thẩm quyền thực hiện.';
    case 'needs':
      return needText[refusal.need];
    case 'not_scoped':
      return 'Khóa API này không có quyền thực hiện việc đó. Tạo khóa khác với phạm vi phù hợp.';
  }
}

const needText: Readonly<Record<Need, string>> = {
  reason: 'Chưa ghi lý do. Viết ngắn gọn để người nhận biết cần làm gì.',
  evidence: 'Chỉ tiêu này yêu cầu minh chứng. Đính kèm ít nhất một tệp rồi gửi.',
  signature: 'Cần chữ ký.',
};

function stageRefusalText(stage: string): string {
  switch (stage) {
    case 'submitted':
      return 'Số liệu đã gửi và đang chờ duyệt nên chưa thể sửa. Chọn Lấy lại để sửa nếu chưa được duyệt.';
    case 'verified':
      return 'Số liệu đã được xác nhận nên không sửa trực tiếp. Nếu sai, chọn Đính chính.';
    case 'withdrawn':
      return 'Số liệu này đã được rút bỏ. Nhập số liệu mới nếu cần.';
    case 'returned':
      return 'Số liệu đã bị trả lại. Đơn vị sửa rồi gửi lại.';
    default:
      return 'Số liệu đang ở bước đơn vị nhập, chưa gửi duyệt.';
  }
}

function listText(words: readonly string[]): string {
  const all = [...new Set(words)];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} hoặc ${all.at(-1)}`;
}

export function daysLeftText(workingDays: number): string {
  if (workingDays < 0) return `quá hạn ${-workingDays} ngày làm việc`;
  return workingDays === 0 ? 'hạn hôm nay' : `còn ${workingDays} ngày làm việc`;
}

export const entryText = {
  title: 'Nhập số liệu',
  titleOf: (period: string) => `Nhập số liệu ${periodText(period)}`,
  lead: 'Chọn đơn vị và kỳ để nhập, hoặc mở một việc đang chờ.',
  unit: 'Đơn vị',
  period: 'Kỳ báo cáo',
  open: 'Mở biểu nhập',
  noUnit: 'Ông/bà chưa được giao nhập số liệu cho đơn vị nào',
  noUnitWhy: 'Chỉ chuyên viên đầu mối và thủ trưởng đơn vị nhập số liệu. Liên hệ người quản trị để được phân vai trò.',
  excel: 'Nhập bằng Excel',
  nothing: 'Không có chỉ tiêu nào của đơn vị này báo cáo theo kỳ đã chọn',
  nothingWhy: 'Chọn kỳ khác: có chỉ tiêu báo cáo theo tháng, theo quý, theo 6 tháng hoặc theo năm.',
  code: (code: string, unitOfMeasure: string) => `${code}, ${unitOfMeasure}`,
  last: (value: string, period: string) => `${capital(periodText(period))}: ${value}.`,
  noLast: 'Kỳ trước chưa có.',
  comma: 'Dùng dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn. Ví dụ 97,5 hoặc 1.234,5.',
  parts: 'Nhập hai số, hệ thống tự tính kết quả.',
  orValue: 'Chỉ nhập kết quả',
  noParts: 'Không có hai số trên',
  asOfDate: 'Số liệu tính đến ngày',
  source: 'Nguồn số liệu',
  sourceHint: 'Ví dụ: Báo cáo số 12/BC-UBND ngày 05/10/2026.',
  evidence: 'Minh chứng',
  evidenceNeeded: 'Bắt buộc với chỉ tiêu này.',
  evidenceThere: (n: number) => `Đã có ${n} tệp. Bắt buộc với chỉ tiêu này.`,
  send: 'Gửi duyệt',
  save: 'Lưu nháp',
  remark: 'Ô để trống sẽ không gửi. Số 0 là số liệu, không phải để trống.',
  saved: (n: number) => `Đã lưu nháp ${n} chỉ tiêu. Số liệu chưa được gửi duyệt.`,
  sent: (n: number) => `Đã gửi duyệt ${n} chỉ tiêu.`,
  empty: 'Chưa nhập chỉ tiêu nào. Nhập ít nhất một ô rồi lưu.',
  returned: (reason: string) => `Bị trả lại: ${reason}`,
  sentAlready: 'Đã gửi, chờ duyệt',
  verified: 'Đã xác nhận',
  see: 'Xem',
  correct: 'Xem, đính chính',
  due: (deadline: string) => `Hạn gửi: ${deadline}`,
  defaultDeadline:
    'Hạn gửi là mức mặc định (số ngày sau khi hết kỳ), tỉnh chưa xác nhận. Danh sách chỉ tiêu mỗi đơn vị báo cáo cũng là mặc định: chỉ thị không quy định.',
  owed: 'Đang chờ nhập',
  noneOwed: 'Không có biểu nào đến hạn',
  noneOwedWhy:
    'Biểu cần nhập hiện ở đây khi một kỳ báo cáo kết thúc. Vẫn có thể chọn đơn vị và kỳ bên dưới để nhập sớm.',
  owedTitle: (n: number, period: string) => `Nhập ${n} chỉ tiêu ${periodText(period)}`,
  returnedCount: (n: number) => `${n} bị trả lại`,
  begunCount: (n: number) => `${n} đã lưu nháp`,
  fill: 'Nhập số liệu',
  waiting: (period: string, unit: string) => `Số liệu ${periodText(period)}, ${unit}`,
} as const;

/** One thing to mend on the entry form, at its control. `standing` asks to choose between two versions of a line. */
export type LineProblem = {
  readonly field?: string;
  readonly label?: string;
  readonly message: string;
  readonly standing?: string;
};

type LineRefused = { readonly indicatorCode: string; readonly refusal: AnyRefusal };

export function lineProblems(
  lines: readonly LineRefused[],
  rules: ReadonlyMap<string, FigureRule>,
): readonly LineProblem[] {
  const said = lines.flatMap(({ indicatorCode: code, refusal }) => {
    const rule = rules.get(code);
    if (!rule) return [{ message: refusalText(refusal) }];
    if (refusal.kind !== 'figure_wrong') return [lineRefused(rule, refusal)];
    return refusal.problems.map(({ field, problem }) => ({
      field: fieldOf(code, field),
      label: field === 'value' ? rule.name : fieldText(field, rule),
      message: problemText(problem, rule),
    }));
  });
  return [...new Map(said.map((one) => [`${one.field} ${one.message}`, one])).values()];
}

function lineRefused(rule: FigureRule, refusal: AnyRefusal): LineProblem {
  const isRace = refusal.kind === 'lost_race' || refusal.kind === 'already_open';
  const needsFile = refusal.kind === 'needs' && refusal.need === 'evidence';
  const field = needsFile ? lineField.file(rule.code) : fieldOf(rule.code, 'value');
  const message = isRace ? refusalText({ kind: 'lost_race', current: 0 }) : refusalText(refusal);
  return { field, label: rule.name, message, ...(isRace && { standing: rule.code }) };
}

export const valueText = {
  title: (indicator: string, period: string) => `${indicator}, ${periodText(period)}`,
  figure: 'Số liệu',
  unit: 'Đơn vị',
  indicator: 'Chỉ tiêu',
  period: 'Kỳ báo cáo',
  asOfDate: 'Tính đến ngày',
  source: 'Nguồn',
  note: 'Ghi chú',
  none: 'Chưa ghi',
  stage: 'Tình trạng',
  known: 'Xác nhận lúc',
  returned: 'Bị trả lại',
  correctionOf: 'Lý do đính chính',
  superseded: 'Số liệu này đã được thay bằng bản đính chính mới hơn.',
  unverified: 'Số liệu chưa được xác nhận, chưa tính vào kết quả chính thức.',
  line: 'Các bản của số liệu này',
  lineCaption: 'Các bản, cũ trước mới sau',
  evidence: 'Minh chứng',
  noEvidence: 'Chưa có minh chứng.',
  evidenceLine: (by: string, at: string) => `${by} đính kèm lúc ${at}`,
  attach: 'Đính kèm',
  attachFile: 'Tệp minh chứng',
  detach: 'Gỡ',
  history: 'Quá trình xử lý',
  act: 'Việc có thể làm',
  save: 'Lưu thay đổi',
  reason: 'Lý do',
  returnReason: 'Lý do trả lại',
  returnHint: 'Đơn vị đọc lý do này để biết cần sửa gì.',
  correctTitle: 'Đính chính',
  correctLead: 'Số đã xác nhận được giữ nguyên. Số mới thay thế sau khi được gửi và xác nhận; bản cũ vẫn xem lại được.',
  correctReason: 'Lý do đính chính',
  correctSave: 'Lưu bản đính chính',
  changeTitle: 'Sửa số liệu',
  done: (move: MoveName) => `Đã ${moveText[move].toLocaleLowerCase('vi')}.`,
  saved: 'Đã lưu. Số liệu chưa được gửi duyệt.',
  back: 'Nhập số liệu',
  backReview: 'Duyệt số liệu',
  entered: 'Nhập số liệu',
  changed: 'Sửa số liệu',
  attached: 'Đính kèm minh chứng',
  detached: 'Gỡ minh chứng',
  imported: { submitted: 'Nạp từ Excel và gửi duyệt', entered: 'Nạp từ Excel, chưa gửi' },
  withdrawWhat: 'Rút bỏ số liệu này. Sau khi rút, đơn vị có thể nhập lại từ đầu.',
  by: (name: string, forName: string | null) => (forName === null ? name : `${name}, thay ${forName}`),
  remarkTitle: 'Nên kiểm tra lại',
} as const;

export function deedText(kind: string, move: MoveName | null, stage: Stage | null): string {
  if (move !== null) return doneText[move];
  switch (kind) {
    case 'actual.entered':
      return valueText.entered;
    case 'actual.changed':
      return valueText.changed;
    case 'file.attached':
      return valueText.attached;
    case 'file.detached':
      return valueText.detached;
    default:
      return stage === 'entered' ? valueText.imported.entered : valueText.imported.submitted;
  }
}

export const reviewText = {
  title: (n: number) =>
    n === 0 ? 'Không còn số liệu chờ ông/bà duyệt' : `${formatVietnamese(n)} số liệu chờ ông/bà duyệt`,
  listTitle: (n: number) => `${formatVietnamese(n)} số liệu`,
  lead: 'Chọn một hoặc nhiều dòng, sau đó xác nhận hoặc trả lại. Trang tiếp theo nêu đúng những dòng sẽ thay đổi.',
  caption: 'Danh sách số liệu',
  indicator: 'Chỉ tiêu',
  unit: 'Đơn vị',
  period: 'Kỳ',
  value: 'Số liệu',
  stage: 'Tình trạng',
  sent: 'Gửi lúc',
  by: 'Người gửi',
  evidence: 'Minh chứng',
  files: (n: number) => (n === 0 ? 'không có' : `${n} tệp`),
  correction: 'bản đính chính',
  text: 'Tìm theo tên hoặc mã',
  mine: 'Chờ tôi duyệt',
  which: 'Xem',
  all: 'Mọi tình trạng',
  every: 'Tất cả',
  verifyChosen: 'Xác nhận các dòng đã chọn',
  returnChosen: 'Trả lại các dòng đã chọn',
  emptyWhat: 'Không có số liệu nào khớp',
  emptyWhy: 'Số liệu các đơn vị gửi sẽ hiện ở đây để kiểm tra trước khi tính vào kết quả chính thức.',
  emptyFirst: 'Xem mọi tình trạng',
  year: 'Năm',
  rowName: (indicator: string, unit: string, period: string) => `${indicator}, ${unit}, ${periodText(period)}`,
  noneChosen: 'Chưa chọn dòng nào. Quay lại danh sách và đánh dấu các dòng cần xử lý.',
  confirmTitle: (move: 'verify' | 'return', n: number) => `${moveText[move]} ${formatVietnamese(n)} số liệu?`,
  confirmWhat: {
    verify: 'Các số liệu dưới đây sẽ được xác nhận và tính vào kết quả chính thức. Sau đó chỉ có thể đính chính.',
    return: 'Các số liệu dưới đây sẽ được trả lại đơn vị để sửa.',
  },
  confirmVerb: (move: 'verify' | 'return', n: number) => `${moveText[move]} ${formatVietnamese(n)} số liệu`,
  done: (move: 'verify' | 'return', n: number) =>
    move === 'verify' ? `Đã xác nhận ${formatVietnamese(n)} số liệu.` : `Đã trả lại ${formatVietnamese(n)} số liệu.`,
  someRefused: 'Chưa có dòng nào được thay đổi, vì các dòng sau không thực hiện được:',
  gone: 'Số liệu không còn ở bước chờ duyệt hoặc ông/bà không được xem.',
  race: 'Người khác vừa thay đổi. Xem lại rồi chọn lại.',
} as const;

const deedFields: Readonly<Record<FigureField, string>> = {
  value: 'so',
  numerator: 'tu',
  denominator: 'mau',
  asOfDate: 'ngay',
  period: 'so',
  source: 'nguon',
  note: 'ghi-chu',
};

/** What a refusal of the page of one value says at its fields. */
export function deedProblems(refusal: Refusal, rule: FigureRule): readonly LineProblem[] {
  if (isFigureRefusal(refusal))
    return refusal.problems.map(({ field, problem }) => ({
      field: deedFields[field],
      label: fieldText(field, rule),
      message: problemText(problem, rule),
    }));
  const message = deedRefusal(refusal);
  const needsReason = refusal.kind === 'needs';
  return [needsReason ? { field: 'ly-do', label: valueText.correctReason, message } : { message }];
}

/** Every refusal of this page in words; files have their own. */
export function deedRefusal(refusal: Refusal): string {
  return isOwnRefusal(refusal) ? refusalText(refusal) : intakeText(refusal as IntakeRefusal);
}

const ownKinds: Readonly<Record<AnyRefusal['kind'], true>> = {
  not_there: true,
  lost_race: true,
  already_open: true,
  already_verified: true,
  already_superseded: true,
  figure_wrong: true,
  wrong_stage: true,
  not_yours: true,
  four_eyes: true,
  needs: true,
  not_scoped: true,
};

function isOwnRefusal(refusal: Refusal): refusal is AnyRefusal {
  return refusal.kind in ownKinds;
}

function isFigureRefusal(refusal: Refusal): refusal is FigureRefusal {
  return refusal.kind === 'figure_wrong';
}

export const importHeadings: Readonly<Record<ImportColumn, string>> = {
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  indicator: 'Mã chỉ tiêu',
  indicatorName: 'Chỉ tiêu',
  unitOfMeasure: 'Đơn vị tính',
  period: 'Kỳ báo cáo',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  value: 'Kết quả',
  asOfDate: 'Tính đến ngày',
  source: 'Nguồn số liệu',
  reason: 'Lý do đính chính',
};

export function importFaultText(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'unit_unknown':
      return problem.text === ''
        ? 'Chưa ghi mã đơn vị.'
        : `Không có đơn vị mang mã “${problem.text}”. Xem mã ở trang Đơn vị.`;
    case 'indicator_unknown':
      return problem.text === ''
        ? 'Chưa ghi mã chỉ tiêu.'
        : `Không có chỉ tiêu mang mã “${problem.text}”. Mã có dạng KT-01, XH-07, MT-02.`;
    case 'not_yours':
      return 'Ông/bà không được giao nhập chỉ tiêu này cho đơn vị này.';
    case 'twice':
      return `Trùng đơn vị, chỉ tiêu và kỳ với dòng ${problem.row}. Giữ lại một dòng.`;
    case 'waiting':
      return 'Số liệu của kỳ này đã gửi và đang chờ duyệt. Lấy lại để sửa trước khi nạp số khác.';
    case 'reason_missing':
      return `Đã có số được xác nhận là ${figureText(problem.verified, 6)}. Ghi lý do ở cột “${importHeadings.reason}” để đính chính.`;
    case 'figure':
      return problemText(problem.problem, problem.rule);
  }
}

export function importLine(change: ImportChange, unitName: string, rule: FigureRule | undefined) {
  const shown = (value: string | null) =>
    value === null ? null : `${figureText(value, rule?.decimals ?? 6)} ${rule?.unitOfMeasure ?? ''}`.trim();
  return {
    name: `${change.indicatorCode} ${rule?.name ?? ''}, ${unitName}, ${periodText(change.period)}`,
    cells: [
      { heading: importHeadings.value, before: shown(change.before), after: shown(change.value) },
      ...(change.reason === null ? [] : [{ heading: importHeadings.reason, before: null, after: change.reason }]),
    ],
  };
}

export function importRefusalText(refusal: Refusal): string {
  return isOwnRefusal(refusal) ? refusalText(refusal) : 'Không nạp được tệp này.';
}

export const excelText = {
  title: 'Nhập số liệu bằng Excel',
  lead: 'Tải biểu mẫu, điền các ô trắng, rồi nạp lại. Trước khi ghi, hệ thống cho xem những gì sẽ thay đổi và báo lỗi theo từng ô.',
  template: '1. Tải biểu mẫu',
  byUnit: 'Theo đơn vị: mọi chỉ tiêu của một đơn vị',
  byIndicator: 'Theo chỉ tiêu: mọi đơn vị của một chỉ tiêu',
  indicator: 'Chỉ tiêu',
  download: 'Tải biểu mẫu',
  upload: '2. Nạp biểu đã điền',
  fileHint:
    'Nạp toàn bộ hoặc không nạp gì: còn một ô sai thì chưa ghi dòng nào. Nạp lại đúng tệp cũ không thay đổi gì.',
  sheet: 'Số liệu',
  sheetTitle: (what: string) => `Biểu nhập số liệu: ${what}`,
  guide: [
    'Chỉ điền các cột Tử số, Mẫu số, Kết quả, Tính đến ngày, Nguồn số liệu, Lý do đính chính. Ô không có số liệu thì để trống, không ghi 0.',
    'Chỉ tiêu có tử số và mẫu số: điền hai số đó, để trống Kết quả. Ngày ghi theo dạng 30/09/2026; để trống là ngày cuối kỳ.',
  ],
  fileName: 'bieu-nhap-so-lieu',
  partsNote: (numerator: string, denominator: string) => `Tử số: ${numerator}. Mẫu số: ${denominator}.`,
} as const;

/** Headings of the list as a file. */
export const listHeadings = {
  unitCode: 'Mã đơn vị',
  unitName: 'Đơn vị',
  indicatorCode: 'Mã chỉ tiêu',
  indicatorName: 'Chỉ tiêu',
  unitOfMeasure: 'Đơn vị tính',
  period: 'Kỳ báo cáo',
  value: 'Kết quả',
  asOfDate: 'Tính đến ngày',
  stage: 'Tình trạng',
  source: 'Nguồn số liệu',
  sent: 'Gửi lúc',
  known: 'Xác nhận lúc',
} as const;
