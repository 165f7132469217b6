import { pointsText } from '../../../kernel/hundredths.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Figure } from '../../../ui/chart/Figure.tsx';
import { ShareAgainst } from '../../../ui/chart/ShareAgainst.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { comparisonText as said, levelOf, percent, yearText, yearsFinding } from '../text.ts';
import type { YearLine } from '../years.server.ts';

type Origin = { readonly source: string; readonly asOf: string | undefined };

/** Place and share of each year whose result is known, one bar a year. */
export function OverYears({ years, origin }: { readonly years: readonly YearLine[]; readonly origin: Origin }) {
  if (years.length === 0) return <Empty what={said.noYears} why={said.noYearsWhy} />;
  const rows = years.map((line) => ({
    id: String(line.year),
    label: `${said.year} ${line.year}`,
    spoken: `${said.year} ${line.year}: ${yearText(line)}`,
    own: line.share,
    median: line.median,
    best: line.best,
    value: line.share === null ? said.notApplicable : percent(line.share),
    note: yearText(line).replace(/^[^·]*·\s*/u, ''),
    tone: toneOf(line),
  }));
  return (
    <Figure title={yearsFinding(years)} {...origin} behind={<Behind years={years} />}>
      <ShareAgainst rows={rows} />
    </Figure>
  );
}

function toneOf({ share, median }: YearLine): 'above' | 'below' | 'level' {
  return share === null || median === null || share === median ? 'level' : share > median ? 'above' : 'below';
}

function Behind({ years }: { readonly years: readonly YearLine[] }) {
  return (
    <Table
      caption={said.yearsTitle}
      captionHidden
      columns={columns}
      rows={years}
      rowKey={({ year }) => String(year)}
      phone="scroll"
    />
  );
}

const columns: readonly Column<YearLine>[] = [
  { key: 'nam', head: said.year, kind: 'name', cell: ({ year }) => year },
  { key: 'hang', head: said.place, kind: 'number', cell: ({ place, units }) => place && `${place}/${units}` },
  {
    key: 'diem',
    head: said.score,
    kind: 'number',
    cell: ({ shown, full }) => shown !== null && `${pointsText(shown)}/${pointsText(full)}`,
  },
  { key: 'ty-le', head: said.share, kind: 'number', cell: ({ share }) => share !== null && percent(share) },
  { key: 'trung-vi', head: said.median, kind: 'number', cell: ({ median }) => median !== null && percent(median) },
  { key: 'cao-nhat', head: said.best, kind: 'number', cell: ({ best }) => best !== null && percent(best) },
  { key: 'xep-loai', head: said.level, cell: ({ level }) => levelOf(level) },
];
