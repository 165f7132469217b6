/** What people read about awards taken back. */
import type { ShownProblem } from '../../ui/field-error.ts';
import { awardName } from '../awards/text.ts';
import type { Refusal } from '../../kernel/result.ts';
import { intakeText, isIntakeRefusal } from '../../platform/files/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { DecisionRefusal } from '../decisions/text.ts';
import { decisionRefusal, isDecisionRefusal } from '../decisions/text.ts';
import { dong } from '../fund/money.text.ts';
import { entryProblemText } from '../fund/text.ts';
import type { DraftRefusal } from './drafting.server.ts';
import type { Ground } from './ground.ts';
import { GROUNDS } from './ground.ts';
import type { ListedRevocation } from './list.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import type { RevocationMove, RevocationStage } from './procedure.ts';
import type { ReturnRefusal } from './recalling.server.ts';
import type { RevocationField, RevocationProblem } from './revocation.ts';

export const revocationStageText: Readonly<Record<RevocationStage, string>> = {
  draft: 'Bản nháp',
  proposed: 'Chờ thẩm định',
  appraised: 'Chờ quyết định',
  numbered: 'Đã có số, chờ ký',
  signed: 'Đã ký, chờ đóng dấu',
  sealed: 'Đã ký và đóng dấu, chờ ban hành',
  decided: 'Đã hủy bỏ',
  refused: 'Không hủy bỏ',
  withdrawn: 'Đã rút',
  restored: 'Đã phục hồi',
};
export const revocationMoveText: Readonly<Record<RevocationMove, string>> = {
  change: 'Sửa đề nghị',
  attach: 'Đính kèm',
  propose: 'Ký gửi đề nghị',
  withdraw: 'Rút đề nghị',
  appraise: 'Ghi ý kiến thẩm định',
  return: 'Trả lại',
  decide: 'Quyết định hủy bỏ, lấy số',
  sign: 'Ký số',
  seal: 'Đóng dấu (ký số của cơ quan)',
  issue: 'Ban hành',
  enter_decision: 'Ghi quyết định của cấp trên',
  refuse: 'Không hủy bỏ',
  recall: 'Ghi đã thu hồi',
  restore: 'Ghi phục hồi',
};
export const doneText: Readonly<Record<string, string>> = {
  change: 'Đã lưu. Chưa gửi đi.',
  attach: 'Đã đính kèm.',
  propose: 'Đã gửi đề nghị, chờ thẩm định.',
  withdraw: 'Đã rút đề nghị.',
  appraise: 'Đã ghi ý kiến thẩm định.',
  return: 'Đã trả lại.',
  decide: 'Đã lấy số và tạo bản cuối cùng. Khen thưởng bị hủy bỏ từ khi quyết định được ban hành.',
  sign: 'Đã ký.',
  seal: 'Đã đóng dấu.',
  hand: 'Đã nhận chữ ký.',
  waiting: 'Bản chờ ký đã sẵn sàng.',
  issue: 'Đã ban hành quyết định hủy bỏ. Tra cứu, xác minh báo đã hủy bỏ.',
  enter_decision: 'Đã ghi quyết định của cấp trên.',
  refuse: 'Đã ghi không hủy bỏ.',
  recall: 'Đã ghi thu hồi.',
  restore: 'Đã ghi phục hồi.',
};
const wordings = Object.fromEntries(GROUNDS.map((one) => [one.code, one])) as Readonly<
  Record<Ground, (typeof GROUNDS)[number]>
>;
export const groundText = (ground: Ground) => `Điểm ${ground}: ${wordings[ground].wording}`;
export const groundArticle = (ground: Ground) => `điểm ${ground} khoản 2 Điều 93 Luật Thi đua, khen thưởng`;

export const recallText = {
  money: 'Tiền thưởng',
  items: 'Bằng, giấy khen, huy hiệu và hiện vật kèm theo',
  /** On the paper, where it is not known yet what was paid. */
  bonus: 'tiền thưởng kèm theo (nếu đã nhận)',
} as const;

