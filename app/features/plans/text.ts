/** What people read about plans. */
import { isPlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { dateText } from '../../ui/moment.ts';
import { roleText } from '../actuals/text.ts';
import { secretText } from '../pledges/text.ts';
import type { NotTheirs, SecretPlan } from './drafting.server.ts';
import type { PlanIncomplete } from './moving.server.ts';
import type { PaperWrong, PlanField, PlanProblem, PlanStage, PlanWrong } from './plan.ts';
import type { PlanMove } from './procedure.ts';
import type { ProgressField, ProgressProblem, ProgressWrong } from './progress.ts';
import type { MilestoneState, PlanStanding, TaskState } from './standing.ts';
import { behindPoints, nearDays } from './standing.ts';
import { partName } from './task-form.ts';
import type {
  MilestoneField,
  PlanFault,
  TaskField,
  TaskList,
  TaskPart,
  TaskProblem,
  TaskWrong,
  TypedMilestone,
  TypedTask,
} from './task.ts';
import { isFilled, taskFields } from './task.ts';
import type { WeightProblem, WeightsWrong } from './weights.ts';
import type { Attention } from './attention.ts';

export const planStageText: Readonly<Record<PlanStage, string>> = {
  draft: 'Bản nháp',
  submitted: 'Chờ phê duyệt',
  approved: 'Đã phê duyệt',
  returned: 'Bị trả lại',
  withdrawn: 'Đã bỏ',
};

export const planMoveText: Readonly<Record<PlanMove, string>> = {
  change: 'Sửa',
  submit: 'Trình thủ trưởng',
  recall: 'Lấy lại để sửa',
  withdraw: 'Bỏ kế hoạch',
  approve: 'Phê duyệt',
  return: 'Trả lại',
  attach: 'Đính kèm',
  report: 'Cập nhật tiến độ',
  revise: 'Lập bản điều chỉnh',
};

const doneText: Readonly<Record<PlanMove, string>> = {
  change: 'Đã lưu nháp. Kế hoạch chưa được trình.',
  submit: 'Đã trình thủ trưởng phê duyệt.',
  recall: 'Đã lấy lại. Kế hoạch là bản nháp.',
  withdraw: 'Đã bỏ kế hoạch.',
  approve: 'Đã phê duyệt kế hoạch.',
  return: 'Đã trả lại kế hoạch.',
  attach: 'Đã đính kèm văn bản.',
  report: 'Đã cập nhật tiến độ.',
  revise: 'Đã lập bản điều chỉnh. Bản đã phê duyệt vẫn có hiệu lực cho đến khi bản này được phê duyệt.',
};

export const planFieldText: Readonly<Record<PlanField, string>> = {
  title: 'Tên kế hoạch',
  objectives: 'Mục tiêu',
  firstDay: 'Từ ngày',
  lastDay: 'Đến ngày',
};

export const taskFieldText: Readonly<Record<TaskField, string>> = {
  title: 'Nhiệm vụ',
  product: 'Sản phẩm',
  leadUnit: 'Đơn vị chủ trì',
  lead: 'Bộ phận chủ trì',
  owner: 'Người phụ trách',
  joins: 'Phối hợp khác',
  weight: 'Trọng số',
  startsOn: 'Bắt đầu',
  dueOn: 'Hoàn thành',
};

export const taskListText: Readonly<Record<TaskList, string>> = {
  joinUnits: 'Đơn vị phối hợp',
  criteria: 'Nội dung thi đua của đề án',
};

export const milestoneFieldText: Readonly<Record<MilestoneField, string>> = {
  title: 'Tên mốc',
  dueOn: 'Hạn',
  product: 'Sản phẩm của mốc',
};

export const progressFieldText: Readonly<Record<ProgressField, string>> = {
  percent: 'Đã hoàn thành',
  asOf: 'Tính đến ngày',
  note: 'Kết quả, vướng mắc',
};

export const taskStateText: Readonly<Record<TaskState, string>> = {
  done: 'Hoàn thành',
  late: 'Quá hạn',
  behind: 'Có nguy cơ chậm',
  running: 'Đang thực hiện',
  to_come: 'Chưa đến kỳ',
};

export const milestoneStateText: Readonly<Record<MilestoneState, string>> = {
  reached: 'Đã đạt',
  late: 'Quá hạn',
  near: 'Sắp đến hạn',
  to_come: 'Chưa đến hạn',
};

export const attentionText: Readonly<Record<Attention, string>> = {
  late: 'Quá hạn',
  behind: 'Có nguy cơ chậm',
  near: 'Sắp đến hạn',
};

const dayExample = 'Nhập ngày, tháng, năm, ví dụ 30/09/2026.';

export function planProblemText(field: PlanField, problem: PlanProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `Chưa nhập. ${missingExample[field]}`;
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'not_a_day':
      return `Chưa phải một ngày có thật. ${dayExample}`;
    case 'backwards':
      return 'Ngày kết thúc trước ngày bắt đầu. Chọn lại một trong hai ngày.';
  }
}

