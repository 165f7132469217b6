/** What people read about complaints and denunciations. */
import type { ShownProblem } from '../../ui/field-error.ts';
import type { Refusal } from '../../kernel/result.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type {
  ComplaintField,
  ComplaintKind,
  ComplaintMove,
  ComplaintProblem,
  ComplaintStage,
} from './complaints/complaint.ts';
import type { HandleRefusal, RegisterRefusal } from './complaints/handling.server.ts';

export const complaintKindText: Readonly<Record<ComplaintKind, string>> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
};
export const complaintStageText: Readonly<Record<ComplaintStage, string>> = {
  received: 'Đã tiếp nhận',
  accepted: 'Đã thụ lý, đang xem xét',
  declined: 'Không thụ lý',
  answered: 'Đã trả lời',
  withdrawn: 'Người gửi đã rút',
};
export const complaintMoveText: Readonly<Record<ComplaintMove, string>> = {
  accept: 'Thụ lý',
  decline: 'Không thụ lý',
  answer: 'Ghi trả lời, kết luận',
  withdraw: 'Ghi người gửi rút đơn',
};
export const complaintsText = {
  title: 'Khiếu nại, tố cáo về khen thưởng',
  heading: (total: number) => (total === 0 ? 'Chưa có khiếu nại, tố cáo' : `${total} khiếu nại, tố cáo về khen thưởng`),
  lead: 'Tiếp nhận, thụ lý, trả lời. Người gửi được giữ kín; người bị nêu trong đơn không thấy đơn ở đây.',
  caption: 'Đơn',
  emptyWhat: 'Đơn đã tiếp nhận sẽ hiện ở đây.',
  emptyWhy: 'Chưa có đơn nào trong phạm vi được xem.',
  new: 'Tiếp nhận đơn',
  newLead: 'Ghi đơn đã nhận. Không nhập nội dung thuộc bí mật nhà nước.',
  handler: 'Nơi giải quyết',
  code: 'Mã đơn',
  kind: 'Loại đơn',
  about: 'Về việc',
  content: 'Nội dung đơn',
  receivedOn: 'Ngày nhận',
  sender: 'Người gửi',
  senderHint: 'Được niêm phong khi lưu. Để trống nếu đơn không ghi tên.',
  contact: 'Địa chỉ, số điện thoại người gửi',
  stage: 'Tình trạng',
  due: 'Hạn',
  noTerm: 'Chưa đặt hạn',
  termNote:
    'Số ngày thụ lý và trả lời do tỉnh đặt ở Tham số; quy định về thời hạn khiếu nại, tố cáo chưa có trong tài liệu đã đọc nên phần mềm không tự đặt.',
  late: 'quá hạn',
  award: 'Khen thưởng bị nêu',
  noAward: 'Không gắn với khen thưởng cụ thể',
  awardOf: (name: string, award: string, number: string) => `${name}: ${award}, Quyết định số ${number}`,
  find: 'Tìm khen thưởng bị nêu trong đơn',
  findHint: 'Tên đối tượng hoặc số quyết định. Có thể bỏ qua.',
  findVerb: 'Tìm',
  choose: 'Ghi đơn về khen thưởng này',
  none: 'Ghi đơn không gắn với khen thưởng cụ thể',
  save: 'Ghi tiếp nhận',
  cancel: 'Thôi',
  seeSender: 'Xem người gửi',
  seeNote: 'Mỗi lần xem được ghi nhật ký.',
  hidden: 'Đã niêm phong',
  anonymous: 'Đơn không ghi tên',
  acceptNote:
    'Khi thụ lý, đối tượng bị nêu được ghi là đang có vụ việc xem xét, xác minh; tiêu chuẩn khen thưởng sẽ thấy điều này.',
  answer: 'Trả lời, lý do',
  accepted: (day: string) => `Thụ lý ngày ${dateText(day)}`,
  closed: (day: string) => `Kết thúc ngày ${dateText(day)}`,
  every: 'Tất cả',
  exportName: 'khieu-nai-to-cao',
  sheet: 'Đơn',
  codeOf: (year: string, id: string) => `KN-${year}-${id.slice(-8).toUpperCase()}`,
  pendingSource: (code: string) => `Đơn ${code} đang được giải quyết`,
  done: {
    register: 'Đã ghi tiếp nhận.',
    accept: 'Đã thụ lý.',
    decline: 'Đã ghi không thụ lý.',
    answer: 'Đã ghi trả lời.',
    withdraw: 'Đã ghi rút đơn.',
  } as Readonly<Record<string, string>>,
} as const;

const fieldText: Readonly<Record<ComplaintField, string>> = {
  kind: complaintsText.kind,
  about: complaintsText.about,
  content: complaintsText.content,
  receivedOn: complaintsText.receivedOn,
  sender: complaintsText.sender,
  contact: complaintsText.contact,
};
const problemText: Readonly<Record<ComplaintProblem, string>> = {
  missing: 'Chưa nhập.',
  not_offered: 'Chọn một trong các loại.',
  no_date: 'Không đọc được ngày. Ví dụ 05/10/2026.',
  in_future: 'Ngày chưa đến.',
  too_long: 'Dài quá mức cho phép.',
};

export function complaintProblems(refusal: Refusal): readonly ShownProblem[] {
  const given = refusal as RegisterRefusal | HandleRefusal;
  switch (given.kind) {
    case 'complaint_wrong':
      return given.problems.map(({ field, problem }) => ({
        field,
        label: fieldText[field],
        message: problemText[problem],
      }));
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'needs':
    case 'four_eyes':
    case 'lost_race': {
      const field = given.kind === 'needs' ? 'ly-do' : '';
      return [{ field, label: complaintsText.answer, message: kernelRefusal(given satisfies KernelRefusal) }];
    }
  }
}

export const complaintWorkText = {
  title: (kind: string, code: string) => `${kind} về khen thưởng: đơn ${code}`,
  accept: 'Chờ thụ lý hoặc từ chối',
  answer: 'Chờ trả lời, kết luận',
  received: (day: string) => `nhận ngày ${day}`,
  due: (day: string) => `Hạn ${day}`,
  late: (day: string) => `Quá hạn ${day}`,
  look: 'Xem',
} as const;
