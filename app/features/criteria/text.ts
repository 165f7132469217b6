/** What people read about criteria sets. */
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { RuleProblem, SetFault } from './adding-up.ts';
import type { Criterion, CriterionKind, ScoringWay } from './criterion.ts';
import type { CriterionField, CriterionRefusal, FieldProblem } from './criterion-form.ts';
import { FIRST_STEP } from './criterion-fields.ts';
import type { BeginField, BeginProblem } from './begin-form.ts';
import type { BeginRefusal } from './drafting.server.ts';
import type { HeadField, HeadProblem, HeadRefusal } from './head-form.ts';
import { TIE_NAMES } from './head-form.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { ListedSet } from './list.server.ts';
import type { SetMove, SetReview, SetStage } from './procedure.ts';
import type { PaperWrong, PublishRefusal } from './publishing.server.ts';
import type { ReadyName } from './ready.ts';
import { ruleText } from './rule.text.ts';
import type { TieRule } from './tie.ts';

export const setStageText: Readonly<Record<SetStage, string>> = {
  draft: 'Dự thảo',
  published: 'Đã ban hành',
  superseded: 'Đã có bản thay thế',
  withdrawn: 'Đã bỏ',
};
export const setMoveText: Readonly<Record<SetMove, string>> = {
  change: 'Sửa',
  publish: 'Ban hành',
  withdraw: 'Bỏ dự thảo',
  replace: 'Lập bản thay thế',
};
export const reviewText: Readonly<Record<SetReview, string>> = {
  yearly: 'Hằng năm',
  mid_term: 'Sơ kết',
  final: 'Tổng kết',
};
export const kindText: Readonly<Record<CriterionKind, string>> = {
  group: 'Nhóm tiêu chí',
  criterion: 'Tiêu chí',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
};
export const wayText: Readonly<Record<ScoringWay, string>> = {
  data: 'Tính từ số liệu',
  hand: 'Đơn vị tự chấm, có thẩm định',
  expert: 'Cơ quan phụ trách lĩnh vực chấm',
};
export const readyText: Readonly<Record<ReadyName, string>> = {
  department: 'Bản gợi ý: sở, ban, ngành',
  'party-and-mass': 'Bản gợi ý: cơ quan Đảng, Mặt trận, đoàn thể',
  commune: 'Bản gợi ý: xã, phường',
  'themed-year': 'Bản gợi ý: phong trào chuyên đề, đánh giá hằng năm',
  'themed-review': 'Bản gợi ý: phong trào chuyên đề, sơ kết hoặc tổng kết',
};

