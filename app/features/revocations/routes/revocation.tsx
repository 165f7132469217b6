import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { deedIn, doOnRevocation } from '../deeds.server.ts';
import { findRevocation } from '../list.server.ts';
import { revocationLook } from '../stage-look.ts';
import { doneText, revocationProblems, revocationStageText, revocationText as said } from '../text.ts';
import { RevocationActs } from './RevocationActs.tsx';
import { RecallItems } from './RecallItems.tsx';
import { EvidenceOf, Told } from './RevocationParts.tsx';
import type { Route } from './+types/revocation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const one = (await findRevocation(db, person, askedId(args.params.revocationId))) ?? pageNotFound();
  return { one, today: plainDateIn(clock()), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const deed = deedIn(typed.fields);
  const result = await doOnRevocation(edge, askedId(args.params.revocationId), typed, act);
  if (result.ok) return redirect(`/khen-thuong/huy-bo/${result.value.id}?da=${deed}`);
  const answer = { deed, fields: typed.fields, problems: revocationProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function Revocation({ loaderData, actionData }: Route.ComponentProps) {
  const { one, today, done } = loaderData;
  const { revocation } = one;
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
      <RevocationActs revocation={revocation} refused={actionData} />
      {(revocation.stage === 'decided' || revocation.stage === 'restored') && (
        <RecallItems one={one} today={today} refused={actionData} />
      )}
      <EvidenceOf one={one} refused={actionData} />
    </Page>
  );
}
