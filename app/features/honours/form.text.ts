/** Words of the statistical form: its rows and columns are those of the ministry's forms as far as the register can tell them. */
import type { FormLine } from './form-lines.ts';
import type { FormColumn, FormLevel, FormRow } from './form.ts';

export const formRowText: Readonly<Record<FormRow, string>> = {
  all: 'Tổng số',
  collective: 'Tập thể',
  enterprise: 'Trong đó: doanh nghiệp, hợp tác xã',
  household: 'Hộ gia đình',
  person: 'Cá nhân',
  entrepreneur: 'Doanh nhân',
  leader: 'Lãnh đạo, quản lý (các cấp)',
  direct: 'Người trực tiếp công tác, lao động, học tập',
  other_person: 'Cá nhân khác, hoặc chưa rõ',
  merit: 'Thường xuyên (công trạng)',
  movement: 'Chuyên đề (phong trào thi đua)',
  sudden: 'Đột xuất',
  foreign: 'Đối ngoại',
  devotion: 'Cống hiến',
  tenure: 'Niên hạn',
  unknown_kind: 'Chưa rõ phương thức',
  kinh_te: 'Kinh tế',
  xa_hoi: 'Xã hội',
  moi_truong: 'Môi trường',
  he_thong_chinh_tri: 'Xây dựng Đảng và hệ thống chính trị',
  unknown_field: 'Chưa rõ lĩnh vực',
};
export const formPartText = {
  holder: '1. Chia theo đối tượng khen thưởng',
  kind: '2. Chia theo phương thức khen thưởng',
  field: '3. Chia theo lĩnh vực',
} as const;
export const formColumnText: Readonly<Record<FormColumn, string>> = {
  orders: 'Huân chương',
  flag: 'Cờ thi đua',
  commendation: 'Bằng khen',
  fighter: 'Chiến sĩ thi đua',
  keepsake: 'Kỷ niệm chương',
  letter: 'Giấy khen',
  other: 'Danh hiệu, hình thức khác',
};
export const formTitle: Readonly<Record<FormLevel, string>> = {
  centre: 'Số lượng khen thưởng cấp Nhà nước',
  province: 'Số lượng khen thưởng cấp tỉnh',
  base: 'Số lượng khen thưởng cấp cơ sở',
};
export const formText = {
  row: 'Dòng của biểu',
  column: 'Cột của biểu',
  what: 'Chỉ tiêu',
  total: 'Tổng số',
  level: 'Cấp khen thưởng',
  lead: 'Các dòng, cột theo tinh thần biểu 0602.N và 0603.N (Thông tư 02/2023/TT-BNV, biết qua nguồn dẫn lại). Đây không phải biểu mẫu chính thức: Thông tư 18/2025/TT-BNV ban hành sau đó chưa đọc được. Bấm vào mỗi con số để xem danh sách phía sau.',
  notKept:
    'Không có trong sổ nên không đếm riêng: cấp của chức vụ lãnh đạo, khen thưởng kháng chiến. Cấp cơ sở không có biểu của Bộ; bảng lập cùng cách.',
  /** On the paper. */
  note: 'Lập theo tinh thần biểu 0602.N, 0603.N (Thông tư 02/2023/TT-BNV); không phải biểu mẫu chính thức.',
  file: 'bieu-so-luong-khen-thuong',
} as const;

/** Plainly, for files and papers. */
export const formLineText = (line: FormLine) =>
  line.kind === 'heading' ? formPartText[line.part] : `${line.isWithin ? '– ' : ''}${formRowText[line.row]}`;
