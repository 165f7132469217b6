import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { chosenDuties } from '../chosen.server.ts';
import { mayWriteLetters } from '../letter-page.server.ts';
import { letterRefusal, lettersText } from '../letter.text.ts';
import { draftLetters } from '../letters.server.ts';
import { withReminders } from '../list.server.ts';
import { remindText } from '../text.ts';
import { dutyColumns } from './DutyCells.tsx';
import type { Route } from './+types/new-letter.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayWriteLetters(db, person))) pageForbidden();
  const { searchParams } = new URL(args.request.url);
  const chosen = await chosenDuties(db, person, { query: searchParams, today: plainDateIn(clock()) });
  const late = chosen.filter(({ state }) => state === 'late');
  const units = new Set(late.map(({ unitId }) => unitId)).size;
  return { id: newId(), rows: await withReminders(db, late), units, notLate: chosen.length - late.length };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const given = { id: mintedId(fields['id']), keys: many('nv'), together: fields['cach'] !== 'rieng' };
  const drafted = await act(edge, (context) => draftLetters(context, given));
  if (!drafted.ok) return data({ message: letterRefusal(drafted.refusal) }, { status: statusOf(drafted.refusal) });
  const { ids } = drafted.value;
  return redirect(
    ids.length === 1 ? `/don-doc/cong-van/${given.id}?da=soan` : `/don-doc/cong-van?da-soan=${ids.length}`,
  );
}

export default function NewLetter({ loaderData, actionData }: Route.ComponentProps) {
  const { id, rows, units, notLate } = loaderData;
  const title = rows.length === 0 ? lettersText.newNone : lettersText.newTitle(rows.length);
  const ways = [
    { value: 'chung', label: lettersText.together },
    { value: 'rieng', label: lettersText.apart(units) },
  ];
  return (
    <Page title={title} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {notLate > 0 && rows.length > 0 && <Notice kind="info">{lettersText.notLate(notLate)}</Notice>}
      {rows.length > 0 && (
        <Form hidden={{ id }} action="/don-doc/cong-van/moi">
          {rows.map(({ key }) => (
            <input key={key} type="hidden" name="nv" value={key} />
          ))}
          {units > 1 && <Choices kind="one" name="cach" label={lettersText.how} options={ways} value="chung" />}
          <Actions>
            <Button>{lettersText.draft}</Button>
            <a href="/don-doc">{lettersText.cancel}</a>
          </Actions>
        </Form>
      )}
      <Table
        caption={lettersText.list}
        columns={dutyColumns([])}
        rows={rows}
        rowKey={({ key }) => key}
        empty={<Empty what={lettersText.newNone} why={lettersText.newNoneWhy} />}
      />
    </Page>
  );
}