const missingExample: Readonly<Record<PlanField, string>> = {
  title: 'Ví dụ: Kế hoạch thực hiện phong trào thi đua năm 2026.',
  objectives: 'Viết mục tiêu của kế hoạch; mỗi mục tiêu một dòng.',
  firstDay: dayExample,
  lastDay: dayExample,
};

export function taskProblemText(problem: TaskProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa nhập.';
    case 'nobody_leads':
      return 'Chưa có ai chủ trì. Chọn một đơn vị, hoặc ghi bộ phận chủ trì ở ô dưới.';
    case 'unknown':
      return `Không có “${problem.text}” trong danh sách. Chọn lại.`;
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'not_a_day':
      return `Chưa phải một ngày có thật. ${dayExample}`;
    case 'backwards':
      return 'Ngày hoàn thành trước ngày bắt đầu. Chọn lại một trong hai ngày.';
    case 'outside_plan':
      return `Nằm ngoài thời gian của kế hoạch (từ ${dateText(problem.firstDay)} đến ${dateText(problem.lastDay)}).`;
    case 'outside_task':
      return `Mốc phải nằm trong thời gian của nhiệm vụ, từ ${dateText(problem.firstDay)} đến ${dateText(problem.lastDay)}.`;
    case 'not_a_weight':
      return 'Nhập một số lớn hơn 0, không quá 100, tối đa hai chữ số thập phân, ví dụ 12,5; hoặc để trống.';
  }
}

const paperProblemText: Readonly<Record<PaperWrong['problems'][number]['problem'], string>> = {
  missing: 'Chưa nhập. Kế hoạch được phê duyệt phải có số, ký hiệu và ngày của văn bản đã ký.',
  not_a_day: `Chưa phải một ngày có thật. ${dayExample}`,
  to_come: 'Ngày ký chưa đến. Nhập ngày ghi trên văn bản đã ký.',
  too_long: 'Dài quá. Viết tối đa 100 ký tự.',
};

const progressProblemText: Readonly<Record<ProgressProblem, string>> = {
  missing: 'Chưa nhập.',
  not_a_percent: 'Nhập số nguyên từ 0 đến 100, ví dụ 60.',
  not_whole: 'Với một mốc chỉ nhập 100 (đã đạt) hoặc 0 (chưa đạt).',
  not_a_day: `Chưa phải một ngày có thật. ${dayExample}`,
  to_come: 'Ngày chưa đến. Tiến độ chỉ tính đến hôm nay.',
  too_long: 'Dài quá. Viết tối đa 2.000 ký tự.',
};

export function planFaultText(fault: PlanFault): string {
  switch (fault.kind) {
    case 'no_task':
      return 'Kế hoạch chưa có nhiệm vụ nào. Thêm ít nhất một nhiệm vụ.';
    case 'weights_missing':
      return `Có nhiệm vụ có trọng số, có nhiệm vụ không: ${fault.tasks.join('; ')}. Ghi trọng số cho mọi nhiệm vụ hoặc bỏ hết.`;
    case 'weights_not_whole':
      return `Trọng số các nhiệm vụ cộng lại là ${formatVietnamese(fault.total)}, phải bằng 100.`;
    case 'task_outside':
      return `Nhiệm vụ “${fault.task}” nằm ngoài thời gian của kế hoạch.`;
    case 'milestone_outside':
      return `Mốc “${fault.milestone}” nằm ngoài thời gian của nhiệm vụ “${fault.task}”.`;
  }
}

export type AnyPlanRefusal =
  | ProcedureRefusal
  | PlanWrong
  | PaperWrong
  | TaskWrong
  | ProgressWrong
  | PlanIncomplete
  | NotThere
  | LostRace
  | SecretPlan
  | NotTheirs
  | WeightsWrong
  | { readonly kind: 'plan_replaced' };

