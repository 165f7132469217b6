import { edgeOf } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { shaperAt } from '../gate.server.ts';
import { adminText } from '../page.text.ts';
import { UnitFilters } from '../parts/UnitFilters.tsx';
import { UnitsTable } from '../parts/UnitsTable.tsx';
import { narrowing } from '../unit-filter.ts';
import type { UnitLine } from '../unit-list.server.ts';
import { unitsPerPage, unitsSeen } from '../units-page.server.ts';
import type { Route } from './+types/units-admin.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return { seen: await unitsSeen(edge, args.request), size: unitsPerPage };
}

const acts = [
  ['doi', adminText.changeAct],
  ['dinh-chinh', adminText.correctAct],
  ['cham-dut', adminText.dissolveAct],
] as const;

function Acts({ code, name, validUntil }: UnitLine) {
  const open = validUntil === null ? acts : acts.filter(([path]) => path === 'dinh-chinh');
  return open.map(([path, label], at) => (
    <span key={path}>
      {at > 0 && ' · '}
      <a href={`/quan-tri/don-vi/${code}/${path}`} aria-label={adminText.ofUnit(label, name)}>
        {label}
      </a>
    </span>
  ));
}

export default function UnitsAdmin({ loaderData }: Route.ComponentProps) {
  const { seen, size } = loaderData;
  const actions = (
    <>
      <LinkButton href="/quan-tri/don-vi/moi">{adminText.add}</LinkButton>{' '}
      <LinkButton href="/quan-tri/don-vi/nap" kind="second">
        {adminText.import}
      </LinkButton>
    </>
  );
  return (
    <Page
      title={adminText.title}
      lead={adminText.lead}
      action={actions}
      trail={[{ label: adminText.home, href: '/quan-tri' }]}
    >
      <title>{adminText.title}</title>
      <UnitFilters seen={seen} />
      <UnitsTable
        {...seen}
        size={size}
        sort={seen.query.sort}
        isFiltered={Object.keys(narrowing(seen.view.query)).length > 0}
        exports={{ excel: `/don-vi/tai.xlsx${seen.view.query}`, csv: `/don-vi/tai.csv${seen.view.query}` }}
        last={{ key: 'viec', head: adminText.actions, cell: Acts }}
      />
    </Page>
  );
}
