import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { MinutesField } from '../inspection.ts';
import { minutesFields } from '../inspection.ts';
import { writeMinutes } from '../minutes.server.ts';
import { findInspection } from '../one.server.ts';
import { fieldText, inspectionProblems, inspectionsText } from '../text.ts';
import { Typed } from './parts.tsx';
import type { Route } from './+types/minutes.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.inspectionId), today: plainDateIn(clock()) };
  const { inspection } = (await findInspection(db, person, asked)) ?? pageNotFound();
  return { inspection: inspection.moves.includes('write') ? inspection : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.inspectionId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/kiem-tra/${id}`);
  const written = await act(edge, (context) =>
    writeMinutes(context, { id, version: versionIn(fields), typed: fields }),
  );
  if (written.ok) return redirect(`/kiem-tra/${id}?da=write`);
  const { refusal } = written;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

const typeOf: Readonly<Record<MinutesField, 'text' | 'date' | 'textarea'>> = {
  heldOn: 'date',
  heldUntil: 'date',
  place: 'text',
  attendees: 'textarea',
  course: 'textarea',
  results: 'textarea',
  opinions: 'textarea',
  conclusion: 'textarea',
};
const isNeeded: readonly MinutesField[] = ['heldOn', 'attendees', 'results'];

export default function MinutesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { inspection } = loaderData;
  const mine = actionData?.fields;
  const stored = Object.fromEntries(minutesFields.map((part) => [part, inspection[part] ?? '']));
  const versions = minutesFields.map((part) => ({
    label: fieldText[part],
    mine: mine?.[part] ?? '',
    theirs: stored[part] ?? '',
  }));
  return (
    <Page
      title={inspectionsText.writeMinutes}
      lead={`${inspection.unitName}. ${inspectionsText.minutesLead}`}
      trail={[
        { label: inspectionsText.title, href: '/kiem-tra' },
        { label: inspection.title, href: `/kiem-tra/${inspection.id}` },
      ]}
    >
      <title>{inspectionsText.writeMinutes}</title>
      <Form version={inspection.version} errors={actionData?.problems} guard={`bien-ban-${inspection.id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        {minutesFields.map((name) => (
          <Typed
            key={name}
            name={name}
            type={typeOf[name]}
            fields={mine ?? stored}
            problems={actionData?.problems}
            optional={!isNeeded.includes(name)}
          />
        ))}
        <Actions>
          <Button>{inspectionsText.saveDraft}</Button>
          <a href={`/kiem-tra/${inspection.id}`}>{inspectionsText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
