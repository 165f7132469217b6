/** The rights matrix of plans, as it is printed for whoever checks it against the law. */
import type { Role } from '../../kernel/actor.ts';
import { roleNames } from '../../platform/text.ts';
import type { PlanStage } from './plan.ts';
import type { PlanMove } from './procedure.ts';
import { planMoveText, planStageText } from './text.ts';

type Place = 'unit' | 'above' | 'elsewhere';
export type RightsRow = {
  readonly stage: PlanStage;
  readonly move: PlanMove;
  readonly to: PlanStage;
  readonly may: readonly { readonly role: Role; readonly place: Place }[];
};

const placeText: Readonly<Record<Place, string>> = {
  unit: 'tại đơn vị lập kế hoạch',
  above: 'tại đơn vị cấp trên',
  elsewhere: 'tại đơn vị khác',
};

const intro = `# Ai được làm gì với kế hoạch

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Người đã trình không tự phê duyệt hoặc trả lại. Phê duyệt cần số
và ngày của văn bản đã ký; trả lại và lập bản điều chỉnh cần lý do. Đơn vị chủ trì hoặc phối hợp một nhiệm vụ cập nhật phần việc của
mình: chuyên viên đầu mối hoặc thủ trưởng của đơn vị đó. Khóa API chỉ đọc và cập nhật tiến độ.

| Bước | Việc | Sang bước | Ai được làm |
|---|---|---|---|
`;

export function planRightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, may }) => {
    const who = may
      .map(({ role, place }) => `${roleNames[role].toLocaleLowerCase('vi')} ${placeText[place]}`)
      .join('; ');
    return `| ${planStageText[stage]} | ${planMoveText[move]} | ${planStageText[to]} | ${who} |`;
  });
  return `${intro}${lines.join('\n')}\n`;
}
