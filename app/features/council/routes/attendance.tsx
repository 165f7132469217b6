import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { takeAttendance } from '../moving.server.ts';
import { findOneSession } from '../page.server.ts';
import { attendanceStates } from '../tally.ts';
import { attendanceText, councilProblems, councilText as said, postText, standingText, toldAtTop } from '../text.ts';
import type { Route } from './+types/attendance.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  if (!one?.moves.includes('attend')) return pageNotFound();
  return { session: one.session, seats: one.seats, standing: one.standing };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const states = Object.entries(fields).flatMap(([name, value]) => {
    const state = attendanceStates.find((each) => each === value);
    return name.startsWith('seat-') && state ? [{ personId: name.slice('seat-'.length), state }] : [];
  });
  const reason = fields['reason'] ?? '';
  const taken = await act(edge, (context) => takeAttendance(context, { id, states, reason }));
  if (taken.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=${taken.value.stopped ? 'stopped' : 'attend'}`);
  return data({ fields, problems: councilProblems(taken.refusal) }, { status: statusOf(taken.refusal) });
}

export default function Attendance({ loaderData, actionData }: Route.ComponentProps) {
  const { session, seats, standing } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const typed = actionData?.fields;
  const problems = actionData?.problems ?? [];
  const atTop = problems.filter(({ field }) => field === '');
  const options = attendanceStates.filter((state) => state !== 'left' || session.openedAt !== null);
  return (
    <Page
      title={said.attendance}
      lead={standingText(standing, session.manner)}
      trail={[{ label: session.title, href: here }]}
    >
      <title>{said.attendance}</title>
      {atTop.length > 0 && <Notice kind="refusal">{toldAtTop(atTop)}</Notice>}
      <p>{said.attendanceLead}</p>
      <Form guard={`diem-danh-${session.id}`} errors={problems.filter(({ field }) => field !== '')}>
        {seats.map(({ personId, name, post, state }) => (
          <Choices
            key={personId}
            kind="one"
            name={`seat-${personId}`}
            label={`${name}, ${postText[post]}`}
            value={typed?.[`seat-${personId}`] ?? state ?? undefined}
            options={options.map((value) => ({ value, label: attendanceText[value] }))}
          />
        ))}
        <Field
          name="reason"
          label={said.attendanceReason}
          value={typed?.['reason']}
          error={problems.find(({ field }) => field === 'reason')?.message}
          optional
          width="long"
        />
        <Actions>
          <Button>{said.save}</Button>
          <a href={here}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
