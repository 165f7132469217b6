import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { secretText } from '../../pledges/text.ts';
import { aboutKey, distinctAbouts, planChoices, unitsIn } from '../choices.server.ts';
import { enterPlan } from '../drafting.server.ts';
import { planProblems, plansText } from '../text.ts';
import { AboutField } from './AboutField.tsx';
import { PlanFields } from './PlanFields.tsx';
import type { Route } from './+types/new-plan.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const choices = await planChoices(db, person);
  const secret = await db.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
  const year = plainDateIn(clock()).slice(0, 4);
  const wanted = choices.find((each) => aboutKey(each) === query.get('ve'));
  const first = {
    ve: wanted ? aboutKey(wanted) : '',
    'don-vi': wanted?.unitCode ?? '',
    firstDay: wanted?.firstDay ?? `${year}-01-01`,
    lastDay: wanted?.lastDay ?? `${year}-12-31`,
  };
  return { choices: distinctAbouts(choices), units: unitsIn(choices), secret, id: newId(), first };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const choices = await planChoices(edge.services.db, person);
  const about = choices.find((each) => aboutKey(each) === fields['ve']);
  const unit = choices.find(({ unitCode }) => unitCode === fields['don-vi']);
  if (!about || !unit) {
    const problems = [{ field: 've', label: plansText.about, message: plansText.chooseAbout }];
    return data({ fields, problems }, { status: 422 });
  }
  const { schemeCode, movementId } = about;
  const command = { id: mintedId(fields['id']), unitId: unit.unitId, schemeCode, movementId, typed: fields };
  const entered = await act(edge, (context) => enterPlan(context, command));
  if (entered.ok) return redirect(`/ke-hoach/${entered.value.id}?da=change`);
  return data({ fields, problems: planProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

export default function NewPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, units, secret, id, first } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? first;
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const trail = [{ label: plansText.title, href: '/ke-hoach' }];
  if (choices.length === 0)
    return (
      <Page title={plansText.newTitle} trail={trail}>
        <title>{plansText.newTitle}</title>
        <Empty what={plansText.noUnit} why={plansText.noUnitWhy} />
      </Page>
    );
  return (
    <Page title={plansText.newTitle} lead={plansText.newLead} trail={trail}>
      <title>{plansText.newTitle}</title>
      <Form hidden={{ id: actionData?.fields['id'] ?? id }} errors={problems} guard="ke-hoach-moi">
        <Field
          type="select"
          name="don-vi"
          label={plansText.unit}
          blank={null}
          value={fields['don-vi'] || units[0]?.code}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <AboutField abouts={choices} value={fields['ve']} hint={plansText.aboutHint} error={errorAt('ve')} />
        <PlanFields fields={fields} errorAt={errorAt} />
        <Actions>
          <Button>{plansText.save}</Button>
        </Actions>
      </Form>
      {secret.map(({ code, name }) => (
        <Notice key={code} kind="info" title={`${code} ${name}: ${plansText.secretNote}`}>
          {secretText}
        </Notice>
      ))}
    </Page>
  );
}
