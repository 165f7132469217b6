/** A criteria set as a paper, to be sent as the annex of the one that lays it down (Nghị định 30/2020/NĐ-CP). */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Block, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { fullMaximum, isScored } from './criterion.ts';
import type { Criterion } from './criterion.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { OneSet } from './one.server.ts';
import { howText, kindText, reviewText, setsText as said, tieText } from './text.ts';

type Issued = { readonly issuer: Issuer; readonly now: Date };

export function setPaper({ set, head, names }: Pick<OneSet, 'set' | 'head' | 'names'>, { issuer, now }: Issued): Paper {
  const forWhom = [head.blockName, head.movementTitle, set.review && reviewText[set.review]].filter(Boolean).join(', ');
  const cap = (points: number | null) => (points === null ? said.capFree : `${pointsText(points)} điểm`);
  const points = [
    `Dùng cho: ${forWhom}, năm ${set.year}`,
    `Tổng điểm: ${pointsText(fullMaximum(set.criteria))} điểm`,
    `Điểm thưởng tối đa: ${cap(set.bonusCap)}; điểm trừ tối đa: ${cap(set.penaltyCap)}`,
    ...(set.source === '' ? [] : [`Nguồn, căn cứ: ${set.source}`]),
  ];
  const ties: readonly Block[] =
    set.tieRules.length === 0
      ? [{ kind: 'paragraph', text: said.tiesNone }]
      : [
          { kind: 'paragraph', text: 'Khi các đơn vị bằng điểm, xét lần lượt:' },
          { kind: 'list', marks: 'numbers', items: set.tieRules.map((rule) => tieText(rule, set.criteria)) },
        ];
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, 'BTC', issuer.short),
    dated: { place: issuer.place, day: set.documentDate ?? plainDateIn(now) },
    kind: { name: 'Bộ tiêu chí' },
    about: set.title,
    addressees: [],
    grounds: [],
    body: [
      { kind: 'list', marks: 'dashes', items: points },
      ...ties,
      { kind: 'paragraph', text: 'Các tiêu chí, điểm tối đa và cách chấm tại Phụ lục kèm theo.' },
      { kind: 'note', text: standing(set) },
    ],
    signature: { authority: [], office: issuer.office },
    recipients: [],
    archive: 'VT',
    annexes: [{ name: set.title, body: [grid(set.criteria, (one) => howText(one, names))], landscape: true }],
  };
}

function standing({ stage, isProposal, documentNumber, documentDate, edition }: OneSet['set']): string {
  if (documentNumber && documentDate)
    return `Ban hành theo văn bản số ${documentNumber} ngày ${dateText(documentDate)}${edition > 1 ? `, bản ${edition}` : ''}${stage === 'superseded' ? '; đã có bản thay thế' : ''}.`;
  return isProposal ? 'Dự thảo lập từ bản gợi ý của hệ thống, chưa được ban hành.' : 'Dự thảo, chưa được ban hành.';
}

/** Groups stand as bands over what is under them. */
function grid(criteria: readonly Criterion[], how: (one: Criterion) => string): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 8, align: 'left' },
      { heading: said.content, share: 50, align: 'left' },
      { heading: said.max, share: 9, align: 'right' },
      { heading: said.how, share: 36, align: 'left' },
    ],
    rows: criteria.map((one): Row => {
      if (!isScored(one)) return { band: `${one.code}. ${one.title} (${pointsText(one.max)} điểm)` };
      const beside = one.kind === 'criterion' ? '' : ` (${kindText[one.kind].toLowerCase()})`;
      const title = `${one.title}${beside}`;
      const points = `${one.kind === 'penalty' ? '−' : ''}${pointsText(one.max)}`;
      return [one.code, one.guidance === '' ? title : `${title}\n${one.guidance}`, points, how(one)];
    }),
  };
}
