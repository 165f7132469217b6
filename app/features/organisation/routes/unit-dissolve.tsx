import { edgeOf } from '../../../platform/http.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { adminText, unitText } from '../page.text.ts';
import { ShapingPage } from '../parts/ShapingPage.tsx';
import { UnitFormFields } from '../parts/UnitFormFields.tsx';
import { readEnding } from '../unit-form.ts';
import { shapeUnit, unitToShape } from '../unit-shaping.server.ts';
import { dissolveUnit } from '../units.server.ts';
import type { Route } from './+types/unit-dissolve.ts';

export function loader(args: Route.LoaderArgs) {
  return unitToShape(edgeOf(args), { request: args.request, code: args.params.code });
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { unit } = await unitToShape(edge, { request: args.request, code: args.params.code });
  return shapeUnit(edge, {
    request: args.request,
    read: readEnding,
    command: (input, version) => (context) => dissolveUnit(context, { ...input, unitId: unit.id, version }),
  });
}

export default function UnitDissolve({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, name, choices } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <ShapingPage
      unit={unit}
      name={name}
      choices={choices}
      title={adminText.dissolveTitle(name)}
      tab={unitText.dissolve}
      isLost={actionData?.isLost}
    >
      <Confirm
        what={adminText.dissolveWhat(name)}
        verb={adminText.dissolveSave}
        back={`/don-vi/${unit.code}`}
        version={unit.version}
        errors={errors}
      >
        <UnitFormFields
          names={['on', 'successor1', 'successor2', 'successor3', 'basis']}
          typed={actionData?.typed ?? {}}
          errors={errors}
          choices={choices}
          selfId={unit.id}
        />
      </Confirm>
    </ShapingPage>
  );
}