export const setsText = {
  title: 'Bộ tiêu chí chấm điểm',
  lead: 'Mỗi khối, cụm một bộ tiêu chí cho một năm; phong trào chuyên đề có bộ riêng. Bộ đã ban hành không sửa; muốn đổi thì lập bản thay thế và nêu lý do.',
  caption: 'Các bộ tiêu chí',
  name: 'Bộ tiêu chí',
  of: 'Khối, cụm, phong trào',
  year: 'Năm',
  stage: 'Tình trạng',
  edition: 'Bản',
  editionOf: (edition: number) => `Bản ${edition}`,
  criteria: 'Số tiêu chí',
  points: 'Tổng điểm',
  paper: 'Văn bản',
  paperOf: (number: string, date: string) => `${number}, ${dateText(date)}`,
  everyBlock: 'Mọi khối, cụm',
  everyStage: 'Mọi tình trạng',
  block: 'Khối, cụm',
  emptyWhat: 'Các bộ tiêu chí chấm điểm sẽ hiện ở đây.',
  emptyWhy: 'Chưa có bộ nào được ban hành trong phạm vi đang xem.',
  emptyFirst: 'Sở Nội vụ lập bộ tiêu chí cho từng khối, cụm trước khi năm bắt đầu.',
  begin: 'Lập bộ tiêu chí',
  beginLead:
    'Lập mới, lấy từ bản gợi ý, hoặc chép từ một bộ đã có. Bộ vừa lập là dự thảo, chỉ người tổ chức chấm điểm xem được.',
  beginVerb: 'Lập dự thảo',
  forWhat: 'Dùng cho',
  forHint:
    'Chọn khối, cụm; hoặc chọn phong trào chuyên đề và lần xếp hạng. Chọn cả hai khi chỉ xếp hạng trong một khối.',
  movement: 'Phong trào chuyên đề',
  noMovement: 'Không, chấm hằng năm',
  noBlock: 'Không theo khối, cụm',
  review: 'Lần xếp hạng của phong trào',
  noReview: 'Không áp dụng',
  titleField: 'Tên bộ tiêu chí',
  from: 'Lấy nội dung từ',
  fromEmpty: 'Không, bắt đầu từ bộ trống',
  fromReady: 'Bản gợi ý của hệ thống',
  fromSets: 'Bộ đã có',
  fromSet: ({ year, blockName, movementTitle, edition }: ListedSet) =>
    [`Năm ${year}`, blockName, movementTitle, ...(edition > 1 ? [`bản ${edition}`] : [])].filter(Boolean).join(', '),
  saved: {
    begin: 'Đã lập dự thảo.',
    criterion: 'Đã ghi tiêu chí.',
    remove: 'Đã bỏ tiêu chí khỏi dự thảo.',
    move: 'Đã đổi thứ tự.',
    head: 'Đã ghi thông tin chung.',
    publish: 'Đã ban hành. Các đơn vị trong khối, cụm đã được báo.',
    withdraw: 'Đã bỏ dự thảo.',
    replace: 'Đã lập bản thay thế. Bản hiện hành vẫn có hiệu lực đến khi bản này được ban hành.',
  } as Readonly<Record<string, string>>,
  proposal:
    'Đây là bản gợi ý của hệ thống, tỉnh chưa xác nhận. Hãy xem lại từng tiêu chí, điểm và cơ quan chấm trước khi ban hành.',
  source: 'Nguồn',
  basedOn: 'Chép từ',
  reason: 'Lý do thay thế',
  lateReason: 'Lý do ban hành sau khi năm đã bắt đầu',
  inForce: 'Ban hành theo',
  sum: (points: number) => `tổng ${pointsText(points)} điểm`,
  bonusCap: 'Điểm thưởng tối đa',
  penaltyCap: 'Điểm trừ tối đa',
  capFree: 'bằng tổng các mục',
  ties: 'Khi bằng điểm',
  tiesNone: 'Chưa quy định; các đơn vị bằng điểm xếp cùng thứ hạng.',
  faults: (n: number) => `Còn ${n} chỗ cần sửa trước khi ban hành`,
  faultsLead: 'Mỗi chỗ được ghi ngay dưới tiêu chí của nó.',
  code: 'Mã',
  content: 'Nội dung',
  max: 'Điểm',
  how: 'Cách chấm',
  deeds: 'Việc',
  edit: 'Sửa',
  remove: 'Bỏ',
  up: 'Lên',
  down: 'Xuống',
  namedDeed: (deed: string, code: string) => `${deed} ${code}`,
  add: 'Thêm tiêu chí, nhóm',
  addUnder: 'Thêm vào nhóm',
  settings: 'Sửa thông tin chung',
  treeEmpty: 'Chưa có tiêu chí nào. Hãy thêm nhóm tiêu chí đầu tiên, hoặc nạp cả bộ từ tệp Excel.',
  evidence: 'Cần minh chứng',
  byBody: (name: string) => `${name} chấm`,
  noBody: 'Chưa chọn cơ quan chấm',
  editions: 'Các bản',
  compare: 'So với bộ khác',
  waits: 'Bản thay thế đang soạn',
  print: 'In, tải về',
  word: 'Word',
  pdf: 'PDF',
  excel: 'Excel',
  upload: 'Nạp từ Excel',
  back: 'Quay lại',
  openThere: 'Mở bộ đã có',
  publish: 'Ban hành',
  replace: 'Lập bản thay thế',
  withdraw: 'Bỏ dự thảo',
  basedOnSet: 'bộ tiêu chí này',
  treeCaption: 'Các nhóm, tiêu chí, điểm thưởng, điểm trừ',
  treeWhat: 'Các tiêu chí của bộ này sẽ hiện ở đây.',
  inside: (n: number) => `Gồm ${n} mục`,
  addShort: 'Thêm',
  arrow: { up: '↑', down: '↓' },
} as const;

