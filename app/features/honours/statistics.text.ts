/** The table and the list as papers (Nghị định 30/2020/NĐ-CP, Phụ lục III): a table with its conditions, date and who made it. */
import { awardNameOn } from '../awards/text.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Annex, Block, Column, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { cellOf } from './cross-table.ts';
import type { HonourFilter } from './filter.ts';
import type { FormView } from './form.server.ts';
import { formLines } from './form-lines.ts';
import { formColumnText, formLineText, formText, formTitle } from './form.text.ts';
import type { HonourList } from './list.server.ts';
import { count, dimensionText, filterWords, kindText, statisticsText as said } from './text.ts';
import { keyText } from './text.ts';
import type { StatisticsView } from './view.server.ts';

type Issued = { readonly issuer: Issuer; readonly now: Date };

export function statisticsPaper(view: StatisticsView, issued: Issued): Paper {
  const { row, column, table, unitNames, filter, base } = view;
  const columns: readonly Column[] = [
    { heading: dimensionText[row], share: 40, align: 'left' },
    ...table.columns.map((each) => ({ heading: keyText(column, each, unitNames), share: 12, align: 'right' }) as const),
    { heading: said.total, share: 12, align: 'right' },
  ];
  const rows = table.rows.map((each) => [
    keyText(row, each, unitNames),
    ...table.columns.map((other) => count(cellOf(table, each, other))),
    count(table.rowSums[each] ?? 0),
  ]);
  const sums = [said.total, ...table.columns.map((each) => count(table.columnSums[each] ?? 0)), count(table.total)];
  const grid: Block = { kind: 'table', columns, rows: [...rows, sums] };
  return paperOf(issued, {
    kind: 'Biểu tổng hợp',
    about: said.table(dimensionText[row], dimensionText[column]),
    conditions: filterWords(filter, filter.unitCode && base.name),
    grid,
    isWide: table.columns.length > 6,
  });
}

export function formPaper(view: FormView, issued: Issued): Paper {
  const { level, columns, cells, totals, filter, unitName } = view;
  const rows = formLines.map((line): Row => {
    if (line.kind === 'heading') return { band: formLineText(line) };
    const figures = columns.map((column) => count(cells[line.row][column] ?? 0));
    return [formLineText(line), count(totals[line.row]), ...figures];
  });
  const grid: Block = {
    kind: 'table',
    columns: [
      { heading: formText.what, share: 40, align: 'left' },
      { heading: formText.total, share: 12, align: 'right' },
      ...columns.map((column) => ({ heading: formColumnText[column], share: 14, align: 'right' }) as const),
    ],
    rows,
  };
  const conditions = filterWords(filter, unitName);
  return paperOf(issued, {
    kind: 'Biểu tổng hợp',
    about: formTitle[level],
    conditions,
    grid,
    isWide: true,
    note: formText.note,
  });
}

type Listed = HonourList & { readonly filter: HonourFilter; readonly unitName: string | undefined };

export function honoursPaper({ rows, total, filter, unitName }: Listed, issued: Issued): Paper {
  const grid: Block = {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 6, align: 'center' },
      { heading: said.holder, share: 24, align: 'left' },
      { heading: said.unit, share: 20, align: 'left' },
      { heading: said.award, share: 24, align: 'left' },
      { heading: 'Năm', share: 8, align: 'center' },
      { heading: said.kind, share: 14, align: 'left' },
      { heading: said.decision, share: 22, align: 'left' },
    ],
    rows: rows.map((row, at) => [
      String(at + 1),
      row.holderName,
      row.unitName,
      row.revokedOn === null
        ? awardNameOn(row.awardCode, row.decidedOn)
        : `${awardNameOn(row.awardCode, row.decidedOn)} (đã hủy bỏ)`,
      String(row.year),
      row.kind === null ? said.unknown : kindText[row.kind],
      `${row.decisionNumber} ngày ${dateText(row.decidedOn)}`,
    ]),
  };
  const about = 'Các trường hợp được khen thưởng';
  const note = rows.length < total ? said.cut(rows.length, total) : undefined;
  return paperOf(issued, {
    kind: 'Danh sách',
    about,
    conditions: filterWords(filter, unitName),
    grid,
    isWide: true,
    note,
  });
}

type Parts = {
  readonly kind: string;
  readonly about: string;
  readonly conditions: readonly string[];
  readonly grid: Block;
  /** A wide table goes into an annex on its side. */
  readonly isWide: boolean;
  readonly note?: string | undefined;
};

function paperOf({ issuer, now }: Issued, { kind, about, conditions, grid, isWide, note }: Parts): Paper {
  const day = plainDateIn(now);
  const told = conditions.length > 0 ? conditions : [said.none];
  const annex: Annex = { name: about, body: [grid], landscape: true };
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, kind === 'Danh sách' ? 'DS' : 'BTH', issuer.short),
    dated: { place: issuer.place, day },
    kind: { name: kind },
    about,
    addressees: [],
    grounds: [],
    body: [
      { kind: 'paragraph', lead: `${said.conditions}:`, text: `${told.join('; ')}.` },
      { kind: 'paragraph', text: `${said.asOf(dateText(day))} Nguồn: ${said.chartSource}; đếm theo lượt.` },
      ...(note ? [{ kind: 'note', text: note } as const] : []),
      ...(isWide ? [{ kind: 'paragraph', text: 'Số liệu tại Phụ lục kèm theo.' } as const] : [grid]),
    ],
    signature: { authority: [], office: 'Người lập biểu' },
    recipients: [],
    archive: 'VT',
    ...(isWide && { annexes: [annex] }),
  };
}
