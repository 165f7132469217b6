/** Made-up dossiers of the demonstration: plainly samples, of made-up people. */
import type { TypedDossier } from '../features/dossiers/dossier.ts';
import type { Leaving } from '../features/appraisal/leaving.server.ts';
import type { OwnMove } from '../features/dossiers/owners.ts';

export type ToldNominee = {
  readonly kind: 'person' | 'collective' | 'household';
  readonly name: string;
  readonly position?: string;
  readonly gender?: 'female' | 'male';
  readonly award: string;
  readonly achievement: string;
  readonly results?: string;
};

/** Who takes a step: by role at the unit, at the province, or a user of the cast. */
export type ToldStep = readonly [
  way: OwnMove | Leaving,
  by: 'head' | 'officer' | 'appraiser' | 'secretary' | 'sector' | 'own appraiser',
];

export type ToldDossier = {
  readonly unit: 'department' | 'ward' | 'commune';
  readonly isToOwn?: boolean;
  readonly isBySector?: boolean;
  readonly typed: TypedDossier;
  readonly nominees: readonly ToldNominee[];
  readonly steps: readonly ToldStep[];
};

const copied =
  'Trong năm đã vận động bốn mươi hai hộ trong thôn hiến hơn hai nghìn mét vuông đất vườn để mở rộng con đường vào khu sản xuất, tự tay dỡ hàng rào nhà mình trước để làm gương, cùng tổ dân cư góp sáu trăm ngày công, đổ xong 1,2 km bê tông trước mùa mưa.';

