/** What an operator reads when a pack cannot be loaded. */
import { kernelRefusal } from '../../platform/text.ts';
import type { LoadRefusal } from './load-directive.server.ts';
import type { PackFault } from './pack-faults.ts';

export function packFaultText(fault: PackFault): string {
  const file = `${fault.file}.json`;
  switch (fault.kind) {
    case 'missing_file':
      return `${file}: không đọc được tệp.`;
    case 'not_json':
      return `${file}: không phải JSON hợp lệ (${fault.detail}).`;
    case 'wrong_shape':
      return `${file}, ${fault.path || 'gốc'}: ${fault.detail}.`;
    case 'repeated_code':
      return `${file}: mã ${fault.code} bị lặp.`;
    case 'out_of_sequence':
      return `${file}: mã ${fault.code} sai thứ tự, phải là ${fault.expected}.`;
    case 'unknown_clause':
      return `${file}, ${fault.code}: không có mục ${fault.clause} trong directive.json.`;
    case 'unknown_unit':
      return `${file}, ${fault.code}: không có đơn vị mã ${fault.unit} trong units.json.`;
    case 'unknown_source':
      return `${file}, ${fault.code}: không có nguồn ${fault.source} trong danh sách nguồn.`;
    case 'circular_parent':
      return `${file}, ${fault.code}: cấp trên lặp vòng.`;
    case 'not_in_clause':
      return `${file}, ${fault.code}: nguyên văn trích không có trong mục ${fault.clause}.`;
    case 'fields_disagree':
      return `${file}, ${fault.code}: trường ${fault.field} không khớp với các trường khác.`;
    default:
      return fault satisfies never;
  }
}

export const packText = {
  invalid: (folder: string, faults: readonly string[]) =>
    `Bộ dữ liệu ${folder} không hợp lệ:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  noPack: (folder: string) => `Không tìm thấy bộ dữ liệu nào trong ${folder}.`,
  severalPacks: (names: readonly string[]) => `Có nhiều bộ dữ liệu (${names.join(', ')}). Đặt biến PACK để chọn một.`,
} as const;

export function loadRefusal(refusal: LoadRefusal): string {
  switch (refusal.kind) {
    case 'other_pack':
      return `Cơ sở dữ liệu này đã có bộ dữ liệu ${refusal.loaded}. Mỗi cơ sở dữ liệu chỉ dùng cho một bộ.`;
    case 'code_removed':
      return `Bộ dữ liệu mới thiếu các mã đang dùng: ${refusal.codes.join(', ')}. Giữ lại các mã này rồi nạp lại.`;
    case 'not_allowed':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}
