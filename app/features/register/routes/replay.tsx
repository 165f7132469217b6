import { awardNameOn } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, pageForbidden, personAt } from '../../../platform/http.server.ts';
import { readYear } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Differing } from '../replay.server.ts';
import { replay } from '../replay.server.ts';
import { registerRights } from '../rights.ts';
import { replayText as said, standardsText } from '../standards.text.ts';
import { registerText } from '../text.ts';
import type { Route } from './+types/replay.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!holdsRole(person, ...registerRights['honour.replay'].by)) pageForbidden();
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const year = readYear(url.searchParams) ?? thisYear - 1;
  return { ...(await replay(db, person, year)), year, thisYear };
}

const columns: readonly Column<Differing>[] = [
  {
    key: 'doi-tuong',
    head: said.holder,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/so/${row.holderId}`}>{row.holderName}</a>,
  },
  { key: 'don-vi', head: registerText.unit, cell: (row) => row.unitName },
  { key: 'danh-hieu', head: registerText.award, cell: (row) => awardNameOn(row.awardCode, row.decidedOn) },
  {
    key: 'quyet-dinh',
    head: registerText.decision,
    cell: (row) => registerText.decisionOf(row.decisionNumber, row.decidedOn),
  },
  {
    key: 'thieu',
    head: said.lacking,
    cell: ({ lacking }) => standardsText.openText(lacking.map(({ clause }) => clause.article)),
  },
];

export default function Replay({ loaderData: { looked, differing, year, thisYear } }: Route.ComponentProps) {
  const years = Array.from({ length: 10 }, (_, at) => String(thisYear - at));
  return (
    <Page title={said.heading(differing.length, looked)} lead={said.lead}>
      <title>{said.title}</title>
      <Filters path="/khen-thuong/so/doi-chieu" verb={standardsText.show} auto>
        <Field
          type="select"
          name="nam"
          label={standardsText.year}
          blank={null}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
      </Filters>
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={differing.slice(0, 500)}
        rowKey={({ id }) => id}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
