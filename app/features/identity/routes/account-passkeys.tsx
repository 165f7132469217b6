import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { confirmOwnPassword } from '../password/set-password.server.ts';
import { addPasskey, beginPasskey, ownPasskeys, removePasskey } from '../second-factor/passkeys.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { identityText } from '../text.ts';
import type { Route } from './+types/account-passkeys';
import { AccountPage } from './account-page.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { refusedForm } from './refused-form.ts';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const passkeys = await ownPasskeys(edge.services.db, person);
  return { passkeys, toRemove: passkeys.find((one) => one.id === searchParams.get('xoa')) };
}

const nothing = { challenge: undefined, name: '', done: undefined };

/** Three steps of the same page: password and name, the device's answer, and taking one off. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const name = fields['name'] ?? '';
  if (fields['viec'] === 'them') {
    const { session } = await actorOfRequest(edge.services, args.request);
    const given = { step: fields['step'], response: fields['response'] ?? '', name, sessionId: session?.id };
    const added = await addPasskey(edge, person, given);
    if (!added.ok) return refused(added.refusal, { ...nothing, name });
    return { ...nothing, refusal: undefined, done: accountText.passkeyAdded };
  }
  const confirmed = await confirmOwnPassword(edge, person, fields['current'] ?? '');
  if (!confirmed.ok) return refused(confirmed.refusal, { ...nothing, name });
  if (fields['viec'] === 'chuan-bi') {
    return { ...nothing, name, refusal: undefined, challenge: await beginPasskey(edge, person) };
  }
  const removed = await act(edge, (context) => removePasskey(context, person, askedId(fields['id'])));
  if (!removed.ok) return refused(removed.refusal, nothing);
  return { ...nothing, refusal: undefined, done: accountText.passkeyRemoved };
}

type Row = Route.ComponentProps['loaderData']['passkeys'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'ten',
    head: accountText.passkeyName,
    kind: 'name',
    cell: ({ name }) => name || accountText.passkeyUnnamed,
  },
  { key: 'tao', head: accountText.created, cell: ({ createdAt }) => momentText(createdAt) },
  {
    key: 'dung',
    head: accountText.lastUsed,
    cell: ({ lastUsedAt }) => (lastUsedAt ? momentText(lastUsedAt) : accountText.never),
  },
  {
    key: 'xoa',
    head: accountText.passkeyRemove,
    cell: ({ id }) => <a href={`/tai-khoan/khoa-truy-cap?xoa=${id}`}>{accountText.passkeyRemove}</a>,
  },
];

export default function AccountPasskeys({ loaderData, actionData }: Route.ComponentProps) {
  const { passkeys, toRemove } = loaderData;
  return (
    <AccountPage part="passkeys" done={actionData?.done}>
      <p>{accountText.passkeysLead}</p>
      <Table
        caption={accountText.tabs.passkeys}
        captionHidden
        columns={columns}
        rows={passkeys}
        rowKey={({ id }) => id}
        empty={<Empty what={accountText.noPasskeys} why={accountText.noPasskeysWhy} />}
      />
      {toRemove ? <Remove passkey={toRemove} refusal={actionData?.refusal} /> : <Add answer={actionData} />}
    </AccountPage>
  );
}

type RemoveProps = { readonly passkey: Row; readonly refusal: IdentityRefusal | undefined };

function Remove({ passkey, refusal }: RemoveProps) {
  const { errors, errorAt } = refusedForm(refusal);
  return (
    <>
      <h2>{accountText.passkeyRemoveWhich(passkey.name || accountText.passkeyUnnamed)}</h2>
      <Form hidden={{ viec: 'xoa', id: passkey.id }} errors={errors}>
        <OwnPassword error={errorAt('current')} />
        <Actions>
          <Button kind="danger">{accountText.passkeyRemove}</Button>
          <a href="/tai-khoan/khoa-truy-cap">{accountText.back}</a>
        </Actions>
      </Form>
    </>
  );
}

function Add({ answer }: { readonly answer: Route.ComponentProps['actionData'] }) {
  const { errors, errorAt } = refusedForm(answer?.refusal);
  return (
    <>
      <h2>{accountText.passkeyAdd}</h2>
      {answer?.challenge ? (
        <PasskeyForm
          way="create"
          challenge={answer.challenge}
          verb={accountText.passkeyAdd}
          hidden={{ viec: 'them', name: answer.name }}
        />
      ) : (
        <Form hidden={{ viec: 'chuan-bi' }} errors={errors}>
          <Field
            name="name"
            label={accountText.passkeyName}
            hint={accountText.passkeyNameHint}
            value={answer?.name}
            maxLength={80}
          />
          <OwnPassword error={errorAt('current')} />
          <Actions>
            <Button>{accountText.next}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

function OwnPassword({ error }: { readonly error: string | undefined }) {
  return (
    <Field
      name="current"
      type="password"
      label={identityText.currentPassword}
      error={error}
      autoComplete="current-password"
      width="medium"
    />
  );
}
