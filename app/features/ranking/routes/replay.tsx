import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readYear } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ReplayedJudgement } from '../replay.server.ts';
import { frozenYears, replayEvaluation } from '../replay.server.ts';
import { bears } from '../replay.ts';
import { replayText as said } from '../replay.text.ts';
import { rankingText } from '../text.ts';
import type { Route } from './+types/replay.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const years = await frozenYears(db, person);
  const year = readYear(new URL(args.request.url).searchParams) ?? years[0];
  return { years, year, rows: year === undefined ? [] : await replayEvaluation(db, person, year) };
}

const columns: readonly Column<ReplayedJudgement>[] = [
  {
    key: 'dot',
    head: said.judgement,
    kind: 'name',
    cell: ({ id, title }) => <a href={`/cham-diem/${id}/xep-hang`}>{title}</a>,
  },
  { key: 'don-vi', head: said.units, kind: 'number', cell: ({ units }) => units },
  { key: 'cong-bo', head: said.frozen, cell: ({ frozenAt }) => said.moment(frozenAt) },
  { key: 'ma', head: said.digest, kind: 'code', cell: ({ digest }) => (digest ?? '').slice(0, 12) },
  { key: 'tinh-lai', head: said.found, cell: (row) => <Found row={row} /> },
];

function Found({ row }: { readonly row: ReplayedJudgement }) {
  if (bears(row)) return said.same;
  return (
    <ul>
      {said.wrongs(row).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export default function Replay({ loaderData: { years, year, rows } }: Route.ComponentProps) {
  const wrong = rows.filter((row) => !bears(row)).length;
  const title = year === undefined || rows.length === 0 ? said.title : said.heading(year, rows.length, wrong);
  return (
    <Page title={title} lead={said.lead} trail={[{ label: rankingText.list, href: '/cham-diem' }]}>
      <title>{said.title}</title>
      {years.length > 1 && (
        <Filters path="/cham-diem/tinh-lai" verb={said.show} auto>
          <Field
            type="select"
            name="nam"
            label={said.year}
            blank={null}
            value={String(year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </Filters>
      )}
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        isLate={(row) => !bears(row)}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
