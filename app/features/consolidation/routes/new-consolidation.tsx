import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { purposeText } from '../../snapshots/text.ts';
import { makeConsolidation } from '../drafting.server.ts';
import type { MakingField } from '../making.server.ts';
import { makingChoices } from '../making.server.ts';
import { kindText, listText, makeText, makingFieldText, problemsOf } from '../text.ts';
import type { Route } from './+types/new-consolidation.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const choices = (await makingChoices(edge.services.db, person)) ?? pageForbidden();
  const round = new URL(args.request.url).searchParams.get('ky') ?? undefined;
  return { id: newId(), choices, round };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['id']), typed: fields };
  const made = await act(edge, (context) => makeConsolidation(context, command));
  if (made.ok) return redirect(`/bao-cao-tong-hop/${made.value.id}`);
  return data({ fields, problems: problemsOf(made.refusal) }, { status: statusOf(made.refusal) });
}

export default function NewConsolidation({ loaderData, actionData }: Route.ComponentProps) {
  const { id, choices, round } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {
    ky: round ?? '',
    loai: choices.kinds[0] ?? '',
  };
  const shared = (name: MakingField) => ({
    name,
    label: makingFieldText[name],
    value: fields[name],
    error: actionData?.problems.find(({ field }) => field === name)?.message,
    type: 'select' as const,
    width: 'long' as const,
  });
  return (
    <Page title={makeText.title} lead={makeText.lead} trail={[{ label: listText.title, href: '/bao-cao-tong-hop' }]}>
      <title>{makeText.title}</title>
      <Form hidden={{ id: fields['id'] ?? id }} errors={actionData?.problems}>
        <Field
          {...shared('loai')}
          blank={choices.kinds.length === 1 ? null : undefined}
          hint={choices.desk === 'province' ? makeText.kindHint : undefined}
          options={choices.kinds.map((value) => ({ value, label: kindText[value] }))}
        />
        <Field
          {...shared('ky')}
          hint={makeText.roundHint}
          options={choices.rounds.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <Field
          {...shared('de-an')}
          hint={choices.desk === 'province' ? makeText.schemeHint : undefined}
          options={choices.schemes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
        <Field
          {...shared('so-lieu')}
          hint={makeText.snapshotHint}
          options={choices.snapshots.map(({ id: value, title, purpose, asOf }) => ({
            value,
            label: makeText.snapshotOption(title, purposeText[purpose], asOf),
          }))}
        />
        {choices.units.length > 1 && (
          <Field
            {...shared('co-quan')}
            blank={null}
            options={choices.units.map(({ id: value, name: label }) => ({ value, label }))}
          />
        )}
        <Actions>
          <Button>{makeText.save}</Button>
          <a href="/bao-cao-tong-hop">{makeText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
