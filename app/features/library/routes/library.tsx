import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { documentKinds } from '../document.ts';
import { forms } from '../forms.ts';
import type { FoundPart, ListedDocument } from '../reading.server.ts';
import { findParts, listDocuments, mayAddDocuments } from '../reading.server.ts';
import { formText, kindText, libraryText as said, verificationText } from '../text.ts';
import { Force } from './Force.tsx';
import type { Route } from './+types/library.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  const { searchParams } = new URL(args.request.url);
  const words = (searchParams.get('q') ?? '').trim().slice(0, 200);
  const year = Number(searchParams.get('nam'));
  const query = {
    words,
    kind: documentKinds.find((each) => each === searchParams.get('loai')),
    year: year >= 1900 && year <= 2100 ? Math.trunc(year) : undefined,
  };
  const [documents, parts, mayAdd] = await Promise.all([
    listDocuments(db, actor, query),
    findParts(db, actor, query),
    mayAddDocuments(db, actor),
  ]);
  const isInside = actor.kind === 'person';
  return { documents, parts, mayAdd, isInside, query, today: plainDateIn(clock()) };
}

export default function Library({ loaderData }: Route.ComponentProps) {
  const { documents, parts, mayAdd, isInside, query, today } = loaderData;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      action={mayAdd && <LinkButton href="/thu-vien/moi">{said.add}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path="/thu-vien" verb={said.find}>
        <Field type="search" name="q" label={said.words} value={query.words} width="medium" />
        <Field
          type="select"
          name="loai"
          label={said.kind}
          blank={said.every}
          value={query.kind ?? ''}
          options={documentKinds.map((value) => ({ value, label: kindText[value] }))}
        />
        <YearField latest={Number(today.slice(0, 4))} count={15} year={query.year} orEvery />
      </Filters>
      <p className="muted">{said.wordsHint}</p>
      <Found parts={parts} />
      {(documents.length > 0 || parts.length === 0) && <h2>{said.documents(documents.length)}</h2>}
      <Table
        caption={said.caption}
        captionHidden
        columns={columnsOn(today)}
        rows={documents}
        rowKey={({ code }) => code}
        empty={parts.length === 0 && <Empty what={said.noneWhat} why={said.noneWhy} />}
      />
      {isInside && query.words === '' && <Forms />}
    </Page>
  );
}

const columnsOn = (today: string): readonly Column<ListedDocument>[] => [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: ({ code, kind, title, file }) => (
      <>
        <a href={`/thu-vien/${code}`}>{title}</a>
        <br />
        <small>{kindText[kind]}</small>
        {file && (
          <>
            {' '}
            <a href={`/thu-vien/tep/${file.id}`} aria-label={said.takeAwayOf(title)}>
              {said.takeAway}
            </a>
          </>
        )}
      </>
    ),
  },
  { key: 'so', head: said.number, cell: ({ number }) => number || said.unknown },
  { key: 'noi', head: said.issuer, cell: ({ issuer }) => issuer },
  {
    key: 'hieu-luc',
    head: said.inForce,
    cell: (row) => <Force document={row} today={today} />,
  },
  { key: 'xac-minh', head: said.state, cell: ({ state }) => verificationText[state] },
];

/** The article that holds the words, not only the document. */
function Found({ parts }: { readonly parts: readonly FoundPart[] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <h2>{said.found(parts.length)}</h2>
      <ul className="plain found">
        {parts.map(({ code, title, anchor, page, heading, snippet }) => (
          <li key={`${code}#${anchor}`}>
            <a href={`${page ?? `/thu-vien/${code}`}#${anchor}`}>{heading || title}</a> <small>{title}</small>
            <p>
              {snippet.map(({ text, isFound }, at) => (isFound ? <mark key={`${at} ${text}`}>{text}</mark> : text))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Forms() {
  return (
    <>
      <h2>{said.forms}</h2>
      <ul>
        {forms.map(({ key, href }) => (
          <li key={key}>
            <a href={href}>{formText[key].name}</a>: {formText[key].note}
          </li>
        ))}
      </ul>
    </>
  );
}
