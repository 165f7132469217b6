import { Empty } from '../../../ui/Empty.tsx';
import { Table } from '../../../ui/Table.tsx';
import { figureText } from '../../actuals/text.ts';
import type { ListedPledge } from '../../pledges/list.server.ts';
import { pledgeStageText } from '../../pledges/text.ts';
import { schemeText } from '../schemes/text.ts';

/** What units registered for the year, as far as the reader may know. */
export function PledgeTable({ rows, year }: { readonly rows: readonly ListedPledge[]; readonly year: number }) {
  return (
    <Table
      caption={schemeText.pledgesTitle(year)}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'don-vi', head: schemeText.unit, kind: 'name', cell: (row) => row.unitName },
        { key: 'noi-dung', head: schemeText.pledged, cell: (row) => row.wording },
        {
          key: 'muc',
          head: schemeText.level,
          kind: 'number',
          cell: (row) =>
            row.value === null ? '' : `${figureText(row.value, row.decimals ?? 2)} ${row.unitOfMeasure ?? ''}`,
        },
        { key: 'buoc', head: schemeText.stage, cell: (row) => pledgeStageText[row.stage] },
      ]}
      empty={
        <Empty
          what={schemeText.pledgesWhat}
          why={schemeText.pledgesWhy(year)}
          first={<a href="/dang-ky-chi-tieu">{schemeText.pledgesFirst}</a>}
        />
      }
    />
  );
}
