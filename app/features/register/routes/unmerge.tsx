import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findHolder } from '../one.server.ts';
import { mergeProblems, mergeText as said } from '../merge.text.ts';
import { registerText } from '../text.ts';
import { mergesOf } from '../timeline.server.ts';
import { unmergeHolders } from '../unmerging.server.ts';
import type { Route } from './+types/unmerge.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = await findHolder(db, person, askedId(args.params.holderId));
  if (!one?.may.merge) return pageNotFound();
  const merge = (await mergesOf(db, one.holder.id)).find(({ id }) => id === args.params.mergeId);
  return { holder: one.holder, merge: merge ?? pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const command = { mergeId: askedId(args.params.mergeId), reason: fields['ly-do'] ?? '' };
  const undone = await act(edge, (context) => unmergeHolders(context, command));
  if (undone.ok) return redirect(`/khen-thuong/so/${undone.value.id}?da=luu`);
  return data({ fields, problems: mergeProblems(undone.refusal) }, { status: statusOf(undone.refusal) });
}

export default function Unmerge({ loaderData: { holder, merge }, actionData }: Route.ComponentProps) {
  const back = `/khen-thuong/so/${holder.id}`;
  return (
    <Page
      title={said.undoTitle}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: back },
      ]}
    >
      <title>{said.undoTitle}</title>
      <Confirm what={said.undoWhat(merge.mergedName)} verb={said.undo} back={back} errors={actionData?.problems}>
        <Field
          name="ly-do"
          label={said.reason}
          value={actionData?.fields['ly-do']}
          error={actionData?.problems.find(({ field }) => field === 'ly-do')?.message}
          width="long"
        />
      </Confirm>
    </Page>
  );
}
