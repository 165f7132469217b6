import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, typedIn } from '../../../platform/http.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { doPlan } from '../deeds.server.ts';
import { blocksText as said, meetingMoveText } from '../text.ts';
import { mayPlan } from '../year-page.server.ts';
import { answered, yearAt } from './at.ts';
import { yearPath } from '../year-path.ts';
import { MeetingFields } from './MeetingFields.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/meeting-new.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const found = await yearAt(edge, args.params);
  if (!mayPlan(found, person)) pageForbidden();
  return { block: found.block, year: found.year, minted: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { block, year } = await yearAt(edge, args.params);
  const { fields } = await typedIn(args.request);
  const result = await doPlan(edge, { blockId: block.id, year }, fields, act);
  return answered(result, { deed: 'plan', fields, to: (id) => `/khoi-cum/hop/${id}?da=change` });
}

export default function NewMeeting({ loaderData: { block, year, minted }, actionData }: Route.ComponentProps) {
  const { fields, problems, errorAt } = formOf(actionData, 'plan');
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${year}` },
    { label: said.yearTitle(block.name, year), href: yearPath(block.code, year) },
  ];
  return (
    <Page title={said.newMeeting} lead={said.meetingLead} trail={trail}>
      <title>{said.newMeeting}</title>
      <Said done={null} refused={actionData} />
      <Form hidden={{ ma: fields['ma'] ?? minted }} errors={problems} guard={`hop-khoi-${block.code}-${year}`}>
        <MeetingFields fields={fields} errorAt={errorAt} />
        <Button>{meetingMoveText.change}</Button>
      </Form>
    </Page>
  );
}
