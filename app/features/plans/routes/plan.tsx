import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { findPlan } from '../one.server.ts';
import { doOnPlan } from '../plan-deeds.server.ts';
import { planMoves } from '../procedure.ts';
import { planLook } from '../stage-look.ts';
import { faultsOf } from '../task.ts';
import { planFaultText, planProblems, plansText, planStageText } from '../text.ts';
import { PlanActs } from './PlanActs.tsx';
import { PlanCriteria, PlanEditions, PlanFacts, PlanFiles, PlanPapers, PlanPledges } from './PlanParts.tsx';
import { PlanTasks } from './PlanTasks.tsx';
import type { Route } from './+types/plan.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = (await findPlan(db, person, { id: askedId(args.params.planId), today })) ?? pageNotFound();
  const done = new URL(args.request.url).searchParams.get('da');
  const faults = one.plan.moves.includes('submit') ? faultsOf(one.plan, one.tasks) : [];
  return { one, faults, today, newId: newId(), done };
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
  const { one, faults, today, newId: mintedId, done } = loaderData;
  const { plan, tasks, papers, pledges, criteria, editions } = one;
  const move = planMoves.find((each) => each === done);
  const isWay = actionData && ['submit', 'recall', 'withdraw', 'change'].includes(actionData.deed);
  return (
    <Page
      title={plan.title}
      lead={`${plan.unitName} · ${plan.aboutName}`}
      trail={[{ label: plansText.title, href: '/ke-hoach' }]}
      action={<Stage stage={planLook[plan.stage]} word={planStageText[plan.stage]} />}
    >
      <title>{plan.title}</title>
      {!actionData && done === 'task' && <Notice kind="success">{plansText.taskSaved}</Notice>}
      {!actionData && done === 'task-removed' && <Notice kind="success">{plansText.taskRemoved}</Notice>}
      {!actionData && move && <Notice kind="success">{plansText.saved(move)}</Notice>}
      {isWay && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      {plan.isSuperseded && <Notice kind="info">{plansText.superseded}</Notice>}
      {plan.stage === 'returned' && plan.returnReason && (
        <Notice kind="warning" title={plansText.returned}>
          {plan.returnReason}
        </Notice>
      )}
      {faults.length > 0 && !isWay && (
        <Notice kind="info" title={plansText.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={planFaultText(fault)}>{planFaultText(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <PlanFacts plan={plan} />
      <PlanFiles plan={plan} />
      <PlanTasks plan={plan} tasks={tasks} today={today} />
      <PlanActs plan={plan} editions={editions} newId={mintedId} refused={actionData} />
      <PlanCriteria plan={plan} criteria={criteria} />
      <PlanPledges plan={plan} pledges={pledges} />
      <PlanPapers plan={plan} papers={papers} refused={actionData} />
      <PlanEditions plan={plan} editions={editions} />
    </Page>
  );
}
