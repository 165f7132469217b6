/** The units of a round, and the rounds of a unit, as sheets: exactly the rows seen, in their order. */
import type { SheetToWrite } from '../../platform/spreadsheet/workbook.ts';
import { dateText } from '../../ui/moment.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { RoundDetail, UnitReport } from './list.server.ts';
import { roundStageText, roundText, spanText, standingText, unitReportsText as said } from './text.ts';
import type { ExpectedUnit } from './units.server.ts';

type Columns<Row> = readonly (readonly [heading: string, width: number, of: (row: Row) => string])[];

const standing: Columns<ExpectedUnit> = [
  [roundText.standing, 22, (row) => standingText[row.standing]],
  [roundText.sentOn, 16, (row) => (row.sentOn ? dateText(row.sentOn) : '')],
  [roundText.lateDays, 18, (row) => (row.lateDays > 0 ? String(row.lateDays) : '')],
  [roundText.returns, 14, (row) => (row.returns > 0 ? String(row.returns) : '')],
  [roundText.exemptReason, 40, (row) => row.exemptReason ?? ''],
];

export function roundSheet(round: RoundDetail, rows: readonly ExpectedUnit[]): SheetToWrite {
  const columns: Columns<ExpectedUnit> = [
    [roundText.unit, 44, (row) => row.name],
    [roundText.unitCode, 22, (row) => row.code],
    [roundText.kind, 26, (row) => unitKindNames[row.kind as UnitKind] ?? row.kind],
    [roundText.block, 36, (row) => row.block ?? ''],
    ...standing,
  ];
  return sheetOf({
    name: roundText.units,
    preface: [round.name, roundText.lead(spanText(round), dateText(round.dueOn)), roundText.rule],
    columns,
    rows,
  });
}

export function unitReportsSheet(unit: string, rows: readonly UnitReport[]): SheetToWrite {
  const columns: Columns<UnitReport> = [
    [said.round, 44, (row) => row.roundName],
    [said.span, 24, spanText],
    [said.due, 14, (row) => dateText(row.dueOn)],
    [said.stage, 20, (row) => roundStageText[row.roundStage]],
    ...standing,
  ];
  return sheetOf({ name: said.sheet, preface: [said.title(unit), roundText.rule], columns, rows });
}

type Given<Row> = {
  readonly name: string;
  readonly preface: readonly string[];
  readonly columns: Columns<Row>;
  readonly rows: readonly Row[];
};

function sheetOf<Row>({ name, preface, columns, rows }: Given<Row>): SheetToWrite {
  return {
    name,
    preface,
    columns: columns.map(([heading, width]) => ({ heading, width, kind: 'text' })),
    rows: rows.map((row) => columns.map(([, , of]) => of(row))),
  };
}
