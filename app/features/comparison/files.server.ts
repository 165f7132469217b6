/** A card and a block's table as Excel or CSV: one line a criterion, one line a unit. */
import { pointsText } from '../../kernel/hundredths.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { Ranking, RankedUnit } from '../ranking/page.server.ts';
import { laidDownText, levelOf } from '../ranking/text.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import type { CardSheet, SheetRow } from './card-sheet.server.ts';
import {
  finalText,
  remarkOf,
  scoredText,
  settledLines,
  sheetNote,
  sheetText as said,
  shownSteps,
  standingOn,
} from './papers.text.ts';

type Taken = { readonly ending: Ending; readonly today: PlainDate };

export function cardFile(sheet: CardSheet, { ending, today }: Taken): Promise<Response> {
  const { card, names, rows, shown, total } = sheet;
  const columns: readonly FileColumn<SheetRow>[] = [
    { heading: said.code, width: 8, of: ({ code }) => code },
    { heading: said.title, width: 60, of: ({ title }) => title },
    { heading: said.max, width: 12, of: ({ max }) => pointsText(max) },
    ...shownSteps.map((step) => ({
      heading: said[step],
      width: 14,
      of: ({ steps }: SheetRow) => scoredText(steps[step]),
    })),
    { heading: said.final, width: 14, of: finalText },
    { heading: said.note, width: 60, of: sheetNote },
  ];
  const sum = shown === null ? [] : [`${said.total}: ${pointsText(shown)}/${pointsText(total.full)}`];
  return listFile(ending, {
    name: `${said.cardFile}-${card.year}`,
    title: `${said.sheet}: ${names.unitName}`,
    sheet: said.sheet,
    preface: [
      `${names.unitName}. ${names.judgementTitle}`,
      ...sum,
      ...settledLines(sheet),
      standingOn(card.judgementStage, today),
    ],
    columns,
    rows,
  });
}

type Table = { readonly judgement: JudgementRow; readonly ofName: string; readonly ranking: Ranking };

export function rankingFile({ judgement, ofName, ranking }: Table, { ending, today }: Taken): Promise<Response> {
  const columns: readonly FileColumn<RankedUnit>[] = [
    { heading: said.place, width: 8, of: ({ place }) => (place === null ? '' : String(place)) },
    { heading: said.unit, width: 40, of: ({ unitName }) => unitName },
    { heading: said.score, width: 12, of: ({ shown }) => (shown === null ? '' : pointsText(shown)) },
    { heading: said.earned, width: 12, of: (row) => pointsText(row.points) },
    { heading: said.applicable, width: 14, of: ({ applicable }) => pointsText(applicable) },
    { heading: said.bonus, width: 12, of: ({ bonus }) => pointsText(bonus) },
    { heading: said.penalty, width: 12, of: ({ penalty }) => pointsText(penalty) },
    { heading: said.level, width: 30, of: ({ level }) => (level === null ? '' : levelOf(level)) },
    { heading: said.note, width: 60, of: (row) => remarkOf(row, ranking).join('') },
  ];
  return listFile(ending, {
    name: `${said.tableFile}-${judgement.year}`,
    title: `${said.tableSheet}: ${ofName}`,
    sheet: said.tableSheet,
    preface: [
      judgement.title,
      standingOn(judgement.stage, today),
      ...(ranking.laidDown ? [laidDownText(ranking.laidDown)] : []),
    ],
    columns,
    rows: ranking.rows,
  });
}
