import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import { Why } from '../../../ui/Why.tsx';
import { listActuals } from '../../actuals/list.server.ts';
import { mayDecide } from '../../indicators/rights.server.ts';
import { knownOf, onDay } from '../../../ui/day.ts';
import { factsFor, seesUnits, vintagesOf } from '../detail.server.ts';
import { FIELD_SLUG } from '../lines.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { About } from '../parts/About.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { Trajectory } from '../parts/Trajectory.tsx';
import { UnitsTable } from '../parts/UnitsTable.tsx';
import { ValuesTable } from '../parts/ValuesTable.tsx';
import { rootUnit } from '../../organisation/root.server.ts';
import { dayOf } from '../../../ui/day.ts';
import { provinceStandings } from '../standing.server.ts';
import { dateText } from '../../../ui/moment.ts';
import { fieldText, indicatorText, overviewText } from '../text.ts';
import { unitValues } from '../unit-values.server.ts';
import { viewOf } from '../view.server.ts';
import type { Route } from './+types/indicator.ts';

/** How many values the page shows before the list on a page of its own. */
const shownValues = 12;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { actor } = edge;
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const root = await rootUnit(db, day.known);
  const standing = (await provinceStandings(db, day)).find(({ definition }) => definition.code === args.params.code);
  if (!root || !standing) return pageNotFound();
  const { code } = standing.definition;
  const asking = { root, standing, day };
  const facts = await factsFor(db, actor, asking);
  const vintages = await vintagesOf(db, asking);
  const query = {
    indicatorCode: code,
    withSuperseded: true,
    knownOn: day.known,
    sort: 'period',
    descending: true,
  } as const;
  const values = await listActuals(db, actor, { ...query, size: shownValues });
  const units = await unitValues(db, actor, { indicatorCode: code, rootId: root.id, day });
  const mayEdit = await mayDecide(db, actor);
  return {
    definition: standing.definition,
    status: standing.evaluation.status,
    view: viewOf(standing, facts, vintages),
    values,
    units,
    asked,
    mayEdit,
    isInside: seesUnits(actor),
    asOf: dayOf(day),
  };
}

export default function Indicator({ loaderData }: Route.ComponentProps) {
  const { definition, status, view, values, units, asked, mayEdit, isInside, asOf } = loaderData;
  const path = `/chi-tieu/${definition.code}`;
  const known = knownOf(asked);
  const trail = [
    { label: overviewText.indicator, href: onDay('/chi-tieu', known) },
    {
      label: fieldText[definition.field],
      href: onDay(`/chi-tieu?linh-vuc=${FIELD_SLUG[definition.field]}`, known),
    },
  ];
  return (
    <Page
      title={definition.name}
      trail={trail}
      action={<Status status={status} large />}
      lead={<Lead {...loaderData} />}
    >
      <title>{`${definition.code} · ${definition.name}`}</title>
      <DayNotice asked={asked} path={path} />
      <Facts facts={view.figures} />
      <Trajectory definition={definition} status={status} view={view} asOf={dateText(asOf)} />
      <Why
        question={indicatorText.why(status)}
        open
        clause={<a href={`/chi-thi#${definition.clause}`}>{indicatorText.quoteFrom(definition.clause)}</a>}
        asOf={dateText(asOf)}
        sheet={onDay(`${path}/bang-tinh.json`, known)}
      >
        <p>{view.explanation}</p>
      </Why>
      <p>
        <a href={onDay(`${path}/bang-tinh.xlsx`, known)}>{indicatorText.sheetExcel}</a>
      </p>
      <h2 id="so-lieu">{indicatorText.valuesTitle}</h2>
      <ValuesTable listed={values} ownerName={definition.owner?.name} path={path} known={known} isInside={isInside} />
      <h2 id="don-vi">{indicatorText.unitsTitle}</h2>
      <UnitsTable units={units} definition={definition} isInside={isInside} known={known} />
      <h2 id="ve-chi-tieu">{indicatorText.aboutTitle}</h2>
      <About definition={definition} editHref={mayEdit ? `/quan-tri${path}` : undefined} />
      <DayChoice asked={asked} path={path} />
    </Page>
  );
}

function Lead({ definition, asked }: Route.ComponentProps['loaderData']) {
  return (
    <>
      {definition.code} · <q>{definition.wording}</q> ·{' '}
      <a href={`/chi-thi#${definition.clause}`}>{indicatorText.quoteFrom(definition.clause)}</a> ·{' '}
      {definition.owner ? (
        <>
          {indicatorText.ownedBy}{' '}
          <a href={onDay(`/don-vi/${definition.owner.code}`, knownOf(asked))}>{definition.owner.name}</a>
        </>
      ) : (
        overviewText.noOwner.toLowerCase()
      )}
    </>
  );
}