function refusalText(refusal: AnyPlanRefusal): string {
  switch (refusal.kind) {
    case 'not_there':
      return 'Không tìm thấy nội dung này. Có thể địa chỉ sai hoặc ông/bà không được xem.';
    case 'lost_race':
      return 'Người khác vừa sửa. Xem nội dung mới nhất trên trang này rồi làm lại.';
    case 'secret_plan':
      return secretText;
    case 'not_lead':
      return 'Kế hoạch của đề án do cơ quan chủ trì lập. Đơn vị này không chủ trì đề án đã chọn.';
    case 'not_in_scope':
      return 'Đơn vị không thuộc phạm vi phong trào đã chọn, hoặc phong trào không còn thực hiện.';
    case 'plan_wrong':
    case 'paper_wrong':
    case 'task_wrong':
    case 'progress_wrong':
    case 'weights_wrong':
      return 'Chưa hợp lệ. Xem từng ô bên dưới.';
    case 'plan_incomplete':
      return refusal.faults.map(planFaultText).join(' ');
    case 'plan_replaced':
      return 'Kế hoạch này đã được thay bằng bản điều chỉnh. Cập nhật tiến độ ở bản mới nhất.';
    case 'wrong_stage':
      return `Kế hoạch đang ở bước “${planStageText[refusal.stage as PlanStage]}” nên chưa làm được việc này.`;
    case 'not_yours':
      return `Việc này do ${refusal.by.map((role) => roleText[role].toLocaleLowerCase('vi')).join(', ')} thực hiện. Liên hệ người quản trị nếu ông/bà được giao việc này.`;
    case 'four_eyes':
      return 'Ông/bà là người đã trình kế hoạch này nên không được tự phê duyệt hoặc trả lại.';
    case 'needs':
      return 'Chưa ghi lý do. Viết ngắn gọn.';
    case 'not_scoped':
      return 'Khóa API này không có quyền thực hiện việc đó.';
  }
}

export type PlanProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands on the form after a refusal, at its fields where it has any. */
export function planProblems(refusal: Refusal): readonly PlanProblemShown[] {
  const known = refusal as AnyPlanRefusal | IntakeRefusal;
  if (isIntakeRefusal(known)) return [{ field: 'tep-moi', label: plansText.file, message: intakeText(known) }];
  return atFields(known) ?? [{ message: refusalText(known) }];
}

function atFields(known: AnyPlanRefusal): readonly PlanProblemShown[] | undefined {
  if (known.kind === 'plan_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: planFieldText[field],
      message: planProblemText(field, problem),
    }));
  if (known.kind === 'task_wrong')
    return known.problems.map((wrong) => ({
      field: partName(wrong),
      label: taskPartText(wrong),
      message: taskProblemText(wrong.problem),
    }));
  if (known.kind === 'paper_wrong')
    return known.problems.map(({ field, problem }) => ({
      field: field === 'number' ? 'so-hieu' : 'ngay-ky',
      label: field === 'number' ? plansText.paperNumber : plansText.paperDate,
      message: paperProblemText[problem],
    }));
  if (known.kind === 'progress_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: progressFieldText[field],
      message: progressProblemText[problem],
    }));
  if (known.kind === 'weights_wrong')
    return known.problems.map(({ taskId, problem }) => ({
      field: weightName(taskId),
      label: plansText.weight,
      message: weightProblemText(problem),
    }));
  if (known.kind === 'plan_incomplete') return known.faults.map((fault) => ({ message: planFaultText(fault) }));
  return known.kind === 'needs'
    ? [{ field: 'ly-do', label: plansText.reason, message: refusalText(known) }]
    : undefined;
}

/** The field of one task among the weights. */
export function weightName(taskId: string): string {
  return `trong-so-${taskId}`;
}

function weightProblemText(problem: WeightProblem): string {
  if (problem === 'not_a_weight') return taskProblemText({ kind: 'not_a_weight' });
  if (problem === 'missing') return 'Chưa nhập. Ghi trọng số cho mọi nhiệm vụ hoặc bỏ trống tất cả.';
  return `Các trọng số cộng lại là ${formatVietnamese(problem.total)}, phải bằng 100.`;
}

