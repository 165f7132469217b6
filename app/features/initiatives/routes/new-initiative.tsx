import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { authorChoices, schemeChoices, unitChoices } from '../choices.server.ts';
import { enterInitiative } from '../drafting.server.ts';
import { servesIn, typedInitiative } from '../initiative-form.ts';
import { initiativeProblems, initiativesText as said } from '../text.ts';
import { InitiativeFields } from './InitiativeFields.tsx';
import type { Route } from './+types/new-initiative.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [units, schemes] = await Promise.all([unitChoices(db, person), schemeChoices(db)]);
  const query = new URL(args.request.url).searchParams;
  const first = {
    'don-vi': units.find(({ code }) => code === query.get('don-vi'))?.id ?? units[0]?.id ?? '',
    'gan-voi': query.get('gan-voi') ?? '',
    year: plainDateIn(clock()).slice(0, 4),
  };
  const people = await authorChoices(
    db,
    units.map(({ id }) => id),
  );
  return { units, schemes, people, id: newId(), first };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = {
    id: mintedId(fields['id']),
    unitId: askedId(fields['don-vi']),
    ...servesIn(fields['gan-voi']),
    typed: typedInitiative(fields),
  };
  const entered = await act(edge, (context) => enterInitiative(context, command));
  if (entered.ok) return redirect(`/sang-kien/${entered.value.id}?da=change`);
  return data({ fields, problems: initiativeProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

export default function NewInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { units, schemes, people, id, first } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? first;
  const problems = actionData?.problems ?? [];
  const trail = [{ label: said.title, href: '/sang-kien' }];
  if (units.length === 0)
    return (
      <Page title={said.newTitle} trail={trail}>
        <title>{said.newTitle}</title>
        <Empty what={said.noUnit} why={said.noUnitWhy} />
      </Page>
    );
  return (
    <Page title={said.newTitle} lead={said.newLead} trail={trail}>
      <title>{said.newTitle}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={problems} guard="sang-kien-moi">
        <Field
          type="select"
          name="don-vi"
          label={said.unit}
          blank={null}
          value={fields['don-vi']}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <InitiativeFields
          fields={fields}
          schemes={schemes}
          people={people}
          errorAt={(name) => problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
