import { redirect } from 'react-router';
import { edgeOf, refused, typedIn } from '../../../platform/http.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { challengePasskey, signInByPasskey } from '../second-factor/passkeys.server.ts';
import { answerSignIn, browserOf, wantedPath } from '../session/answer.server.ts';
import { brakeVisits } from '../sign-in/rate.server.ts';
import { identityRefusal, identityText } from '../text.ts';
import type { Route } from './+types/passkey-sign-in';
import { PasskeyForm } from './passkey-form.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  if (edge.actor.kind === 'person') throw redirect(wantedPath(args.request));
  const brake = await brakeVisits(edge.address);
  return brake ? { brake, challenge: undefined } : { brake, challenge: await challengePasskey(edge) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const brake = await brakeVisits(edge.address);
  if (brake) return refused(brake, {});
  const { fields } = await typedIn(args.request);
  const given = { step: fields['step'], response: fields['response'] ?? '' };
  const result = await signInByPasskey(edge, given, browserOf(edge, args.request));
  if (!result.ok) return refused(result.refusal, {});
  return answerSignIn(edge, result.value, { request: args.request, wanted: wantedPath(args.request) });
}

export default function PasskeySignIn({ loaderData, actionData }: Route.ComponentProps) {
  const refusal = actionData?.refusal ?? loaderData.brake;
  return (
    <Page title={accountText.passkeySignIn} lead={accountText.passkeySignInLead}>
      <title>{accountText.passkeySignIn}</title>
      {refusal && <Notice kind="refusal">{identityRefusal(refusal)}</Notice>}
      {loaderData.challenge && (
        <PasskeyForm way="get" challenge={loaderData.challenge} verb={accountText.passkeySignIn} />
      )}
      <p>
        <a href="/dang-nhap">{identityText.backToSignIn}</a>
      </p>
    </Page>
  );
}
