import { plainDateIn } from '../../../kernel/calendar.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { forceOn } from '../links.ts';
import type { Relation } from '../document.ts';
import { blocksOf } from '../parts.ts';
import type { Part } from '../parts.ts';
import type { OneDocument } from '../reading.server.ts';
import { findDocument, mayAddDocuments } from '../reading.server.ts';
import { kindText, libraryText as said, verificationText } from '../text.ts';
import { Force } from './Force.tsx';
import type { Route } from './+types/document.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  const { searchParams } = new URL(args.request.url);
  const asked = Number(searchParams.get('ban'));
  const edition = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : undefined;
  const one = (await findDocument(db, actor, { code: args.params.code, edition })) ?? pageNotFound();
  const mayAdd = await mayAddDocuments(db, actor);
  return { one, mayAdd, today: plainDateIn(clock()), isDone: searchParams.has('da') };
}

export default function Document({ loaderData }: Route.ComponentProps) {
  const { one, mayAdd, today, isDone } = loaderData;
  const { document, editions } = one;
  const newest = editions[0]?.edition ?? document.edition;
  const state = forceOn(document, document.changes, today);
  return (
    <Page
      title={document.title}
      lead={[kindText[document.kind], document.number, document.issuer].filter(Boolean).join(' · ')}
      trail={[{ label: said.title, href: '/thu-vien' }]}
      action={
        mayAdd && (
          <>
            <LinkButton href={`/thu-vien/${document.code}/ban-moi`} kind="second">
              {said.addEdition}
            </LinkButton>{' '}
            <LinkButton href={`/thu-vien/${document.code}/quan-he`} kind="second">
              {said.links}
            </LinkButton>
          </>
        )
      }
    >
      <title>{document.title}</title>
      {isDone && <Notice kind="success">{said.added}</Notice>}
      {document.edition < newest && (
        <Notice kind="warning">
          {said.older} <a href={`/thu-vien/${document.code}`}>{said.newest}</a>
        </Notice>
      )}
      {document.note !== '' && <Notice kind="info">{document.note}</Notice>}
      {document.state !== 'read' && <Notice kind="warning">{said.notRead}</Notice>}
      {(state === 'ended' || state === 'replaced') && (
        <Notice kind="warning" title={said.stateOf(state)}>
          {said.keptToRead}
        </Notice>
      )}
      <Known one={one} today={today} />
      <Words one={one} />
      {editions.length > 1 && (
        <>
          <h2>{said.editions}</h2>
          <ul>
            {editions.map(({ edition, addedAt }) => (
              <li key={edition}>
                <a href={`/thu-vien/${document.code}?ban=${edition}`}>{said.editionOf(edition)}</a>{' '}
                <small>{momentText(addedAt)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

/** Its words part by part; or where they are read, or why there are none. */
function Words({ one: { document, parts, files } }: { readonly one: OneDocument }) {
  if (document.page !== null) return parts.length > 0 && <p className="muted">{said.partsElsewhere}</p>;
  if (parts.length === 0) return files.length > 0 && <Notice kind="info">{said.noWordsInFile}</Notice>;
  return (
    <>
      {document.isFromFile && <Notice kind="warning">{said.fromFile}</Notice>}
      <Contents parts={parts} />
      {parts.map((part) => (
        <Passage key={part.anchor} part={part} />
      ))}
    </>
  );
}

function Known({ one, today }: { readonly one: OneDocument; readonly today: string }) {
  const { document, links, files } = one;
  const { page, hasText } = document;
  const nothing = !hasText && page === null && files.length === 0;
  return (
    <Pairs
      pairs={[
        { label: said.number, value: document.number || said.unknown },
        { label: said.issuer, value: document.issuer },
        { label: said.issuedOn, value: said.issued(document.issuedOn) },
        { label: said.inForce, value: <Force document={document} today={today} /> },
        { label: said.state, value: verificationText[document.state] },
        { label: said.source, value: document.source },
        ...links
          .filter(({ relation, isFrom }) => isFrom || !isChange(relation))
          .map(({ relation, isFrom, code, title }) => ({
            label: said.relation(relation, isFrom),
            value: <a href={`/thu-vien/${code}`}>{title}</a>,
          })),
        ...files.map(({ id, name, size }) => ({
          label: said.files,
          value: (
            <>
              <a href={`/thu-vien/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </>
          ),
        })),
        ...(page === null ? [] : [{ label: said.readAt, value: <a href={page}>{said.readAt}</a> }]),
        ...(nothing ? [{ label: said.readAt, value: said.noText }] : []),
      ]}
    />
  );
}

/** Said with the force of the document that is changed. */
const isChange = (relation: Relation) => relation === 'amends' || relation === 'replaces';

function Contents({ parts }: { readonly parts: readonly Part[] }) {
  const named = parts.filter(({ heading }) => heading !== '');
  if (named.length < 4) return null;
  return (
    <details>
      <summary>{said.contents}</summary>
      <ul className="plain">
        {named.map(({ anchor, heading, kind }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{kind === 'article' ? heading : <b>{heading}</b>}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** An article with its own address. */
function Passage({ part: { anchor, kind, heading, body } }: { readonly part: Part }) {
  const Heading = kind === 'article' ? 'h3' : 'h2';
  return (
    <section id={anchor} className="clause">
      {heading !== '' && (
        <Heading>
          <a href={`#${anchor}`}>{heading}</a>
        </Heading>
      )}
      {blocksOf(body).map((block, at) =>
        block.kind === 'text' ? (
          <p key={`${at} ${block.text}`} className={`level-${block.level}`}>
            {block.text}
          </p>
        ) : (
          <Rows key={`${at} bang`} rows={block.rows} label={heading} />
        ),
      )}
    </section>
  );
}

function Rows({ rows, label }: { readonly rows: readonly (readonly string[])[]; readonly label: string }) {
  const frame = { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': label } as const;
  return (
    <div {...frame}>
      <table>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={`${at} ${cells.join(' ')}`}>
              {cells.map((cell, n) => (
                <td key={`${n} ${cell}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
