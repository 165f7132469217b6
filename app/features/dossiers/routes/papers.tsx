import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { Result } from '../../../kernel/result.ts';
import { refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import type { Typed } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { papersSeen } from '../completeness.server.ts';
import { attachUpload } from '../attaching.server.ts';
import { lackingShown } from '../editions.server.ts';
import { detachPaper } from '../files.server.ts';
import { awaitedIn } from '../lacking.server.ts';
import { isAwaited } from '../late-papers.ts';
import type { ListedDossier } from '../list.server.ts';
import { findDossier } from '../one.server.ts';
import type { PaperKind } from '../papers.ts';
import { paperKinds } from '../papers.ts';
import { minutesText } from '../minutes.text.ts';
import { lackingWords, papersText as said } from '../papers.text.ts';
import { dossierProblems } from '../refusals.text.ts';
import { Attach, Basis, Files, Matrix, Shared } from './PaperParts.tsx';
import { DossierPage } from './DossierPage.tsx';
import { Lacked } from './DossierParts.tsx';
import type { Route } from './+types/papers.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const found = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier, nominees } = found;
  const [papers, lacked, awaited] = await Promise.all([
    papersSeen(db, dossier, nominees, plainDateIn(clock())),
    lackingShown(db, dossier),
    dossier.moves.includes('supplement') ? awaitedIn(db, dossier) : [],
  ]);
  const query = new URL(args.request.url).searchParams;
  const asked = { kind: query.get('loai') ?? '', whose: query.get('cua') ?? '' };
  return { dossier, nominees, papers, lacked, awaited, asked, newId: newId(), done: query.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const done = await deed(edge, dossierId, typed);
  if (done.ok) return redirect(`/khen-thuong/ho-so/${dossierId}/giay-to?da=${typed.fields['viec']}`);
  const answer = { fields: typed.fields, problems: dossierProblems(done.refusal) };
  return data(answer, { status: statusOf(done.refusal) });
}

async function deed(edge: Edge, dossierId: string, { fields, uploads }: Typed): Promise<Result<unknown>> {
  if (fields['viec'] === 'detach')
    return act(edge, (context) => detachPaper(context, { dossierId, attachmentId: askedId(fields['ma']) }));
  const paper = paperKinds.find((each) => each === fields['loai']);
  if (fields['viec'] !== 'attach' || !paper) return refuse({ kind: 'not_there' });
  const nomineeId = fields['cua'] ? askedId(fields['cua']) : null;
  return attachUpload(edge, { attachmentId: mintedId(fields['ma']), dossierId, nomineeId, paper, uploads });
}

/** Of what was handed in: papers that came after that. */
const lateFrom = ({ stage, submittedAt }: ListedDossier) =>
  stage === 'draft' || stage === 'returned' ? null : submittedAt;

const told: Readonly<Record<string, string>> = { attach: said.attached, detach: said.detached };

export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, nominees, papers, awaited, asked, done } = loaderData;
  const { complete } = papers;
  const mayAttach = dossier.moves.includes('attach');
  const isLate = awaited === 'any' || awaited.length > 0;
  const opens = (kind: PaperKind, name: string) => mayAttach || isAwaited(awaited, kind, name);
  const sentence = done === 'attach' && isLate ? said.supplemented : done === null ? undefined : told[done];
  return (
    <DossierPage dossier={dossier} part="papers">
      {!actionData && sentence && <Notice kind="success">{sentence}</Notice>}
      <Notice kind={complete.missing > 0 ? 'warning' : 'info'}>
        {complete.missing > 0 ? said.missing(complete.missing) : said.complete}
      </Notice>
      <Lacked lacked={loaderData.lacked} />
      <Shared complete={complete} />
      <Matrix complete={complete} dossierId={dossier.id} opens={opens} isWritten={mayAttach} />
      <Files files={papers.files} nominees={nominees} mayDetach={mayAttach} lateFrom={lateFrom(dossier)} />
      {(mayAttach || isLate) && (
        <Attach
          late={isLate ? awaited : undefined}
          fields={actionData?.fields ?? { loai: asked.kind, cua: asked.whose }}
          problems={actionData?.problems ?? []}
          nominees={nominees}
          newId={loaderData.newId}
        />
      )}
      {nominees.length > 0 && (
        <p className="acts">
          <a href={`/khen-thuong/ho-so/${dossier.id}/to-trinh/docx`}>{said.submissionWord}</a>
          <a href={`/khen-thuong/ho-so/${dossier.id}/to-trinh/pdf`}>{said.submissionPdf}</a>
          <a href={`/khen-thuong/ho-so/${dossier.id}/bien-ban/docx`}>{minutesText.word}</a>
          <a href={`/khen-thuong/ho-so/${dossier.id}/bien-ban/pdf`}>{minutesText.pdf}</a>
        </p>
      )}
      {mayAttach && nominees.length > 0 && <p className="muted">{minutesText.lead}</p>}
      <Basis listed={papers.listed} />
      <p className="muted">{lackingWords.basis}</p>
    </DossierPage>
  );
}
