/** Funds, a ledger and a list of payment taken away as they are seen. */
import { awardName } from '../awards/text.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import { isIncome } from './fund.ts';
import type { LedgerLine, ListedFund, OneFund } from './list.server.ts';
import { moneyInWords } from './money.text.ts';
import type { DueHonour } from './dues.server.ts';
import type { PaymentView } from './payment-view.server.ts';
import { dueText, entryKindText, fundStageText, fundText as said, payeeText, whyText } from './text.ts';
import { totalsOf } from './totals.ts';

const fundColumns: readonly FileColumn<ListedFund>[] = [
  { heading: said.unit, width: 40, of: (row) => row.unitName },
  { heading: said.year, width: 8, of: (row) => row.year },
  { heading: said.stage, width: 14, of: (row) => fundStageText[row.stage] },
  { heading: said.opening, width: 18, of: (row) => row.opening },
  { heading: said.income, width: 18, of: (row) => row.income },
  { heading: said.bonus, width: 18, of: (row) => row.bonus },
  { heading: said.items, width: 18, of: (row) => row.items },
  { heading: said.organising, width: 18, of: (row) => row.organising },
  { heading: said.balance, width: 18, of: (row) => row.balance },
];

export function fundsFile(ending: Ending, rows: readonly ListedFund[]): Promise<Response> {
  return listFile(ending, {
    name: said.file,
    title: said.caption,
    sheet: said.title,
    kind: 'plain',
    columns: fundColumns,
    rows,
  });
}

const ledgerColumns: readonly FileColumn<LedgerLine>[] = [
  { heading: said.number, width: 6, of: (line) => line.number },
  { heading: said.date, width: 12, of: (line) => dateText(line.onDate) },
  { heading: said.kind, width: 34, of: (line) => entryKindText[line.kind] },
  { heading: said.what, width: 50, of: (line) => line.what },
  { heading: said.voucher, width: 16, of: (line) => line.voucher },
  { heading: said.incomeAmount, width: 16, of: (line) => (isIncome(line.kind) ? line.amount : null) },
  { heading: said.spendingAmount, width: 16, of: (line) => (isIncome(line.kind) ? null : line.amount) },
  { heading: said.after, width: 16, of: (line) => line.balance },
  { heading: said.by, width: 24, of: (line) => line.byName },
];

export function ledgerFile(ending: Ending, { fund, lines }: OneFund): Promise<Response> {
  const title = said.of(fund.unitName, fund.year);
  const name = `${said.ledgerFile}-${fund.unitCode}-${fund.year}`;
  return listFile(ending, {
    name,
    title,
    sheet: said.ledger,
    preface: [title],
    kind: 'plain',
    columns: ledgerColumns,
    rows: lines,
  });
}

const paymentColumns: readonly FileColumn<DueHonour>[] = [
  { heading: said.holder, width: 34, of: (row) => row.holderName },
  { heading: said.unit, width: 34, of: (row) => row.unitName },
  { heading: said.award, width: 44, of: (row) => awardName(row.awardCode) },
  { heading: said.due, width: 20, of: (row) => (row.due.kind === 'amount' ? row.due.amount : dueText(row.due)) },
  { heading: said.payee, width: 24, of: (row) => payeeText[row.payment?.payee ?? row.payee] },
  { heading: said.paidAmount, width: 16, of: (row) => row.payment?.amount ?? null },
  {
    heading: said.standing,
    width: 40,
    of: (row) => (row.payment ? said.paid(row.payment.amount, row.payment.paidOn, row.payment.voucher) : said.notPaid),
  },
  { heading: said.what, width: 70, of: (row) => whyText(row.due) },
];

export function paymentFile(ending: Ending, { decisionNumber, decidedOn, dues }: PaymentView): Promise<Response> {
  const title = said.paymentList(decisionNumber);
  const { unpaidAmount } = totalsOf(dues);
  const preface = [title, said.paymentLead(decidedOn), `${said.unpaidAmount}: ${moneyInWords(unpaidAmount)}`];
  return listFile(ending, {
    name: said.paymentFile,
    title,
    sheet: said.dues,
    preface,
    kind: 'plain',
    columns: paymentColumns,
    rows: dues,
  });
}
