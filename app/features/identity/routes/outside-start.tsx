import { redirect } from 'react-router';
import { edgeOf } from '../../../platform/http.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { setOut } from '../outside/outside.server.ts';
import { wantedPath } from '../session/answer.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { stepMinutes } from '../sign-in/step.server.ts';
import { brakeVisits } from '../sign-in/rate.server.ts';
import type { IdentityRefusal } from '../text.ts';
import type { Route } from './+types/outside-start';
import { OutsideFailed } from './outside-parts.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs): Promise<{ refusal: IdentityRefusal }> {
  const edge = edgeOf(args);
  const brake = await brakeVisits(edge.address);
  if (brake) return { refusal: brake };
  const out = await setOut(edge, { to: wantedPath(args.request) });
  if (!out.ok) return { refusal: out.refusal };
  const cookie = cookiesOf(edge.services.config).write('buoc', out.value.token, stepMinutes);
  throw redirect(out.value.url, { headers: { 'Set-Cookie': cookie } });
}

export default function OutsideStart({ loaderData }: Route.ComponentProps) {
  return (
    <Page title={accountText.outside}>
      <title>{accountText.outside}</title>
      <OutsideFailed refusal={loaderData.refusal} />
    </Page>
  );
}
