import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { createRound } from '../drafting.server.ts';
import { latestForms } from '../forms/forms.server.ts';
import { mayCall } from '../list.server.ts';
import { kindsTakingPart } from '../round-choices.server.ts';
import { roundProblems, roundsText } from '../text.ts';
import { RoundFields } from './RoundFields.tsx';
import type { Route } from './+types/new-round.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayCall(db, person))) pageForbidden();
  const [forms, kinds] = await Promise.all([latestForms(db), kindsTakingPart(db)]);
  return { id: newId(), today: plainDateIn(clock()), forms, kinds };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const kinds = many('nhom');
  const command = { id: mintedId(fields['id']), typed: fields, formId: askedId(fields['mau']), kinds };
  const created = await act(edge, (context) => createRound(context, command));
  if (created.ok) return redirect(`/ky-bao-cao/${created.value.id}?da=created`);
  return data({ fields, kinds, problems: roundProblems(created.refusal) }, { status: statusOf(created.refusal) });
}

export default function NewRound({ loaderData, actionData }: Route.ComponentProps) {
  const { id, kinds, ...choices } = loaderData;
  const fields = actionData?.fields ?? {};
  return (
    <Page
      title={roundsText.newTitle}
      lead={roundsText.newLead}
      trail={[{ label: roundsText.title, href: '/ky-bao-cao' }]}
    >
      <title>{roundsText.newTitle}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={actionData?.problems} guard="ky-bao-cao-moi">
        <RoundFields
          {...choices}
          fields={fields}
          kinds={kinds}
          chosen={actionData?.kinds ?? kinds.map(({ kind }) => kind)}
          problems={actionData?.problems}
        />
        <Actions>
          <Button>{roundsText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
