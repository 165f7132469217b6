import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { doOnInspection } from '../deeds.server.ts';
import { findInspection } from '../one.server.ts';
import { inspectionLook } from '../stage-look.ts';
import { inspectionProblems, inspectionsText, inspectionStageText, sayProblem } from '../text.ts';
import { InspectionActs, Papers } from './InspectionActs.tsx';
import { FindingsOf, InspectionFacts, MinutesOf } from './InspectionParts.tsx';
import type { Route } from './+types/inspection.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.inspectionId), today: plainDateIn(clock()) };
  const one = (await findInspection(db, person, asked)) ?? pageNotFound();
  return { one, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.inspectionId);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnInspection(edge, id, typed, act);
  if (result.ok) return redirect(`/kiem-tra/${id}?da=${deed}`);
  const { refusal } = result;
  const answer = { fields: typed.fields, deed, isRace: false, problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

export default function Inspection({ loaderData, actionData }: Route.ComponentProps) {
  const { one, done } = loaderData;
  const { inspection } = one;
  const said = done ? inspectionsText.done[done] : undefined;
  return (
    <Page
      title={inspection.title}
      lead={inspection.unitName}
      trail={[{ label: inspectionsText.title, href: '/kiem-tra' }]}
      action={<Stage stage={inspectionLook[inspection.stage]} word={inspectionStageText[inspection.stage]} />}
    >
      <title>{inspection.title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {actionData?.deed === 'issue' && <Notice kind="refusal">{actionData.problems.map(sayProblem).join(' ')}</Notice>}
      {inspection.stage === 'cancelled' && inspection.cancelReason && (
        <Notice kind="warning" title={inspectionStageText.cancelled}>
          {inspection.cancelReason}
        </Notice>
      )}
      <InspectionFacts one={one} />
      <MinutesOf one={one} />
      <FindingsOf one={one} />
      <InspectionActs one={one} refused={actionData} />
      <Papers one={one} refused={actionData} />
    </Page>
  );
}
