import { pointsText } from '../../../kernel/hundredths.ts';
import { Empty } from '../../../ui/Empty.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Lift } from '../lift.ts';
import { comparisonText as said, liftFinding, named, nextText, waitingText } from '../text.ts';

type Props = { readonly lifts: readonly Lift[]; readonly indicators: Readonly<Record<string, string>> };

export function Lifts({ lifts, indicators }: Props) {
  if (lifts.length === 0) return <Empty what={said.liftNone} why={said.liftNoneWhy} />;
  const columns: readonly Column<Lift>[] = [
    { key: 'tieu-chi', head: said.criterionOnly, kind: 'name', cell: named },
    {
      key: 'con-lai',
      head: said.open,
      kind: 'number',
      cell: ({ open, max }) => `${pointsText(open)}/${pointsText(max)}`,
    },
    {
      key: 'can-gi',
      head: said.next,
      cell: (lift) => (lift.next ? nextText(lift.next, indicators) : waitingText(lift)),
    },
  ];
  return (
    <section>
      <h2>{said.liftTitle}</h2>
      <p>
        <b>{liftFinding(lifts)}</b>
      </p>
      <p className="muted">{said.liftLead}</p>
      <Table
        caption={said.liftTitle}
        captionHidden
        columns={columns}
        rows={lifts}
        rowKey={({ code }) => code}
        phone="rows"
      />
    </section>
  );
}
