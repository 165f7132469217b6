import type { PlainDate } from '../../../kernel/calendar.ts';
import { StatusStrip } from '../../../ui/chart/StatusStrip.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Listed } from '../../actuals/list.server.ts';
import type { ListedPledge } from '../../pledges/list.server.ts';
import { onDay } from '../../../ui/day.ts';
import { countStatuses } from '../standing.ts';
import { overviewText, unitsText } from '../text.ts';
import type { UnitIndicator, UnitStanding } from '../unit-standing.server.ts';
import { PledgeTable } from './PledgeTable.tsx';
import { columns as valueColumns } from './ValuesTable.tsx';

type UnitStandsProps = {
  readonly standing: UnitStanding | undefined;
  readonly year: number;
  readonly isInside: boolean;
  readonly isProvince: boolean;
  readonly known: PlainDate | undefined;
};

/** Where the unit stands this year: each indicator it was assigned, or registered, with its figures and why. */
export function UnitStands({ standing, year, isInside, isProvince, known }: UnitStandsProps) {
  if (isProvince) {
    return (
      <p>
        <a href={onDay('/tong-quan', known)}>{unitsText.province}</a>
      </p>
    );
  }
  if (!isInside) return <p className="muted">{unitsText.insideUnit}</p>;
  if (!standing) return null;
  const { indicators } = standing;
  const counts = countStatuses(indicators);
  return (
    <section aria-labelledby="ket-qua">
      <h2 id="ket-qua">{unitsText.unitTitle(counts, indicators.length, year)}</h2>
      {indicators.length > 0 && (
        <StatusStrip label={unitsText.unitTitle(counts, indicators.length, year)} counts={counts} />
      )}
      <Table
        caption={unitsText.unitCaption(year)}
        captionHidden
        rows={indicators}
        rowKey={({ code }) => code}
        columns={columnsOn(known)}
        empty={<Empty what={unitsText.goalsWhat} why={unitsText.goalsWhy(year)} first={<First />} />}
      />
    </section>
  );
}

function First() {
  return <a href="/dang-ky-chi-tieu">{unitsText.goalsFirst}</a>;
}

function columnsOn(known: PlainDate | undefined): readonly Column<UnitIndicator>[] {
  return [
    { key: 'ma', head: overviewText.code, kind: 'code', cell: ({ code }) => code },
    {
      key: 'ten',
      head: overviewText.indicator,
      kind: 'name',
      cell: ({ code, name }) => <a href={onDay(`/chi-tieu/${code}`, known)}>{name}</a>,
    },
    {
      key: 'moi-nhat',
      head: overviewText.latest,
      kind: 'number',
      cell: ({ value, unit, period }) => (
        <>
          <b>{value}</b> <small>{unit}</small>
          <br />
          <small>{period}</small>
        </>
      ),
    },
    {
      key: 'muc',
      head: unitsText.goal,
      kind: 'number',
      cell: ({ target, unit, isPledge }) => (
        <>
          {target} <small>{unit}</small>
          <br />
          <small>{isPledge ? unitsText.pledged : unitsText.assigned}</small>
        </>
      ),
    },
    {
      key: 'trang-thai',
      head: overviewText.status,
      cell: ({ status, explanation }) => (
        <>
          <Status status={status} />
          <details className="behind">
            <summary>{unitsText.why}</summary>
            <p>{explanation}</p>
          </details>
        </>
      ),
    },
  ];
}

type UnitRegisteredProps = {
  readonly values: Listed;
  readonly pledges: readonly ListedPledge[];
  readonly year: number;
  readonly isInside: boolean;
};

/** What the unit reported last and what it registered for the year, as far as the reader may know. */
export function UnitRegistered({ values, pledges, year, isInside }: UnitRegisteredProps) {
  if (!isInside) return null;
  return (
    <>
      <h2 id="so-lieu">{unitsText.valuesTitle}</h2>
      <Table
        caption={unitsText.valuesTitle}
        captionHidden
        rows={values.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'chi-tieu', head: overviewText.indicator, kind: 'name', cell: (row) => row.indicatorName },
          ...valueColumns.map((column) => (column.key === 'ky' ? { ...column, kind: 'text' as const } : column)),
        ]}
        empty={<Empty what={unitsText.valuesWhat} why={unitsText.valuesWhy} />}
      />
      <h2 id="dang-ky">{unitsText.pledgesTitle(year)}</h2>
      <PledgeTable rows={pledges} year={year} />
    </>
  );
}
