import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { PeriodKind } from '../../../kernel/period.ts';
import { nextPeriod, periodAt, previousPeriod } from '../../../kernel/period.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { periodText } from '../../indicators/text.ts';
import { unitKindNames } from '../../organisation/text.ts';
import { latestForms } from '../forms/forms.server.ts';
import { mayCall } from '../list.server.ts';
import { kindsTakingPart } from '../new-round.server.ts';
import { ADHOC } from '../round.ts';
import { createRound } from '../rounds.server.ts';
import { roundFieldText, roundProblems, roundsText } from '../text.ts';
import type { Route } from './+types/new-round.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayCall(db, person))) pageForbidden();
  const [forms, kinds] = await Promise.all([latestForms(db), kindsTakingPart(db)]);
  return { id: newId(), today: plainDateIn(clock()), forms, kinds };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const kinds = many('nhom');
  const command = { id: mintedId(fields['id']), typed: fields, formId: askedId(fields['mau']), kinds };
  const created = await act(edge, (context) => createRound(context, command));
  if (created.ok) return redirect(`/ky-bao-cao/${created.value.id}?da=change`);
  return data({ fields, kinds, problems: roundProblems(created.refusal) }, { status: statusOf(created.refusal) });
}

/** Around today: the one that ends soonest first. */
function periodsOf(kind: PeriodKind, today: string, before: number) {
  const now = periodAt(kind, today);
  const periods = [now];
  for (let at = now, left = before; left > 0; left -= 1) periods.push((at = previousPeriod(at)));
  const options = [nextPeriod(now), ...periods];
  return {
    label: roundsText.groups[kind],
    options: options.map(({ code }) => ({ value: code, label: periodText(code) })),
  };
}

export default function NewRound({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, forms, kinds } = loaderData;
  const fields = actionData?.fields ?? {};
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  const shared = (name: keyof typeof roundFieldText) => ({
    name,
    label: roundFieldText[name],
    value: fields[name],
    error: errorAt(name),
  });
  return (
    <Page
      title={roundsText.newTitle}
      lead={roundsText.newLead}
      trail={[{ label: roundsText.title, href: '/ky-bao-cao' }]}
    >
      <title>{roundsText.newTitle}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={actionData?.problems} guard="ky-bao-cao-moi">
        <Field {...shared('ten')} hint={roundsText.nameHint} />
        <Field
          {...shared('ky')}
          type="select"
          hint={roundsText.periodHint}
          options={[
            periodsOf('quarter', today, 4),
            periodsOf('month', today, 6),
            periodsOf('half', today, 2),
            periodsOf('year', today, 1),
            { value: ADHOC, label: roundsText.adhoc },
          ]}
        />
        <Field {...shared('tu-ngay')} type="date" hint={roundsText.daysHint} optional />
        <Field {...shared('den-ngay')} type="date" hint={roundsText.daysHint} optional />
        <Field {...shared('han')} type="date" hint={roundsText.dueHint} />
        <Field
          {...shared('mau')}
          type="select"
          width="long"
          blank={null}
          value={fields['mau'] ?? forms[0]?.id}
          options={forms.map((form) => ({
            value: form.id,
            label: roundsText.formOption(form.name, form.edition, form.isDefault),
          }))}
        />
        <Choices
          kind="many"
          name="nhom"
          label={roundFieldText.nhom}
          hint={roundsText.unitsHint}
          error={errorAt('nhom')}
          value={actionData?.kinds ?? kinds.map(({ kind }) => kind)}
          options={kinds.map(({ kind, count }) => ({
            value: kind,
            label: roundsText.kindOption(unitKindNames[kind], count),
          }))}
        />
        <Actions>
          <Button>{roundsText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
