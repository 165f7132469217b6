import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { momentText } from '../../../ui/moment.ts';
import type { Difference, Piece } from '../edition.ts';
import { changedPieces, differencesBetween } from '../edition.ts';
import { editionNow, editionsOf } from '../editions.server.ts';
import { findDossier } from '../one.server.ts';
import { changesText as said, differenceText } from '../papers.text.ts';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/changes.ts';

/** While it is being mended: against what was handed in last; once handed in again: against the time before. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const found = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier } = found;
  const [last, before] = await editionsOf(db, dossier.id);
  const isOpen = dossier.stage === 'draft' || dossier.stage === 'returned';
  const [from, to] = isOpen
    ? [last, { edition: null, at: null, content: await editionNow(db, dossier) }]
    : [before, last];
  if (!from || !to) return { dossier, compared: undefined };
  const at = 'submittedAt' in to ? momentText(to.submittedAt) : null;
  const differences = differencesBetween(from.content, to.content).map(shownOf);
  const heads = { before: said.before(from.edition, momentText(from.submittedAt)), after: said.after(to.edition, at) };
  return { dossier, compared: { ...heads, differences } };
}

function shownOf(one: Difference) {
  const words = differenceText(one);
  if (one.kind === 'text' || one.kind === 'about')
    return { words, pieces: changedPieces(one.before ?? '', one.after ?? '') };
  return { words, pieces: undefined };
}

export default function Changes({ loaderData: { dossier, compared } }: Route.ComponentProps) {
  return (
    <DossierPage dossier={dossier} part="changes">
      <h2>{said.title}</h2>
      {!compared && <p className="muted">{said.onlyOne}</p>}
      {compared?.differences.length === 0 && <p>{said.none}</p>}
      {compared && compared.differences.length > 0 && <p className="muted">{said.legend}</p>}
      {compared?.differences.map(({ words, pieces }) => (
        <section key={words}>
          <h3>{words}</h3>
          {pieces && (
            <div className="pair">
              <Side title={compared.before} pieces={pieces.before} />
              <Side title={compared.after} pieces={pieces.after} />
            </div>
          )}
        </section>
      ))}
    </DossierPage>
  );
}

function Side({ title, pieces }: { readonly title: string; readonly pieces: readonly Piece[] }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <p className="as-typed">
        {pieces.map(({ text, isChanged }, at) => (isChanged ? <mark key={`${at} ${text.length}`}>{text}</mark> : text))}
      </p>
    </section>
  );
}
