import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { pledgeStageText } from '../../pledges/text.ts';
import { listPlans } from '../list.server.ts';
import { pledgeChoices, pledgesOf } from '../plan-pledges.server.ts';
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
  const plan = (await listPlans(db, person, query)).rows[0] ?? pageNotFound();
  const mayChange = plan.moves.includes('change');
  // What was typed is not lost when the plan was submitted meanwhile.
  if (!mayChange && args.request.method === 'GET') return pageNotFound();
  const [offered, chosen] = await Promise.all([pledgeChoices(db, person, plan), pledgesOf(db, person, plan.id)]);
  return { plan, mayChange, offered, chosen: chosen.map(({ id }) => id) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.planId);
  const typed = await typedIn(args.request);
  const { result } = await doOnPlan(edge, id, { ...typed, fields: { ...typed.fields, viec: 'change' } }, act);
  if (result.ok) return redirect(`/ke-hoach/${id}${keepsTheirs(typed.fields) ? '' : '?da=change'}`);
  const isRace = result.refusal.kind === 'lost_race';
  const answer = {
    fields: typed.fields,
    pledges: typed.many('dang-ky'),
    isRace,
    problems: planProblems(result.refusal),
  };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function EditPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, mayChange, offered, chosen } = loaderData;
  const stored = { title: plan.title, objectives: plan.objectives, firstDay: plan.firstDay, lastDay: plan.lastDay };
  const mine = actionData?.fields;
  const pledged = actionData?.pledges ?? chosen;
  const wordings = (ids: readonly string[]) =>
    offered.flatMap(({ id, wording }) => (ids.includes(id) ? [wording] : [])).join('; ');
  const versions = [
    ...planFields.map((part) => ({ label: planFieldText[part], mine: mine?.[part] ?? '', theirs: stored[part] })),
    { label: plansText.pledges, mine: wordings(pledged), theirs: wordings(chosen) },
  ];
  const filled = versions.filter((one) => one.mine !== '');
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
      {!mayChange && (
        <>
          <Notice kind="refusal">{actionData?.problems.map(({ message }) => message).join(' ') ?? ''}</Notice>
          <h2>{plansText.typedTitle}</h2>
          <p>{plansText.typedLead}</p>
          <Pairs pairs={filled.map((one) => ({ label: one.label, value: one.mine }))} />
        </>
      )}
      {mayChange && (
        <Form version={plan.version} errors={actionData?.problems} guard={`ke-hoach-${plan.id}`}>
          {actionData?.isRace && <Compare fields={versions} />}
          <PlanFields
            fields={mine ?? stored}
            errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
          />
          <div id="chi-tieu">
            {offered.length === 0 ? (
              <p className="muted">{plansText.noChoice}</p>
            ) : (
              <Choices
                kind="many"
                name="dang-ky"
                label={plansText.choosePledges}
                hint={plansText.choosePledgesHint}
                optional
                value={pledged}
                options={offered.map(({ id, wording, year, stage }) => ({
                  value: id,
                  label: wording,
                  hint: `${year} · ${pledgeStageText[stage]}`,
                }))}
              />
            )}
          </div>
          <Actions>
            <Button>{plansText.saveChange}</Button>
            <a href={`/ke-hoach/${plan.id}`}>{plansText.cancel}</a>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
