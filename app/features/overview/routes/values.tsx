import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { listActuals } from '../../actuals/list.server.ts';
import { findDefinition } from '../../indicators/definitions.server.ts';
import { knownOf, onDay } from '../../../ui/day.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { columns } from '../parts/ValuesTable.tsx';
import { indicatorText, overviewText } from '../text.ts';
import type { Route } from './+types/values.ts';

const size = 50;

/** Every value of one indicator that the reader may know of, corrections and what they replaced included. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db } = edge.services;
  const { search } = new URL(args.request.url);
  const { day, asked } = askedOf(edge, args.request);
  const definition = await findDefinition(db, args.params.code, day.known);
  if (!definition) return pageNotFound();
  const page = readPage(search);
  const listed = await listActuals(db, edge.actor, {
    indicatorCode: definition.code,
    withSuperseded: true,
    knownOn: day.known,
    sort: 'period',
    descending: true,
    page,
    size,
  });
  return { name: definition.name, code: definition.code, listed, page, asked, search };
}

export default function Values({ loaderData }: Route.ComponentProps) {
  const { name, code, listed, page, asked, search } = loaderData;
  const path = `/chi-tieu/${code}`;
  const title = indicatorText.valuesOf(name);
  return (
    <Page
      title={title}
      trail={[
        { label: overviewText.indicator, href: onDay('/chi-tieu', knownOf(asked)) },
        { label: name, href: onDay(path, knownOf(asked)) },
      ]}
    >
      <title>{title}</title>
      <DayNotice asked={asked} path={`${path}/gia-tri`} />
      <Table
        caption={indicatorText.valuesCaption}
        rows={listed.rows}
        rowKey={(row) => row.id}
        columns={columns}
        view={{ path: `${path}/gia-tri`, query: search }}
        paging={{ page, size, total: listed.total }}
      />
      <DayChoice asked={asked} path={`${path}/gia-tri`} />
    </Page>
  );
}
