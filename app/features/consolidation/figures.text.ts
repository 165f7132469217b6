/** The tables and sentences that a consolidated report draws from the figures. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { dateText } from '../../ui/moment.ts';
import { statusText } from '../../ui/text.ts';
import type { Field } from '../directive/terms.ts';
import { FIELDS } from '../directive/terms.ts';
import type { Status } from '../indicators/indicator.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import { fieldText } from '../overview/text.ts';
import type { PlanTask } from '../plans/lines.server.ts';
import type { PlanStanding, TaskState } from '../plans/standing.ts';
import { taskState } from '../plans/standing.ts';
import type { ExpectedUnit } from '../rounds/units.server.ts';
import type { RoundCounts } from '../rounds/standing.ts';
import { countStandings } from '../rounds/standing.ts';
import { spanText, standingText } from '../rounds/text.ts';
import type { FigurePart } from './parts.ts';
import type { PieceColumn, PieceRow, PieceTable } from './pieces.ts';

const n = (count: number) => formatVietnamese(count);
const left = (heading: string, share: number): PieceColumn => ({ heading, share, align: 'left' });
const right = (heading: string, share: number): PieceColumn => ({ heading, share, align: 'right' });
const centre = (heading: string, share: number): PieceColumn => ({ heading, share, align: 'center' });

/** What is said of a scheme under the rules on state secrets, and nothing else. */
export const secretLine = (code: string) =>
  `Đề án ${Number(code.replace(/\D/g, ''))}: xử lý theo quy định về bảo vệ bí mật nhà nước.`;

export function sendingsSentence(counts: RoundCounts): string {
  const { expected, sent, onTime, sentLate, received, missing, exempt } = counts;
  const rest = missing === 0 ? '' : `; ${n(missing)} đơn vị chưa gửi`;
  const spared = exempt === 0 ? '' : ` Được miễn báo cáo: ${n(exempt)} đơn vị.`;
  return `Có ${n(expected)} cơ quan, đơn vị, địa phương phải gửi báo cáo; ${n(sent)} đã gửi, trong đó ${n(onTime)} đúng hạn, ${n(sentLate)} gửi muộn${rest}. Đã tiếp nhận ${n(received)} báo cáo.${spared}`;
}

export function sendingsTable(units: readonly ExpectedUnit[]): PieceTable {
  const groups = Map.groupBy(units, ({ kind }) => kind);
  const row = (name: string, of: readonly ExpectedUnit[]): PieceRow => {
    const { expected, sent, onTime, sentLate, received, missing } = countStandings(of);
    return { cells: [name, ...[expected, sent, onTime, sentLate, received, missing].map(n)], ref: '' };
  };
  return {
    title: 'Tình hình gửi báo cáo',
    columns: [
      left('Nhóm đơn vị', 3),
      ...['Phải gửi', 'Đã gửi', 'Đúng hạn', 'Gửi muộn', 'Đã tiếp nhận', 'Chưa gửi'].map((head) => right(head, 1.2)),
    ],
    rows: [...[...groups].map(([kind, of]) => row(unitKindNames[kind as UnitKind], of)), row('Tổng số', units)],
  };
}

export function lateTable(units: readonly ExpectedUnit[]): PieceTable | undefined {
  const late = units.filter(({ isLate, standing }) => isLate || standing === 'waiting');
  if (late.length === 0) return undefined;
  return {
    title: 'Đơn vị gửi muộn, chưa gửi báo cáo',
    columns: [left('Đơn vị', 4), left('Tình trạng', 2), centre('Ngày gửi đầu tiên', 2)],
    rows: late.map(({ name, standing, isLate, sentOn }) => ({
      cells: [
        name,
        `${standingText[standing]}${isLate && sentOn !== null ? ' (muộn)' : ''}`,
        sentOn === null ? '' : dateText(sentOn),
      ],
      ref: '',
    })),
  };
}

export type IndicatorFigures = {
  readonly code: string;
  readonly name: string;
  readonly field: Field;
  readonly clause: string;
  readonly target: string;
  readonly unit: string;
  readonly deadline: number;
  readonly latest: { readonly value: string; readonly period: string } | null;
  readonly status: Status;
};

