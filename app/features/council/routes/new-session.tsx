import { data, redirect } from 'react-router';
import { isAllowed } from '../../../kernel/permit.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { councils } from '../councils.server.ts';
import { planSession } from '../planning.server.ts';
import { councilRights } from '../rights.ts';
import { councilProblems, councilText as said } from '../text.ts';
import { SessionFields } from './CouncilFields.tsx';
import type { Route } from './+types/new-session.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const id = askedId(args.params.councilId);
  const council =
    (await councils(edge.services.db, person).where('council.id', '=', id).executeTakeFirst()) ?? pageNotFound();
  if (!isAllowed(councilRights, 'council.plan', person, [council.unitId])) pageForbidden();
  return { council, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const given = { id: mintedId(fields['id']), councilId: askedId(args.params.councilId), fields };
  const made = await act(edge, (context) => planSession(context, given));
  if (made.ok) return redirect(`/khen-thuong/hoi-dong/phien/${made.value.id}/chuong-trinh`);
  return data({ fields, problems: councilProblems(made.refusal) }, { status: statusOf(made.refusal) });
}

export default function NewSession({ loaderData, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? [];
  return (
    <Page
      title={said.newSession}
      lead={loaderData.council.name}
      trail={[{ label: said.title, href: '/khen-thuong/hoi-dong' }]}
    >
      <title>{said.newSession}</title>
      <Form hidden={{ id: loaderData.newId }} errors={problems} guard={`phien-moi-${loaderData.council.id}`}>
        <SessionFields typed={actionData?.fields ?? {}} problems={problems} />
        <Actions>
          <Button>{said.newSession}</Button>
          <a href="/khen-thuong/hoi-dong">{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
