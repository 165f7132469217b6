import { plainDateIn } from '../../../kernel/calendar.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { isInForce } from '../document.ts';
import { blocksOf } from '../parts.ts';
import type { Part } from '../parts.ts';
import type { OneDocument } from '../reading.server.ts';
import { findDocument, mayAddDocuments } from '../reading.server.ts';
import { kindText, libraryText as said, verificationText } from '../text.ts';
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
  const { document, parts, editions } = one;
  const newest = editions[0]?.edition ?? document.edition;
  return (
    <Page
      title={document.title}
      lead={[kindText[document.kind], document.number, document.issuer].filter(Boolean).join(' · ')}
      trail={[{ label: said.title, href: '/thu-vien' }]}
      action={
        mayAdd && (
          <LinkButton href={`/thu-vien/${document.code}/ban-moi`} kind="second">
            {said.addEdition}
          </LinkButton>
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
      {!isInForce(document, today) && document.inForceUntil !== null && <Notice kind="warning">{said.ended}</Notice>}
      <Known one={one} />
      <Contents parts={parts} />
      {parts.map((part) => (
        <Passage key={part.anchor} part={part} />
      ))}
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

function Known({ one: { document, links, files } }: { readonly one: OneDocument }) {
  const { page, hasText } = document;
  const nothing = !hasText && page === null && files.length === 0;
  return (
    <Pairs
      pairs={[
        { label: said.number, value: document.number || said.unknown },
        { label: said.issuer, value: document.issuer },
        { label: said.issuedOn, value: said.issued(document.issuedOn) },
        { label: said.inForce, value: said.force(document.inForceFrom, document.inForceUntil) },
        { label: said.state, value: verificationText[document.state] },
        { label: said.source, value: document.source },
        ...links.map(({ relation, isFrom, code, title }) => ({
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
