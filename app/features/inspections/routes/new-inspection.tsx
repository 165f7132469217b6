import { data, redirect } from 'react-router';
import type { Person } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import type { Database } from '../../../platform/db.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, importedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Body } from '../choices.server.ts';
import { aboutChoices, bodiesOf } from '../choices.server.ts';
import { teamIn } from '../form.ts';
import { findProgramme } from '../one.server.ts';
import { planInspections } from '../planning.server.ts';
import { targetsOf } from '../targets.server.ts';
import { colleaguesAt } from '../team.server.ts';
import { inspectionProblems, inspectionsText } from '../text.ts';
import { NewInspectionFields } from './NewInspectionFields.tsx';
import type { Route } from './+types/new-inspection.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('chuong-trinh');
  const found = asked === null ? undefined : ((await findProgramme(db, person, askedId(asked))) ?? pageNotFound());
  const programme = found?.programme;
  if (programme && !programme.moves.includes('change')) pageNotFound();
  const bodies = programme ? [] : await bodiesOf(db, person);
  const by = programme?.unitId ?? bodyIn(bodies, query.get('boi'))?.id;
  const schemeCode = programme?.schemeCode ?? schemeIn(query.get('about'));
  const [targets, colleagues, abouts] = await Promise.all([
    by ? targetsOf(db, { byUnitId: by, schemeCode }) : [],
    by ? colleaguesAt(db, by) : [],
    aboutChoices(db),
  ]);
  const names = colleagues.map(({ name }) => name);
  return { programme, bodies, by, targets, names, abouts, id: newId() };
}

function bodyIn(bodies: readonly Body[], code: string | null): Body | undefined {
  return bodies.find((body) => body.code === code) ?? bodies[0];
}

const schemeIn = (about: string | null) => (about?.includes('-') && about.length < 20 ? about : null);

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const base = mintedId(fields['id']);
  const programmeId = fields['programme'] ? askedId(fields['programme']) : null;
  const command = {
    idFor: (unitId: string) => importedId(base, unitId),
    byUnitId: await byUnit(edge.services.db, person, fields['body']),
    programmeId,
    about: aboutIn(fields['about'] ?? ''),
    unitIds: many('unit'),
    typed: fields,
    team: teamIn(fields),
  };
  const planned = await act(edge, (context) => planInspections(context, command));
  if (planned.ok) {
    const [first, ...others] = planned.value;
    const alone = first && others.length === 0 ? `/kiem-tra/${first.id}` : '/kiem-tra';
    return redirect(programmeId === null ? `${alone}?da=plan` : `/kiem-tra/chuong-trinh/${programmeId}?da=plan`);
  }
  const { refusal } = planned;
  const answer = { fields, units: many('unit'), problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

async function byUnit(db: Database, person: Person, code: string | undefined): Promise<string> {
  return (await bodiesOf(db, person)).find((body) => body.code === code)?.id ?? '';
}

/** A scheme by its code, a movement by its id. */
function aboutIn(key: string): { readonly schemeCode: string | null; readonly movementId: string | null } {
  if (key === '') return { schemeCode: null, movementId: null };
  return key.length === 36 ? { schemeCode: null, movementId: askedId(key) } : { schemeCode: key, movementId: null };
}

export default function NewInspection({ loaderData, actionData }: Route.ComponentProps) {
  const { programme, bodies, by, id } = loaderData;
  const title = programme ? inspectionsText.addInspection : inspectionsText.newOutside;
  const trail = programme
    ? [{ label: programme.title, href: `/kiem-tra/chuong-trinh/${programme.id}` }]
    : [{ label: inspectionsText.title, href: '/kiem-tra' }];
  return (
    <Page title={title} lead={by ? inspectionsText.newLead : undefined} trail={trail}>
      <title>{title}</title>
      {by === undefined ? (
        <Empty what={inspectionsText.noBody} why={inspectionsText.noBodyWhy} />
      ) : (
        <Form
          hidden={{ id: actionData?.fields['id'] ?? id, ...(programme && { programme: programme.id }) }}
          errors={actionData?.problems}
          guard="kiem-tra-moi"
        >
          <NewInspectionFields
            {...loaderData}
            fields={actionData?.fields ?? { body: bodies.find((body) => body.id === by)?.code ?? '' }}
            units={actionData?.units ?? []}
            problems={actionData?.problems}
          />
          <Actions>
            <Button>{inspectionsText.save}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
