/** What people read about movements. */
import type { Role } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText } from '../../platform/files/text.ts';
import { kernelRefusal, roleNames } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { NotReceived } from './drafting.server.ts';
import type {
  Days,
  MovementContent,
  MovementField,
  MovementKind,
  MovementProblem,
  MovementRefusal,
  MovementStage,
  ReviewKind,
  Visibility,
} from './movement.ts';
import { wholeYears } from './movement.ts';
import type { MovementDeed } from './movement-deeds.server.ts';
import type { NumberKnown, SecretMovement } from './moving.server.ts';
import type { MovementMove } from './procedure.ts';
import type { NotRunning } from './receiving.server.ts';

export const movementKindText: Readonly<Record<MovementKind, string>> = {
  regular: 'Thường xuyên',
  themed: 'Chuyên đề',
};

export const visibilityText: Readonly<Record<Visibility, string>> = {
  public: 'Công khai: ai cũng xem được, kể cả người chưa đăng nhập và văn bản đính kèm',
  internal: 'Nội bộ: mọi người đã đăng nhập',
  restricted: 'Hạn chế: chỉ các đơn vị trong phạm vi và đơn vị phát động',
};

export const visibilityName: Readonly<Record<Visibility, string>> = {
  public: 'Công khai',
  internal: 'Nội bộ: mọi người đã đăng nhập xem được',
  restricted: 'Hạn chế: chỉ các đơn vị trong phạm vi xem được',
};

/** What stands for the name of a movement that is handled off the system; the database holds it to these words. */
export const secretMovementName = 'Phong trào thực hiện theo quy định về bảo vệ bí mật nhà nước';

export const movementStageText: Readonly<Record<MovementStage, string>> = {
  draft: 'Bản nháp',
  launched: 'Đang thực hiện',
  closed: 'Đã kết thúc, chờ tổng kết',
  concluded: 'Đã tổng kết',
  withdrawn: 'Đã rút',
};

export const reviewKindText: Readonly<Record<ReviewKind, string>> = {
  yearly: 'Đánh giá hằng năm',
  mid_term: 'Sơ kết',
  final: 'Tổng kết',
};

export const movementDeedText: Readonly<Record<MovementDeed, string>> = {
  change: 'Lưu thay đổi',
  launch: 'Phát động',
  withdraw: 'Rút bỏ',
  number: 'Ghi số, ngày văn bản',
  review: 'Ghi kết quả đánh giá',
  close: 'Kết thúc phong trào',
  conclude: 'Ghi kết luận tổng kết',
  receive: 'Tiếp nhận',
  attach: 'Đính kèm',
  detach: 'Gỡ',
};

const doneText: Readonly<Record<MovementDeed, string>> = {
  change: 'Đã lưu nháp. Phong trào chưa được phát động.',
  launch: 'Đã phát động. Các đơn vị trong phạm vi sẽ thấy phong trào này và tiếp nhận.',
  withdraw: 'Đã rút bỏ bản nháp.',
  number: 'Đã ghi số, ngày văn bản.',
  review: 'Đã ghi kết quả đánh giá.',
  close: 'Đã kết thúc phong trào. Bước tiếp theo: ghi kết luận tổng kết.',
  conclude: 'Đã ghi kết luận tổng kết.',
  receive: 'Đã tiếp nhận phong trào.',
  attach: 'Đã đính kèm văn bản.',
  detach: 'Đã gỡ văn bản.',
};

export function movementDoneText(deed: MovementDeed): string {
  return doneText[deed];
}

export const movementFieldText: Readonly<Record<MovementField, string>> = {
  name: 'Tên phong trào',
  kind: 'Hình thức',
  first: 'Từ ngày',
  last: 'Đến hết ngày',
  aim: 'Mục đích chung',
  goals: 'Mục tiêu, chỉ tiêu',
  criteria: 'Nội dung, tiêu chí thi đua',
  midTerm: 'Ngày sơ kết',
  final: 'Ngày tổng kết',
  scopeUnits: 'Đơn vị chọn riêng',
  secret: 'Bí mật nhà nước',
  number: 'Số, ký hiệu văn bản',
  date: 'Ngày văn bản',
  reviewKind: 'Lần đánh giá',
  heldOn: 'Ngày tổ chức',
  conclusion: 'Kết luận',
  paper: 'Số, ký hiệu văn bản kết luận',
};

