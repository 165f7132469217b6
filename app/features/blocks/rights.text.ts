/** Who may do what in a block's year, as a page to read and sign. */
import type { Role } from '../../kernel/actor.ts';
import { roleNames } from '../../platform/text.ts';

export type RightsRow = {
  readonly stage: string;
  readonly move: string;
  readonly to: string;
  readonly may: readonly { readonly role: Role; readonly place: string }[];
};

export function blockRightsText(
  tables: readonly { readonly name: string; readonly rows: readonly RightsRow[] }[],
): string {
  const tableOf = ({ name, rows }: (typeof tables)[number]) => {
    const lines = rows.map(({ stage, move, to, may }) => {
      const who = may.map(({ role, place }) => `${roleNames[role]} tại ${place}`).join('; ');
      return `| ${stage} | ${move} | ${to} | ${who || 'không ai'} |`;
    });
    return `## ${name}\n\n| Bước | Việc | Sang bước | Ai được làm |\n|---|---|---|---|\n${lines.join('\n')}\n`;
  };
  return `# Ai được làm gì trong năm của khối, cụm thi đua

Chỉ tính vai trò giữ tại đúng đơn vị trưởng, phó, thành viên của năm đó (hoặc đơn vị duy nhất tiếp nhận khi đơn vị ấy đã chấm dứt); vai trò giữ ở cấp trên hoặc ở khối khác
không có tác dụng. Phó chỉ làm được việc của trưởng trong thời gian đã ghi nhận làm thay, kèm lý do. Ghi nhận quyết định giao thành viên và xác nhận luân phiên: người thẩm
định hoặc quản trị hệ thống tại tỉnh. Bỏ bản soạn, lập bản mới, rút chữ ký, hủy cuộc họp phải nêu lý do.

${tables.map(tableOf).join('\n')}`;
}
