import type { StatusName } from '../status.ts';
import { linePath, sparkScale } from './line.ts';
import type { Point } from './scale.ts';

export type SparklineProps = {
  readonly status: StatusName;
  readonly actual: readonly Point[];
  readonly expected?: readonly Point[] | undefined;
  /** What the line says, for those who cannot see it; left out where the row already says it. */
  readonly label?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The same axes for a family of lines. */
  readonly shared?:
    | { readonly years: readonly [number, number]; readonly values: readonly [number, number] }
    | undefined;
};

/** A trajectory the size of a word: the path dotted to its target, what was reached as a line with its last point. */
export function Sparkline({ status, actual, expected = [], label, width = 120, height = 34, shared }: SparklineProps) {
  if (actual.length === 0 && expected.length === 0) return <span className="muted">–</span>;
  const scale = sparkScale([actual, expected], { width, height, inset: 4 }, shared);
  const last = actual.at(-1);
  const goal = expected.at(-1);
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const };
  return (
    <svg className={`spark s-${status}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...spoken}>
      <path className="c-expected" d={linePath(expected, scale)} />
      <path className="c-actual" d={linePath(actual, scale)} />
      {goal && <circle className="c-target-dot" cx={scale.x(goal.at)} cy={scale.y(goal.value)} r="2" />}
      {last && <circle className="c-dot" cx={scale.x(last.at)} cy={scale.y(last.value)} r="3.2" />}
    </svg>
  );
}