export const publishText = {
  title: 'Ban hành bộ tiêu chí',
  lead: 'Sau khi ban hành, bộ tiêu chí không sửa được nữa; mọi người đăng nhập đều xem được và các đơn vị trong khối, cụm được báo.',
  number: 'Số, ký hiệu văn bản ban hành',
  numberHint: 'Ví dụ 12/HD-HĐTĐKT',
  date: 'Ngày văn bản',
  verb: 'Ban hành',
  late: (year: number) =>
    `Năm ${year} đã bắt đầu. Tiêu chí cần được biết trước năm chấm điểm; ban hành lúc này thì phải nêu lý do, và lý do được ghi lại cùng bộ tiêu chí.`,
  reason: 'Lý do ban hành muộn',
  faulty: 'Chưa ban hành được vì bộ tiêu chí còn chỗ phải sửa.',
  replaces: (edition: number) => `Bản này thay bản ${edition} đang có hiệu lực.`,
} as const;

export const withdrawText = {
  title: 'Bỏ dự thảo',
  what: 'Dự thảo này sẽ được đánh dấu là đã bỏ và không ban hành được nữa. Bản đang có hiệu lực (nếu có) không bị ảnh hưởng.',
  reason: 'Lý do',
} as const;

export const replaceText = {
  title: 'Lập bản thay thế',
  lead: 'Bản mới bắt đầu như bản đang có hiệu lực. Bản đang có hiệu lực vẫn dùng cho đến khi bản mới được ban hành.',
  reason: 'Lý do thay thế',
  verb: 'Lập bản thay thế',
} as const;

/** As a select names it. */
export function tieText(rule: TieRule, criteria: readonly Criterion[]): string {
  switch (rule.kind) {
    case 'points': {
      const title = criteria.find(({ code }) => code === rule.code)?.title;
      return `Nhiều điểm hơn ở mục ${rule.code}${title === undefined ? '' : ` (${title})`}`;
    }
    case 'fewer_penalties':
      return 'Ít điểm trừ hơn';
    case 'less_bonus':
      return 'Ít điểm thưởng hơn';
  }
}

/** How one criterion is scored, in a cell. */
export function howText(one: Criterion, names: Names): string {
  switch (one.way) {
    case null:
      return '';
    case 'data':
      return one.rule === null
        ? wayText.data
        : `${wayText.data}. ${ruleText(one.rule, one.max, names.indicators[one.rule.measure.indicator ?? ''])}`;
    case 'expert':
      return one.expertUnitId === null ? setsText.noBody : setsText.byBody(names.bodies[one.expertUnitId] ?? '');
    case 'hand':
      return one.needsEvidence ? `${wayText.hand}. ${setsText.evidence}.` : wayText.hand;
  }
}
/** Names of indicators by code, of bodies in charge by id. */
export type Names = {
  readonly indicators: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, string>>;
};

const ruleProblemText: Readonly<Record<RuleProblem, string>> = {
  indicator_missing: 'Cần chọn chỉ tiêu.',
  indicator_not_asked: 'Số liệu này không gắn với một chỉ tiêu.',
  from_not_below_full: 'Ngưỡng đạt điểm tối đa phải cao hơn ngưỡng dưới.',
  no_steps: 'Cần ít nhất một nấc.',
  steps_not_rising: 'Các nấc phải xếp tăng dần, cả ngưỡng và điểm.',
  step_above_max: 'Điểm của một nấc cao hơn điểm tối đa của tiêu chí.',
  each_of_share: 'Cộng điểm cho mỗi việc không dùng được với số liệu là tỷ lệ. Hãy chọn cách tính khác.',
  each_nothing: 'Điểm cho mỗi việc phải lớn hơn 0.',
};

