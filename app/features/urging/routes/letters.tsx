import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { listLetters, mayWriteLetters } from '../letter-page.server.ts';
import type { LetterRow } from '../letter-rows.server.ts';
import { lettersText, letterStageText } from '../letter.text.ts';
import { letterLook } from '../stage-look.ts';
import { UrgingTabs } from './UrgingTabs.tsx';
import type { Route } from './+types/letters.ts';

const size = 30;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { pathname, search, searchParams } = new URL(args.request.url);
  const page = readPage(search);
  const [listed, may] = await Promise.all([listLetters(db, person, { page, size }), mayWriteLetters(db, person)]);
  return {
    ...listed,
    may,
    page,
    drafted: Number(searchParams.get('da-soan')),
    view: { path: pathname, query: search },
  };
}

const columns: readonly Column<LetterRow>[] = [
  {
    key: 'trich-yeu',
    head: lettersText.about,
    kind: 'name',
    cell: ({ id, content }) => <a href={`/don-doc/cong-van/${id}`}>{lettersText.aboutOf(content.about)}</a>,
  },
  {
    key: 'don-vi',
    head: lettersText.units,
    cell: ({ units, unitName }) => unitName ?? lettersText.unitCount(units),
  },
  { key: 'nhiem-vu', head: lettersText.duties, kind: 'number', cell: ({ duties }) => duties },
  {
    key: 'buoc',
    head: lettersText.stage,
    cell: ({ stage }) => <Stage stage={letterLook[stage]} word={letterStageText[stage]} />,
  },
  {
    key: 'so',
    head: lettersText.numbered,
    cell: ({ number, content, signedOn }) =>
      number !== null && signedOn !== null && lettersText.numberOf(number, content.symbol, signedOn),
  },
];

export default function Letters({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, may, drafted } = loaderData;
  const make = may && (
    <LinkButton href="/don-doc?xem=qua-han" kind="second">
      {lettersText.emptyFirst}
    </LinkButton>
  );
  return (
    <Page title={lettersText.title} lead={lettersText.lead}>
      <title>{lettersText.title}</title>
      <UrgingTabs at="/don-doc/cong-van" />
      {drafted > 0 && <Notice kind="success">{lettersText.draftedMany(drafted)}</Notice>}
      <Table
        caption={lettersText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={lettersText.emptyWhat} why={lettersText.emptyWhy} first={make} />}
      />
    </Page>
  );
}
