/** What people read about inspections. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Refusal } from '../../kernel/result.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal, roleNames } from '../../platform/text.ts';
import type { Role } from '../../kernel/actor.ts';
import { dateText } from '../../ui/moment.ts';
import { secretText } from '../pledges/text.ts';
import type { FindingCounts, FindingStage, FindingStanding } from './finding.ts';
import { shareOnTime } from './finding.ts';
import type { InspectionKind, InspectionStage, MemberPart } from './inspection.ts';
import type { ProgrammeOpen } from './minutes.server.ts';
import type { FindingMove, FindingPlace, InspectionMove, ProgrammeMove } from './procedure.ts';
import type { NothingPlanned, SecretInspection } from './programmes.server.ts';
import type { ProgrammeStage } from './programme.ts';
import type { FieldProblem, FormWrong, InspectionField } from './typed.ts';

export const programmeStageText: Readonly<Record<ProgrammeStage, string>> = {
  draft: 'Đang lập',
  approved: 'Đã ban hành',
  withdrawn: 'Đã bỏ',
};
export const inspectionStageText: Readonly<Record<InspectionStage, string>> = {
  planned: 'Chưa kiểm tra',
  held: 'Đã chốt biên bản',
  cancelled: 'Đã hủy',
};
export const inspectionKindText: Readonly<Record<InspectionKind, string>> = {
  inspection: 'Kiểm tra',
  self_check: 'Tự kiểm tra',
};
export const memberPartText: Readonly<Record<MemberPart, string>> = {
  leader: 'Trưởng đoàn',
  member: 'Thành viên',
  secretary: 'Thư ký',
};
export const findingStageText: Readonly<Record<FindingStage, string>> = {
  draft: 'Đang ghi',
  open: 'Chờ khắc phục',
  answered: 'Chờ xem xét',
  returned: 'Phải khắc phục lại',
  closed: 'Đã khắc phục',
};
export const findingStandingText: Readonly<Record<FindingStanding, string>> = {
  draft: 'Đang ghi',
  running: 'Còn hạn',
  overdue: 'Quá hạn',
  waiting: 'Chờ xem xét',
  on_time: 'Khắc phục đúng hạn',
  late: 'Khắc phục quá hạn',
};

export const programmeMoveText: Readonly<Record<ProgrammeMove, string>> = {
  change: 'Sửa chương trình',
  approve: 'Ghi nhận ban hành',
  withdraw: 'Bỏ chương trình',
};
export const inspectionMoveText: Readonly<Record<InspectionMove, string>> = {
  change: 'Sửa kế hoạch kiểm tra',
  write: 'Ghi biên bản, tồn tại',
  issue: 'Chốt biên bản',
  cancel: 'Hủy cuộc kiểm tra',
  attach: 'Đính kèm',
};
export const findingMoveText: Readonly<Record<FindingMove, string>> = {
  answer: 'Báo cáo kết quả khắc phục',
  close: 'Xác nhận đã khắc phục',
  return: 'Yêu cầu khắc phục lại',
};

export const fieldText: Readonly<Record<InspectionField, string>> = {
  unit: 'Đơn vị được kiểm tra',
  year: 'Năm',
  scheme: 'Đề án',
  title: 'Tên',
  purpose: 'Mục đích, yêu cầu',
  number: 'Số, ký hiệu văn bản',
  date: 'Ngày ký',
  kind: 'Hình thức',
  about: 'Về đề án, phong trào',
  content: 'Nội dung kiểm tra',
  firstDay: 'Dự kiến từ ngày',
  lastDay: 'Đến hết ngày',
  outsideReason: 'Lý do kiểm tra ngoài chương trình',
  member: 'Đoàn kiểm tra',
  heldOn: 'Kiểm tra từ ngày',
  heldUntil: 'Đến hết ngày',
  place: 'Địa điểm',
  attendees: 'Thành phần làm việc',
  course: 'Diễn biến, việc đã kiểm tra',
  results: 'Kết quả kiểm tra',
  opinions: 'Ý kiến của đơn vị được kiểm tra',
  conclusion: 'Kết luận của đoàn kiểm tra',
  statement: 'Tồn tại, hạn chế',
  remedy: 'Yêu cầu khắc phục',
  dueOn: 'Hạn khắc phục',
  owner: 'Người phụ trách tại đơn vị',
  said: 'Kết quả khắc phục',
  reason: 'Lý do',
};

const dayExample = 'Nhập ngày, tháng, năm, ví dụ 30/09/2026.';

const missingText: Readonly<Partial<Record<InspectionField, string>>> = {
  unit: 'Chưa chọn đơn vị nào.',
  title: 'Chưa ghi tên. Ví dụ: Kiểm tra việc thực hiện phong trào thi đua năm 2026.',
  purpose: 'Chưa ghi mục đích, yêu cầu.',
  number: 'Chưa ghi số, ký hiệu của văn bản đã ký. Ví dụ: 25/KH-SNV.',
  content: 'Chưa ghi nội dung kiểm tra.',
  outsideReason: 'Chưa ghi lý do. Ví dụ: theo chỉ đạo tại văn bản số, ngày; theo phản ánh của người dân.',
  attendees: 'Chưa ghi thành phần làm việc của hai bên.',
  results: 'Chưa ghi kết quả kiểm tra.',
  statement: 'Chưa ghi tồn tại, hạn chế.',
  remedy: 'Chưa ghi yêu cầu khắc phục: phải làm gì, sản phẩm là gì.',
  said: 'Chưa ghi đã khắc phục thế nào.',
};
const missingDay = `Chưa chọn ngày. ${dayExample}`;

function problemText(field: InspectionField, problem: FieldProblem): string {
  switch (problem.kind) {
    case 'missing':
      return missingText[field] ?? missingDay;
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'not_a_day':
      return `Chưa phải một ngày có thật. ${dayExample}`;
    case 'backwards':
      return 'Ngày kết thúc trước ngày bắt đầu. Chọn lại một trong hai ngày.';
    case 'to_come':
      return 'Ngày này chưa đến. Nhập ngày đã diễn ra.';
    case 'not_offered':
      return 'Không chọn được mục này. Chọn một mục trong danh sách.';
    case 'no_leader':
      return 'Đoàn kiểm tra chưa có trưởng đoàn. Ghi tên người phụ trách.';
    case 'two_leaders':
      return 'Chỉ có một trưởng đoàn. Chọn lại vai của những người khác.';
    case 'not_after':
      return `Hạn khắc phục phải sau ngày ${dateText(problem.day)}.`;
    case 'outside_year':
      return `Chương trình này của năm ${problem.year}. Chọn ngày trong năm đó.`;
  }
}

type AnyRefusal = KernelRefusal | FormWrong | SecretInspection | NothingPlanned | ProgrammeOpen;
export type ProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands on the form after a refusal, at its fields where it has any. */
export function inspectionProblems(refusal: Refusal): readonly ProblemShown[] {
  if (isIntakeRefusal(refusal))
    return [{ field: 'tep-moi', label: inspectionsText.file, message: intakeText(refusal) }];
  const known = refusal as AnyRefusal;
  switch (known.kind) {
    case 'inspection_wrong':
      return known.problems.map(({ field, problem }) => ({
        field,
        label: fieldText[field],
        message: problemText(field, problem),
      }));
    case 'secret_inspection':
      return [{ message: secretText }];
    case 'nothing_planned':
      return [{ message: 'Chương trình chưa có cuộc kiểm tra nào. Thêm ít nhất một cuộc rồi ghi nhận ban hành.' }];
    case 'programme_open':
      return [{ message: 'Chương trình chưa được ban hành nên chưa chốt được biên bản.' }];
    case 'needs':
      return [{ field: 'reason', label: fieldText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn.' }];
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'lost_race':
      return [{ message: kernelRefusal(known) }];
  }
}

/** Away from its field: with the field's name. */
export function sayProblem({ label, message }: ProblemShown): string {
  return label ? `${label}: ${message}` : message;
}

export function shareText(counts: FindingCounts): string {
  const share = shareOnTime(counts);
  return share === null ? '–' : `${formatVietnamese(share, 1)}%`;
}

export const inspectionsText = {
  title: 'Kiểm tra, giám sát',
  lead: 'Các cuộc kiểm tra, tự kiểm tra việc thực hiện phong trào và đề án; tồn tại được theo dõi đến khi khắc phục xong.',
  tabs: { inspections: 'Cuộc kiểm tra', programmes: 'Chương trình', findings: 'Tồn tại, kiến nghị' },
  new: 'Lập cuộc kiểm tra',
  newLead: 'Chọn nhiều đơn vị thì mỗi đơn vị có một cuộc kiểm tra, một biên bản riêng.',
  newOutside: 'Kiểm tra ngoài chương trình',
  caption: 'Danh sách cuộc kiểm tra',
  name: 'Cuộc kiểm tra',
  unit: 'Đơn vị được kiểm tra',
  by: 'Cơ quan kiểm tra',
  days: 'Thời gian',
  daysOf: (first: string, last: string) =>
    first === last ? dateText(first) : `${dateText(first)} – ${dateText(last)}`,
  stage: 'Tình trạng',
  year: 'Năm',
  every: 'Tất cả',
  about: 'Về đề án, phong trào',
  noAbout: 'Không riêng đề án, phong trào nào',
  openOf: (open: number, all: number) =>
    all === 0 ? 'Không có' : open === 0 ? `${all}, đã xong` : `${all}, còn ${open} chưa xong`,
  findingsHead: 'Tồn tại',
  emptyWhat: 'Chưa có cuộc kiểm tra nào',
  emptyWhy:
    'Cuộc kiểm tra hiện ở đây khi chương trình được ban hành, hoặc khi có cuộc kiểm tra ngoài chương trình. Chỉ các bên liên quan thấy.',
  programmesTitle: 'Chương trình kiểm tra',
  programmesLead: 'Chương trình (kế hoạch) kiểm tra trong năm của tỉnh, cơ quan chủ trì đề án và các đơn vị.',
  programmesCaption: 'Danh sách chương trình kiểm tra',
  programme: 'Chương trình',
  newProgramme: 'Lập chương trình kiểm tra',
  newProgrammeLead:
    'Lưu xong thì thêm các cuộc kiểm tra. Chương trình có hiệu lực khi ghi nhận số, ngày của văn bản đã ký.',
  programmesEmptyWhat: 'Chưa có chương trình kiểm tra nào',
  programmesEmptyWhy:
    'Chương trình đang lập chỉ cơ quan lập thấy; đã ban hành thì các đơn vị có tên trong đó cũng thấy.',
  body: 'Cơ quan lập',
  schemeHint: 'Chỉ chọn khi chương trình kiểm tra riêng một đề án mà cơ quan chủ trì.',
  noScheme: 'Không riêng đề án nào',
  progress: 'Đã kiểm tra',
  progressOf: (held: number, planned: number) => `${formatVietnamese(held)}/${formatVietnamese(planned)}`,
  document: 'Văn bản',
  documentOf: (number: string, date: string) => `Số ${number}, ngày ${dateText(date)}`,
  noDocument: 'Chưa ban hành',
  purpose: 'Mục đích, yêu cầu',
  addInspection: 'Thêm cuộc kiểm tra',
  planned: (n: number) => `Các cuộc kiểm tra (${formatVietnamese(n)})`,
  plannedNone: 'Chưa có cuộc kiểm tra nào. Thêm ít nhất một cuộc rồi ghi nhận ban hành.',
  approveTitle: 'Ghi nhận ban hành',
  approveLead: 'Ghi số, ngày của văn bản đã ký. Sau đó chương trình không sửa nữa và các đơn vị được báo.',
  numberHint: 'Ghi đúng như văn bản đã ký, ví dụ 25/KH-SNV.',
  save: 'Lưu',
  saveDraft: 'Lưu nháp',
  cancel: 'Quay lại',
  unitHint: 'Chọn chính cơ quan mình là tự kiểm tra.',
  moreUnit: (n: number) => `Đơn vị thứ ${n}`,
  team: 'Đoàn kiểm tra',
  teamHint:
    'Ghi họ tên, chức vụ. Chọn đúng tên trong gợi ý thì người đó xem được biên bản. Dòng để trống không được lưu.',
  memberName: (n: number) => `Người thứ ${n}`,
  memberPart: (n: number) => `Vai của người thứ ${n}`,
  contentHint: 'Mỗi nội dung một dòng.',
  noBody: 'Ông/bà chưa lập được cuộc kiểm tra nào',
  noBodyWhy:
    'Chuyên viên đầu mối, thủ trưởng lập cho cơ quan mình; người thẩm định, người kiểm tra lập cho tỉnh. Liên hệ người quản trị để được giao vai trò.',
  kind: 'Hình thức',
  outside: 'Ngoài chương trình',
  minutes: 'Biên bản',
  minutesFile: 'Bien ban kiem tra',
  printMinutes: (format: string) => `Tải biên bản (${format})`,
  minutesNone: 'Chưa có biên bản.',
  minutesHidden:
    'Biên bản và tồn tại chỉ đoàn kiểm tra, đơn vị được kiểm tra và cơ quan thẩm định, giám sát thấy sau khi chốt.',
  notUnderWay: (first: string) =>
    `Dự kiến kiểm tra từ ngày ${dateText(first)}; từ ngày đó ghi biên bản và tồn tại ở đây. Nếu kiểm tra sớm hơn thì sửa kế hoạch kiểm tra.`,
  writeMinutes: 'Ghi biên bản',
  minutesLead: 'Lưu từng phần được. Biên bản đã chốt thì không sửa và đơn vị được kiểm tra xem được.',
  issueTitle: 'Chốt biên bản',
  issueLead: (findings: number) =>
    findings === 0
      ? 'Biên bản được gửi cho đơn vị và không sửa được nữa. Chưa ghi tồn tại nào.'
      : `Biên bản và ${formatVietnamese(findings)} tồn tại được gửi cho đơn vị và không sửa được nữa.`,
  issueAwaits: 'Chốt được biên bản khi đã có đủ:',
  cancelTitle: 'Hủy cuộc kiểm tra',
  cancelReason: 'Lý do hủy',
  held: 'Ngày kiểm tra',
  file: 'Tệp',
  papers: 'Văn bản đính kèm',
  noPapers: 'Chưa đính kèm văn bản nào.',
  paperFile: 'Quyết định, biên bản đã ký',
  paperHint: 'PDF, Word hoặc ảnh chụp rõ; tối đa 20 MB.',
  attach: 'Đính kèm',
  findings: (n: number) => `Tồn tại, kiến nghị (${formatVietnamese(n)})`,
  noFindings: 'Không có tồn tại nào được ghi.',
  addFinding: 'Thêm tồn tại',
  editFinding: 'Sửa tồn tại',
  removeFinding: 'Bỏ tồn tại này',
  dueHint: 'Trúng ngày nghỉ thì hạn chuyển sang ngày làm việc tiếp theo.',
  dueMoved: (asked: string, due: string) =>
    `Ngày ${dateText(asked)} trúng ngày nghỉ, nên hạn chuyển sang ngày làm việc tiếp theo: ${dateText(due)}.`,
  noOwner: 'Đơn vị tự phân công',
  due: 'Hạn',
  standing: 'Tình trạng',
  finding: 'Tồn tại',
  findingOf: (position: number) => `Tồn tại số ${position}`,
  remedy: 'Yêu cầu khắc phục',
  owner: 'Người phụ trách',
  answers: 'Báo cáo khắc phục',
  noAnswers: 'Đơn vị chưa báo cáo.',
  answerTitle: 'Báo cáo kết quả khắc phục',
  answerHint: 'Đã làm gì, kết quả ra sao, từ ngày nào.',
  evidence: 'Minh chứng',
  decideTitle: 'Xem xét kết quả khắc phục',
  returnReason: 'Còn thiếu gì, phải làm lại gì',
  returned: 'Phải khắc phục lại',
  findingsTitle: (counts: FindingCounts) =>
    counts.open === 0
      ? 'Không còn tồn tại nào chưa khắc phục'
      : `Còn ${formatVietnamese(counts.open)} tồn tại chưa khắc phục xong${counts.overdue > 0 ? `, ${formatVietnamese(counts.overdue)} quá hạn` : ''}`,
  findingsCaption: 'Danh sách tồn tại, kiến nghị',
  findingsEmptyWhat: 'Không có tồn tại nào',
  findingsEmptyWhy: 'Tồn tại hiện ở đây khi biên bản được chốt. Chỉ các bên liên quan thấy.',
  shareRule:
    'Tỷ lệ khắc phục đúng hạn tính trên các tồn tại đã khắc phục hoặc đã quá hạn. Đúng hạn là đơn vị báo cáo kết quả được chấp nhận không muộn hơn hạn; thời gian chờ xem xét không tính vào đơn vị (mặc định của phần mềm, chờ tỉnh xác nhận).',
  shareTitle: 'Khắc phục đúng hạn',
  byUnit: 'Theo đơn vị',
  byScheme: 'Theo đề án',
  byYear: 'Theo năm kiểm tra',
  counted: {
    all: 'Tất cả',
    onTime: 'Đúng hạn',
    late: 'Quá hạn rồi mới xong',
    overdue: 'Đang quá hạn',
    open: 'Chưa xong',
    share: 'Tỷ lệ đúng hạn',
  },
  sum: 'Cộng',
  noSchemeGroup: 'Không riêng đề án nào',
  onlyOverdue: 'Quá hạn',
  onlyOpen: 'Chưa khắc phục xong',
  openFinding: 'Mở',
  done: {
    'programme.enter': 'Đã lưu chương trình. Thêm các cuộc kiểm tra.',
    'programme.change': 'Đã lưu thay đổi.',
    'programme.approve': 'Đã ghi nhận ban hành. Các đơn vị trong chương trình được báo.',
    'programme.withdraw': 'Đã bỏ chương trình.',
    plan: 'Đã lưu cuộc kiểm tra.',
    change: 'Đã lưu thay đổi.',
    write: 'Đã lưu biên bản. Biên bản chưa chốt.',
    issue: 'Đã chốt biên bản và gửi cho đơn vị.',
    cancel: 'Đã hủy cuộc kiểm tra.',
    attach: 'Đã đính kèm văn bản.',
    finding: 'Đã lưu tồn tại.',
    'finding.remove': 'Đã bỏ tồn tại.',
    answer: 'Đã gửi báo cáo khắc phục. Chờ cơ quan kiểm tra xem xét.',
    close: 'Đã xác nhận khắc phục xong.',
    return: 'Đã yêu cầu khắc phục lại.',
  } as Readonly<Record<string, string>>,
  workRemedy: (statement: string) => `Khắc phục tồn tại: ${statement}`,
  workAgain: (statement: string) => `Khắc phục lại: ${statement}`,
  workLook: (unit: string) => `Xem xét kết quả khắc phục của ${unit}`,
  workWrite: (title: string) => `Ghi, chốt biên bản: ${title}`,
  workWriteNote: (unit: string, last: string) => `${unit} · dự kiến đến ${dateText(last)}`,
  open: 'Mở',
} as const;

/** A statement may run over lines; a list shows how it begins. */
export function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 140 ? `${line.slice(0, 139).trimEnd()}…` : line;
}

const placeText: Readonly<Record<FindingPlace | 'above' | 'elsewhere', string>> = {
  by: 'tại cơ quan kiểm tra',
  root: 'tại tỉnh, khi tỉnh kiểm tra',
  unit: 'tại đơn vị được kiểm tra',
  above: 'tại tỉnh, khi đơn vị khác kiểm tra',
  elsewhere: 'tại đơn vị khác',
};
export type RightsRow = {
  readonly stage: string;
  readonly move: string;
  readonly to: string;
  readonly may: readonly { readonly role: Role; readonly place: keyof typeof placeText }[];
};

/** The rights matrix as a page to read and sign. */
export function inspectionRightsText(
  tables: readonly { readonly name: string; readonly rows: readonly RightsRow[] }[],
): string {
  const tableOf = ({ name, rows }: (typeof tables)[number]) => {
    const lines = rows.map(({ stage, move, to, may }) => {
      const who = may.map(({ role, place }) => `${roleNames[role]} ${placeText[place]}`).join('; ');
      return `| ${stage} | ${move} | ${to} | ${who || 'không ai'} |`;
    });
    return `## ${name}\n\n| Bước | Việc | Sang bước | Ai được làm |\n|---|---|---|---|\n${lines.join('\n')}\n`;
  };
  return `# Ai được làm gì với kiểm tra, giám sát

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Ban hành chương trình cần số, ngày của văn bản đã ký. Người báo
cáo khắc phục không được tự xác nhận; người được họ ủy quyền và người đã ủy quyền cho họ cũng vậy. Hủy và yêu cầu khắc phục lại phải
nêu lý do.

${tables.map(tableOf).join('\n')}`;
}
