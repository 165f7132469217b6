import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../choices.server.ts';
import { createHolder } from '../holders.server.ts';
import { registerProblems, registerText as said } from '../text.ts';
import { HolderFields } from './HolderFields.tsx';
import { LooksSame } from './LooksSame.tsx';
import type { Route } from './+types/new-holder.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  return { units: await unitChoices(edge.services.db, person), id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = {
    id: mintedId(fields['id']),
    unitId: askedId(fields['unit']),
    typed: fields,
    isUnit: fields['la-don-vi'] === 'on',
    isAnother: fields['la-khac'] === 'on',
  };
  const created = await act(edge, (context) => createHolder(context, edge.services.seal, command));
  if (created.ok) return redirect(`/khen-thuong/so/${created.value.id}?da=luu`);
  const same = created.refusal.kind === 'looks_same' ? created.refusal.found : [];
  return data({ fields, same, problems: registerProblems(created.refusal) }, { status: statusOf(created.refusal) });
}

export default function NewHolder({ loaderData, actionData }: Route.ComponentProps) {
  const { units, id } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? {};
  const problems = actionData?.problems ?? [];
  return (
    <Page title={said.newTitle} lead={said.newLead} trail={[{ label: said.title, href: '/khen-thuong/so' }]}>
      <title>{said.newTitle}</title>
      {units.length === 0 ? (
        <Empty what={said.noUnit} why={said.noUnitWhy} />
      ) : (
        <Form hidden={{ id: fields['id'] ?? id }} errors={problems} guard="so-khen-thuong-moi">
          <HolderFields
            fields={fields}
            units={units}
            errorAt={(name) => problems.find(({ field }) => field === name)?.message}
          />
          <Checkbox name="la-don-vi" label={said.isUnit} checked={fields['la-don-vi'] === 'on'} />
          <LooksSame same={actionData?.same ?? []} isTicked={fields['la-khac'] === 'on'} />
          <Actions>
            <Button>{said.save}</Button>
            <a href="/khen-thuong/so">{said.cancel}</a>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
