import { Shape } from '../Status.tsx';
import type { StatusName } from '../status.ts';
import { statusNames } from '../status.ts';
import { statusText } from '../text.ts';

export type LegendProps = {
  readonly counts: Readonly<Record<StatusName, number>>;
  readonly hrefs?: Readonly<Partial<Record<StatusName, string>>> | undefined;
};

/** Shape, word and count of each status; a link where there is a list to open. */
export function Legend({ counts, hrefs = {} }: LegendProps) {
  return (
    <ul className="legend">
      {statusNames.map((status) => (
        <li key={status}>
          <LegendEntry status={status} count={counts[status]} href={hrefs[status]} />
        </li>
      ))}
    </ul>
  );
}

function LegendEntry(props: {
  readonly status: StatusName;
  readonly count: number;
  readonly href: string | undefined;
}) {
  const { status, count, href } = props;
  const words = (
    <>
      <span className={`chip s-${status}`}>
        <Shape status={status} />
        {statusText[status]}
      </span>{' '}
      <b>{count}</b>
    </>
  );
  return href ? <a href={href}>{words}</a> : words;
}
