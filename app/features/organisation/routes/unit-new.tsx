import { edgeOf } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { shaperAt } from '../gate.server.ts';
import { adminText } from '../page.text.ts';
import { UnitFormFields } from '../parts/UnitFormFields.tsx';
import { readNewUnit } from '../unit-form.ts';
import { unitChoices } from '../unit-queries.server.ts';
import { shapeUnit } from '../unit-shaping.server.ts';
import { createUnit } from '../units.server.ts';
import type { Route } from './+types/unit-new.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return { choices: await unitChoices(edge.services.db, edge.actor) };
}

export function action(args: Route.ActionArgs) {
  return shapeUnit(edgeOf(args), {
    request: args.request,
    read: readNewUnit,
    command: (input) => (context) => createUnit(context, input),
  });
}

const names = [
  'name',
  'shortName',
  'code',
  'kind',
  'communeType',
  'officialCode',
  'parentId',
  'validFrom',
  'takesPart',
  'basis',
] as const;

export default function UnitNew({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const trail = [
    { label: adminText.home, href: '/quan-tri' },
    { label: adminText.title, href: '/quan-tri/don-vi' },
  ];
  return (
    <Page title={adminText.newTitle} trail={trail}>
      <title>{adminText.newTitle}</title>
      <Form errors={errors} guard="don-vi-moi">
        <UnitFormFields
          names={names}
          typed={actionData?.typed ?? { takesPart: 'on' }}
          errors={errors}
          choices={loaderData.choices}
        />
        <Actions>
          <Button>{adminText.newSave}</Button>
          <a href="/quan-tri/don-vi">{adminText.title}</a>
        </Actions>
      </Form>
    </Page>
  );
}
