/** The words of the list of nominees as a sheet. */
import type { ListProblem, NomineeColumn } from './nominee-plan.ts';
import type { DecidedAt } from './receiving.ts';
import { dossierRefusalText } from './refusals.text.ts';
import { decidedAtShort } from './text.ts';

export const listHeadings: Readonly<Record<NomineeColumn, string>> = {
  kind: 'Loại đối tượng',
  name: 'Họ và tên, tên gọi',
  birthYear: 'Năm sinh',
  identity: 'Số định danh cá nhân',
  position: 'Chức vụ, nghề nghiệp',
  unit: 'Đơn vị, địa phương',
  award: 'Danh hiệu, hình thức đề nghị',
  achievement: 'Tóm tắt thành tích',
};

export const listImportText = {
  title: 'Nạp danh sách đối tượng từ Excel, CSV',
  link: 'Nạp danh sách từ Excel, CSV',
  lead: (most: number) =>
    `Mỗi dòng một đề nghị, tối đa ${most.toLocaleString('vi-VN')} dòng. Xem trước rồi mới thêm vào hồ sơ; còn ô sai thì chưa thêm ai.`,
  template: '1. Tải mẫu',
  download: 'Tải mẫu Excel',
  upload: '2. Gửi tệp đã điền',
  fileHint: 'Tệp .xlsx hoặc .csv có dòng tiêu đề như mẫu.',
  fileName: 'mau-danh-sach-de-nghi-khen-thuong',
  sheet: 'Danh sách',
  sheetTitle: 'Danh sách đề nghị khen thưởng',
  guide: [
    'Loại đối tượng, đơn vị, danh hiệu: chọn trong danh sách thả xuống. Để trống đơn vị là chính đơn vị đề nghị.',
    'Năm sinh, số định danh, chức vụ chỉ ghi cho cá nhân; ghi càng đủ càng khớp đúng người trong sổ khen thưởng.',
    'Danh hiệu của cấp quyết định khác vẫn ghi chung danh sách: phần mềm tách hồ sơ trước khi ký gửi.',
  ],
  register: 'Trong sổ khen thưởng',
  entersNew: 'Chưa có, ghi mới',
  isThere: 'Đã có',
  apart: 'Cấp quyết định khác',
  apartOf: (level: DecidedAt | undefined) =>
    level === undefined ? 'tách hồ sơ trước khi ký gửi' : `${decidedAtShort[level]}, tách hồ sơ trước khi ký gửi`,
  tooMany: (most: number) => `Danh sách quá ${most.toLocaleString('vi-VN')} dòng. Chia thành nhiều tệp.`,
  chooseTitle: (count: number) => `${count} dòng có thể là người đã có trong sổ khen thưởng`,
  chooseLead:
    'Cùng tên với người, tập thể, hộ đã có trong sổ. Chọn đúng là ai, hoặc nói là người khác để ghi mới. Chưa chọn thì chưa thêm được.',
  chooseNone: 'Không còn dòng nào phải chọn.',
  line: 'Dòng',
  inFile: 'Ghi trong tệp',
  who: 'Là ai trong sổ',
  whoOf: (name: string, row: number) => `Là ai trong sổ: ${name}, dòng ${row}`,
  blank: 'Chọn',
  another: 'Người khác, ghi mới vào sổ',
  save: 'Lưu lựa chọn, xem trước',
  toPreview: 'Về trang xem trước',
  born: (year: number) => `sinh ${year}`,
} as const;

export function listProblemText(problem: ListProblem): string {
  switch (problem.kind) {
    case 'kind_unknown':
      return `Không rõ loại đối tượng “${problem.text}”. Ghi Cá nhân, Tập thể hoặc Hộ gia đình.`;
    case 'unit_unknown':
      return `Không có đơn vị “${problem.text}” trong đơn vị đề nghị. Chọn trong danh sách của mẫu.`;
    case 'unit_several':
      return `Có nhiều đơn vị tên “${problem.text}”. Ghi mã đơn vị.`;
    case 'award_unknown':
      return problem.text === ''
        ? 'Chưa ghi danh hiệu, hình thức đề nghị.'
        : `Không có danh hiệu, hình thức “${problem.text}” trong danh mục.`;
    case 'name_missing':
      return 'Chưa ghi tên.';
    case 'name_too_long':
      return 'Tên dài quá 300 ký tự.';
    case 'not_a_year':
      return 'Ghi năm sinh bốn chữ số, ví dụ 1980.';
    case 'not_an_identity':
      return 'Số định danh phải có 12 số (hoặc 9 số của chứng minh nhân dân cũ).';
    case 'persons_only':
      return 'Chỉ ghi cho cá nhân. Xóa ô này.';
    case 'identity_elsewhere':
      return 'Số định danh này đã có trong sổ ở đơn vị khác. Đề nghị đơn vị đó hoặc cơ quan thẩm định chuyển đơn vị trong sổ trước.';
    case 'other_name':
      return `Số định danh này trong sổ là của ${problem.name}. Kiểm tra lại số hoặc tên.`;
    case 'too_long':
      return `Dài quá ${problem.most.toLocaleString('vi-VN')} ký tự. Viết ngắn lại.`;
    case 'choose':
      return problem.many === 1
        ? 'Trong sổ có một đối tượng cùng tên: chọn có phải là đối tượng này không.'
        : `Trong sổ có ${problem.many} đối tượng cùng tên: chọn là ai.`;
    case 'twice':
      return `Trùng với dòng ${problem.row}: cùng đối tượng, cùng danh hiệu, hình thức.`;
    case 'award_elsewhere':
    case 'award_not_given':
    case 'award_for_others':
    case 'title_not_simplified':
      return dossierRefusalText(problem);
  }
}
