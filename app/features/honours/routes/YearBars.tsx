import { Figure } from '../../../ui/chart/Figure.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { YearCount } from '../finding.ts';
import { findingOf } from '../finding.ts';
import { count, findingText, statisticsText as said } from '../text.ts';

type Props = { readonly years: readonly YearCount[]; readonly thisYear: number };

/** Honours by year of achievement, one bar a year; the running year is drawn lighter, for it is not over. */
export function YearBars({ years, thisYear }: Props) {
  const most = Math.max(1, ...years.map(({ n }) => n));
  const shown = years.slice(-12);
  const label = ({ year }: YearCount) => (year === thisYear ? `${year} (${said.running})` : String(year));
  return (
    <Figure
      title={findingText(findingOf(years, thisYear))}
      source={shown.some(({ year }) => year === thisYear) ? said.chartSourceRunning(thisYear) : said.chartSource}
      behindLabel={said.chartBehind}
      behind={
        <Table
          caption={said.n}
          captionHidden
          columns={[
            { key: 'nam', head: said.year, kind: 'name', cell: label },
            { key: 'n', head: said.n, kind: 'number', cell: ({ n }) => count(n) },
          ]}
          rows={years}
          rowKey={({ year }) => String(year)}
        />
      }
    >
      <svg
        className="year-bars"
        height={shown.length * 30}
        role="img"
        aria-label={shown.map((one) => said.bar(one.year, one.n)).join('; ')}
      >
        {shown.map(({ year, n }, at) => (
          <g key={year}>
            <text x="0" y={at * 30 + 19}>
              {year}
            </text>
            <svg x="52" y={at * 30 + 4} height="22" overflow="visible">
              <rect
                className={year === thisYear ? 'year-bar running' : 'year-bar'}
                width={`${Math.max(0.4, (n * 60) / most)}%`}
                height="22"
                rx="2"
              />
              <svg x={`${Math.max(0.4, (n * 60) / most)}%`} overflow="visible">
                <text x="8" y="16">
                  {count(n)}
                </text>
              </svg>
            </svg>
          </g>
        ))}
      </svg>
    </Figure>
  );
}
