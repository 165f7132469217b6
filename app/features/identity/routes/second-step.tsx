import { redirect } from 'react-router';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { giveSecondFactor } from '../second-factor/second-step.server.ts';
import { answerSignIn, browserOf, wantedPath } from '../session/answer.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { withTo } from '../session/own-path.ts';
import { findStep } from '../sign-in/step.server.ts';
import { identityRefusal } from '../text.ts';
import type { Route } from './+types/second-step';
import { stepText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const token = cookiesOf(services.config).read(args.request, 'buoc');
  const step = await findStep(services.db, services.seal, { kind: 'second_factor', token, now: services.clock() });
  if (!step) throw redirect('/dang-nhap');
  return { to: wantedPath(args.request) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const stepToken = cookiesOf(edge.services.config).read(args.request, 'buoc');
  const { fields } = await typedIn(args.request);
  const given = { stepToken, code: fields['code'] ?? '' };
  const result = await giveSecondFactor(edge, given, browserOf(edge, args.request));
  return result.ok
    ? answerSignIn(edge, result.value, { request: args.request, wanted: wantedPath(args.request) })
    : refused(result.refusal, {});
}

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const wrong = actionData && identityRefusal(actionData.refusal);
  return (
    <Page title={stepText.title} lead={stepText.lead}>
      <title>{stepText.title}</title>
      <Form errors={wrong ? [{ field: 'code', label: stepText.code, message: wrong }] : []}>
        <Field
          name="code"
          label={stepText.code}
          hint={stepText.codeHint}
          error={wrong}
          autoComplete="one-time-code"
          width="medium"
        />
        <Actions>
          <Button>{stepText.give}</Button>
          <a href={withTo('/dang-nhap/khoa-truy-cap', loaderData.to)}>{stepText.byPasskey}</a>
          <a href="/dang-nhap">{stepText.again}</a>
        </Actions>
      </Form>
    </Page>
  );
}
