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
  listTitle: (n: number, linked: number, open: number) =>
    linked === 0
      ? `${formatVietnamese(n)} đề án trọng tâm: chưa đề án nào được gắn chỉ tiêu để theo dõi`
      : `${formatVietnamese(n)} đề án trọng tâm: ${linked} trong ${open} đề án theo dõi trên hệ thống đã gắn chỉ tiêu`,
  listLead: 'Chọn một đề án để xem nội dung thi đua, cơ quan chủ trì, phối hợp và chỉ tiêu.',
  emptyWhat: 'Các đề án trọng tâm sẽ hiện ở đây',
  emptyWhy: 'Chưa nạp bộ dữ liệu chỉ thị.',
  trail: 'Đề án',
  fullTitle: (title: string) => `Đề án ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`,
  secretTitle: 'Thực hiện theo quy định về bảo vệ bí mật nhà nước',
  secretWhat:
    'Hệ thống không lưu nội dung, số liệu hay tệp nào của đề án này. Báo cáo, lưu hành và khen thưởng được thực hiện ngoài hệ thống, đúng quy định về bảo vệ bí mật nhà nước.',
  secretPrinted: 'Dưới đây là những gì chỉ thị (văn bản công khai) in về đề án này; không có nội dung nào khác.',
  term: 'Thời gian',
  termNone: 'Chỉ thị không ghi',
  leadUnits: 'Cơ quan chủ trì',
  coordinators: 'Cơ quan phối hợp',
  duty: 'Chế độ báo cáo',
  note: 'Ghi chú',
  none: 'Chỉ thị không ghi',
  source: 'Nguyên văn',
  appendix: (clause: string) => `Phụ lục chỉ thị, mục ${clause.replace('PL.', '')}`,
  criteriaTitle: (n: number) => (n === 0 ? 'Nội dung, tiêu chí thi đua' : `${n} nội dung, tiêu chí thi đua`),
  indicatorsTitle: 'Chỉ tiêu theo dõi',
  indicatorsWhat: 'Chỉ tiêu gắn với đề án sẽ hiện ở đây',
  indicatorsWhy: 'Chỉ thị không nói chỉ tiêu nào thuộc đề án nào, và chưa có ai gắn.',
  linkWho: 'Quản trị hoặc người thẩm định ở cấp tỉnh gắn được chỉ tiêu với đề án.',
  link: 'Gắn chỉ tiêu với đề án này',
  pledgesTitle: (year: number) => `Đơn vị đăng ký năm ${year}`,
  pledgesInside: 'Đăng ký của từng đơn vị dành cho người đã đăng nhập.',
  pledgesWhat: 'Chỉ tiêu thi đua do các đơn vị đăng ký sẽ hiện ở đây',
  pledgesWhy: (year: number) => `Chưa có đăng ký nào của năm ${year}.`,
  pledgesFirst: 'Đến trang Đăng ký chỉ tiêu',
  unit: 'Đơn vị',
  pledged: 'Nội dung đăng ký',
  level: 'Mức',
  stage: 'Bước',
} as const;
