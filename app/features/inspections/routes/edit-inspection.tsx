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
import { fieldsOfTeam, teamIn } from '../form.ts';
import { findInspection } from '../one.server.ts';
import { changeInspection } from '../planning.server.ts';
import { colleaguesAt } from '../team.server.ts';
import { fieldText, inspectionMoveText, inspectionProblems, inspectionsText } from '../text.ts';
import { PlannedFields } from './parts.tsx';
import type { Route } from './+types/edit-inspection.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.inspectionId), today: plainDateIn(clock()) };
  const { inspection, team } = (await findInspection(db, person, asked)) ?? pageNotFound();
  if (!inspection.moves.includes('change')) pageNotFound();
  const names = (await colleaguesAt(db, inspection.byUnitId)).map(({ name }) => name);
  return { inspection, team, names };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.inspectionId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/kiem-tra/${id}`);
  const command = { id, version: versionIn(fields), typed: fields, team: teamIn(fields) };
  const changed = await act(edge, (context) => changeInspection(context, command));
  if (changed.ok) return redirect(`/kiem-tra/${id}?da=change`);
  const { refusal } = changed;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

const compared = ['title', 'content', 'firstDay', 'lastDay'] as const;

export default function EditInspection({ loaderData, actionData }: Route.ComponentProps) {
  const { inspection, team, names } = loaderData;
  const { title, content, firstDay, lastDay, outsideReason } = inspection;
  const stored = { title, content, firstDay, lastDay, outsideReason: outsideReason ?? '', ...fieldsOfTeam(team) };
  const mine = actionData?.fields;
  const versions = compared.map((part) => ({ label: fieldText[part], mine: mine?.[part] ?? '', theirs: stored[part] }));
  return (
    <Page
      title={inspectionMoveText.change}
      lead={inspection.unitName}
      trail={[
        { label: inspectionsText.title, href: '/kiem-tra' },
        { label: title, href: `/kiem-tra/${inspection.id}` },
      ]}
    >
      <title>{inspectionMoveText.change}</title>
      <Form version={inspection.version} errors={actionData?.problems} guard={`kiem-tra-${inspection.id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        <PlannedFields
          fields={mine ?? stored}
          problems={actionData?.problems}
          isOutside={inspection.programmeId === null}
          colleagues={names}
        />
        <Actions>
          <Button>{inspectionsText.save}</Button>
          <a href={`/kiem-tra/${inspection.id}`}>{inspectionsText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
