import { data, redirect } from 'react-router';
import { unitsHeld } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitsBelow } from '../../organisation/units-below.server.ts';
import { beginList } from '../entering.server.ts';
import { levelProblems, levelsText as said } from '../text.ts';
import type { Route } from './+types/new-list.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const units = await unitsBelow(db, unitsHeld(person, 'officer', 'head'), 500);
  return { units, id: newId(), year: plainDateIn(clock()).slice(0, 4) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['id']), unitId: askedId(fields['don-vi']), year: fields['nam'] ?? '' };
  const begun = await act(edge, (context) => beginList(context, command));
  if (begun.ok) return redirect(`/xep-loai/${begun.value.id}`);
  return data({ fields, problems: levelProblems(begun.refusal) }, { status: statusOf(begun.refusal) });
}

export default function NewList({ loaderData, actionData }: Route.ComponentProps) {
  const { units, id, year } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  const other = problems.find(({ field }) => field === '');
  return (
    <Page title={said.new} lead={said.newLead} trail={[{ label: said.title, href: '/xep-loai' }]}>
      <title>{said.new}</title>
      {other && <Notice kind="refusal">{other.message}</Notice>}
      {units.length === 0 ? (
        <Empty what={said.noUnit} why={said.noUnitWhy} />
      ) : (
        <Form hidden={{ id: fields['id'] ?? id }} errors={problems.filter(({ field }) => field !== '')}>
          <Field
            type="select"
            name="don-vi"
            label={said.unit}
            blank={null}
            value={fields['don-vi'] ?? units[0]?.id}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <Field
            name="nam"
            label={said.year}
            width="short"
            value={fields['nam'] ?? year}
            error={problems.find(({ field }) => field === 'nam')?.message}
          />
          <Actions>
            <Button>{said.begin}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
