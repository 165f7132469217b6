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
import { aboutChoices, aboutOf, unitsToPledge } from '../choices.server.ts';
import { PledgeFields } from './PledgeFields.tsx';
import { enterPledge } from '../pledges.server.ts';
import { pledgeProblems, pledgesText, secretText } from '../text.ts';
import type { Route } from './+types/new-pledge.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [units, choices] = await Promise.all([unitsToPledge(db, person), aboutChoices(db)]);
  const query = new URL(args.request.url).searchParams;
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return {
    units,
    choices,
    id: newId(),
    thisYear,
    year: query.get('nam') ?? String(thisYear),
    about: query.get('ve') ?? '',
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const units = await unitsToPledge(edge.services.db, person);
  const unit = units.find(({ code }) => code === fields['don-vi']);
  const about = aboutOf(fields['ve'] ?? '');
  const missing = [
    ...(unit ? [] : [{ field: 'don-vi', label: pledgesText.unit, message: pledgesText.chooseUnit }]),
    ...(about ? [] : [{ field: 've', label: pledgesText.what, message: pledgesText.chooseWhat }]),
  ];
  if (!unit || !about) return data({ fields, problems: missing }, { status: 422 });
  const typed = {
    wording: fields['wording'] ?? '',
    value: fields['value'] ?? '',
    unitOfMeasure: fields['unitOfMeasure'] ?? '',
  };
  const command = { id: mintedId(fields['id']), unitId: unit.id, year: Number(fields['nam']), ...about, typed };
  const entered = await act(edge, (context) => enterPledge(context, command));
  if (entered.ok) return redirect(`/dang-ky-chi-tieu/${entered.value.id}?da=change`);
  return data({ fields, problems: pledgeProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

export default function NewPledge({ loaderData, actionData }: Route.ComponentProps) {
  const { units, choices, id, thisYear, year, about } = loaderData;
  const fields = actionData?.fields ?? {};
  const errorAt = (name: string) => actionData?.problems.find((each) => each.field === name)?.message;
  const trail = [{ label: pledgesText.title, href: '/dang-ky-chi-tieu' }];
  if (units.length === 0)
    return (
      <Page title={pledgesText.newTitle} trail={trail}>
        <title>{pledgesText.newTitle}</title>
        <Empty what={pledgesText.noUnit} why={pledgesText.noUnitWhy} />
      </Page>
    );
  const named = ({ code, name }: { readonly code: string; readonly name: string }) => ({
    value: code,
    label: `${code} ${name}`,
  });
  const groups = [
    { label: pledgesText.indicators, options: choices.indicators.map(named) },
    { label: pledgesText.schemes, options: choices.schemes.map(named) },
    ...choices.schemes.map(({ code, criteria }) => ({
      label: pledgesText.criteria(code),
      options: criteria.map(named),
    })),
  ];
  const years = [thisYear, thisYear + 1].map((each) => ({ value: String(each), label: String(each) }));
  return (
    <Page title={pledgesText.newTitle} trail={trail}>
      <title>{pledgesText.newTitle}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={actionData?.problems} guard="dang-ky-moi">
        <Field
          type="select"
          name="don-vi"
          label={pledgesText.unit}
          value={fields['don-vi'] ?? units[0]?.code}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          error={errorAt('don-vi')}
        />
        <Field
          type="select"
          name="nam"
          label={pledgesText.year}
          blank={null}
          value={fields['nam'] ?? year}
          options={years}
        />
        <Field
          type="select"
          name="ve"
          label={pledgesText.what}
          hint={pledgesText.whatHint}
          value={fields['ve'] ?? about}
          options={groups}
          error={errorAt('ve')}
        />
        <PledgeFields fields={fields} errorAt={errorAt} />
        <Actions>
          <Button>{pledgesText.save}</Button>
        </Actions>
      </Form>
      {choices.secret.map(({ code, name }) => (
        <Notice key={code} kind="info" title={`${code} ${name}: ${pledgesText.secretNote}`}>
          {secretText}
        </Notice>
      ))}
    </Page>
  );
}
