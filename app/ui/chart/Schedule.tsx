import type { ReactNode } from 'react';
import { Shape, Status } from '../Status.tsx';
import type { StatusName } from '../status.ts';
import { uiText } from '../text.ts';
import { barLength } from './strip.ts';

export type ScheduleProps = {
  /** Where today stands; all places are shares of the whole time: 0 its first day, 1 the end of its last. */
  readonly today: number;
  readonly items: readonly {
    readonly id: string;
    readonly label: ReactNode;
    readonly from: number;
    readonly to: number;
    /** Of the item's own length: 0 to 1. */
    readonly done: number;
    readonly marks: readonly { readonly id: string; readonly at: number; readonly status: StatusName }[];
    /** As written: 30/09/2027. */
    readonly dueText: string;
    readonly status: StatusName;
    readonly word?: string | undefined;
  }[];
};

/** Tasks as bars on one axis of time, filled as far as they are done, with their milestones; the upright line is today. */
export function Schedule({ today, items }: ScheduleProps) {
  const place = (share: number) => `${barLength(share)}%`;
  return (
    <ol className="milestones">
      {items.map(({ id, label, from, to, done, marks, dueText, status, word }) => (
        <li key={id}>
          <div>{label}</div>
          <svg className={`meter s-${status}`} height="22" aria-hidden="true">
            <line className="c-axis" x1="0" x2="100%" y1="20" y2="20" />
            <rect className="ground" x={place(from)} y="5" width={place(to - from)} height="12" rx="2" />
            <rect className="fill" x={place(from)} y="5" width={place((to - from) * done)} height="12" rx="2" />
            <rect className="elapsed" x={place(today)} y="0" width="1.5" height="22" />
            {marks.map((mark) => (
              <svg
                key={mark.id}
                className={`milestone s-${mark.status}`}
                x={place(mark.at)}
                y="5"
                width="12"
                height="12"
                overflow="visible"
              >
                <g transform="translate(-6 0)">
                  <Shape status={mark.status} />
                </g>
              </svg>
            ))}
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
