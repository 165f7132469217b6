import { TrajectoryChart } from '../../../ui/chart/TrajectoryChart.tsx';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Definition } from '../../indicators/definition.ts';
import type { Status } from '../../indicators/indicator.ts';
import { periodText } from '../../indicators/text.ts';
import { indicatorText } from '../text.ts';
import type { IndicatorView } from '../view.server.ts';

type TrajectoryProps = {
  readonly definition: Definition;
  readonly status: Status;
  readonly view: IndicatorView;
  readonly asOf: string;
};

/** Where the indicator should be, where it is, where it is going; its title says what that means. */
export function Trajectory({ definition, status, view, asOf }: TrajectoryProps) {
  const { years, actual, expected, forecast, target } = view.chart;
  const times = new Map(actual.map((point) => [point.at, point.period]));
  return (
    <TrajectoryChart
      id={`duong-di-${definition.code}`}
      title={view.finding}
      description={view.description}
      source={indicatorText.source}
      asOf={asOf}
      years={years}
      status={status}
      actual={actual}
      expected={expected}
      forecast={forecast}
      target={target && { ...target, label: view.targetLabel }}
      vintages={view.vintages}
      format={(value) => formatVietnamese(value, undefined, definition.decimals)}
      formatTime={(at) => timeText(at, times.get(at))}
      unit={definition.unitOfMeasure}
    />
  );
}

function timeText(at: number, period: string | undefined): string {
  if (period !== undefined) return periodText(period);
  return Number.isInteger(at) ? String(at) : periodText(monthCode(at));
}

function monthCode(at: number): string {
  const month = Math.round((at + 1) * 12) - 1;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
