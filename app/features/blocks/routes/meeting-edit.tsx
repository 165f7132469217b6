import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { doOnMeeting } from '../deeds.server.ts';
import { meetingSeen } from '../meeting-page.server.ts';
import { blocksText as said, fieldText, meetingMoveText } from '../text.ts';
import { answered } from './at.ts';
import { MeetingFields, meetingFields } from './MeetingFields.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/meeting-edit.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { meeting, moves } = (await meetingSeen(edge.services.db, person, args.params.meetingId)) ?? pageNotFound();
  if (!moves.includes('change')) pageForbidden();
  return { meeting };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const fields = { ...typed.fields, viec: 'change' };
  const { deed, result } = await doOnMeeting(edge, askedId(args.params.meetingId), { ...typed, fields }, act);
  return answered(result, { deed, fields, to: (id) => `/khoi-cum/hop/${id}?da=change` });
}

export default function EditMeeting({ loaderData: { meeting }, actionData }: Route.ComponentProps) {
  const { fields, problems, isOpen, errorAt } = formOf(actionData, 'change');
  const isRace = actionData?.isRace === true;
  return (
    <Page
      title={said.change}
      lead={meeting.title}
      trail={[{ label: meeting.title, href: `/khoi-cum/hop/${meeting.id}` }]}
    >
      <title>{said.change}</title>
      <Said done={null} refused={actionData} />
      <Form version={meeting.version} errors={problems} guard={`hop-khoi-${meeting.id}`}>
        {isRace && (
          <Compare
            fields={meetingFields.map((name) => ({
              label: fieldText[name],
              mine: fields[name] ?? '',
              theirs: meeting[name],
            }))}
          />
        )}
        <MeetingFields fields={isOpen ? fields : storedIn(meeting)} errorAt={errorAt} />
        <Button>{meetingMoveText.change}</Button>
      </Form>
    </Page>
  );
}

type Stored = Readonly<Record<(typeof meetingFields)[number], string>>;

function storedIn({ title, plannedOn, plannedTime, place, agenda }: Stored): Readonly<Record<string, string>> {
  return { title, plannedOn, plannedTime, place, agenda };
}
