/** What people read about how far the commitments of the directive are kept. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { GroupedBy } from './coverage.ts';

export const groupText: Readonly<Record<GroupedBy, string>> = {
  kind: 'Loại đơn vị',
  block: 'Khối, cụm thi đua',
  territory: 'Địa bàn trước sắp xếp',
};

const noGroup: Readonly<Record<GroupedBy, string>> = {
  kind: 'Loại khác',
  block: 'Chưa xếp khối, cụm của năm',
  territory: 'Không theo địa bàn',
};

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${formatVietnamese((part * 100) / whole, 1)}%`);

export const coverageText = {
  area: 'Thực hiện cam kết',
  title: (kept: number, units: number, year: number) =>
    `Năm ${year}: ${formatVietnamese(kept)} trên ${formatVietnamese(units)} đơn vị đã có kế hoạch và đăng ký chỉ tiêu`,
  lead: 'Tính từ kế hoạch đã phê duyệt và đăng ký đã tiếp nhận; không ai phải báo cáo riêng. Bấm vào một số để xem các đơn vị.',
  year: 'Năm',
  by: 'Xem theo',
  unitsTitle: 'PT-1.2: kế hoạch và đăng ký chỉ tiêu',
  kept: 'Đủ cả hai',
  planned: 'Có kế hoạch',
  pledged: 'Có đăng ký',
  missing: 'Còn thiếu',
  rate: 'Tỷ lệ đủ',
  group: 'Nhóm',
  units: 'Đơn vị',
  of: (part: number, whole: number) => `${formatVietnamese(part)}/${formatVietnamese(whole)}`,
  share,
  percent: share,
  groupCaption: (by: string) => `Theo ${by.toLocaleLowerCase('vi')}`,
  groupName: (by: GroupedBy, key: string | null) => {
    if (key === null || key === '') return noGroup[by];
    return by === 'kind' ? unitKindNames[key as UnitKind] : key;
  },
  openKept: (count: number, group: string) => `Xem ${formatVietnamese(count)} đơn vị đã đủ: ${group}`,
  openMissing: (count: number, group: string) => `Xem ${formatVietnamese(count)} đơn vị còn thiếu: ${group}`,
  listed: (isKept: boolean, group: string | null) =>
    `${isKept ? 'Đơn vị đã đủ' : 'Đơn vị còn thiếu'}${group === null ? '' : `: ${group}`}`,
  unit: 'Đơn vị',
  plan: 'Kế hoạch',
  pledges: 'Đăng ký đã tiếp nhận',
  has: 'Đã phê duyệt',
  none: 'Chưa có',
  result: 'Kết quả',
  enough: 'Đủ',
  lacking: 'Còn thiếu',
  leadsTitle: (whole: number, all: number) =>
    `PT-1.3: ${formatVietnamese(whole)} trên ${formatVietnamese(all)} lượt chủ trì đề án có kế hoạch đủ nội dung`,
  leadsCaption: 'Cơ quan chủ trì theo đề án',
  noChecks:
    'Mới tính phần kế hoạch: có mục tiêu, nhiệm vụ kèm sản phẩm và mốc tiến độ. Việc kiểm tra định kỳ chưa được ghi nhận trên hệ thống nên chưa tính vào đây.',
  scheme: 'Đề án',
  leadUnit: 'Cơ quan chủ trì',
  tasks: 'Nhiệm vụ',
  milestones: 'Mốc',
  secret:
    'Đề án thực hiện chế độ bảo vệ bí mật nhà nước không tính ở đây: xử lý theo quy định về bảo vệ bí mật nhà nước.',
} as const;
