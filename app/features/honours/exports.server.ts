/** The table and the list taken away as they are seen. */
import { awardNameOn } from '../awards/text.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import { cellOf } from './cross-table.ts';
import type { ListedHonour } from './list.server.ts';
import type { HonourFilter } from './filter.ts';
import { dimensionText, filterWords, holderText, keyText, statisticsText as said } from './text.ts';
import { kindText } from './text.ts';
import type { FormRow } from './form.ts';
import type { FormView } from './form.server.ts';
import type { FormLine } from './form-lines.ts';
import { formLines } from './form-lines.ts';
import { formColumnText, formLineText, formText, formTitle } from './form.text.ts';
import type { StatisticsView } from './view.server.ts';

type Taken = { readonly ending: Ending; readonly now: Date };

export function statisticsFile(view: StatisticsView, { ending, now }: Taken): Promise<Response> {
  const { row, column, table, unitNames, base, filter } = view;
  const title = said.table(dimensionText[row], dimensionText[column]);
  const columns: readonly FileColumn<string | null>[] = [
    { heading: dimensionText[row], width: 48, of: (key) => (key === null ? said.total : keyText(row, key, unitNames)) },
    ...table.columns.map((each) => ({
      heading: keyText(column, each, unitNames),
      width: 14,
      of: (key: string | null) => (key === null ? (table.columnSums[each] ?? 0) : cellOf(table, key, each)),
    })),
    { heading: said.total, width: 12, of: (key) => (key === null ? table.total : (table.rowSums[key] ?? 0)) },
  ];
  const conditions = filterWords(filter, filter.unitCode && base.name).join('; ') || said.none;
  const preface = [title, `${said.conditions}: ${conditions}`, said.asOf(dateText(plainDateIn(now)))];
  return listFile(ending, {
    name: `${said.file}-${plainDateIn(now)}`,
    title,
    sheet: said.sheet,
    preface,
    kind: 'plain',
    columns,
    rows: [...table.rows, null],
  });
}

export const listColumns: readonly FileColumn<ListedHonour>[] = [
  { heading: said.holder, width: 36, of: (row) => row.holderName },
  { heading: dimensionText.holder, width: 14, of: (row) => holderText[row.holderKind] },
  { heading: said.unit, width: 30, of: (row) => row.unitName },
  { heading: said.award, width: 44, of: (row) => awardNameOn(row.awardCode, row.decidedOn) },
  { heading: said.achieved, width: 14, of: (row) => String(row.year) },
  { heading: said.kind, width: 26, of: (row) => (row.kind === null ? said.unknown : kindText[row.kind]) },
  { heading: dimensionText.field, width: 22, of: (row) => keyText('field', row.field ?? 'unknown', {}) },
  { heading: said.decision, width: 22, of: (row) => row.decisionNumber },
  { heading: said.decidedOn, width: 14, of: (row) => dateText(row.decidedOn) },
  { heading: said.decidedBy, width: 36, of: (row) => row.decidedBy },
  {
    heading: said.standing,
    width: 24,
    of: (row) => (row.revokedOn === null ? said.inForce : said.revokedOn(dateText(row.revokedOn))),
  },
];

type Listed = Taken & {
  readonly rows: readonly ListedHonour[];
  readonly filter: HonourFilter;
  readonly unitName: string | undefined;
};

export function honoursFile({ rows, filter, unitName, ending, now }: Listed): Promise<Response> {
  const conditions = filterWords(filter, unitName).join('; ') || said.none;
  return listFile(ending, {
    name: `${said.listFile}-${plainDateIn(now)}`,
    title: said.list,
    sheet: said.listSheet,
    preface: [`${said.conditions}: ${conditions}`, said.asOf(dateText(plainDateIn(now)))],
    columns: listColumns,
    rows,
  });
}

/** The statistical form, its headings as lines of their own. */
export function formFile(view: FormView, { ending, now }: Taken): Promise<Response> {
  const { level, columns, cells, totals, filter, unitName } = view;
  const number = (of: (row: FormRow) => number) => (line: FormLine) => (line.kind === 'heading' ? '' : of(line.row));
  const drawn: readonly FileColumn<FormLine>[] = [
    { heading: formText.what, width: 48, of: formLineText },
    { heading: formText.total, width: 12, of: number((row) => totals[row]) },
    ...columns.map((column) => ({
      heading: formColumnText[column],
      width: 16,
      of: number((row) => cells[row][column] ?? 0),
    })),
  ];
  const conditions = filterWords(filter, unitName).join('; ') || said.none;
  return listFile(ending, {
    name: `${formText.file}-${plainDateIn(now)}`,
    title: formTitle[level],
    sheet: said.sheet,
    preface: [
      formTitle[level],
      formText.lead,
      `${said.conditions}: ${conditions}`,
      said.asOf(dateText(plainDateIn(now))),
    ],
    kind: 'plain',
    columns: drawn,
    rows: formLines,
  });
}
