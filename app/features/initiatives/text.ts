/** What people read about initiatives. */
import { pointsText } from '../../kernel/hundredths.ts';
import type { Role } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal, roleNames } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { secretText } from '../pledges/text.ts';
import type { AdoptRefusal } from './adopting.server.ts';
import type { AdoptionField, AdoptionMove, AdoptionProblem, AdoptionStage } from './adoption.ts';
import type { CriteriaMove, CriteriaRefusal, CriteriaStage } from './criteria.ts';
import type { DecisionField, DecisionProblem } from './decision.ts';
import type { DraftRefusal } from './drafting.server.ts';
import type {
  Author,
  Effect,
  InitiativeFault,
  InitiativeKind,
  InitiativePart,
  InitiativeProblem,
  InitiativeStage,
  Level,
  ScopeOfEffect,
  TextField,
  TypedAuthor,
  TypedEffect,
} from './initiative.ts';
import type { PastColumn, PastProblem } from './import-plan.ts';
import { partName } from './initiative-form.ts';
import type { JudgeRefusal } from './judging.server.ts';
import type { Recognition } from './list.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import type { PanelRefusal } from './panel.server.ts';
import type { InitiativeMove } from './procedure.ts';
import type { PointsProblem } from './scoring.ts';
import { fewestScores } from './scoring.ts';
import type { UseRefusal } from './using.server.ts';
import type { Verdict } from './verdict.ts';

export const kindText: Readonly<Record<InitiativeKind, string>> = {
  model: 'Mô hình',
  initiative: 'Sáng kiến',
  solution: 'Giải pháp đổi mới sáng tạo',
  work: 'Công trình',
  task: 'Phần việc tiêu biểu',
};

export const initiativeStageText: Readonly<Record<InitiativeStage, string>> = {
  draft: 'Bản nháp',
  submitted: 'Chờ xem xét',
  returned: 'Bị trả lại',
  unit_review: 'Đang chấm ở đơn vị',
  province_review: 'Đang chấm ở tỉnh',
  recognised: 'Đã công nhận',
  raised: 'Đã công nhận, đang chấm ở tỉnh',
  refused: 'Không công nhận',
  withdrawn: 'Đã bỏ',
};

export const initiativeMoveText: Readonly<Record<InitiativeMove, string>> = {
  change: 'Sửa nội dung',
  attach: 'Đính kèm',
  submit: 'Ký gửi',
  recall: 'Lấy lại để sửa',
  withdraw: 'Bỏ bản nháp',
  return: 'Trả lại',
  review_at_unit: 'Đưa ra chấm ở đơn vị',
  review_at_province: 'Đưa ra chấm ở tỉnh',
  judge: 'Kết luận về bản giống nhau',
  seat: 'Cử thành viên',
  close: 'Khóa chấm',
  recognise: 'Công nhận',
  refuse: 'Không công nhận',
  raise: 'Đề nghị tỉnh công nhận',
  decline: 'Không công nhận ở cấp tỉnh',
};

export const doneText: Readonly<Record<string, string>> = {
  change: 'Đã lưu nháp. Chưa gửi đi.',
  attach: 'Đã đính kèm minh chứng.',
  submit: 'Đã ký gửi, chờ xem xét.',
  recall: 'Đã lấy lại. Đây là bản nháp.',
  withdraw: 'Đã bỏ bản nháp.',
  return: 'Đã trả lại đơn vị.',
  review_at_unit: 'Đã đưa ra chấm ở đơn vị. Hãy cử thành viên hội đồng, tổ chấm.',
  review_at_province: 'Đã đưa ra chấm ở tỉnh. Hãy cử thành viên hội đồng.',
  recognise: 'Đã ghi nhận công nhận.',
  refuse: 'Đã ghi nhận không công nhận.',
  raise: 'Đã đề nghị tỉnh công nhận.',
  decline: 'Đã ghi nhận không công nhận ở cấp tỉnh. Công nhận ở đơn vị vẫn giữ nguyên.',
  seat: 'Đã cử thành viên.',
  unseat: 'Đã thôi cử thành viên.',
  score: 'Đã lưu điểm. Sửa được đến khi khóa chấm.',
  close: 'Đã khóa chấm.',
  judge: 'Đã ghi kết luận.',
  adopt: 'Đã ghi nhận áp dụng, chờ người khác xác nhận.',
  'adopt-verify': 'Đã xác nhận áp dụng.',
  'adopt-return': 'Đã trả lại.',
  'adopt-withdraw': 'Đã rút.',
};

