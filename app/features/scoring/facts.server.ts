/**
 * All that criteria ask of the data, for many units at once: each source is read once for all of them. What a unit was not asked for is not applicable; what nobody knows yet is missing;
 * neither is zero.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Measure, MeasureName } from '../criteria/rule.ts';
import type { FactsAsked, Measurement } from './facts/asked.server.ts';
import { among } from './facts/asked.server.ts';
import { commitments } from './facts/commitments.server.ts';
import { findingsClosed } from './facts/findings.server.ts';
import { deedNames, mergedInto, withMerged } from './facts/merged.server.ts';
import { goals } from './facts/goals.server.ts';
import { initiatives } from './facts/initiatives.server.ts';
import { reportsOnTime } from './facts/reports.server.ts';
import { yearsResults } from './facts/years.server.ts';
import type { Facts, Measured } from './measured.ts';
import { counted, measureKey } from './measured.ts';

const without: Readonly<Record<MeasureName, Measured>> = {
  pledges_attained: { state: 'not_applicable', why: 'no_pledges', behind: [] },
  reports_on_time: { state: 'not_applicable', why: 'no_reports_asked', behind: [] },
  plan_issued: { state: 'not_applicable', why: 'not_asked_of_unit', behind: [] },
  pledges_registered: { state: 'not_applicable', why: 'not_asked_of_unit', behind: [] },
  initiatives_recognised: { state: 'known', quantity: counted(0), behind: [] },
  initiatives_adopted: { state: 'known', quantity: counted(0), behind: [] },
  findings_closed: { state: 'not_applicable', why: 'no_findings', behind: [] },
  indicator: { state: 'not_applicable', why: 'no_goal', behind: [] },
  years_results: { state: 'not_applicable', why: 'no_year_results', behind: [] },
};

/** By unit, of every unit asked for; for the judgement itself, so visibility is for the asker to have looked at. */
export async function factsOf(
  db: Kysely<DB>,
  asked: FactsAsked & { readonly measures: readonly Measure[] },
): Promise<ReadonlyMap<string, Facts>> {
  const keys = new Map(asked.measures.map((measure) => [measureKey(measure), measure]));
  const [read, gone] = await Promise.all([measurements(db, asked), goneAmong(db, asked)]);
  return new Map(
    asked.unitIds.map((unitId) => [
      unitId,
      new Map(
        [...keys].map(([key, measure]) => [
          key,
          gone.has(unitId) ? notThere : (read(measure).get(unitId) ?? without[measure.name]),
        ]),
      ),
    ]),
  );
}

const notThere: Measured = { state: 'not_applicable', why: 'not_there_all_year', behind: [] };

/** Units that ended before the year, or begin after it: nothing of the year is theirs. */
async function goneAmong(db: Kysely<DB>, { year, unitIds }: FactsAsked): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unit u where ${among('u.id', unitIds)} and (u.valid_until <= make_date(${year}, 1, 1) or u.valid_from > make_date(${year}, 12, 31))`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

async function measurements(
  db: Kysely<DB>,
  asked: FactsAsked & { readonly measures: readonly Measure[] },
): Promise<(measure: Measure) => Measurement> {
  const names = new Set(asked.measures.map(({ name }) => name));
  const codes = asked.measures.flatMap(({ indicator }) => indicator ?? []);
  const needs = (...some: readonly MeasureName[]) => some.some((name) => names.has(name));
  const merged = needs(...deedNames) ? await mergedInto(db, asked) : [];
  const wider = { ...asked, unitIds: [...asked.unitIds, ...merged.map(({ unitId }) => unitId)] };
  const [reports, committed, initiative, findings, goal, years] = await Promise.all([
    needs('reports_on_time') ? reportsOnTime(db, wider) : undefined,
    needs('plan_issued', 'pledges_registered') ? commitments(db, asked) : undefined,
    needs('initiatives_recognised', 'initiatives_adopted') ? initiatives(db, wider) : undefined,
    needs('findings_closed') ? findingsClosed(db, wider) : undefined,
    needs('pledges_attained', 'indicator') ? goals(db, asked, codes) : undefined,
    needs('years_results') ? yearsResults(db, asked) : undefined,
  ]);
  const none: Measurement = new Map();
  const indicators = new Map<string, Measurement>();
  const deeds = {
    reports: withMerged('reports_on_time', merged, reports ?? none),
    recognised: withMerged('initiatives_recognised', merged, initiative?.recognised ?? none),
    adopted: withMerged('initiatives_adopted', merged, initiative?.adopted ?? none),
    findings: withMerged('findings_closed', merged, findings ?? none),
  };
  return ({ name, indicator }) => {
    switch (name) {
      case 'reports_on_time':
        return deeds.reports;
      case 'plan_issued':
        return committed?.planned ?? none;
      case 'pledges_registered':
        return committed?.pledged ?? none;
      case 'initiatives_recognised':
        return deeds.recognised;
      case 'initiatives_adopted':
        return deeds.adopted;
      case 'findings_closed':
        return deeds.findings;
      case 'pledges_attained':
        return goal?.attained ?? none;
      case 'years_results':
        return years ?? none;
      case 'indicator': {
        const code = indicator ?? '';
        const there = indicators.get(code) ?? goal?.indicator(code) ?? none;
        indicators.set(code, there);
        return there;
      }
    }
  };
}
