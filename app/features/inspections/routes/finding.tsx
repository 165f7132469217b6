import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { dateText } from '../../../ui/moment.ts';
import { doOnFinding } from '../deeds.server.ts';
import type { ListedFinding } from '../list.server.ts';
import { findFinding, findInspection } from '../one.server.ts';
import { ownersAt } from '../owners.server.ts';
import { findingLook } from '../stage-look.ts';
import { findingStageText, findingStandingText, inspectionProblems, inspectionsText } from '../text.ts';
import { Answers, FindingActs } from './FindingActs.tsx';
import { Lines } from './Lines.tsx';
import type { Route } from './+types/finding.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const inspectionId = askedId(args.params.inspectionId);
  const asked = { inspectionId, id: askedId(args.params.findingId), today };
  const one = (await findFinding(db, person, asked)) ?? pageNotFound();
  const of = await findInspection(db, person, { id: inspectionId, today });
  const isDraft = one.finding.stage === 'draft' && of?.inspection.moves.includes('write');
  const done = new URL(args.request.url).searchParams.get('da');
  return {
    one,
    isDraft: isDraft ?? false,
    owners: isDraft ? await ownersAt(db, one.finding.unitId) : [],
    id: newId(),
    done,
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const at = { inspectionId: askedId(args.params.inspectionId), id: askedId(args.params.findingId) };
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnFinding(edge, at, typed, act);
  if (result.ok) {
    if (deed === 'save' || deed === 'remove')
      return redirect(`/kiem-tra/${at.inspectionId}?da=finding${deed === 'remove' ? '.remove' : ''}`);
    return redirect(`/kiem-tra/${at.inspectionId}/ton-tai/${at.id}?da=${deed}`);
  }
  const { refusal } = result;
  const isRace = refusal.kind === 'lost_race';
  const answer = { fields: typed.fields, deed, isRace, problems: inspectionProblems(refusal) };
  return data(answer, { status: statusOf(refusal) });
}

export default function Finding({ loaderData, actionData }: Route.ComponentProps) {
  const { one, done } = loaderData;
  const { finding } = one;
  const title = inspectionsText.findingOf(finding.position);
  const said = done ? inspectionsText.done[done] : undefined;
  return (
    <Page
      title={title}
      lead={finding.unitName}
      trail={[
        { label: inspectionsText.title, href: '/kiem-tra' },
        { label: finding.inspectionTitle, href: `/kiem-tra/${finding.inspectionId}` },
      ]}
      action={<Stage stage={findingLook[finding.standing]} word={findingStandingText[finding.standing]} />}
    >
      <title>{`${title}: ${finding.inspectionTitle}`}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {finding.stage === 'returned' && finding.returnReason && (
        <Notice kind="warning" title={inspectionsText.returned}>
          {finding.returnReason}
        </Notice>
      )}
      <FindingFacts finding={finding} />
      <FindingActs {...loaderData} refused={actionData} />
      {finding.stage !== 'draft' && <Answers answers={one.answers} />}
    </Page>
  );
}

function FindingFacts({ finding }: { readonly finding: ListedFinding }) {
  return (
    <>
      <Pairs
        pairs={[
          { label: inspectionsText.by, value: finding.byUnitName },
          { label: inspectionsText.due, value: dateText(finding.dueOn) },
          { label: inspectionsText.stage, value: findingStageText[finding.stage] },
          { label: inspectionsText.owner, value: finding.ownerName ?? inspectionsText.noOwner },
        ]}
      />
      {finding.dueOn !== finding.askedDay && (
        <p className="muted">{inspectionsText.dueMoved(finding.askedDay, finding.dueOn)}</p>
      )}
      <h2>{inspectionsText.finding}</h2>
      <Lines text={finding.statement} />
      <h2>{inspectionsText.remedy}</h2>
      <Lines text={finding.remedy} />
    </>
  );
}
