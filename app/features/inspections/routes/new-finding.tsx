import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { saveFinding } from '../findings.server.ts';
import { findInspection } from '../one.server.ts';
import { ownersAt } from '../owners.server.ts';
import { inspectionProblems, inspectionsText } from '../text.ts';
import { FindingFields } from './FindingFields.tsx';
import type { Route } from './+types/new-finding.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.inspectionId), today: plainDateIn(clock()) };
  const { inspection } = (await findInspection(db, person, asked)) ?? pageNotFound();
  if (!inspection.moves.includes('write')) pageNotFound();
  return { inspection, owners: await ownersAt(db, inspection.unitId), id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const inspectionId = askedId(args.params.inspectionId);
  const { fields } = await typedIn(args.request);
  const command = { inspectionId, id: mintedId(fields['id']), version: null, typed: fields };
  const saved = await act(edge, (context) => saveFinding(context, command));
  if (saved.ok) return redirect(`/kiem-tra/${inspectionId}?da=finding`);
  const { refusal } = saved;
  return data({ fields, problems: inspectionProblems(refusal) }, { status: statusOf(refusal) });
}

export default function NewFinding({ loaderData, actionData }: Route.ComponentProps) {
  const { inspection, owners, id } = loaderData;
  return (
    <Page
      title={inspectionsText.addFinding}
      lead={inspection.unitName}
      trail={[
        { label: inspectionsText.title, href: '/kiem-tra' },
        { label: inspection.title, href: `/kiem-tra/${inspection.id}` },
      ]}
    >
      <title>{inspectionsText.addFinding}</title>
      <Form
        hidden={{ id: actionData?.fields['id'] ?? id }}
        errors={actionData?.problems}
        guard={`ton-tai-moi-${inspection.id}`}
      >
        <FindingFields fields={actionData?.fields ?? {}} problems={actionData?.problems} owners={owners} />
        <Actions>
          <Button>{inspectionsText.save}</Button>
          <a href={`/kiem-tra/${inspection.id}`}>{inspectionsText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
