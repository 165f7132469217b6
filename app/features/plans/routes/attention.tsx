import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { attentions } from '../attention.ts';
import type { SeenLine } from '../attention.server.ts';
import { attentionAsked } from '../attention-page.server.ts';
import { attentionLook } from '../stage-look.ts';
import { attentionText, lineName, plansText } from '../text.ts';
import { AboutField } from './AboutField.tsx';
import { AttentionGroups } from './AttentionGroups.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import type { Route } from './+types/attention.ts';

const pageSize = 50;

/** All that is late, behind or near across plans, for whoever leads, keeps or inspects the movement. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const { lines, day, ...seen } = await attentionAsked(edge, args.request);
  const rows = lines.slice((page - 1) * pageSize, page * pageSize);
  const view = { path: pathname, query: search };
  return { ...seen, rows, total: lines.length, page, view, known: day.known };
}

const columnsOn = (known: string | undefined): readonly Column<SeenLine>[] => [
  {
    key: 'noi-dung',
    head: plansText.attentionWhat,
    kind: 'name',
    cell: (line) => <a href={onDay(`/ke-hoach/${line.planId}/nhiem-vu/${line.taskId}`, known)}>{lineName(line)}</a>,
  },
  { key: 'han', head: plansText.due, kind: 'code', cell: ({ dueOn }) => dateText(dueOn) },
  {
    key: 'tinh-trang',
    head: plansText.state,
    cell: ({ attention }) => <Status status={attentionLook[attention]} word={attentionText[attention]} />,
  },
  {
    key: 'don-vi',
    head: plansText.unit,
    cell: ({ unitCode, unitName }) => <a href={onDay(`/don-vi/${unitCode}`, known)}>{unitName}</a>,
  },
  {
    key: 'ke-hoach',
    head: plansText.name,
    cell: ({ planId, planTitle }) => <a href={onDay(`/ke-hoach/${planId}`, known)}>{planTitle}</a>,
  },
];

export default function PlansAttention({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, counts, plans, asked, known, abouts, about, unitCode, attention } = loaderData;
  const file = (kind: string) => `/ke-hoach/tien-do/tai.${kind}${view.query}`;
  const keep = {
    ...(unitCode === undefined ? {} : { 'don-vi': unitCode }),
    ...(about === undefined ? {} : { ve: about }),
    ...(attention === undefined ? {} : { xem: attention }),
  };
  return (
    <Page title={plansText.attentionTitle(counts)} lead={plansText.attentionLead(plans)}>
      <title>{plansText.attention}</title>
      <PlanTabs current="attention" known={known} />
      <DayNotice asked={asked} path={withQuery(view, { ngay: undefined })} />
      <Filters
        path={view.path}
        keep={{ ...(known ? { ngay: known } : {}), ...(unitCode === undefined ? {} : { 'don-vi': unitCode }) }}
        active={unitCode === undefined ? [] : [{ label: unitCode, without: withQuery(view, { 'don-vi': undefined }) }]}
        auto
      >
        <AboutField abouts={abouts} value={about} blank={plansText.every} />
        <Field
          type="select"
          name="xem"
          label={plansText.state}
          blank={plansText.every}
          value={attention ?? ''}
          options={attentions.map((value) => ({ value, label: attentionText[value] }))}
        />
      </Filters>
      <Table
        caption={plansText.attentionCaption}
        captionHidden
        columns={columnsOn(known)}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        isLate={(line) => line.attention === 'late'}
        empty={<Empty what={plansText.attentionNone} why={plansText.attentionNoneWhy} />}
      />
      <AttentionGroups seen={loaderData} view={view} />
      <p className="muted">{plansText.rules}</p>
      <DayChoice asked={asked} path={view.path} keep={keep} />
    </Page>
  );
}
