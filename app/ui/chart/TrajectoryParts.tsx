import { uiText } from '../text.ts';
import type { TrajectoryProps } from './TrajectoryChart.tsx';
import { bandPath, linePath } from './line.ts';
import type { Scale } from './scale.ts';
import { endsRising, labelAbove, labelled } from './scale.ts';

type Parts = TrajectoryProps & { readonly scale: Scale };

/** Band, lines and paths; drawn in a field of 100 × height that stretches sideways. */
export function TrajectoryLines({ scale, years, target, expected = [], forecast = [], vintages = [], actual }: Parts) {
  const levels = [target?.low, target?.high].filter((level) => level !== undefined);
  return (
    <>
      {target && levels.length > 0 && (
        <path
          className="c-goal-area"
          d={bandPath(
            years.map((at) => ({ at, low: target.low, high: target.high })),
            scale,
          )}
        />
      )}
      {levels.map((level) => (
        <line
          key={level}
          className="c-goal"
          x1={scale.x(years[0])}
          x2={scale.x(years[1])}
          y1={scale.y(level)}
          y2={scale.y(level)}
        />
      ))}
      {vintages.map(({ label, points }) => (
        <path key={label} className="c-vintage" d={linePath(points, scale)}>
          <title>{label}</title>
        </path>
      ))}
      <path className="c-expected" d={linePath(expected, scale)} />
      <path className="c-forecast" d={linePath(forecast, scale)} />
      <path className="c-actual" d={linePath(actual, scale)} />
    </>
  );
}

/** Dots and words; horizontal places in percent, so that neither stretches. */
export function TrajectoryLabels({ scale, years, target, expected = [], forecast = [], actual, format }: Parts) {
  const worded = labelled(actual);
  const end = forecast.at(-1);
  const goal = target?.high ?? target?.low;
  return (
    <>
      {target && goal !== undefined && (
        <text className="strong halo t-end" x={`${scale.x(years[1])}%`} y={scale.y(goal) - 7}>
          {target.label}
        </text>
      )}
      {actual.map((point) => (
        <circle
          key={point.at}
          className={point.unverified ? 'c-dot c-unverified' : 'c-dot'}
          cx={`${scale.x(point.at)}%`}
          cy={scale.y(point.value)}
          r="4.5"
        />
      ))}
      {worded.map((point) => (
        <text
          key={point.at}
          className={`strong halo ${point.at === years[0] ? '' : 't-mid'}`}
          x={`${scale.x(point.at)}%`}
          dx={point.at === years[0] ? -5 : undefined}
          y={scale.y(point.value) + (labelAbove(point, expected) ? -12 : 22)}
        >
          {format(point.value)}
        </text>
      ))}
      {end && (
        <text
          className="halo t-end"
          x={`${scale.x(end.at)}%`}
          y={scale.y(end.value) + (endsRising(forecast) && !meetsLabel(scale, end.value, goal) ? -10 : 20)}
        >
          {uiText.forecastLabel} {format(end.value)}
        </text>
      )}
    </>
  );
}

/** Whether words above the end of the forecast would run into those above the target. */
function meetsLabel(scale: Scale, value: number, goal: number | undefined): boolean {
  return goal !== undefined && Math.abs(scale.y(value) - scale.y(goal)) < 18;
}
