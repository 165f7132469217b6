/** The tables of a consolidated report about what was recognised and what was put right. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { dateText } from '../../ui/moment.ts';
import type { Level, Recognised } from '../initiatives/initiative.ts';
import { kindText, levelText } from '../initiatives/text.ts';
import type { HeldCount, ReportedFinding } from '../inspections/finding.ts';
import { countFindings } from '../inspections/finding.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { PieceRow, PieceTable } from './pieces.ts';

const n = (count: number) => formatVietnamese(count);
const counted = (heading: string) => ({ heading, share: 1.2, align: 'right' as const });
const named = (heading: string, share: number) => ({ heading, share, align: 'left' as const });

/** One row a kind of unit, then all together. */
function byKind(kinds: readonly string[], row: (kind: string | undefined) => readonly number[]): readonly PieceRow[] {
  const rows = [...new Set(kinds)].map((kind) => ({
    cells: [unitKindNames[kind as UnitKind], ...row(kind).map(n)],
    ref: '',
  }));
  return rows.length === 0 ? [] : [...rows, { cells: ['Tổng số', ...row(undefined).map(n)], ref: '' }];
}

const ofKind = <One extends { readonly unitKind: string }>(all: readonly One[], kind: string | undefined) =>
  kind === undefined ? all : all.filter(({ unitKind }) => unitKind === kind);

export function initiativesSentence(all: readonly Recognised[]): string {
  const at = (level: Level) => all.filter((one) => one.level === level).length;
  const units = new Set(all.map(({ unitName }) => unitName)).size;
  return `Có ${n(all.length)} sáng kiến, mô hình, giải pháp của ${n(units)} đơn vị được công nhận: ${n(at('province'))} cấp tỉnh, ${n(at('unit'))} cấp đơn vị.`;
}

export function initiativesTable(all: readonly Recognised[]): PieceTable {
  const row = (kind: string | undefined) => {
    const some = ofKind(all, kind);
    const at = (level: Level) => some.filter((one) => one.level === level).length;
    return [new Set(some.map(({ unitName }) => unitName)).size, at('unit'), at('province'), some.length];
  };
  return {
    title: 'Sáng kiến, mô hình được công nhận theo nhóm đơn vị',
    columns: [named('Nhóm đơn vị', 3), ...['Số đơn vị', 'Cấp đơn vị', 'Cấp tỉnh', 'Tổng số'].map(counted)],
    rows: byKind(
      all.map(({ unitKind }) => unitKind),
      row,
    ),
  };
}

export function initiativeList(all: readonly Recognised[]): PieceTable {
  return {
    title: 'Danh sách sáng kiến, mô hình được công nhận',
    columns: [
      named('Đơn vị', 2.2),
      named('Sáng kiến, mô hình', 4),
      named('Loại', 1.3),
      named('Cấp công nhận', 1.3),
      named('Quyết định', 2),
      counted('Đơn vị áp dụng'),
    ],
    rows: all.map(({ unitName, title, kind, level, number, date, adoptions }) => ({
      cells: [unitName, title, kindText[kind], levelText[level], `${number}, ${dateText(date)}`, n(adoptions)],
      ref: '',
    })),
  };
}

type Found = {
  readonly held: readonly HeldCount[];
  readonly findings: readonly ReportedFinding[];
  /** As of which findings stand as they do. */
  readonly day: PlainDate;
};

const sumOf = (held: readonly HeldCount[], of: 'inspections' | 'selfChecks') =>
  held.reduce((sum, one) => sum + one[of], 0);

export function findingsSentence({ held, findings, day }: Found): string {
  const { all, onTime, late, overdue, open } = countFindings(findings, day);
  return `Đã tiến hành ${n(sumOf(held, 'inspections'))} cuộc kiểm tra, giám sát và ${n(sumOf(held, 'selfChecks'))} cuộc tự kiểm tra. Phải khắc phục ${n(all)} tồn tại, kiến nghị: ${n(onTime)} khắc phục đúng hạn, ${n(late)} khắc phục quá hạn, ${n(overdue)} đã quá hạn chưa khắc phục, ${n(open - overdue)} còn hạn hoặc chờ xem xét.`;
}

/** Counts alone: what was found at a unit is for those concerned, and the report is read by everybody once issued. */
export function findingsTable({ held, findings, day }: Found): PieceTable {
  const row = (kind: string | undefined) => {
    const { all, onTime, late, overdue, open } = countFindings(ofKind(findings, kind), day);
    const some = ofKind(held, kind);
    return [sumOf(some, 'inspections'), sumOf(some, 'selfChecks'), all, onTime, late, overdue, open - overdue];
  };
  return {
    title: 'Kiểm tra, giám sát và khắc phục theo nhóm đơn vị',
    columns: [
      named('Nhóm đơn vị', 2.4),
      ...['Kiểm tra', 'Tự kiểm tra', 'Tồn tại', 'Đúng hạn', 'Muộn', 'Quá hạn', 'Còn hạn'].map(counted),
    ],
    rows: byKind(
      [...held, ...findings].map(({ unitKind }) => unitKind),
      row,
    ),
  };
}
