import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { PlanTask } from '../lines.server.ts';
import { findPlan, reportsOf } from '../one.server.ts';
import { taskLook } from '../stage-look.ts';
import { taskState } from '../standing.ts';
import { doOnTask } from '../task-deeds.server.ts';
import { taskFieldsOf } from '../task-form.ts';
import { planProblems, plansText, taskStateText } from '../text.ts';
import { MilestoneList, ReportForm, ReportHistory } from './TaskParts.tsx';
import { TaskForm } from './TaskForm.tsx';
import type { Route } from './+types/task.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const one = (await findPlan(db, person, { id: askedId(args.params.planId), today })) ?? pageNotFound();
  const task = one.tasks.find(({ id }) => id === args.params.taskId) ?? pageNotFound();
  const reports = one.plan.isInside ? await reportsOf(db, task) : null;
  const done = new URL(args.request.url).searchParams.get('da');
  return { plan: one.plan, task, reports, today, newId: newId(), done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const [planId, taskId] = [askedId(args.params.planId), askedId(args.params.taskId)];
  const { deed, result } = await doOnTask(edge, { planId, taskId }, typed, act);
  const next = { save: '?da=task', remove: '?da=task-removed', report: `/nhiem-vu/${taskId}?da=report` }[deed];
  if (result.ok) return redirect(`/ke-hoach/${planId}${next}`);
  const answer = { fields: typed.fields, deed, problems: planProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function Task({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, task, reports, today, newId: mintedId, done } = loaderData;
  const state = taskState(task, today);
  const saved = actionData?.deed === 'save' ? actionData : undefined;
  const reported = actionData?.deed === 'report' ? actionData : undefined;
  const mayChange = plan.moves.includes('change');
  const stored = taskFieldsOf(task, task.weight === null ? '' : formatVietnamese(task.weight), plan);
  return (
    <Page
      title={task.title}
      lead={plan.unitName}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
      action={plan.stage === 'approved' && <Status status={taskLook[state]} word={taskStateText[state]} />}
    >
      <title>{task.title}</title>
      {!actionData && done === 'report' && <Notice kind="success">{plansText.saved('report')}</Notice>}
      {actionData?.deed === 'remove' && <Notice kind="refusal">{actionData.problems[0]?.message ?? ''}</Notice>}
      <TaskFacts task={task} />
      <MilestoneList task={task} today={today} />
      {plan.moves.includes('report') && (
        <ReportForm task={task} today={today} id={reported?.fields['id'] ?? mintedId} refused={reported} />
      )}
      {mayChange && (
        <section>
          <h2>{plansText.editTask}</h2>
          <TaskForm
            planId={plan.id}
            fields={saved?.fields ?? stored}
            problems={saved?.problems ?? []}
            version={task.version}
            hidden={{}}
          />
          <Form version={task.version} hidden={{ viec: 'remove' }}>
            <p>{plansText.removeLead}</p>
            <Button kind="danger">{plansText.removeTask}</Button>
          </Form>
        </section>
      )}
      {plan.stage === 'approved' && <ReportHistory task={task} reports={reports} />}
    </Page>
  );
}

function TaskFacts({ task }: { readonly task: PlanTask }) {
  const { lead, joins, product, weight, startsOn, dueOn, percent } = task;
  return (
    <Pairs
      pairs={[
        { label: plansText.lead2, value: lead },
        ...(joins === '' ? [] : [{ label: plansText.joins, value: joins }]),
        { label: plansText.product, value: product },
        ...(weight === null ? [] : [{ label: plansText.weight, value: plansText.percent(weight) }]),
        { label: plansText.days, value: plansText.daysOf(startsOn, dueOn) },
        { label: plansText.done, value: percent === null ? plansText.notReported : plansText.percent(percent) },
      ]}
    />
  );
}
