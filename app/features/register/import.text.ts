/** The words of the import of past awards. */
import { awardName } from '../awards/text.ts';
import type { ImportColumn, ImportProblem } from './import-plan.ts';
import { holderFieldText, honourFieldText, honourProblemText, registerText } from './text.ts';

export const importHeadings: Readonly<Record<ImportColumn, string>> = {
  unit: 'Mã đơn vị',
  kind: 'Loại đối tượng',
  name: 'Họ tên, tên gọi',
  identity: holderFieldText.identity,
  birthYear: holderFieldText.birthYear,
  gender: holderFieldText.gender,
  position: 'Chức vụ, công việc',
  award: honourFieldText.award,
  year: honourFieldText.year,
  awardKind: honourFieldText.kind,
  number: honourFieldText.number,
  date: honourFieldText.date,
  decidedBy: honourFieldText.decidedBy,
  goldenBook: honourFieldText.goldenBook,
  achievement: honourFieldText.achievement,
  source: honourFieldText.source,
};

export const importText = {
  title: 'Nạp khen thưởng từ Excel',
  lead: 'Mỗi dòng một lượt khen thưởng đã có quyết định. Xem trước rồi mới ghi; còn ô sai thì chưa ghi gì.',
  template: '1. Tải mẫu',
  download: 'Tải mẫu Excel',
  upload: '2. Gửi tệp đã điền',
  fileHint: 'Tối đa 100.000 dòng một tệp.',
  forbidden: 'Việc nạp từ Excel do người thẩm định thực hiện.',
  forbiddenWhy: 'Đơn vị ghi từng khen thưởng cấp cơ sở ở trang Đã khen thưởng.',
  fileName: 'mau-nap-khen-thuong',
  sheet: 'Khen thưởng',
  guide: [
    'Loại đối tượng: Cá nhân, Tập thể hoặc Hộ gia đình. Danh hiệu, hình thức: ghi đúng tên trong danh mục.',
    'Đối tượng được tìm theo số định danh, rồi theo tên trong đơn vị (và năm sinh nếu có); không thấy thì thêm mới.',
    'Ngày ghi dạng năm-tháng-ngày hoặc ô ngày của Excel. Cột nguồn ghi sổ, quyết định mà dòng được lấy từ đó.',
  ],
} as const;

export function importProblemText(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'unit_unknown':
      return `Không có đơn vị mã “${problem.text}” trong phạm vi được nạp.`;
    case 'kind_unknown':
      return `Không rõ loại đối tượng “${problem.text}”. Ghi Cá nhân, Tập thể hoặc Hộ gia đình.`;
    case 'award_unknown':
      return `Không có danh hiệu, hình thức “${problem.text}” trong danh mục.`;
    case 'award_kind_unknown':
      return `Không rõ loại khen thưởng “${problem.text}”.`;
    case 'gender_unknown':
      return `Không rõ giới tính “${problem.text}”. Ghi Nam hoặc Nữ, hoặc để trống.`;
    case 'name_missing':
      return 'Chưa ghi tên.';
    case 'name_too_long':
      return 'Tên dài quá.';
    case 'not_an_identity':
      return 'Số định danh phải có 12 số (hoặc 9 số của chứng minh nhân dân cũ).';
    case 'identity_elsewhere':
      return 'Số định danh này đã có trong sổ ở đơn vị khác.';
    case 'not_a_year':
      return 'Năm sinh ghi bằng bốn chữ số, ví dụ 1985.';
    case 'persons_only':
      return 'Cột này chỉ dành cho cá nhân. Bỏ trống.';
    case 'which_of':
      return `Đơn vị này có ${problem.many} đối tượng cùng tên. Ghi thêm số định danh hoặc năm sinh.`;
    case 'other_name':
      return `Số định danh này trong sổ là của “${problem.name}”.`;
    case 'double':
      return `Đã có “${awardName(problem.held.awardCode)}” năm ${problem.held.year} theo Quyết định ${registerText.decisionOf(problem.held.decisionNumber, problem.held.decidedOn)}.`;
    case 'twice':
      return `Trùng với dòng ${problem.row} của tệp này.`;
    case 'honour':
      return honourProblemText[problem.problem];
  }
}