/** A milestone's row by its number, as a person counts. */
function taskPartText({ field, milestone }: TaskPart): string {
  if (milestone === undefined) return { ...taskFieldText, ...taskListText }[field as TaskField | TaskList];
  return `${plansText.milestoneRow(milestone + 1)}, ${milestoneFieldText[field as MilestoneField].toLocaleLowerCase('vi')}`;
}

export function standingText({ percent, lateMilestones, nearMilestones, lateTasks }: PlanStanding): string {
  const parts = [
    `Hoàn thành ${formatVietnamese(percent)}%`,
    ...(lateTasks > 0 ? [`${formatVietnamese(lateTasks)} nhiệm vụ quá hạn`] : []),
    ...(lateMilestones > 0 ? [`${formatVietnamese(lateMilestones)} mốc quá hạn`] : []),
    ...(nearMilestones > 0 ? [`${formatVietnamese(nearMilestones)} mốc sắp đến hạn`] : []),
  ];
  return parts.join(' · ');
}

/** What is not approved has none. */
export function progressWords({ stage, standing }: { readonly stage: PlanStage; readonly standing: PlanStanding }) {
  return stage === 'approved' ? standingText(standing) : null;
}

/** A line that needs looking at, as a list names it. */
export function lineName({ kind, title }: { readonly kind: 'task' | 'milestone'; readonly title: string }): string {
  return kind === 'milestone' ? plansText.milestone(title) : plansText.ofTask(title);
}

