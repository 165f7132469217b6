/** Made-up flags, nominees and opinions of the demonstration: plainly samples, of made-up people. */
import type { TypedFields } from '../features/appraisal/typed.ts';

export const toldFlags = (commune: string): readonly TypedFields[] => [
  {
    kind: 'thue',
    name: 'Nguyễn Văn Mẫu',
    unit: commune,
    number: '118/CV-MAU',
    what: 'Còn nợ thuế sử dụng đất phi nông nghiệp năm trước (dữ liệu mẫu).',
  },
  {
    kind: 'moi-truong',
    name: 'Hộ ông Trần Văn Mẫu',
    unit: commune,
    number: '45/BC-MAU',
    what: 'Có phản ánh về nước thải chăn nuôi, đang kiểm tra (dữ liệu mẫu).',
  },
  {
    kind: 'giao-thong',
    name: 'Trần Văn Mẫu Khác Tên',
    unit: '',
    number: '77/TB-MAU',
    what: 'Vi phạm nồng độ cồn (dữ liệu mẫu). Văn bản không ghi đơn vị.',
  },
];

export const toldHonoured = [
  {
    name: 'Đỗ Thị Mẫu',
    position: 'Phó Giám đốc Sở (mẫu)',
    gender: 'female',
    leader: 'yes',
    direct: 'no',
    award: 'huan-chuong-lao-dong-ba',
    achievement: 'Chủ trì cải cách quy trình thu, chi; ba năm liền thu ngân sách vượt dự toán trên 10%.',
  },
  {
    name: 'Bùi Văn Mẫu',
    position: 'Trưởng phòng (mẫu)',
    gender: 'male',
    leader: 'no',
    direct: 'yes',
    award: 'huan-chuong-lao-dong-ba',
    achievement: 'Xây dựng phần mềm đối chiếu ngân sách dùng cho 99 xã, phường; tiết kiệm 6.000 giờ công mỗi năm.',
  },
] as const;

export const appraisalWords = {
  dossier: {
    kind: 'merit',
    route: 'territory',
    title: 'Về việc đề nghị tặng Huân chương Lao động hạng Ba (mẫu)',
    paperNumber: '31/TTr-MAU',
  },
  source: 'Dữ liệu mẫu',
  qualified: 'Hồ sơ mẫu đầy đủ, đối chiếu sổ khen thưởng không thấy vướng mắc.',
  outsideBody: 'Cơ quan thuế (mẫu)',
  opinions: [
    {
      'y-kien': 'Tôi làm việc cùng ông Bùi Văn Mẫu nhiều năm, thấy đề nghị này là xứng đáng. (Ý kiến mẫu)',
      'ho-ten': 'Người Dân Mẫu',
      'lien-he': 'nguoidan@example.vn',
    },
    { 'y-kien': 'Đề nghị kiểm tra lại số giờ công tiết kiệm nêu trong báo cáo. (Ý kiến mẫu, không ghi tên)' },
  ],
} as const satisfies Readonly<Record<string, unknown>>;
