import { edgeOf } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { adminText, unitText } from '../page.text.ts';
import { ShapingPage } from '../parts/ShapingPage.tsx';
import { UnitFormFields } from '../parts/UnitFormFields.tsx';
import { readCorrection } from '../unit-form.ts';
import { shapeUnit, unitToShape } from '../unit-shaping.server.ts';
import { correctUnit } from '../units.server.ts';
import type { Route } from './+types/unit-correct.ts';

export function loader(args: Route.LoaderArgs) {
  return unitToShape(edgeOf(args), { request: args.request, code: args.params.code });
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { unit } = await unitToShape(edge, { request: args.request, code: args.params.code });
  return shapeUnit(edge, {
    request: args.request,
    read: (typed, fields) => readCorrection(typed, fields['periodFrom'] ?? ''),
    command: (input, version) => (context) => correctUnit(context, { ...input, unitId: unit.id, version }),
  });
}

const names = [
  'name',
  'shortName',
  'kind',
  'communeType',
  'officialCode',
  'parentId',
  'validFrom',
  'takesPart',
  'reason',
] as const;

export default function UnitCorrect({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, name, period, choices } = loaderData;
  const errors = actionData?.errors ?? [];
  const now = {
    name: period.name,
    shortName: period.shortName,
    parentId: period.parentId ?? '',
    kind: unit.kind,
    communeType: unit.communeType ?? '',
    officialCode: unit.officialCode ?? '',
    validFrom: unit.validFrom ?? '',
    takesPart: unit.takesPart ? 'on' : '',
  };
  return (
    <ShapingPage
      unit={unit}
      name={name}
      choices={choices}
      title={adminText.correctTitle(name)}
      lead={adminText.correctLead}
      tab={unitText.correct}
      isLost={actionData?.isLost}
    >
      <Form
        version={unit.version}
        hidden={{ periodFrom: period.validFrom }}
        errors={errors}
        guard={`dinh-chinh-${unit.code}`}
      >
        <UnitFormFields
          names={names}
          typed={actionData?.typed ?? now}
          errors={errors}
          choices={choices}
          selfId={unit.id}
        />
        <Actions>
          <Button>{adminText.correctSave}</Button>
          <a href={`/don-vi/${unit.code}`}>{name}</a>
        </Actions>
      </Form>
    </ShapingPage>
  );
}
