import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { sharesAsked } from '../../register/fairness.ts';
import { fairnessText } from '../../register/text.ts';
import type { YearShares } from '../fairness.server.ts';
import { fairnessByYearText as said } from '../text.ts';

/** Whom honours went to, year by year. */
export function FairnessByYear({ years }: { readonly years: readonly YearShares[] }) {
  const columns: readonly Column<YearShares>[] = [
    { key: 'nam', head: said.year, kind: 'name', cell: ({ year }) => year },
    ...sharesAsked.map((share): Column<YearShares> => ({
      key: share,
      head: fairnessText.share[share],
      cell: ({ shares }) => {
        const found = shares.find((each) => each.share === share);
        return found && fairnessText.counted(found);
      },
    })),
  ];
  return (
    <section>
      <h2>{said.heading}</h2>
      <p className="muted">{said.lead}</p>
      <Table
        caption={said.heading}
        captionHidden
        columns={columns}
        rows={years}
        rowKey={({ year }) => String(year)}
        phone="rows"
      />
    </section>
  );
}
