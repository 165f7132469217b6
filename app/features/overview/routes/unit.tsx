import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { answerableAt } from '../../identity/people/answerable.server.ts';
import { listActuals } from '../../actuals/list.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { UnitPage } from '../../organisation/parts/UnitPage.tsx';
import { unitSeen } from '../../organisation/unit-page.server.ts';
import { unitCoverage } from '../../coverage/coverage.server.ts';
import { leadCoverage } from '../../coverage/leads.server.ts';
import { UnitKept } from '../../coverage/routes/UnitKept.tsx';
import { PlansOf } from '../../plans/routes/PlansOf.tsx';
import { plansStanding } from '../../plans/standing-of.server.ts';
import { recognisedFor } from '../../initiatives/list.server.ts';
import { InitiativeList } from '../../initiatives/routes/InitiativeList.tsx';
import { listPledges } from '../../pledges/list.server.ts';
import { seesUnits } from '../detail.server.ts';
import { knownOf } from '../../../ui/day.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { UnitPeople } from '../parts/UnitPeople.tsx';
import { UnitRegistered, UnitStands } from '../parts/UnitStands.tsx';
import { unitsText } from '../text.ts';
import { unitStandings } from '../unit-standing.server.ts';
import { overviewText } from '../text.ts';
import type { Route } from './+types/unit.ts';

/** How many of its values a unit's page shows. */
const shownValues = 10;

/** A unit: where it stands this year, what it reported and registered, and who it is. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { actor } = edge;
  const { db } = edge.services;
  const wanted = askedOf(edge, args.request);
  const there = await unitSeen(edge, args.params.code, wanted.day.known);
  const seen = there ?? (await unitSeen(edge, args.params.code)) ?? pageNotFound();
  // Not there yet on the day asked for: shown as it is today, and said.
  const day = there ? wanted.day : { ...wanted.day, known: undefined };
  const asked = there ? wanted.asked : ({ kind: 'now' } as const);
  const notYet = there ? undefined : wanted.day.known;
  const { id: unitId, kind } = seen.detail.unit;
  const isInside = seesUnits(actor);
  const { year, units } = await unitStandings(db, day);
  const standing = isInside ? units.find((unit) => unit.unitId === unitId) : undefined;
  const query = { unitId, knownOn: day.known, sort: 'period', descending: true, size: shownValues } as const;
  const values = await listActuals(db, actor, query);
  const pledges = await listPledges(db, actor, { unitId, year, knownOn: day.known, size: 100 });
  const people = isInside && !day.known ? await answerableAt(db, actor, unitId) : undefined;
  const [kept] = isInside ? await unitCoverage(db, actor, { year, known: day.known, unitIds: [unitId] }) : [];
  const leads = isInside ? await leadCoverage(db, actor, { year, known: day.known, unitIds: [unitId] }) : [];
  const planning = isInside
    ? await plansStanding(db, actor, { today: day.today, known: day.known, of: { unitId } })
    : undefined;
  const isDone = new URL(args.request.url).searchParams.has('xong');
  const isProvince = kind === 'province';
  const recognised = day.known ? [] : await recognisedFor(db, actor, { unitId });
  const stands = { recognised, standing, year, kept, leads, values, pledges: pledges.rows };
  return {
    seen,
    planning,
    ...stands,
    asked,
    notYet,
    people,
    isInside,
    isProvince,
    isDone,
    isSignedIn: actor.kind === 'person',
  };
}

export default function Unit({ loaderData }: Route.ComponentProps) {
  const { seen, asked, notYet, isDone } = loaderData;
  const path = `/don-vi/${seen.detail.unit.code}`;
  return (
    <UnitPage
      {...seen}
      isDone={isDone}
      first={
        <>
          <DayNotice asked={asked} path={path} />
          {notYet && <Notice kind="warning">{unitsText.notYet(notYet)}</Notice>}
          <UnitStands {...loaderData} known={knownOf(asked)} />
          {loaderData.planning && (
            <PlansOf
              standing={loaderData.planning}
              attention={`/ke-hoach/tien-do?don-vi=${seen.detail.unit.code}`}
              known={knownOf(asked)}
            />
          )}
          <UnitKept unit={loaderData.kept} {...loaderData} known={knownOf(asked)} />
        </>
      }
      last={
        <>
          <UnitPeople people={loaderData.people} />
          <UnitRegistered {...loaderData} />
          {loaderData.isSignedIn && (
            <p>
              <a href={`/ky-bao-cao/don-vi/${seen.detail.unit.code}`}>{overviewText.unitReports}</a>
            </p>
          )}
          <InitiativeList rows={loaderData.recognised} href={`/sang-kien?don-vi=${seen.detail.unit.code}`} />
          <DayChoice asked={asked} path={path} />
        </>
      }
    />
  );
}
