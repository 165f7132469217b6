/** The communes as a grid: by status when a later part of the product knows one, else by name. */
import { UnitGrid } from '../../../ui/chart/UnitGrid.tsx';
import type { StatusName } from '../../../ui/status.ts';
import { unitsText } from '../page.text.ts';
import { communeTypeNames } from '../text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import { communeTypes } from '../unit.ts';

export type CommuneGridProps = {
  readonly communes: readonly UnitChoice[];
  /** By the unit's code; a commune that is not in it has no data. */
  readonly statuses?: Readonly<Record<string, StatusName>> | undefined;
};

export function CommuneGrid({ communes, statuses }: CommuneGridProps) {
  const wards = communes.filter(({ communeType }) => communeType === 'phuong').length;
  const title = unitsText.gridTitle(communes.length - wards, wards);
  if (!statuses) return <CommuneNames title={title} communes={communes} />;
  const units = communes.map(({ code, name }) => ({
    code,
    name,
    status: statuses[code] ?? ('no_data' as const),
    href: `/don-vi/${code}`,
  }));
  return <UnitGrid title={title} units={units} />;
}

function CommuneNames({ title, communes }: { readonly title: string; readonly communes: readonly UnitChoice[] }) {
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
                  <a href={`/don-vi/${code}`}>{shortName}</a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
