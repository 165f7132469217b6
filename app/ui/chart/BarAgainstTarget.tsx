import type { StatusName } from '../status.ts';
import { uiText } from '../text.ts';
import { barLength } from './strip.ts';

export type BarProps = {
  readonly status: StatusName;
  /** What is done, as a share of 1; above 1 fills the bar. */
  readonly share: number;
  /** How much of the time has passed, as a share of 1. */
  readonly elapsed?: number | undefined;
  /** What it measures: "Kế hoạch đề án 09". */
  readonly label: string;
};

const percentText = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 0 });

/** A bar of what is done with a mark where the time is: behind the mark is behind. */
export function BarAgainstTarget({ status, share, elapsed, label }: BarProps) {
  const time = elapsed === undefined ? '' : `; ${uiText.elapsed} ${percentText.format(elapsed)}`;
  return (
    <svg
      className={`meter s-${status}`}
      height="16"
      role="img"
      aria-label={`${label}: ${percentText.format(share)}${time}`}
    >
      <rect className="ground" x="0" y="4" width="100%" height="8" rx="4" />
      {share > 0 && <rect className="fill" x="0" y="4" width={`${barLength(share)}%`} height="8" rx="4" />}
      {elapsed !== undefined && <rect className="elapsed" x={`${barLength(elapsed)}%`} y="0" width="2" height="16" />}
    </svg>
  );
}
