/** The words of a unit's classification of its people. */
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import { levels } from '../awards/standards/case.ts';
import type { Level } from '../awards/standards/case.ts';
import { levelText } from '../register/text.ts';
import type { BeginRefusal, LevelsRefusal } from './entering.server.ts';
import type { ListMoveRefusal } from './moving.server.ts';
import type { ListStage } from './level-list.ts';
import type { LevelProblem } from './level-plan.ts';

export const levelsText = {
  title: 'Xếp loại cá nhân hằng năm',
  lead: 'Mỗi đơn vị ghi mức hoàn thành nhiệm vụ trong năm của từng người; thủ trưởng xác nhận thì ghi vào sổ khen thưởng.',
  heading: (count: number) => (count === 0 ? 'Chưa có danh sách xếp loại nào' : `${count} danh sách xếp loại cá nhân`),
  new: 'Lập danh sách xếp loại',
  newLead:
    'Mỗi danh sách là của một đơn vị trong một năm. Người bổ sung sau khi đã xác nhận thì lập thêm danh sách của cùng năm.',
  unit: 'Đơn vị',
  year: 'Năm',
  many: 'Số người',
  stage: 'Tình trạng',
  every: 'Mọi năm',
  show: 'Xem',
  begin: 'Lập danh sách',
  noUnit: 'Ông/bà chưa được giao lập danh sách cho đơn vị nào.',
  noUnitWhy: 'Chuyên viên đầu mối hoặc thủ trưởng của đơn vị lập danh sách xếp loại.',
  emptyWhat: 'Danh sách xếp loại cá nhân của các đơn vị trong phạm vi được xem sẽ hiện ở đây.',
  emptyWhy: 'Chưa đơn vị nào lập danh sách.',
  of: (unit: string, year: number) => `Xếp loại cá nhân năm ${year}: ${unit}`,
  unitLevel: 'Xếp loại của chính đơn vị',
  unitLevelOf: (level: Level, source: string) => `${levelText[level]} (kết quả đã chốt: ${source})`,
  unitLevelNone: 'Chưa có kết quả đã chốt của năm này.',
  limits: 'Giới hạn tỷ lệ',
  limitsNone: 'Không có văn bản nào đã đọc đặt tỷ lệ người ở từng mức, nên hệ thống không giới hạn.',
  paper: 'Văn bản xếp loại (số, ngày)',
  paperHint: 'Nếu có, ví dụ: Quyết định số 12/QĐ-UBND ngày 15/12/2026. Ghi vào sổ làm nguồn.',
  paperNone: 'Chưa ghi',
  person: 'Họ và tên',
  position: 'Chức vụ, công việc',
  level: 'Mức xếp loại',
  levelOf: (name: string) => `Mức xếp loại của ${name}`,
  noLevel: 'Chưa xếp loại',
  remark: 'Lưu ý',
  confirmedBefore: (level: Level) => `Đã xác nhận ở danh sách khác: ${levelText[level].toLowerCase()}`,
  notedAs: (level: Level) => `Sổ đang ghi: ${levelText[level].toLowerCase()}`,
  ended: (day: string) => `Mất ngày ${dateText(day)}`,
  goneTitle: 'Đã ghi nhưng không còn ở đơn vị',
  goneLead:
    'Những người này đã chuyển đơn vị, được nhập làm một với dòng khác hoặc đã mất trước năm xếp loại. Bỏ khỏi danh sách, hoặc giữ nếu đơn vị vẫn là nơi xếp loại.',
  moved: (to: string) => `Nay thuộc: ${to}`,
  endedBefore: 'Đã mất trước năm này',
  take: 'Bỏ khỏi danh sách',
  keep: 'Giữ',
  save: 'Lưu',
  people: (count: number) => `${count} người của đơn vị`,
  counts: 'Đã xếp loại',
  noPeople: 'Sổ khen thưởng chưa có cá nhân nào của đơn vị này.',
  noPeopleWhy: 'Ghi từng người vào sổ khen thưởng trước, rồi xếp loại ở đây.',
  noPeopleFirst: 'Thêm đối tượng vào sổ',
  excel: 'Ghi bằng Excel',
  excelLead:
    'Tải mẫu có sẵn danh sách người của đơn vị, chọn mức ở cột Mức xếp loại, rồi nạp lại. Dòng để trống mức thì không đổi.',
  template: 'Tải mẫu Excel',
  upload: 'Nạp tệp đã ghi',
  fileHint: 'Tệp Excel (.xlsx) hoặc CSV theo mẫu.',
  fileName: 'xep-loai-ca-nhan',
  sheet: 'Xếp loại',
  code: 'Mã',
  reason: 'Lý do',
  returned: 'Bị trả lại',
  done: 'Đã lưu.',
  confirmWhat:
    'Xác nhận xong, mức xếp loại ghi vào sổ khen thưởng. Ai trong sổ đã ghi mức khác thì không bị ghi đè mà chờ chọn.',
  toConfirm: 'Chờ ông/bà xác nhận xếp loại.',
  cameBack: (reason: string) => `Bị trả lại: ${reason}`,
  submittedBy: 'Người gửi không tự xác nhận.',
} as const;

