import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { addEdition } from '../adding.server.ts';
import { fileIn } from '../file-in.server.ts';
import { findDocument, mayAddDocuments } from '../reading.server.ts';
import { libraryProblems, libraryText as said } from '../text.ts';
import { DocumentFields } from './DocumentFields.tsx';
import type { Route } from './+types/new-edition.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { document } = (await findDocument(db, person, { code: args.params.code })) ?? pageNotFound();
  if (!(await mayAddDocuments(db, person))) return pageForbidden();
  return { document, id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const file = await fileIn(edge.services, uploads);
  if (!file.ok) return data({ fields, problems: libraryProblems(file.refusal) }, { status: statusOf(file.refusal) });
  const command = { id: mintedId(fields['id']), code: args.params.code, after: Number(fields['sau-ban']) };
  const added = await act(edge, (context) => addEdition(context, { ...command, fields, file: file.value }));
  if (added.ok) return redirect(`/thu-vien/${added.value.code}?da=them`);
  return data({ fields, problems: libraryProblems(added.refusal) }, { status: statusOf(added.refusal) });
}

/** Begins with what is known of the last one; its words are brought anew. */
export default function NewEdition({ loaderData, actionData }: Route.ComponentProps) {
  const { document, id } = loaderData;
  const { number, issuer, issuedOn, inForceFrom, inForceUntil, state, edition } = document;
  const known = { number, issuer, state, issuedOn: issuedOn ?? '', inForceFrom: inForceFrom ?? '' };
  const fields: Readonly<Record<string, string>> = actionData?.fields ?? { ...known, inForceUntil: inForceUntil ?? '' };
  const problems = actionData?.problems ?? [];
  return (
    <Page
      title={said.addEditionTitle}
      lead={document.title}
      trail={[
        { label: said.title, href: '/thu-vien' },
        { label: document.title, href: `/thu-vien/${document.code}` },
      ]}
    >
      <title>{said.addEditionTitle}</title>
      <Form
        hidden={{ id: fields['id'] ?? id, 'sau-ban': fields['sau-ban'] ?? String(edition) }}
        errors={problems}
        guard={`thu-vien-${document.code}`}
        multipart
      >
        <DocumentFields fields={fields} errorAt={(name) => problems.find(({ field }) => field === name)?.message} />
        <Actions>
          <Button>{said.save}</Button>
          <a href={`/thu-vien/${document.code}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
