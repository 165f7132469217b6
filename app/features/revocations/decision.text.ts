/** The draft of a decision to revoke, as a paper of the body that granted (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2); no form of its own was at hand. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { OneRevocation } from './list.server.ts';
import { awardName, groundArticle, recallText } from './text.ts';

type Printed = OneRevocation & { readonly issuer: Issuer; readonly now: Date };

export function revocationPaper({ revocation, items, issuer, now }: Printed): Paper {
  const { holderName, holderUnitName, awardCode, year, awardNumber, awardedOn, ground, decisionNumber } = revocation;
  const given = `${awardName(awardCode)} (năm ${year}) cho ${holderName}, ${holderUnitName}, theo Quyết định số ${awardNumber} ngày ${dateText(awardedOn)}`;
  const named = items.map(({ what }) => what);
  const listed = named.length > 0 ? named : [recallText.items, recallText.money];
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    ...(decisionNumber && { number: decisionNumber.split('/')[0] }),
    symbol: symbolOf(issuer.family, 'QĐ', issuer.short),
    dated: { place: issuer.place, day: revocation.decidedOn ?? plainDateIn(now).slice(0, 7) },
    kind: { name: 'Quyết định' },
    about: `Về việc hủy bỏ quyết định tặng ${awardName(awardCode)}`,
    addressees: [],
    grounds: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      `Căn cứ ${groundArticle(ground)}`,
      'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ',
    ],
    body: [
      { kind: 'paragraph', lead: 'Điều 1.', text: `Hủy bỏ quyết định tặng ${given}.` },
      ...(revocation.statement === '' ? [] : [{ kind: 'paragraph', text: `Lý do: ${revocation.statement}` } as const]),
      {
        kind: 'paragraph',
        lead: 'Điều 2.',
        text: `Thu hồi: ${listed.join('; ')}. Thời hạn nộp lại: 15 ngày làm việc kể từ ngày có quyết định này.`,
      },
      {
        kind: 'paragraph',
        lead: 'Điều 3.',
        text: `Quyết định này có hiệu lực kể từ ngày ký. ${holderName} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành.`,
      },
    ],
    signature: { authority: issuer.onBehalfOf === '' ? [] : [`TM. ${issuer.onBehalfOf}`], office: issuer.office },
    recipients: ['Như Điều 3', holderUnitName],
    archive: 'VT',
  };
}
