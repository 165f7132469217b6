/** The calculation sheet as a workbook for people: what the indicator demands, the answer and why, the values used. */
import type { Value, WorkbookToWrite } from '../../platform/spreadsheet/workbook.ts';
import type { UnitNames } from '../indicators/explanation.ts';
import { withNames } from '../indicators/explanation.ts';
import type { SheetInput } from '../indicators/sheet.ts';
import { AGGREGATION_TEXT, explain, periodText, ROLLUP_TEXT, targetText } from '../indicators/text.ts';
import { statusText } from '../../ui/text.ts';
import type { Standing } from './standing.ts';
import { dateText } from '../../ui/moment.ts';
import { sheetText, valueText } from './text.ts';

export function sheetWorkbook(sheet: SheetInput, standing: Standing): WorkbookToWrite {
  const { definition, indicator, evaluation } = standing;
  const names = new Map((sheet.units ?? []).map(({ code, name }) => [code, name ?? code]));
  const pairs: readonly (readonly [string, string])[] = [
    [sheetText.code, definition.code],
    [sheetText.name, definition.name],
    [sheetText.wording, definition.wording],
    [sheetText.clause, definition.clause],
    [sheetText.target, targetText(indicator)],
    [sheetText.aggregation, AGGREGATION_TEXT[indicator.aggregation]],
    [sheetText.rollup, ROLLUP_TEXT[indicator.rollup]],
    [sheetText.asOf, dateText(sheet.asOf)],
    [sheetText.status, statusText[evaluation.status]],
    [sheetText.value, valueText(evaluation.value, indicator)],
    [sheetText.expected, valueText(evaluation.expected, indicator)],
    [sheetText.needed, valueText(evaluation.needed, indicator)],
    [sheetText.forecast, valueText(evaluation.forecast, indicator)],
    [sheetText.explanation, explain(withNames(evaluation.facts, names), indicator.label)],
  ];
  return {
    title: `${definition.code} ${definition.name}`,
    sheets: [
      {
        name: sheetText.resultSheet,
        columns: [
          { heading: sheetText.item, kind: 'text', width: 28 },
          { heading: sheetText.content, kind: 'text', width: 110 },
        ],
        rows: pairs,
      },
      {
        name: sheetText.valuesSheet,
        columns: [
          { heading: sheetText.unit, kind: 'text', width: 28 },
          { heading: sheetText.unitCode, kind: 'text', width: 16 },
          { heading: sheetText.period, kind: 'text', width: 20 },
          { heading: sheetText.value, kind: 'decimal', width: 16 },
          { heading: sheetText.numerator, kind: 'decimal', width: 16 },
          { heading: sheetText.denominator, kind: 'decimal', width: 16 },
          { heading: sheetText.known, kind: 'text', width: 14 },
        ],
        rows: sheet.values.map((row) => valueRow(row, names)),
      },
    ],
  };
}

function valueRow(row: SheetInput['values'][number], names: UnitNames): readonly Value[] {
  return [
    names.get(row.unit) ?? row.unit,
    row.unit,
    periodText(String(row.period)),
    row.value ?? null,
    row.numerator ?? null,
    row.denominator ?? null,
    row.known ? dateText(row.known) : '',
  ];
}
