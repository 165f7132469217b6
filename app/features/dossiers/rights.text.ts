/** The rights matrix as a lawyer reads it. */
import type { Role } from '../../kernel/actor.ts';
import { roleNames } from '../../platform/text.ts';
import type { DossierMove, DossierStage } from './procedure.ts';
import { dossierMoveText, dossierStageText } from './text.ts';

export type RightsRow = {
  readonly stage: DossierStage;
  readonly move: DossierMove;
  readonly to: DossierStage;
  readonly fourEyes: boolean;
  readonly may: readonly { readonly where: string; readonly roles: readonly Role[] }[];
};

export function dossierRightsText(rows: readonly RightsRow[]): string {
  const lines = rows.map(({ stage, move, to, fourEyes, may }) => {
    const who = may
      .filter(({ roles }) => roles.length > 0)
      .map(({ where, roles }) => `${where}: ${roles.map((role) => roleNames[role]).join(', ')}`);
    return `| ${dossierStageText[stage]} | ${dossierMoveText[move]} | ${dossierStageText[to]} | ${who.join('; ') || 'không ai'} | ${fourEyes ? 'có' : ''} |`;
  });
  return `# Ai được làm gì với hồ sơ đề nghị khen thưởng

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Ví dụ dưới đây là hồ sơ của một thôn: gửi xã là cấp cơ sở (nơi nhận:
xã), gửi tỉnh theo ngành (nơi nhận: tỉnh, ngành: sở); và hồ sơ xã tự đề nghị để chính xã quyết định (tự xét). Cột cuối: người đã ký gửi
không làm việc này. Trả lại cần lý do và căn cứ pháp lý; không tặng, chuyển lại, rút khi đang thẩm định cần lý do. Theo ngành thì sở
xác nhận xong nơi nhận mới tiếp nhận. Danh hiệu, hình thức có tỷ lệ phiếu trong quy định phải qua Hội đồng, trừ thủ tục đơn giản.

| Bước | Việc | Sang bước | Ai được làm | Người khác |
|---|---|---|---|---|
${lines.join('\n')}
`;
}
