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
import { schemesLedBy } from '../choices.server.ts';
import { findProgramme } from '../one.server.ts';
import { programmeYears } from '../programme.ts';
import { changeProgramme } from '../programmes.server.ts';
import { fieldText, inspectionProblems, inspectionsText, programmeMoveText } from '../text.ts';
import { ProgrammeFields } from './ProgrammeFields.tsx';
import type { Route } from './+types/edit-programme.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const found = await findProgramme(db, person, askedId(args.params.programmeId));
  const programme = found?.programme.moves.includes('change') ? found.programme : pageNotFound();
  const years = new Set([...programmeYears(plainDateIn(clock())), String(programme.year)]);
  return { programme, years: [...years], schemes: await schemesLedBy(db, [programme.unitId]) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.programmeId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/kiem-tra/chuong-trinh/${id}`);
  const command = { id, version: versionIn(fields), typed: fields };
  const changed = await act(edge, (context) => changeProgramme(context, command));
  if (changed.ok) return redirect(`/kiem-tra/chuong-trinh/${id}?da=programme.change`);
  const { refusal } = changed;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

export default function EditProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const { programme, years, schemes } = loaderData;
  const { title, purpose, year, schemeCode } = programme;
  const stored = { title, purpose, year: String(year), scheme: schemeCode ?? '' };
  const mine = actionData?.fields;
  const versions = (['title', 'purpose', 'year', 'scheme'] as const).map((part) => ({
    label: fieldText[part],
    mine: mine?.[part] ?? '',
    theirs: stored[part],
  }));
  return (
    <Page
      title={programmeMoveText.change}
      lead={programme.unitName}
      trail={[
        { label: inspectionsText.programmesTitle, href: '/kiem-tra/chuong-trinh' },
        { label: title, href: `/kiem-tra/chuong-trinh/${programme.id}` },
      ]}
    >
      <title>{programmeMoveText.change}</title>
      <Form version={programme.version} errors={actionData?.problems} guard={`chuong-trinh-${programme.id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        <ProgrammeFields fields={mine ?? stored} problems={actionData?.problems} years={years} schemes={schemes} />
        <Actions>
          <Button>{inspectionsText.save}</Button>
          <a href={`/kiem-tra/chuong-trinh/${programme.id}`}>{inspectionsText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