export const moveText = {
  submit: 'Gửi thủ trưởng xác nhận',
  recall: 'Rút về để sửa',
  return: 'Trả lại',
  confirm: 'Xác nhận xếp loại',
  discard: 'Bỏ danh sách',
} as const;
export const stageText: Readonly<Record<ListStage, string>> = {
  draft: 'Đang ghi',
  submitted: 'Chờ thủ trưởng xác nhận',
  confirmed: 'Đã xác nhận',
  discarded: 'Đã bỏ',
};
export const levelOptions = levels.toReversed().map((value) => ({ value, label: levelText[value] }));

export const levelSource = (
  { unitName, year, paper }: { readonly unitName: string; readonly year: number; readonly paper: string },
  confirmedOn: string,
) =>
  `Xếp loại cá nhân năm ${year} của ${unitName}, xác nhận ngày ${dateText(confirmedOn)}${paper === '' ? '' : `; ${paper}`}`;

export const levelHeadings = {
  code: levelsText.code,
  name: levelsText.person,
  position: levelsText.position,
  level: levelsText.level,
} as const;

export function levelProblemText(problem: LevelProblem): string {
  switch (problem.kind) {
    case 'code_unknown':
      return 'Mã này không phải của người nào thuộc đơn vị. Tải lại mẫu, đừng sửa cột Mã.';
    case 'other_name':
      return `Mã này là của ${problem.name}. Kiểm tra lại dòng, hoặc tải lại mẫu.`;
    case 'level_unknown':
      return `“${problem.text}” không phải mức xếp loại. Chọn một mức trong danh sách, ví dụ: ${levelText.good}.`;
    case 'twice':
      return `Người này đã có ở dòng ${problem.row}.`;
  }
}

type AnyRefusal = BeginRefusal | LevelsRefusal | ListMoveRefusal;

export function levelProblems(refusal: AnyRefusal) {
  const at = (field: string, label: string, message: string) => [{ field, label, message }];
  switch (refusal.kind) {
    case 'year_wrong':
      return at(
        'nam',
        levelsText.year,
        refusal.problem === 'to_come' ? 'Năm này chưa đến.' : 'Nhập năm bằng bốn chữ số, ví dụ 2026.',
      );
    case 'list_open':
      return at(
        'nam',
        levelsText.year,
        'Đơn vị đang có danh sách của năm này chưa xác nhận xong. Mở danh sách đó để ghi tiếp.',
      );
    case 'not_of_unit':
      return at(
        '',
        '',
        `Có ${refusal.count} người không còn thuộc đơn vị hoặc không còn trong sổ. Tải lại trang rồi ghi lại.`,
      );
    case 'paper_too_long':
      return at('van-ban', levelsText.paper, `Dài quá. Viết tối đa ${refusal.limit} ký tự.`);
    case 'list_empty':
      return at('', '', 'Chưa xếp loại cho ai nên chưa gửi được.');
    case 'same_person':
      return at(
        '',
        '',
        `Danh sách có hai dòng nay là cùng một người nhưng khác mức: ${refusal.names.join(', ')}. Trả lại để sửa còn một dòng.`,
      );
    case 'needs':
      return at('ly-do', levelsText.reason, 'Cần ghi lý do.');
    case 'four_eyes':
      return at('', '', `${levelsText.submittedBy} Một thủ trưởng khác của đơn vị xác nhận.`);
    case 'not_there':
    case 'lost_race':
    case 'wrong_stage':
    case 'not_yours':
    case 'not_scoped':
      return at('', '', kernelRefusal(refusal));
  }
}
