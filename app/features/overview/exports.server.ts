/** The list of indicators as a sheet: exactly the rows seen, in the order seen. */
import type { SheetToWrite } from '../../platform/spreadsheet/workbook.ts';
import { statusText } from '../../ui/text.ts';
import { fieldText, overviewText } from './text.ts';
import type { IndicatorLine } from './view.server.ts';

export function listSheet(rows: readonly IndicatorLine[], said: string): SheetToWrite {
  return {
    name: overviewText.indicator,
    preface: [overviewText.listCaption, said],
    columns: [
      { heading: overviewText.code, kind: 'text', width: 9 },
      { heading: overviewText.indicator, kind: 'text', width: 60 },
      { heading: overviewText.field, kind: 'text', width: 14 },
      { heading: overviewText.unitOfMeasure, kind: 'text', width: 16 },
      { heading: overviewText.latest, kind: 'text', width: 14 },
      { heading: overviewText.period, kind: 'text', width: 18 },
      { heading: overviewText.target, kind: 'text', width: 24 },
      { heading: overviewText.deadline, kind: 'plain', width: 10 },
      { heading: overviewText.status, kind: 'text', width: 18 },
      { heading: overviewText.owner, kind: 'text', width: 40 },
      { heading: overviewText.wording, kind: 'text', width: 90 },
    ],
    rows: rows.map((row) => [
      row.code,
      row.name,
      fieldText[row.field],
      row.unit,
      row.latest?.value ?? '',
      row.latest?.period ?? '',
      row.target,
      String(row.deadline),
      statusText[row.status],
      row.owner?.name ?? '',
      row.wording,
    ]),
  };
}
