import { data, redirect } from 'react-router';
import { act } from '../../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../../platform/id.server.ts';
import { Actions, Button } from '../../../../ui/Button.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Form } from '../../../../ui/Form.tsx';
import { Page } from '../../../../ui/Page.tsx';
import { createForm } from '../editing.server.ts';
import { latestForms, mayMakeForms } from '../forms.server.ts';
import { formFieldText, formProblems, formsText } from '../text.ts';
import type { Route } from './+types/new-form.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  if (!(await mayMakeForms(db, person))) pageForbidden();
  return { id: newId(), forms: await latestForms(db) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = {
    id: mintedId(fields['id']),
    name: fields['ten'] ?? '',
    from: fields['tu'] ? askedId(fields['tu']) : null,
  };
  const created = await act(edge, (context) => createForm(context, command));
  if (created.ok) return redirect(`/mau-bao-cao/${created.value.id}?da=create`);
  return data({ fields, problems: formProblems(created.refusal) }, { status: statusOf(created.refusal) });
}

export default function NewForm({ loaderData, actionData }: Route.ComponentProps) {
  const { id, forms } = loaderData;
  const fields = actionData?.fields ?? {};
  return (
    <Page title={formsText.new} lead={formsText.newLead} trail={[{ label: formsText.title, href: '/mau-bao-cao' }]}>
      <title>{formsText.new}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={actionData?.problems} guard="mau-bao-cao-moi">
        <Field
          name="ten"
          label={formFieldText.ten}
          hint={formsText.nameHint}
          width="long"
          value={fields['ten']}
          error={actionData?.problems.find(({ field }) => field === 'ten')?.message}
        />
        <Field
          type="select"
          name="tu"
          label={formsText.from}
          width="long"
          blank={formsText.fromNothing}
          value={fields['tu'] ?? forms[0]?.id}
          options={forms.map((form) => ({ value: form.id, label: formsText.fromOption(form.name, form.edition) }))}
        />
        <Actions>
          <Button>{formsText.create}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
