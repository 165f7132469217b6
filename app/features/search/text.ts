/** What people read on the page of what was found. */
import { formatVietnamese } from '../../kernel/decimal.ts';

export const searchText = {
  title: (query: string, n: number) =>
    query === ''
      ? 'Tìm chỉ tiêu, đề án, phong trào, đơn vị'
      : n === 0
        ? `Không tìm thấy gì với “${query}”`
        : `${formatVietnamese(n)} kết quả với “${query}”`,
  lead: 'Gõ có dấu hay không dấu đều tìm được; đúng dấu thì đứng trước. Tìm được theo tên, mã, và cả tên cũ của đơn vị.',
  label: 'Từ cần tìm',
  find: 'Tìm',
  indicators: (n: number) => `Chỉ tiêu (${n})`,
  schemes: (n: number) => `Đề án (${n})`,
  movements: (n: number) => `Phong trào thi đua (${n})`,
  plans: (n: number) => `Kế hoạch, nhiệm vụ (${n})`,
  rounds: (n: number) => `Kỳ báo cáo, báo cáo của đơn vị (${n})`,
  initiatives: (n: number) => `Sáng kiến, mô hình (${n})`,
  inLibrary: (query: string) => `Tìm “${query}” trong thư viện văn bản`,
  units: (n: number) => `Cơ quan, đơn vị, địa phương (${n})`,
  first: (n: number) => `Chỉ hiện ${n} kết quả đầu; gõ thêm để thu hẹp.`,
  formerly: (name: string) => `tên khác: ${name}`,
  ended: 'đã chấm dứt',
  noneWhat: 'Không có chỉ tiêu, đề án, phong trào, sáng kiến hay đơn vị nào giống như vậy',
  noneWhy: 'Hãy thử ít chữ hơn, bỏ dấu, hoặc tìm theo mã, ví dụ KT-06.',
} as const;
