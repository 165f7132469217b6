import { scopes } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { tokenDays } from '../tokens/api-token.ts';
import { createApiToken, ownTokens, revokeApiToken } from '../tokens/api-tokens.server.ts';
import { identityRefusal } from '../text.ts';
import type { Route } from './+types/account-tokens';
import { AccountPage } from './account-page.tsx';
import { accountText, scopeNames } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  return { tokens: await ownTokens(edge.services.db, person, edge.services.clock()) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const typed = { name: fields['name'] ?? '', scopes: many('scopes'), days: Number(fields['days']) };
  const answer = { typed, token: undefined };
  const { id } = fields;
  if (id !== undefined) {
    const revoked = await act(edge, (context) => revokeApiToken(context, person, askedId(id)));
    return revoked.ok ? { ...answer, refusal: undefined } : refused(revoked.refusal, answer);
  }
  const made = await act(edge, (context) => createApiToken(context, person, typed));
  return made.ok ? { ...answer, token: made.value, refusal: undefined } : refused(made.refusal, answer);
}

type Row = Route.ComponentProps['loaderData']['tokens'][number];

const columns: readonly Column<Row>[] = [
  { key: 'ten', head: accountText.tokenName, kind: 'name', cell: ({ name }) => name },
  {
    key: 'pham-vi',
    head: accountText.tokenScopes,
    cell: ({ scopes: held }) =>
      scopes
        .filter((scope) => held.includes(scope))
        .map((scope) => scopeNames[scope])
        .join('; '),
  },
  { key: 'het-han', head: accountText.tokenExpires, cell: ({ expiresAt }) => expiresAt && momentText(expiresAt) },
  {
    key: 'lan-cuoi',
    head: accountText.lastUsed,
    cell: ({ lastUsedAt }) => (lastUsedAt ? momentText(lastUsedAt) : accountText.never),
  },
  { key: 'thu-hoi', head: accountText.revoke, cell: ({ id }) => <Revoke id={id} /> },
];

function Revoke({ id }: { readonly id: string }) {
  return (
    <Form hidden={{ id }}>
      <Button kind="second" small>
        {accountText.revoke}
      </Button>
    </Form>
  );
}

export default function AccountTokens({ loaderData, actionData }: Route.ComponentProps) {
  const done = actionData && !actionData.refusal && !actionData.token ? accountText.tokenRevoked : undefined;
  return (
    <AccountPage part="tokens" done={done}>
      <p>
        {accountText.tokensLead} <a href="/api">{accountText.tokensHow}</a>
      </p>
      {actionData?.token && (
        <Notice kind="success" title={accountText.tokenShown}>
          <p>{accountText.tokenOnce}</p>
          <p>
            <code>{actionData.token}</code>
          </p>
        </Notice>
      )}
      <Table
        caption={accountText.tabs.tokens}
        columns={columns}
        rows={loaderData.tokens}
        rowKey={({ id }) => id}
        empty={<Empty what={accountText.noTokens} why={accountText.noTokensWhy} />}
      />
      <h2>{accountText.tokenNew}</h2>
      <NewToken answer={actionData} />
    </AccountPage>
  );
}

const fieldOf = { name: 'name', scopes: 'scopes', days: 'days' } as const;

function NewToken({ answer }: { readonly answer: Route.ComponentProps['actionData'] }) {
  const refusal = answer?.refusal;
  const message = refusal && identityRefusal(refusal);
  const field = refusal?.kind === 'bad_token' ? fieldOf[refusal.fault] : undefined;
  const typed = refusal ? answer.typed : undefined;
  const errorOf = (name: string) => (field === name ? message : undefined);
  return (
    <Form errors={message ? [{ field, message }] : []}>
      <Field
        name="name"
        label={accountText.tokenName}
        hint={accountText.tokenNameHint}
        value={typed?.name}
        error={errorOf('name')}
      />
      <Choices
        kind="many"
        name="scopes"
        label={accountText.tokenScopes}
        value={typed?.scopes}
        error={errorOf('scopes')}
        options={scopes.map((scope) => ({ value: scope, label: scopeNames[scope] }))}
      />
      <Field
        type="select"
        name="days"
        label={accountText.tokenDays}
        blank={null}
        value={typed ? String(typed.days) : '90'}
        error={errorOf('days')}
        width="short"
        options={tokenDays.map((days) => ({ value: String(days), label: accountText.days(days) }))}
      />
      <Actions>
        <Button>{accountText.tokenMake}</Button>
      </Actions>
    </Form>
  );
}
