import { data } from 'react-router';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { setOut, unlink } from '../outside/outside.server.ts';
import { confirmOwnPassword } from '../password/set-password.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { stepMinutes } from '../sign-in/step.server.ts';
import { identityText } from '../text.ts';
import type { Route } from './+types/account-outside';
import { AccountPage } from './account-page.tsx';
import { refusedForm } from './refused-form.ts';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { oidc } = edge.services.config;
  const linked = await edge.services.db
    .selectFrom('outside_identity')
    .select('linked_at')
    .where('account_id', '=', person.accountId)
    .executeTakeFirst();
  const isDone = new URL(args.request.url).searchParams.has('xong');
  return { label: oidc && (oidc.label ?? accountText.outside), since: linked?.linked_at, isDone };
}

/** The way out is a link on the answer, not a redirect: the strict policy lets no form lead elsewhere. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const nothing = { url: undefined, done: undefined };
  const confirmed = await confirmOwnPassword(edge, person, fields['current'] ?? '');
  if (!confirmed.ok) return refused(confirmed.refusal, nothing);
  if (fields['viec'] === 'bo') {
    await unlink(edge, person);
    return { ...nothing, done: accountText.unlinked, refusal: undefined };
  }
  const out = await setOut(edge, { to: '/tai-khoan/lien-thong', linkTo: person.accountId });
  if (!out.ok) return refused(out.refusal, nothing);
  const cookie = cookiesOf(edge.services.config).write('buoc', out.value.token, stepMinutes);
  return data({ ...nothing, url: out.value.url, refusal: undefined }, { headers: { 'Set-Cookie': cookie } });
}

export default function AccountOutside({ loaderData, actionData }: Route.ComponentProps) {
  const { label, since, isDone } = loaderData;
  const { errors, errorAt } = refusedForm(actionData?.refusal);
  const done = actionData ? actionData.done : isDone ? accountText.linked : undefined;
  return (
    <AccountPage part="outside" done={done} refusal={label === undefined ? actionData?.refusal : undefined}>
      {label === undefined && <p>{accountText.outsideOff}</p>}
      {label !== undefined && <p>{accountText.outsideLead(label)}</p>}
      {since && <p>{accountText.linkedOutside(momentText(since))}</p>}
      {label !== undefined && actionData?.url && (
        <LinkButton href={actionData.url}>{accountText.goOutside(label)}</LinkButton>
      )}
      {label !== undefined && !actionData?.url && (
        <Form hidden={{ viec: since ? 'bo' : 'lien-ket' }} errors={errors}>
          <Field
            name="current"
            type="password"
            label={identityText.currentPassword}
            error={errorAt('current')}
            autoComplete="current-password"
            width="medium"
          />
          <Actions>
            <Button kind={since ? 'danger' : 'primary'}>
              {since ? accountText.unlinkOutside : accountText.linkOutside}
            </Button>
          </Actions>
        </Form>
      )}
    </AccountPage>
  );
}
