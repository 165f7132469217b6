/** A decision to revoke as a paper of the body that granted (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2); no form of its own was at hand. */
import { groundsOn } from '../decisions/grounds.ts';
import { awardText } from '../decisions/paper.text.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { RevocationRow } from './case.server.ts';
import { groundArticle, recallText } from './text.ts';

type Printed = {
  readonly revocation: RevocationRow;
  readonly issuer: Issuer;
  /** Working days to give back what was handed out, by the provision of the day; unknown where none is in force. */
  readonly giveBackDays: number | undefined;
  readonly today: PlainDate;
};

export const revocationSymbol = ({ family, short }: Issuer) => symbolOf(family, 'QĐ', short);

export function revocationPaper({ revocation, issuer, giveBackDays, today }: Printed): Paper {
  const { holderName, holderUnitName, awardCode, year, awardNumber, awardedOn, ground, decisionNumber } = revocation;
  const { decidedByWords, awardedBy, signer } = revocation;
  const by = decidedByWords ?? awardedBy;
  const award = awardText(awardCode, awardedBy);
  const [law, ...others] = groundsOn(revocation.decidedOn ?? today).map(({ text }) => text);
  const given = `${award} (năm ${year}) cho ${holderName}, ${holderUnitName}, theo Quyết định số ${awardNumber} ngày ${dateText(awardedOn)}`;
  const recalled = [...(revocation.recalledItems ?? [recallText.items]), recallText.bonus];
  const term =
    giveBackDays === undefined ? '' : ` Thời hạn nộp lại: ${giveBackDays} ngày làm việc kể từ ngày có quyết định này.`;
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    ...(decisionNumber && { number: decisionNumber.split('/')[0] }),
    symbol: revocationSymbol(issuer),
    dated: { place: issuer.place, day: revocation.decidedOn ?? today.slice(0, 7) },
    kind: { name: 'Quyết định' },
    about: `Về việc hủy bỏ quyết định tặng ${award}`,
    addressees: [],
    grounds: [...(law === undefined ? [] : [law]), `Căn cứ ${groundArticle(ground)}`, ...others],
    enacting: { by, verb: 'Quyết định' },
    body: [
      { kind: 'paragraph', lead: 'Điều 1.', text: `Hủy bỏ quyết định tặng ${given}.` },
      ...(revocation.statement === '' ? [] : [{ kind: 'paragraph', text: `Lý do: ${revocation.statement}` } as const]),
      { kind: 'paragraph', lead: 'Điều 2.', text: `Thu hồi: ${recalled.join('; ')}.${term}` },
      {
        kind: 'paragraph',
        lead: 'Điều 3.',
        text: `Quyết định này có hiệu lực kể từ ngày ký. ${holderName} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành.`,
      },
    ],
    // Who granted decides in their own office (Luật Điều 79.4, 80.3, 93.8), so nothing stands above it.
    signature: { authority: [], office: issuer.office, ...(signer && { name: signer }) },
    recipients: ['Như Điều 3', holderUnitName],
    archive: 'VT',
  };
}
