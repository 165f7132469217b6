import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { importRefusal } from '../../../platform/imports/text.ts';
import { uploadImport } from '../../../platform/imports/upload.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { honoursImport } from '../import.server.ts';
import { importText as said } from '../import.text.ts';
import { honoursText } from '../text.ts';
import type { Route } from './+types/honours-excel.ts';

export async function loader(args: Route.LoaderArgs) {
  return { mayBring: holdsRole(personAt(edgeOf(args), args.request), 'appraiser') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const [file] = (await typedIn(args.request)).uploads;
  if (!file) return data({ problem: said.noFile }, { status: 422 });
  const kind = honoursImport(edge.services);
  const uploaded = await uploadImport(edge, kind, { name: file.name, bytes: file.bytes, facts: {} });
  if (uploaded.ok) return redirect(`/nap-tep/${uploaded.value.importId}`);
  const problem = importRefusal(uploaded.refusal, kind.refusalText);
  return data({ problem }, { status: statusOf(uploaded.refusal) });
}

export default function HonoursExcel({ loaderData, actionData }: Route.ComponentProps) {
  const problem = actionData?.problem;
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: honoursText.title, href: '/khen-thuong/so/da-khen' }]}>
      <title>{said.title}</title>
      {loaderData.mayBring ? (
        <>
          <h2>{said.template}</h2>
          <p>
            <LinkButton href="/khen-thuong/so/da-khen/mau" kind="second">
              {said.download}
            </LinkButton>
          </p>
          <h2>{said.upload}</h2>
          <Form multipart errors={problem ? [{ field: 'tep', label: said.file, message: problem }] : []}>
            <Field type="file" name="tep" label={said.file} hint={said.fileHint} accept=".xlsx,.csv" error={problem} />
            <Button>{said.check}</Button>
          </Form>
        </>
      ) : (
        <Empty what={said.forbidden} why={said.forbiddenWhy} />
      )}
    </Page>
  );
}
