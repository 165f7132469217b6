import { data, redirect } from 'react-router';
import { isAllowed } from '../../../kernel/permit.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { listRules } from '../thresholds/list.server.ts';
import { moveRule, proposeRule } from '../thresholds/proposing.server.ts';
import { proposing } from '../thresholds/rule.ts';
import { ruleDone, ruleProblems, thresholdsText as said } from '../thresholds.text.ts';
import { ProposeRule } from './ProposeRule.tsx';
import { RuleCard } from './RuleCard.tsx';
import type { Route } from './+types/thresholds.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const rules = await listRules(edge.services.db, person);
  const mayPropose = isAllowed(proposing, 'propose', person, rules[0]?.places.root ?? []);
  return { rules, mayPropose, newId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const deed = (['propose', 'confirm', 'withdraw'] as const).find((each) => each === fields['viec']) ?? pageNotFound();
  const result = await act<{ id: string }, Parameters<typeof ruleProblems>[0]>(edge, (context) =>
    deed === 'propose'
      ? proposeRule(context, { id: mintedId(fields['ma']), typed: fields })
      : moveRule(context, {
          id: askedId(fields['nguong']),
          version: versionIn(fields),
          move: deed,
          reason: fields['ly-do'] ?? '',
        }),
  );
  if (result.ok) return redirect(`/cham-diem/nguong-xep-loai?da=${deed}`);
  return data({ deed, fields, problems: ruleProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Thresholds({ loaderData, actionData }: Route.ComponentProps) {
  const { rules, mayPropose, newId: minted, done } = loaderData;
  const told = done === null ? undefined : ruleDone[done];
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: said.list, href: '/cham-diem' }]}>
      <title>{said.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} refused={actionData} />
      ))}
      {mayPropose && <ProposeRule newId={minted} refused={actionData} />}
    </Page>
  );
}
