/** Why a deed of scoring is refused, in the words of the page, and at which field. */
import { pointsText } from '../../kernel/hundredths.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { FieldProblem } from './judgement-form.ts';
import type { AssignWrong } from './assigning.server.ts';
import type { EvidenceRefusal } from './evidence.server.ts';
import type { JudgementRefusal, PrepareRefusal } from './judging.server.ts';
import type { AssignRefusal, MoveCardRefusal } from './moving.server.ts';
import type { FollowRefusal } from './members.server.ts';
import type { AnswerRefusal, FileRefusal, ObjectionWrong } from './objections.server.ts';
import { OBJECTION_LIMIT } from './objections.server.ts';
import type { AdoptRefusal, ChangeRefusal } from './preparing.server.ts';
import type { ScoreProblem } from './score-form.ts';
import type { SelfProblem } from './self-sheet.ts';
import type { RowRefusal, ScoreRefusal, ScoresRefusal, WrongRow } from './scores.server.ts';
import { sheetField } from './sheet.ts';
import { judgementFieldText, judgementStageText, objectionText, scoringText } from './text.ts';

export type AnyScoringRefusal =
  | KernelRefusal
  | PrepareRefusal
  | ChangeRefusal
  | AdoptRefusal
  | JudgementRefusal
  | MoveCardRefusal
  | AssignRefusal
  | AssignWrong
  | EvidenceRefusal
  | FollowRefusal
  | FileRefusal
  | AnswerRefusal
  | ScoreRefusal
  | ScoresRefusal;
export type Problem = { readonly field: string; readonly label?: string; readonly message: string };

