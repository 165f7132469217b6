import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { addDocument } from '../adding.server.ts';
import { documentKinds } from '../document.ts';
import { listDocuments, mayAddDocuments } from '../reading.server.ts';
import { fileIn } from '../file-in.server.ts';
import { documentFieldText, kindText, libraryProblems, libraryText as said } from '../text.ts';
import { DocumentFields } from './DocumentFields.tsx';
import { LinkFields } from './LinkFields.tsx';
import type { Route } from './+types/new-document.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  if (!(await mayAddDocuments(db, person))) return pageForbidden();
  return { id: newId(), others: await listDocuments(db, person, {}) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const file = await fileIn(edge.services, uploads);
  if (!file.ok) return data({ fields, problems: libraryProblems(file.refusal) }, { status: statusOf(file.refusal) });
  const command = {
    id: mintedId(fields['id']),
    fields,
    isPublic: fields['cong-khai'] === 'on',
    link: linkIn(fields),
    file: file.value,
  };
  const added = await act(edge, (context) => addDocument(context, command));
  if (added.ok) return redirect(`/thu-vien/${added.value.code}?da=them`);
  return data({ fields, problems: libraryProblems(added.refusal) }, { status: statusOf(added.refusal) });
}

/** Half a link is one to be mended, none at all is none. */
function linkIn(fields: Readonly<Record<string, string>>) {
  const [relation = '', to = ''] = [fields['quan-he'], fields['van-ban']];
  return relation === '' && to === '' ? undefined : { relation, to };
}

export default function NewDocument({ loaderData, actionData }: Route.ComponentProps) {
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Page title={said.addTitle} lead={said.addLead} trail={[{ label: said.title, href: '/thu-vien' }]}>
      <title>{said.addTitle}</title>
      <Form hidden={{ id: fields['id'] ?? loaderData.id }} errors={problems} guard="thu-vien-moi" multipart>
        <Field
          name="title"
          label={documentFieldText.title}
          width="long"
          value={fields['title']}
          error={errorAt('title')}
        />
        <Field
          type="select"
          name="kind"
          label={documentFieldText.kind}
          value={fields['kind']}
          error={errorAt('kind')}
          options={documentKinds.map((value) => ({ value, label: kindText[value] }))}
        />
        <DocumentFields fields={fields} errorAt={errorAt} />
        <fieldset className="field">
          <legend>{said.firstLink}</legend>
          <LinkFields fields={fields} errorAt={errorAt} others={loaderData.others} optional />
        </fieldset>
        <Checkbox name="cong-khai" label={said.isPublic} checked={fields['cong-khai'] === 'on'} />
        <Actions>
          <Button>{said.save}</Button>
          <a href="/thu-vien">{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
