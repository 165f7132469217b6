/** The council of the demonstration: plainly a sample. */
import type { ToldDossier } from './dossiers.text.ts';

export const councilWords = {
  council: (province: string) =>
    `Hội đồng Thi đua - Khen thưởng ${province.toLocaleLowerCase('vi').startsWith('tỉnh') ? province.replace(/^Tỉnh/, 'tỉnh') : province}`,
  decision: '01/QĐ-MẪU',
  title: 'Chức vụ mẫu',
  concluded: 'Phiên họp xét khen thưởng đợt tháng (mẫu)',
  called: 'Phiên họp xét khen thưởng cuối năm (mẫu)',
  time: '8 giờ 00',
  place: 'Phòng họp mẫu, trụ sở UBND tỉnh',
  away: 'Đi công tác, cho ý kiến bằng văn bản',
  notes:
    'Thường trực Hội đồng báo cáo kết quả thẩm định. Các thành viên thảo luận và thống nhất biểu quyết theo danh sách (nội dung mẫu).',
};

export const councilDossier: ToldDossier = {
  unit: 'ward',
  typed: { kind: 'merit', title: 'Về việc đề nghị khen thưởng cá nhân có thành tích xuất sắc (mẫu)' },
  nominees: [
    {
      kind: 'person',
      name: 'Đặng Thị Mẫu',
      position: 'Chuyên viên mẫu',
      gender: 'female',
      award: 'chien-si-thi-dua-tinh',
      achievement: 'Có sáng kiến mẫu được công nhận phạm vi cấp tỉnh.',
      results:
        'Ba năm liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở; sáng kiến mẫu rút ngắn thời gian xử lý hồ sơ còn một phần ba (nội dung mẫu).',
    },
    {
      kind: 'person',
      name: 'Lý Văn Mẫu',
      position: 'Chuyên viên mẫu',
      gender: 'male',
      award: 'chien-si-thi-dua-tinh',
      achievement: 'Có giải pháp mẫu áp dụng ở nhiều xã, phường.',
      results:
        'Ba năm liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở; giải pháp mẫu được mười xã, phường áp dụng (nội dung mẫu).',
    },
    {
      kind: 'person',
      name: 'Sùng Thị Mẫu',
      position: 'Trưởng thôn mẫu',
      gender: 'female',
      award: 'bang-khen-tinh',
      achievement: 'Vận động nhân dân giữ rừng đầu nguồn.',
      results:
        'Hai năm liên tục thôn không xảy ra cháy rừng; vận động chín mươi hộ nhận khoán bảo vệ rừng (nội dung mẫu).',
    },
  ],
  steps: [
    ['submit', 'head'],
    ['receive', 'appraiser'],
    ['to_council', 'appraiser'],
  ],
};
