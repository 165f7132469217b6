import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { listPlans } from '../list.server.ts';
import { planProblems, plansText, weightName } from '../text.ts';
import { setWeights } from '../weighing.server.ts';
import type { Route } from './+types/plan-weights.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { today: plainDateIn(clock()), ids: [askedId(args.params.planId)] };
  const plan = (await listPlans(db, person, query)).rows[0] ?? pageNotFound();
  // What was typed is not lost when the plan was submitted meanwhile.
  const isShown = plan.moves.includes('change') || args.request.method !== 'GET';
  return { plan: isShown ? plan : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const planId = askedId(args.params.planId);
  if (keepsTheirs(fields)) return redirect(`/ke-hoach/${planId}`);
  const typed = Object.entries(fields).flatMap(([name, text]) => {
    const taskId = name.startsWith(weightName('')) ? name.slice(weightName('').length) : undefined;
    return taskId === undefined ? [] : [{ taskId, text }];
  });
  const set = await act(edge, (context) => setWeights(context, { planId, version: versionIn(fields), typed }));
  if (set.ok) return redirect(`/ke-hoach/${planId}?da=weights`);
  const isRace = set.refusal.kind === 'lost_race';
  return data({ fields, isRace, problems: planProblems(set.refusal) }, { status: statusOf(set.refusal) });
}

export default function PlanWeights({ loaderData: { plan }, actionData }: Route.ComponentProps) {
  const stored = Object.fromEntries(
    plan.tasks.map(({ id, weight }) => [weightName(id), weight === null ? '' : formatVietnamese(weight)]),
  );
  const typed = actionData?.fields;
  // A task that somebody else added meanwhile has the weight they gave it.
  const fields: Readonly<Record<string, string>> = { ...stored, ...typed };
  const versions = plan.tasks.map(({ id, title }) => ({
    label: title,
    mine: fields[weightName(id)] ?? '',
    theirs: stored[weightName(id)] ?? '',
  }));
  return (
    <Page
      title={plansText.weightsTitle}
      lead={plansText.weightsLead}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
    >
      <title>{plansText.weightsTitle}</title>
      <Form version={plan.version} errors={actionData?.problems} guard={`trong-so-${plan.id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        {plan.tasks.map(({ id, title }) => (
          <Field
            key={id}
            type="number-vi"
            name={weightName(id)}
            label={title}
            unit="%"
            value={fields[weightName(id)]}
            hint={typed && !(weightName(id) in typed) ? plansText.addedMeanwhile : undefined}
            error={actionData?.problems.find(({ field }) => field === weightName(id))?.message}
          />
        ))}
        <Actions>
          <Button>{plansText.saveChange}</Button>
          <a href={`/ke-hoach/${plan.id}`}>{plansText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
