import type { View } from '../../../ui/address.ts';
import { withQuery } from '../../../ui/address.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Share, ShareBy, Shares } from '../shares.server.ts';
import { inspectionsText, shareText } from '../text.ts';

const bys = { unit: inspectionsText.byUnit, scheme: inspectionsText.byScheme, year: inspectionsText.byYear } as const;
const heads = inspectionsText.counted;
const counted = ['all', 'onTime', 'late', 'overdue', 'open'] as const;

type Props = { readonly shares: Shares; readonly by: ShareBy; readonly view: View };

/** How far findings are closed on time, by what the reader chose. */
export function SharesTable({ shares, by, view }: Props) {
  const columns: readonly Column<Share>[] = [
    { key: 'nhom', head: bys[by], kind: 'name', cell: ({ name }) => name ?? inspectionsText.noSchemeGroup },
    ...counted.map((key) => ({
      key,
      head: heads[key],
      kind: 'number' as const,
      cell: ({ counts }: Share) => formatVietnamese(counts[key]),
    })),
    { key: 'ty-le', head: heads.share, kind: 'number', cell: ({ counts }) => shareText(counts) },
  ];
  const keys = ['unit', 'scheme', 'year'] as const;
  return (
    <section>
      <h2>{inspectionsText.shareTitle}</h2>
      <Tabs
        label={inspectionsText.shareTitle}
        tabs={keys.map((key) => ({
          label: bys[key],
          href: withQuery(view, { theo: key === 'unit' ? undefined : key }),
          current: key === by,
        }))}
      />
      <Table
        caption={bys[by]}
        captionHidden
        columns={columns}
        rows={shares.groups}
        rowKey={({ key }) => key}
        sums={{
          nhom: inspectionsText.sum,
          ...Object.fromEntries(counted.map((key) => [key, formatVietnamese(shares.all[key])])),
          'ty-le': shareText(shares.all),
        }}
      />
      <p className="muted">{inspectionsText.shareRule}</p>
    </section>
  );
}
