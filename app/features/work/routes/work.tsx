import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue, Todo } from '../../../ui/Todo.tsx';
import { owedItem } from '../../actuals/routes/OwedList.tsx';
import { entryText } from '../../actuals/text.ts';
import { initiativeItems } from '../../initiatives/routes/initiative-items.ts';
import { inspectionItems } from '../../inspections/routes/inspection-items.ts';
import { planItems } from '../../plans/routes/plan-items.ts';
import { urgingItems } from '../../urging/routes/urging-items.ts';
import { workText } from '../text.ts';
import type { Work } from '../work.server.ts';
import { countOf, workOf } from '../work.server.ts';
import type { Route } from './+types/work.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const work = await workOf(edge.services.db, person, edge.services.clock());
  return { work, count: countOf(work), late: lateOf(work) };
}

function lateOf({ owed, ownReports, plans, inspections, today }: Work): number {
  const reports = ownReports.filter(({ dueOn, stage }) => dueOn < today && stage !== 'returned');
  const lines = [...plans.milestones, ...plans.joined].filter(({ dueOn }) => dueOn < today);
  const remedies = inspections.remedies.filter(({ dueOn }) => dueOn < today);
  const forms = owed.filter(({ workingDaysLeft }) => workingDaysLeft < 0);
  return forms.length + reports.length + lines.length + remedies.length;
}

export default function MyWork({ loaderData }: Route.ComponentProps) {
  const { work, count, late } = loaderData;
  const title = workText.title(count, late);
  return (
    <Page title={title}>
      <title>{title}</title>
      {count === 0 ? (
        <Empty
          what={workText.emptyWhat}
          why={workText.emptyWhy}
          first={
            <LinkButton href="/tong-quan" kind="second">
              {workText.emptyFirst}
            </LinkButton>
          }
        />
      ) : (
        <Todo items={itemsOf(work)} />
      )}
      {work.owed.length > 0 && <p className="muted">{entryText.defaultDeadline}</p>}
    </Page>
  );
}

/** What has a deadline first, by deadline; then what others wait for; then what has none. */
function itemsOf(work: Work): readonly TodoItem[] {
  const { owed, toVerify, pledgesToAccept, unpledged, ownPledges, plans, inspections, today, year } = work;
  const units = new Set(owed.map(({ unitId }) => unitId));
  return [
    ...reportItems(work),
    ...owed.map((form) => owedItem(form, units.size > 1)),
    ...(toVerify > 0
      ? [
          {
            id: 'duyet',
            title: workText.verify(toVerify),
            href: '/duyet-so-lieu?xem=cho-toi',
            note: workText.verifyNote,
            verb: workText.verifyVerb,
          },
        ]
      : []),
    ...(pledgesToAccept > 0
      ? [
          {
            id: 'tiep-nhan',
            title: workText.accept(pledgesToAccept),
            href: `/dang-ky-chi-tieu?nam=${year}&buoc=submitted`,
            note: workText.acceptNote(year),
            verb: workText.acceptVerb,
          },
        ]
      : []),
    ...movementItems(work),
    ...ownPledges.map(({ id, wording, stage, unitName, reason }) => ({
      id,
      title: stage === 'returned' ? workText.returned(wording) : workText.draft(wording),
      href: `/dang-ky-chi-tieu/${id}`,
      note: reason === null ? unitName : workText.returnedNote(unitName, reason),
      verb: workText.open,
    })),
    ...unpledged.map(({ code, name }) => ({
      id: `dang-ky-${code}`,
      title: workText.pledge(year),
      href: `/dang-ky-chi-tieu/moi?nam=${year}`,
      note: workText.pledgeNote(name),
      verb: workText.pledgeVerb,
    })),
    ...planItems(plans, today),
    ...initiativeItems(work.initiatives),
    ...inspectionItems(inspections, today),
    ...urgingItems(work.urging),
  ];
}

function movementItems({ toReceive, drafts }: Work): readonly TodoItem[] {
  return [
    ...toReceive.map(({ id, name, unitId, unitName, launchedBy }) => ({
      id: `${id} ${unitId}`,
      title: workText.receive(name),
      href: `/phong-trao/${id}`,
      note: workText.receiveNote(unitName, launchedBy),
      verb: workText.receiveVerb,
    })),
    ...drafts.map(({ id, name, unitName }) => ({
      id,
      title: workText.launch(name),
      href: `/phong-trao/${id}`,
      note: unitName,
      verb: workText.open,
    })),
  ];
}

/** Reports of one's own unit, then those that wait to be received. */
function reportItems({ ownReports, sentReports, toIssue, today }: Work): readonly TodoItem[] {
  return [
    ...ownReports.map((report) => ownReport(report, today)),
    ...sentReports.map(({ roundId, roundName, count }) => ({
      id: `nhan-${roundId}`,
      title: workText.receiveReports(count, roundName),
      href: `/ky-bao-cao/${roundId}?xem=da-gui`,
      note: workText.receiveReportsNote,
      verb: workText.acceptVerb,
    })),
    ...toIssue.map(({ id, title }) => ({
      id: `ky-${id}`,
      title: workText.issue(title),
      href: `/bao-cao-tong-hop/${id}`,
      note: workText.issueNote,
      verb: workText.open,
    })),
  ];
}

function ownReport(report: Work['ownReports'][number], today: string): TodoItem {
  const { roundId, roundName, dueOn, unitCode, unitName, stage, returnReason } = report;
  const late = dueOn < today && stage !== 'returned';
  const note = late ? workText.reportLate(dateText(dueOn), unitName) : workText.reportNote(dateText(dueOn), unitName);
  const isReturned = stage === 'returned' && returnReason !== null;
  const kind = stage === 'presented' || stage === 'returned' || stage === 'draft' ? stage : 'none';
  return {
    id: `bao-cao-${roundId}-${unitCode}`,
    title: workText.report[kind](roundName),
    href: `/bao-cao/${roundId}/${unitCode}`,
    note: isReturned ? workText.returnedNote(unitName, returnReason) : late ? <Overdue>{note}</Overdue> : note,
    late,
    verb: workText.open,
  };
}
