/** Why a deed on a dossier is refused, in the words of the page; one sentence each, and which field it is about. */
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { findAward } from '../awards/award.ts';
import type { AnyRegisterRefusal } from '../register/text.ts';
import { refusalText as registerRefusalText, registerProblems } from '../register/text.ts';
import type { DossierProblem } from './dossier.ts';
import type { DraftRefusal } from './drafting.server.ts';
import type { PaperWithoutOwner } from './files.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import type { ListRefusal } from './nominating.server.ts';
import type { NomineeRefusal, ReasonMissing, SettledAlready } from './nominees.server.ts';
import type { DossierFault } from './ready.ts';
import type { ReportWrong } from './report.ts';
import { reportProblemText, reportSectionText, reportText } from './report.text.ts';
import { decidedAtText, dossierFieldText, dossiersText, holderKindText, outcomeText } from './text.ts';

export type AnyDossierRefusal =
  | KernelRefusal
  | DraftRefusal
  | MoveRefusal
  | NomineeRefusal
  | ReportWrong
  | ListRefusal
  | PaperWithoutOwner
  | AnyRegisterRefusal
  | ReasonMissing
  | SettledAlready;

export const awardName = (code: string) => findAward(code)?.name ?? code;
const awardNames = (codes: readonly string[]) => codes.map((code) => `“${awardName(code)}”`).join(', ');

export function dossierRefusalText(refusal: AnyDossierRefusal): string {
  switch (refusal.kind) {
    case 'dossier_wrong':
      return refusal.problems.map(({ problem }) => dossierProblemText[problem]).join(' ');
    case 'secret_movement':
      return 'Phong trào này thực hiện theo quy định về bảo vệ bí mật nhà nước nên không lập hồ sơ khen thưởng trên hệ thống. Gửi văn bản theo chế độ mật. Căn cứ: khoản 4 Điều 84, điểm đ khoản 1 Điều 85 Luật Thi đua, khen thưởng.';
    case 'nominees_unfit':
      return `Hồ sơ đang đề nghị ${awardNames(refusal.awardCodes)}, không gửi được theo nơi nhận hoặc thủ tục vừa chọn. Bỏ các đề nghị này hoặc tách sang hồ sơ khác trước.`;
    case 'dossier_incomplete':
      return refusal.faults.map(dossierFaultText).join(' ');
    case 'not_confirmed':
      return 'Hồ sơ trình theo ngành mà cơ quan chuyên môn chưa xác nhận. Chờ xác nhận rồi mới tiếp nhận.';
    case 'confirmed_already':
      return 'Hồ sơ này đã được xác nhận theo ngành rồi.';
    case 'council_needed':
      return `${awardNames(refusal.awardCodes)} phải được Hội đồng bỏ phiếu theo tỷ lệ quy định trước khi trình người có thẩm quyền.`;
    case 'ground_missing':
      return 'Chọn căn cứ pháp lý để trả lại (Nghị định 152/2025/NĐ-CP, Điều 35).';
    case 'award_unknown':
      return 'Chọn danh hiệu hoặc hình thức khen thưởng trong danh mục.';
    case 'award_elsewhere':
      return `“${awardName(refusal.awardCode)}” không do tỉnh xét, không đề nghị trên hệ thống này.`;
    case 'award_of_other_receiver':
      return `“${awardName(refusal.awardCode)}” ${decidedAtText[refusal.level]}, khác với nơi nhận của hồ sơ này. Lập hồ sơ riêng gửi đúng nơi.`;
    case 'award_of_other_level':
      return `“${awardName(refusal.awardCode)}” ${decidedAtText[refusal.level]}, còn các đề nghị đã có trong hồ sơ ${decidedAtText[refusal.there]}. Mỗi hồ sơ chỉ gồm một cấp quyết định; lập hồ sơ riêng cho đề nghị này.`;
    case 'award_for_others':
      return `“${awardName(refusal.awardCode)}” không xét tặng cho ${holderKindText[refusal.holder].toLocaleLowerCase('vi')}.`;
    case 'title_not_simplified':
      return `“${awardName(refusal.awardCode)}” là danh hiệu thi đua, không xét theo thủ tục đơn giản. Điều 85 Luật Thi đua, khen thưởng chỉ áp dụng cho hình thức khen thưởng.`;
    case 'achievement_too_long':
      return `Tóm tắt dài quá. Viết tối đa ${refusal.limit.toLocaleString('vi-VN')} ký tự; phần còn lại ghi trong báo cáo thành tích.`;
    case 'twice_in_dossier':
      return 'Đối tượng này đã được đề nghị danh hiệu, hình thức đó trong hồ sơ này.';
    case 'holder_merged':
      return 'Đối tượng này đã được nhập vào một dòng khác trong sổ đăng ký vì trùng. Tìm lại và chọn dòng còn dùng.';
    case 'report_wrong':
      return refusal.problems.map(({ problem }) => reportProblemText[problem]).join(' ');
    case 'paper_without_owner':
      return 'Chọn giấy tờ này của đối tượng nào.';
    case 'list_empty':
      return 'Chưa có dòng nào. Dán danh sách, mỗi đối tượng một dòng.';
    case 'list_too_long':
      return `Danh sách dài quá. Dán tối đa ${refusal.most} dòng mỗi lần.`;
    case 'row_refused':
      return `Dòng ${refusal.line} (${refusal.name}): ${dossierRefusalText(refusal.refusal)} Chưa thêm ai.`;
    case 'holder_wrong':
    case 'honour_wrong':
    case 'honour_double':
    case 'revoked_already':
    case 'identity_taken':
    case 'identity_elsewhere':
    case 'looks_same':
    case 'merged':
    case 'unit_held_already':
      return registerRefusalText(refusal);
    case 'reason_missing':
      return 'Cần ghi rõ lý do.';
    case 'settled_already':
      return `Đối tượng này đã có kết quả: ${outcomeText[refusal.outcome].toLocaleLowerCase('vi')}.`;
    case 'four_eyes':
    case 'lost_race':
    case 'needs':
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
    case 'not_yours':
    case 'wrong_stage':
      return kernelRefusal(refusal);
  }
}

