import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { listPlans } from '../list.server.ts';
import { planFields } from '../plan.ts';
import { doOnPlan } from '../plan-deeds.server.ts';
import { planFieldText, planProblems, plansText } from '../text.ts';
import { PlanFields } from './PlanFields.tsx';
import type { Route } from './+types/edit-plan.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { today: plainDateIn(clock()), ids: [askedId(args.params.planId)] };
  const [plan] = (await listPlans(db, person, query)).rows;
  return { plan: plan?.moves.includes('change') ? plan : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.planId);
  const typed = await typedIn(args.request);
  const { result } = await doOnPlan(edge, id, { ...typed, fields: { ...typed.fields, viec: 'change' } }, act);
  if (result.ok) return redirect(`/ke-hoach/${id}${keepsTheirs(typed.fields) ? '' : '?da=change'}`);
  const isRace = result.refusal.kind === 'lost_race';
  const answer = { fields: typed.fields, isRace, problems: planProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function EditPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { plan } = loaderData;
  const stored = { title: plan.title, objectives: plan.objectives, firstDay: plan.firstDay, lastDay: plan.lastDay };
  const mine = actionData?.fields;
  const versions = planFields.map((part) => ({
    label: planFieldText[part],
    mine: mine?.[part] ?? '',
    theirs: stored[part],
  }));
  return (
    <Page
      title={plansText.editTitle}
      lead={plan.unitName}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
    >
      <title>{plansText.editTitle}</title>
      <Form version={plan.version} errors={actionData?.problems} guard={`ke-hoach-${plan.id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        <PlanFields
          fields={mine ?? stored}
          errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{plansText.saveChange}</Button>
          <a href={`/ke-hoach/${plan.id}`}>{plansText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
