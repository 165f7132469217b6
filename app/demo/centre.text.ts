/** Made-up dossiers of the demonstration that go up to the centre: plainly samples, of made-up people and made-up papers. */
import type { ToldDossier } from './dossiers.text.ts';

const typed = { kind: 'merit', simplified: 'a' } as const;
const steps: ToldDossier['steps'] = [
  ['submit', 'head'],
  ['receive', 'appraiser'],
  ['to_authority', 'secretary'],
];

/** Sent and answered; then one whose package is whole and waits. */
export const toldCentral: readonly ToldDossier[] = [
  {
    unit: 'commune',
    typed: { ...typed, title: 'Về việc đề nghị tặng Bằng khen của Thủ tướng Chính phủ (mẫu)' },
    nominees: [
      {
        kind: 'collective',
        name: 'Hợp tác xã chè Mẫu',
        award: 'bang-khen-thu-tuong',
        achievement: 'Liên kết 460 hộ trồng chè, doanh thu tăng gấp ba sau bốn năm.',
        results:
          'Liên kết 460 hộ của năm thôn trồng 310 ha chè theo một quy trình; doanh thu tăng từ 6 lên 18 tỷ đồng sau bốn năm; 74 hộ thành viên thoát nghèo (số liệu mẫu).',
      },
      {
        kind: 'person',
        name: 'Chảo Thị Mẫu',
        position: 'Trưởng thôn Mẫu',
        gender: 'female',
        award: 'bang-khen-thu-tuong',
        achievement: 'Vận động cả thôn di dời khỏi vùng sạt lở, dựng lại 38 ngôi nhà.',
        results:
          'Vận động 38 hộ di dời khỏi vùng nguy cơ sạt lở trước mùa mưa, tổ chức đổi công dựng lại nhà cho cả thôn trong bốn tháng, không hộ nào phải vay nặng lãi (số liệu mẫu).',
      },
    ],
    steps,
  },
  {
    unit: 'commune',
    typed: { ...typed, title: 'Về việc đề nghị tặng Huân chương Lao động hạng Ba (mẫu)' },
    nominees: [
      {
        kind: 'collective',
        name: 'Trường Phổ thông dân tộc bán trú Mẫu',
        award: 'huan-chuong-lao-dong-ba',
        achievement: 'Mười năm liền giữ 99% học sinh chuyên cần ở xã biên giới.',
        results:
          'Mười năm liền duy trì tỷ lệ chuyên cần trên 99%; xây dựng mô hình bán trú tự túc rau xanh; 62 học sinh trúng tuyển trường nội trú tỉnh (số liệu mẫu).',
      },
    ],
    steps,
  },
];

export const centreWords = {
  minutes: 'bien-ban-xet-khen-thuong-mau.pdf',
  submission: 'to-trinh-da-ky-mau.pdf',
  sent: { number: '90/TTr-UBND', way: 'system', note: 'Gói mẫu, không gửi đi đâu' },
  receipt: 'TN-MAU-015',
  decision: { number: 'MAU-700/QĐ-TTg', by: 'Thủ tướng Chính phủ' },
  refused: 'Chưa đủ thời gian từ lần khen thưởng trước (lý do mẫu)',
} as const;
