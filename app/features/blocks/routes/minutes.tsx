import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { doOnMeeting } from '../deeds.server.ts';
import { meetingSeen } from '../meeting-page.server.ts';
import { blocksText as said, fieldText } from '../text.ts';
import { answered } from './at.ts';
import { AddAgreement, MinutesForm } from './MinutesForms.tsx';
import { Said } from './Said.tsx';
import type { Route } from './+types/minutes.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const seen = (await meetingSeen(edge.services.db, person, args.params.meetingId)) ?? pageNotFound();
  const minutes = seen.moves.includes('write') && seen.minutes ? seen.minutes : pageForbidden();
  const { meeting } = seen;
  return { meeting, minutes, minted: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnMeeting(edge, askedId(args.params.meetingId), typed, act);
  const { fields } = typed;
  return answered(result, { deed, fields, to: (id) => `/khoi-cum/hop/${id}/bien-ban?da=${deed}` });
}

export default function WriteMinutes({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, minutes, minted, done } = loaderData;
  return (
    <Page
      title={said.writeMinutes}
      lead={meeting.title}
      trail={[{ label: meeting.title, href: `/khoi-cum/hop/${meeting.id}` }]}
    >
      <title>{said.writeMinutes}</title>
      <Said done={done} refused={actionData} />
      <MinutesForm meeting={meeting} minutes={minutes} refused={actionData} />
      <h2>{said.agreements}</h2>
      <Table
        caption={said.agreements}
        captionHidden
        rows={minutes.agreements}
        rowKey={({ id }) => id}
        columns={[
          { key: 'viec', head: fieldText.what, kind: 'name', cell: ({ what }) => what },
          { key: 'don-vi', head: fieldText.unit, cell: ({ unitName }) => unitName },
          { key: 'han', head: fieldText.dueOn, cell: ({ dueOn }) => dateText(dueOn) },
          {
            key: 'bo',
            head: said.dropAgreement,
            cell: ({ id }) => (
              <Form hidden={{ viec: 'disagree', ma: id }}>
                <Button kind="plain" small>
                  {said.dropAgreement}
                </Button>
              </Form>
            ),
          },
        ]}
        empty={<p className="muted">{said.noAgreements}</p>}
      />
      <AddAgreement minutes={minutes} minted={minted} refused={actionData} />
    </Page>
  );
}
