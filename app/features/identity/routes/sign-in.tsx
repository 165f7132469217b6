import { redirect } from 'react-router';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { roleNames } from '../../../platform/text.ts';
import type { DemoAccount } from '../demo-accounts.server.ts';
import { demoPassword, listDemoAccounts } from '../demo-accounts.server.ts';
import { answerSignIn, browserOf, wantedPath } from '../session/answer.server.ts';
import { withTo } from '../session/own-path.ts';
import { signIn } from '../sign-in/sign-in.server.ts';
import { identityRefusal, identityText, signInNotices, signInSaid } from '../text.ts';
import type { Route } from './+types/sign-in';
import { accountText } from './text.ts';

export const meta = () => [{ title: identityText.signIn }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const edge = edgeOf({ context });
  const to = wantedPath(request);
  if (edge.actor.kind === 'person') throw redirect(to);
  const query = new URL(request.url).searchParams;
  const said = signInNotices.find((name) => query.has(name));
  const accounts = await listDemoAccounts(edge.services);
  const demo = accounts.length > 0 ? { accounts, password: demoPassword } : undefined;
  const { oidc } = edge.services.config;
  return { said, demo, to, outside: oidc && (oidc.label ?? accountText.outside) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const edge = edgeOf({ context });
  const { fields } = await typedIn(request);
  const typed = { username: fields['username'] ?? '', password: fields['password'] ?? '' };
  const result = await signIn(edge, typed, browserOf(edge, request));
  if (result.ok) return answerSignIn(edge, result.value, { request, wanted: wantedPath(request) });
  return refused(result.refusal, { username: typed.username });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page title={identityText.signIn} lead={identityText.signInLead}>
      {loaderData.said && !actionData && <Notice kind="info">{signInSaid[loaderData.said]}</Notice>}
      {actionData && <Notice kind="refusal">{identityRefusal(actionData.refusal)}</Notice>}
      <Form>
        <Field
          name="username"
          label={identityText.username}
          value={actionData?.username}
          autoComplete="username"
          width="medium"
        />
        <Field
          name="password"
          type="password"
          label={identityText.password}
          autoComplete="current-password"
          width="medium"
        />
        <Actions>
          <Button>{identityText.signIn}</Button>
          <a href="/quen-mat-khau">{identityText.forgot}</a>
        </Actions>
      </Form>
      <p>
        <a href={withTo('/dang-nhap/khoa-truy-cap', loaderData.to)}>{accountText.passkeySignIn}</a>
      </p>
      {loaderData.demo && <Players {...loaderData.demo} />}
      {loaderData.outside && (
        <p>
          <LinkButton href={withTo('/dang-nhap/lien-thong', loaderData.to)} kind="second">
            {identityText.signInBy(loaderData.outside)}
          </LinkButton>
        </p>
      )}
    </Page>
  );
}

/** Of the demonstration only: everybody a visitor can play, one press away. */
function Players({ accounts, password }: { readonly accounts: readonly DemoAccount[]; readonly password: string }) {
  const columns: readonly Column<DemoAccount>[] = [
    { key: 'role', head: identityText.demoRole, kind: 'name', cell: ({ role, unit }) => `${roleNames[role]}, ${unit}` },
    { key: 'username', head: identityText.username, kind: 'code', cell: ({ username }) => username },
    {
      key: 'play',
      head: identityText.demoPlayHead,
      cell: ({ username, name }) => (
        <Form hidden={{ username, password }}>
          <Button kind="second" small>
            {identityText.demoPlay(name)}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <>
      <h2>{identityText.demoTitle}</h2>
      <p>{identityText.demoLead(password)}</p>
      <Table
        caption={identityText.demoTitle}
        captionHidden
        columns={columns}
        rows={accounts}
        rowKey={({ username }) => username}
        phone="rows"
      />
    </>
  );
}