export const levelText: Readonly<Record<Level, string>> = { unit: 'Cấp đơn vị', province: 'Cấp tỉnh' };
export const scopeText: Readonly<Record<ScopeOfEffect, string>> = {
  unit: 'Phạm vi cơ sở (Luật, Điều 23)',
  province: 'Phạm vi tỉnh (Luật, Điều 22)',
  nation: 'Phạm vi toàn quốc (Luật, Điều 21)',
};
export const verdictText: Readonly<Record<Verdict, string>> = {
  different: 'Khác nhau',
  continues: 'Tiếp nối, phát triển từ bản kia',
  copy: 'Sao chép',
};
export const adoptionStageText: Readonly<Record<AdoptionStage, string>> = {
  submitted: 'Chờ xác nhận',
  verified: 'Đã xác nhận',
  returned: 'Bị trả lại',
  withdrawn: 'Đã rút',
};
export const adoptionMoveText: Readonly<Record<AdoptionMove, string>> = {
  record: 'Ghi nhận áp dụng',
  verify: 'Xác nhận',
  return: 'Trả lại',
  withdraw: 'Rút',
};

export const fieldText: Readonly<Record<TextField | 'kind' | 'year', string>> = {
  kind: 'Loại',
  year: 'Năm',
  title: 'Tên',
  problem: 'Vấn đề đặt ra',
  novelty: 'Điểm mới',
  effect: 'Hiệu quả, lợi ích',
  appliedAt: 'Nơi đã áp dụng',
};
export const authorFieldText: Readonly<Record<keyof TypedAuthor, string>> = {
  name: 'Họ và tên',
  place: 'Chức vụ, nơi công tác',
  share: 'Tỷ lệ đóng góp',
  person: 'Tài khoản (nếu có)',
};
export const effectFieldText: Readonly<Record<keyof TypedEffect, string>> = {
  what: 'Đại lượng',
  unitOfMeasure: 'Đơn vị tính',
  before: 'Trước khi áp dụng',
  after: 'Sau khi áp dụng',
};
const decisionFieldText: Readonly<Record<DecisionField, string>> = {
  number: 'Số, ký hiệu quyết định',
  date: 'Ngày ký',
  scope: 'Phạm vi ảnh hưởng',
};
const adoptionFieldText: Readonly<Record<AdoptionField, string>> = {
  adoptedOn: 'Áp dụng từ ngày',
  result: 'Kết quả',
};

const dayExample = 'Nhập ngày, tháng, năm, ví dụ 30/09/2026.';
const reading = {
  missing: 'Chưa nhập.',
  not_a_day: `Chưa phải một ngày có thật. ${dayExample}`,
  to_come: 'Ngày chưa đến.',
  too_long: 'Dài quá. Viết ngắn lại.',
} as const satisfies Readonly<Record<DecisionProblem | AdoptionProblem, string>>;

export function initiativeProblemText(problem: InitiativeProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa nhập.';
    case 'too_long':
      return `Dài quá. Viết tối đa ${formatVietnamese(problem.limit)} ký tự.`;
    case 'not_a_share':
      return 'Nhập số lớn hơn 0, không quá 100, tối đa hai chữ số thập phân, ví dụ 60 hoặc 33,33.';
    case 'not_a_number':
      return 'Nhập một số, ví dụ 1.234,5.';
    case 'not_a_year':
      return 'Nhập năm có bốn chữ số, ví dụ 2026.';
    case 'not_offered':
      return 'Chọn một tài khoản của đơn vị trong danh sách.';
    case 'twice':
      return 'Tài khoản này đã ghi cho tác giả ở trên.';
  }
}

export function faultText(fault: InitiativeFault): string {
  switch (fault.kind) {
    case 'text_missing':
      return `Chưa viết “${fieldText[fault.field]}”.`;
    case 'no_author':
      return 'Chưa có tác giả. Ghi ít nhất một người kèm tỷ lệ đóng góp.';
    case 'no_figure':
      return 'Chưa có hiệu quả bằng số. Ghi ít nhất một đại lượng đo được sau khi áp dụng.';
    case 'shares_not_whole':
      return `Tỷ lệ đóng góp của các tác giả cộng lại là ${formatVietnamese(fault.total)}%, phải bằng 100%.`;
  }
}

