import type { StatusName } from '../status.ts';
import { uiText } from '../text.ts';
import { Figure } from './Figure.tsx';
import { TrajectoryLabels, TrajectoryLines } from './TrajectoryParts.tsx';
import { TrajectoryTable } from './TrajectoryTable.tsx';
import type { Point } from './scale.ts';
import { chartScale, clearTicks, yearsBetween } from './scale.ts';

export type ActualPoint = Point & { readonly unverified?: boolean | undefined };

/** The level to reach: `low` for "at least", `high` for "at most", both for a range. */
export type TargetLevel = {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** As it is said: "Mục tiêu: trên 32.000". */
  readonly label: string;
};

export type TrajectoryProps = {
  /** Unique on the page. */
  readonly id: string;
  /** States the finding. */
  readonly title: string;
  /** The same in a sentence or two for those who cannot see the picture. */
  readonly description: string;
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
  /** First and last year of the axis. Times between are fractions: the third quarter of 2026 ends at 2026.75. */
  readonly years: readonly [number, number];
  readonly status: StatusName;
  readonly actual: readonly ActualPoint[];
  readonly expected?: readonly Point[] | undefined;
  readonly forecast?: readonly Point[] | undefined;
  readonly target?: TargetLevel | undefined;
  /** What was known at earlier dates, drawn faint. */
  readonly vintages?: readonly { readonly label: string; readonly points: readonly Point[] }[] | undefined;
  /** A value as it is written, without its unit. */
  readonly format: (value: number) => string;
  /** A time as it is written in the table; the year when left out. */
  readonly formatTime?: ((at: number) => string) | undefined;
  readonly unit: string;
};

const trajectoryFrame = { height: 300, top: 26, bottom: 30 } as const;

/** Where an indicator should be, where it is, and where it is going. */
export function TrajectoryChart(props: TrajectoryProps) {
  const { id, title, description, source, asOf, years, status, actual, expected = [], forecast = [] } = props;
  const { target, vintages = [], unit } = props;
  const level = [target?.low, target?.high].filter((each) => each !== undefined);
  const points = [...actual, ...expected, ...forecast, ...vintages.flatMap((vintage) => vintage.points)];
  const known = points.length + level.length > 0;
  const height = known ? trajectoryFrame.height : 110;
  const values = [...points.map((point) => point.value), ...level];
  const scale = chartScale(years, values, { ...trajectoryFrame, height });
  const { bottom } = trajectoryFrame;
  const worded = known ? clearTicks(scale, actual[0], expected) : [];
  return (
    <Figure title={title} source={source} asOf={asOf} behind={<TrajectoryTable {...props} />}>
      <svg className={`chart s-${status}`} height={height} role="img" aria-labelledby={`${id}-ten ${id}-mo-ta`}>
        <title id={`${id}-ten`}>{title}</title>
        <desc id={`${id}-mo-ta`}>{description}</desc>
        <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
          {(known ? scale.ticks : []).map((tick) => (
            <line key={tick} className="c-grid" x1="0" x2="100" y1={scale.y(tick)} y2={scale.y(tick)} />
          ))}
          <line className="c-axis" x1="0" x2="100" y1={height - bottom} y2={height - bottom} />
          <TrajectoryLines {...props} scale={scale} />
        </svg>
        {worded.map((tick, at) => (
          <text key={tick} className="halo" x="0" y={scale.y(tick) - 4}>
            {props.format(tick)}
            {at === worded.length - 1 && ` ${unit}`}
          </text>
        ))}
        {yearsBetween(...years).map((year) => (
          <text key={year} className="t-mid" x={`${scale.x(year)}%`} y={height - bottom + 19}>
            {year}
          </text>
        ))}
        <TrajectoryLabels {...props} scale={scale} />
        {points.length === 0 && (
          <text className="t-mid strong" x="50%" y={(height - bottom) / 2}>
            {uiText.noPoints}
          </text>
        )}
      </svg>
    </Figure>
  );
}
