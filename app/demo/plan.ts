/**
 * What is reported, by whom, and what becomes of it: worked out before anything is written, from the story and the
 * day the demonstration is first started, without clock or chance.
 */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { endOf, period } from '../kernel/period.ts';
import type { Period, PeriodKind } from '../kernel/period.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Aim, Reporter, Typed } from './figures.ts';
import { reported } from './figures.ts';
import type { Story, Thread } from './story.ts';

/** `late` is the only one that leaves nothing behind. */
export type Fate = 'verified' | 'waiting' | 'draft' | 'returned' | 'mended' | 'corrected' | 'late';

export type Planned = {
  readonly code: string;
  /** The unit's code; the province itself for what does not add up. */
  readonly unit: string;
  readonly owner: string;
  readonly period: string;
  readonly figure: Typed;
  readonly fate: Fate;
  readonly sent: PlainDate;
  readonly decided: PlainDate;
  /** What a correction says instead. */
  readonly corrected?: Typed;
};

export type Scene = {
  readonly today: PlainDate;
  readonly story: Story;
  readonly aims: ReadonlyMap<string, Aim>;
  readonly province: string;
  readonly communes: readonly Reporter[];
  /** Units of the cast, for whom every fate shows at least once. */
  readonly starring: readonly string[];
};

export function planValues(scene: Scene): readonly Planned[] {
  return Object.entries(scene.story.indicators).flatMap(([code, thread]) => {
    const aim = scene.aims.get(code);
    return aim === undefined || thread.at === 'none' ? [] : planIndicator(scene, aim, thread);
  });
}

function planIndicator(scene: Scene, aim: Aim, thread: Thread): readonly Planned[] {
  const periods = endedPeriods(thread.reporting, scene.today);
  const province = { code: scene.province, weight: 1 };
  const units = thread.at === 'communes' ? scene.communes : [province];
  const of = (unit: Reporter, span: Period, isLast: boolean): Planned => {
    const reporter = unit === province ? undefined : unit;
    const figure = reported(aim, thread, span, reporter);
    const fate = fateOf(scene, { aim, unit: unit.code, span, isLast });
    const days = daysOf(unit.code, thread.owner, span);
    const more = reporter && { ...reporter, weight: reporter.weight * 1.03 };
    const corrected = fate === 'corrected' ? reported(aim, thread, span, more) : null;
    return {
      code: aim.code,
      unit: unit.code,
      owner: thread.owner,
      period: span.code,
      figure,
      ...days,
      fate: days.decided > scene.today && fate !== 'late' && fate !== 'draft' ? 'waiting' : fate,
      ...(corrected && { corrected }),
    };
  };
  const planned = periods.flatMap((span, at) => units.map((unit) => of(unit, span, at === periods.length - 1)));
  return [...planned, ...estimateOf(scene, aim, thread)].filter(({ sent }) => sent <= scene.today);
}

/** For the running year from its second half on; before that for the year gone by, where nobody reports whole years. */
function estimateOf({ today, province }: Scene, aim: Aim, thread: Thread): readonly Planned[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  if (!thread.estimate || (month < 6 && thread.reporting === 'year')) return [];
  const span = period('year', month < 6 ? year - 1 : year, 1);
  const figure = reported(aim, thread, span);
  const days = { sent: addDays(today, -50), decided: addDays(today, -44) };
  return [
    { code: aim.code, unit: province, owner: thread.owner, period: span.code, figure, fate: 'verified', ...days },
  ];
}

/** Those that ended within the last year. */
export function endedPeriods(kind: PeriodKind, today: PlainDate): readonly Period[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const now = year * 12 + month - 1;
  const count = { month: 12, quarter: 4, half: 2, year: 1 }[kind];
  return [year - 1, year]
    .flatMap((each) => Array.from({ length: count }, (_, i) => period(kind, each, i + 1)))
    .filter((each) => each.last < now && each.last >= now - 12);
}

type Place = { readonly aim: Aim; readonly unit: string; readonly span: Period; readonly isLast?: boolean };

/** A unit sends all it owes of a period on one day; the owner goes through what came in on a day together. */
function daysOf(unit: string, owner: string, span: Period) {
  const sent = addDays(endOf(span), drawnDay(4, 12, unit, span.code, 'sent'));
  return { sent, decided: addDays(sent, drawnDay(2, 8, owner, sent, 'decided')) };
}

/** Most end well. In the last period a few are late, waiting, sent back or not yet sent. */
function fateOf(scene: Scene, { aim, unit, span, isLast }: Place): Fate {
  const chance = drawn(aim.code, unit, span.code, 'fate');
  const star = scene.starring.indexOf(unit);
  if (unit === scene.province || span.kind === 'half') return chance < 0.06 ? 'mended' : 'verified';
  if (isLast && star >= 0) return span.kind === 'month' ? 'returned' : starFate(star, aim.code);
  if (!isLast) return chance < 0.008 ? 'corrected' : chance < 0.03 ? 'mended' : 'verified';
  if (chance < 0.06) return 'late';
  if (chance < 0.12) return 'waiting';
  if (chance < 0.15) return 'returned';
  return chance < 0.18 ? 'draft' : 'verified';
}

function starFate(star: number, code: string): Fate {
  const fates: readonly Fate[] = ['returned', 'draft', 'waiting', 'late', 'verified'];
  return fates[(star + Math.floor(drawn(code, 'star') * fates.length)) % fates.length] ?? 'verified';
}