const missingText: Readonly<Record<MovementField, string>> = {
  name: 'Chưa ghi tên phong trào. Ví dụ: Thi đua 60 ngày làm đường giao thông nông thôn.',
  kind: 'Chưa chọn hình thức: thường xuyên hoặc chuyên đề.',
  first: 'Chưa chọn ngày bắt đầu.',
  last: 'Chưa chọn ngày cuối cùng.',
  aim: 'Chưa ghi mục đích chung của phong trào.',
  goals: 'Chưa ghi mục tiêu nào. Mỗi dòng một mục tiêu.',
  criteria: 'Chưa ghi tiêu chí.',
  midTerm: 'Chưa chọn ngày sơ kết.',
  final: 'Chưa chọn ngày tổng kết.',
  scopeUnits: 'Chưa chọn đơn vị.',
  secret: 'Chưa chọn.',
  number: 'Chưa ghi số, ký hiệu của văn bản. Ví dụ: 12/KH-UBND.',
  date: 'Chưa chọn ngày của văn bản.',
  reviewKind: 'Chưa chọn là đánh giá hằng năm hay sơ kết.',
  heldOn: 'Chưa chọn ngày tổ chức.',
  conclusion: 'Chưa ghi kết luận. Nêu kết quả chính, hạn chế và việc cần làm tiếp.',
  paper: 'Chưa ghi số văn bản.',
};

export function movementProblemText(field: MovementField, problem: MovementProblem): string {
  switch (problem.kind) {
    case 'missing':
      return missingText[field];
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'not_a_day':
      return `“${problem.typed}” không phải là một ngày. Ví dụ: 05/10/2026.`;
    case 'ends_before_start':
      return 'Ngày cuối cùng đứng trước ngày bắt đầu.';
    case 'outside_parent':
      return `Nằm ngoài thời gian của phong trào cấp trên, ${daysText(problem)}.`;
    case 'before_start':
      return `Đứng trước ngày bắt đầu của phong trào, ${dateText(problem.first)}.`;
    case 'after_end':
      return `Đứng sau ngày cuối cùng của phong trào, ${dateText(problem.last)}.`;
    case 'in_future':
      return `Chưa đến ngày đó. Chọn một ngày không muộn hơn hôm nay, ${dateText(problem.today)}.`;
    case 'not_below':
      return 'Có đơn vị không thuộc đơn vị phát động, hoặc đơn vị, khối, cụm không còn. Xem lại các mục đã chọn.';
    case 'secret_says_nothing':
      return 'Để trống. Phong trào thuộc bí mật nhà nước chỉ ghi số, ngày văn bản, đơn vị gửi và việc tiếp nhận.';
    case 'secret_has_papers':
      return 'Gỡ các văn bản đã đính kèm trước khi đánh dấu.';
  }
}

export type AnyMovementRefusal =
  | ProcedureRefusal
  | PermitRefusal
  | MovementRefusal
  | NotThere
  | LostRace
  | NotReceived
  | NumberKnown
  | NotRunning
  | SecretMovement;