export function faultText(fault: SetFault): string {
  switch (fault.kind) {
    case 'no_criteria':
      return 'Bộ tiêu chí chưa có tiêu chí nào.';
    case 'code_twice':
      return `Mã ${fault.code} dùng cho hơn một mục.`;
    case 'parent_unknown':
      return `Nhóm ${fault.parent} không có trong bộ tiêu chí.`;
    case 'parent_not_group':
      return `Mục ${fault.parent} không phải là nhóm nên không chứa tiêu chí được.`;
    case 'group_empty':
      return 'Nhóm chưa có tiêu chí nào.';
    case 'does_not_add_up':
      return `Các mục bên trong cộng lại ${pointsText(fault.sum)} điểm, nhóm ghi ${pointsText(fault.max)} điểm.`;
    case 'no_points':
      return 'Điểm tối đa phải lớn hơn 0.';
    case 'rule_missing':
      return 'Chưa chọn số liệu và cách tính điểm.';
    case 'expert_missing':
      return 'Chưa chọn cơ quan chấm.';
    case 'rule_wrong':
      return ruleProblemText[fault.problem];
    case 'years_not_reviewed':
      return 'Kết quả đánh giá hằng năm của phong trào chỉ dùng trong bộ tiêu chí sơ kết hoặc tổng kết phong trào. Hãy chọn số liệu khác.';
  }
}

export const fieldText: Readonly<Record<CriterionField, string>> = {
  code: 'Mã',
  parent: 'Thuộc nhóm',
  kind: 'Loại mục',
  title: 'Nội dung',
  guidance: 'Hướng dẫn chấm',
  max: 'Điểm tối đa',
  way: 'Cách chấm',
  measure: 'Số liệu dùng để chấm',
  indicator: 'Chỉ tiêu',
  rule: 'Cách tính điểm',
  from: 'Ngưỡng dưới',
  full: 'Ngưỡng đạt điểm tối đa',
  steps: 'Các nấc',
  each: 'Điểm cho mỗi việc',
  expert: 'Cơ quan chấm',
  evidence: 'Cần kèm minh chứng',
};
export const headText: Readonly<Record<HeadField, string>> = {
  title: 'Tên bộ tiêu chí',
  source: 'Nguồn, căn cứ',
  bonusCap: 'Tổng điểm thưởng tối đa',
  penaltyCap: 'Tổng điểm trừ tối đa',
  tie: 'Khi bằng điểm, xét',
};

export const criterionText = {
  add: 'Thêm mục vào bộ tiêu chí',
  edit: (code: string) => `Sửa mục ${code}`,
  what: 'Mục này là gì',
  noParent: 'Không, đứng ở cấp ngoài cùng',
  codeHint: 'Như in trên văn bản: I, I.2, I.2.1. Giữ nguyên qua các năm thì mới so sánh được.',
  maxHint: 'Ví dụ 12,5. Với nhóm: tổng điểm của các mục bên trong. Với điểm thưởng, điểm trừ: mức cao nhất.',
  wayHint: 'Để trống khi là nhóm. Điểm thưởng, điểm trừ để trống là chấm bằng tay.',
  dataLegend: 'Nếu tính từ số liệu',
  dataHint: 'Điểm do hệ thống tính từ số liệu đã duyệt, không ai nhập tay.',
  thresholdHint: 'Số phần trăm với số liệu là tỷ lệ, ví dụ 50; số đếm với số liệu đếm được.',
  step: (n: number) => `Nấc ${n}: từ`,
  stepPoints: (n: number) => `Nấc ${n}: số điểm`,
  expertLegend: 'Nếu cơ quan phụ trách lĩnh vực chấm',
  handLegend: 'Nếu đơn vị tự chấm',
  save: 'Ghi',
  removeTitle: (code: string) => `Bỏ mục ${code}`,
  removeWhat: 'Bỏ khỏi dự thảo mục này và mọi mục bên trong. Các bản đã ban hành không thay đổi.',
  removeVerb: 'Bỏ khỏi dự thảo',
  item: ({ code, title, max }: Criterion) => `${code}. ${title} (${pointsText(max)} điểm)`,
  settings: 'Thông tin chung của bộ tiêu chí',
  capHint: 'Để trống: bằng tổng mức cao nhất của các mục.',
  tieHint: 'Xét lần lượt từ trên xuống. Quy tắc phải ban hành cùng bộ tiêu chí, trước khi chấm.',
  tiePlace: (n: number) => `Xét thứ ${n}`,
  tieBlank: 'Không',
  indicatorHint: 'Chỉ chọn khi số liệu là mức thực hiện một chỉ tiêu.',
  tieLost: (rule: string) => `Quy tắc khi bằng điểm: ${rule}`,
} as const;

/** The name of the control of a field. */
function controlOf(field: CriterionField | HeadField): string {
  if (field === 'steps') return FIRST_STEP.from;
  return field === 'tie' ? (TIE_NAMES[0] ?? field) : field;
}

