/** Lists as files: exactly the rows that are seen, every page of them, as Excel or CSV. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { markedRows } from '../../platform/spreadsheet/file-mark.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { FindingsQuery, InspectionsQuery, ListedFinding, ListedInspection } from './list.server.ts';
import { listFindings, listInspections } from './list.server.ts';
import { fieldText, findingStandingText, inspectionKindText, inspectionsText, inspectionStageText } from './text.ts';

const most = 100_000;
type Kind = 'xlsx' | 'csv';
type Columns<Row> = readonly { readonly head: string; readonly of: (row: Row) => string }[];

const inspectionColumns: Columns<ListedInspection> = [
  { head: inspectionsText.name, of: (row) => row.title },
  { head: inspectionsText.unit, of: (row) => row.unitName },
  { head: inspectionsText.by, of: (row) => row.byUnitName },
  { head: inspectionsText.kind, of: (row) => inspectionKindText[row.kind] },
  { head: inspectionsText.about, of: (row) => row.aboutName ?? '' },
  { head: inspectionsText.programme, of: (row) => row.programmeTitle ?? inspectionsText.outside },
  { head: fieldText.firstDay, of: (row) => dateText(row.firstDay) },
  { head: fieldText.lastDay, of: (row) => dateText(row.lastDay) },
  { head: inspectionsText.held, of: (row) => (row.heldOn && row.stage === 'held' ? dateText(row.heldOn) : '') },
  { head: inspectionsText.stage, of: (row) => inspectionStageText[row.stage] },
];

const findingColumns: Columns<ListedFinding> = [
  { head: inspectionsText.unit, of: (row) => row.unitName },
  { head: inspectionsText.by, of: (row) => row.byUnitName },
  { head: inspectionsText.name, of: (row) => row.inspectionTitle },
  { head: inspectionsText.finding, of: (row) => row.statement },
  { head: inspectionsText.remedy, of: (row) => row.remedy },
  { head: inspectionsText.owner, of: (row) => row.ownerName ?? '' },
  { head: inspectionsText.due, of: (row) => dateText(row.dueOn) },
  { head: inspectionsText.standing, of: (row) => findingStandingText[row.standing] },
];

export async function inspectionsFile(
  db: Kysely<DB>,
  person: Person,
  { query, kind }: { readonly query: InspectionsQuery; readonly kind: Kind },
): Promise<Uint8Array> {
  const { rows } = await listInspections(db, person, { ...query, size: most });
  return fileOf(inspectionsText.caption, { columns: inspectionColumns, rows, kind });
}

export async function findingsFile(
  db: Kysely<DB>,
  person: Person,
  { query, kind }: { readonly query: FindingsQuery; readonly kind: Kind },
): Promise<Uint8Array> {
  const { rows } = await listFindings(db, person, { ...query, size: most });
  return fileOf(inspectionsText.findingsCaption, { columns: findingColumns, rows, kind });
}

type Sheet<Row> = { readonly columns: Columns<Row>; readonly rows: readonly Row[]; readonly kind: Kind };

async function fileOf<Row>(title: string, { columns, rows, kind }: Sheet<Row>): Promise<Uint8Array> {
  const headings = columns.map(({ head }) => head);
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  if (kind === 'csv') return Buffer.from(writeCsv(headings, markedRows(headings, cells)));
  const described = headings.map((heading) => ({ heading, kind: 'text' as const, width: 28 }));
  return writeWorkbook({ title, sheets: [{ name: title, columns: described, rows: cells }] });
}
