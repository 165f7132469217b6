import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { taskChoices } from '../choices.server.ts';
import { listPlans } from '../list.server.ts';
import { doOnTask } from '../task-deeds.server.ts';
import { taskFieldsOf, withLists } from '../task-form.ts';
import { planProblems, plansText } from '../text.ts';
import { NotSaved } from './NotSaved.tsx';
import { TaskForm } from './TaskForm.tsx';
import type { Route } from './+types/new-task.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { today: plainDateIn(clock()), ids: [askedId(args.params.planId)] };
  const plan = (await listPlans(db, person, query)).rows[0] ?? pageNotFound();
  const mayChange = plan.moves.includes('change');
  // What was typed is not lost when the plan was submitted meanwhile.
  if (!mayChange && args.request.method === 'GET') return pageNotFound();
  return { plan, mayChange, choices: await taskChoices(db, person, { plan, taskId: null }), id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = withLists(await typedIn(args.request));
  const planId = askedId(args.params.planId);
  const { result } = await doOnTask(edge, { planId, taskId: null }, typed, act);
  if (result.ok) return redirect(`/ke-hoach/${planId}?da=task`);
  const answer = { fields: typed.fields, problems: planProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function NewTask({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, mayChange, choices, id } = loaderData;
  return (
    <Page
      title={plansText.newTask}
      lead={plansText.daysOf(plan.firstDay, plan.lastDay)}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
    >
      <title>{plansText.newTask}</title>
      {mayChange ? (
        <TaskForm
          planId={plan.id}
          choices={choices}
          fields={actionData?.fields ?? taskFieldsOf(undefined, '', plan)}
          problems={actionData?.problems ?? []}
          hidden={{ id: actionData?.fields['id'] ?? id }}
        />
      ) : (
        <NotSaved fields={actionData?.fields ?? {}} problems={actionData?.problems ?? []} units={choices.units} />
      )}
    </Page>
  );
}