/** Of a page's forms; an empty field: of none. */
export function scoringProblems(refusal: Refusal): readonly Problem[] {
  if (isIntakeRefusal(refusal)) return [{ field: 'tep', label: 'Tệp', message: intakeText(refusal) }];
  const known = refusal as Exclude<AnyScoringRefusal, IntakeRefusal>;
  if (known.kind === 'judgement_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: judgementFieldText[field],
      message: judgementProblemText(problem),
    }));
  if (known.kind === 'scores_wrong') return known.rows.map(rowProblem);
  if (known.kind === 'objection_wrong') return [objectionProblem(known)];
  if (known.kind === 'assign_wrong')
    return known.rows.map(({ cardId, refusal: row }) => ({ field: `cross.${cardId}`, message: refusalText(row) }));
  if (known.kind === 'needs')
    return [{ field: 'reason', label: scoringText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn.' }];
  return [{ field: fieldOf(known.kind), message: refusalText(known) }];
}

const fieldOf = (kind: string) => (kind === 'not_a_member' || kind === 'interested' ? 'cross' : '');

function rowProblem({ code, refusal }: WrongRow): Problem {
  const part = refusal.kind === 'score_wrong' ? refusal.field : refusal.kind === 'data_stand' ? 'state' : 'points';
  return { field: sheetField(part, code), label: code, message: rowText(refusal) };
}

function objectionProblem({ field, problem }: ObjectionWrong): Problem {
  const isUnchosen = field === 'verdict' && problem === 'missing';
  return {
    field,
    label: objectionFieldText[field],
    message: isUnchosen ? VERDICT_UNCHOSEN : objectionProblemText[problem],
  };
}

const objectionFieldText = {
  text: objectionText.text,
  answer: objectionText.answer,
  points: scoringText.pointsField,
  verdict: objectionText.verdict,
} as const;

const VERDICT_UNCHOSEN = 'Chưa chọn. Chọn chấp nhận hoặc không chấp nhận.';
const objectionProblemText = {
  missing: 'Chưa nhập. Viết ngắn gọn, nêu rõ căn cứ.',
  too_long: `Dài quá ${OBJECTION_LIMIT.toLocaleString('vi-VN')} ký tự. Phần chi tiết để trong minh chứng.`,
  nothing_changed: 'Chấp nhận đề nghị thì phải ghi điểm mới. Không đổi điểm thì chọn không chấp nhận.',
} as const;

type Said = Exclude<
  AnyScoringRefusal,
  { kind: 'judgement_wrong' | 'scores_wrong' | 'objection_wrong' | 'assign_wrong' }
>;

export function refusalText(refusal: Said): string {
  switch (refusal.kind) {
    case 'set_not_published':
      return 'Bộ tiêu chí chưa ban hành nên chưa chấm điểm được. Ban hành bộ tiêu chí trước.';
    case 'judged_already':
      return 'Khối, cụm này trong năm đã có đợt chấm điểm. Mở đợt đó; nếu bộ tiêu chí có bản mới thì chuyển sang bản mới tại đó.';
    case 'no_newer_edition':
      return 'Bản này không phải bản mới hơn của cùng bộ tiêu chí, hoặc chưa ban hành.';
    case 'no_members':
      return `Khối, cụm chưa có đơn vị nào trong năm ${refusal.year}. Ghi danh sách đơn vị trước khi mở chấm điểm.`;
    case 'not_appraised':
      return `Còn ${refusal.unitIds.length} phiếu chưa thẩm định xong nên chưa thông báo điểm được. Kết thúc thẩm định từng phiếu trước.`;
    case 'points_missing':
      return `Còn ${refusal.missing.length} đơn vị có tiêu chí chưa có điểm (${[...new Set(refusal.missing.flatMap(({ codes }) => codes))].join(', ')}). Chờ số liệu, hoặc thẩm định ghi rõ cách tính.`;
    case 'card_incomplete':
      return [
        refusal.unscored.length > 0 ? `Chưa có điểm ở tiêu chí: ${refusal.unscored.join(', ')}.` : '',
        refusal.unproved.length > 0 ? `Chưa có minh chứng ở tiêu chí: ${refusal.unproved.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'not_scoring':
      return `Đợt chấm điểm đang ở bước “${judgementStageText[refusal.stage]}” nên không thực hiện được việc này.`;
    case 'objection_term_over':
      return refusal.until === null
        ? 'Điểm chưa được thông báo nên chưa đề nghị xem lại được.'
        : `Đã hết thời hạn đề nghị xem lại (${dateText(refusal.until)}). Sau khi công bố kết quả, đơn vị gửi kiến nghị ở trang xếp hạng.`;
    case 'objected_already':
      return 'Đã có một đề nghị đang chờ trả lời về nội dung này. Rút đề nghị đó trước khi gửi đề nghị khác.';
    case 'objection_closed':
      return 'Đề nghị này đã được trả lời hoặc đã rút.';
    case 'scored_since':
      return 'Đã có đơn vị chấm điểm trên phiếu này nên không rút về được. Đề nghị Sở Nội vụ trả lại phiếu để sửa.';
    case 'nobody_changed':
      return 'Đơn vị trong khối, cụm không thay đổi so với đợt chấm điểm.';
    case 'not_a_member':
      return 'Chọn một đơn vị khác trong cùng đợt chấm điểm.';
    case 'interested':
      return 'Đơn vị, người chấm có liên quan với đơn vị được chấm (cùng đơn vị, cấp trên hoặc cấp dưới). Giao đơn vị hoặc người khác chấm.';
    case 'score_wrong':
    case 'criterion_gone':
    case 'not_this_step':
    case 'data_stand':
      return rowText(refusal);
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'needs':
    case 'lost_race':
      return kernelRefusal(refusal);
  }
}

export function rowText(refusal: RowRefusal): string {
  switch (refusal.kind) {
    case 'score_wrong':
      return scoreProblemText(refusal.problem);
    case 'criterion_gone':
      return 'Tiêu chí này không còn trong bản bộ tiêu chí đang dùng.';
    case 'not_this_step':
      return refusal.way === 'data'
        ? 'Tiêu chí này tính từ số liệu, không nhập tay.'
        : refusal.way === 'expert'
          ? 'Tiêu chí này do cơ quan chuyên môn chấm.'
          : 'Bước này không chấm tiêu chí này.';
    case 'data_stand':
      return refusal.least === null
        ? 'Đã có số liệu nên điểm được tính, không nhập tay.'
        : `Thiếu số liệu thì chỉ ghi “không áp dụng”, hoặc tính phần chưa có số liệu là chưa đạt (${pointsText(refusal.least)} điểm).`;
    case 'lost_race':
      return 'Người khác vừa ghi điểm ở tiêu chí này. Xem hai bản và chọn bản cần giữ.';
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'needs':
      return kernelRefusal(refusal);
  }
}

/** At a cell of the sheet in which a unit scores itself. */
export function selfProblemText(problem: SelfProblem): string {
  switch (problem.kind) {
    case 'code_unknown':
      return 'Không có tiêu chí mang mã này trong bộ tiêu chí đang dùng.';
    case 'code_twice':
      return 'Mã tiêu chí đã có ở dòng trên. Giữ một dòng.';
    case 'mark_unknown':
      return 'Ghi x nếu không áp dụng, để trống nếu áp dụng.';
    case 'not_self_scored':
      return problem.way === 'data'
        ? 'Tiêu chí này tính từ số liệu, không tự chấm. Xóa ô này.'
        : problem.way === 'expert'
          ? 'Tiêu chí này do cơ quan chuyên môn chấm. Xóa ô này.'
          : 'Đây là nhóm, điểm là tổng các tiêu chí bên dưới. Xóa ô này.';
    case 'missing':
    case 'not_a_number':
    case 'too_fine':
    case 'below_zero':
    case 'above_max':
    case 'reason_missing':
    case 'reason_long':
      return scoreProblemText(problem);
  }
}

function scoreProblemText(problem: ScoreProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Đã ghi lý do nhưng chưa có điểm. Nhập điểm, ví dụ 12,5, hoặc xóa lý do.';
    case 'not_a_number':
      return `“${problem.text}” không phải là số. Nhập số, ví dụ 12,5.`;
    case 'too_fine':
      return 'Điểm có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,25.';
    case 'below_zero':
      return 'Điểm không được nhỏ hơn 0. Điểm trừ cũng nhập số dương ở tiêu chí điểm trừ.';
    case 'above_max':
      return `Cao hơn điểm tối đa của tiêu chí là ${pointsText(problem.max)}.`;
    case 'reason_long':
      return `Lý do dài quá ${problem.limit.toLocaleString('vi-VN')} ký tự. Viết gọn lại, phần chi tiết để trong minh chứng.`;
    case 'reason_missing':
      return reasonWhy[problem.why];
  }
}

const reasonWhy = {
  differs: 'Điểm khác với bước trước. Ghi rõ lý do.',
  not_applicable: 'Ghi rõ vì sao tiêu chí không áp dụng với đơn vị.',
  bonus_or_penalty: 'Điểm thưởng, điểm trừ phải ghi lý do, căn cứ.',
  unknown_as_nothing: 'Ghi rõ vì sao không chờ số liệu.',
} as const;

function judgementProblemText(problem: FieldProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa nhập.';
    case 'too_long':
      return `Dài quá ${problem.limit} ký tự.`;
    case 'not_a_day':
      return 'Không phải là ngày. Nhập ngày, tháng, năm, ví dụ 15/12/2026.';
    case 'backwards':
      return 'Hạn của bước sau không được trước hạn của bước trước.';
    case 'not_days':
      return 'Nhập số ngày làm việc từ 1 đến 60.';
  }
}
