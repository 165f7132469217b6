/** Lists as files: exactly the rows that are seen, every page of them, as Excel or CSV. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { FindingsQuery, InspectionsQuery, ListedFinding, ListedInspection } from './list.server.ts';
import { listFindings, listInspections } from './list.server.ts';
import { fieldText, findingStandingText, inspectionKindText, inspectionsText, inspectionStageText } from './text.ts';

const most = 100_000;
type Columns<Row> = readonly Omit<FileColumn<Row>, 'width'>[];

const inspectionColumns: Columns<ListedInspection> = [
  { heading: inspectionsText.name, of: (row) => row.title },
  { heading: inspectionsText.unit, of: (row) => row.unitName },
  { heading: inspectionsText.by, of: (row) => row.byUnitName },
  { heading: inspectionsText.kind, of: (row) => inspectionKindText[row.kind] },
  { heading: inspectionsText.about, of: (row) => row.aboutName ?? '' },
  { heading: inspectionsText.programme, of: (row) => row.programmeTitle ?? inspectionsText.outside },
  { heading: fieldText.firstDay, of: (row) => dateText(row.firstDay) },
  { heading: fieldText.lastDay, of: (row) => dateText(row.lastDay) },
  { heading: inspectionsText.held, of: (row) => (row.heldOn && row.stage === 'held' ? dateText(row.heldOn) : '') },
  { heading: inspectionsText.stage, of: (row) => inspectionStageText[row.stage] },
];

const findingColumns: Columns<ListedFinding> = [
  { heading: inspectionsText.unit, of: (row) => row.unitName },
  { heading: inspectionsText.by, of: (row) => row.byUnitName },
  { heading: inspectionsText.name, of: (row) => row.inspectionTitle },
  { heading: inspectionsText.finding, of: (row) => row.statement },
  { heading: inspectionsText.remedy, of: (row) => row.remedy },
  { heading: inspectionsText.owner, of: (row) => row.ownerName ?? '' },
  { heading: inspectionsText.due, of: (row) => dateText(row.dueOn) },
  { heading: inspectionsText.standing, of: (row) => findingStandingText[row.standing] },
];

export async function inspectionsFile(
  db: Kysely<DB>,
  person: Person,
  { query, ending }: { readonly query: InspectionsQuery; readonly ending: Ending },
): Promise<Response> {
  const { rows } = await listInspections(db, person, { ...query, size: most });
  return fileOf('kiem-tra', { title: inspectionsText.caption, columns: inspectionColumns, rows, ending });
}

export async function findingsFile(
  db: Kysely<DB>,
  person: Person,
  { query, ending }: { readonly query: FindingsQuery; readonly ending: Ending },
): Promise<Response> {
  const { rows } = await listFindings(db, person, { ...query, size: most });
  return fileOf('ton-tai', { title: inspectionsText.findingsCaption, columns: findingColumns, rows, ending });
}

type Listed<Row> = {
  readonly title: string;
  readonly columns: Columns<Row>;
  readonly rows: readonly Row[];
  readonly ending: Ending;
};

function fileOf<Row>(name: string, { title, columns, rows, ending }: Listed<Row>): Promise<Response> {
  return listFile(ending, {
    name,
    title,
    sheet: title,
    columns: columns.map((column) => ({ ...column, width: 28 })),
    rows,
  });
}