function pointsProblemText(problem: PointsProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa chấm.';
    case 'not_points':
      return 'Nhập điểm từ 0 trở lên, tối đa hai chữ số thập phân, ví dụ 27,5.';
    case 'too_many':
      return `Cao hơn điểm tối đa ${pointsText(problem.most)}.`;
  }
}

export type AnyInitiativeRefusal =
  | KernelRefusal
  | DraftRefusal
  | MoveRefusal
  | PanelRefusal
  | JudgeRefusal
  | AdoptRefusal
  | UseRefusal
  | CriteriaRefusal;

export function refusalText(refusal: AnyInitiativeRefusal): string {
  switch (refusal.kind) {
    case 'secret_scheme':
      return secretText;
    case 'initiative_wrong':
    case 'decision_wrong':
    case 'points_wrong':
    case 'adoption_wrong':
    case 'criteria_wrong':
      return 'Chưa hợp lệ. Xem từng ô bên dưới.';
    case 'initiative_incomplete':
      return refusal.faults.map(faultText).join(' ');
    case 'panel_open':
      return 'Hội đồng, tổ chấm chưa khóa chấm nên chưa công nhận được.';
    case 'below_threshold':
      return `Điểm bình quân ${pointsText(refusal.mean)} thấp hơn mức đạt ${pointsText(refusal.threshold)} nên không công nhận được.`;
    case 'panel_closed':
      return 'Đã khóa chấm. Điểm và thành viên không đổi được nữa.';
    case 'nobody_chosen':
      return 'Chưa chọn người, hoặc người này không cử được vào hội đồng, tổ chấm này.';
    case 'sent_it':
      return 'Người đã ký gửi không tham gia chấm.';
    case 'has_interest':
      return 'Ông/bà (hoặc người ủy quyền cho ông/bà) là tác giả nên không xem xét, kết luận hay chấm sáng kiến này. Việc này do người khác làm.';
    case 'must_declare':
      return 'Tên ông/bà trùng tên một tác giả. Đánh dấu xác nhận mình không phải tác giả đó rồi làm tiếp; nếu là tác giả thì để người khác làm.';
    case 'is_author':
      return 'Người này là tác giả nên không tham gia chấm. Cử người khác.';
    case 'has_scored':
      return 'Thành viên này đã chấm nên không thôi cử được nữa.';
    case 'not_all_scored':
      return `Còn thành viên chưa chấm: ${refusal.waiting.join(', ')}. Chờ chấm, hoặc thôi cử người vắng mặt.`;
    case 'too_few_scores':
      return `Mới có ${refusal.scored} người chấm, cần ít nhất ${refusal.fewest} (mặc định của phần mềm, chờ tỉnh xác nhận).`;
    case 'verdict_missing':
      return 'Chưa chọn kết luận.';
    case 'reason_missing':
      return 'Chưa ghi lý do. Viết ngắn gọn vì sao kết luận như vậy.';
    case 'own_initiative':
      return 'Đây là sáng kiến, mô hình của chính đơn vị này; nhân rộng là do đơn vị khác áp dụng.';
    case 'not_recognised':
      return 'Chưa được công nhận nên chưa nhân rộng hoặc dùng làm căn cứ khen thưởng được.';
    case 'adopted_already':
      return 'Đơn vị này đã ghi nhận áp dụng rồi. Xem ở danh sách bên dưới.';
    case 'used_already':
      return `Đã dùng cho ${refusal.usedFor} (xét khen thưởng năm ${refusal.year}), ${momentText(refusal.usedAt)}${refusal.by === null ? '' : `, người ghi: ${refusal.by}`}. Mỗi sáng kiến chỉ dùng cho một lần khen thưởng (Luật, Điều 5.2.c).`;
    case 'edition_waiting':
      return 'Đang có một bản chờ xác nhận. Xác nhận hoặc bỏ bản đó rồi mới đề xuất bản khác.';
    case 'edition_taken':
      return 'Vừa có người ban hành một bản khác. Xem lại rồi làm tiếp.';
    case 'wrong_stage':
      return `Đang ở bước “${stageWord(refusal.stage)}” nên chưa làm được việc này.`;
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'four_eyes':
    case 'needs':
    case 'lost_race':
      return kernelRefusal(refusal);
  }
}

/** The box that a namesake ticks, on whichever form. */
export const notAuthorField = 'khong-la-tac-gia';

const stageWord = (stage: string): string =>
  initiativeStageText[stage as InitiativeStage] ??
  adoptionStageText[stage as AdoptionStage] ??
  criteriaStageText[stage as CriteriaStage];

