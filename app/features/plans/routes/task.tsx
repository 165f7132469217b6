import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import { taskChoices } from '../choices.server.ts';
import { findPlan, reportsOf } from '../one.server.ts';
import { partsOf } from '../partners.server.ts';
import { secretSchemes } from '../../secrecy/words.server.ts';
import { taskLook } from '../stage-look.ts';
import { taskState } from '../standing.ts';
import { doOnTask } from '../task-deeds.server.ts';
import { withLists } from '../task-form.ts';
import { planProblems, plansText, taskStateText } from '../text.ts';
import { EditTask, GoneTask } from './EditTask.tsx';
import { NotSaved } from './NotSaved.tsx';
import { MilestoneList, PartList, ReportForm, ReportHistory, TaskFacts } from './TaskParts.tsx';
import type { Route } from './+types/task.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const { plan } = (await findPlan(db, person, { id: askedId(args.params.planId), today })) ?? pageNotFound();
  const task = plan.tasks.find(({ id }) => id === args.params.taskId);
  const mayChange = plan.moves.includes('change');
  // A task that somebody took off while it was being written on is offered again as a new one.
  if (!task && (args.request.method === 'GET' || !mayChange)) return pageNotFound();
  const taskId = task?.id ?? null;
  const [reports, parts, choices] = await Promise.all([
    task ? reportsOf(db, person, task) : [],
    task ? partsOf(db, person, { plan, taskId: task.id }) : [],
    taskChoices(db, person, { plan, taskId }),
  ]);
  const done = new URL(args.request.url).searchParams.get('da');
  const secrets = await secretSchemes(db);
  return { plan, task, reports, parts, choices, mayChange, today, secrets, newId: newId(), done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = withLists(await typedIn(args.request));
  const [planId, taskId] = [askedId(args.params.planId), askedId(args.params.taskId)];
  const { deed, result } = await doOnTask(edge, { planId, taskId }, typed, act);
  const saved = keepsTheirs(typed.fields) ? '' : '?da=task';
  const next = { save: saved, remove: '?da=task-removed', report: `/nhiem-vu/${taskId}?da=report` }[deed];
  if (result.ok) return redirect(`/ke-hoach/${planId}${next}`);
  const isRace = result.refusal.kind === 'lost_race';
  const answer = { fields: typed.fields, deed, isRace, problems: planProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function Task({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, task, reports, parts, choices, mayChange, today, secrets, newId: mintedId, done } = loaderData;
  const saved = actionData?.deed === 'save' ? actionData : undefined;
  const reported = actionData?.deed === 'report' ? actionData : undefined;
  if (!task) return <GoneTask plan={plan} choices={choices} id={mintedId} fields={actionData?.fields ?? {}} />;
  const state = taskState(task, today);
  const own = plan.moves.includes('report') ? plan.unitName : null;
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
      {saved && !mayChange && <NotSaved fields={saved.fields} problems={saved.problems} units={choices.units} />}
      <TaskFacts task={task} criteria={choices.criteria} />
      <MilestoneList task={task} today={today} />
      {(own !== null || parts.length > 0) && (
        <ReportForm
          task={task}
          today={today}
          secrets={secrets}
          id={reported?.fields['id'] ?? mintedId}
          own={own}
          parts={parts}
          refused={reported}
        />
      )}
      {plan.stage === 'approved' && <PartList task={task} />}
      {mayChange && <EditTask plan={plan} task={task} choices={choices} saved={saved} />}
      {plan.stage === 'approved' && <ReportHistory task={task} reports={reports} isInside={plan.isInside} />}
    </Page>
  );
}
