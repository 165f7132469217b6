import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { FrozenContent } from '../consolidation.ts';
import { findEdition } from '../content.server.ts';
import { sourceText } from '../paper.text.ts';
import type { Piece, Placement, Together } from '../pieces.ts';
import { textOf, together } from '../pieces.ts';
import { editionText, listText, oneText } from '../text.ts';
import { FigureTable, Words } from './PieceView.tsx';
import type { Route } from './+types/edition.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const asked = { id: args.params.id, number: Number(args.params.number) || 0 };
  const edition = (await findEdition(edge.services.db, person, asked)) ?? pageNotFound();
  return { id: args.params.id, edition };
}

/** A report as it was frozen, each paragraph and table with its source. */
export default function EditionPage({ loaderData }: Route.ComponentProps) {
  const { id, edition } = loaderData;
  const { number, content, frozenBy, frozenAt, isWhole } = edition;
  const at = `/bao-cao-tong-hop/${id}/ban/${number}`;
  return (
    <Page
      title={`${content.title}: ${editionText.title(number)}`}
      lead={editionText.lead(frozenBy, frozenAt)}
      trail={[
        { label: listText.title, href: '/bao-cao-tong-hop' },
        { label: content.title, href: `/bao-cao-tong-hop/${id}` },
      ]}
    >
      <title>{editionText.title(number)}</title>
      {isWhole ? (
        <Notice kind="info">{editionText.whole}</Notice>
      ) : (
        <Notice kind="refusal">{editionText.broken}</Notice>
      )}
      <Actions>
        <LinkButton kind="second" href={`${at}/docx`}>
          {oneText.word}
        </LinkButton>
        <LinkButton kind="second" href={`${at}/pdf`}>
          {oneText.pdf}
        </LinkButton>
      </Actions>
      <Placed content={content} placement="body" />
      {content.parts.some(({ pieces }) => pieces.some(({ placement }) => placement === 'annex')) && (
        <>
          <h2>{editionText.annexes}</h2>
          <Placed content={content} placement="annex" />
        </>
      )}
      <details>
        <summary>{editionText.inputs(content.inputs.length)}</summary>
        <ul>
          {content.inputs.map(({ label, digest }) => (
            <li key={`${label} ${digest}`}>
              {label}: <code>{digest.slice(0, 16)}</code>
            </li>
          ))}
        </ul>
      </details>
    </Page>
  );
}

function Placed({ content, placement }: { readonly content: FrozenContent; readonly placement: Placement }) {
  const parts = content.parts.map((part) => ({
    ...part,
    pieces: part.pieces.filter((piece) => piece.placement === placement),
  }));
  return parts
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ key, heading, pieces }) => (
      <section key={key}>
        <h2>{heading}</h2>
        {together(pieces).map((group) => (
          <FrozenPiece key={group[0].id} group={group} />
        ))}
      </section>
    ));
}

function FrozenPiece({ group }: { readonly group: Together<Piece> }) {
  const [piece] = group;
  const { content } = piece;
  return (
    <div className="piece">
      {content === null ? <Words text={textOf(piece)} /> : <FigureTable content={content} />}
      {group.map(({ id, source, body }) => (
        <p className="muted" key={id}>
          {sourceText(source)}
          {body !== null && source.kind !== 'own' && ` (${editionText.editedMark})`}
        </p>
      ))}
    </div>
  );
}