export type ShownProblem = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands on the form after a refusal, at its fields where it has any. */
export function initiativeProblems(refusal: Refusal): readonly ShownProblem[] {
  const known = refusal as AnyInitiativeRefusal | IntakeRefusal;
  if (isIntakeRefusal(known)) return [{ field: 'tep-moi', label: initiativesText.file, message: intakeText(known) }];
  return atFields(known) ?? [{ message: refusalText(known) }];
}

function atFields(known: AnyInitiativeRefusal): readonly ShownProblem[] | undefined {
  if (known.kind === 'initiative_wrong')
    return known.problems.map((wrong) => ({
      field: partName(wrong),
      label: partText(wrong),
      message: wrong.field === 'kind' ? initiativesText.kindMissing : initiativeProblemText(wrong.problem),
    }));
  if (known.kind === 'decision_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: decisionFieldText[field],
      message: reading[problem],
    }));
  if (known.kind === 'adoption_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: adoptionFieldText[field],
      message: reading[problem],
    }));
  if (known.kind === 'points_wrong')
    return known.problems.map(({ position, problem }) => ({
      field: `diem-${position}`,
      label: initiativesText.criterionRow(position),
      message: pointsProblemText(problem),
    }));
  if (known.kind === 'criteria_wrong')
    return known.problems.map(({ field, problem }) => ({ field, message: criteriaProblemText[problem] }));
  if (known.kind === 'initiative_incomplete') return known.faults.map((fault) => ({ message: faultText(fault) }));
  if (known.kind === 'needs' || known.kind === 'reason_missing')
    return [{ field: 'ly-do', label: initiativesText.reason, message: refusalText(known) }];
  if (known.kind === 'verdict_missing')
    return [{ field: 'ket-luan', label: initiativesText.verdict, message: refusalText(known) }];
  if (known.kind === 'must_declare')
    return [{ field: notAuthorField, label: initiativesText.notAuthor, message: refusalText(known) }];
  if (known.kind === 'nobody_chosen' || known.kind === 'sent_it' || known.kind === 'is_author')
    return [{ field: 'nguoi', label: initiativesText.member, message: refusalText(known) }];
  return undefined;
}

const criteriaStageText: Readonly<Record<CriteriaStage, string>> = {
  proposed: 'Chờ xác nhận, chưa dùng',
  confirmed: 'Được dùng từ ngày áp dụng',
  withdrawn: 'Đã bỏ',
};

export const criteriaProblemText = {
  missing: 'Chưa nhập.',
  not_points: 'Nhập điểm lớn hơn 0, tối đa hai chữ số thập phân, ví dụ 30.',
  not_a_day: `Chưa phải một ngày có thật. ${dayExample}`,
  past_day: 'Ngày áp dụng không được trước hôm nay.',
  too_long: 'Dài quá. Viết ngắn lại.',
  above_sum: 'Mức đạt cao hơn tổng điểm tối đa của các tiêu chí.',
} as const;

