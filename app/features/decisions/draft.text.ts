/** The words that a decision is made of when it is drafted; whoever drafts may change each. */
import type { Holder } from '../awards/award.ts';
import { getAward } from '../awards/award.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import type { DecisionContent, DecisionLine } from './decision.ts';
import type { Ground } from './grounds.ts';

/** What of a decision says which body issues it, and who signs. */
export type DecisionHead = Pick<
  DecisionContent,
  'issuerParent' | 'issuer' | 'symbol' | 'place' | 'enactedBy' | 'authority' | 'office'
>;

function headOf(issuer: Issuer): DecisionHead {
  // The chairman decides in their own office (Luật Điều 79.4, 80.3), so nothing stands above it.
  const office = issuer.office;
  return {
    issuerParent: issuer.parent,
    issuer: issuer.name,
    symbol: symbolOf(issuer.family, 'QĐ', issuer.short),
    place: issuer.place,
    enactedBy: issuer.onBehalfOf === '' ? issuer.name : `${office} ${issuer.name}`,
    authority: '',
    office,
  };
}

/**
 * The same decision in the name of a body that took over from whoever began it. What it is about names whose award it is; the rest of the text stays, for its grounds may be
 * papers of the former body.
 */
export function inNameOf(content: DecisionContent, { issuer, signer }: Pick<Draft, 'issuer' | 'signer'>) {
  const head = headOf(issuer);
  const { enactedBy } = content;
  const about =
    enactedBy === '' ? content.about : content.about.replaceAll(enactedBy, () => head.enactedBy).slice(0, 300);
  return { ...content, ...head, about, signer };
}

type Draft = {
  readonly issuer: Issuer;
  readonly signer: string;
  readonly grounds: readonly Ground[];
  readonly lines: readonly DecisionLine[];
};

export function proposedContent({ issuer, signer, grounds, lines }: Draft): DecisionContent {
  const awards = [...new Set(lines.map(({ awardCode }) => awardCode))].map((code) => getAward(code));
  const year = Math.max(...lines.map((line) => line.year));
  const head = headOf(issuer);
  const { enactedBy } = head;
  return {
    ...head,
    about:
      `Về việc ${verbOf(awards.map(({ type }) => type))} ${awards.map(({ code }) => awardName(code, enactedBy)).join(', ')} năm ${year}`.slice(
        0,
        300,
      ),
    grounds: grounds.map(({ text }) => text).join('\n'),
    proposal: 'Theo đề nghị của cơ quan thẩm định tại Tờ trình kèm theo',
    merit: `đã có thành tích xuất sắc trong phong trào thi đua năm ${year}`,
    bonus:
      'Mức tiền thưởng kèm theo danh hiệu thi đua, hình thức khen thưởng tại Điều 1 thực hiện theo quy định của pháp luật tại thời điểm quyết định, từ quỹ thi đua, khen thưởng.',
    carrying:
      'Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    recipients: 'Như Điều 3',
    archive: 'VT',
    signer,
  };
}

function verbOf(types: readonly ('title' | 'form')[]): string {
  const kinds = new Set(types);
  if (kinds.size > 1) return 'tặng danh hiệu thi đua và hình thức khen thưởng';
  return kinds.has('title') ? 'tặng danh hiệu' : 'tặng';
}

export const holderCountText: Readonly<Record<Holder, string>> = {
  collective: 'tập thể',
  household: 'hộ gia đình',
  person: 'cá nhân',
};

/** "Truy tặng" for who died (Luật Điều 3 speaks of tặng and truy tặng). */
export function givingVerb({ posthumous }: Pick<DecisionLine, 'posthumous'>): string {
  return posthumous ? 'Truy tặng' : 'Tặng';
}

/** "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh" as this body gives it: of its own chairman. */
export function awardName(code: string, enactedBy: string): string {
  return getAward(code).name.replace(/^(Bằng khen|Giấy khen) của .*/u, `$1 của ${enactedBy}`);
}

/** The name of an award as it stands on a certificate, under whoever gives it. */
export function bareAwardName(name: string): string {
  return name.replace(/^(Bằng khen|Giấy khen) của .*/u, '$1');
}
