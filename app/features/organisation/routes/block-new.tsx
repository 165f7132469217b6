import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { readBlock, typedBlock } from '../block-form.ts';
import { createBlock } from '../blocks.server.ts';
import { blockFaultErrors, blockRefusalErrors } from '../errors.text.ts';
import { shaperAt } from '../gate.server.ts';
import { adminText, blocksText } from '../page.text.ts';
import { BlockFields } from '../parts/BlockFields.tsx';
import type { Route } from './+types/block-new.ts';

export function loader(args: Route.LoaderArgs) {
  shaperAt(edgeOf(args), args.request);
  return null;
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  const typed = typedBlock((await typedIn(args.request)).fields);
  const { input, faults } = readBlock(typed);
  if (!input) return data({ typed, errors: blockFaultErrors(faults) }, { status: 422 });
  const result = await act(edge, (context) => createBlock(context, input));
  if (result.ok) return redirect(`/quan-tri/khoi-cum/${result.value.code}`);
  return data({ typed, errors: blockRefusalErrors(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function BlockNew({ actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const trail = [
    { label: adminText.home, href: '/quan-tri' },
    { label: blocksText.title, href: '/quan-tri/khoi-cum' },
  ];
  return (
    <Page title={blocksText.newTitle} trail={trail}>
      <title>{blocksText.newTitle}</title>
      <Form errors={errors} guard="khoi-cum-moi">
        <BlockFields typed={actionData?.typed ?? { code: '', name: '', kind: '' }} errors={errors} withCode />
        <Actions>
          <Button>{blocksText.newSave}</Button>
          <a href="/quan-tri/khoi-cum">{blocksText.title}</a>
        </Actions>
      </Form>
    </Page>
  );
}
