/**
 * The province's own submission to the centre (Luật Điều 83.2, 83.4, 84.3; Nghị định 152/2025/NĐ-CP, Điều 33.11, 33.12: signed as PDF, as Word with its
 * list). The layout of Mẫu 01 was not found: the wording is the product's own, and whoever signs takes the Word file over.
 */
import type { Block, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import { getAward } from '../awards/award.ts';
import type { CouncilResult } from '../council/result.server.ts';
import { awardCounts, listAnnex } from '../dossiers/paper.text.ts';
import type { PrintedDossier } from '../dossiers/printing.server.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import { shareText } from './text.ts';

export type ToCentre = PrintedDossier & {
  /** Who decides on the awards that are proposed, as the provisions of the day say. */
  readonly deciders: readonly string[];
  readonly votes: ReadonlyMap<string, CouncilResult>;
};

export function centralSubmission(printed: ToCentre): Paper {
  const { dossier, nominees, receiver, today, deciders } = printed;
  const { family, parent, name, short, place, office } = receiver;
  const awards = [...new Set(nominees.map(({ awardCode }) => getAward(awardCode).name))];
  const to = addresseesOf(deciders);
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    symbol: symbolOf(family, 'TTr', short),
    dated: { place, day: today.slice(0, 7) },
    kind: { name: 'Tờ trình' },
    about: `Về việc đề nghị tặng ${awards.join(', ')} năm ${dossier.year}`,
    addressees: to,
    grounds: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng',
    ],
    body: bodyOf(printed, to.join(', ')),
    signature: { authority: authorityLines(receiver), office },
    recipients: ['Như trên'],
    archive: 'VT',
    annexes: [listAnnex(nominees)],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const [government, primeMinister, president] = ['Chính phủ', 'Thủ tướng Chính phủ', 'Chủ tịch nước'];

/** Of what the President grants it is the Prime Minister who is asked (Điều 83.2). */
function addresseesOf(deciders: readonly string[]): readonly string[] {
  const asked = deciders.map((who) => (who === government ? government : primeMinister));
  return asked.length === 0 ? [primeMinister] : [...new Set(asked)];
}

function bodyOf({ dossier, nominees, issuer, receiver, deciders, votes }: ToCentre, to: string): readonly Block[] {
  const { paperNumber, paperDate, code } = dossier;
  const paper =
    paperNumber === null || paperDate === null ? '' : ` tại Tờ trình số ${paperNumber} ngày ${dateText(paperDate)}`;
  const onward = deciders.includes(president) ? `, trình ${president}` : '';
  return [
    paragraph(
      `Xét đề nghị của ${issuer.name}${paper}, sau khi thẩm định hồ sơ (mã ${code}), ${receiver.name} kính đề nghị ${to} xem xét${onward} tặng:`,
    ),
    { kind: 'list', marks: 'dashes', items: awardCounts(nominees) },
    ...votesOf(nominees, votes),
    paragraph('Báo cáo thành tích, biên bản và ý kiến của cơ quan có liên quan gửi kèm trong hồ sơ.'),
    paragraph(`Danh sách và tóm tắt thành tích tại Phụ lục kèm theo. Kính trình ${to} xem xét, quyết định.`),
  ];
}

/** The share is to be written down where a vote is laid down (Nghị định 152/2025/NĐ-CP, Điều 33.5). */
function votesOf(nominees: ToCentre['nominees'], votes: ToCentre['votes']): readonly Block[] {
  const items = nominees.flatMap(({ id, name }) => {
    const vote = votes.get(id);
    return vote ? [`${name}: ${vote.for}/${vote.members} thành viên đồng ý, đạt ${shareText(vote)}%`] : [];
  });
  if (items.length === 0) return [];
  return [paragraph('Kết quả của Hội đồng Thi đua - Khen thưởng:'), { kind: 'list', marks: 'dashes', items }];
}
