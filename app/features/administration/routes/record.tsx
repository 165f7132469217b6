import { isPlainDate } from '../../../kernel/calendar.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import { administrationClosed, edgeOf, personAt } from '../../../platform/http.server.ts';
import { eventKinds } from '../../../platform/events.ts';
import type { Via } from '../../../platform/record.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { entriesPerPage } from '../pages.ts';
import { recordPage } from '../record-page.server.ts';
import { administrationText, eventWords, recordText, subjectWords, viaWords } from '../text.ts';
import type { Route } from './+types/record.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!holdsRole(person, 'auditor', 'administrator')) administrationClosed(person, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const asked = (name: string) => searchParams.get(name)?.trim() || undefined;
  const dateAsked = (name: string) => (isPlainDate(asked(name) ?? '') ? asked(name) : undefined);
  const filter = {
    kind: asked('viec'),
    person: asked('nguoi'),
    unitCode: asked('don-vi'),
    subject: asked('ve'),
    from: dateAsked('tu'),
    until: dateAsked('den'),
  };
  const page = readPage(search);
  const found = await recordPage(edge.services.db, person, filter, page);
  return { ...found, filter, page, view: { path: pathname, query: search } };
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'luc', head: recordText.at, cell: ({ at }) => momentText(at) },
  {
    key: 'viec',
    head: recordText.kind,
    kind: 'name',
    cell: ({ id, kind }) => <a href={`/quan-tri/nhat-ky/${id}`}>{eventWords[kind]}</a>,
  },
  { key: 'ai', head: recordText.actor, cell: (row) => actorName(row) },
  { key: 'don-vi', head: recordText.unit, cell: ({ unit }) => unit ?? '—' },
  { key: 've', head: recordText.subject, cell: ({ subject_kind }) => subjectWords[subject_kind] ?? subject_kind },
  { key: 'tu', head: recordText.via, cell: ({ via }) => viaWords[via as Via] },
  {
    key: 'ly-do',
    head: recordText.reason,
    cell: ({ isReasonClosed, reason }) => (isReasonClosed ? recordText.closedShort : reason),
  },
];

function actorName({ actor, onBehalfOf }: Pick<Row, 'actor' | 'onBehalfOf'>): string {
  if (!actor) return recordText.system;
  return onBehalfOf ? `${actor} (${recordText.onBehalf(onBehalfOf)})` : actor;
}

export default function Record({ loaderData }: Route.ComponentProps) {
  const { rows, total, filter, page, view } = loaderData;
  const title = recordText.title(total.toLocaleString('vi-VN'));
  const kinds = eventKinds.map((kind) => ({ value: kind, label: eventWords[kind] }));
  return (
    <Page title={title} lead={recordText.lead} trail={[{ label: administrationText.back, href: '/quan-tri' }]}>
      <title>{title}</title>
      <Filters path={view.path}>
        <Field
          type="select"
          name="viec"
          label={recordText.kind}
          options={kinds}
          blank={recordText.anyKind}
          value={filter.kind}
        />
        <Field name="nguoi" label={recordText.person} value={filter.person} width="medium" />
        <Field name="don-vi" label={recordText.unitCode} value={filter.unitCode} width="short" />
        <Field type="date" name="tu" label={recordText.from} value={filter.from} />
        <Field type="date" name="den" label={recordText.until} value={filter.until} />
      </Filters>
      <Table
        caption={recordText.caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: entriesPerPage, total }}
        empty={<Empty what={recordText.emptyWhat} why={recordText.emptyWhy} />}
      />
    </Page>
  );
}
