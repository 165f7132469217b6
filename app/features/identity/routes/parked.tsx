import { redirect } from 'react-router';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { dropParked, findParked } from '../parked/parked.server.ts';
import { SendAgain } from '../parked/SendAgain.tsx';
import { wantedPath } from '../session/answer.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import type { Route } from './+types/parked';
import { parkedText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const cookies = cookiesOf(edge.services.config);
  const token = cookies.read(args.request, 'dang-do');
  const parked = token === undefined ? undefined : await findParked(edge.services, person, token);
  if (!parked) {
    throw redirect(wantedPath(args.request), { headers: { 'Set-Cookie': cookies.clear('dang-do') } });
  }
  return { parked };
}

/** Throws the kept text away. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const cookies = cookiesOf(edge.services.config);
  const token = cookies.read(args.request, 'dang-do');
  if (token !== undefined) await dropParked(edge.services.db, person, token);
  return redirect('/', { headers: { 'Set-Cookie': cookies.clear('dang-do') } });
}

export default function Parked({ loaderData }: Route.ComponentProps) {
  const { parked } = loaderData;
  return (
    <Page title={parkedText.title} lead={parkedText.lead}>
      <title>{parkedText.title}</title>
      <SendAgain form={parked} />
      <Form>
        <Button kind="plain">{parkedText.discard}</Button>
      </Form>
    </Page>
  );
}