function partText(part: InitiativePart): string {
  if ('author' in part) return `${initiativesText.authorRow(part.author + 1)}, ${lower(authorFieldText[part.field])}`;
  if ('effect' in part) return `${initiativesText.effectRow(part.effect + 1)}, ${lower(effectFieldText[part.field])}`;
  return fieldText[part.field];
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

export function recognitionText({ level, scope, number, date }: Recognition): string {
  return `Công nhận ${lower(levelText[level])}, ${lower(scopeText[scope])}: Quyết định số ${number}, ngày ${dateText(date)}`;
}

export function authorLine({ name, place, share }: Pick<Author, 'name' | 'place' | 'share'>): string {
  return [name, place, share === '' ? '' : `${share}%`].filter(Boolean).join(', ');
}

export function effectLine(row: Effect | TypedEffect): string {
  const { what, unitOfMeasure, before, after } = row;
  return what === '' && after === '' ? '' : `${what} (${unitOfMeasure}): ${before || '?'} → ${after}`;
}

export const initiativesText = {
  title: 'Sáng kiến, mô hình',
  kindMissing: 'Chưa chọn.',
  heading: (total: number) => `Sáng kiến, mô hình (${formatVietnamese(total)})`,
  lead: 'Mô hình, sáng kiến, giải pháp, công trình, phần việc tiêu biểu của các đơn vị. Chỉ thị yêu cầu mỗi đơn vị mỗi năm có ít nhất một (mục II.1.4).',
  new: 'Soạn mới',
  newTitle: 'Soạn sáng kiến, mô hình',
  recognisedTitle: 'Sáng kiến, mô hình đã được công nhận',
  allOfThem: 'Xem tất cả sáng kiến, mô hình',
  newLead: 'Lưu nháp trước; thủ trưởng đơn vị xem lại rồi ký gửi.',
  editTitle: 'Sửa nội dung',
  adoptable: 'Có thể nhân rộng',
  adoptableLead:
    'Đã được công nhận. Đơn vị khác áp dụng thì ghi nhận ở trang của sáng kiến; nhiều đơn vị áp dụng đứng trước.',
  all: 'Tất cả',
  criteria: 'Bộ tiêu chí chấm',
  byExcel: 'Nạp hồ sơ cũ',
  words: 'Từ trong tên',
  kind: 'Loại',
  year: 'Năm',
  stage: 'Tình trạng',
  level: 'Công nhận',
  scheme: 'Đề án',
  unit: 'Đơn vị',
  every: 'Tất cả',
  caption: 'Danh sách sáng kiến, mô hình',
  name: 'Tên',
  adoptions: 'Đơn vị áp dụng',
  emptyWhat: 'Chưa có sáng kiến, mô hình nào như vậy',
  emptyWhy: 'Ở đây có những sáng kiến, mô hình đã được công nhận; bản nháp chỉ đơn vị soạn thấy.',
  noUnit: 'Ông/bà chưa soạn được sáng kiến, mô hình nào',
  noUnitWhy: 'Chuyên viên đầu mối và thủ trưởng soạn cho đơn vị của mình. Liên hệ người quản trị để được phân vai trò.',
  serves: 'Gắn với',
  servesHint: 'Đề án, hoặc một nội dung, tiêu chí của đề án. Có thể để trống.',
  wholeScheme: (code: string, name: string) => `${code} ${name} (cả đề án)`,
  none: 'Chưa gắn',
  authors: 'Tác giả',
  authorsHint: 'Tỷ lệ đóng góp cộng lại bằng 100%. Dòng để trống không được lưu; lưu rồi mở lại để có thêm dòng.',
  authorRow: (n: number) => `Tác giả ${n}`,
  effects: 'Hiệu quả bằng số',
  effectsHint:
    'Số đo được trước và sau khi áp dụng. Chưa biết số trước khi áp dụng thì để trống; không ghi 0 thay cho chưa biết.',
  effectRow: (n: number) => `Dòng ${n}`,
  problemHint: 'Trước khi có sáng kiến, việc gì khó, chậm, tốn kém?',
  noveltyHint: 'Cách làm mới là gì, khác cách cũ ở đâu?',
  effectHint: 'Lợi ích cho người dân, đơn vị; nói thêm về các số bên dưới.',
  appliedHint: 'Nơi đã áp dụng, từ khi nào.',
  save: 'Lưu nháp',
  saveChange: 'Lưu thay đổi',
  cancel: 'Quay lại',
  faults: 'Chưa ký gửi được',
  returned: 'Bị trả lại',
  refused: 'Không công nhận',
  declined: 'Tỉnh chưa công nhận',
  reason: 'Lý do',
  source: 'Nguồn hồ sơ cũ',
  evidence: 'Minh chứng',
  noEvidence: 'Chưa có tệp nào.',
  file: 'Tệp minh chứng',
  fileHint: 'PDF, Word, Excel hoặc ảnh chụp rõ; tối đa 20 MB. Không đính kèm tài liệu mật.',
  unknown: 'chưa biết',
  notWritten: 'Chưa viết.',
  sentBy: 'Người ký gửi',
  percent: (share: string) => `${formatVietnamese(share)}%`,
  recognition: 'Công nhận',
  notYet: 'Chưa công nhận',
  decide: 'Quyết định công nhận',
  decideLead: 'Ghi đúng số, ngày của quyết định đã ký.',
  decisionNumber: decisionFieldText.number,
  decisionNumberHint: 'Ví dụ 120/QĐ-UBND.',
  decisionDate: decisionFieldText.date,
  scope: decisionFieldText.scope,
  refuseTitle: 'Trả lại hoặc không công nhận',
  panel: (level: Level) => `Hội đồng, tổ chấm ${lower(levelText[level])}`,
  panelSet: (name: string, edition: number, isDefault: boolean) =>
    `Chấm theo ${lower(name)}, bản ${edition}${isDefault ? ' (mặc định của phần mềm, chờ tỉnh xác nhận)' : ''}.`,
  panelRule: (threshold: number) =>
    `Kết quả là điểm bình quân của những người chấm; đạt từ ${pointsText(threshold)} điểm trở lên. Cần ít nhất ${fewestScores} người chấm.`,
  panelResult: (mean: number, threshold: number, scored: number) =>
    `Điểm bình quân ${pointsText(mean)} của ${scored} người chấm: ${mean >= threshold ? 'đạt' : 'chưa đạt'} (mức đạt ${pointsText(threshold)})`,
  noMembers: 'Chưa cử thành viên nào.',
  member: 'Thành viên',
  seat: 'Cử thành viên',
  unseat: 'Thôi cử',
  unseatOf: (name: string) => `Thôi cử ${name}`,
  isAuthor: 'Là tác giả, không chấm',
  mustDeclare: 'Trùng tên tác giả, chưa khai',
  notAuthor: 'Tôi trùng tên với một tác giả nhưng không phải người đó',
  noAccount: 'Không có hoặc không rõ',
  accountHint:
    'Tác giả có tài khoản thì chọn tài khoản: phần mềm không để người đó xem xét, chấm sáng kiến của chính mình. Chỉ có tên thì ai trùng tên phải khai trước khi chấm.',
  declared: 'Có lợi ích liên quan, không chấm',
  hasScored: 'Đã chấm',
  hasNotScored: 'Chưa chấm',
  total: 'Tổng điểm',
  remark: 'Nhận xét',
  criterion: 'Tiêu chí',
  criterionHead: (name: string, most: number) => `${name} (tối đa ${pointsText(most)})`,
  criterionRow: (position: number) => `Tiêu chí ${position}`,
  most: 'Tối đa',
  score: 'Chấm điểm',
  scoreTitle: (title: string) => `Chấm điểm: ${title}`,
  scoreHint: (most: number) => `Từ 0 đến ${pointsText(most)}`,
  saveScore: 'Lưu điểm',
  interest: 'Tôi có lợi ích liên quan (người thân, cùng làm, tranh chấp); tôi không chấm',
  scoreNote: 'Mỗi thành viên chấm độc lập; không ai thấy điểm của người khác trước khi khóa chấm.',
  criteriaTitle: 'Bộ tiêu chí chấm sáng kiến, mô hình',
  criteriaLead:
    'Bản áp dụng theo ngày mở chấm; bản cũ vẫn giữ cho những lần đã chấm. Bản mới chỉ được dùng khi người thứ hai đã xác nhận.',
  edition: (n: number) => `Bản ${n}`,
  validFrom: 'Áp dụng từ',
  threshold: 'Mức đạt',
  basis: 'Căn cứ',
  isDefault: 'Mặc định của phần mềm, chờ tỉnh xác nhận',
  criteriaStage: 'Tình trạng',
  criteriaStageOf: (stage: CriteriaStage) => criteriaStageText[stage],
  proposedBy: 'Người đề xuất',
  confirmedBy: 'Người xác nhận',
  confirmLead:
    'Đọc kỹ căn cứ, điểm tối đa và mức đạt rồi xác nhận; xác nhận rồi thì không sửa được, chỉ ban hành bản sau.',
  waitsForOther:
    'Chờ một người thẩm định hoặc người có thẩm quyền quyết định khác xác nhận; người đề xuất không tự xác nhận.',
  waitsAlready: 'Đang có bản chờ xác nhận nên chưa đề xuất được bản khác.',
  newCriteria: 'Đề xuất bản mới',
  criteriaName: 'Tên bộ tiêu chí',
  basisHint: 'Số, ngày của văn bản quy định bộ tiêu chí.',
  criteriaRows: 'Tiêu chí và điểm tối đa',
  issue: 'Gửi để xác nhận',
  criteriaDone: {
    'de-xuat': 'Đã ghi bản mới, chờ người thứ hai xác nhận.',
    confirm: 'Đã xác nhận. Bản này được dùng cho các lần chấm mở từ ngày áp dụng.',
    withdraw: 'Đã bỏ bản chờ xác nhận.',
  } as Readonly<Record<string, string>>,
  criteriaMove: { confirm: 'Xác nhận bản này', withdraw: 'Bỏ bản này' } as Readonly<Record<CriteriaMove, string>>,
  alike: 'Nội dung giống với',
  alikeNone: 'Không thấy sáng kiến, mô hình nào có đoạn giống nhau đáng kể trong những bản ông/bà được xem.',
  alikeNote:
    'Phần mềm chỉ tìm đoạn trùng nhau, không kết luận. Người xem xét đọc rồi kết luận; việc gửi và công nhận không bị chặn vì giống.',
  alikeShare: (mine: number, theirs: number) =>
    `${formatVietnamese(mine * 100, 0)}% nội dung bản này có trong bản kia; ${formatVietnamese(theirs * 100, 0)}% nội dung bản kia có trong bản này`,
  alikeOf: (unit: string, year: number, stage: string) => `${unit}, năm ${year}, ${lower(stage)}`,
  compareTitle: 'So sánh hai bản',
  mine: 'Bản đang xem',
  theirs: 'Bản kia',
  sharedLegend: 'Đoạn tô nền là đoạn trùng nhau, không phân biệt dấu và chữ hoa, chữ thường.',
  verdict: 'Kết luận',
  judged: (verdict: Verdict, by: string, at: Date, reason: string) =>
    `${verdictText[verdict]}: ${reason} (${by}, ${momentText(at)})`,
  notJudged: 'Chưa có kết luận',
  judge: 'Ghi kết luận',
  judgeHint: 'Viết vì sao, ví dụ: cùng tên nhưng cách làm khác hẳn.',
  adoptionsTitle: (count: number) => `Nhân rộng: ${formatVietnamese(count)} đơn vị đã áp dụng`,
  noAdoptions: 'Chưa có đơn vị nào khác ghi nhận áp dụng.',
  since: (day: string) => `từ ${day}`,
  returnedBecause: (reason: string) => `Lý do trả lại: ${reason}`,
  adopt: 'Ghi nhận đơn vị áp dụng',
  adoptLead: 'Đơn vị khác đã áp dụng thì ghi ngày và kết quả; thủ trưởng hoặc Sở Nội vụ xác nhận rồi mới tính.',
  adoptedOn: adoptionFieldText.adoptedOn,
  adoptionResult: adoptionFieldText.result,
  adoptionResultHint: 'Đã làm ở đâu, được bao nhiêu, so với trước ra sao.',
  use: 'Dùng cho khen thưởng',
  useOf: (what: string, at: Date) =>
    `Đã dùng cho ${what}, ${momentText(at)}. Mỗi sáng kiến chỉ dùng cho một lần khen thưởng.`,
  notUsed: 'Chưa dùng cho lần khen thưởng nào. Mỗi sáng kiến chỉ dùng cho một lần khen thưởng (Luật, Điều 5.2.c).',
  exportName: 'sang-kien',
  decisions: 'Quyết định công nhận',
  of: (unit: string, kind: string, year: number) => `${unit} · ${kind} · năm ${year}`,
} as const;

export const initiativeWorkText = {
  confirmCriteria: 'Xác nhận bản mới của bộ tiêu chí chấm sáng kiến',
  confirmCriteriaNote: 'Người khác đề xuất; chưa xác nhận thì chưa được dùng.',
  review: (n: number) => `Xem xét ${formatVietnamese(n)} sáng kiến, mô hình`,
  reviewNote: 'Các đơn vị đã ký gửi, chờ trả lại hoặc đưa ra chấm.',
  score: (title: string) => `Chấm điểm: ${title}`,
  scoreNote: 'Ông/bà là thành viên hội đồng, tổ chấm.',
  verify: (title: string) => `Xác nhận đơn vị áp dụng: ${title}`,
  returned: (title: string) => `Sửa sáng kiến, mô hình bị trả lại: ${title}`,
  draft: (title: string) => `Hoàn thiện, ký gửi: ${title}`,
  submitted: (title: string) => `Sáng kiến, mô hình đã gửi, chờ xem xét: ${title}`,
  without: 'Soạn sáng kiến, mô hình của năm',
  look: 'Xem',
  open: 'Mở',
} as const;

type RightsRow = {
  readonly stage: InitiativeStage;
  readonly move: InitiativeMove;
  readonly to: InitiativeStage;
  readonly fourEyes: boolean;
  readonly may: readonly Role[];
};

/** For a lawyer to read; a test holds it equal to the procedure. */
export function initiativeRightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, fourEyes, may }) => {
    const who = may.map((role) => roleNames[role]).join('; ') || 'không ai';
    return `| ${initiativeStageText[stage]} | ${initiativeMoveText[move]} | ${initiativeStageText[to]} | ${who} | ${fourEyes ? 'có' : ''} |`;
  });
  return `# Ai được làm gì với sáng kiến, mô hình

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc; vai trò dưới đây là vai trò tại đơn vị soạn hoặc cấp trên của đơn
vị đó. Cột cuối: người đã ký gửi không làm việc này. Trả lại, không công nhận cần lý do; công nhận cần hội đồng, tổ chấm đã khóa chấm
với điểm bình quân từ mức đạt trở lên và số, ngày của quyết định đã ký. Thành viên hội đồng, tổ chấm tự chấm điểm của mình; tác giả
không chấm, người đã ký gửi không tham gia.

| Bước | Việc | Sang bước | Ai được làm | Người khác |
|---|---|---|---|---|
${lines.join('\n')}
`;
}

