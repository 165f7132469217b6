/** What people read about the key schemes. */
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Status } from '../../indicators/indicator.ts';

const statusWords: Readonly<Record<Status, string>> = {
  achieved: 'đã đạt',
  on_track: 'đúng tiến độ',
  at_risk: 'có nguy cơ',
  off_track: 'chậm tiến độ',
  no_data: 'chưa đủ số liệu',
};

export const schemeText = {
  tilesTitle: (n: number) => `${formatVietnamese(n)} đề án trọng tâm`,
  secretTile: 'Thực hiện theo quy định về bảo vệ bí mật nhà nước',
  noLead: 'Chưa ghi cơ quan chủ trì',
  leads: (n: number) => `${n} cơ quan chủ trì`,
  noIndicators: 'Chưa gắn chỉ tiêu',
  inStatus: (n: number, status: Status) => `${n} chỉ tiêu ${statusWords[status]}`,
  pledging: (n: number) => `${formatVietnamese(n)} đơn vị đã đăng ký`,
} as const;
