import type { PlainDate } from '../../../kernel/calendar.ts';
import type { ReactNode } from 'react';
import type { Sort, View } from '../../../ui/address.ts';
import { Sparkline } from '../../../ui/chart/Sparkline.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { onDay } from '../../../ui/day.ts';
import { overviewText } from '../text.ts';
import type { IndicatorLine } from '../view.server.ts';

export type IndicatorTableProps = {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly IndicatorLine[];
  readonly known: PlainDate | undefined;
  readonly view?: View;
  readonly sort?: Sort;
  readonly exports?: { readonly excel: string; readonly csv: string };
  readonly withOwner?: boolean;
  readonly empty?: ReactNode;
};

/** Indicators, one a row: latest figure, target, the way so far, status. */
export function IndicatorTable({ rows, known, view, sort, exports, withOwner, ...rest }: IndicatorTableProps) {
  return (
    <Table
      {...rest}
      rows={rows}
      rowKey={(row) => row.code}
      columns={withOwner ? [...columnsOn(known), ownerColumn] : columnsOn(known)}
      view={view}
      sort={sort}
      exports={exports}
    />
  );
}

function columnsOn(known: PlainDate | undefined): readonly Column<IndicatorLine>[] {
  return [
    { key: 'ma', head: overviewText.code, kind: 'code', sortable: true, cell: ({ code }) => code },
    {
      key: 'ten',
      head: overviewText.indicator,
      kind: 'name',
      sortable: true,
      cell: ({ code, name }) => <a href={onDay(`/chi-tieu/${code}`, known)}>{name}</a>,
    },
    { key: 'moi-nhat', head: overviewText.latest, kind: 'number', cell: (row) => <Latest row={row} /> },
    { key: 'muc-tieu', head: overviewText.target, kind: 'number', cell: (row) => <Target row={row} /> },
    { key: 'duong-di', head: overviewText.way, cell: (row) => <Way row={row} /> },
    {
      key: 'trang-thai',
      head: overviewText.status,
      sortable: true,
      cell: ({ status }) => <Status status={status} />,
    },
  ];
}

const ownerColumn: Column<IndicatorLine> = {
  key: 'co-quan',
  head: overviewText.owner,
  cell: ({ owner }) =>
    owner ? <a href={`/don-vi/${owner.code}`}>{owner.name}</a> : <span className="muted">{overviewText.noOwner}</span>,
};

type RowProps = { readonly row: IndicatorLine };

function Latest({ row: { latest, unit } }: RowProps) {
  if (!latest) return <span className="muted">–</span>;
  return (
    <>
      <b>{latest.value}</b> <small>{unit}</small>
      <br />
      <small>{latest.period}</small>
    </>
  );
}

function Target({ row: { target, unit, deadline } }: RowProps) {
  return (
    <>
      {target} <small>{unit}</small>
      <br />
      <small>{overviewText.inYear(deadline)}</small>
    </>
  );
}

/** The row already says it in figures; the line is for the eye. */
function Way({ row: { spark, status } }: RowProps) {
  const { actual, expected, years } = spark;
  if (actual.length === 0) return <span className="muted">–</span>;
  const all = [...actual, ...expected].map((point) => point.value);
  const values = [Math.min(...all), Math.max(...all)] as const;
  return <Sparkline status={status} actual={actual} expected={expected} shared={{ years, values }} />;
}
