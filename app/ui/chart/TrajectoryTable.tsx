import type { Column } from '../Table.tsx';
import { Table } from '../Table.tsx';
import { uiText } from '../text.ts';
import type { TrajectoryProps } from './TrajectoryChart.tsx';

/** The numbers behind a trajectory, a row for each time of which anything is known. */
export function TrajectoryTable(props: TrajectoryProps) {
  const { title, actual, expected = [], forecast = [], format, formatTime = String, unit } = props;
  const times = [...new Set([...expected, ...actual, ...forecast].map((point) => point.at))].toSorted((a, b) => a - b);
  const columns: readonly Column<number>[] = [
    { key: 'at', head: uiText.year, kind: 'name', cell: formatTime },
    {
      key: 'expected',
      head: `${uiText.expected} (${unit})`,
      kind: 'number',
      cell: (at) => written(expected.find((point) => point.at === at)?.value, format),
    },
    {
      key: 'actual',
      head: `${uiText.actual} (${unit})`,
      kind: 'number',
      cell: (at) => {
        const point = actual.find((each) => each.at === at);
        return `${written(point?.value, format)}${point?.unverified ? ` (${uiText.unverified})` : ''}`;
      },
    },
    {
      key: 'forecast',
      head: `${uiText.forecast} (${unit})`,
      kind: 'number',
      cell: (at) =>
        actual.some((point) => point.at === at)
          ? '–'
          : written(forecast.find((point) => point.at === at)?.value, format),
    },
  ];
  return (
    <Table
      caption={title}
      captionHidden
      columns={columns}
      rows={times}
      rowKey={String}
      empty={<p>{uiText.noPoints}</p>}
    />
  );
}

function written(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '–' : format(value);
}