export const revocationText = {
  title: 'Hủy bỏ quyết định khen thưởng',
  heading: (total: number) =>
    total === 0 ? 'Chưa có trường hợp hủy bỏ' : `${total} trường hợp hủy bỏ quyết định khen thưởng`,
  lead: 'Theo Điều 93 Luật Thi đua, khen thưởng: người có thẩm quyền tặng thì có thẩm quyền hủy bỏ; hiện vật và tiền thưởng bị thu hồi.',
  new: 'Đề nghị hủy bỏ',
  caption: 'Các trường hợp',
  emptyWhat: 'Đề nghị và quyết định hủy bỏ sẽ hiện ở đây.',
  emptyWhy: 'Chưa có trường hợp nào trong phạm vi được xem.',
  holder: 'Đối tượng',
  award: 'Danh hiệu, hình thức',
  decision: 'Quyết định khen thưởng',
  stage: 'Tình trạng',
  ground: 'Căn cứ hủy bỏ',
  groundHint: 'Khoản 2 Điều 93 Luật Thi đua, khen thưởng số 06/2022/QH15 (đã đọc nguyên văn).',
  statement: 'Sự việc, kết luận làm căn cứ',
  statementHint:
    'Nêu kết luận, quyết định, bản án: số, ngày, cơ quan ban hành. Không nêu nội dung thuộc bí mật nhà nước.',
  openItems: (n: number) => (n === 0 ? '' : `còn ${n} khoản chưa thu hồi`),
  every: 'Tất cả',
  find: 'Tìm quyết định khen thưởng cần hủy bỏ',
  findWords: 'Tên đối tượng hoặc số quyết định',
  findVerb: 'Tìm',
  found: 'Kết quả tìm',
  nothingFound: 'Không tìm thấy khen thưởng còn hiệu lực theo từ đã nhập, trong phạm vi được xem.',
  deed: 'Việc',
  pick: 'Đề nghị hủy bỏ',
  save: 'Lưu nháp',
  cancel: 'Thôi',
  of: (row: Pick<ListedRevocation, 'awardCode' | 'holderName'>) => `${awardName(row.awardCode)}: ${row.holderName}`,
  year: 'Năm thành tích',
  awardedBy: 'Người quyết định khen thưởng',
  opinion: 'Ý kiến thẩm định',
  returned: 'Lý do trả lại',
  refusal: 'Lý do không hủy bỏ',
  revokedBy: 'Quyết định hủy bỏ',
  restoredBy: 'Quyết định, bản án phục hồi',
  restoredReason: 'Lý do phục hồi',
  number: 'Số quyết định',
  numberHint: 'Như ghi trên văn bản, ví dụ 123/QĐ-UBND. Số được kiểm tra trùng.',
  on: 'Ngày ký',
  by: 'Người quyết định',
  items: 'Hiện vật phải nộp lại, mỗi dòng một thứ',
  itemsHint: 'Tiền thưởng đã chi qua quỹ trên hệ thống tự có trong danh sách thu hồi.',
  reason: 'Lý do',
  opinionLabel: 'Ý kiến thẩm định',
  decideLead:
    'Số lấy từ sổ quyết định của cơ quan, bản cuối cùng được tạo để ký. Chưa ký thì còn trả lại được và số được trả về sổ. Khi ban hành, khen thưởng này không còn tính vào tiêu chuẩn của các lần sau; trang xác minh báo đã hủy bỏ.',
  enterLead:
    'Sau khi ghi, khen thưởng này không còn tính vào tiêu chuẩn của các lần sau; trang xác minh báo đã hủy bỏ.',
  signer: 'Họ và tên người ký',
  papers: 'Văn bản',
  giveBackReason: 'Lý do trả lại, chưa ký',
  withdrawReason: 'Lý do không ban hành',
  withdrawSigned: 'Thu hồi, không ban hành',
  returnedUnsigned: 'Trả lại, chưa ký',
  recall: 'Thu hồi hiện vật, tiền thưởng',
  recallLead: (day: string) =>
    `Hạn nộp lại: ${dateText(day)} (15 ngày làm việc từ ngày có quyết định, Nghị định 152/2025/NĐ-CP, Điều 58).`,
  noRecall: 'Không có hiện vật, tiền thưởng phải thu hồi được ghi nhận.',
  item: 'Khoản thu hồi',
  amount: 'Số tiền',
  dueOn: 'Hạn nộp',
  standing: 'Tình trạng',
  returnedOn: (day: string, voucher: string | null) =>
    `Đã nộp ngày ${dateText(day)}${voucher ? `, chứng từ ${voucher}` : ''}`,
  notReturned: 'Chưa nộp',
  late: 'quá hạn',
  returnedDay: 'Ngày nộp',
  voucher: 'Số phiếu thu',
  note: 'Ghi chú',
  recallOf: (what: string) => `Ghi đã thu hồi: ${what}`,
  initiatives: 'Sáng kiến đã dùng cho khen thưởng này',
  initiativesNote:
    'Hệ thống không tự cho dùng lại: sáng kiến vẫn tính là đã dùng. Quy định đã đọc không nêu việc này; người có thẩm quyền xem xét từng trường hợp.',
  evidence: 'Tài liệu kèm theo',
  file: 'Tệp',
  noEvidence: 'Chưa có tài liệu.',
  paperFile: 'quyet-dinh-huy-bo',
  excel: 'Tải Excel',
  exportName: 'huy-bo-khen-thuong',
  sheet: 'Hủy bỏ',
  within: (day: string) => `Hạn thẩm định: ${dateText(day)}`,
} as const;

