import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { mayDecide } from '../../indicators/rights.server.ts';
import { leadCoverage } from '../../coverage/leads.server.ts';
import { SchemeLeads } from '../../coverage/routes/Leads.tsx';
import { PlansOf } from '../../plans/routes/PlansOf.tsx';
import { plansStanding } from '../../plans/standing-of.server.ts';
import { recognisedFor } from '../../initiatives/list.server.ts';
import { InitiativeList } from '../../initiatives/routes/InitiativeList.tsx';
import { secrecyText } from '../../secrecy/text.ts';
import { listPledges } from '../../pledges/list.server.ts';
import { knownOf, onDay } from '../../../ui/day.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { IndicatorTable } from '../parts/IndicatorTable.tsx';
import { PledgeTable } from '../parts/PledgeTable.tsx';
import type { SchemeUnit } from '../schemes.server.ts';
import { findScheme } from '../schemes.server.ts';
import { schemeText } from '../schemes/text.ts';
import { provinceLines } from '../view.server.ts';
import type { Route } from './+types/scheme.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { actor } = edge;
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const scheme = await findScheme(db, args.params.code, day);
  if (!scheme) return pageNotFound();
  const year = Number((day.known ?? day.today).slice(0, 4));
  const isInside = actor.kind === 'person';
  const of = { schemeCode: scheme.code };
  // Of what is handled off the system nothing is even asked.
  if (scheme.isSecret) return { scheme, asked, year, isInside, mayLink: false, ...nothing };
  const codes = new Set(scheme.indicators.map(({ code }) => code));
  const lines = (await provinceLines(db, day)).filter(({ code }) => codes.has(code));
  const pledges = await listPledges(db, actor, { ...of, year, knownOn: day.known, size: 200 });
  const planning = isInside ? await plansStanding(db, actor, { today: day.today, known: day.known, of }) : undefined;
  const leads = await leadCoverage(db, actor, { year, known: day.known, ...of });
  const mayLink = await mayDecide(db, actor);
  const recognised = day.known ? [] : await recognisedFor(db, actor, of);
  return { scheme, asked, year, isInside, mayLink, lines, pledges: pledges.rows, planning, leads, recognised };
}

const nothing = { lines: [], pledges: [], planning: undefined, leads: [], recognised: [] };

export default function Scheme({ loaderData }: Route.ComponentProps) {
  const { scheme, asked } = loaderData;
  const trail = [{ label: schemeText.trail, href: onDay('/de-an', knownOf(asked)) }];
  return (
    <Page title={scheme.name} lead={`${scheme.code} · ${schemeText.fullTitle(scheme.title)}`} trail={trail}>
      <title>{`${scheme.code} · ${scheme.name}`}</title>
      {scheme.isSecret ? <Withheld {...loaderData} /> : <Open {...loaderData} />}
    </Page>
  );
}

type Data = Route.ComponentProps['loaderData'];

/** The directive is public and says this much of it; beyond that there is the rule, the register, and nothing to type into. */
function Withheld({ scheme, isInside }: Data) {
  return (
    <>
      <Notice kind="info" title={schemeText.secretTitle}>
        <p>{schemeText.secretWhat}</p>
        <p>{secrecyText.legal}</p>
        {isInside && (
          <p>
            <a href="/van-ban-mat">{secrecyText.toRegister}</a>
          </p>
        )}
      </Notice>
      <p>{schemeText.secretPrinted}</p>
      <Printed scheme={scheme} />
    </>
  );
}

/** What the directive says of it. */
function Printed({ scheme }: Pick<Data, 'scheme'>) {
  return (
    <>
      <Pairs
        pairs={[
          { label: schemeText.term, value: scheme.term ?? schemeText.termNone },
          { label: schemeText.leadUnits, value: <Units units={scheme.leads} none={schemeText.noLead} /> },
          { label: schemeText.coordinators, value: <Units units={scheme.coordinators} none={schemeText.none} /> },
          { label: schemeText.duty, value: scheme.reportingDuty ?? schemeText.none },
          ...(scheme.note ? [{ label: schemeText.note, value: scheme.note }] : []),
          {
            label: schemeText.source,
            value: <a href={`/chi-thi#${scheme.clause}`}>{schemeText.appendix(scheme.clause)}</a>,
          },
        ]}
      />
      <h2 id="noi-dung">{schemeText.criteriaTitle(scheme.criteria.length)}</h2>
      <ol className="criteria">
        {scheme.criteria.map(({ code, wording }) => (
          <li key={code} id={code}>
            {wording}
          </li>
        ))}
      </ol>
    </>
  );
}

function Open(data: Data) {
  const { scheme, lines, asked, year, pledges, planning, leads, isInside, mayLink } = data;
  const path = `/de-an/${scheme.code}`;
  const known = knownOf(asked);
  return (
    <>
      <DayNotice asked={asked} path={path} />
      <Printed scheme={scheme} />
      <SchemeLeads leads={leads} />
      {planning && (
        <PlansOf standing={planning} attention={`/ke-hoach/tien-do?ve=${scheme.code}`} known={known} withUnit />
      )}
      <h2 id="chi-tieu">{schemeText.indicatorsTitle}</h2>
      <IndicatorTable
        caption={schemeText.indicatorsTitle}
        captionHidden
        rows={lines}
        known={known}
        empty={<NoIndicators mayLink={mayLink} code={scheme.code} />}
      />
      {mayLink && lines.length > 0 && (
        <p>
          <a href={`/quan-tri/de-an/${scheme.code}`}>{schemeText.link}</a>
        </p>
      )}
      <h2 id="dang-ky">{schemeText.pledgesTitle(year)}</h2>
      {isInside ? <PledgeTable rows={pledges} year={year} /> : <p className="muted">{schemeText.pledgesInside}</p>}
      <InitiativeList rows={data.recognised} href={`/sang-kien?de-an=${scheme.code}`} />
      <DayChoice asked={asked} path={path} />
    </>
  );
}

function NoIndicators({ mayLink, code }: { readonly mayLink: boolean; readonly code: string }) {
  const first = mayLink ? (
    <LinkButton href={`/quan-tri/de-an/${code}`} kind="second">
      {schemeText.link}
    </LinkButton>
  ) : (
    schemeText.linkWho
  );
  return <Empty what={schemeText.indicatorsWhat} why={schemeText.indicatorsWhy} first={first} />;
}

function Units({ units, none }: { readonly units: readonly SchemeUnit[]; readonly none: string }) {
  if (units.length === 0) return none;
  return (
    <ul className="plain">
      {units.map(({ code, wording }) => (
        <li key={wording}>{code ? <a href={`/don-vi/${code}`}>{wording}</a> : wording}</li>
      ))}
    </ul>
  );
}
