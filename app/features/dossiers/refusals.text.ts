/** Why a deed on a dossier is refused, in the words of the page; one sentence each, and which field it is about. */
import { awardName } from '../awards/text.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { IntakeRefusal } from '../../platform/files/intake.server.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import type { AnyRegisterRefusal } from '../register/text.ts';
import { refusalText as registerRefusalText, registerProblems } from '../register/text.ts';
import type { DossierProblem } from './dossier.ts';
import type { DraftRefusal } from './drafting.server.ts';
import type { PaperNotAwaited, PaperWithoutOwner } from './files.server.ts';
import { lackingText, lackingWords } from './papers.text.ts';
import type { JudgeRefusal } from './judging.server.ts';
import type { NothingToLook } from './looking-through.server.ts';
import { judgingText, lookText } from './looking.text.ts';
import type { MoveRefusal } from './moving.server.ts';
import type { ListRefusal } from './nominating.server.ts';
import type { NomineeRefusal, ReasonMissing, SettledAlready } from './nominees.server.ts';
import type { DossierFault } from './ready.ts';
import type { ReportWrong } from './report.ts';
import { reportProblemText, reportSectionText, reportText } from './report.text.ts';
import type { NothingToSplit, PartUnplaced } from './splitting.server.ts';
import { decidedAtShort, dossierFieldText, dossiersText, holderKindText, outcomeText, splitText } from './text.ts';

export type AnyDossierRefusal =
  | KernelRefusal
  | DraftRefusal
  | MoveRefusal
  | NomineeRefusal
  | ReportWrong
  | ListRefusal
  | PaperWithoutOwner
  | PaperNotAwaited
  | AnyRegisterRefusal
  | ReasonMissing
  | SettledAlready
  | NothingToSplit
  | JudgeRefusal
  | NothingToLook
  | PartUnplaced;

const awardNames = (codes: readonly string[]) => codes.map((code) => `“${awardName(code)}”`).join(', ');

export function dossierRefusalText(refusal: AnyDossierRefusal): string {
  switch (refusal.kind) {
    case 'dossier_wrong':
      return refusal.problems.map(({ problem }) => dossierProblemText[problem]).join(' ');
    case 'secret_movement':
      return 'Phong trào này thực hiện theo quy định về bảo vệ bí mật nhà nước nên không lập hồ sơ khen thưởng trên hệ thống. Gửi văn bản theo chế độ mật. Căn cứ: khoản 4 Điều 84, điểm đ khoản 1 Điều 85 Luật Thi đua, khen thưởng.';
    case 'nominees_unfit':
      return `Hồ sơ đang đề nghị ${awardNames(refusal.awardCodes)}, không gửi được theo thủ tục vừa chọn. Bỏ các đề nghị này trước, hoặc lập hồ sơ khác cho thủ tục đó.`;
    case 'dossier_incomplete':
      return refusal.faults.map(dossierFaultText).join(' ');
    case 'papers_unexplained':
      return `Hồ sơ còn thiếu: ${lackingText(refusal.lacking)}. Bổ sung, hoặc ghi lý do chưa có.`;
    case 'not_confirmed':
      return 'Hồ sơ trình theo ngành mà cơ quan chuyên môn chưa xác nhận. Chờ xác nhận rồi mới tiếp nhận.';
    case 'confirmed_already':
      return 'Hồ sơ này đã được xác nhận theo ngành rồi.';
    case 'nothing_to_split':
      return splitText.nothing;
    case 'part_unplaced':
      return `Chọn nơi nhận của phần ${decidedAtShort[refusal.level]}.`;
    case 'verdict_missing':
      return 'Chọn một kết luận.';
    case 'nothing_to_look':
      return lookText.nothing;
    case 'ground_missing':
      return 'Chọn căn cứ pháp lý để trả lại (Nghị định 152/2025/NĐ-CP, Điều 35).';
    case 'award_unknown':
      return 'Chọn danh hiệu hoặc hình thức khen thưởng trong danh mục.';
    case 'award_elsewhere':
      return `“${awardName(refusal.awardCode)}” không do tỉnh xét, không đề nghị trên hệ thống này.`;
    case 'award_not_given':
      return `“${awardName(refusal.awardCode)}” không còn xét tặng theo danh mục đang áp dụng. Chọn danh hiệu, hình thức khác.`;
    case 'award_for_others':
      return `“${awardName(refusal.awardCode)}” không xét tặng cho ${holderKindText[refusal.holder].toLocaleLowerCase('vi')}.`;
    case 'title_not_simplified':
      return `“${awardName(refusal.awardCode)}” là danh hiệu thi đua, không xét theo thủ tục đơn giản. Điều 85 Luật Thi đua, khen thưởng chỉ áp dụng cho hình thức khen thưởng.`;
    case 'rank_wrong':
      return 'Xếp thứ là số nguyên từ 1, ví dụ 1 là dẫn đầu. Chưa xếp thì để trống.';
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
    case 'paper_not_awaited':
      return 'Hồ sơ đã gửi, chỉ nộp bổ sung giấy tờ đã ghi là chưa có khi gửi. Cần thêm giấy tờ khác thì lấy lại hồ sơ, hoặc đề nghị nơi nhận trả lại để bổ sung.';
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
    case 'awards_apart':
      return fault.levels.length > 1
        ? `Hồ sơ có đề nghị của ${fault.levels.length} cấp quyết định (${fault.levels.map((level) => decidedAtShort[level]).join(', ')}). Mỗi hồ sơ gửi đi chỉ gồm một cấp: tách hồ sơ trước khi ký gửi.`
        : `Đề nghị trong hồ sơ thuộc ${fault.levels.map((level) => decidedAtShort[level]).join('')}, khác với nơi nhận đang chọn. Chuyển hồ sơ đến đúng nơi trước khi ký gửi.`;
    case 'achievement_missing':
      return `Chưa có tóm tắt thành tích của ${fault.name}.`;
    case 'papers_block':
      return `Quy định không cho gửi hồ sơ khi thiếu: ${lackingText(fault.lacking)}. Bổ sung trước khi ký gửi.`;
    case 'not_given':
      return `“${awardName(fault.awardCode)}” đề nghị cho ${fault.name} không còn xét tặng theo danh mục đang áp dụng; đổi sang danh hiệu, hình thức khác.`;
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
  if (known.kind === 'paper_not_awaited') return [{ field: 'loai', message: dossierRefusalText(known) }];
  if (known.kind === 'paper_without_owner') return [{ field: 'cua', message: dossierRefusalText(known) }];
  if (known.kind === 'dossier_incomplete') return known.faults.map((fault) => ({ message: dossierFaultText(fault) }));
  const message = dossierRefusalText(known);
  if (known.kind === 'verdict_missing') return [{ field: 'ket-luan', label: judgingText.verdict, message }];
  if (known.kind === 'papers_unexplained') return [{ field: 'ly-do', label: lackingWords.reason, message }];
  if (known.kind === 'needs' || known.kind === 'reason_missing')
    return [{ field: 'ly-do', label: dossiersText.reason, message }];
  if (known.kind === 'ground_missing') return [{ field: 'can-cu', label: dossiersText.ground, message }];
  if (known.kind.startsWith('award_') || known.kind === 'title_not_simplified')
    return [{ field: 'danh-hieu', label: dossiersText.award, message }];
  if (known.kind === 'rank_wrong') return [{ field: 'xep-thu', label: dossiersText.rank, message }];
  if (known.kind === 'achievement_too_long') return [{ field: 'thanh-tich', label: dossiersText.achievement, message }];
  return [{ message }];
}
