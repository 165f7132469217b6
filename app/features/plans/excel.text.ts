/** Words of a plan's workbook: headings, guidance, and what is wrong in which cell. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { ChangedCell, Happening, PreviewLine } from '../../platform/imports/import-kind.ts';
import { dateText } from '../../ui/moment.ts';
import type { MilestoneColumn, PlanColumn, PledgeColumn, TaskColumn } from './plan-columns.ts';
import type { PlanContent, PlanField } from './plan.ts';
import { planFields } from './plan.ts';
import type { PlanChange, SheetName, SheetProblem } from './plan-sheet.ts';
import { taskFieldsOf, typedTask } from './task-form.ts';
import type { TaskContent, TypedTask } from './task.ts';
import {
  milestoneFieldText,
  planFieldText,
  planProblemText,
  plansText,
  taskFieldText,
  taskListText,
  taskProblemText,
  taskVersions,
} from './text.ts';

export const planHeadings: Readonly<Record<PlanColumn, string>> = {
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  about: 'Mã nội dung thực hiện',
  aboutName: 'Đề án, phong trào',
  ...planFieldText,
};

export const taskHeadings: Readonly<Record<TaskColumn, string>> = {
  no: 'Số thứ tự nhiệm vụ',
  mark: 'Dấu nhiệm vụ',
  ...taskFieldText,
  title: 'Tên nhiệm vụ',
  product: 'Sản phẩm của nhiệm vụ',
  ...taskListText,
};

export const milestoneHeadings: Readonly<Record<MilestoneColumn, string>> = {
  task: 'Của nhiệm vụ số',
  mark: 'Dấu mốc',
  ...milestoneFieldText,
  dueOn: 'Hạn của mốc',
};

export const pledgeHeadings: Readonly<Record<PledgeColumn, string>> = {
  mark: 'Dấu đăng ký',
  year: 'Năm',
  about: 'Gắn với',
  wording: 'Nội dung đăng ký',
  level: 'Mức đăng ký',
  chosen: 'Đưa vào kế hoạch',
};

export const planSheetText = {
  sheets: { plan: 'Kế hoạch', tasks: 'Nhiệm vụ', milestones: 'Mốc', pledges: 'Chỉ tiêu' } satisfies Record<
    SheetName,
    string
  >,
  units: 'Danh mục đơn vị',
  criteria: 'Nội dung đề án',
  unitCode: 'Mã',
  unitName: 'Tên đơn vị',
  criterionCode: 'Mã nội dung',
  criterion: 'Nội dung thi đua',
  guides: {
    plan: ['Một dòng duy nhất. Không sửa mã đơn vị và mã nội dung thực hiện.'],
    tasks: [
      'Mỗi nhiệm vụ một dòng. Ngày ghi ngày/tháng/năm. Trọng số ghi cho mọi nhiệm vụ (cộng lại bằng 100) hoặc không ghi cho nhiệm vụ nào.',
      'Đơn vị phối hợp, nội dung đề án: nhiều mục cách nhau bằng dấu chấm phẩy, lấy ở các trang danh mục. Cột “Dấu” không sửa: nhờ đó tiến độ đã báo cáo ở lại với nhiệm vụ.',
    ],
    milestones: [
      'Mỗi mốc một dòng, ghi số thứ tự của nhiệm vụ ở trang “Nhiệm vụ”. Mốc phải nằm trong thời gian của nhiệm vụ.',
    ],
    pledges: ['Ghi “Có” ở cột cuối cho những đăng ký thuộc kế hoạch này.'],
    units: ['Để tra cứu khi ghi đơn vị chủ trì, phối hợp.'],
    criteria: ['Để tra cứu khi ghi nội dung thi đua mà nhiệm vụ thực hiện.'],
  },
  unitOf: (name: string, code: string) => `${name} (${code})`,
  yes: 'Có',
  done: 'Đã làm (%)',
  state: 'Tình trạng',
  reached: 'Đạt ngày',
  title: (plan: string) => `Kế hoạch: ${plan}`,
  newTitle: (unit: string, about: string) => `Kế hoạch của ${unit}: ${about}`,
  fileName: 'ke-hoach',
  templateName: 'mau-ke-hoach',
  pageTitle: 'Lập kế hoạch bằng Excel',
  lead: 'Một tệp gồm các trang: kế hoạch, nhiệm vụ, mốc, chỉ tiêu. Trước khi ghi, hệ thống cho xem những gì sẽ thay đổi và báo lỗi theo từng ô.',
  overLead: (title: string) =>
    `Tệp sẽ ghi lên bản nháp “${title}”: nhiệm vụ không còn trong tệp sẽ bị bỏ. Bước sau cho xem từng thay đổi trước khi ghi.`,
  template: '1. Tải biểu mẫu',
  templateOver: '1. Tải kế hoạch hiện có',
  download: 'Tải biểu mẫu',
  upload: '2. Nạp tệp đã điền',
  hint: 'Nạp toàn bộ hoặc không nạp gì: còn một ô sai thì chưa ghi gì. Nạp lại cùng một tệp không tạo thêm kế hoạch.',
  link: 'Lập bằng Excel',
  linkOver: 'Nạp từ Excel',
  export: 'Tải Excel',
  chooseBoth: 'Chọn đơn vị và đề án hoặc phong trào của đơn vị đó.',
  chosen: (count: number) => `${formatVietnamese(count)} đăng ký`,
  taskLine: (title: string) => `Nhiệm vụ: ${title}`,
  planLine: (title: string) => `Kế hoạch: ${title}`,
  kept: (stage: string) =>
    `Đơn vị đã có kế hoạch cho nội dung và thời gian này (${stage.toLocaleLowerCase('vi')}), khác với tệp. Lấy lại hoặc lập bản điều chỉnh trước, rồi nạp vào bản đó.`,
} as const;

export function sheetProblemText(problem: SheetProblem): string {
  switch (problem.kind) {
    case 'no_plan':
      return 'Trang này chưa có dòng nào. Ghi tên, mục tiêu và thời gian của kế hoạch.';
    case 'two_plans':
      return 'Mỗi tệp chỉ một kế hoạch. Bỏ các dòng thừa.';
    case 'other_unit':
      return 'Không phải mã của đơn vị đã chọn. Dùng biểu mẫu của đúng đơn vị.';
    case 'other_about':
      return 'Không phải đề án hoặc phong trào đã chọn. Dùng biểu mẫu của đúng nội dung.';
    case 'twice':
      return 'Số thứ tự này đã dùng ở một dòng trên.';
    case 'no_such_task':
      return problem.text === ''
        ? 'Chưa ghi mốc này thuộc nhiệm vụ số mấy.'
        : `Trang “Nhiệm vụ” không có nhiệm vụ số “${problem.text}”.`;
    case 'no_such_pledge':
      return 'Không tìm thấy đăng ký này của đơn vị. Dùng biểu mẫu mới tải.';
    case 'plan':
      return planProblemText(problem.field, problem.problem);
    case 'task':
      return taskProblemText(problem.problem);
  }
}

export type Names = ReadonlyMap<string, string>;

/** A task as its form would have it. */
export function typedOfTask(content: TaskContent): TypedTask {
  const weight = content.weight === null ? '' : formatVietnamese(content.weight);
  return typedTask(taskFieldsOf(content, weight, { unitCode: '', firstDay: '', lastDay: '' }));
}

