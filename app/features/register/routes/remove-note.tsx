import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { noteLine, noteProblems, noteText } from '../note.text.ts';
import { removeNote } from '../notes.server.ts';
import { registerText as said } from '../text.ts';
import { noteAsked } from './note-asked.server.ts';
import type { Route } from './+types/remove-note.ts';

export async function loader(args: Route.LoaderArgs) {
  const { holder, kind, note } = await noteAsked(args);
  return { holder, kind, note: note ?? pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const { holder, kind } = await noteAsked(args);
  const { fields } = await typedIn(args.request);
  const command = {
    holderId: holder.id,
    kind,
    key: fields['khoa'] ?? '',
    version: Number(fields['version']),
    reason: fields['ly-do'] ?? '',
  };
  const removed = await act(edgeOf(args), (context) => removeNote(context, command));
  if (removed.ok) return redirect(`/khen-thuong/so/${holder.id}?da=luu`);
  return data({ fields, problems: noteProblems(removed.refusal) }, { status: statusOf(removed.refusal) });
}

export default function RemoveNote({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, kind, note } = loaderData;
  const { what, detail } = noteLine(kind, note.row);
  const back = `/khen-thuong/so/${holder.id}`;
  return (
    <Page
      title={noteText.removeTitle}
      trail={[
        { label: said.title, href: '/khen-thuong/so' },
        { label: holder.name, href: back },
      ]}
    >
      <title>{noteText.removeTitle}</title>
      <Confirm
        what={noteText.removeWhat}
        lost={[[what, detail].filter(Boolean).join('; ')]}
        verb={noteText.remove}
        back={back}
        version={note.version}
        hidden={{ khoa: note.key }}
        errors={actionData?.problems}
      >
        <Field
          name="ly-do"
          label={noteText.reason}
          value={actionData?.fields['ly-do']}
          error={actionData?.problems.find(({ field }) => field === 'ly-do')?.message}
          width="long"
        />
      </Confirm>
    </Page>
  );
}
