import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitsToLaunch } from '../choices.server.ts';
import { movementDetail } from '../detail.server.ts';
import { enterMovement } from '../drafting.server.ts';
import { typedMovement } from '../movement-deeds.server.ts';
import { scopeChoices } from '../scope.server.ts';
import { daysText, movementProblems, movementsText, typedOf } from '../text.ts';
import { MovementFields } from './MovementFields.tsx';
import type { Route } from './+types/new-movement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const above = query.get('theo');
  const [units, carried] = await Promise.all([
    unitsToLaunch(db, person),
    above === null ? undefined : movementDetail(db, person, askedId(above)),
  ]);
  if (above !== null && !carried) return pageNotFound();
  const parent = carried && {
    id: carried.movement.id,
    name: carried.movement.name,
    units: carried.mayCarryOn,
    days: { first: carried.movement.firstDay, last: carried.movement.lastDay },
    typed: typedOf(carried.content),
  };
  const mine = parent?.units ?? units;
  const year = Number(plainDateIn(edge.services.clock()).slice(0, 4));
  const choices = await scopeChoices(db, { unitIds: mine.map(({ id }) => id), year });
  return { units: mine, choices, parent, id: newId(), unit: query.get('don-vi') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const scope = { scope: many('scope'), scopeUnits: many('scopeUnits'), scopeBlocks: many('scopeBlocks') };
  const unit = (await unitsToLaunch(edge.services.db, person)).find(({ code }) => code === fields['don-vi']);
  if (!unit) {
    const problems = [{ field: 'don-vi', label: movementsText.unit, message: movementsText.chooseUnit }];
    return data({ fields, scope, problems }, { status: 422 });
  }
  const parentId = fields['theo'] ? askedId(fields['theo']) : null;
  const command = { id: mintedId(fields['id']), unitId: unit.id, parentId, typed: typedMovement({ fields, many }) };
  const entered = await act(edge, (context) => enterMovement(context, command));
  if (entered.ok) return redirect(`/phong-trao/${entered.value.id}?da=change`);
  return data({ fields, scope, problems: movementProblems(entered.refusal) }, { status: statusOf(entered.refusal) });
}

const noScope = { scope: [], scopeUnits: [], scopeBlocks: [] };

export default function NewMovement({ loaderData, actionData }: Route.ComponentProps) {
  const { units, choices, parent, id, unit } = loaderData;
  const title = parent ? movementsText.carryOnTitle : movementsText.newTitle;
  const trail = [
    { label: movementsText.title, href: '/phong-trao' },
    ...(parent ? [{ label: parent.name, href: `/phong-trao/${parent.id}` }] : []),
  ];
  if (units.length === 0)
    return (
      <Page title={title} trail={trail}>
        <title>{title}</title>
        <Empty what={movementsText.noUnit} why={movementsText.noUnitWhy} />
      </Page>
    );
  const fields = actionData?.fields ?? parent?.typed ?? {};
  const errorAt = (name: string) => actionData?.problems.find((each) => each.field === name)?.message;
  const hidden = { id: actionData?.fields['id'] ?? id, ...(parent && { theo: parent.id }) };
  return (
    <Page title={title} lead={parent && movementsText.carryOnLead(parent.name, daysText(parent.days))} trail={trail}>
      <title>{title}</title>
      <Form hidden={hidden} errors={actionData?.problems} guard="phong-trao-moi">
        <Field
          type="select"
          name="don-vi"
          label={movementsText.unit}
          value={actionData?.fields['don-vi'] ?? unit ?? units[0]?.code}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          error={errorAt('don-vi')}
        />
        <MovementFields fields={fields} scope={actionData?.scope ?? noScope} choices={choices} errorAt={errorAt} />
        <Actions>
          <Button>{movementsText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
