import { data, redirect } from 'react-router';
import { holdingFor } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { unitChoices } from '../../register/choices.server.ts';
import { sharesOf } from '../../register/fairness.server.ts';
import { clocksOn, runningFor } from '../clocks.server.ts';
import { papersSeen } from '../completeness.server.ts';
import { deedIn, doOnDossier } from '../deeds.server.ts';
import { findNominables } from '../nominable.server.ts';
import { lackingShown } from '../editions.server.ts';
import { awaitedOf } from '../late-papers.ts';
import { findDossier } from '../one.server.ts';
import { isReceivedThere } from '../receivers.server.ts';
import { kinOf } from '../split-kin.server.ts';
import { lookText } from '../looking.text.ts';
import { papersText } from '../papers.text.ts';
import { writingRoles } from '../procedure.ts';
import { asksWhy, faultsOf } from '../ready.ts';
import { awardsFor } from '../receiving.ts';
import { dossierFaultText, dossierProblems } from '../refusals.text.ts';
import { doneText, dossiersText as said, splitText } from '../text.ts';
import { warningsFor } from '../warnings.server.ts';
import { Acts } from './Acts.tsx';
import { AddNominee } from './AddNominee.tsx';
import { DossierPage } from './DossierPage.tsx';
import { About, Lacked, Told } from './DossierParts.tsx';
import { Kin } from './Kin.tsx';
import { Nominees } from './Nominees.tsx';
import type { Route } from './+types/dossier.ts';

/** Each is looked at in the register: of thousands only those of the page. */
const shownAtOnce = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = (await findDossier(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  const { dossier, nominees } = one;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('tim') ?? '';
  const mayChange = dossier.moves.includes('change');
  const last = Math.max(1, Math.ceil(nominees.length / shownAtOnce));
  const page = Math.min(last, readPage(query.toString()));
  const listed = nominees.slice((page - 1) * shownAtOnce, page * shownAtOnce);
  const isBefore = dossier.moves.includes('submit') || dossier.stage === 'submitted';
  const [warnings, papers, clocks, shares, kin, lacked, isReceived] = await Promise.all([
    warningsFor(db, person, dossier, { nominees: listed, today }),
    papersSeen(db, dossier, nominees, today),
    clocksOn(db, today),
    sharesOf(
      db,
      nominees.map(({ holderId }) => holderId),
    ),
    kinOf(db, person, dossier.id),
    lackingShown(db, dossier),
    !isBefore || isReceivedThere(db, dossier.toUnitId, today),
  ]);
  const found = mayChange ? await findNominables(db, person, { words: asked, unitId: dossier.unitId }) : [];
  const units = mayChange ? await unitChoices(db, person) : [];
  const running = runningFor(clocks, dossier);
  const faults = mayChange ? faultsOf(nominees, dossier, papers.complete.lacking) : [];
  const { missing, lacking } = papers.complete;
  const isOwn = writingRoles.some((role) => holdingFor(person, role, dossier.places.unit));
  const done = query.get('da');
  return {
    one,
    isOwn,
    asked,
    found,
    units,
    faults,
    listed,
    paging: { page, size: shownAtOnce, total: nominees.length },
    kin,
    warnings: [...warnings],
    missing,
    lacking: asksWhy(dossier, lacking) ? lacking : [],
    lacked,
    isReceived,
    isAwaiting: dossier.moves.includes('supplement') && awaitedOf(dossier, lacked).length > 0,
    running,
    shares,
    newId: newId(),
    done,
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const deed = deedIn(fields);
  const id = askedId(args.params.dossierId);
  const result = await act(edge, (context) => doOnDossier(context, edge.services.seal, { id, fields }));
  if (result.ok) return redirect(`/khen-thuong/ho-so/${id}?da=${deed}`);
  const answer = { deed, fields, problems: dossierProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

/** Deeds whose refusal stands on their own form; others are told at the top. */
const withForm = ['return', 'confirm', 'add', 'create', 'change-nominee'] as const;
const hasForm = (deed: string | undefined, lacking: readonly unknown[]) =>
  withForm.some((each) => each === deed) || (deed === 'submit' && lacking.length > 0);

export default function Dossier({ loaderData, actionData }: Route.ComponentProps) {
  const { one, isOwn, asked, found, units, faults, missing, running, shares, done } = loaderData;
  const { dossier, nominees } = one;
  const isAtTop = actionData && !hasForm(actionData.deed, loaderData.lacking);
  const told = done === null ? undefined : doneText[done];
  const awards = awardsFor(dossier);
  return (
    <DossierPage dossier={dossier} part="dossier">
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {isAtTop && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      <Told dossier={dossier} />
      {!loaderData.isReceived && <Notice kind="warning">{said.nobodyReceives(dossier.toUnitName)}</Notice>}
      <Lacked lacked={loaderData.lacked} />
      {(faults.length > 0 || (dossier.moves.includes('submit') && missing > 0)) && !isAtTop && (
        <Notice kind="info" title={said.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={dossierFaultText(fault)}>
                {dossierFaultText(fault)}{' '}
                {fault.kind === 'awards_apart' && (
                  <a href={`/khen-thuong/ho-so/${dossier.id}/tach`}>{splitText.link}</a>
                )}
              </li>
            ))}
            {missing > 0 && (
              <li>
                <a href={`/khen-thuong/ho-so/${dossier.id}/giay-to`}>{papersText.missing(missing)}</a>
              </li>
            )}
          </ul>
        </Notice>
      )}
      <Acts dossier={dossier} lacking={loaderData.lacking} isAwaiting={loaderData.isAwaiting} refused={actionData} />
      <About one={one} running={running} isOwn={isOwn} />
      <Kin kin={loaderData.kin} />
      <Nominees
        dossier={dossier}
        nominees={loaderData.listed}
        paging={loaderData.paging}
        awards={[...awards.here, ...awards.apart]}
        warnings={new Map(loaderData.warnings)}
        refused={actionData}
      />
      {nominees.length > 0 && (
        <p>
          <a href={`/khen-thuong/ho-so/giong-nhau?ho-so=${dossier.id}`}>{lookText.link}</a>
        </p>
      )}
      {nominees.length > 0 && <FairnessShares shares={shares} />}
      {dossier.moves.includes('change') && (
        <AddNominee
          dossier={dossier}
          awards={awards}
          asked={asked}
          found={found}
          units={units}
          newId={loaderData.newId}
          refused={actionData}
        />
      )}
    </DossierPage>
  );
}
