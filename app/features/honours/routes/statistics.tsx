import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { names } from '../filter.ts';
import { filterWords, statisticsText as said } from '../text.ts';
import { statisticsAt } from '../view.server.ts';
import { CrossGrid } from './CrossGrid.tsx';
import { FilterForm } from './FilterForm.tsx';
import { YearBars } from './YearBars.tsx';
import type { Route } from './+types/statistics.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const found = await statisticsAt(db, person, { url, now: clock() });
  return { ...found, address: { path: url.pathname, query: url.search } };
}

export default function Statistics({ loaderData }: Route.ComponentProps) {
  const { table, row, column, filter, base, years, thisYear, address } = loaderData;
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
      {table.total === 0 ? (
        <Empty what={said.emptyWhat} why={said.emptyWhy} />
      ) : (
        <>
          <YearBars years={years} thisYear={thisYear} />
          <CrossGrid view={loaderData} query={address.query} />
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
        </>
      )}
    </Page>
  );
}