export const pastHeadings: Readonly<Record<PastColumn, string>> = {
  unit: 'Mã đơn vị',
  kind: 'Loại',
  title: 'Tên',
  year: 'Năm',
  scheme: 'Mã đề án',
  problem: 'Vấn đề đặt ra',
  novelty: 'Điểm mới',
  effect: 'Hiệu quả, lợi ích',
  appliedAt: 'Nơi đã áp dụng',
  authors: 'Tác giả',
  level: 'Cấp công nhận',
  number: 'Số quyết định',
  date: 'Ngày quyết định',
  source: 'Nguồn hồ sơ',
};

export const pastText = {
  title: 'Nạp hồ sơ sáng kiến, mô hình đã công nhận trước đây',
  lead: 'Dành cho người thẩm định. Mỗi dòng một sáng kiến, kèm quyết định công nhận và nguồn hồ sơ; nạp tất cả hoặc không dòng nào.',
  template: 'Biểu mẫu',
  download: 'Tải biểu mẫu Excel',
  upload: 'Tải tệp đã điền lên',
  fileHint: 'Tệp .xlsx hoặc .csv.',
  forbidden: 'Ông/bà chưa nạp được hồ sơ cũ',
  forbiddenWhy: 'Việc này do người thẩm định thực hiện. Liên hệ người quản trị nếu được giao việc này.',
  sheet: 'Sáng kiến',
  sheetTitle: 'Sáng kiến, mô hình đã công nhận',
  fileName: 'bieu-mau-sang-kien',
  guide: [
    'Loại: Mô hình, Sáng kiến, Giải pháp đổi mới sáng tạo, Công trình, hoặc Phần việc tiêu biểu.',
    'Tác giả: họ và tên kèm tỷ lệ trong ngoặc, cách nhau bằng dấu chấm phẩy; một tác giả thì không cần tỷ lệ.',
    'Cấp công nhận: Cấp đơn vị hoặc Cấp tỉnh. Nguồn hồ sơ: lấy từ đâu, ví dụ số của tập hồ sơ lưu.',
  ],
} as const;

