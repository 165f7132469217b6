import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../choices.server.ts';
import { enterDossier } from '../drafting.server.ts';
import { findListed } from '../list.server.ts';
import { movementChoices } from '../movement-choices.server.ts';
import { receiversFor, viaFor } from '../receivers.server.ts';
import { dossierProblems } from '../refusals.text.ts';
import { dossiersText as said } from '../text.ts';
import { DossierFields } from './DossierFields.tsx';
import type { Route } from './+types/new-dossier.ts';

/** The unit is chosen first, in the address: where its dossiers go depends on it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const units = await unitChoices(db, person);
  const from = query.has('tu') ? await findListed(db, person, askedId(query.get('tu') ?? '')) : undefined;
  const unit = units.find(({ id, code }) => id === from?.unitId || code === query.get('don-vi')) ?? units[0];
  const unitId = askedId(unit?.id);
  const [receivers, departments, movements] = await Promise.all([
    receiversFor(db, unitId),
    viaFor(db, unitId),
    movementChoices(db, person),
  ]);
  const first = {
    year: plainDateIn(clock()).slice(0, 4),
    kind: from?.kind ?? 'merit',
    to: receivers.findLast(({ id }) => id !== from?.toUnitId)?.id ?? '',
    title: from?.title ?? '',
    movement: from?.movementId ?? '',
  };
  return { units, unit, receivers, departments, movements, id: newId(), first };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { id: mintedId(fields['id']), unitId: askedId(fields['don-vi']), typed: fields };
  const entered = await act(edge, (context) => enterDossier(context, command));
  if (entered.ok) return redirect(`/khen-thuong/ho-so/${entered.value.id}?da=change`);
  return data({ fields, problems: dossierProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

export default function NewDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { units, unit, receivers, departments, movements, id, first } = loaderData;
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? first;
  const problems = actionData?.problems ?? [];
  const trail = [{ label: said.title, href: '/khen-thuong/ho-so' }];
  if (!unit)
    return (
      <Page title={said.newTitle} trail={trail}>
        <title>{said.newTitle}</title>
        <Empty what={said.noUnit} why={said.noUnitWhy} />
      </Page>
    );
  return (
    <Page title={said.newTitle} lead={said.newLead} trail={trail}>
      <title>{said.newTitle}</title>
      {units.length > 1 && (
        <Filters path="/khen-thuong/ho-so/moi" auto>
          <Field
            type="select"
            name="don-vi"
            label={said.unit}
            blank={null}
            value={unit.code}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filters>
      )}
      <Form hidden={{ id: fields['id'] ?? id, 'don-vi': unit.id }} errors={problems} guard="ho-so-moi">
        <DossierFields
          fields={fields}
          receivers={receivers}
          departments={departments}
          movements={movements}
          errorAt={(name) => problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
