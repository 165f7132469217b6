import { act } from '../../../platform/command.server.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { doOnMeeting } from '../deeds.server.ts';
import { meetingSeen } from '../meeting-page.server.ts';
import { meetingLook } from '../stage-look.ts';
import { blocksText as said, fieldText, meetingStageText } from '../text.ts';
import { answered } from './at.ts';
import { yearPath } from '../year-path.ts';
import { MeetingActs } from './MeetingActs.tsx';
import { MinutesSeen } from './MinutesSeen.tsx';
import { Papers } from './Papers.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/meeting.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const seen = (await meetingSeen(db, person, args.params.meetingId)) ?? pageNotFound();
  return { seen, today: plainDateIn(clock()), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnMeeting(edge, askedId(args.params.meetingId), typed, act);
  const done = deed === 'close' ? 'close_minutes' : deed;
  return answered(result, { deed, fields: typed.fields, to: (id) => `/khoi-cum/hop/${id}?da=${done}` });
}

export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const { seen, today, done } = loaderData;
  const { meeting, year } = seen;
  const trail = [
    { label: said.title, href: `/khoi-cum?nam=${meeting.year}` },
    { label: said.yearTitle(year.block.name, meeting.year), href: yearPath(year.block.code, meeting.year) },
  ];
  return (
    <Page
      title={meeting.title}
      lead={said.yearTitle(year.block.name, meeting.year)}
      trail={trail}
      action={<Stage stage={meetingLook[meeting.stage]} word={meetingStageText[meeting.stage]} />}
    >
      <title>{meeting.title}</title>
      <Said done={done} refused={actionData} />
      {meeting.cancelReason !== null && (
        <Notice kind="warning" title={said.cancelled}>
          {meeting.cancelReason}
        </Notice>
      )}
      <Pairs
        pairs={[
          { label: fieldText.plannedOn, value: said.when(meeting.plannedOn, meeting.plannedTime) },
          { label: fieldText.place, value: meeting.place },
          { label: fieldText.agenda, value: <Lines text={meeting.agenda} /> },
        ]}
      />
      <MeetingActs seen={seen} today={today} refused={actionData} />
      <MinutesSeen seen={seen} today={today} refused={actionData} />
      <Papers seen={seen} refused={actionData} />
    </Page>
  );
}

function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, at) => <div key={`${at} ${line}`}>{line}</div>);
}
