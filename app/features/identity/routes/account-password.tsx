import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { changePassword } from '../password/set-password.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import { identityText } from '../text.ts';
import type { Route } from './+types/account-password';
import { AccountPage } from './account-page.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { refusedForm } from './refused-form.ts';
import { accountText } from './text.ts';

export function loader(args: Route.LoaderArgs) {
  personAt(edgeOf(args), args.request);
  return {};
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { session } = await actorOfRequest(edge.services, args.request);
  const { fields } = await typedIn(args.request);
  const result = await changePassword(edge, person, {
    current: fields['current'] ?? '',
    password: fields['password'] ?? '',
    again: fields['again'] ?? '',
    keepSessionId: session?.id ?? '',
  });
  return result.ok ? { refusal: undefined } : refused(result.refusal, {});
}

export default function AccountPassword({ actionData }: Route.ComponentProps) {
  const refusal = actionData?.refusal;
  const { errors, errorAt } = refusedForm(refusal);
  return (
    <AccountPage part="password" done={actionData && !refusal ? accountText.passwordSaved : undefined}>
      <p>{accountText.passwordLead}</p>
      <Form errors={errors}>
        <Field
          name="current"
          type="password"
          label={identityText.currentPassword}
          error={errorAt('current')}
          autoComplete="current-password"
          width="medium"
        />
        <NewPasswordFields errorAt={errorAt} />
        <Actions>
          <Button>{accountText.changePassword}</Button>
        </Actions>
      </Form>
    </AccountPage>
  );
}
