import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { periodText } from '../../indicators/text.ts';
import { dateText } from '../../../ui/moment.ts';
import { kindText, levelText } from '../../initiatives/text.ts';
import { findingStandingText } from '../../inspections/text.ts';
import type { FilledSection, FindingLine, IndicatorRow, InitiativeLine, PlanLine, PledgeLine } from '../report.ts';
import { amountText, goalText, reportText, soFarText } from '../text.ts';

type Tabled = Extract<FilledSection, { readonly rows: unknown }>;

/** A table of a report, as it stands now or as it was signed. */
export function FilledTable({ section }: { readonly section: Tabled }) {
  switch (section.kind) {
    case 'indicators':
      return (
        <>
          <Rows of={section} columns={indicatorColumns} keyOf={({ code }) => code} none={reportText.noIndicators} />
          {section.rows.some(({ soFar }) => soFar) && <p className="muted">{reportText.soFarNote}</p>}
        </>
      );
    case 'pledges': {
      const keyOf = ({ about, wording }: PledgeLine) => `${about} ${wording}`;
      return <Rows of={section} columns={pledgeColumns} keyOf={keyOf} none={reportText.noPledges} />;
    }
    case 'plans':
      return <Rows of={section} columns={planColumns} keyOf={({ id }) => id} none={reportText.noPlans} />;
    case 'initiatives':
      return <Rows of={section} columns={initiativeColumns} keyOf={({ id }) => id} none={reportText.noInitiatives} />;
    case 'findings':
      return <Rows of={section} columns={findingColumns} keyOf={({ id }) => id} none={reportText.noFindings} />;
  }
}

type RowsProps<Row> = {
  readonly of: { readonly heading: string; readonly rows: readonly Row[] };
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly none: string;
};

function Rows<Row>({ of: { heading, rows }, columns, keyOf, none }: RowsProps<Row>) {
  return (
    <Table
      caption={heading}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      empty={<p className="muted">{none}</p>}
    />
  );
}

const indicatorColumns: readonly Column<IndicatorRow>[] = [
  {
    key: 'chi-tieu',
    head: reportText.indicator,
    kind: 'name',
    cell: ({ code, name }) => <a href={`/chi-tieu/${code}`}>{`${code} ${name}`}</a>,
  },
  { key: 'muc', head: reportText.goal, kind: 'number', cell: goalText },
  {
    key: 'ket-qua',
    head: reportText.value,
    kind: 'number',
    cell: ({ value, unitOfMeasure }) => amountText(value, unitOfMeasure),
  },
  { key: 'ky', head: reportText.period, cell: ({ period }) => (period === null ? '' : periodText(period)) },
  { key: 'tu-dau-nam', head: reportText.soFar, kind: 'number', cell: soFarText },
  { key: 'tinh-trang', head: reportText.status, cell: ({ status }) => status && <Status status={status} /> },
];

const pledgeColumns: readonly Column<PledgeLine>[] = [
  { key: 'noi-dung', head: reportText.wording, kind: 'name', cell: ({ wording }) => wording },
  { key: 've', head: reportText.about, kind: 'code', cell: ({ about }) => about },
  {
    key: 'muc',
    head: reportText.pledged,
    kind: 'number',
    cell: ({ value, unitOfMeasure }) => amountText(value, unitOfMeasure),
  },
];

const planColumns: readonly Column<PlanLine>[] = [
  {
    key: 'ke-hoach',
    head: reportText.plan,
    kind: 'name',
    cell: ({ id, title }) => <a href={`/ke-hoach/${id}`}>{title}</a>,
  },
  { key: 've', head: reportText.aboutPlan, cell: ({ about }) => about },
  { key: 'phan-tram', head: reportText.percent, kind: 'number', cell: ({ percent }) => amountText(percent, '%') },
  { key: 'nhiem-vu', head: reportText.tasks, kind: 'number', cell: ({ tasks }) => tasks },
  { key: 'nhiem-vu-muon', head: reportText.lateTasks, kind: 'number', cell: ({ lateTasks }) => lateTasks },
  { key: 'moc-muon', head: reportText.lateMilestones, kind: 'number', cell: ({ lateMilestones }) => lateMilestones },
];

const initiativeColumns: readonly Column<InitiativeLine>[] = [
  {
    key: 'sang-kien',
    head: reportText.initiative,
    kind: 'name',
    cell: ({ id, title }) => <a href={`/sang-kien/${id}`}>{title}</a>,
  },
  { key: 'loai', head: reportText.initiativeKind, cell: ({ kind }) => kindText[kind] },
  { key: 'cap', head: reportText.level, cell: ({ level }) => levelText[level] },
  { key: 'quyet-dinh', head: reportText.decision, cell: ({ number, date }) => reportText.decided(number, date) },
  { key: 'ap-dung', head: reportText.adoptions, kind: 'number', cell: ({ adoptions }) => adoptions },
];

const findingColumns: readonly Column<FindingLine>[] = [
  {
    key: 'ton-tai',
    head: reportText.finding,
    kind: 'name',
    cell: ({ inspectionId, statement }) => <a href={`/kiem-tra/${inspectionId}`}>{statement}</a>,
  },
  { key: 'khac-phuc', head: reportText.remedy, cell: ({ remedy }) => remedy },
  { key: 'co-quan', head: reportText.inspectedBy, cell: ({ byUnitName }) => byUnitName },
  { key: 'han', head: reportText.remedyDue, cell: ({ dueOn }) => dateText(dueOn) },
  { key: 'tinh-trang', head: reportText.status, cell: ({ standing }) => findingStandingText[standing] },
];
