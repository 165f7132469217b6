import type { PlainDate } from '../../../kernel/calendar.ts';
import { momentText } from '../../../ui/moment.ts';
import type { StageName } from '../../../ui/status.ts';
import { Stage } from '../../../ui/Status.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Listed, ListedActual } from '../../actuals/list.server.ts';
import { figureText } from '../../actuals/text.ts';
import { periodText } from '../../indicators/text.ts';
import { onDay } from '../../../ui/day.ts';
import { indicatorText, overviewText } from '../text.ts';

type ValuesTableProps = {
  readonly listed: Listed;
  readonly ownerName: string | undefined;
  readonly path: string;
  readonly known: PlainDate | undefined;
  /** Whoever is signed in may open a value; the public sees the province's own figures only. */
  readonly isInside: boolean;
};

/** What was reported, newest period first; what a correction replaced stands struck through. */
export function ValuesTable({ listed, ownerName, path, known, isInside }: ValuesTableProps) {
  const { rows, total } = listed;
  return (
    <>
      {!isInside && <p className="muted">{indicatorText.publicValues}</p>}
      <Table
        caption={indicatorText.valuesCaption}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={isInside ? [...columns, openColumn] : columns}
        empty={
          <Empty
            what={indicatorText.noValuesWhat}
            why={indicatorText.noValuesWhy}
            first={indicatorText.noValuesFirst(ownerName)}
          />
        }
      />
      {total > rows.length && (
        <p>
          <a href={onDay(`${path}/gia-tri`, known)}>{indicatorText.allValues(total)}</a>
        </p>
      )}
    </>
  );
}

export const columns: readonly Column<ListedActual>[] = [
  { key: 'ky', head: overviewText.period, kind: 'name', cell: (row) => periodText(row.period) },
  {
    key: 'don-vi',
    head: indicatorText.unit,
    cell: (row) => <a href={`/don-vi/${row.unitCode}`}>{row.unitName}</a>,
  },
  { key: 'gia-tri', head: indicatorText.value, kind: 'number', cell: (row) => <Figure row={row} /> },
  { key: 'tinh-trang', head: indicatorText.stage, cell: (row) => <StageOf row={row} /> },
  { key: 'nguon', head: indicatorText.sourceColumn, cell: (row) => <Source row={row} /> },
  { key: 'ngay', head: indicatorText.dates, cell: (row) => (row.knownAt ? momentText(row.knownAt) : '–') },
];

const openColumn: Column<ListedActual> = {
  key: 'mo',
  head: indicatorText.open,
  cell: (row) => (
    <a href={`/nhap-so-lieu/${row.id}`}>
      {indicatorText.open}
      <span className="sr">{` ${row.unitName}, ${periodText(row.period)}`}</span>
    </a>
  ),
};

function Figure({ row }: { readonly row: ListedActual }) {
  const figure = figureText(row.value, row.decimals);
  return row.isSuperseded ? (
    <del>
      <span className="sr">{indicatorText.replaced}: </span>
      {figure}
    </del>
  ) : (
    <b>{figure}</b>
  );
}

const looks: Readonly<Record<ListedActual['stage'], StageName>> = {
  entered: 'draft',
  submitted: 'submitted',
  verified: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
};

function StageOf({ row }: { readonly row: ListedActual }) {
  if (row.isSuperseded) return <Stage stage="corrected" word={indicatorText.replaced} />;
  if (!row.isCorrection) return <Stage stage={looks[row.stage]} />;
  return (
    <>
      <Stage stage={looks[row.stage]} />
      <br />
      <small>
        {row.correctionReason ? indicatorText.correction(row.correctionReason) : indicatorText.correctionBare}
      </small>
    </>
  );
}

function Source({ row }: { readonly row: ListedActual }) {
  return (
    <>
      {row.source ?? '–'}
      {row.evidence > 0 && <small> · {indicatorText.evidence(row.evidence)}</small>}
    </>
  );
}
