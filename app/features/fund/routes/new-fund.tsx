import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { fundUnits } from '../list.server.ts';
import { openFund } from '../opening.server.ts';
import { fundProblems, fundText as said } from '../text.ts';
import type { Route } from './+types/new-fund.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const units = await fundUnits(db, person);
  if (units.length === 0) return pageForbidden();
  return { units, id: newId(), year: plainDateIn(clock()).slice(0, 4) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['ma']), unitId: askedId(fields['don-vi']), year: Number(fields['nam']) };
  const result = await act(edge, (context) => openFund(context, command));
  if (result.ok) return redirect(`/khen-thuong/quy/${result.value.id}?da=open`);
  return data({ fields, problems: fundProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function NewFund({ loaderData, actionData }: Route.ComponentProps) {
  const { units, id, year } = loaderData;
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  return (
    <Page title={said.open} lead={said.openLead} trail={[{ label: said.title, href: '/khen-thuong/quy' }]}>
      <title>{said.open}</title>
      <Form hidden={{ ma: id }} errors={actionData?.problems}>
        <Field
          type="select"
          name="don-vi"
          label={said.unit}
          blank={null}
          value={actionData?.fields['don-vi'] ?? units[0]?.id}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <Field
          name="nam"
          label={said.year}
          width="short"
          value={actionData?.fields['nam'] ?? year}
          error={errorAt('nam')}
        />
        <Actions>
          <Button>{said.open}</Button>
          <a href="/khen-thuong/quy">{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
