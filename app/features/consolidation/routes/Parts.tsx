import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import type { EditionLine, OneConsolidation, PartCounts } from '../list.server.ts';
import { oneText } from '../text.ts';
import { momentText } from '../../../ui/moment.ts';

/** The parts of a report with how many pieces stand where; each opens its own page. */
export function Parts({ one }: { readonly one: OneConsolidation }) {
  const columns: readonly Column<PartCounts>[] = [
    {
      key: 'muc',
      head: oneText.part,
      kind: 'name',
      cell: ({ key, heading }) => <a href={`/bao-cao-tong-hop/${one.id}/muc/${key}`}>{heading}</a>,
    },
    { key: 'trong', head: oneText.inBody, kind: 'number', cell: ({ body }) => body || '' },
    { key: 'phu-luc', head: oneText.inAnnex, kind: 'number', cell: ({ annex }) => annex || '' },
    { key: 'ngoai', head: oneText.out, kind: 'number', cell: ({ out }) => out || '' },
    { key: 'sua', head: oneText.edited, kind: 'number', cell: ({ edited }) => edited || '' },
    { key: 'cu', head: oneText.stale, kind: 'number', cell: ({ stale }) => stale || '' },
  ];
  return <Table caption={oneText.parts} columns={columns} rows={one.parts} rowKey={({ key }) => key} />;
}

/** Every time it was frozen, the latest first. */
export function Editions({ one }: { readonly one: OneConsolidation }) {
  if (one.editions.length === 0) return null;
  const columns: readonly Column<EditionLine>[] = [
    {
      key: 'lan',
      head: oneText.editions,
      kind: 'name',
      cell: ({ number }) => <a href={`/bao-cao-tong-hop/${one.id}/ban/${number}`}>{oneText.edition(number)}</a>,
    },
    { key: 'nguoi', head: oneText.frozenBy, cell: ({ frozenBy }) => frozenBy },
    { key: 'luc', head: oneText.frozenAt, cell: ({ frozenAt }) => momentText(frozenAt) },
    { key: 'bam', head: oneText.digest, kind: 'code', cell: ({ digest }) => digest.slice(0, 16) },
  ];
  return (
    <Table caption={oneText.editions} columns={columns} rows={one.editions} rowKey={({ number }) => String(number)} />
  );
}
