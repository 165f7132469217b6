import { edgeOf } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { adminText, unitText } from '../page.text.ts';
import { ShapingPage } from '../parts/ShapingPage.tsx';
import { UnitFormFields } from '../parts/UnitFormFields.tsx';
import { readChange } from '../unit-form.ts';
import { shapeUnit, unitToShape } from '../unit-shaping.server.ts';
import { changeUnit } from '../units.server.ts';
import type { Route } from './+types/unit-change.ts';

export function loader(args: Route.LoaderArgs) {
  return unitToShape(edgeOf(args), { request: args.request, code: args.params.code });
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { unit } = await unitToShape(edge, { request: args.request, code: args.params.code });
  return shapeUnit(edge, {
    request: args.request,
    read: readChange,
    command: (input, version) => (context) => changeUnit(context, { ...input, unitId: unit.id, version }),
  });
}

export default function UnitChange({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, name, period, choices } = loaderData;
  const errors = actionData?.errors ?? [];
  const now = { name: period.name, shortName: period.shortName, parentId: period.parentId ?? '' };
  return (
    <ShapingPage
      unit={unit}
      name={name}
      choices={choices}
      title={adminText.changeTitle(name)}
      lead={adminText.changeLead}
      tab={unitText.change}
      isLost={actionData?.isLost}
    >
      <Form version={unit.version} errors={errors} guard={`don-vi-${unit.code}`}>
        <UnitFormFields
          names={['name', 'shortName', 'parentId', 'from', 'basis']}
          typed={actionData?.typed ?? now}
          errors={errors}
          choices={choices}
          selfId={unit.id}
        />
        <Actions>
          <Button>{adminText.changeSave}</Button>
          <a href={`/don-vi/${unit.code}`}>{name}</a>
        </Actions>
      </Form>
    </ShapingPage>
  );
}
