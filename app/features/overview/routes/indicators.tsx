import { edgeOf } from '../../../platform/http.server.ts';
import { readSort, withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { statusText } from '../../../ui/text.ts';
import { FIELDS } from '../../directive/terms.ts';
import { STATUSES } from '../../indicators/indicator.ts';
import { knownOf } from '../../../ui/day.ts';
import type { ListQuery } from '../lines.ts';
import { FIELD_SLUG, LIST_SORTS, NO_OWNER, readListQuery, seenLines, STATUS_SLUG } from '../lines.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { dayText, fieldText, overviewText } from '../text.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { IndicatorTable } from '../parts/IndicatorTable.tsx';
import { provinceLines } from '../view.server.ts';
import type { Route } from './+types/indicators.ts';

const path = '/chi-tieu';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { search } = new URL(args.request.url);
  const { day, asked } = askedOf(edge, args.request);
  const all = await provinceLines(edge.services.db, day);
  const query = readListQuery(search);
  const sort = readSort(search, LIST_SORTS, { by: 'ma', direction: 'asc' });
  const owners = all.flatMap(({ owner }) => owner ?? []);
  return { rows: seenLines(all, query, sort), total: all.length, query, sort, owners, asked, search, today: day.today };
}

export default function Indicators({ loaderData }: Route.ComponentProps) {
  const { rows, total, query, sort, asked, search, today } = loaderData;
  const title = overviewText.listTitle(rows.length, total);
  const view = { path, query: search };
  const download = (kind: string) => `${path}/tai.${kind}${search}`;
  return (
    <Page title={title} lead={dayText(asked, today)}>
      <title>{title}</title>
      <DayNotice asked={asked} path={withQuery(view, { ngay: undefined })} />
      <ListFilters {...loaderData} />
      <IndicatorTable
        caption={overviewText.listCaption}
        rows={rows}
        known={knownOf(asked)}
        view={view}
        sort={sort}
        exports={{ excel: download('xlsx'), csv: download('csv') }}
        withOwner
        empty={<NoMatch total={total} />}
      />
      <DayChoice asked={asked} path={path} keep={keptOf(query)} />
    </Page>
  );
}

function NoMatch({ total }: { readonly total: number }) {
  if (total === 0) return <Empty what={overviewText.noPackWhat} why={overviewText.noPackWhy} />;
  return <Empty what={overviewText.noMatchWhat} why={overviewText.noMatchWhy} />;
}

function ListFilters({ query, owners, asked, search }: Route.ComponentProps['loaderData']) {
  const names = new Map(owners.map((owner) => [owner.code, owner.name]));
  const known = knownOf(asked);
  const view = { path, query: search };
  const active = [
    ...(query.field ? [{ label: fieldText[query.field], without: withQuery(view, { 'linh-vuc': undefined }) }] : []),
    ...(query.status
      ? [{ label: statusText[query.status], without: withQuery(view, { 'trang-thai': undefined }) }]
      : []),
    ...(query.owner
      ? [{ label: names.get(query.owner) ?? overviewText.noOwner, without: withQuery(view, { 'co-quan': undefined }) }]
      : []),
    ...(query.text ? [{ label: `“${query.text}”`, without: withQuery(view, { q: undefined }) }] : []),
  ];
  return (
    <Filters path={path} keep={known ? { ngay: known } : {}} active={active} auto>
      <Field name="q" type="search" label={overviewText.text} value={query.text} />
      <Field
        name="linh-vuc"
        type="select"
        label={overviewText.field}
        blank={overviewText.allFields}
        options={FIELDS.map((field) => ({ value: FIELD_SLUG[field], label: fieldText[field] }))}
        value={query.field && FIELD_SLUG[query.field]}
      />
      <Field
        name="trang-thai"
        type="select"
        label={overviewText.status}
        blank={overviewText.allStatuses}
        options={STATUSES.map((status) => ({ value: STATUS_SLUG[status], label: statusText[status] }))}
        value={query.status && STATUS_SLUG[query.status]}
      />
      <Field
        name="co-quan"
        type="select"
        label={overviewText.owner}
        blank={overviewText.allOwners}
        options={[
          { value: NO_OWNER, label: overviewText.noOwner },
          ...[...names].map(([value, label]) => ({ value, label })),
        ]}
        value={query.owner}
      />
    </Filters>
  );
}

function keptOf({ field, status, owner, text }: ListQuery): Readonly<Record<string, string>> {
  return {
    ...(field && { 'linh-vuc': FIELD_SLUG[field] }),
    ...(status && { 'trang-thai': STATUS_SLUG[status] }),
    ...(owner && { 'co-quan': owner }),
    ...(text && { q: text }),
  };
}
