import type { ReactNode } from 'react';
import { Shape, Status } from '../Status.tsx';
import type { StatusName } from '../status.ts';
import { uiText } from '../text.ts';
import { barLength } from './strip.ts';

export type MilestonesProps = {
  /** Times are fractions of a year: the end of September 2027 is 2027.75. */
  readonly from: number;
  readonly to: number;
  readonly today: number;
  readonly items: readonly {
    readonly id: string;
    readonly label: ReactNode;
    readonly due: number;
    /** As written: 30/09/2027. */
    readonly dueText: string;
    readonly status: StatusName;
    readonly word?: string | undefined;
  }[];
};

/** Milestones on one axis of time, each with its deadline and status; the upright line is today. */
export function Milestones({ from, to, today, items }: MilestonesProps) {
  const place = (at: number) => `${barLength((at - from) / (to - from))}%`;
  return (
    <ol className="milestones">
      {items.map(({ id, label, due, dueText, status, word }) => (
        <li key={id}>
          <div>{label}</div>
          <svg className={`meter s-${status}`} height="20" aria-hidden="true">
            <rect className="ground" x="0" y="9" width="100%" height="2" />
            <rect className="elapsed" x={place(today)} y="1" width="1.5" height="18" />
            <svg className="milestone" x={place(due)} y="4" width="12" height="12" overflow="visible">
              <g transform="translate(-6 0)">
                <Shape status={status} />
              </g>
            </svg>
          </svg>
          <div>
            {uiText.due} {dueText}
          </div>
          <Status status={status} word={word} />
        </li>
      ))}
    </ol>
  );
}
