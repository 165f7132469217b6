import { redirect } from 'react-router';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { uploadImport } from '../../../platform/imports/upload.server.ts';
import { importRefusal } from '../../../platform/imports/text.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { accountsImport } from '../accounts-import/accounts-import.server.ts';
import { waitingPeople } from '../accounts-import/links.server.ts';
import { sheetText } from '../accounts-import/text.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/people-import';
import { peopleText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const waiting = await waitingPeople(edge.services.db, person);
  return { waiting: waiting.length };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const withMail = fields['mail'] === 'on';
  const file = uploads.find((upload) => upload.field === 'file' && upload.bytes.length > 0);
  if (!file) return refused({ kind: 'no_file' }, { message: sheetText.noFile, withMail });
  const kind = accountsImport(edge.services);
  const upload = { name: file.name, bytes: file.bytes, facts: { mail: withMail ? '1' : '0' } };
  const result = await uploadImport(edge, kind, upload);
  if (result.ok) return redirect(`/nap-tep/${result.value.importId}`);
  return refused(result.refusal, { message: importRefusal(result.refusal, kind.refusalText), withMail });
}

export default function PeopleImport({ loaderData, actionData }: Route.ComponentProps) {
  const message = actionData?.message;
  return (
    <Page
      title={sheetText.title}
      lead={sheetText.lead}
      trail={[{ label: peopleText.title, href: '/quan-tri/nguoi-dung' }]}
    >
      <title>{sheetText.title}</title>
      <h2>{sheetText.step1}</h2>
      <LinkButton href="/quan-tri/nguoi-dung/nap/mau" kind="second">
        {sheetText.template}
      </LinkButton>
      <h2>{sheetText.step2}</h2>
      <Form multipart errors={message ? [{ field: 'file', label: sheetText.file, message }] : []}>
        <Field
          type="file"
          name="file"
          label={sheetText.file}
          hint={sheetText.fileHint}
          error={message}
          accept=".xlsx,.csv"
        />
        <Checkbox name="mail" label={sheetText.mail} checked={actionData?.withMail ?? false} />
        <Actions>
          <Button>{sheetText.check}</Button>
        </Actions>
      </Form>
      <h2>{sheetText.step3}</h2>
      <p>{sheetText.linksLead(loaderData.waiting)}</p>
      <LinkButton href="/quan-tri/nguoi-dung/duong-dan" kind="second">
        {sheetText.links}
      </LinkButton>
    </Page>
  );
}
