/** What people read about appeals against a frozen result. */
import type { Refusal } from '../../kernel/result.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { AppealMove, AppealStage, PaperField, PaperProblem } from './appeals/appeal.ts';
import type { FileRefusal, MoveAppealRefusal } from './appeals/handling.server.ts';

export const appealStageText: Readonly<Record<AppealStage, string>> = {
  filed: 'Chờ tiếp nhận',
  accepted: 'Đang giải quyết',
  upheld: 'Kiến nghị có cơ sở',
  dismissed: 'Kiến nghị không có cơ sở',
  withdrawn: 'Đã rút',
};
export const appealMoveText: Readonly<Record<AppealMove, string>> = {
  accept: 'Tiếp nhận',
  uphold: 'Kết luận có cơ sở',
  dismiss: 'Kết luận không có cơ sở',
  withdraw: 'Rút kiến nghị',
  attach: 'Đính kèm',
};

export const appealsText = {
  title: 'Kiến nghị về kết quả thi đua',
  heading: (total: number) => (total === 0 ? 'Chưa có kiến nghị về kết quả' : `${total} kiến nghị về kết quả thi đua`),
  lead: 'Kiến nghị của đơn vị sau khi công bố kết quả. Kết quả đã công bố không sửa; kết luận ghi bên cạnh.',
  list: 'Chấm điểm thi đua',
  caption: 'Các kiến nghị',
  unit: 'Đơn vị',
  judgement: 'Đợt chấm điểm',
  stage: 'Tình trạng',
  every: 'Mọi tình trạng',
  filedOn: 'Ngày gửi',
  due: 'Hạn',
  dueAccept: 'Hạn tiếp nhận',
  dueAnswer: 'Hạn trả lời',
  late: 'quá hạn',
  noTerm: 'không đặt hạn',
  emptyWhat: 'Kiến nghị về kết quả đã công bố sẽ hiện ở đây.',
  emptyWhy:
    'Chưa có kiến nghị nào trong phạm vi được xem. Thủ trưởng đơn vị gửi kiến nghị ở trang Xếp hạng của đợt chấm điểm.',
  one: (unitName: string) => `Kiến nghị của ${unitName}`,
  new: 'Gửi kiến nghị về kết quả',
  newLead: (until: string | null) =>
    until === null ? 'Không đặt thời hạn gửi.' : `Gửi đến hết ngày ${dateText(until)}.`,
  passed: (until: string) => `Đã hết thời hạn gửi kiến nghị (${dateText(until)}).`,
  openAlready: 'Đơn vị có kiến nghị đang giải quyết.',
  look: 'Xem kiến nghị',
  text: 'Nội dung kiến nghị',
  textHint: 'Nêu tiêu chí nào, điểm nào, vì sao, căn cứ nào. Không nêu nội dung thuộc bí mật nhà nước.',
  files: 'Tệp kèm theo',
  noFiles: 'Chưa có tệp nào.',
  file: 'Tệp kèm theo',
  fileHint: 'Văn bản kiến nghị, tài liệu chứng minh hoặc văn bản trả lời. Không tải lên tài liệu mật.',
  send: 'Ký gửi kiến nghị',
  accepted: 'Ngày tiếp nhận',
  concluded: 'Ngày kết thúc',
  answer: 'Kết luận',
  withdrawnWhy: 'Lý do rút',
  paper: 'Văn bản',
  paperOf: (number: string, date: string) => `Số ${number} ngày ${dateText(date)}`,
  reason: 'Lý do',
  answerLabel: 'Kết luận, lý do',
  number: 'Số văn bản trả lời',
  date: 'Ngày văn bản',
  termNote:
    'Thời hạn lấy từ Tham số. Giá trị có sẵn là mặc định của hệ thống, chưa biết văn bản nào của tỉnh quy định.',
  beside: 'Sau khi công bố: kiến nghị, số liệu sửa, thử quy tắc khác',
  toResult: 'Xem kết quả đã công bố',
  all: 'Mọi kiến nghị',
  done: {
    file: 'Đã gửi kiến nghị.',
    accept: 'Đã tiếp nhận.',
    uphold: 'Đã ghi kết luận. Kết quả đã công bố không đổi, kết luận hiện bên cạnh.',
    dismiss: 'Đã ghi kết luận.',
    withdraw: 'Đã rút kiến nghị.',
    attach: 'Đã đính kèm tệp.',
  } as Readonly<Record<string, string>>,
} as const;

const paperText: Readonly<Record<PaperProblem, string>> = {
  missing: 'Chưa nhập.',
  not_a_day: 'Không phải một ngày. Nhập như 29/06/2026.',
  to_come: 'Không được sau hôm nay.',
  too_long: 'Quá dài.',
};
const paperField: Readonly<Record<PaperField, { readonly field: string; readonly label: string }>> = {
  number: { field: 'so', label: appealsText.number },
  date: { field: 'ngay', label: appealsText.date },
  reason: { field: 'ly-do', label: appealsText.answerLabel },
};

type Problem = { readonly field: string; readonly label?: string; readonly message: string };
export function appealProblems(refusal: Refusal): readonly Problem[] {
  if (isIntakeRefusal(refusal)) return [{ field: 'tep', label: appealsText.file, message: intakeText(refusal) }];
  const known = refusal as FileRefusal | MoveAppealRefusal;
  switch (known.kind) {
    case 'appeal_text_wrong': {
      const message = known.problem === 'missing' ? 'Chưa nhập.' : 'Dài quá 10.000 ký tự.';
      return [{ field: 'noi-dung', label: appealsText.text, message }];
    }
    case 'paper_wrong':
      return known.problems.map(({ field, problem }) => ({ ...paperField[field], message: paperText[problem] }));
    case 'needs':
      return [{ field: 'ly-do', label: appealsText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn.' }];
    case 'not_frozen_yet':
      return [{ field: '', message: 'Kết quả chưa công bố. Trước khi công bố, đề nghị xem lại điểm ở phiếu điểm.' }];
    case 'appeal_late':
      return [{ field: '', message: appealsText.passed(known.until) }];
    case 'appeal_open':
      return [{ field: '', message: appealsText.openAlready }];
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'lost_race':
      return [{ field: '', message: kernelRefusal(known) }];
  }
}

/** On "my work". */
export const resultWorkText = {
  result: (title: string) => `${title}: xếp hạng`,
  appeal: (unitName: string) => `Kiến nghị của ${unitName}`,
  late: (day: string) => `Quá hạn ${dateText(day)}`,
  due: (day: string) => `Hạn ${dateText(day)}`,
  rule: (year: number) => `Ngưỡng xếp loại từ năm ${year}`,
  ruleNote: 'Người khác đề xuất, chờ xác nhận',
  look: 'Xem',
} as const;