export const dossierProblemText: Readonly<Record<DossierProblem, string>> = {
  missing: 'Chưa nhập hoặc chưa chọn.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_year: 'Nhập năm có bốn chữ số, ví dụ 2026.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 30/09/2026.',
  to_come: 'Ngày chưa đến.',
  not_offered: 'Chọn trong danh sách.',
  secret_ground:
    'Thành tích có nội dung bí mật nhà nước không lập hồ sơ trên hệ thống này. Gửi văn bản theo chế độ mật (Điều 84 khoản 4, Điều 85 khoản 1 điểm đ Luật Thi đua, khen thưởng).',
  ground_of_other_kind: 'Điểm d chỉ dùng cho khen thưởng cống hiến, niên hạn, đối ngoại; các loại đó chỉ theo điểm d.',
  number_missing: 'Đã có ngày ký thì ghi cả số, ký hiệu.',
};

export function dossierFaultText(fault: DossierFault): string {
  switch (fault.kind) {
    case 'nobody_proposed':
      return 'Chưa có đối tượng nào được đề nghị.';
    case 'achievement_missing':
      return `Chưa có tóm tắt thành tích của ${fault.name}.`;
  }
}

export type ShownProblem = { readonly field?: string; readonly label?: string; readonly message: string };

/** For the summary on top of a form; a refusal that no field can mend stands alone. */
export function dossierProblems(refusal: Refusal): readonly ShownProblem[] {
  const known = refusal as AnyDossierRefusal | IntakeRefusal;
  if (isIntakeRefusal(known)) return [{ field: 'tep', message: intakeText(known) }];
  if (known.kind === 'dossier_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: dossierFieldText[field],
      message: dossierProblemText[problem],
    }));
  if (known.kind === 'holder_wrong' || known.kind === 'identity_taken') return registerProblems(known);
  if (known.kind === 'report_wrong')
    return known.problems.map(({ field, problem }) => ({
      field,
      label: field === 'until' ? reportText.until : reportSectionText[field],
      message: reportProblemText[problem],
    }));
  if (known.kind === 'list_empty' || known.kind === 'list_too_long' || known.kind === 'row_refused')
    return [{ field: 'danh-sach', message: dossierRefusalText(known) }];
  if (known.kind === 'paper_without_owner') return [{ field: 'cua', message: dossierRefusalText(known) }];
  if (known.kind === 'dossier_incomplete') return known.faults.map((fault) => ({ message: dossierFaultText(fault) }));
  const message = dossierRefusalText(known);
  if (known.kind === 'needs' || known.kind === 'reason_missing')
    return [{ field: 'ly-do', label: dossiersText.reason, message }];
  if (known.kind === 'ground_missing') return [{ field: 'can-cu', label: dossiersText.ground, message }];
  if (known.kind.startsWith('award_') || known.kind === 'title_not_simplified')
    return [{ field: 'danh-hieu', label: dossiersText.award, message }];
  if (known.kind === 'achievement_too_long') return [{ field: 'thanh-tich', label: dossiersText.achievement, message }];
  return [{ message }];
}
