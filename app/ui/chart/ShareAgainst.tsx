import type { ReactNode } from 'react';
import { barLength } from './strip.ts';

export type ShareAgainstProps = {
  readonly rows: readonly {
    readonly id: string;
    readonly label: ReactNode;
    /** What the row says, for those who cannot see it: with its label. */
    readonly spoken: string;
    /** All as shares of 1; null: nothing to draw. */
    readonly own: number | null;
    readonly median: number | null;
    readonly best: number | null;
    /** Written beside the bar. */
    readonly value: ReactNode;
    readonly note?: ReactNode;
    readonly tone: 'above' | 'below' | 'level';
    /** Sums of the rows after it. */
    readonly isHead?: boolean | undefined;
  }[];
};

/** Shares of a maximum as bars, each with a mark where the others' median is and a faint one where their best is. */
export function ShareAgainst({ rows }: ShareAgainstProps) {
  return (
    <ul className="against">
      {rows.map(({ id, label, spoken, own, median, best, value, note, tone, isHead }) => (
        <li key={id} className={isHead ? 'sum' : undefined}>
          <div>{label}</div>
          <svg className={`meter t-${tone}`} height="20" role="img" aria-label={spoken}>
            <rect className="ground" x="0" y="5" width="100%" height="10" rx="2" />
            {own !== null && own > 0 && (
              <rect className="own" x="0" y="5" width={`${barLength(own)}%`} height="10" rx="2" />
            )}
            {best !== null && (
              <rect
                className="best"
                x={`${barLength(best)}%`}
                y="2"
                width="2"
                height="16"
                transform="translate(-2 0)"
              />
            )}
            {median !== null && (
              <rect
                className="elapsed"
                x={`${barLength(median)}%`}
                y="0"
                width="2"
                height="20"
                transform="translate(-1 0)"
              />
            )}
          </svg>
          <b>{value}</b>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
