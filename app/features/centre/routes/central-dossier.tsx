import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { movesAs } from '../../dossiers/owners.ts';
import { dossierMoveText } from '../../dossiers/text.ts';
import { deedIn, doAtCentre } from '../deeds.server.ts';
import { centralDossiers, isOut } from '../list.server.ts';
import { prepare } from '../package.server.ts';
import { checkSubmissions } from '../signed-submission.server.ts';
import { centreProblems, centreText as said, missingText, standingText } from '../text.ts';
import { Packages } from './Packages.tsx';
import { ResultForm } from './ResultForm.tsx';
import { SendForm } from './SendForm.tsx';
import { Submission } from './Submission.tsx';
import type { Route } from './+types/central-dossier.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.dossierId);
  const [found] = await centralDossiers(db, person, { today: plainDateIn(clock()), id });
  const dossier = found ?? pageNotFound();
  const prepared = (await prepare(db, person, id, clock())) ?? pageNotFound();
  const nominees = prepared.printed.nominees.map(({ id: nomineeId, name, awardCode, outcome, outcomeReason }) => ({
    id: nomineeId,
    name,
    awardCode,
    outcome,
    outcomeReason,
  }));
  const moves = movesAs('centre', dossier, person);
  const done = new URL(args.request.url).searchParams.get('da');
  return {
    dossier,
    missing: prepared.missing,
    checked: dossier.stage === 'at_centre' ? await checkSubmissions(edge.services, prepared.submissions) : [],
    mayAttach: movesAs('dossiers', dossier, person).includes('attach'),
    isCut: prepared.isCut,
    nominees,
    mayEnter: moves.includes('enter_result') && isOut(dossier),
    waitsForSending: moves.includes('enter_result') && !isOut(dossier),
    maySignOff: moves.includes('send_up'),
    newId: newId(),
    done,
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const deed = deedIn(fields);
  const result = await doAtCentre(edge, { person, dossierId, fields, uploads }, act);
  if (result.ok) return redirect(`/khen-thuong/trung-uong/${dossierId}?da=${deed}`);
  return data({ deed, fields, problems: centreProblems(result.refusal, deed) }, { status: statusOf(result.refusal) });
}

export default function CentralDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier, missing, isCut, nominees, mayEnter, waitsForSending, maySignOff, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const isHere = dossier.stage === 'at_centre';
  const maySend =
    dossier.mayKeep && isHere && !isCut && (dossier.standing === 'to_send' || dossier.standing === 'returned');
  return (
    <Page
      title={dossier.title}
      lead={`${dossier.code}, ${dossier.unitName}. ${standingText[dossier.standing]}.`}
      trail={[{ label: said.title, href: '/khen-thuong/trung-uong' }]}
    >
      <title>{dossier.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      <Pairs
        pairs={[
          { label: said.awards, value: dossier.awardCodes.map(awardName).join('; ') },
          { label: said.due, value: dossier.due ? said.dueText(dossier.due) : said.noTerm },
        ]}
      />
      <section>
        <h2>{said.parts}</h2>
        {missing.length === 0 ? (
          <p>{said.complete}</p>
        ) : (
          <Notice kind="warning" title={said.incomplete(missing.length)}>
            <ul>
              {missing.map((one) => (
                <li key={missingText(one)}>{missingText(one)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <p className="acts">
          <a href={`/khen-thuong/trung-uong/${dossier.id}/goi.zip`}>{said.download}</a>
          <a href={`/khen-thuong/ho-so/${dossier.id}`}>{said.dossier}</a>
          {loaderData.mayAttach && isHere && <a href={`/khen-thuong/ho-so/${dossier.id}/giay-to`}>{said.more}</a>}
        </p>
        <p className="muted">{said.secret}</p>
        {isCut && <p>{said.cut}</p>}
        {dossier.mayKeep && dossier.stage !== 'at_centre' && dossier.stage !== 'issued' && <p>{said.needsApproval}</p>}
      </section>
      {maySignOff && (
        <Form version={dossier.version} hidden={{ viec: 'sign_off' }}>
          <p>{said.signOffNote}</p>
          <Button>{dossierMoveText.send_up}</Button>
        </Form>
      )}
      {isHere && !isCut && (
        <Submission
          dossierId={dossier.id}
          newId={loaderData.newId}
          checked={loaderData.checked}
          mayAttach={loaderData.mayAttach}
          refused={actionData}
        />
      )}
      {maySend && <SendForm id={loaderData.newId} version={dossier.version} refused={actionData} />}
      <Packages dossier={dossier} isCut={isCut} refused={actionData} />
      {nominees.length > 0 && <ResultForm {...{ dossier, nominees, mayEnter, waitsForSending, refused: actionData }} />}
    </Page>
  );
}
