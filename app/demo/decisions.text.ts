/** Made-up decisions of the demonstration: plainly samples, of made-up people. */
import type { TypedDossier } from '../features/dossiers/dossier.ts';
import type { Paper } from '../platform/print/paper.ts';
import type { ToldNominee } from './dossiers.text.ts';

export type ToldDecision = {
  readonly unit: 'department' | 'ward' | 'commune';
  readonly typed: TypedDossier;
  readonly nominees: readonly ToldNominee[];
};

export const toldDecisions: readonly ToldDecision[] = [
  {
    unit: 'commune',
    typed: {
      kind: 'sudden',
      simplified: 'b',
      title: 'Về việc đề nghị khen thưởng đột xuất trong phòng, chống sạt lở đất (mẫu)',
    },
    nominees: [
      {
        kind: 'collective',
        name: 'Tổ xung kích thôn Mẫu',
        award: 'bang-khen-tinh',
        achievement: 'Di dời an toàn 37 hộ trong đêm trước khi sạt lở.',
      },
      {
        kind: 'person',
        name: 'Sùng A Mẫu',
        position: 'Công an viên thôn Mẫu',
        gender: 'male',
        award: 'bang-khen-tinh',
        achievement: 'Báo động kịp thời, cõng bốn người già ra khỏi vùng nguy hiểm.',
      },
      {
        kind: 'household',
        name: 'Hộ ông Lù Văn Mẫu',
        award: 'bang-khen-tinh',
        achievement: 'Nhường nhà và lương thực cho 12 hộ phải di dời.',
      },
    ],
  },
  {
    unit: 'department',
    typed: {
      kind: 'merit',
      simplified: 'a',
      title: 'Về việc đề nghị khen thưởng đợt thi đua cao điểm giải ngân vốn đầu tư công (mẫu)',
    },
    nominees: [
      {
        kind: 'person',
        name: 'Đỗ Thị Mẫu',
        position: 'Phó Trưởng phòng',
        gender: 'female',
        award: 'bang-khen-tinh',
        achievement: 'Tham mưu tháo gỡ vướng mắc cho 18 dự án.',
      },
    ],
  },
  {
    unit: 'ward',
    typed: {
      kind: 'sudden',
      simplified: 'b',
      title: 'Về việc đề nghị khen thưởng người dũng cảm chữa cháy, cứu tài sản Nhà nước (mẫu)',
    },
    nominees: [
      {
        kind: 'person',
        name: 'Bàn Văn Mẫu',
        position: 'Bảo vệ chợ Mẫu',
        gender: 'male',
        award: 'bang-khen-tinh',
        achievement: 'Một mình ngắt điện, dập lửa, báo động cho 60 hộ kinh doanh.',
      },
    ],
  },
];

export const decisionWords = {
  source: 'Dữ liệu mẫu',
  paperNumber: (at: number) => `${70 + at}/TTr-UBND`,
  tableName: 'Bảng tổng hợp thành tích (mẫu)',
  /** In a file of its own beside the decision. */
  table: (of: readonly ToldNominee[]): Paper => ({
    family: 'state',
    issuer: { parent: 'Cơ quan mẫu', name: 'Đơn vị mẫu' },
    symbol: '',
    kind: { name: 'Bảng tổng hợp' },
    about: 'Thành tích của tập thể, cá nhân, hộ gia đình được khen thưởng (mẫu)',
    addressees: [],
    grounds: [],
    body: [
      {
        kind: 'table',
        columns: [
          { heading: 'STT', share: 1, align: 'center' },
          { heading: 'Họ và tên, tên tập thể', share: 4, align: 'left' },
          { heading: 'Tóm tắt thành tích', share: 7, align: 'left' },
        ],
        rows: of.map(({ name, achievement }, at) => [String(at + 1), name, achievement]),
      },
    ],
    signature: { authority: [], office: 'Người lập bảng', name: 'Người Mẫu Thẩm Định' },
    recipients: [],
    archive: 'VT',
  }),
} as const;
