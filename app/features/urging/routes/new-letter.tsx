import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { issuersFor } from '../../directive/issuers.server.ts';
import { chosenDuties } from '../chosen.server.ts';
import { mayWriteLetters } from '../letter-page.server.ts';
import { letterFieldText, letterRefusal, lettersText } from '../letter.text.ts';
import { draftLetters } from '../letters.server.ts';
import { withReminders } from '../list.server.ts';
import { remindText } from '../text.ts';
import { dutyColumns } from './DutyCells.tsx';
import { letterErrors } from './LetterForm.tsx';
import type { Route } from './+types/new-letter.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayWriteLetters(db, person))) pageForbidden();
  const { searchParams } = new URL(args.request.url);
  const { duties, left } = await chosenDuties(db, person, { query: searchParams, today: plainDateIn(clock()) });
  const late = duties.filter(({ state }) => state === 'late');
  const units = new Set(late.map(({ unitId }) => unitId)).size;
  const [rows, issuers] = await Promise.all([withReminders(db, late), issuersFor(db, person)]);
  return { id: newId(), rows, issuers, units, left, notLate: duties.length - late.length };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const given = {
    id: mintedId(fields['id']),
    keys: many('nv'),
    together: fields['cach'] !== 'rieng',
    issuerId: fields['issuer'] ?? '',
  };
  const drafted = await act(edge, (context) => draftLetters(context, given));
  if (!drafted.ok) {
    const { refusal } = drafted;
    return data({ fields, refusal, message: letterRefusal(refusal) }, { status: statusOf(refusal) });
  }
  const { ids } = drafted.value;
  return redirect(
    ids.length === 1 ? `/don-doc/cong-van/${given.id}?da=soan` : `/don-doc/cong-van?da-soan=${ids.length}`,
  );
}

export default function NewLetter({ loaderData, actionData }: Route.ComponentProps) {
  const { id, rows, issuers, units, notLate, left } = loaderData;
  const errors = letterErrors(actionData);
  const title = rows.length === 0 ? lettersText.newNone : lettersText.newTitle(rows.length);
  const ways = [
    { value: 'chung', label: lettersText.together },
    { value: 'rieng', label: lettersText.apart(units) },
  ];
  return (
    <Page title={title} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {left > 0 && <Notice kind="warning">{remindText.left(left)}</Notice>}
      {notLate > 0 && rows.length > 0 && <Notice kind="info">{lettersText.notLate(notLate)}</Notice>}
      {rows.length > 0 && (
        <Form hidden={{ id }} errors={errors}>
          {rows.map(({ key }) => (
            <input key={key} type="hidden" name="nv" value={key} />
          ))}
          <Field
            type="select"
            name="issuer"
            label={letterFieldText.issuer}
            hint={lettersText.issuerHint}
            blank={null}
            value={actionData?.fields['issuer'] ?? issuers[0]?.id}
            options={issuers.map(({ id: value, name: label }) => ({ value, label }))}
            error={errors.find(({ field }) => field === 'issuer')?.message}
          />
          {units > 1 && (
            <Choices
              kind="one"
              name="cach"
              label={lettersText.how}
              options={ways}
              value={actionData?.fields['cach'] ?? 'chung'}
            />
          )}
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
