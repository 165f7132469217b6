import { awardName } from '../../awards/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Why } from '../../../ui/Why.tsx';
import type { DueHonour } from '../dues.server.ts';
import type { PaymentView } from '../payment-view.server.ts';
import type { ShownProblem } from '../../../ui/field-error.ts';
import { dueText, fundText as said, payeeText, whyFigures, whyText } from '../text.ts';

type Refused = {
  readonly fields: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly problems: readonly ShownProblem[];
};
type Props = { readonly view: PaymentView; readonly id: string; readonly refused: Refused | undefined };

/** The list, and the form that pays those that are chosen in it. */
export function PayForm({ view, id, refused }: Props) {
  const { fund, dues } = view;
  const mayPay = fund.moves.includes('pay') && dues.some(({ payment }) => payment === null);
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  const columns = columnsFor({ mayPay, refused, errorAt });
  const table = (
    <Table
      caption={said.paymentList(view.decisionNumber)}
      captionHidden
      columns={columns}
      rows={dues}
      rowKey={({ honourId }) => honourId}
      select={
        mayPay
          ? { name: 'chon', form: 'chi-thuong', label: ({ holderName }) => holderName, chosen: refused?.chosen }
          : undefined
      }
    />
  );
  if (!mayPay) return table;
  return (
    <Form id="chi-thuong" hidden={{ ma: refused?.fields['ma'] ?? id }} errors={refused?.problems} wide>
      {table}
      <h2>{said.payThese}</h2>
      <p>{said.payWhat}</p>
      <Field
        type="date"
        name="onDate"
        label={said.payDate}
        value={refused?.fields['onDate']}
        error={errorAt('onDate')}
      />
      <Field
        name="voucher"
        label={said.voucher}
        width="medium"
        value={refused?.fields['voucher']}
        error={errorAt('voucher')}
      />
      <Field
        type="textarea"
        rows={2}
        name="ly-do"
        label={said.payReason}
        optional
        value={refused?.fields['ly-do']}
        error={errorAt('ly-do')}
      />
      <Button>{said.payVerb}</Button>
    </Form>
  );
}

type Drawn = {
  readonly mayPay: boolean;
  readonly refused: Refused | undefined;
  readonly errorAt: (name: string) => string | undefined;
};

function columnsFor({ mayPay, refused, errorAt }: Drawn): readonly Column<DueHonour>[] {
  return [
    {
      key: 'ten',
      head: said.holder,
      kind: 'name',
      cell: (row) => (
        <>
          {row.holderName}
          <br />
          <small>{row.unitName}</small>
        </>
      ),
    },
    { key: 'danh-hieu', head: said.award, cell: (row) => awardName(row.awardCode) },
    { key: 'muc', head: said.due, kind: 'number', cell: (row) => dueText(row.due) },
    {
      key: 'cach-tinh',
      head: said.reckoning,
      cell: (row) => <Why figures={whyFigures(row.due.law, row.decidedOn)}>{whyText(row.due)}</Why>,
    },
    { key: 'nhan', head: said.payee, cell: (row) => payeeText[row.payment?.payee ?? row.payee] },
    {
      key: 'tinh-trang',
      head: said.standing,
      cell: (row) => (
        <>
          <Standing row={row} />
          {mayPay && asksAmount(row) && (
            <Field
              name={`tien-${row.honourId}`}
              label={said.otherAmount}
              width="short"
              value={refused?.fields[`tien-${row.honourId}`]}
              error={errorAt(`tien-${row.honourId}`)}
            />
          )}
        </>
      ),
    },
  ];
}

const asksAmount = ({ due, payment, paidLower }: DueHonour) =>
  payment === null &&
  (due.kind === 'at_most' || due.kind === 'unknown' || (due.kind === 'amount' && paidLower !== undefined));

function Standing({ row: { payment, revokedOn, paidLower, due } }: { readonly row: DueHonour }) {
  if (payment)
    return (
      <>
        {said.paid(payment.amount, payment.paidOn, payment.voucher)}
        {revokedOn !== null && <strong> {said.revoked}</strong>}
      </>
    );
  return (
    <>
      {due.kind === 'covered' ? '' : said.notPaid}
      {paidLower && due.kind === 'amount' && <p>{said.paidLower(awardName(paidLower.awardCode), paidLower.amount)}</p>}
    </>
  );
}
