/** A unit's report as the official paper it is: from what was signed alone, headed as the unit is today. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Block, Column, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { periodText } from '../indicators/text.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import type {
  FilledPart,
  FilledSection,
  FindingLine,
  IndicatorRow,
  InitiativeLine,
  PlanLine,
  PledgeLine,
} from './report.ts';
import { kindText, levelText } from '../initiatives/text.ts';
import { findingStandingText } from '../inspections/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { Sending } from './report-page.server.ts';
import { amountText, goalText, reportText, rowStatusText, soFarText } from './text.ts';

type Printed = { readonly sending: Sending; readonly issuer: Issuer };

/** The number is given by the clerk's register, so room is left for it. */
export function reportPaper({ sending, issuer }: Printed): Paper {
  const { content, signedBy, signedAt } = sending;
  const { family, parent, name, short, place, office } = issuer;
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    symbol: symbolOf(family, 'BC', short),
    dated: { place, day: plainDateIn(signedAt) },
    kind: { name: 'Báo cáo' },
    about: `Kết quả thực hiện phong trào thi đua: ${content.round}`,
    addressees: ['Sở Nội vụ'],
    grounds: [],
    body: content.sections.flatMap((section): readonly Block[] => [
      { kind: 'heading', level: 1, text: section.heading },
      ...blocksOf(section),
    ]),
    signature: { authority: authorityLines(issuer), office, name: signedBy },
    recipients: ['Như trên'],
    archive: 'VT',
  };
}

/** As a file is called. */
export function reportFileName({ content, number }: Sending): string {
  return `${content.unit}, ${content.round}, lần gửi ${number}`.replaceAll(/[\\/:*?"<>|]/g, ' ');
}

const empty: Block = { kind: 'paragraph', text: reportText.empty };

function blocksOf(section: FilledSection): readonly Block[] {
  switch (section.kind) {
    case 'narrative':
      return words(section.body);
    case 'criteria':
      return orEmpty([...parts(section.parts), ...(section.body === '' ? [] : words(section.body))]);
    case 'indicator_list':
      return orEmpty(parts(section.parts));
    case 'attachments':
      return section.files.length === 0
        ? [empty]
        : [{ kind: 'list', marks: 'dashes', items: section.files.map(({ name }) => name) }];
    case 'indicators':
      return tableOf(indicatorColumns, section.rows.map(indicatorCells));
    case 'pledges':
      return tableOf(pledgeColumns, section.rows.map(pledgeCells));
    case 'plans':
      return tableOf(planColumns, section.rows.map(planCells));
    case 'initiatives':
      return tableOf(initiativeColumns, section.rows.map(initiativeCells));
    case 'findings':
      return tableOf(findingColumns, section.rows.map(findingCells));
  }
}

const orEmpty = (blocks: readonly Block[]) => (blocks.length === 0 ? [empty] : blocks);
const words = (text: string): readonly Block[] => (text === '' ? [empty] : [{ kind: 'paragraph', text }]);

/** Parts nothing was written for are left out, as on the page. */
function parts(all: readonly FilledPart[]): readonly Block[] {
  return all
    .filter(({ body }) => body !== '')
    .map(({ heading, body }) => ({ kind: 'paragraph', lead: `${heading.replace(/[.;:]\s*$/u, '')}:`, text: body }));
}

function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Block[] {
  return rows.length === 0 ? [empty] : [{ kind: 'table', columns, rows }];
}

const left = (heading: string, share: number): Column => ({ heading, share, align: 'left' });
const right = (heading: string, share: number): Column => ({ heading, share, align: 'right' });

const indicatorColumns = [
  left(reportText.indicator, 3.4),
  right(reportText.goal, 1.7),
  right(reportText.value, 1.7),
  left(reportText.period, 1.3),
  right(reportText.soFar, 1.8),
  left(reportText.status, 1.3),
];
const indicatorCells = (row: IndicatorRow) => [
  `${row.code} ${row.name}`,
  goalText(row),
  amountText(row.value, row.unitOfMeasure),
  row.period === null ? '' : periodText(row.period),
  soFarText(row),
  rowStatusText(row),
];

const pledgeColumns = [left(reportText.wording, 5), left(reportText.about, 1.4), right(reportText.pledged, 1.8)];
const pledgeCells = ({ wording, about, value, unitOfMeasure }: PledgeLine) => [
  wording,
  about,
  amountText(value, unitOfMeasure),
];

const planColumns = [
  left(reportText.plan, 4),
  left(reportText.aboutPlan, 2.4),
  right(reportText.percent, 1.2),
  right(reportText.lateTasks, 1.2),
];
const planCells = ({ title, about, percent, lateTasks }: PlanLine) => [
  title,
  about,
  `${formatVietnamese(percent)} %`,
  formatVietnamese(lateTasks),
];

const initiativeColumns = [
  left(reportText.initiative, 4),
  left(reportText.initiativeKind, 1.3),
  left(reportText.level, 1.2),
  left(reportText.decision, 2),
  right(reportText.adoptions, 1),
];
const initiativeCells = ({ title, kind, level, number, date, adoptions }: InitiativeLine) => [
  title,
  kindText[kind],
  levelText[level],
  reportText.decided(number, date),
  formatVietnamese(adoptions),
];

const findingColumns = [
  left(reportText.finding, 3.4),
  left(reportText.remedy, 2.6),
  left(reportText.inspectedBy, 1.8),
  left(reportText.remedyDue, 1.3),
  left(reportText.status, 1.4),
];
const findingCells = ({ statement, remedy, byUnitName, dueOn, standing }: FindingLine) => [
  statement,
  remedy,
  byUnitName,
  dateText(dueOn),
  findingStandingText[standing],
];
