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
import { detachPaper } from '../files.server.ts';
import { findDossier } from '../one.server.ts';
import { paperKinds } from '../papers.ts';
import { papersText as said } from '../papers.text.ts';
import { dossierProblems } from '../refusals.text.ts';
import { Attach, Basis, Files, Matrix, Shared } from './PaperParts.tsx';
import { DossierPage } from './DossierPage.tsx';
import type { Route } from './+types/papers.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const found = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier, nominees } = found;
  const papers = await papersSeen(db, dossier, nominees, plainDateIn(clock()));
  const query = new URL(args.request.url).searchParams;
  const asked = { kind: query.get('loai') ?? '', whose: query.get('cua') ?? '' };
  return { dossier, nominees, papers, asked, newId: newId(), done: query.get('da') };
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

const told: Readonly<Record<string, string>> = { attach: said.attached, detach: said.detached };

export default function Papers({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, nominees, papers, asked, done } = loaderData;
  const { complete } = papers;
  const mayAttach = dossier.moves.includes('attach');
  const sentence = done === null ? undefined : told[done];
  return (
    <DossierPage dossier={dossier} part="papers">
      {!actionData && sentence && <Notice kind="success">{sentence}</Notice>}
      <Notice kind={complete.missing > 0 ? 'warning' : 'info'}>
        {complete.missing > 0 ? said.missing(complete.missing) : said.complete}
      </Notice>
      <Shared complete={complete} />
      <Matrix complete={complete} dossierId={dossier.id} mayAttach={mayAttach} />
      <Files files={papers.files} nominees={nominees} mayDetach={mayAttach} />
      {mayAttach && (
        <Attach
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
        </p>
      )}
      <Basis listed={papers.listed} />
    </DossierPage>
  );
}
