/** Paths for SVG from points, by d3-shape; a missing value breaks the line and is never drawn as zero. */
import { area, line } from 'd3-shape';
import type { Point, Scale } from './scale.ts';

type MaybePoint = { readonly at: number; readonly value: number | undefined };

export function linePath(points: readonly MaybePoint[], scale: Scale): string {
  return (
    line<MaybePoint>()
      .defined((point) => point.value !== undefined && Number.isFinite(point.value))
      .x((point) => scale.x(point.at))
      .y((point) => scale.y(point.value ?? 0))
      .digits(2)([...points]) ?? ''
  );
}

/** The field between two lines over the same times; an open side reaches the edge of the drawing. */
export function bandPath(
  edges: readonly { readonly at: number; readonly low?: number | undefined; readonly high?: number | undefined }[],
  scale: Scale,
): string {
  return (
    area<(typeof edges)[number]>()
      .x((edge) => scale.x(edge.at))
      .y0((edge) => scale.y(edge.low ?? scale.low))
      .y1((edge) => scale.y(edge.high ?? scale.high))
      .digits(2)([...edges]) ?? ''
  );
}

/** A small line in its own box, for tables: width × height in pixels with room for the last dot. */
export function sparkScale(
  series: readonly (readonly Point[])[],
  box: { readonly width: number; readonly height: number; readonly inset: number },
  shared?: { readonly years?: readonly [number, number]; readonly values?: readonly [number, number] },
): Pick<Scale, 'x' | 'y' | 'low' | 'high' | 'ticks'> {
  const points = series.flat();
  const years = shared?.years ?? span(points.map((point) => point.at));
  const values = shared?.values ?? span(points.map((point) => point.value));
  const place = (value: number, [low, high]: readonly [number, number], from: number, to: number) =>
    Math.round((high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)) * 100) / 100;
  return {
    x: (at) => place(at, years, box.inset, box.width - box.inset),
    y: (value) => place(value, values, box.height - box.inset, box.inset),
    low: values[0],
    high: values[1],
    ticks: [],
  };
}

function span(values: readonly number[]): readonly [number, number] {
  const finite = values.filter((value) => Number.isFinite(value));
  return finite.length === 0 ? [0, 0] : [Math.min(...finite), Math.max(...finite)];
}
