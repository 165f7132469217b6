import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { importRefusal } from '../../../platform/imports/text.ts';
import { uploadImport } from '../../../platform/imports/upload.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { flagKinds } from '../flag-kinds.server.ts';
import { flagsImport } from '../flags-import.server.ts';
import { flagImportText as said, flagsText } from '../flags.text.ts';
import type { Route } from './+types/flags-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  if (!holdsRole(personAt(edge, args.request), 'appraiser')) return pageForbidden();
  return { kinds: (await flagKinds(edge.services.db)).filter(({ isActive }) => isActive) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const [file] = (await typedIn(args.request)).uploads;
  if (!file) return data({ problem: said.noFile }, { status: 422 });
  const kind = flagsImport(edge.services);
  const uploaded = await uploadImport(edge, kind, { name: file.name, bytes: file.bytes, facts: {} });
  if (uploaded.ok) return redirect(`/nap-tep/${uploaded.value.importId}`);
  const problem = importRefusal(uploaded.refusal, said.refusal);
  return data({ problem }, { status: statusOf(uploaded.refusal) });
}

export default function FlagsExcel({ loaderData, actionData }: Route.ComponentProps) {
  const problem = actionData?.problem;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[{ label: flagsText.title, href: '/khen-thuong/tham-dinh/canh-bao' }]}
    >
      <title>{said.title}</title>
      <h2>{said.template}</h2>
      <p>
        <LinkButton href="/khen-thuong/tham-dinh/canh-bao/mau" kind="second">
          {said.download}
        </LinkButton>
      </p>
      <p>
        {said.kinds}: {loaderData.kinds.map(({ name }) => name).join(', ')}.
      </p>
      <h2>{said.upload}</h2>
      <Form multipart errors={problem ? [{ field: 'tep', label: said.file, message: problem }] : []}>
        <Field type="file" name="tep" label={said.file} hint={said.fileHint} accept=".xlsx,.csv" error={problem} />
        <Button>{said.check}</Button>
      </Form>
    </Page>
  );
}
