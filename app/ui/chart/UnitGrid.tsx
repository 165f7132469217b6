import type { ReactNode } from 'react';
import { Shape } from '../Status.tsx';
import type { StatusName } from '../status.ts';
import { statusText, uiText } from '../text.ts';
import type { LegendProps } from './Legend.tsx';
import { Legend } from './Legend.tsx';
import { countByStatus } from './strip.ts';
import { Figure } from './Figure.tsx';

export type UnitGridProps = {
  /** States the finding: "99 xã, phường: 61 đúng tiến độ trở lên". */
  readonly title: string;
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly status: StatusName;
    readonly href: string;
  }[];
  /** The list behind, a Table; without it the squares themselves are the list. */
  readonly behind?: ReactNode;
  /** Where each status leads, such as the list filtered by it. */
  readonly hrefs?: LegendProps['hrefs'];
};

/** A square for each unit, in the order given, with shape and colour of its status and its name when pointed at. */
export function UnitGrid({ title, source, asOf, units, behind, hrefs }: UnitGridProps) {
  return (
    <Figure title={title} source={source} asOf={asOf} behind={behind} behindLabel={uiText.listBehind}>
      <ul className="units">
        {units.map(({ code, name, status, href }) => (
          <li key={code}>
            <a
              className={`s-${status}`}
              href={href}
              title={`${name}: ${statusText[status]}`}
              aria-label={`${name}: ${statusText[status]}`}
            >
              <Shape status={status} />
            </a>
          </li>
        ))}
      </ul>
      <Legend counts={countByStatus(units)} hrefs={hrefs} />
    </Figure>
  );
}
