import { data } from 'react-router';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findInvitation } from '../password/invitation.server.ts';
import { acceptInvitation } from '../password/set-password.server.ts';
import { answerSignIn, browserOf } from '../session/answer.server.ts';
import { identityText } from '../text.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { refusedForm } from './refused-form.ts';
import type { Route } from './+types/invitation';

export const meta = () => [{ title: identityText.setPassword }];

/** Looking does not use the link up: mail programs look at links before people do. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = edgeOf({ context });
  const found = await findInvitation(services.db, params.token, services.clock());
  if (!found) return data({ invitation: undefined }, { status: 404 });
  return data({ invitation: { name: found.name, username: found.username } });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const edge = edgeOf({ context });
  const { fields } = await typedIn(request);
  const typed = { password: fields['password'] ?? '', again: fields['again'] ?? '' };
  const result = await acceptInvitation(edge, params.token, typed, browserOf(edge, request));
  return result.ok ? answerSignIn(edge, result.value, { request, wanted: '/' }) : refused(result.refusal, {});
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation } = loaderData;
  if (!invitation) return <DeadLink />;
  const { errors, errorAt } = refusedForm(actionData?.refusal);
  return (
    <Page title={identityText.setPassword} lead={identityText.setPasswordLead(invitation.name, invitation.username)}>
      <Form errors={errors}>
        <input type="hidden" name="username" value={invitation.username} autoComplete="username" />
        <NewPasswordFields errorAt={errorAt} />
        <Actions>
          <Button>{identityText.setPasswordDo}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

function DeadLink() {
  return (
    <Page title={identityText.deadLink}>
      <Notice kind="refusal">{identityText.deadLinkWhy}</Notice>
      <LinkButton href="/dang-nhap">{identityText.backToSignIn}</LinkButton>
    </Page>
  );
}