export function movementRefusalText(refusal: AnyMovementRefusal): string {
  switch (refusal.kind) {
    case 'movement_wrong':
      return 'Nội dung chưa hợp lệ. Xem từng ô bên dưới.';
    case 'not_received':
      return 'Đơn vị chưa tiếp nhận phong trào cấp trên, hoặc phong trào đó đã kết thúc. Mở phong trào cấp trên và bấm Tiếp nhận trước.';
    case 'secret_movement':
      return 'Phong trào thực hiện theo quy định về bảo vệ bí mật nhà nước: không ghi nội dung, kết luận hay tệp trên hệ thống.';
    case 'number_known':
      return 'Phong trào đã có số và ngày văn bản.';
    case 'not_running':
      return `Phong trào đang ở bước “${movementStageText[refusal.stage as MovementStage]}” nên không tiếp nhận nữa.`;
    case 'lost_race':
      return 'Người khác vừa sửa phong trào này. Xem nội dung mới nhất rồi làm lại nếu còn cần.';
    case 'wrong_stage':
      return `Phong trào đang ở bước “${movementStageText[refusal.stage as MovementStage]}” nên chưa làm được việc này.`;
    case 'needs':
      return 'Phong trào chưa hết thời gian. Ghi rõ lý do kết thúc sớm.';
    case 'not_there':
    case 'not_yours':
    case 'not_allowed':
    case 'four_eyes':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}

export type MovementProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

const ownKinds: Readonly<Record<AnyMovementRefusal['kind'], true>> = {
  wrong_stage: true,
  not_yours: true,
  four_eyes: true,
  needs: true,
  not_scoped: true,
  not_allowed: true,
  movement_wrong: true,
  not_there: true,
  lost_race: true,
  not_received: true,
  number_known: true,
  not_running: true,
  secret_movement: true,
};

function isOwn(refusal: AnyMovementRefusal | IntakeRefusal): refusal is AnyMovementRefusal {
  return refusal.kind in ownKinds;
}

/** What stands on the form after a refusal, at its fields where it has any. */
export function movementProblems(refusal: Refusal): readonly MovementProblemShown[] {
  const known = refusal as AnyMovementRefusal | IntakeRefusal;
  if (!isOwn(known)) return [{ field: 'tep-moi', label: movementsText.paperFile, message: intakeText(known) }];
  if (known.kind === 'needs')
    return [{ field: 'reason', label: movementsText.closeReason, message: movementRefusalText(known) }];
  if (known.kind !== 'movement_wrong') return [{ message: movementRefusalText(known) }];
  return known.problems.map(({ field, problem }) => ({
    field,
    label: movementFieldText[field],
    message: movementProblemText(field, problem),
  }));
}

/** In years where it runs in whole years, else by its days. */
export function daysText(days: Days): string {
  const years = wholeYears(days);
  if (!years) return `từ ${dateText(days.first)} đến ${dateText(days.last)}`;
  return years.from === years.to ? `cả năm ${years.from}` : `từ năm ${years.from} đến hết năm ${years.to}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** Kinds, then what was chosen besides; a long list is counted. */
export function scopeText(kinds: readonly UnitKind[], chosen: readonly string[] = []): string {
  if (kinds.length + chosen.length === 0) return movementsText.scopeOwn;
  const rest = chosen.length > 6 ? [`${formatVietnamese(chosen.length)} đơn vị, khối, cụm chọn riêng`] : chosen;
  return [...kinds.map((kind) => unitKindNames[kind]), ...rest].join('; ');
}

export function dueText({ dueOn, dueYear }: { readonly dueOn: PlainDate | null; readonly dueYear: number | null }) {
  if (dueOn !== null) return dateText(dueOn);
  return dueYear === null ? '' : `năm ${dueYear}`;
}

export const movementsText = {
  title: 'Phong trào thi đua',
  lead: (total: number, waiting: number) =>
    waiting === 0
      ? `${formatVietnamese(total)} phong trào.`
      : `${formatVietnamese(total)} phong trào, ${formatVietnamese(waiting)} chờ đơn vị của ông/bà tiếp nhận.`,
  new: 'Soạn phong trào mới',
  newTitle: 'Soạn phong trào thi đua mới',
  carryOnTitle: 'Phát động tiếp trong đơn vị',
  carryOnLead: (name: string, days: string) =>
    `Tiếp theo phong trào cấp trên “${name}”, ${days}. Mục tiêu và tiêu chí của cấp trên được điền sẵn để sửa cho hợp với đơn vị.`,
  unit: 'Đơn vị phát động',
  kind: 'Hình thức',
  stage: 'Tình trạng',
  every: 'Tất cả',
  caption: 'Danh sách phong trào thi đua',
  name: 'Phong trào',
  time: 'Thời gian',
  received: 'Đã tiếp nhận',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  documentNumber: 'Số văn bản',
  documentDate: 'Ngày văn bản',
  inScope: 'Số đơn vị trong phạm vi',
  exportName: 'phong-trao-thi-dua',
  exportSheet: 'Phong trào',
  receivedOf: (received: number, all: number) => `${formatVietnamese(received)}/${formatVietnamese(all)}`,
  waitsForYou: 'Chờ tiếp nhận',
  emptyWhat: 'Không có phong trào nào như vậy',
  emptyWhy: 'Phong trào hiện ở đây khi được phát động; bản nháp chỉ đơn vị soạn thấy.',
  chooseUnit: 'Chưa chọn đơn vị phát động.',
  noUnit: 'Ông/bà chưa được giao soạn phong trào cho đơn vị nào',
  noUnitWhy:
    'Chuyên viên đầu mối và thủ trưởng đơn vị soạn phong trào của đơn vị mình. Liên hệ người quản trị để được phân vai trò.',
  nameHint: 'Ghi đủ như trong văn bản phát động.',
  listHint: 'Mỗi dòng một mục.',
  daysHint: 'Phong trào ngắn theo nhiệm vụ cấp bách tính bằng ngày; phong trào nhiều năm ghi ngày đầu và ngày cuối.',
  reviewsHint: 'Để trống nếu không tổ chức hoặc chưa định ngày.',
  yearly: 'Có đánh giá hằng năm',
  scope: 'Phạm vi: gửi tới các đơn vị bên dưới thuộc loại',
  scopeHint: 'Không chọn loại nào: phong trào chỉ trong nội bộ đơn vị phát động.',
  scopeOwn: 'Nội bộ đơn vị phát động',
  scopeBlocks: 'Và các khối, cụm thi đua của năm',
  scopeUnits: 'Và từng đơn vị',
  scopeMore: (chosen: number) =>
    chosen === 0
      ? 'Chọn thêm khối, cụm hoặc từng đơn vị'
      : `Khối, cụm, đơn vị chọn riêng (đã chọn ${formatVietnamese(chosen)})`,
  scopeLater:
    'Đơn vị thành lập sau ngày phát động mà thuộc loại hoặc khối, cụm đã chọn sẽ tự vào phạm vi và được báo; đơn vị nhận sáp nhập thay đơn vị cũ.',
  visibility: 'Ai được xem',
  secretMark: 'Thuộc bí mật nhà nước, thực hiện ngoài hệ thống',
  secretHint:
    'Chỉ ghi số, ngày văn bản, đơn vị gửi và việc tiếp nhận; để trống tên, mục đích, mục tiêu, tiêu chí, không đính kèm tệp. Đánh dấu không xóa được những gì đã lưu trước đó: nhật ký, bản sao lưu vẫn giữ. Đã lỡ nhập nội dung mật thì báo ngay thủ trưởng và người quản trị.',
  secret:
    'Không nhập nội dung thuộc bí mật nhà nước vào hệ thống. Việc đó thực hiện bằng văn bản theo quy định về bảo vệ bí mật nhà nước.',
  secretTitle: 'Thực hiện ngoài hệ thống',
  secretNote:
    'Hệ thống chỉ giữ số, ngày văn bản, đơn vị gửi và việc tiếp nhận của từng đơn vị. Nội dung, kế hoạch, báo cáo thực hiện theo quy định về bảo vệ bí mật nhà nước.',
  save: 'Lưu nháp',
  changeTitle: 'Sửa bản nháp',
  launchTitle: 'Phát động',
  launchLead: (units: number, scope: string) =>
    units === 0
      ? `Phạm vi: ${scope}. Ghi số và ngày của văn bản phát động đã ký.`
      : `Phong trào sẽ gửi tới ${formatVietnamese(units)} đơn vị (${scope}). Ghi số và ngày của văn bản phát động đã ký. Sau khi phát động không sửa được nội dung.`,
  seeReached: (units: number) => `Xem ${formatVietnamese(units)} đơn vị sẽ nhận phong trào`,
  numberTitle: 'Ghi số, ngày văn bản',
  numberLead: 'Văn bản phát động được in khi chưa có số và ngày. Ghi khi đã biết.',
  reviewTitle: 'Ghi kết quả đánh giá, sơ kết',
  closeTitle: 'Kết thúc phong trào',
  closeLead: (last: PlainDate) =>
    `Phong trào kéo dài đến hết ngày ${dateText(last)}. Kết thúc trước ngày đó phải nêu lý do.`,
  closeReason: 'Lý do kết thúc sớm',
  concludeTitle: 'Tổng kết phong trào',
  closedEarly: 'Kết thúc sớm',
  launchedBy: 'Đơn vị phát động',
  document: 'Văn bản',
  documentOf: (number: string, date: PlainDate) => `Số ${number}, ngày ${dateText(date)}`,
  printed: (kind: string, number: string, date: string) =>
    `${kind}. Chưa biết số và ngày: bản in ghi “${number}”, “${date}”.`,
  parent: 'Thực hiện phong trào cấp trên',
  scopeLabel: 'Phạm vi',
  visibleTo: 'Ai được xem',
  formerTitle: 'Đơn vị không còn trong phạm vi',
  formerLeft: (on: string) => `thôi từ ngày ${on}`,
  formerReceived: (on: string) => `đã tiếp nhận ngày ${on}`,
  formerNotReceived: 'chưa tiếp nhận',
  formerSuccessors: (names: readonly string[]) => `nay thuộc ${names.join(', ')}`,
  clause: (code: string) => `mục ${code}`,
  criteriaOfSchemes: 'Nội dung, tiêu chí thi đua theo từng đề án (Phụ lục của chỉ thị)',
  plannedReviews: 'Các lần đánh giá',
  reviewsHeld: 'Kết quả đánh giá, sơ kết, tổng kết',
  noCriteria: 'Chưa ghi tiêu chí riêng.',
  papers: 'Văn bản đính kèm',
  noPapers: 'Chưa đính kèm văn bản nào.',
  paperFile: 'Văn bản đã ký',
  paperHint: 'Văn bản phát động, báo cáo sơ kết, tổng kết. Ai xem được phong trào thì xem được văn bản.',
  noReviews: 'Chưa định lần đánh giá nào.',
  below: 'Phong trào phát động tiếp ở cấp dưới',
  noneBelow: 'Chưa có đơn vị nào phát động tiếp.',
  receiveTitle: 'Tiếp nhận phong trào',
  receiveFor: (unit: string) => `Tiếp nhận cho ${unit}`,
  carryOn: (unit: string) => `Phát động tiếp trong ${unit}`,
} as const;

type TypedFields = Readonly<Record<string, string>>;

/** A stored movement as its form would type it. */
export function typedOf(content: MovementContent): Readonly<Record<string, string>> {
  const on = (kind: ReviewKind) => content.reviews.find((one) => one.kind === kind)?.on ?? '';
  return {
    name: content.isSecret ? '' : content.name,
    kind: content.kind,
    first: content.days.first,
    last: content.days.last,
    aim: content.aim,
    goals: content.goals.join('\n'),
    criteria: content.criteria.join('\n'),
    midTerm: on('mid_term'),
    final: on('final'),
    yearly: content.reviews.some(({ kind }) => kind === 'yearly') ? 'on' : '',
    visibility: content.visibility,
    secret: content.isSecret ? 'on' : '',
  };
}

/** What was typed beside what is stored, part by part. */
export function movementVersions(mine: TypedFields, theirs: TypedFields) {
  const parts = ['name', 'first', 'last', 'aim', 'goals', 'criteria', 'midTerm', 'final'] as const;
  return parts.map((part) => ({
    label: movementFieldText[part],
    mine: mine[part] ?? '',
    theirs: theirs[part] ?? '',
  }));
}

const placeText = {
  unit: 'tại đơn vị phát động',
  above: 'tại đơn vị cấp trên của đơn vị phát động',
  province: 'tại tỉnh, khi tỉnh phát động',
  elsewhere: 'tại đơn vị khác',
} as const;

type RightsRow = {
  readonly stage: MovementStage;
  readonly move: MovementMove;
  readonly to: MovementStage;
  readonly may: readonly { readonly role: Role; readonly place: keyof typeof placeText }[];
};

/** Who may do what, as a lawyer reads it. */
export function movementRightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, may }) => {
    const who = may.map(({ role, place }) => `${roleNames[role]} ${placeText[place]}`).join('; ');
    return `| ${movementStageText[stage]} | ${movementDeedText[move]} | ${movementStageText[to]} | ${who || 'không ai'} |`;
  });
  return `# Ai được làm gì với phong trào thi đua

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Phát động cần số và ngày của văn bản đã ký; kết thúc trước
hạn cần lý do; đánh giá, sơ kết, tổng kết cần ngày tổ chức và kết luận. Mỗi đơn vị trong phạm vi tự tiếp nhận: chuyên viên đầu mối
hoặc thủ trưởng của đơn vị đó.

| Bước | Việc | Sang bước | Ai được làm |
|---|---|---|---|
${lines.join('\n')}
`;
}