export const plansText = {
  title: 'Kế hoạch',
  lead: 'Kế hoạch của cơ quan chủ trì theo đề án và của các đơn vị theo phong trào.',
  new: 'Lập kế hoạch',
  newTitle: 'Lập kế hoạch mới',
  newLead: 'Sau khi lưu nháp, thêm nhiệm vụ, mốc và sản phẩm rồi trình thủ trưởng phê duyệt.',
  editTitle: 'Sửa thông tin chung của kế hoạch',
  unit: 'Đơn vị',
  about: 'Thực hiện',
  aboutHint: 'Đề án do đơn vị chủ trì, hoặc phong trào mà đơn vị thuộc phạm vi.',
  schemes: 'Đề án',
  movements: 'Phong trào',
  chooseAbout: 'Chưa chọn. Chọn một đề án hoặc phong trào.',
  stage: 'Tình trạng',
  every: 'Tất cả',
  caption: 'Danh sách kế hoạch',
  name: 'Kế hoạch',
  days: 'Thời gian',
  daysOf: (firstDay: string, lastDay: string) => `${dateText(firstDay)} – ${dateText(lastDay)}`,
  progress: 'Tiến độ',
  emptyWhat: 'Chưa có kế hoạch nào',
  emptyWhy:
    'Kế hoạch hiện ở đây sau khi được phê duyệt. Kế hoạch chưa phê duyệt chỉ đơn vị lập và cơ quan thẩm định thấy.',
  noUnit: 'Ông/bà chưa lập được kế hoạch nào',
  noUnitWhy:
    'Chuyên viên đầu mối và thủ trưởng lập kế hoạch cho đơn vị thuộc phạm vi phong trào hoặc chủ trì đề án. Liên hệ người quản trị để được phân vai trò.',
  secretNote: 'Không lập kế hoạch trên hệ thống',
  objectives: 'Mục tiêu',
  save: 'Lưu nháp',
  saveChange: 'Lưu thay đổi',
  cancel: 'Quay lại kế hoạch',
  saved: (deed: PlanMove) => doneText[deed],
  taskSaved: 'Đã lưu nhiệm vụ.',
  taskRemoved: 'Đã bỏ nhiệm vụ.',
  returned: 'Bị trả lại',
  reason: 'Lý do',
  returnReason: 'Lý do trả lại',
  superseded: 'Kế hoạch này đã được thay bằng bản điều chỉnh mới hơn. Đây là bản cũ, giữ để tra cứu.',
  document: 'Văn bản',
  documentOf: (number: string, date: string) => `Số ${number}, ngày ${dateText(date)}`,
  noDocument: 'Chưa phê duyệt',
  edition: 'Bản',
  editionOf: (edition: number) => (edition === 1 ? 'Bản đầu' : `Bản điều chỉnh lần ${edition - 1}`),
  editions: 'Các bản của kế hoạch',
  changeReason: 'Lý do điều chỉnh',
  by: 'Người trình',
  faults: 'Chưa trình được',
  tasks: (count: number) => `Nhiệm vụ (${formatVietnamese(count)})`,
  noTasks: 'Chưa có nhiệm vụ',
  noTasksWhy: 'Mỗi nhiệm vụ có người chủ trì, sản phẩm, ngày bắt đầu và hoàn thành, các mốc tiến độ.',
  addTask: 'Thêm nhiệm vụ',
  timelineTitle: (standing: PlanStanding) => standingText(standing),
  timelineLegend: (firstDay: string, lastDay: string) =>
    `Từ ${dateText(firstDay)} đến ${dateText(lastDay)}. Vạch đứng là hôm nay; phần đậm là tỷ lệ đã hoàn thành; dấu trên thanh là mốc.`,
  rules: `Mặc định của hệ thống, chờ tỉnh xác nhận: “Sắp đến hạn” là còn không quá ${nearDays} ngày; “Có nguy cơ chậm” là kém quá ${behindPoints} điểm phần trăm so với thời gian đã qua. Nhiệm vụ chưa có báo cáo tính là 0%.`,
  behind: 'Bảng nhiệm vụ và mốc',
  task: 'Nhiệm vụ, mốc',
  lead2: 'Chủ trì',
  joins: 'Phối hợp',
  product: 'Sản phẩm',
  weight: 'Trọng số',
  due: 'Hạn',
  done: 'Đã làm',
  state: 'Tình trạng',
  percent: (percent: string | number) => `${formatVietnamese(percent)}%`,
  notReported: 'Chưa báo cáo',
  milestone: (title: string) => `Mốc: ${title}`,
  pledges: 'Chỉ tiêu thi đua trong kế hoạch',
  noPledges: 'Kế hoạch chưa có chỉ tiêu nào được chọn từ các đăng ký của đơn vị.',
  addPledges: 'Chọn chỉ tiêu đã đăng ký',
  toPledges: 'Đăng ký chỉ tiêu mới',
  papers: 'Văn bản đính kèm',
  noPapers: 'Chưa đính kèm văn bản nào.',
  file: 'Tệp',
  signedFile: 'Bản kế hoạch đã ký',
  signedFileHint: 'PDF, Word hoặc ảnh chụp rõ; tối đa 20 MB.',
  attach: 'Đính kèm',
  decide: 'Phê duyệt hoặc trả lại',
  paperNumber: 'Số, ký hiệu văn bản',
  paperNumberHint: 'Ghi đúng như văn bản đã ký, ví dụ 15/KH-UBND.',
  paperDate: 'Ngày ký',
  reviseTitle: 'Điều chỉnh kế hoạch',
  reviseLead: 'Bản đang có hiệu lực được giữ nguyên đến khi bản điều chỉnh được phê duyệt.',
  newTask: 'Thêm nhiệm vụ',
  editTask: 'Sửa nhiệm vụ',
  milestones: 'Các mốc tiến độ',
  milestonesHint:
    'Dòng để trống không được lưu. Xóa hết chữ của một dòng để bỏ mốc đó. Lưu rồi mở lại để có thêm dòng.',
  milestoneRow: (n: number) => `Mốc ${n}`,
  weightHint: 'Phần trăm trong cả kế hoạch. Ghi cho mọi nhiệm vụ (cộng lại bằng 100) hoặc không ghi cho nhiệm vụ nào.',
  leadUnitBlank: 'Không chọn đơn vị',
  leadHint: 'Phòng, ban hoặc vai trò trực tiếp làm; bắt buộc nếu không chọn đơn vị.',
  ownerHint: 'Họ tên và chức vụ của một người chịu trách nhiệm về nhiệm vụ.',
  joinUnits: (count: number) =>
    count === 0 ? 'Chọn đơn vị phối hợp' : `Đơn vị phối hợp (đã chọn ${formatVietnamese(count)})`,
  joinUnitsHint: 'Đơn vị được chọn thấy nhiệm vụ ở “Việc của tôi” và tự cập nhật phần việc của mình.',
  joinsHint: 'Ghi nơi không có trong danh sách trên, ví dụ: các trường học trên địa bàn.',
  criteriaHint: 'Chọn những nội dung mà nhiệm vụ này thực hiện.',
  criterionOf: (code: string, wording: string) => `${code}. ${wording}`,
  productHint: 'Kết quả cụ thể thấy được, ví dụ: 05 mô hình, 01 báo cáo.',
  weightLeft: (others: string) => `Các nhiệm vụ khác cộng lại là ${formatVietnamese(others)}; tất cả phải bằng 100.`,
  owner: 'Người phụ trách',
  partsTitle: 'Phần việc của các đơn vị cùng làm',
  partsLead: 'Do từng đơn vị tự cập nhật, để biết nhau; tiến độ chung do đơn vị lập kế hoạch báo cáo.',
  partUnit: 'Đơn vị',
  partRole: 'Vai trò',
  partLeads: 'Chủ trì',
  partJoins: 'Phối hợp',
  partDone: 'Phần việc đã làm',
  reportFor: 'Báo cáo cho',
  reportWhole: (unit: string) => `${unit}: tiến độ chung`,
  reportPart: (unit: string) => `${unit}: phần việc của đơn vị`,
  goneTitle: 'Nhiệm vụ này vừa bị người khác bỏ',
  goneLead: 'Nội dung đã nhập vẫn còn dưới đây. Lưu để thêm lại thành nhiệm vụ mới.',
  typedTitle: 'Nội dung vừa nhập, chưa được lưu',
  typedLead: 'Chép lại những gì còn cần trước khi rời trang.',
  criteriaTitle: (served: number, all: number) =>
    `Nội dung thi đua của đề án: ${formatVietnamese(served)} trên ${formatVietnamese(all)} đã có nhiệm vụ`,
  criterion: 'Nội dung',
  criterionTasks: 'Nhiệm vụ thực hiện',
  criterionNone: 'Chưa có nhiệm vụ nào',
  criteriaAll: 'Đủ',
  choosePledges: 'Chỉ tiêu thi đua đưa vào kế hoạch',
  choosePledgesHint: 'Chọn trong các đăng ký của đơn vị. Kế hoạch luôn cho thấy tình trạng hiện tại của đăng ký.',
  noChoice: 'Đơn vị chưa có đăng ký nào trong các năm của kế hoạch.',
  replacedPledge: 'đã được thay bằng đăng ký điều chỉnh',
  nonePlanned: 'Chưa có kế hoạch nào được phê duyệt.',
  toAttention: 'Xem nhiệm vụ, mốc quá hạn',
  together: (count: number) => `Cùng làm với đơn vị khác (${formatVietnamese(count)} nhiệm vụ)`,
  weightsTitle: 'Đặt trọng số của các nhiệm vụ',
  addedMeanwhile: 'Nhiệm vụ người khác vừa thêm, trọng số như họ đã lưu.',
  weightsLead: 'Cộng lại phải bằng 100; hoặc để trống tất cả, khi đó các nhiệm vụ như nhau.',
  weightsSaved: 'Đã lưu trọng số.',
  tooEarly: 'Vào ngày đã chọn bản kế hoạch này chưa được phê duyệt',
  tooEarlyWhy: 'Chọn một ngày sau ngày phê duyệt, hoặc xem bản có hiệu lực trước đó trong danh sách kế hoạch.',
  attention: 'Tiến độ',
  attentionTitle: ({ late, behind, near }: Readonly<Record<Attention, number>>) =>
    `Tiến độ kế hoạch: ${formatVietnamese(late)} quá hạn, ${formatVietnamese(behind)} có nguy cơ chậm, ${formatVietnamese(near)} sắp đến hạn`,
  attentionLead: (plans: number) =>
    `Nhiệm vụ và mốc của ${formatVietnamese(plans)} kế hoạch đang có hiệu lực, tự tính theo ngày và báo cáo tiến độ.`,
  attentionCaption: 'Nhiệm vụ và mốc cần chú ý',
  attentionWhat: 'Nhiệm vụ, mốc',
  attentionNone: 'Không có nhiệm vụ hay mốc nào cần chú ý',
  attentionNoneWhy: 'Mọi mốc đến hạn đã đạt và mọi nhiệm vụ theo kịp thời gian, trong phạm vi đang xem.',
  listFile: 'ke-hoach',
  attentionFile: 'tien-do-ke-hoach',
  attentionOn: (day: string) => `Tính đến hết ngày ${dateText(day)}.`,
  ofTask: (title: string) => `Nhiệm vụ: ${title}`,
  byUnit: 'Theo đơn vị',
  byAbout: 'Theo đề án, phong trào',
  groupPlans: 'Kế hoạch',
  groupPercent: 'Hoàn thành bình quân',
  compare: 'So sánh với bản trước',
  compareTitle: (older: string, newer: string) => `${newer} so với ${older.toLocaleLowerCase('vi')}`,
  compareCaption: 'Những gì đã thay đổi giữa hai bản',
  compareSame: 'Hai bản không khác nhau về nội dung',
  compareSameWhy: 'Tên, mục tiêu, thời gian, nhiệm vụ và mốc đều như nhau.',
  compareWith: 'So với bản',
  happening: { created: 'Thêm', changed: 'Đổi', ended: 'Bỏ' },
  happeningHead: 'Việc',
  changedPart: 'Nội dung',
  older: 'Trước',
  newer: 'Sau',
  removeTask: 'Bỏ nhiệm vụ này',
  removeLead: 'Nhiệm vụ và các mốc của nó bị bỏ khỏi bản nháp.',
  reportTitle: 'Cập nhật tiến độ',
  reportLead: 'Lần cập nhật sau không xóa lần trước; lần mới nhất là lần được tính.',
  reportAbout: 'Về',
  reportTask: 'Cả nhiệm vụ',
  percentHint: 'Số nguyên từ 0 đến 100. Với một mốc: 100 là đã đạt, 0 là chưa đạt.',
  evidence: 'Minh chứng',
  report: 'Lưu tiến độ',
  waiting: (task: string) => `Tiến độ: ${task}`,
  history: 'Các lần cập nhật',
  noHistory: 'Chưa có lần cập nhật nào.',
  reportedOf: (what: string, percent: number, asOf: string) => `${what}: ${percent}%, tính đến ${dateText(asOf)}`,
  partOf: (unit: string) => `Phần việc của ${unit}`,
  progressNote: 'Chi tiết các lần cập nhật chỉ đơn vị lập kế hoạch và cơ quan thẩm định, kiểm tra thấy.',
  toApprove: (n: number) => `Phê duyệt ${formatVietnamese(n)} kế hoạch`,
  toApproveNote: 'Kế hoạch đã được chuyên viên đầu mối trình.',
  look: 'Xem',
  open: 'Mở',
  workReturned: (title: string) => `Sửa kế hoạch bị trả lại: ${title}`,
  workDraft: (title: string) => `Trình kế hoạch đang nháp: ${title}`,
  workSubmitted: (title: string) => `Kế hoạch đã trình, chờ phê duyệt: ${title}`,
  workMilestone: (title: string) => `Cập nhật mốc: ${title}`,
  workMilestoneNote: (unit: string, dueOn: string, isLate: boolean) =>
    `${unit} · hạn ${dateText(dueOn)}${isLate ? ', đã quá hạn' : ''}`,
  workJoined: (title: string) => `Cập nhật phần việc cùng làm: ${title}`,
} as const;

