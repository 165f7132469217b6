/**
 * A plan as the official paper it becomes (KẾ HOẠCH: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4): objectives, pledged
 * targets and how it is carried out in the paper itself, tasks and milestones in annexes. Who stands at its head is a
 * proposal (organisation/issuer.text.ts), and whoever signs takes the Word file over.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Annex, Block, Paper } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import type { ListedPledge } from '../pledges/list.server.ts';
import type { PlanTask } from './lines.server.ts';
import type { ListedPlan } from './list.server.ts';

type Printed = {
  readonly plan: ListedPlan;
  readonly pledges: readonly ListedPledge[];
  readonly issuer: Issuer;
  readonly today: PlainDate;
};

export function planPaper({ plan, pledges, issuer, today }: Printed): Paper {
  const { family, parent, name, short, place, office } = issuer;
  const [number, symbol] = numberOf(plan.documentNumber);
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    ...(number !== '' && { number }),
    symbol: symbol || symbolOf(family, 'KH', short),
    dated: { place, day: plan.documentDate ?? today.slice(0, 7) },
    kind: { name: 'Kế hoạch' },
    about: aboutOf(plan.title),
    addressees: [],
    grounds: [],
    body: [...aims(plan), ...pledged(pledges), ...carriedOut(plan)],
    signature: { authority: authorityLines(issuer), office },
    recipients: [...new Set(plan.tasks.flatMap(({ parts }) => parts.map((part) => part.name)))],
    archive: 'VT',
    annexes: [taskAnnex(plan), milestoneAnnex(plan.tasks)],
  };
}

/** 15/KH-UBND is number and symbol. */
function numberOf(text: string | null): readonly [string, string] {
  const [number = '', ...rest] = (text ?? '').split('/');
  return [number, rest.join('/')];
}

function aboutOf(title: string): string {
  const rest = title.replace(/^kế hoạch\s+/iu, '');
  return `${rest.charAt(0).toLocaleLowerCase('vi')}${rest.slice(1)}`;
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

function aims({ objectives, firstDay, lastDay }: ListedPlan): readonly Block[] {
  const lines = objectives.split('\n').filter((line) => line.trim() !== '');
  return [
    heading('Mục tiêu'),
    ...lines.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: `Thời gian thực hiện: từ ngày ${dateText(firstDay)} đến ngày ${dateText(lastDay)}.` },
  ];
}

function pledged(pledges: readonly ListedPledge[]): readonly Block[] {
  if (pledges.length === 0) return [];
  const items = pledges.map(({ wording, year, value, unitOfMeasure }) =>
    value === null
      ? `${wording} (năm ${year})`
      : `${wording}: ${formatVietnamese(value)} ${unitOfMeasure ?? ''} (năm ${year})`,
  );
  return [heading('Chỉ tiêu thi đua đã đăng ký'), { kind: 'list', marks: 'dashes', items }];
}

function carriedOut({ tasks }: ListedPlan): readonly Block[] {
  const milestones = tasks.reduce((sum, one) => sum + one.milestones.length, 0);
  const count = `${formatVietnamese(tasks.length)} nhiệm vụ`;
  return [
    heading('Nhiệm vụ'),
    {
      kind: 'paragraph',
      text: `Kế hoạch có ${count}; sản phẩm, thời gian, đơn vị chủ trì, phối hợp và người phụ trách nêu tại Phụ lục I; ${formatVietnamese(milestones)} mốc tiến độ nêu tại Phụ lục II.`,
    },
    heading('Tổ chức thực hiện'),
    {
      kind: 'paragraph',
      text: 'Đơn vị, cá nhân được giao chủ trì, phụ trách tại Phụ lục I tổ chức thực hiện đúng thời gian và cập nhật tiến độ theo từng nhiệm vụ.',
    },
  ];
}

function taskAnnex({ tasks }: ListedPlan): Annex {
  const isWeighted = tasks.some(({ weight }) => weight !== null);
  const rows = tasks.map((task, at) => [
    String(at + 1),
    task.title,
    task.product,
    [task.leadUnitName ?? '', task.lead, task.owner].filter((text) => text !== '').join('; '),
    [...task.parts.filter(({ leads }) => !leads).map(({ name }) => name), task.joins].filter(Boolean).join('; '),
    ...(isWeighted ? [task.weight === null ? '' : formatVietnamese(task.weight)] : []),
    `${dateText(task.startsOn)} đến ${dateText(task.dueOn)}`,
  ]);
  const columns = [
    { heading: 'TT', share: 0.7, align: 'center' },
    { heading: 'Nhiệm vụ', share: 4.5, align: 'left' },
    { heading: 'Sản phẩm', share: 3, align: 'left' },
    { heading: 'Chủ trì, người phụ trách', share: 3.4, align: 'left' },
    { heading: 'Phối hợp', share: 3, align: 'left' },
    ...(isWeighted ? [{ heading: 'Trọng số (%)', share: 1.2, align: 'center' } as const] : []),
    { heading: 'Thời gian', share: 2, align: 'center' },
  ] as const;
  return { name: 'Nhiệm vụ thực hiện kế hoạch', body: [{ kind: 'table', columns, rows }], landscape: true };
}

function milestoneAnnex(tasks: readonly PlanTask[]): Annex {
  const rows = tasks.flatMap(({ title, milestones }) =>
    milestones.length === 0
      ? []
      : [{ band: title }, ...milestones.map((one) => [one.title, one.product, dateText(one.dueOn)])],
  );
  const columns = [
    { heading: 'Mốc', share: 5, align: 'left' },
    { heading: 'Sản phẩm', share: 4, align: 'left' },
    { heading: 'Hạn', share: 1.6, align: 'center' },
  ] as const;
  return { name: 'Các mốc tiến độ', body: [{ kind: 'table', columns, rows }] };
}

export const paperText = {
  word: 'Tải Word',
  pdf: 'Tải PDF',
  file: 'ke-hoach',
} as const;
