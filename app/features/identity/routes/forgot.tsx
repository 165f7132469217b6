import { setTimeout } from 'node:timers/promises';
import { act } from '../../../platform/command.server.ts';
import { stranger } from '../../../kernel/actor.ts';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { askForLink } from '../people/mail-link.server.ts';
import { brakeMail } from '../sign-in/rate.server.ts';
import { emailFault } from '../people/person.ts';
import { identityText } from '../text.ts';
import type { Route } from './+types/forgot';
import { refusedForm } from './refused-form.ts';
import { forgotText } from './text.ts';

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { fields } = await typedIn(args.request);
  const email = fields['email'] ?? '';
  const fault = emailFault(email.trim());
  if (fault) return refused(fault, { email });
  const brake = await brakeMail({ address: edge.address, name: email.trim().toLowerCase() });
  if (brake) return refused(brake, { email });
  const asked = act({ ...edge, actor: stranger }, (context) => askForLink(context, edge.services, email));
  // A known address takes some milliseconds more; the answer waits long enough not to tell.
  await Promise.all([asked, setTimeout(400)]);
  return { refusal: undefined, email };
}

export default function Forgot({ actionData }: Route.ComponentProps) {
  const refusal = actionData?.refusal;
  const { errors, errorAt } = refusedForm(refusal);
  return (
    <Page title={forgotText.title}>
      <title>{forgotText.title}</title>
      {actionData && !refusal && <Notice kind="info">{forgotText.sent}</Notice>}
      <p>{forgotText.lead}</p>
      <p>{forgotText.otherwise}</p>
      <Form errors={errors}>
        <Field
          type="email"
          name="email"
          label={forgotText.email}
          value={actionData?.email}
          error={errorAt('email')}
          autoComplete="email"
          width="medium"
        />
        <Actions>
          <Button>{forgotText.ask}</Button>
          <a href="/dang-nhap">{identityText.backToSignIn}</a>
        </Actions>
      </Form>
    </Page>
  );
}
