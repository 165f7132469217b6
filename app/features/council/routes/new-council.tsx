import { data, redirect } from 'react-router';
import { unitsHeld } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { setUpCouncil } from '../councils.server.ts';
import { councilProblems, councilText as said } from '../text.ts';
import { CouncilFields } from './CouncilFields.tsx';
import type { Route } from './+types/new-council.ts';

export function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const [unitId = pageForbidden()] = unitsHeld(person, 'council_secretary', 'administrator');
  return { unitId, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const given = { id: mintedId(fields['id']), unitId: fields['unitId'] ?? '', fields };
  const made = await act(edge, (context) => setUpCouncil(context, given));
  if (made.ok) return redirect(`/khen-thuong/hoi-dong/thanh-vien/${made.value.id}`);
  return data({ fields, problems: councilProblems(made.refusal) }, { status: statusOf(made.refusal) });
}

const defaults = { quorumNum: '2', quorumDen: '3', votingPercent: '80' };

export default function NewCouncil({ loaderData, actionData }: Route.ComponentProps) {
  const { unitId, newId: id } = loaderData;
  const problems = actionData?.problems ?? [];
  return (
    <Page title={said.newCouncil} trail={[{ label: said.title, href: '/khen-thuong/hoi-dong' }]}>
      <title>{said.newCouncil}</title>
      <Form hidden={{ id, unitId }} errors={problems} guard="hoi-dong-moi">
        <CouncilFields typed={actionData?.fields ?? defaults} problems={problems} />
        <Actions>
          <Button>{said.newCouncil}</Button>
          <a href="/khen-thuong/hoi-dong">{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