export function happeningOf(change: PlanChange): Happening {
  if (change.kind === 'removal') return 'ended';
  return change.before === null ? 'created' : 'changed';
}

/** One line of the preview: what is new with all it says, what is changed with what differs. */
export function changeLine(change: PlanChange, names: Names): Omit<PreviewLine, 'what'> {
  switch (change.kind) {
    case 'removal':
      return { name: planSheetText.taskLine(change.title), cells: [] };
    case 'task':
      return { name: planSheetText.taskLine(change.content.title), cells: taskCells(change, names) };
    case 'plan':
      return { name: planSheetText.planLine(change.content.title), cells: planCells(change) };
  }
}

type Changed<Kind extends PlanChange['kind']> = Extract<PlanChange, { kind: Kind }>;

function taskCells({ content, before }: Changed<'task'>, names: Names): readonly ChangedCell[] {
  const units = [...names].map(([code, name]) => ({ code, name }));
  const mine = typedOfTask(content);
  const words = taskVersions({ mine, theirs: before ? typedOfTask(before) : mine }, units);
  return words.flatMap((one): readonly ChangedCell[] => {
    if (before) return one.mine === one.theirs ? [] : [{ heading: one.label, before: one.theirs, after: one.mine }];
    return one.mine === '' ? [] : [{ heading: one.label, before: null, after: one.mine }];
  });
}

function planCells({ content, before, pledgeIds }: Changed<'plan'>): readonly ChangedCell[] {
  const said = (field: PlanField, from: PlanContent) =>
    field === 'firstDay' || field === 'lastDay' ? dateText(from[field]) : from[field];
  const cells = planFields.flatMap((field) =>
    before?.[field] === content[field]
      ? []
      : [{ heading: planFieldText[field], before: before && said(field, before), after: said(field, content) }],
  );
  const pledges = { heading: plansText.pledges, before: null, after: planSheetText.chosen(pledgeIds?.length ?? 0) };
  return pledgeIds ? [...cells, pledges] : cells;
}
