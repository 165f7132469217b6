import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { setsToJudge } from '../choices.server.ts';
import { DEFAULT_OBJECTION_DAYS } from '../judgement-form.ts';
import { isAllowedToPrepare, organisingUnit, prepareTyped } from '../preparing.server.ts';
import { scoringProblems } from '../refusals.text.ts';
import { scoringText } from '../text.ts';
import { JudgementFields } from './JudgementFields.tsx';
import type { Route } from './+types/new-judgement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  if (!(await isAllowedToPrepare(db, person))) return pageForbidden();
  const asked = new URL(args.request.url).searchParams.get('bo') ?? '';
  return { sets: await setsToJudge(db), id: newId(), asked };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const unitId = (await organisingUnit(edge.services.db)) ?? '';
  const command = { id: mintedId(fields['moi']), setId: fields['set'] ?? '', unitId, typed: fields };
  const result = await act(edge, (context) => prepareTyped(context, command));
  if (result.ok) return redirect(`/cham-diem/${result.value.id}?da=prepare`);
  const problems = scoringProblems(result.refusal).map((one) =>
    one.field === '' ? { ...one, field: 'set', label: scoringText.set } : one,
  );
  return data({ fields, problems }, { status: statusOf(result.refusal) });
}

export default function NewJudgement({ loaderData, actionData }: Route.ComponentProps) {
  const { sets, id, asked } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {
    set: asked,
    objectionDays: String(DEFAULT_OBJECTION_DAYS),
  };
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  const chosen = sets.find(({ id: one }) => one === fields['set']);
  return (
    <Page title={scoringText.new} lead={scoringText.newLead} trail={[{ label: scoringText.title, href: '/cham-diem' }]}>
      <title>{scoringText.new}</title>
      {sets.length === 0 ? (
        <Empty
          what={scoringText.noSets}
          why={scoringText.noSetsWhy}
          first={
            <LinkButton href="/tieu-chi" kind="second">
              {scoringText.toSets}
            </LinkButton>
          }
        />
      ) : (
        <Form errors={actionData?.problems} hidden={{ moi: fields['moi'] ?? id }} guard="cham-diem-moi">
          {chosen?.isProposal && <Notice kind="info">{scoringText.proposal}</Notice>}
          <Field
            type="select"
            name="set"
            width="long"
            label={scoringText.set}
            hint={scoringText.setHint}
            value={fields['set'] ?? ''}
            error={errorAt('set')}
            options={sets.map((one) => ({ value: one.id, label: scoringText.setOf(one) }))}
          />
          <JudgementFields fields={fields} errorAt={errorAt} />
          <Actions>
            <Button>{scoringText.prepare}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
