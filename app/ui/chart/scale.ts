/**
 * Geometry of line charts. Horizontal places are percentages of the drawing, so that a chart stretches and its
 * letters keep their size; vertical places are pixels. Pure: numbers in, numbers out.
 */
import { scaleLinear } from 'd3-scale';

export type Point = { readonly at: number; readonly value: number };
export type Frame = { readonly height: number; readonly top: number; readonly bottom: number };
export type Scale = {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
};

/** Smallest and largest of what is finite; one value or none still gives a range one can draw. */
export function rangeOf(values: readonly number[]): readonly [number, number] {
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}

/** Room above and below the values, but never across zero when no value crosses it: a share of −5 % misleads. */
export function paddedRange(values: readonly number[]): readonly [number, number] {
  const [low, high] = rangeOf(values);
  const room = (high - low) * 0.1;
  const finite = values.filter((value) => Number.isFinite(value));
  const positive = finite.length > 0 && finite.every((value) => value >= 0);
  const negative = finite.every((value) => value <= 0) && finite.some((value) => value < 0);
  return [positive ? Math.max(0, low - room) : low - room, negative ? Math.min(0, high + room) : high + room];
}

/** Between 8 and 95 percent, so that the first and last labels find room inside. */
export function chartScale(years: readonly [number, number], values: readonly number[], frame: Frame): Scale {
  const [from, to] = years[0] === years[1] ? [years[0] - 1, years[1] + 1] : years;
  const across = scaleLinear().domain([from, to]).range([8, 95]);
  const up = scaleLinear().domain(paddedRange(values));
  const [low = 0, high = 1] = up.domain();
  const down = up.copy().range([frame.height - frame.bottom, frame.top]);
  return { x: (at) => tidy(across(at)), y: (value) => tidy(down(value)), low, high, ticks: up.ticks(4) };
}

export function tidy(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Whole years of the axis. */
export function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.floor(to) - Math.ceil(from) + 1) }, (_, step) => Math.ceil(from) + step);
}

/** The straight line between points read at a time; undefined outside them. */
export function readAt(points: readonly Point[], at: number): number | undefined {
  const sorted = points.toSorted((a, b) => a.at - b.at);
  const exact = sorted.find((point) => point.at === at);
  if (exact) return exact.value;
  const after = sorted.findIndex((point) => point.at > at);
  const [left, right] = [sorted[after - 1], sorted[after]];
  if (!left || !right) return undefined;
  return left.value + ((right.value - left.value) * (at - left.at)) / (right.at - left.at);
}

/** A label stands on the side away from the expected path; above when nothing is expected. */
export function labelAbove(point: Point, expected: readonly Point[]): boolean {
  const path = readAt(expected, point.at);
  return path === undefined || point.value >= path;
}

/** With few points each is labelled; with many only the first and the last. */
export function labelled(points: readonly Point[], most = 7): readonly Point[] {
  if (points.length <= most) return points;
  return [points[0], points.at(-1)].filter((point) => point !== undefined);
}

/** Tick labels that would run into the words beside the first point are left out; their lines stay. */
export function clearTicks(scale: Scale, first: Point | undefined, expected: readonly Point[]): readonly number[] {
  if (!first || scale.x(first.at) > 20) return scale.ticks;
  const dot = scale.y(first.value);
  const words = dot + (labelAbove(first, expected) ? -16 : 18);
  return scale.ticks.filter((tick) => {
    const middle = scale.y(tick) - 8;
    return Math.abs(middle - words) > 14 && Math.abs(middle - dot) > 10;
  });
}

/** A word at the end of a line stands where the line does not come from: above a rising one, below a falling one. */
export function endsRising(points: readonly Point[]): boolean {
  const [before, end] = [points.at(-2), points.at(-1)];
  return !before || !end || end.value >= before.value;
}
