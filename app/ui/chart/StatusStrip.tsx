import type { StatusName } from '../status.ts';
import { shapePath, statusNames } from '../status.ts';
import { statusText } from '../text.ts';
import { Legend } from './Legend.tsx';
import { stackSegments } from './strip.ts';

export type StatusStripProps = {
  readonly counts: Readonly<Record<StatusName, number>>;
  /** What is counted, for the spoken name: "37 chỉ tiêu theo trạng thái". */
  readonly label: string;
  /** Where each status leads, such as the list filtered by it. */
  readonly hrefs?: Readonly<Partial<Record<StatusName, string>>> | undefined;
};

/** How many stand where, as one strip with its counts, and a legend that leads to the lists. */
export function StatusStrip({ counts, label, hrefs = {} }: StatusStripProps) {
  const segments = stackSegments(statusNames.map((status) => [status, counts[status]] as const));
  return (
    <>
      <svg className="strip" height="36" role="img" aria-label={`${label}: ${spoken(counts)}`}>
        {segments.map(({ key, count, start, width }) => (
          <g key={key} className={`s-${key}`}>
            <rect
              className={`fill fill-${key}`}
              x={`${start}%`}
              y="1"
              width={`${Math.max(0.3, width - 0.25)}%`}
              height="34"
              rx="2"
            />
            <svg className="on" x={`${start + width / 2}%`} y="0" width="1" height="36" overflow="visible">
              {width > 7 && (
                <path className={`strip-shape strip-${key}`} d={shapePath[key]} transform="translate(-19 12)" />
              )}
              {width > 2.5 && (
                <text
                  className={`${key === 'no_data' ? 'on-paper' : ''} ${width > 7 ? 'beside' : ''}`}
                  x={width > 7 ? 5 : 0}
                  y="23"
                >
                  {count}
                </text>
              )}
            </svg>
          </g>
        ))}
      </svg>
      <Legend counts={counts} hrefs={hrefs} />
    </>
  );
}

function spoken(counts: StatusStripProps['counts']): string {
  return statusNames.map((status) => `${statusText[status]} ${counts[status]}`).join(', ');
}
