/** The ledger of a year and the list of payment of a decision as papers (Nghị định 30/2020/NĐ-CP); no form of theirs was at hand. */
import { awardName } from '../awards/text.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Block, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import type { DueHonour } from './dues.server.ts';
import { isIncome } from './fund.ts';
import type { OneFund } from './list.server.ts';
import { dong, moneyInWords } from './money.text.ts';
import type { PaymentView } from './payment-view.server.ts';
import { dueText, entryKindText, fundText as said } from './text.ts';

type Issued = { readonly issuer: Issuer; readonly now: Date };

export function ledgerPaper({ fund, lines }: OneFund, issued: Issued): Paper {
  const grid: Block = {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 6, align: 'center' },
      { heading: said.date, share: 14, align: 'center' },
      { heading: said.voucher, share: 14, align: 'left' },
      { heading: said.what, share: 44, align: 'left' },
      { heading: said.incomeAmount, share: 18, align: 'right' },
      { heading: said.spendingAmount, share: 18, align: 'right' },
      { heading: said.after, share: 18, align: 'right' },
    ],
    rows: lines.map((line) => [
      String(line.number),
      dateText(line.onDate),
      line.voucher,
      [`${entryKindText[line.kind]}: ${line.what}`, line.corrects === null ? '' : said.corrects(line.corrects)]
        .filter(Boolean)
        .join('. '),
      isIncome(line.kind) ? dong(line.amount) : '',
      isIncome(line.kind) ? '' : dong(line.amount),
      dong(line.balance),
    ]),
  };
  const spent = fund.bonus + fund.items + fund.organising;
  const sums = [
    `Số dư đầu năm: ${dong(fund.opening)} đồng`,
    `Thu trong năm: ${dong(fund.income)} đồng`,
    `Chi trong năm: ${dong(spent)} đồng, trong đó tiền thưởng ${dong(fund.bonus)} đồng, hiện vật ${dong(fund.items)} đồng, tổ chức phong trào ${dong(fund.organising)} đồng`,
    `Số dư: ${dong(fund.balance)} đồng (${moneyInWords(fund.balance)})`,
  ];
  const body: readonly Block[] = [{ kind: 'list', marks: 'dashes', items: sums }];
  return paperOf(issued, {
    kind: 'Sổ quỹ',
    about: `Quỹ thi đua, khen thưởng năm ${fund.year}`,
    body: [...body, { kind: 'paragraph', text: 'Các khoản thu, chi tại Phụ lục kèm theo.' }],
    annex: { name: `Các khoản thu, chi năm ${fund.year}`, body: [grid], landscape: true },
  });
}

export function paymentPaper({ decisionNumber, decidedOn, dues }: PaymentView, issued: Issued): Paper {
  const certain = dues.reduce(
    (sum, { due, payment }) => sum + (payment?.amount ?? (due.kind === 'amount' ? due.amount : 0)),
    0,
  );
  const open = dues.filter(
    ({ due, payment }) => payment === null && (due.kind === 'at_most' || due.kind === 'unknown'),
  );
  const grid: Block = {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 6, align: 'center' },
      { heading: said.holder, share: 30, align: 'left' },
      { heading: said.award, share: 34, align: 'left' },
      { heading: 'Mức thưởng (đồng)', share: 22, align: 'right' },
      { heading: 'Ký nhận', share: 20, align: 'center' },
    ],
    rows: [...banded(dues), ['', said.total, '', dong(certain), '']],
  };
  return paperOf(issued, {
    kind: 'Danh sách',
    about: `Chi tiền thưởng theo Quyết định số ${decisionNumber} ngày ${dateText(decidedOn)}`,
    body: [
      grid,
      { kind: 'paragraph', lead: 'Bằng chữ:', text: `${moneyInWords(certain)}.` },
      ...(open.length > 0
        ? [{ kind: 'note', text: `Chưa cộng ${open.length} trường hợp mà người chi quyết định mức.` } as const]
        : []),
    ],
  });
}

/** A band over each unit; numbered through. */
function banded(dues: readonly DueHonour[]): readonly Row[] {
  return dues.flatMap((row, at): readonly Row[] => {
    const isNew = row.unitName !== dues[at - 1]?.unitName;
    const line = [
      String(at + 1),
      row.payee === 'family' ? `${row.holderName} (gia đình nhận)` : row.holderName,
      awardName(row.awardCode),
      row.payment ? dong(row.payment.amount) : dueText(row.due),
      '',
    ];
    return isNew ? [{ band: row.unitName }, line] : [line];
  });
}

type Parts = {
  readonly kind: string;
  readonly about: string;
  readonly body: readonly Block[];
  readonly annex?: NonNullable<Paper['annexes']>[number];
};

function paperOf({ issuer, now }: Issued, { kind, about, body, annex }: Parts): Paper {
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, 'DS', issuer.short),
    dated: { place: issuer.place, day: plainDateIn(now) },
    kind: { name: kind },
    about,
    addressees: [],
    grounds: [],
    body,
    signature: { authority: [], office: issuer.office },
    cosigner: { authority: [], office: 'Người lập' },
    recipients: [],
    archive: 'VT, KT',
    ...(annex && { annexes: [annex] }),
  };
}
