import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { deedIn, doOnDossier } from '../deeds.server.ts';
import { findNominables } from '../nominable.server.ts';
import { findDossier } from '../one.server.ts';
import { faultsOf } from '../ready.ts';
import { awardsFor } from '../receiving.ts';
import { dossierFaultText, dossierProblems } from '../refusals.text.ts';
import { dossierLook } from '../stage-look.ts';
import { dossiersText as said, dossierStageText, doneText } from '../text.ts';
import { Acts } from './Acts.tsx';
import { About, Told } from './DossierParts.tsx';
import { AddNominee, Nominees } from './Nominees.tsx';
import type { Route } from './+types/dossier.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier, nominees } = one;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('tim') ?? '';
  const mayChange = dossier.moves.includes('change');
  const found = mayChange ? await findNominables(db, person, { words: asked, unitId: dossier.unitId }) : [];
  const faults = mayChange ? faultsOf(nominees) : [];
  return { one, asked, found, faults, newId: newId(), done: query.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const deed = deedIn(fields);
  const result = await act(edge, (context) => doOnDossier(context, askedId(args.params.dossierId), fields));
  if (result.ok) return redirect(`/khen-thuong/ho-so/${result.value.id}?da=${deed}`);
  const answer = { deed, fields, problems: dossierProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

/** Deeds whose refusal stands on their own form; others are told at the top. */
const withForm = ['return', 'back', 'refuse', 'confirm', 'add', 'change-nominee'] as const;

export default function Dossier({ loaderData, actionData }: Route.ComponentProps) {
  const { one, asked, found, faults, done } = loaderData;
  const { dossier, nominees } = one;
  const isAtTop = actionData && !withForm.some((deed) => deed === actionData.deed);
  const told = done === null ? undefined : doneText[done];
  const awards = awardsFor({
    isToRoot: dossier.isToRoot,
    simplified: dossier.simplified,
    awardCodes: dossier.awardCodes,
  });
  return (
    <Page
      title={dossier.title}
      lead={said.of(dossier.unitName, dossier.kind, dossier.year)}
      trail={[{ label: said.title, href: '/khen-thuong/ho-so' }]}
      action={<Stage stage={dossierLook[dossier.stage]} word={dossierStageText[dossier.stage]} />}
    >
      <title>{dossier.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {isAtTop && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      <Told dossier={dossier} />
      {faults.length > 0 && !isAtTop && (
        <Notice kind="info" title={said.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={dossierFaultText(fault)}>{dossierFaultText(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Acts dossier={dossier} refused={actionData} />
      <About one={one} />
      <Nominees dossier={dossier} nominees={nominees} awards={awards} refused={actionData} />
      {dossier.moves.includes('change') && (
        <AddNominee
          dossier={dossier}
          awards={awards}
          asked={asked}
          found={found}
          newId={loaderData.newId}
          refused={actionData}
        />
      )}
    </Page>
  );
}
