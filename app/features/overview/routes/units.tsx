import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Page } from '../../../ui/Page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { unitsText } from '../../organisation/page.text.ts';
import { CommuneGrid } from '../../organisation/parts/CommuneGrid.tsx';
import { UnitFilters } from '../../organisation/parts/UnitFilters.tsx';
import { UnitsTable } from '../../organisation/parts/UnitsTable.tsx';
import { narrowing } from '../../organisation/unit-filter.ts';
import { unitsPerPage, unitsSeen } from '../../organisation/units-page.server.ts';
import { seesUnits } from '../detail.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import type { Day } from '../../../ui/day.ts';
import { knownOf } from '../../../ui/day.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { unitStandings } from '../unit-standing.server.ts';
import type { Route } from './+types/units.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const seen = await unitsSeen(edge, args.request);
  const { day, asked } = askedOf(edge, args.request);
  return { seen, size: unitsPerPage, asked, statuses: seen.isGrid ? await statusesOf(edge, day) : undefined };
}

/** By the unit's code; for those signed in only. */
async function statusesOf(edge: Edge, day: Day) {
  if (!seesUnits(edge.actor)) return undefined;
  const { units } = await unitStandings(edge.services.db, day);
  return Object.fromEntries(units.map(({ unitCode, status }) => [unitCode, status]));
}

export default function Units({ loaderData }: Route.ComponentProps) {
  const { seen, size, asked, statuses } = loaderData;
  const { view, isGrid } = seen;
  const tabs = [
    { label: unitsText.viewList, href: withQuery(view, { xem: undefined }), current: !isGrid },
    { label: unitsText.viewGrid, href: withQuery(view, { xem: 'luoi', trang: undefined }), current: isGrid },
  ];
  return (
    <Page title={unitsText.title} lead={unitsText.found(seen.total, seen.query.on)}>
      <title>{unitsText.title}</title>
      <DayNotice
        asked={seen.query.on !== null && asked.kind === 'wrong' ? { kind: 'now' } : asked}
        path={withQuery(view, { ngay: undefined })}
      />
      <Tabs tabs={tabs} />
      {isGrid ? (
        <>
          <CommuneGrid communes={seen.communes} statuses={statuses} known={knownOf(asked)} />
          <DayChoice asked={asked} path={view.path} keep={{ xem: 'luoi' }} />
        </>
      ) : (
        <>
          <UnitFilters seen={seen} />
          <UnitsTable
            {...seen}
            known={knownOf(asked)}
            size={size}
            sort={seen.query.sort}
            isFiltered={Object.keys(narrowing(view.query)).length > 0}
            exports={{ excel: `/don-vi/tai.xlsx${view.query}`, csv: `/don-vi/tai.csv${view.query}` }}
          />
        </>
      )}
    </Page>
  );
}
