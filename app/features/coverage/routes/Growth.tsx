import { formatVietnamese } from '../../../kernel/decimal.ts';
import { BarAgainstTarget } from '../../../ui/chart/BarAgainstTarget.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Month } from '../coverage.ts';
import { coverageText } from '../text.ts';

type Props = { readonly months: readonly Month[]; readonly units: number; readonly year: number };

/** How the year went, month by month: the picture and the figures behind it in one. */
export function Growth({ months, units, year }: Props) {
  if (months.length === 0 || units === 0) return null;
  const columns: readonly Column<Month>[] = [
    { key: 'thang', head: coverageText.month, kind: 'name', cell: ({ month }) => coverageText.monthOf(month) },
    ...(['planned', 'pledged', 'kept'] as const).map((aspect): Column<Month> => ({
      key: aspect,
      head: coverageText.growthHeads[aspect],
      kind: 'number',
      cell: (month) => formatVietnamese(month[aspect]),
    })),
    {
      key: 'hinh',
      head: coverageText.growthRate,
      cell: ({ month, kept }) => (
        <BarAgainstTarget
          status={kept === units ? 'achieved' : 'on_track'}
          share={kept / units}
          label={`${coverageText.monthOf(month)}: ${coverageText.share(kept, units)}`}
        />
      ),
    },
  ];
  return (
    <details className="behind growth" open>
      <summary>{coverageText.growthTitle(year)}</summary>
      <Table
        caption={coverageText.growthTitle(year)}
        captionHidden
        columns={columns}
        rows={months}
        rowKey={({ month }) => String(month)}
        phone="scroll"
      />
      <p className="muted">{coverageText.growthNote}</p>
    </details>
  );
}