export function fieldProblemText(problem: FieldProblem | HeadProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa ghi.';
    case 'not_a_number':
      return `“${problem.text}” không phải là số. Ví dụ: 12,5`;
    case 'too_fine':
      return 'Điểm lấy tối đa hai chữ số sau dấu phẩy.';
    case 'below_zero':
      return 'Không nhận số âm.';
    case 'too_long':
      return `Dài quá ${problem.limit} ký tự.`;
    case 'too_much':
      return `Nhiều nhất là ${pointsText(problem.limit)} điểm.`;
    case 'code_odd':
      return 'Mã gồm chữ, số, nối nhau bằng dấu chấm hoặc gạch ngang, ví dụ I.2.1.';
    case 'code_taken':
      return 'Mã này đã dùng cho mục khác.';
    case 'not_among':
      return 'Hãy chọn trong danh sách.';
    case 'indicator_unknown':
      return 'Không có chỉ tiêu này.';
    case 'body_unknown':
      return 'Không có cơ quan này, hoặc cơ quan không còn hoạt động.';
    case 'parent_unknown':
      return 'Không có nhóm này, hoặc mục không thể nằm trong chính nó.';
    case 'tie_twice':
      return 'Một quy tắc được chọn hai lần.';
    case 'rule':
      return ruleProblemText[problem.problem];
  }
}

const paperProblemText: Readonly<Record<PaperWrong['problems'][number]['problem'], string>> = {
  missing: 'Chưa ghi.',
  too_long: 'Dài quá 100 ký tự.',
  not_a_day: 'Ngày chưa đúng.',
  to_come: 'Ngày văn bản không được sau hôm nay.',
};

export type ShownProblem = { readonly field: string; readonly label: string; readonly message: string };
export type SetRefusal = KernelRefusal | BeginRefusal | PublishRefusal | CriterionRefusal | HeadRefusal;

/** Each at its field; what is of no field stands under an empty name. */
export function setProblems(refusal: SetRefusal): readonly ShownProblem[] {
  switch (refusal.kind) {
    case 'criterion_wrong':
      return refusal.wrong.map(({ field, problem }) => ({
        field: controlOf(field),
        label: fieldText[field],
        message: fieldProblemText(problem),
      }));
    case 'head_wrong':
      return refusal.wrong.map(({ field, problem }) => ({
        field: controlOf(field),
        label: headText[field],
        message: fieldProblemText(problem),
      }));
    case 'paper_wrong':
      return refusal.problems.map(({ field, problem }) => ({
        field,
        label: publishText[field],
        message: paperProblemText[problem],
      }));
    case 'set_faulty':
      return [{ field: '', label: '', message: publishText.faulty }];
    case 'set_there_already':
      return [
        {
          field: 'block',
          label: setsText.forWhat,
          message:
            'Đã có dự thảo hoặc bộ tiêu chí đang có hiệu lực cho khối, cụm (phong trào) và năm này. Mở bộ đó để sửa hoặc lập bản thay thế.',
        },
      ];
    case 'begin_wrong':
      return refusal.wrong.map(({ field, problem }) => ({
        field,
        label: beginFieldText[field],
        message: beginProblemText[problem],
      }));
    case 'needs':
      return [{ field: 'reason', label: withdrawText.reason, message: kernelRefusal(refusal) }];
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'lost_race':
      return [{ field: '', label: '', message: kernelRefusal(refusal) }];
  }
}

const beginFieldText = {
  block: setsText.forWhat,
  review: setsText.review,
  year: setsText.year,
  title: setsText.titleField,
} as const satisfies Readonly<Record<BeginField, string>>;
const beginProblemText: Readonly<Record<BeginProblem, string>> = {
  missing: 'Chưa ghi.',
  nothing_judged: 'Hãy chọn khối, cụm hoặc phong trào.',
  review_missing: 'Hãy chọn lần xếp hạng của phong trào.',
  review_not_asked: 'Lần xếp hạng chỉ dùng cho phong trào chuyên đề.',
  not_a_year: 'Năm từ 2000 đến 2100.',
  too_long: 'Dài quá 500 ký tự.',
  not_there: 'Không còn khối, cụm hoặc phong trào này.',
};
