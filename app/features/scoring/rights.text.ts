/** The rights of judgements and score cards, as they are printed for whoever checks them. */
import { roleNames } from '../../platform/text.ts';
import type { Hand, Move, Procedure } from '../../kernel/procedure.ts';
import type { JudgementPlace } from './judgement.ts';
import { judgementProcedure } from './judgement.ts';
import type { CardPlace } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import { cardMoveText, cardStageText, judgementMoveText, judgementStageText } from './text.ts';

const judgementPlaceText: Readonly<Record<JudgementPlace, string>> = {
  unit: 'tại cơ quan tổ chức chấm điểm',
};
const cardPlaceText: Readonly<Record<CardPlace, string>> = {
  unit: 'tại đơn vị được chấm',
  cross: 'tại đơn vị chấm chéo',
  lead: 'tại chính đơn vị trưởng khối, cụm của năm',
  deputy: 'tại đơn vị phó đang làm thay trưởng',
  field: 'tại cơ quan phụ trách tiêu chí',
  root: 'tại cơ quan tổ chức chấm điểm',
};

const intro = `# Ai được làm gì với đợt chấm điểm và phiếu chấm điểm

Vai trò giữ tại một đơn vị có hiệu lực xuống các đơn vị trực thuộc. Người đã gửi phiếu không thực hiện bước sau trên phiếu đó; người trình
kết quả không tự công bố; người gửi đề nghị xem lại không tự trả lời. Người ủy quyền và người được ủy quyền được tính là một. Người, đơn vị có liên
quan (cùng đơn vị, cấp trên, cấp dưới) không chấm chéo, không chấm theo lĩnh vực. Khóa API chỉ đọc và nhập điểm.
`;

type Words<Stage extends string, Name extends string, Place extends string> = {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly moves: Readonly<Record<Name, string>>;
  readonly places: Readonly<Record<Place, string>>;
};

const lowered = (name: string) => `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;

function tableOf<Stage extends string, Name extends string, Place extends string>(
  title: string,
  procedure: Procedure<Stage, Name, Place>,
  { stages, moves, places }: Words<Stage, Name, Place>,
): string {
  const hand = ({ role, at }: Hand<Place>) => `${lowered(roleNames[role])} ${places[at]}`;
  const lines = (Object.keys(stages) as Stage[]).flatMap((stage) =>
    (Object.keys(moves) as Name[]).flatMap((move) => {
      const row: Move<Stage, Place> | undefined = procedure[stage][move];
      if (!row) return [];
      const asks = [
        row.needs?.includes('reason') ? 'lý do' : '',
        row.fourEyes ? 'người khác' : '',
        row.scope ? 'API' : '',
      ].filter(Boolean);
      return [
        `| ${stages[stage]} | ${moves[move]} | ${stages[row.to]} | ${row.by.map(hand).join('; ')} | ${asks.join(', ')} |`,
      ];
    }),
  );
  return `\n## ${title}\n\n| Bước | Việc | Sang bước | Ai được làm | Yêu cầu |\n|---|---|---|---|---|\n${lines.join('\n')}\n`;
}

export function scoringRightsText(): string {
  const judgements = tableOf('Đợt chấm điểm', judgementProcedure, {
    stages: judgementStageText,
    moves: judgementMoveText,
    places: judgementPlaceText,
  });
  const cards = tableOf('Phiếu chấm điểm', cardProcedure, {
    stages: cardStageText,
    moves: cardMoveText,
    places: cardPlaceText,
  });
  return `${intro}${judgements}${cards}`;
}
