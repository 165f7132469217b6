import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { replaceSet } from '../drafting.server.ts';
import { replaceText as said, setProblems, setsText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/replace.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set } = await askedSet(args, 'replace');
  return { set, id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = {
    id: askedId(args.params.setId),
    newId: mintedId(fields['id']),
    version: versionIn(fields),
    reason: fields['reason'] ?? '',
  };
  const begun = await act(edge, (context) => replaceSet(context, command));
  if (begun.ok) return redirect(`/tieu-chi/${begun.value.id}?da=replace`);
  const { refusal } = begun;
  const there = refusal.kind === 'set_there_already' ? refusal.setId : undefined;
  return data({ fields, there, problems: setProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Replace({ loaderData: { set, id }, actionData }: Route.ComponentProps) {
  const here = `/tieu-chi/${set.id}`;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.title}</title>
      <Form
        version={set.version}
        hidden={{ id: actionData?.fields['id'] ?? id }}
        errors={actionData?.problems.map((one) => (one.field === 'block' ? { message: one.message } : one))}
      >
        {actionData?.there && (
          <p>
            <a href={`/tieu-chi/${actionData.there}`}>{setsText.openThere}</a>
          </p>
        )}
        <Field
          type="textarea"
          rows={3}
          name="reason"
          label={said.reason}
          value={actionData?.fields['reason']}
          error={actionData?.problems.find(({ field }) => field === 'reason')?.message}
        />
        <Actions>
          <Button>{said.verb}</Button>
          <a href={here}>{setsText.back}</a>
        </Actions>
      </Form>
    </Page>
  );
}