export const toldDossiers: readonly ToldDossier[] = [
  {
    unit: 'commune',
    typed: {
      kind: 'merit',
      title: 'Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho cá nhân, tập thể, hộ gia đình (mẫu)',
    },
    nominees: [
      {
        kind: 'person',
        name: 'Nguyễn Văn Mẫu',
        position: 'Trưởng thôn Mẫu',
        gender: 'male',
        award: 'bang-khen-tinh',
        achievement: 'Vận động 42 hộ hiến 2.100 m² đất, làm 1,2 km đường bê tông.',
        results: copied,
      },
      {
        kind: 'collective',
        name: 'Hội Phụ nữ thôn Mẫu',
        award: 'bang-khen-tinh',
        achievement: 'Duy trì 6 tổ thu gom, phân loại rác tại nguồn; 92% hộ tham gia.',
        results:
          'Sáu tổ thu gom hoạt động đều vào thứ bảy hằng tuần; tỷ lệ hộ phân loại rác tại nguồn tăng từ 35% lên 92%; trích quỹ bán phế liệu tặng 40 thẻ bảo hiểm y tế cho hộ khó khăn.',
      },
      {
        kind: 'household',
        name: 'Hộ ông Trần Văn Mẫu',
        award: 'bang-khen-tinh',
        achievement: 'Mô hình vườn rừng, tạo việc làm thường xuyên cho 9 lao động địa phương.',
      },
    ],
    steps: [
      ['submit', 'head'],
      ['receive', 'appraiser'],
    ],
  },
  {
    unit: 'commune',
    isToOwn: true,
    typed: { kind: 'merit', title: 'Về việc đề nghị tặng Giấy khen của Chủ tịch UBND xã đợt tổng kết năm (mẫu)' },
    nominees: [
      {
        kind: 'person',
        name: 'Lò Thị Mẫu',
        position: 'Công chức Văn phòng HĐND và UBND xã',
        gender: 'female',
        award: 'giay-khen',
        achievement: 'Tham mưu rút ngắn thời gian giải quyết thủ tục hành chính còn một nửa.',
      },
      {
        kind: 'household',
        name: 'Hộ bà Giàng Thị Mẫu',
        award: 'giay-khen',
        achievement: 'Hiến 300 m² đất làm nhà văn hóa thôn.',
      },
    ],
    steps: [
      ['submit', 'officer'],
      ['receive', 'own appraiser'],
    ],
  },
  {
    unit: 'ward',
    isBySector: true,
    typed: { kind: 'merit', title: 'Về việc đề nghị tặng danh hiệu Chiến sĩ thi đua cấp tỉnh (mẫu)' },
    nominees: [
      {
        kind: 'person',
        name: 'Hoàng Văn Mẫu',
        position: 'Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị phường',
        gender: 'male',
        award: 'chien-si-thi-dua-tinh',
        achievement: 'Chủ trì số hóa toàn bộ hồ sơ thu ngân sách của phường.',
        results:
          'Ba năm liền hoàn thành xuất sắc nhiệm vụ; số hóa 14.200 hồ sơ; thời gian đối chiếu thu ngân sách giảm từ năm ngày còn nửa ngày; cách làm được sáu phường khác áp dụng.',
      },
    ],
    steps: [['submit', 'head']],
  },
  {
    unit: 'ward',
    typed: { kind: 'merit', title: 'Về việc đề nghị tặng Bằng khen cho trưởng các tổ dân phố (mẫu)' },
    nominees: [
      {
        kind: 'person',
        name: 'Phạm Văn Mẫu',
        position: 'Tổ trưởng tổ dân phố Mẫu',
        gender: 'male',
        award: 'bang-khen-tinh',
        achievement: 'Vận động nhân dân hiến đất mở rộng đường.',
        results: `Là tổ trưởng tổ dân phố. ${copied}`,
      },
    ],
    steps: [
      ['submit', 'head'],
      ['return', 'appraiser'],
    ],
  },
  {
    unit: 'department',
    typed: { kind: 'merit', title: 'Về việc đề nghị tặng danh hiệu Tập thể lao động xuất sắc (mẫu)' },
    nominees: [
      {
        kind: 'collective',
        name: 'Phòng Quản lý ngân sách (mẫu)',
        award: 'tap-the-lao-dong-xuat-sac',
        achievement: 'Hoàn thành vượt 12% dự toán thu; 100% hồ sơ đúng hạn.',
        results:
          'Phòng có 11 người, tất cả hoàn thành nhiệm vụ, trong đó 9 người đạt Lao động tiên tiến; thu ngân sách vượt 12% dự toán; 100% hồ sơ giải quyết trước và đúng hạn.',
      },
    ],
    steps: [
      ['submit', 'head'],
      ['receive', 'appraiser'],
      ['to_council', 'appraiser'],
    ],
  },
  {
    unit: 'ward',
    typed: {
      kind: 'sudden',
      simplified: 'b',
      title: 'Về việc đề nghị khen thưởng đột xuất đối với người cứu người bị lũ cuốn (mẫu)',
    },
    nominees: [
      {
        kind: 'person',
        name: 'Vàng A Mẫu',
        position: 'Nông dân',
        gender: 'male',
        award: 'bang-khen-tinh',
        achievement: 'Bơi qua dòng lũ, đưa ba người bị nước cuốn vào bờ an toàn trong đêm.',
      },
    ],
    steps: [
      ['submit', 'head'],
      ['receive', 'appraiser'],
      ['to_authority', 'secretary'],
    ],
  },
  {
    unit: 'commune',
    typed: { kind: 'merit', title: 'Về việc đề nghị tặng Bằng khen cho giáo viên cắm bản (mẫu)' },
    nominees: [
      {
        kind: 'person',
        name: 'Lý Thị Mẫu',
        position: 'Giáo viên điểm trường Mẫu',
        gender: 'female',
        award: 'bang-khen-tinh',
        achievement: '',
      },
    ],
    steps: [],
  },
];

export const dossierWords = {
  reason:
    'Báo cáo trùng phần lớn với báo cáo của hồ sơ khác; chưa có biên bản xét khen thưởng. Đề nghị viết lại và bổ sung.',
  lacking: 'Bản gốc có chữ ký, con dấu gửi theo đường văn thư (mẫu).',
  sections: {
    duty: 'Thực hiện nhiệm vụ được đơn vị giao trong năm và các phong trào thi đua của địa phương (nội dung mẫu).',
    conduct:
      'Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, quy định nơi công tác, cư trú (nội dung mẫu).',
  },
  confirmed: 'Nhất trí với nội dung đề nghị.',
  paperNumber: (at: number) => `${20 + at}/TTr-UBND`,
  source: 'Dữ liệu mẫu',
} as const;
