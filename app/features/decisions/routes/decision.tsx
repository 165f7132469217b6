import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { dateText } from '../../../ui/moment.ts';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { deedIn, doOnDecision } from '../deeds.server.ts';
import { SignedPapers } from '../SignedPapers.tsx';
import { SigningWaits } from '../SigningForms.tsx';
import { findDecision } from '../one.server.ts';
import { decisionLook } from '../stage-look.ts';
import { decisionProblems, decisionStageText, decisionsText as said } from '../text.ts';
import { Annexes } from './Annexes.tsx';
import { Content } from './Content.tsx';
import { DecisionActs } from './DecisionActs.tsx';
import { Lines } from './Lines.tsx';
import type { Route } from './+types/decision.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, config } = edge.services;
  const one =
    (await findDecision(db, person, askedId(args.params.decisionId), plainDateIn(edge.services.clock()))) ??
    pageNotFound();
  return { ...one, newId: newId(), mode: config.signing.mode, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.decisionId);
  const sent = await typedIn(args.request);
  const result = await doOnDecision(edge, id, sent, act);
  const deed = deedIn(sent.fields);
  if (result.ok) return redirect(`/khen-thuong/quyet-dinh/${id}?da=${result.value === 'waiting' ? 'waiting' : deed}`);
  const { refusal } = result;
  const problems = decisionProblems(refusal, deed ?? '');
  return data({ fields: sent.fields, deed, problems }, { status: statusOf(refusal) });
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, lines, waiting, annexes, shares, mode, done } = loaderData;
  const told = done !== null && done in said.done ? said.done[done as keyof typeof said.done] : undefined;
  const base = `/khen-thuong/quyet-dinh/${decision.id}/tai`;
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const mayJudge = decision.moves.includes('judge') || decision.moves.includes('change');
  return (
    <Page
      title={decision.content.about}
      lead={[
        said.numberOf(decision.number, decision.content.symbol),
        decision.decidedOn === null ? '' : dateText(decision.decidedOn),
        decision.unitName,
      ]
        .filter(Boolean)
        .join(' · ')}
      trail={[{ label: said.title, href: '/khen-thuong/quyet-dinh' }]}
      action={<Stage stage={decisionLook[decision.stage]} word={decisionStageText[decision.stage]} />}
    >
      <title>{decision.content.about}</title>
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {decision.begunBy !== null && <Notice kind="info">{said.takenOver(decision.begunBy, decision.unitName)}</Notice>}
      {decision.returnReason !== null && decision.stage === 'draft' && (
        <Notice kind="warning" title={said.returned}>
          {decision.returnReason}
        </Notice>
      )}
      {decision.withdrawReason !== null && (
        <Notice kind="warning" title={said.withdrawnBecause}>
          {decision.withdrawReason}
        </Notice>
      )}
      {mode === 'development' && decision.stage !== 'draft' && <Notice kind="info">{said.trial}</Notice>}
      {waiting && (
        <SigningWaits
          href={`${base}/cho-ky.pdf`}
          version={decision.version}
          waiting={waiting}
          mayTake={decision.moves.includes(waiting.part === 'person' ? 'sign' : 'seal')}
          mode={mode}
        />
      )}
      <DecisionActs decision={decision} mode={mode} refused={actionData} />
      <SignedPapers
        {...decision}
        base={base}
        word={`${base}/du-thao.docx`}
        pdf={`${base}/du-thao.pdf`}
        more={[
          { href: `${base}/to-trinh.docx`, label: said.submission },
          { href: `${base}/to-trinh.pdf`, label: said.submissionPdf },
          ...(decision.stage === 'issued'
            ? [{ href: `/khen-thuong/bang?quyet-dinh=${decision.id}`, label: said.certificates }]
            : []),
        ]}
      />
      <Annexes decision={decision} annexes={annexes} mode={mode} newId={loaderData.newId} refused={actionData} />
      <Lines decision={decision} lines={lines} mayJudge={mayJudge} refused={actionData} />
      {lines.length > 0 && <FairnessShares shares={shares} title={said.shares} />}
      <Content decision={decision} refused={actionData} />
    </Page>
  );
}
