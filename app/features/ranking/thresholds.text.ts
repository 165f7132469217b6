/** What people read about thresholds of levels. */
import { levelText } from '../register/text.ts';
import type { Refusal } from '../../kernel/result.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { momentText } from '../../ui/moment.ts';
import type { MoveRuleRefusal, ProposeRefusal } from './thresholds/proposing.server.ts';
import type { RuleField, RuleMove, RuleProblem, RuleStage, ThresholdLevel } from './thresholds/rule.ts';

export const ruleStageText: Readonly<Record<RuleStage, string>> = {
  default: 'Mặc định của hệ thống',
  proposed: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  withdrawn: 'Đã rút',
};
export const ruleMoveText: Readonly<Record<RuleMove, string>> = {
  propose: 'Đề xuất ngưỡng mới',
  confirm: 'Xác nhận ngưỡng này',
  withdraw: 'Rút ngưỡng này',
};
export const ruleDone: Readonly<Record<string, string>> = {
  propose: 'Đã đề xuất. Ngưỡng có hiệu lực khi một người khác xác nhận.',
  confirm: 'Đã xác nhận. Ngưỡng được dùng cho các đợt chấm điểm chưa công bố từ năm áp dụng.',
  withdraw: 'Đã rút. Kết quả đã công bố không thay đổi.',
};
const groupsLabel = (level: ThresholdLevel) => `${levelText[level]}: ngưỡng riêng của nhóm`;
export const ruleFieldText: Readonly<Record<RuleField, string>> = {
  fromYear: 'Áp dụng từ năm',
  source: 'Căn cứ',
  perBlock: 'Số đơn vị dẫn đầu mỗi cụm, khối',
  excellent: `${levelText.excellent}: từ`,
  good: `${levelText.good}: từ`,
  completed: `${levelText.completed}: từ`,
  excellentGroups: groupsLabel('excellent'),
  goodGroups: groupsLabel('good'),
  completedGroups: groupsLabel('completed'),
};
const problemText: Readonly<Record<RuleProblem, string>> = {
  missing: 'Chưa nhập.',
  not_a_year: 'Không phải một năm. Nhập như 2026.',
  not_a_number: 'Không phải một số. Nhập như 87,5.',
  not_a_share: 'Nhập số từ 0 đến 100, ví dụ 90.',
  too_fine: 'Nhiều hơn hai chữ số thập phân. Nhập như 87,25.',
  not_falling: 'Phải thấp hơn ngưỡng của mức trên. Ví dụ 90, 70, 50.',
  not_a_line: 'Mỗi dòng một nhóm: mã nhóm, dấu hai chấm, phần trăm. Ví dụ I: 80.',
  twice: 'Một nhóm được ghi hai lần.',
  too_long: 'Dài quá 1.000 ký tự.',
  not_so_many: 'Nhập số nguyên từ 1 đến 20, ví dụ 1.',
};

/** No text that was read gives a number. */
export const leadersDefaultText =
  'Số đơn vị dẫn đầu suy luận từ Luật Thi đua, khen thưởng Điều 26 khoản 1 (“tập thể dẫn đầu”): mỗi cụm, khối một đơn vị. Không văn bản nào đã đọc ghi số lượng; tỉnh chưa xác nhận.';

export const thresholdsText = {
  title: 'Ngưỡng xếp loại và số đơn vị dẫn đầu',
  list: 'Chấm điểm thi đua',
  lead: 'Từ bao nhiêu phần trăm điểm tối đa thì đơn vị được xếp loại nào, mỗi cụm, khối có mấy đơn vị dẫn đầu, áp dụng từ năm nào, theo căn cứ nào.',
  every: 'Các ngưỡng',
  propose: 'Đề xuất ngưỡng mới',
  proposeLead:
    'Ngưỡng mới có hiệu lực khi một người khác xác nhận. Kết quả đã công bố giữ ngưỡng lúc công bố; muốn biết ngưỡng mới làm năm trước đổi thế nào thì dùng trang thử trên kết quả đã công bố.',
  shareHint: 'Phần trăm của điểm tối đa, ví dụ 87,5.',
  groupsHint: 'Mỗi dòng một nhóm tiêu chí và phần trăm phải đạt của nhóm, ví dụ I: 80.',
  leaders: (perBlock: number) => `Mỗi cụm, khối: ${perBlock} đơn vị dẫn đầu.`,
  leadersDefault: leadersDefaultText,
  leadersHint: 'Để trống nếu văn bản không quy định: giữ số đang áp dụng.',
  sourceHint: 'Số, ngày, trích yếu văn bản. Chưa có văn bản thì ghi rõ là chưa có.',
  save: 'Gửi đề xuất',
  untilConfirmed: 'Khi chưa có ngưỡng nào được xác nhận',
  from: (year: number) => `Từ năm ${year}`,
  below: `Dưới các ngưỡng này: ${levelText.failed.toLowerCase()}.`,
  proposed: (name: string | null, at: Date) => `Đề xuất: ${name ?? 'hệ thống'}, ${momentText(at)}.`,
  confirmed: (name: string | null, at: Date) => `Xác nhận: ${name ?? 'hệ thống'}, ${momentText(at)}.`,
  withdrawn: (at: Date, reason: string) => `Đã rút lúc ${momentText(at)}: ${reason}`,
  reason: 'Lý do',
} as const;

type Problem = { readonly field: string; readonly label?: string; readonly message: string };
export function ruleProblems(refusal: Refusal): readonly Problem[] {
  const known = refusal as ProposeRefusal | MoveRuleRefusal;
  switch (known.kind) {
    case 'rule_wrong':
      return known.problems.map(({ field, problem }) => ({
        field,
        label: ruleFieldText[field],
        message: problemText[problem],
      }));
    case 'needs':
      return [{ field: 'ly-do', label: thresholdsText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn.' }];
    case 'reason_too_long':
      return [{ field: 'ly-do', label: thresholdsText.reason, message: 'Dài quá 2.000 ký tự.' }];
    case 'not_there':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'lost_race':
      return [{ field: '', message: kernelRefusal(known) }];
  }
}
