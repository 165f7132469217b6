import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { chosenDuties } from '../chosen.server.ts';
import { withReminders } from '../list.server.ts';
import { previewOf } from '../reminder-preview.ts';
import { sendReminder } from '../reminders.server.ts';
import { reminderRefusal, remindText } from '../text.ts';
import { dutyColumns } from './DutyCells.tsx';
import type { Route } from './+types/remind.ts';

/** Exactly what will be sent, to how many, before it is. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const { duties, left } = await chosenDuties(db, person, { query: searchParams, today });
  const rows = await withReminders(db, duties);
  const { open, ...counts } = previewOf(rows, today);
  const reached = new Set(open);
  const others = rows.filter((row) => !reached.has(row));
  return { id: newId(), open, others, left, ...counts };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const given = { id: mintedId(fields['id']), keys: many('nv') };
  const sent = await act(edge, (context) => sendReminder(context, given));
  if (!sent.ok) return data({ message: reminderRefusal(sent.refusal) }, { status: statusOf(sent.refusal) });
  return redirect(`/don-doc?da-nhac=${sent.value.sent}&da-co=${sent.value.already}`);
}

export default function Remind({ loaderData, actionData }: Route.ComponentProps) {
  const { id, open, others, people, nobody, already, left } = loaderData;
  const title = open.length === 0 ? remindText.none : remindText.title(open.length);
  return (
    <Page title={title} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {already > 0 && <Notice kind="info">{remindText.today(already)}</Notice>}
      {left > 0 && <Notice kind="warning">{remindText.left(left)}</Notice>}
      {nobody > 0 && <Notice kind="warning">{remindText.nobody(nobody)}</Notice>}
      {open.length > 0 && (
        <Form hidden={{ id }}>
          <p>{remindText.what(open.length, people)}</p>
          {open.map(({ key }) => (
            <input key={key} type="hidden" name="nv" value={key} />
          ))}
          <Actions>
            <Button>{remindText.verb(open.length)}</Button>
            <a href="/don-doc">{remindText.cancel}</a>
          </Actions>
        </Form>
      )}
      {(open.length > 0 || others.length === 0) && (
        <Table
          caption={remindText.caption}
          columns={dutyColumns([])}
          rows={open}
          rowKey={({ key }) => key}
          empty={<Empty what={remindText.none} why={remindText.noneWhy} />}
        />
      )}
      {others.length > 0 && (
        <details open={open.length === 0}>
          <summary>{remindText.others(others.length)}</summary>
          <Table
            caption={remindText.othersCaption}
            captionHidden
            columns={dutyColumns([])}
            rows={others}
            rowKey={({ key }) => key}
          />
        </details>
      )}
    </Page>
  );
}
