/** The communes as a grid: by status when a later part of the product knows one, else by name. */
import type { PlainDate } from '../../../kernel/calendar.ts';
import { UnitGrid } from '../../../ui/chart/UnitGrid.tsx';
import { onDay } from '../../../ui/day.ts';
import type { StatusName } from '../../../ui/status.ts';
import { unitsText } from '../page.text.ts';
import { communeTypeNames } from '../text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import { communeTypes } from '../unit.ts';

export type CommuneGridProps = {
  readonly communes: readonly UnitChoice[];
  /** By the unit's code; a commune that is not in it has no data. */
  readonly statuses?: Readonly<Record<string, StatusName>> | undefined;
  /** The day they are looked at, when it is not today. */
  readonly known?: PlainDate | undefined;
};

export function CommuneGrid({ communes, statuses, known }: CommuneGridProps) {
  const wards = communes.filter(({ communeType }) => communeType === 'phuong').length;
  const title = unitsText.gridTitle(communes.length - wards, wards);
  if (!statuses) return <CommuneNames title={title} communes={communes} known={known} />;
  const units = communes.map(({ code, name }) => ({
    code,
    name,
    status: statuses[code] ?? ('no_data' as const),
    href: onDay(`/don-vi/${code}`, known),
  }));
  return <UnitGrid title={title} units={units} />;
}

type NamesProps = Pick<CommuneGridProps, 'communes' | 'known'> & { readonly title: string };

function CommuneNames({ title, communes, known }: NamesProps) {
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      {communeTypes.map((type) => {
        const own = communes.filter(({ communeType }) => communeType === type);
        if (own.length === 0) return null;
        return (
          <section key={type}>
            <h2>{communeTypeNames[type]}</h2>
            <ul className="names names-short">
              {own.map(({ code, shortName }) => (
                <li key={code}>
                  <a href={onDay(`/don-vi/${code}`, known)}>{shortName}</a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
