import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { bodiesOf, schemesLedBy } from '../choices.server.ts';
import { programmeYears } from '../programme.ts';
import { enterProgramme } from '../programmes.server.ts';
import { inspectionProblems, inspectionsText } from '../text.ts';
import { ProgrammeFields } from './ProgrammeFields.tsx';
import type { Route } from './+types/new-programme.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const bodies = await bodiesOf(db, person);
  const bodyIds = bodies.map(({ id }) => id);
  const years = programmeYears(plainDateIn(clock()));
  return { bodies, years, schemes: await schemesLedBy(db, bodyIds), id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const bodies = await bodiesOf(edge.services.db, person);
  const unitId = bodies.find(({ code }) => code === fields['body'])?.id ?? '';
  const command = { id: mintedId(fields['id']), unitId, typed: fields };
  const entered = await act(edge, (context) => enterProgramme(context, command));
  if (entered.ok) return redirect(`/kiem-tra/chuong-trinh/${entered.value.id}?da=programme.enter`);
  const { refusal } = entered;
  return data({ fields, problems: inspectionProblems(refusal) }, { status: statusOf(refusal) });
}

export default function NewProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const { bodies, years, schemes, id } = loaderData;
  const title = inspectionsText.newProgramme;
  const trail = [{ label: inspectionsText.programmesTitle, href: '/kiem-tra/chuong-trinh' }];
  const first = { body: bodies[0]?.code ?? '', year: years[1] ?? '' };
  return (
    <Page title={title} lead={bodies.length > 0 ? inspectionsText.newProgrammeLead : undefined} trail={trail}>
      <title>{title}</title>
      {bodies.length === 0 ? (
        <Empty what={inspectionsText.noBody} why={inspectionsText.noBodyWhy} />
      ) : (
        <Form
          hidden={{ id: actionData?.fields['id'] ?? id }}
          errors={actionData?.problems}
          guard="chuong-trinh-kiem-tra-moi"
        >
          <ProgrammeFields
            fields={actionData?.fields ?? first}
            problems={actionData?.problems}
            years={years}
            schemes={schemes}
            bodies={bodies}
          />
          <Actions>
            <Button>{inspectionsText.saveDraft}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