type Named = { readonly code: string; readonly name: string };

/** Two versions of a task, part by part, as both are shown after a lost race. */
export function taskVersions(
  { mine, theirs }: { readonly mine: TypedTask; readonly theirs: TypedTask },
  units: readonly Named[],
): readonly { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  const both = (label: string, said: (task: TypedTask) => string) => ({
    label,
    mine: said(mine),
    theirs: said(theirs),
  });
  const unit = (code: string) => units.find((one) => one.code === code)?.name ?? code;
  const worded = (field: TaskField, text: string) => {
    if (field === 'leadUnit') return unit(text);
    return field === 'startsOn' || field === 'dueOn' ? dayOrText(text) : text;
  };
  return [
    ...taskFields.map((field) => both(taskFieldText[field], (task) => worded(field, task[field].trim()))),
    both(taskListText.joinUnits, ({ joinUnits }) => joinUnits.map(unit).join('; ')),
    both(taskListText.criteria, ({ criteria }) => criteria.join('; ')),
    both(plansText.milestones, ({ milestones }) => milestones.filter(isFilled).map(milestoneWords).join('; ')),
  ];
}

function milestoneWords({ title, dueOn, product }: TypedMilestone): string {
  return [title.trim(), dayOrText(dueOn.trim()), product.trim()].filter((text) => text !== '').join(', ');
}

function dayOrText(text: string): string {
  return isPlainDate(text) ? dateText(text) : text;
}
