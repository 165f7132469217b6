import { edgeOf } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { YearShares } from '../fairness.server.ts';
import { sharesByYear } from '../fairness.server.ts';
import type { HonourFilter } from '../filter.ts';
import { names } from '../filter.ts';
import { filterWords, statisticsText as said } from '../text.ts';
import type { StatisticsView } from '../view.server.ts';
import { statisticsAt } from '../view.server.ts';
import { CrossGrid } from './CrossGrid.tsx';
import { publicStatistics } from '../public.server.ts';
import { FairnessByYear } from './FairnessByYear.tsx';
import { FilterForm } from './FilterForm.tsx';
import { PublicStatisticsPage } from './PublicStatistics.tsx';
import { YearBars } from './YearBars.tsx';
import type { Route } from './+types/statistics.ts';

/** A stranger reads what is published of the whole province; whoever signed in counts what they may know of. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  if (actor.kind !== 'person') return { forAll: await publicStatistics(db, clock()), own: undefined };
  const url = new URL(args.request.url);
  const found = await statisticsAt(db, actor, { url, now: clock() });
  const fairness = await sharesByYear(db, actor, found.filter);
  return { forAll: undefined, own: { ...found, fairness, address: { path: url.pathname, query: url.search } } };
}

export default function Statistics({ loaderData: { forAll, own } }: Route.ComponentProps) {
  return own ? <OwnStatistics view={own} /> : <PublicStatisticsPage view={forAll} />;
}

type Own = StatisticsView & {
  readonly fairness: readonly YearShares[];
  readonly address: { readonly path: string; readonly query: string };
};

/** Years and unit go on to the form; the rest it lays out itself. */
function formQuery({ from, until, unitCode }: HonourFilter) {
  return {
    [names.from]: from === undefined ? '' : String(from),
    [names.until]: until === undefined ? undefined : String(until),
    [names.unit]: unitCode,
  };
}

function OwnStatistics({ view }: { readonly view: Own }) {
  const { table, row, column, filter, base, years, thisYear, address } = view;
  const told = filterWords(filter, filter.unitCode && base.name);
  const file = (path: string) => withQuery({ ...address, path: `${address.path}/${path}` }, {});
  return (
    <Page title={said.heading(table.total)} lead={said.lead}>
      <title>{said.title}</title>
      <FilterForm
        path={address.path}
        filter={filter}
        sides={{ row, column }}
        unitName={filter.unitCode && base.name}
        withoutUnit={withQuery(address, { [names.unit]: undefined, [names.alone]: undefined })}
      />
      {told.length > 0 && <p className="muted">{told.join(' · ')}</p>}
      <p>
        <a href={withQuery({ path: `${address.path}/bieu`, query: '' }, formQuery(filter))}>{said.statisticalForm}</a>
      </p>
      {table.total === 0 ? (
        <Empty what={said.emptyWhat} why={said.emptyWhy} />
      ) : (
        <>
          <YearBars years={years} thisYear={thisYear} />
          <CrossGrid view={view} query={address.query} />
          <nav aria-label={said.taking} className="acts">
            <a href={file('tai.xlsx')}>{said.excel}</a>
            <a href={file('tai.csv')}>{said.csv}</a>
            <a href={file('in/docx')}>{said.word}</a>
            <a href={file('in/pdf')}>{said.pdf}</a>
            <a
              href={withQuery(
                { path: `${address.path}/danh-sach`, query: address.query },
                { [names.row]: undefined, [names.column]: undefined },
              )}
            >
              {said.list}
            </a>
          </nav>
          <FairnessByYear years={view.fairness} />
        </>
      )}
    </Page>
  );
}
