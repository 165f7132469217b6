import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { compareEditions } from '../comparing.server.ts';
import { plansText } from '../text.ts';
import type { Route } from './+types/compare-editions.ts';

/** With the edition before, or with the one that `voi` names. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const asked = { id: askedId(args.params.planId), with: query.get('voi'), today: plainDateIn(clock()) };
  return (await compareEditions(db, person, asked)) ?? pageNotFound();
}

type Data = Route.ComponentProps['loaderData'];
type Line = Data['lines'][number];

const columns: readonly Column<Line>[] = [
  { key: 'viec', head: plansText.happeningHead, cell: ({ what }) => plansText.happening[what] },
  { key: 'noi-dung', head: plansText.changedPart, kind: 'name', cell: ({ name }) => name },
  { key: 'truoc', head: plansText.older, cell: ({ cells }) => <Cells cells={cells} side="before" /> },
  { key: 'sau', head: plansText.newer, cell: ({ cells }) => <Cells cells={cells} side="after" /> },
];

function Cells({ cells, side }: { readonly cells: Line['cells']; readonly side: 'before' | 'after' }) {
  return cells
    .filter((cell) => cell[side] !== null)
    .map((cell) => (
      <div key={cell.heading}>
        <small>{cell.heading}:</small> {cell[side]}
      </div>
    ));
}

export default function CompareEditions({ loaderData }: Route.ComponentProps) {
  const { plan, older, others, lines } = loaderData;
  const title = plansText.compareTitle(plansText.editionOf(older.edition), plansText.editionOf(plan.edition));
  return (
    <Page
      title={title}
      lead={plan.title}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
    >
      <title>{title}</title>
      {others.length > 1 && (
        <Filters path={`/ke-hoach/${plan.id}/so-sanh`} auto>
          <Field
            type="select"
            name="voi"
            label={plansText.compareWith}
            blank={null}
            value={older.id}
            options={others.map(({ id, edition }) => ({ value: id, label: plansText.editionOf(edition) }))}
          />
        </Filters>
      )}
      <Table
        caption={plansText.compareCaption}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ name, what }) => `${what} ${name}`}
        empty={<Empty what={plansText.compareSame} why={plansText.compareSameWhy} />}
      />
    </Page>
  );
}
