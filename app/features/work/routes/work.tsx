import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { askedOnEveryPage } from '../../../platform/preparing-client.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Todo } from '../../../ui/Todo.tsx';
import { entryText } from '../../actuals/text.ts';
import { centreItems } from '../../centre/routes/centre-items.tsx';
import { resultItems } from '../../ranking/routes/result-items.tsx';
import { complaintItems } from '../../revocations/routes/complaint-items.tsx';
import { revocationItems } from '../../revocations/routes/revocation-items.tsx';
import { levelItems } from '../../yearly-levels/routes/level-items.ts';
import { offerItems } from '../../register/routes/offer-items.ts';
import { provisionItems } from '../../awards/routes/provision-items.ts';
import { dossierItems } from '../../dossiers/routes/dossier-items.tsx';
import { appraisalItems } from '../../appraisal/routes/appraisal-items.ts';
import { councilItems } from '../../council/routes/council-items.ts';
import { decisionItems } from '../../decisions/routes/decision-items.ts';
import { initiativeItems } from '../../initiatives/routes/initiative-items.ts';
import { blockItems } from '../../blocks/routes/block-items.ts';
import { scoringItems } from '../../scoring/routes/scoring-items.ts';
import { inspectionItems } from '../../inspections/routes/inspection-items.ts';
import { planItems } from '../../plans/routes/plan-items.ts';
import { urgingItems } from '../../urging/routes/urging-items.ts';
import type { DutyState } from '../../urging/duty.ts';
import { workText } from '../text.ts';
import type { Work } from '../work.server.ts';
import { countOf, workOf } from '../work.server.ts';
import { begunItem, deedItem } from './duty-items.tsx';
import type { Route } from './+types/work.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const work = await askedOnEveryPage(() => workOf(db, person, clock()));
  return { work, count: countOf(work) };
}

export default function MyWork({ loaderData }: Route.ComponentProps) {
  const { work, count } = loaderData;
  const groups = groupsOf(work);
  const late = groups.flatMap(({ items }) => items).filter((item) => item.late).length;
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
        groups.map(({ name, items }, at) => (
          <section key={name}>
            <h2>{workText.group(name, items.length)}</h2>
            <Todo items={items} isLater={at > 0} />
          </section>
        ))
      )}
      {work.deeds.some(({ duty }) => duty.kind === 'values') && <p className="muted">{entryText.defaultDeadline}</p>}
    </Page>
  );
}

type Group = { readonly name: string; readonly items: readonly TodoItem[] };
const dueGroups: readonly (readonly [string, readonly DutyState[]])[] = [
  [workText.groups.late, ['late']],
  [workText.groups.near, ['today', 'near']],
  [workText.groups.to_come, ['to_come']],
  [workText.groups.unset, ['unset']],
];

/** What has a due day first, by how pressing it is; then what others wait for; then what was begun and is nobody's duty. */
function groupsOf(work: Work): readonly Group[] {
  const { deeds, beside, personId } = work;
  const hasManyUnits = new Set(deeds.map(({ duty }) => duty.unitId)).size > 1;
  const owed = dueGroups.map(([name, states]) => ({
    name,
    items: deeds
      .filter(({ duty }) => states.includes(duty.state))
      .map((deed) => deedItem(deed, { personId, hasManyUnits })),
  }));
  const groups = [
    ...owed.slice(0, 2),
    { name: workText.groups.waiting, items: waitingItems(work) },
    ...owed.slice(2),
    { name: workText.groups.begun, items: [...beside.map(begunItem), ...draftItems(work)] },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** What others wait for. */
function waitingItems(work: Work): readonly TodoItem[] {
  const { toVerify, pledgesToAccept, plans, inspections, today, year } = work;
  const verify = {
    id: 'duyet',
    title: workText.verify(toVerify),
    href: '/duyet-so-lieu?xem=cho-toi',
    note: workText.verifyNote,
    verb: workText.verifyVerb,
  };
  const accept = {
    id: 'tiep-nhan',
    title: workText.accept(pledgesToAccept),
    href: `/dang-ky-chi-tieu?nam=${year}&buoc=submitted`,
    note: workText.acceptNote(year),
    verb: workText.acceptVerb,
  };
  return [
    ...councilItems(work.council),
    ...urgingItems(work.urging),
    ...(toVerify > 0 ? [verify] : []),
    ...(pledgesToAccept > 0 ? [accept] : []),
    ...reportItems(work),
    ...planItems(plans, today),
    ...appraisalItems(work.appraisal),
    ...initiativeItems(work.initiatives),
    ...decisionItems(work.decisions, work.toDraft),
    ...provisionItems(work.provisions),
    ...offerItems(work.offers),
    ...levelItems(work.levelLists),
    ...dossierItems(work.dossiers),
    ...revocationItems(work.revocations),
    ...complaintItems(work.complaints),
    ...resultItems(work.results),
    ...centreItems(work.centre),
    ...inspectionItems(inspections),
    ...scoringItems(work.scoring, today),
    ...blockItems(work.blocks, today),
    ...work.secretPapers.map(({ id, number, sender }) => ({
      id: `van-ban-mat-${id}`,
      title: workText.secretPaper(number),
      href: `/van-ban-mat/${id}`,
      note: workText.secretPaperNote(sender),
      verb: workText.acceptVerb,
    })),
  ];
}

function reportItems({ sentReports, toIssue }: Work): readonly TodoItem[] {
  return [
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

function draftItems({ drafts }: Work): readonly TodoItem[] {
  return drafts.map(({ id, name, unitName }) => ({
    id,
    title: workText.launch(name),
    href: `/phong-trao/${id}`,
    note: unitName,
    verb: workText.open,
  }));
}
