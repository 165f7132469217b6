import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { dayOf, onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { findPlan } from '../one.server.ts';
import { doOnPlan } from '../plan-deeds.server.ts';
import { planMoves } from '../procedure.ts';
import { planLook } from '../stage-look.ts';
import { faultsOf } from '../task.ts';
import { planProblems, plansText, planStageText } from '../text.ts';
import { PlanActs } from './PlanActs.tsx';
import { PlanFaults } from './PlanFaults.tsx';
import { PlanCriteria, PlanEditions, PlanFacts, PlanFiles, PlanPapers, PlanPledges } from './PlanParts.tsx';
import { PlanTasks } from './PlanTasks.tsx';
import type { Route } from './+types/plan.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const query = { id: askedId(args.params.planId), today: day.today };
  const known = await findPlan(db, person, { ...query, knownOn: day.known });
  // On a day before it was approved there is nothing to show, and the page says so.
  const one = known ?? (day.known ? await findPlan(db, person, query) : undefined) ?? pageNotFound();
  const done = new URL(args.request.url).searchParams.get('da');
  const faults = one.plan.moves.includes('submit') && !day.known ? faultsOf(one.plan, one.plan.tasks) : [];
  return { one, faults, asked, known: day.known, day: dayOf(day), isTooEarly: !known, newId: newId(), done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnPlan(edge, askedId(args.params.planId), typed, act);
  if (result.ok) return redirect(`/ke-hoach/${result.value.id}?da=${deed}`);
  const { refusal } = result;
  return data({ fields: typed.fields, deed, problems: planProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { one, asked, known, isTooEarly } = loaderData;
  const { plan } = one;
  const path = `/ke-hoach/${plan.id}`;
  return (
    <Page
      title={plan.title}
      lead={`${plan.unitName} · ${plan.aboutName}`}
      trail={[{ label: plansText.title, href: onDay('/ke-hoach', known) }]}
      action={<Stage stage={planLook[plan.stage]} word={planStageText[plan.stage]} />}
    >
      <title>{plan.title}</title>
      <DayNotice asked={asked} path={path} />
      {isTooEarly ? (
        <Empty what={plansText.tooEarly} why={plansText.tooEarlyWhy} />
      ) : (
        <PlanBody loaderData={loaderData} actionData={actionData} />
      )}
      {plan.stage === 'approved' && <DayChoice asked={asked} path={path} />}
    </Page>
  );
}

type BodyProps = Pick<Route.ComponentProps, 'loaderData'> & {
  readonly actionData: Route.ComponentProps['actionData'] | undefined;
};

function PlanBody({ loaderData, actionData }: BodyProps) {
  const { one, faults, day, newId: mintedId, done } = loaderData;
  const { plan, papers, pledges, criteria, editions } = one;
  const move = planMoves.find((each) => each === done);
  const isWay = actionData && ['submit', 'recall', 'withdraw', 'change'].includes(actionData.deed);
  return (
    <>
      {!actionData && done === 'task' && <Notice kind="success">{plansText.taskSaved}</Notice>}
      {!actionData && done === 'task-removed' && <Notice kind="success">{plansText.taskRemoved}</Notice>}
      {!actionData && done === 'weights' && <Notice kind="success">{plansText.weightsSaved}</Notice>}
      {!actionData && move && <Notice kind="success">{plansText.saved(move)}</Notice>}
      {isWay && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      {plan.isSuperseded && <Notice kind="info">{plansText.superseded}</Notice>}
      {plan.stage === 'returned' && plan.returnReason && (
        <Notice kind="warning" title={plansText.returned}>
          {plan.returnReason}
        </Notice>
      )}
      {!isWay && <PlanFaults plan={plan} faults={faults} />}
      <PlanFacts plan={plan} />
      <PlanFiles plan={plan} />
      <PlanTasks plan={plan} tasks={plan.tasks} today={day} />
      <PlanActs plan={plan} editions={editions} newId={mintedId} refused={actionData} />
      <PlanCriteria plan={plan} criteria={criteria} />
      <PlanPledges plan={plan} pledges={pledges} />
      <PlanPapers plan={plan} papers={papers} refused={actionData} />
      <PlanEditions plan={plan} editions={editions} />
    </>
  );
}
