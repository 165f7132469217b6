import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dong } from '../../fund/money.text.ts';
import type { OneRevocation, RecallItem } from '../list.server.ts';
import { revocationMoveText, revocationText as said } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Props = { readonly one: OneRevocation; readonly today: string; readonly refused: Refused };

/** What is to be given back, by when, and what came. */
export function RecallItems({ one: { revocation, items }, today, refused }: Props) {
  const mayRecall = revocation.moves.includes('recall');
  const first = items[0];
  const isLate = (item: RecallItem) => item.returnedOn === null && item.dueOn < today;
  const columns: readonly Column<RecallItem>[] = [
    { key: 'gi', head: said.item, kind: 'name', cell: ({ what }) => what },
    { key: 'tien', head: said.amount, kind: 'number', cell: ({ amount }) => (amount === null ? null : dong(amount)) },
    { key: 'han', head: said.dueOn, kind: 'code', cell: ({ dueOn }) => dateText(dueOn) },
    {
      key: 'tinh-trang',
      head: said.standing,
      cell: (item) =>
        item.returnedOn === null
          ? `${said.notReturned}${isLate(item) ? `, ${said.late}` : ''}`
          : [said.returnedOn(item.returnedOn, item.voucher), item.note].filter(Boolean).join('. '),
    },
  ];
  return (
    <section>
      <h2>{said.recall}</h2>
      {first && <p>{said.recallLead(first.dueOn)}</p>}
      <Table
        caption={said.recall}
        captionHidden
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        isLate={isLate}
        empty={<p className="muted">{said.noRecall}</p>}
      />
      {mayRecall &&
        revocation.stage === 'decided' &&
        items.flatMap((item) =>
          item.returnedOn === null ? [<Give key={item.id} item={item} refused={refused} />] : [],
        )}
    </section>
  );
}

function Give({ item, refused }: { readonly item: RecallItem; readonly refused: Refused }) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'recall', { khoan: item.id });
  return (
    <details open={isOpen}>
      <summary>{said.recallOf(item.what)}</summary>
      <Form version={item.version} hidden={{ viec: 'recall', khoan: item.id }} errors={problems} scope={item.id}>
        <Field type="date" name="on" label={said.returnedDay} value={fields['on']} error={errorAt('on')} />
        {item.kind === 'money' && (
          <Field
            name="voucher"
            label={said.voucher}
            width="medium"
            value={fields['voucher']}
            error={errorAt('voucher')}
          />
        )}
        <Field name="note" label={said.note} optional value={fields['note']} />
        <Button kind="second">{revocationMoveText.recall}</Button>
      </Form>
    </details>
  );
}