export function indicatorsSentence(all: readonly IndicatorFigures[]): string {
  const counts = STATUSES.map((status) => [status, all.filter((each) => each.status === status).length] as const);
  const said = counts
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${n(count)} ${statusText[status].toLocaleLowerCase('vi')}`);
  return `Trong ${n(all.length)} chỉ tiêu: ${said.join('; ')}.`;
}

export function indicatorsTable(all: readonly IndicatorFigures[]): PieceTable {
  const rowOf = ({ code, name, target, unit, deadline, latest, status, clause }: IndicatorFigures): PieceRow => ({
    cells: [
      code,
      name,
      `${target} ${unit}`.trim() + ` (${deadline})`,
      latest === null ? 'chưa có số liệu' : `${latest.value}\n(${latest.period})`,
      statusText[status],
    ],
    ref: `${clause}, ${code}`,
  });
  return {
    title: 'Kết quả thực hiện chỉ tiêu',
    columns: [left('Mã', 1.1), left('Chỉ tiêu', 4), left('Mục tiêu', 2.1), left('Kết quả', 2), left('Tình trạng', 1.8)],
    rows: FIELDS.flatMap((field, at) => {
      const of = all.filter((each) => each.field === field);
      return of.length === 0 ? [] : [{ band: `I.${at + 1}. ${fieldText[field]}` }, ...of.map(rowOf)];
    }),
  };
}

export type UnitFigures = { readonly name: string; readonly status: Status; readonly statuses: readonly Status[] };

export function unitsTable(units: readonly UnitFigures[]): PieceTable {
  return {
    title: 'Tình hình thực hiện chỉ tiêu của từng đơn vị',
    columns: [left('Đơn vị', 4), ...STATUSES.map((status) => right(statusText[status], 1.3)), left('Chung', 1.8)],
    rows: units.map(({ name, status, statuses }) => ({
      cells: [name, ...STATUSES.map((each) => n(statuses.filter((one) => one === each).length)), statusText[status]],
      ref: '',
    })),
  };
}

export type SchemeFigures = {
  readonly code: string;
  readonly name: string;
  readonly isSecret: boolean;
  readonly leads: readonly string[];
  readonly pledging: number;
  readonly plans: readonly { readonly unitName: string; readonly standing: PlanStanding }[];
};

export function schemesTable(schemes: readonly SchemeFigures[]): PieceTable {
  return {
    title: 'Tình hình thực hiện các đề án',
    columns: [
      left('Mã', 1.1),
      left('Đề án', 4.5),
      left('Cơ quan chủ trì', 2.4),
      left('Kế hoạch của cơ quan chủ trì', 2.6),
      right('Đơn vị đăng ký', 1.2),
    ],
    rows: schemes.map(schemeRow),
  };
}

function schemeRow({ code, name, isSecret, leads, pledging, plans }: SchemeFigures): PieceRow {
  if (isSecret) return { band: secretLine(code) };
  const progress = plans.map(
    ({ unitName, standing }) => `${plans.length > 1 ? `${unitName}: ` : ''}${progressText(standing)}`,
  );
  return {
    cells: [
      code,
      name,
      leads.join('; '),
      progress.length === 0 ? 'chưa có kế hoạch được phê duyệt' : progress.join('\n'),
      n(pledging),
    ],
    ref: `${code}`,
  };
}

function progressText({ percent, lateTasks, lateMilestones }: PlanStanding): string {
  const late = lateTasks + lateMilestones;
  return `đạt ${formatVietnamese(percent)} %${late === 0 ? '' : `, ${n(late)} việc, mốc quá hạn`}`;
}

export type CriterionFigures = { readonly code: string; readonly wording: string; readonly pledging: number };

export function criteriaTable(criteria: readonly CriterionFigures[]): PieceTable {
  return {
    title: 'Nội dung, tiêu chí thi đua của đề án',
    columns: [left('Mã', 1.2), left('Nội dung, tiêu chí', 6), right('Đơn vị đăng ký', 1.4)],
    rows: criteria.map(({ code, wording, pledging }) => ({ cells: [code, wording, n(pledging)], ref: code })),
  };
}

const taskStateText: Readonly<Record<TaskState, string>> = {
  done: 'Hoàn thành',
  late: 'Quá hạn',
  behind: 'Chậm',
  running: 'Đang thực hiện',
  to_come: 'Chưa đến kỳ',
};

export function tasksTable(unitName: string, tasks: readonly PlanTask[], today: PlainDate): PieceTable {
  return {
    title: `Tiến độ kế hoạch của ${unitName}`,
    columns: [
      left('Nhiệm vụ', 4),
      left('Chủ trì', 2),
      centre('Hạn', 1.5),
      right('Đạt (%)', 1),
      left('Tình trạng', 1.6),
    ],
    rows: tasks.map((task) => ({
      cells: [task.title, task.lead, dateText(task.dueOn), n(task.percent ?? 0), taskStateText[taskState(task, today)]],
      ref: '',
    })),
  };
}

type RoundFigures = {
  readonly name: string;
  readonly period: string | null;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly counts: RoundCounts;
};

export function roundsTable(rounds: readonly RoundFigures[]): PieceTable {
  return {
    title: 'Các kỳ báo cáo',
    columns: [
      left('Kỳ báo cáo', 4),
      left('Số liệu của', 2),
      ...['Phải gửi', 'Đã gửi', 'Đúng hạn', 'Gửi muộn'].map((head) => right(head, 1.1)),
    ],
    rows: rounds.map(({ name, counts, ...span }) => ({
      cells: [name, spanText(span), ...[counts.expected, counts.sent, counts.onTime, counts.sentLate].map(n)],
      ref: '',
    })),
  };
}

export const figurePartText: Readonly<Record<FigurePart, string>> = {
  'gui-bao-cao': 'Tình hình gửi báo cáo',
  'chi-tieu': 'Kết quả thực hiện các chỉ tiêu',
  'don-vi': 'Kết quả của các cơ quan, đơn vị, địa phương',
  'de-an': 'Kết quả thực hiện các đề án',
  'sang-kien': 'Sáng kiến, mô hình được công nhận',
  'kiem-tra': 'Kiểm tra, giám sát và khắc phục',
  'tieu-chi': 'Nội dung, tiêu chí thi đua',
  'ke-hoach': 'Tiến độ kế hoạch',
  'ky-bao-cao': 'Thực hiện chế độ báo cáo',
};

/** What a unit writes where it has nothing to say; such words are gathered, and left out until somebody takes them in. */
export function saysNothing(text: string): boolean {
  return /^(không có|chưa có|không|không phát sinh)[.!\s]*$/i.test(text.trim().normalize('NFC'));
}
