import { edgeOf } from '../../../platform/http.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { adminText, unitText } from '../page.text.ts';
import { ShapingPage } from '../parts/ShapingPage.tsx';
import { UnitFormFields } from '../parts/UnitFormFields.tsx';
import { readRevival } from '../unit-form.ts';
import { shapeUnit, unitToShape } from '../unit-shaping.server.ts';
import { reviveUnit } from '../units.server.ts';
import type { Route } from './+types/unit-revive.ts';

export function loader(args: Route.LoaderArgs) {
  return unitToShape(edgeOf(args), { request: args.request, code: args.params.code });
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { unit } = await unitToShape(edge, { request: args.request, code: args.params.code });
  return shapeUnit(edge, {
    request: args.request,
    read: readRevival,
    command: (input, version) => (context) => reviveUnit(context, { ...input, unitId: unit.id, version }),
  });
}

export default function UnitRevive({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, name, choices } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <ShapingPage
      unit={unit}
      name={name}
      choices={choices}
      title={adminText.reviveTitle(name)}
      isLost={actionData?.isLost}
    >
      {unit.validUntil && <Notice kind="info">{unitText.ended(unit.validUntil)}</Notice>}
      <Confirm
        what={adminText.reviveWhat(name)}
        verb={adminText.reviveSave}
        back={`/don-vi/${unit.code}`}
        version={unit.version}
        errors={errors}
      >
        <UnitFormFields
          names={['reason']}
          typed={actionData?.typed ?? {}}
          errors={errors}
          choices={choices}
          selfId={unit.id}
        />
      </Confirm>
    </ShapingPage>
  );
}
