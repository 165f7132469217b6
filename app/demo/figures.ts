/** Made-up figures: where an indicator would stand at a moment, and what one unit would report of it. */
import { drawn, drawnBetween } from './chance.ts';
import type { Thread } from './story.ts';

/** What the directive says of the indicator, as far as the figures need it. */
export type Aim = {
  readonly code: string;
  readonly name: string;
  readonly decimals: number;
  readonly goal: number;
  readonly baselineYear: number;
  readonly deadline: number;
  /** Adds up over the periods of a year; else a level at the end of each. */
  readonly flows: boolean;
  readonly hasParts: boolean;
  readonly isShare: boolean;
  readonly scale: number;
  readonly kind: 'level' | 'average' | 'sum' | 'each_year';
  readonly min: number | null;
  readonly max: number | null;
};

export type Span = { readonly code: string; readonly first: number; readonly last: number };
export type Typed = { readonly value: string } | { readonly numerator: string; readonly denominator: string };

/** Level of the whole province at the end of a month (months counted from year 0). */
export function levelAt(aim: Aim, thread: Thread, month: number): number {
  const baseline = thread.baseline ?? 0;
  const start = (aim.baselineYear + 1) * 12 - 1;
  if (month <= start) return baseline;
  if (aim.kind === 'average' || aim.kind === 'each_year') return heldLevel(aim, thread);
  if (aim.kind === 'sum') return (aim.goal / (aim.deadline - aim.baselineYear)) * thread.pace;
  const share = (month - start) / ((aim.deadline - aim.baselineYear) * 12);
  return baseline + (aim.goal - baseline) * share * thread.pace;
}

/** Asked anew each year: one that starts well beyond the goal stays there. */
function heldLevel(aim: Aim, { baseline, pace }: Thread): number {
  return aim.kind === 'each_year' && baseline !== null && pace === 1 ? baseline : aim.goal * pace;
}

/** Tourists come in summer, revenue comes at the end of the year. */
function season(month: number): number {
  const months = [0.8, 1.1, 0.9, 1, 1.05, 1.15, 1.2, 1.1, 0.95, 0.9, 0.85, 1];
  return months[month % 12] ?? 1;
}

export function flowIn(aim: Aim, thread: Thread, span: Span): number {
  const months = Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i);
  const yearEnd = Math.floor(span.first / 12) * 12 + 11;
  const perMonth = levelAt(aim, thread, yearEnd) / 12;
  return months.reduce((sum, month) => sum + perMonth * season(month), 0);
}

export type Reporter = { readonly code: string; readonly weight: number };

/** The unit's part of the province: a share of amounts, a level of its own around the province's for ratios. */
export function reported(aim: Aim, thread: Thread, span: Span, reporter?: Reporter): Typed {
  const weight = reporter?.weight ?? 1;
  const words = [aim.code, reporter?.code ?? '', span.code];
  if (aim.hasParts) return ratio(aim, thread, { span, reporter, weight, words });
  const amount = aim.flows ? flowIn(aim, thread, span) : levelAt(aim, thread, span.last);
  const own = reporter ? ownFactor(aim, reporter) : 1;
  return { value: typed(within(aim, amount * weight * own * wobble(words)), aim.decimals) };
}

/** How much more or less than its size a unit makes. */
function ownFactor(aim: Aim, reporter: Reporter): number {
  return drawnBetween(0.75, 1.25, aim.code, reporter.code);
}

/** Where a unit's ratio stands around the province's, never past what is possible. */
function ownLevel(aim: Aim, thread: Thread, { month, reporter }: { month: number; reporter: Reporter }): number {
  const level = levelAt(aim, thread, month);
  return level + roomOf(aim, level) * drawnBetween(-1, 1, aim.code, reporter.code);
}

function roomOf(aim: Aim, level: number): number {
  return Math.min(0.07 * level, 0.8 * Math.max((aim.max ?? Infinity) - level, 0));
}

/** What a unit will have reported for a whole year, if all goes as the story has it. */
export function ownYear(aim: Aim, thread: Thread, { year, reporter }: { year: number; reporter: Reporter }): number {
  const span = { code: String(year), first: year * 12, last: year * 12 + 11 };
  if (aim.hasParts) return ownLevel(aim, thread, { month: span.last, reporter });
  const amount = aim.flows ? flowIn(aim, thread, span) : levelAt(aim, thread, span.last);
  return amount * reporter.weight * ownFactor(aim, reporter);
}

type Part = {
  readonly span: Span;
  readonly reporter: Reporter | undefined;
  readonly weight: number;
  readonly words: readonly string[];
};

function ratio(aim: Aim, thread: Thread, { span, reporter, weight, words }: Part): Typed {
  const denominator = Math.max(1, Math.round((thread.whole ?? 1000) * weight));
  const level = levelAt(aim, thread, span.last);
  const room = Math.min(0.07 * level, 0.8 * Math.max((aim.max ?? Infinity) - level, 0));
  const own = reporter
    ? level + room * drawnBetween(-1, 1, aim.code, reporter.code) + room * (wobble(words) - 1)
    : level;
  const numerator = Math.max(0, Math.round((within(aim, own) * denominator) / aim.scale));
  const most = aim.isShare ? Math.min(numerator, denominator) : numerator;
  return { numerator: typed(most, 0), denominator: typed(denominator, 0) };
}

function wobble(words: readonly string[]): number {
  return 1 + (drawn(...words, 'wobble') - 0.5) * 0.02;
}

function within({ min, max }: Aim, value: number): number {
  return Math.min(Math.max(value, min ?? Number.NEGATIVE_INFINITY), max ?? Number.POSITIVE_INFINITY);
}

/** As a Vietnamese clerk types it. */
export function typed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('.', ',');
}