export function pastRowText(problem: PastProblem): string {
  switch (problem.kind) {
    case 'unit_unknown':
      return problem.text === '' ? 'Chưa ghi mã đơn vị.' : `Không có đơn vị mang mã “${problem.text}” trong phạm vi.`;
    case 'scheme_unknown':
      return `Không có đề án mang mã “${problem.text}”. Mã có dạng DA-01.`;
    case 'kind_unknown':
      return `Loại “${problem.text}” không có trong danh sách. ${pastText.guide[0]}`;
    case 'level_unknown':
      return 'Ghi “Cấp đơn vị” hoặc “Cấp tỉnh”.';
    case 'source_missing':
      return 'Chưa ghi nguồn hồ sơ.';
    case 'secret':
      return secretText;
    case 'twice':
      return `Trùng tên, đơn vị và năm với dòng ${problem.row}. Giữ lại một dòng.`;
    case 'initiative':
      return initiativeProblemText(problem.problem);
    case 'decision':
      return problem.field === 'date'
        ? `Ngày quyết định chưa đúng hoặc chưa đến. ${dayExample}`
        : 'Chưa ghi số quyết định, hoặc số quá dài.';
  }
}

export function pastImportRefusalText(refusal: Refusal): string {
  return ['not_allowed', 'not_scoped', 'not_there'].includes(refusal.kind)
    ? kernelRefusal(refusal as KernelRefusal)
    : 'Không nạp được tệp này.';
}
