import { edgeOf } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Page } from '../../../ui/Page.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { unitsText } from '../page.text.ts';
import { CommuneGrid } from '../parts/CommuneGrid.tsx';
import { UnitFilters } from '../parts/UnitFilters.tsx';
import { UnitsTable } from '../parts/UnitsTable.tsx';
import { narrowing } from '../unit-filter.ts';
import { unitsPerPage, unitsSeen } from '../units-page.server.ts';
import type { Route } from './+types/units.ts';

export async function loader(args: Route.LoaderArgs) {
  return { seen: await unitsSeen(edgeOf(args), args.request), size: unitsPerPage };
}

export default function Units({ loaderData }: Route.ComponentProps) {
  const { seen, size } = loaderData;
  const { view, isGrid } = seen;
  const tabs = [
    { label: unitsText.viewList, href: withQuery(view, { xem: undefined }), current: !isGrid },
    { label: unitsText.viewGrid, href: withQuery(view, { xem: 'luoi', trang: undefined }), current: isGrid },
  ];
  return (
    <Page title={unitsText.title} lead={unitsText.found(seen.total, seen.query.on)}>
      <title>{unitsText.title}</title>
      <Tabs tabs={tabs} />
      {isGrid ? (
        <CommuneGrid communes={seen.communes} />
      ) : (
        <>
          <UnitFilters seen={seen} />
          <UnitsTable
            {...seen}
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
