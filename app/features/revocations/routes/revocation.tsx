import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { SignedPapers } from '../../decisions/SignedPapers.tsx';
import { SigningWaits } from '../../decisions/SigningForms.tsx';
import { decisionsText as signingText } from '../../decisions/text.ts';
import { deedIn, doOnRevocation } from '../deeds.server.ts';
import { findRevocation } from '../list.server.ts';
import { revocationLook } from '../stage-look.ts';
import { doneText, revocationProblems, revocationStageText, revocationText as said } from '../text.ts';
import { RevocationActs } from './RevocationActs.tsx';
import { RecallItems } from './RecallItems.tsx';
import { EvidenceOf, Told } from './RevocationParts.tsx';
import type { ListedRevocation } from '../list.server.ts';
import type { Route } from './+types/revocation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock, config } = edge.services;
  const one = (await findRevocation(db, person, askedId(args.params.revocationId))) ?? pageNotFound();
  const done = new URL(args.request.url).searchParams.get('da');
  return { one, today: plainDateIn(clock()), mode: config.signing.mode, name: person.name, done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const deed = deedIn(typed.fields);
  const id = askedId(args.params.revocationId);
  const result = await doOnRevocation(edge, id, typed, act);
  if (result.ok) return redirect(`/khen-thuong/huy-bo/${id}?da=${result.value === 'waiting' ? 'waiting' : deed}`);
  const answer = { deed, fields: typed.fields, problems: revocationProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

/** Drafted from the appraisal on; what the centre decided has no paper of ours. */
const hasPaper = ({ stage, paper }: ListedRevocation) => stage === 'appraised' || paper !== null;

export default function Revocation({ loaderData, actionData }: Route.ComponentProps) {
  const { one, today, mode, name, done } = loaderData;
  const { revocation, waiting } = one;
  const base = `/khen-thuong/huy-bo/${revocation.id}`;
  const told = done === null ? undefined : doneText[done];
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  return (
    <Page
      title={said.of(revocation)}
      lead={revocation.holderUnitName}
      trail={[{ label: said.title, href: '/khen-thuong/huy-bo' }]}
      action={<Stage stage={revocationLook[revocation.stage]} word={revocationStageText[revocation.stage]} />}
    >
      <title>{said.of(revocation)}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      <Told one={one} />
      {mode === 'development' && revocation.paper !== null && <Notice kind="info">{signingText.trial}</Notice>}
      {waiting && (
        <SigningWaits
          href={`${base}/tai/cho-ky.pdf`}
          version={revocation.version}
          waiting={waiting}
          mayTake={revocation.moves.includes(waiting.part === 'person' ? 'sign' : 'seal')}
          mode={mode}
        />
      )}
      <RevocationActs revocation={revocation} mode={mode} signer={name} refused={actionData} />
      {revocation.isInside && hasPaper(revocation) && (
        <section>
          <h2>{said.papers}</h2>
          <SignedPapers {...revocation} base={`${base}/tai`} word={`${base}/in/docx`} pdf={`${base}/in/pdf`} />
        </section>
      )}
      {(revocation.stage === 'decided' || revocation.stage === 'restored') && (
        <RecallItems one={one} today={today} refused={actionData} />
      )}
      <EvidenceOf one={one} refused={actionData} />
    </Page>
  );
}
