import { redirect } from 'react-router';
import { edgeOf } from '../../../platform/http.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { comeBack } from '../outside/outside.server.ts';
import { answerSignIn, browserOf } from '../session/answer.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import type { Route } from './+types/outside-return';
import { OutsideFailed } from './outside-parts.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const stepToken = cookiesOf(edge.services.config).read(args.request, 'buoc');
  const query = new URL(args.request.url).search;
  const back = await comeBack(edge, { query, stepToken }, browserOf(edge, args.request));
  if (!back.ok) return { refusal: back.refusal };
  if (back.value.kind === 'linked') throw redirect('/tai-khoan/lien-thong?xong');
  const { outcome, to } = back.value;
  throw answerSignIn(edge, outcome, { request: args.request, wanted: to });
}

export default function OutsideReturn({ loaderData }: Route.ComponentProps) {
  return (
    <Page title={accountText.outside}>
      <title>{accountText.outside}</title>
      <OutsideFailed refusal={loaderData.refusal} />
    </Page>
  );
}