export const revocationWorkText = {
  title: (of: string) => `Hủy bỏ khen thưởng: ${of}`,
  toAppraise: 'Chờ thẩm định',
  toDecide: 'Chờ quyết định',
  toSign: 'Chờ ký',
  toSeal: 'Chờ đóng dấu',
  toIssue: 'Chờ ban hành',
  overdue: (day: string) => `Chưa thu hồi đủ, hạn ${day}`,
  look: 'Xem',
} as const;

export const fieldText: Readonly<Record<RevocationField, string>> = {
  ground: revocationText.ground,
  statement: revocationText.statement,
  number: revocationText.number,
  on: revocationText.on,
  by: revocationText.by,
  signer: revocationText.signer,
  items: revocationText.items,
  reason: revocationText.reason,
};
const problemText: Readonly<Record<RevocationProblem, string>> = {
  missing: 'Chưa nhập.',
  not_offered: 'Chọn một trong bốn căn cứ của luật.',
  no_date: 'Không đọc được ngày. Ví dụ 05/10/2026.',
  in_future: 'Ngày chưa đến.',
  before_award: 'Trước ngày quyết định khen thưởng.',
  before_decision: 'Trước ngày quyết định hủy bỏ.',
  too_long: 'Dài quá mức cho phép.',
};

export type RevocationRefusal = DraftRefusal | MoveRefusal | ReturnRefusal;

/** What is wrong with a number or day out of the book stands at its field. */
const numberFields: Readonly<Partial<Record<DecisionRefusal['kind'], string>>> = {
  number_taken: 'number',
  number_needed: 'number',
  number_wrong: 'number',
  day_wrong: 'on',
};

export function revocationProblems(refusal: Refusal): readonly ShownProblem[] {
  if (isIntakeRefusal(refusal)) return [{ field: 'tep-moi', label: revocationText.file, message: intakeText(refusal) }];
  if (isDecisionRefusal(refusal)) {
    const field = numberFields[refusal.kind] ?? '';
    return [{ field, label: field === 'on' ? fieldText.on : fieldText.number, message: decisionRefusal(refusal) }];
  }
  const given = refusal as RevocationRefusal;
  const at = (field: string, label: string, message: string) => [{ field, label, message }];
  switch (given.kind) {
    case 'revocation_wrong':
      return given.problems.map(({ field, problem }) => ({
        field,
        label: fieldText[field],
        message: problemText[problem],
      }));
    case 'honour_revoked':
      return at('', revocationText.decision, 'Khen thưởng này đã bị hủy bỏ.');
    case 'revoked_already':
      return at('', revocationText.decision, `Khen thưởng này đã bị hủy bỏ theo Quyết định số ${given.number}.`);
    case 'under_way':
      return at('', revocationText.decision, 'Khen thưởng này đang có đề nghị hủy bỏ khác.');
    case 'no_decider':
      return at(
        '',
        revocationText.decision,
        'Không xác định được cơ quan đã quyết định hoặc trình khen thưởng này trên hệ thống, nên chưa lập được đề nghị ở đây.',
      );
    case 'number_used':
      return at(
        'number',
        fieldText.number,
        given.by === 'award'
          ? 'Số này là số của một quyết định khen thưởng cùng năm, cùng người ký.'
          : 'Số này đã dùng cho quyết định hủy bỏ ngày khác trong năm.',
      );
    case 'other_decides':
      return at(
        '',
        revocationText.decision,
        given.level === 'centre'
          ? 'Khen thưởng cấp Nhà nước do cấp đã tặng quyết định hủy bỏ. Khi có quyết định, người thẩm định ghi vào đây.'
          : 'Khen thưởng này do người có thẩm quyền ở đây quyết định.',
      );
    case 'no_fund':
      return at(
        'on',
        fieldText.on,
        `Chưa mở sổ quỹ năm ${given.year} của cơ quan đã chi thưởng. Mở sổ trước khi ghi thu hồi tiền.`,
      );
    case 'pay_form':
      return at(given.field === 'onDate' ? 'on' : 'voucher', fieldText.on, entryProblemText(given.problem));
    case 'back_already':
      return at('', revocationText.recall, 'Khoản tiền này đã được thu hồi.');
    case 'fund_short':
      return at('', revocationText.recall, `Quỹ còn ${dong(given.balance)} đồng.`);
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'needs':
    case 'four_eyes':
    case 'lost_race':
      return at(
        given.kind === 'needs' ? 'ly-do' : '',
        revocationText.reason,
        kernelRefusal(given satisfies KernelRefusal),
      );
  }
}
