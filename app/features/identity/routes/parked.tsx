import { redirect } from 'react-router';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { typedParts } from '../parked/parkable.ts';
import { dropParked, findParked } from '../parked/parked.server.ts';
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
  return { parked, parts: typedParts(parked), page: parked.path };
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
  const { parked, parts, page } = loaderData;
  return (
    <Page title={parkedText.title} lead={parkedText.lead}>
      <title>{parkedText.title}</title>
      <h2>{parkedText.typed}</h2>
      <ul className="typed">
        {parts.map((part, at) => (
          <li key={`${String(at)} ${part}`}>{inLines(part)}</li>
        ))}
      </ul>
      <Notice kind="info">{parkedText.files}</Notice>
      <form method="post" action={page} className="form">
        {parked.fields.map(([name, value], at) => (
          <input key={`${String(at)} ${name}`} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button>{parkedText.sendAgain}</Button>
          <LinkButton href={page} kind="second">
            {parkedText.openPage}
          </LinkButton>
        </Actions>
      </form>
      <Form>
        <Button kind="plain">{parkedText.discard}</Button>
      </Form>
    </Page>
  );
}

function inLines(text: string) {
  return text.split(/\r?\n/).map((line, at) => (
    <span key={`${String(at)} ${line}`}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}
