import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { moveSet } from '../publishing.server.ts';
import { setProblems, setsText, withdrawText as said } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/withdraw.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set } = await askedSet(args, 'withdraw');
  return { set };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  const command = { id, version: versionIn(fields), move: 'withdraw', reason: fields['reason'] ?? '' } as const;
  const done = await act(edge, (context) => moveSet(context, command));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=withdraw`);
  return data({ fields, problems: setProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function Withdraw({ loaderData: { set }, actionData }: Route.ComponentProps) {
  const here = `/tieu-chi/${set.id}`;
  return (
    <Page
      title={said.title}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.title}</title>
      <Confirm what={said.what} verb={said.title} back={here} version={set.version} errors={actionData?.problems}>
        <Field
          type="textarea"
          rows={3}
          name="reason"
          label={said.reason}
          value={actionData?.fields['reason']}
          error={actionData?.problems.find(({ field }) => field === 'reason')?.message}
        />
      </Confirm>
    </Page>
  );
}
