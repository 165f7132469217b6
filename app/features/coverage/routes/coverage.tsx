import { edgeOf } from '../../../platform/http.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { coverageAsked, coverageSeen } from '../coverage-page.server.ts';
import { publicCoverage } from '../coverage.server.ts';
import { coveredOf, groupedBy, growth, waysToGroup } from '../coverage.ts';
import { commitments, directiveReviews, leadCoverage } from '../leads.server.ts';
import { isWhole } from '../leads.ts';
import { reviewLines } from '../reviews.ts';
import { coverageText, groupText } from '../text.ts';
import { Growth } from './Growth.tsx';
import { Leads } from './Leads.tsx';
import { Groups, Sums } from './Numbers.tsx';
import { Reviews } from './Reviews.tsx';
import { UnitsBehind } from './UnitsBehind.tsx';
import type { Route } from './+types/coverage.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db } = edge.services;
  const { pathname, search } = new URL(args.request.url);
  const view = { path: pathname, query: search };
  const [said, reviews] = await Promise.all([commitments(db), readReviews(edge, args.request)]);
  const shared = { view, reviews, said: Object.fromEntries(said.map(({ code, wording }) => [code, wording])) };
  if (edge.actor.kind !== 'person') {
    const asked = coverageAsked(edge, args.request);
    const { year, day } = asked;
    const sums = await publicCoverage(db, { year, known: day.known, today: day.today });
    return { ...shared, ...asked, ...sums, inside: undefined };
  }
  const seen = await coverageSeen(edge, args.request);
  const { units, listed, year, by, day } = seen;
  const leads = await leadCoverage(db, edge.actor, { year, known: day.known });
  const months = growth(units, year, day.known ?? day.today);
  const schemes = Object.fromEntries(leads.map(({ schemeCode, schemeName }) => [schemeCode, schemeName]));
  return {
    ...shared,
    ...seen,
    all: coveredOf(units),
    months,
    inside: {
      groups: groupedBy(units, by),
      schemes,
      leads,
      listed,
      reminder: seen.reminder,
      mayRemind: seen.mayRemind,
    },
  };
}

async function readReviews(edge: ReturnType<typeof edgeOf>, request: Request) {
  const { day } = coverageAsked(edge, request);
  const found = await directiveReviews(edge.services.db, day.known);
  if (!found) return undefined;
  const thisYear = Number((day.known ?? day.today).slice(0, 4));
  const { movementId, planned, held, from, to } = found;
  return { movementId, lines: reviewLines(planned, held, { term: { from, to }, thisYear }) };
}

type Data = Route.ComponentProps['loaderData'];

export default function Coverage({ loaderData }: Route.ComponentProps) {
  const { all, months, view, by, year, asked, inside, reviews, said, openedLeads } = loaderData;
  const title = coverageText.title(all.kept, all.units, year);
  const seen = { view, by, isInside: inside !== undefined };
  // The list stands below the numbers of which one was opened.
  const isOfInitiatives = loaderData.opened?.aspect === 'initiative';
  return (
    <Page title={title} lead={inside ? coverageText.lead : coverageText.publicLead}>
      <title>{title}</title>
      <DayNotice asked={asked} path={view.path} />
      <Narrowing {...loaderData} />
      <h2 id="pt-1-2">{coverageText.commitmentTitle['PT-1.2']}</h2>
      <Wording said={said['PT-1.2']} />
      <Sums {...seen} all={all} aspects={['kept', 'planned', 'pledged']} />
      <Growth months={months} units={all.units} year={year} />
      {inside && <Groups {...seen} {...inside} aspects={['planned', 'pledged', 'kept']} />}
      {inside && by === 'scheme' && <p className="muted">{coverageText.schemeGroups}</p>}
      {!isOfInitiatives && <Opened {...loaderData} />}
      {inside && (
        <>
          <h2 id="pt-1-3">{coverageText.leadsTitle(inside.leads.filter(isWhole).length, inside.leads.length)}</h2>
          <Wording said={said['PT-1.3']} />
          <Leads view={view} leads={inside.leads} asking={openedLeads} mayRemind={inside.mayRemind} />
        </>
      )}
      <h2 id="pt-1-4">{coverageText.commitmentTitle['PT-1.4']}</h2>
      <Wording said={said['PT-1.4']} />
      <p>{coverageText.initiativeRule}</p>
      <Sums {...seen} all={all} aspects={['initiative']} />
      {inside && <Groups {...seen} {...inside} aspects={['initiative']} />}
      {isOfInitiatives && <Opened {...loaderData} />}
      <h2 id="pt-1-5">{coverageText.commitmentTitle['PT-1.5']}</h2>
      <Wording said={said['PT-1.5']} />
      {reviews && <Reviews {...reviews} />}
      <DayChoice asked={asked} path={view.path} keep={{ nam: String(year), theo: by }} />
      {inside && <p className="muted">{coverageText.today}</p>}
    </Page>
  );
}

function Wording({ said }: { readonly said: string | undefined }) {
  return said ? <blockquote>{said}</blockquote> : null;
}

function Opened({ view, opened, inside, year, day }: Data) {
  if (!inside?.listed || !opened) return null;
  const at = (extension: string) => `${view.path}/tai.${extension}${view.query}`;
  return (
    <UnitsBehind
      key={`${year} ${day.known ?? ''}`}
      view={view}
      asking={opened}
      units={inside.listed}
      isCommitment
      exports={{ excel: at('xlsx'), csv: at('csv') }}
      reminder={inside.reminder}
    />
  );
}

function Narrowing({ view, asked, year, thisYear, by, inside }: Data) {
  return (
    <Filters path={view.path} auto keep={asked.kind === 'past' ? { ngay: asked.known } : {}}>
      <YearField latest={thisYear + 1} count={5} year={year} />
      {inside && (
        <Field
          type="select"
          name="theo"
          label={coverageText.by}
          blank={null}
          value={by}
          options={waysToGroup.map((value) => ({ value, label: groupText[value] }))}
        />
      )}
    </Filters>
  );
}
