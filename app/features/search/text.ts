/** What people read on the page of what was found. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { GroupName } from './hits.ts';

export const groupText: Readonly<Record<GroupName, string>> = {
  indicators: 'Chỉ tiêu',
  schemes: 'Đề án',
  movements: 'Phong trào thi đua',
  plans: 'Kế hoạch, nhiệm vụ',
  rounds: 'Kỳ báo cáo, báo cáo của đơn vị',
  blocks: 'Khối, cụm thi đua: giao ước, cuộc họp',
  inspections: 'Kiểm tra, giám sát, tồn tại',
  criteria: 'Bộ tiêu chí chấm điểm',
  initiatives: 'Sáng kiến, mô hình',
  papers: 'Báo cáo tổng hợp, công văn đôn đốc',
  judgements: 'Chấm điểm, xếp hạng, xếp loại',
  dossiers: 'Hồ sơ, quyết định khen thưởng',
  holders: 'Cá nhân, tập thể, hộ gia đình trong sổ khen thưởng',
  library: 'Thư viện văn bản',
  units: 'Cơ quan, đơn vị, địa phương',
};

export const searchText = {
  title: (query: string, n: number) =>
    query === ''
      ? 'Tìm trong hệ thống'
      : n === 0
        ? `Không tìm thấy gì với “${query}”`
        : `${formatVietnamese(n)} kết quả với “${query}”`,
  lead: 'Gõ có dấu hay không dấu đều tìm được; đúng dấu thì đứng trước. Tìm theo tên, mã, số văn bản, tên cũ của đơn vị, và lời của văn bản trong thư viện.',
  label: 'Từ cần tìm',
  find: 'Tìm',
  count: (name: GroupName, n: number) => `${groupText[name]} (${n})`,
  inLibrary: (query: string) => `Tìm “${query}” trong thư viện văn bản`,
  first: (n: number) => `Chỉ hiện ${n} kết quả đầu; gõ thêm để thu hẹp.`,
  formerly: (name: string) => `tên khác: ${name}`,
  ended: 'đã chấm dứt',
  noneWhat: 'Không có gì giống như vậy trong những nội dung được xem',
  noneWhy: 'Hãy thử ít chữ hơn, bỏ dấu, hoặc tìm theo mã, ví dụ KT-06.',
  emptyWhat: 'Kết quả tìm sẽ hiện ở đây, theo từng loại',
  emptyWhy:
    'Chỉ tiêu, đề án, đơn vị, văn bản; khi đã đăng nhập, thêm phong trào, kế hoạch, báo cáo, kiểm tra, sáng kiến, hồ sơ và sổ khen thưởng được xem.',
} as const;
