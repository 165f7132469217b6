import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { NoteKind } from '../note.ts';
import { fieldsOf, typedNote } from '../note.ts';
import { noteFieldText, noteKindText, noteLead, noteProblems, noteText } from '../note.text.ts';
import { writeNote } from '../notes.server.ts';
import { registerText as said } from '../text.ts';
import { noteAsked } from './note-asked.server.ts';
import { NoteFields } from './NoteFields.tsx';
import type { Route } from './+types/note.ts';

export async function loader(args: Route.LoaderArgs) {
  const { holder, kind, note } = await noteAsked(args);
  return { holder, kind, note, key: note?.key ?? newId() };
}

export async function action(args: Route.ActionArgs) {
  const { holder, kind } = await noteAsked(args);
  const { fields } = await typedIn(args.request);
  const back = `/khen-thuong/so/${holder.id}`;
  if (keepsTheirs(fields)) return redirect(back);
  const version = fields['version'] === undefined ? 0 : versionIn(fields);
  const key = version === 0 ? mintedId(fields['khoa']) : (fields['khoa'] ?? '');
  const command = { holderId: holder.id, kind, key, version, typed: fields, reason: fields['ly-do'] ?? '' };
  const written = await act(edgeOf(args), (context) => writeNote(context, command));
  if (written.ok) return redirect(`${back}?da=luu`);
  const isRace = written.refusal.kind === 'lost_race';
  return data({ fields, isRace, problems: noteProblems(written.refusal) }, { status: statusOf(written.refusal) });
}

export default function Note({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, kind, note, key } = loaderData;
  const mine: Readonly<Record<string, string>> | undefined = actionData?.fields;
  const stored = note ? typedNote(kind, note.row) : {};
  const problems = actionData?.problems ?? [];
  const trail = [
    { label: said.title, href: '/khen-thuong/so' },
    { label: holder.name, href: `/khen-thuong/so/${holder.id}` },
  ];
  return (
    <Page title={noteKindText[kind]} lead={noteLead[kind]} trail={trail}>
      <title>{`${noteKindText[kind]}: ${holder.name}`}</title>
      <Form
        version={note?.version ?? 0}
        hidden={{ khoa: mine?.['khoa'] ?? key }}
        errors={problems}
        guard={`so-${holder.id}-${kind}`}
      >
        {actionData?.isRace && mine && <Compare fields={versions(kind, mine, stored)} />}
        <NoteFields
          kind={kind}
          fields={mine ?? stored}
          isKept={note !== undefined}
          errorAt={(name) => problems.find(({ field }) => field === name)?.message}
        />
        {note && (
          <Field
            name="ly-do"
            label={noteText.changeReason}
            hint={noteText.changeHint}
            value={mine?.['ly-do']}
            error={problems.find(({ field }) => field === 'ly-do')?.message}
            width="long"
          />
        )}
        <Actions>
          <Button>{noteText.save}</Button>
          <a href={`/khen-thuong/so/${holder.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

type Typed = Readonly<Partial<Record<string, string>>>;
const versions = (kind: NoteKind, mine: Typed, theirs: Typed) =>
  fieldsOf(kind).map(([field]) => ({
    label: noteFieldText[field],
    mine: mine[field] ?? '',
    theirs: theirs[field] ?? '',
  }));
