/** Coverage for programs, by token: whether, never what. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { knownOnOf, knownOnQuery, yearAsked } from '../../platform/api/parameters.ts';
import { coverageApiText as said } from './api.text.ts';
import type { UnitCovered } from './coverage.ts';
import { has } from './coverage.ts';
import { unitCoverage } from './coverage.server.ts';
import { leadCoverage } from './leads.server.ts';
import type { LeadCovered } from './leads.ts';
import { isWhole, lacking, leadParts } from './leads.ts';

const { fields } = said;
const unit = named(
  'UnitCoverage',
  z.object({
    unit: z.string().describe(fields.unit),
    unitName: z.string(),
    kind: z.string(),
    block: z.string().nullable().describe(fields.block),
    territory: z.string().nullable().describe(fields.territory),
    schemes: z.array(z.string()).describe(fields.schemes),
    receivedOn: z.iso.date().nullable().describe(fields.receivedOn),
    carriedOn: z.boolean().describe(fields.carriedOn),
    planned: z.boolean().describe(fields.planned),
    pledges: z.int().describe(fields.pledges),
    kept: z.boolean().describe(fields.kept),
    initiatives: z.int().describe(fields.initiatives),
  }),
);
type UnitAnswer = z.output<typeof unit>;

function answerUnit(row: UnitCovered): UnitAnswer {
  const { code, name, kind, block, territory, schemes, receivedAt, pledges, initiatives } = row;
  return {
    unit: code,
    unitName: name,
    kind,
    block,
    territory,
    schemes: [...schemes],
    receivedOn: receivedAt === null ? null : plainDateIn(receivedAt),
    carriedOn: has(row, 'carriedOn'),
    planned: has(row, 'planned'),
    pledges,
    kept: has(row, 'kept'),
    initiatives,
  };
}

const lead = named(
  'SchemeCoverage',
  z.object({
    scheme: z.string(),
    unit: z.string().nullable().describe(fields.unit),
    unitName: z.string(),
    planned: z.boolean(),
    tasks: z.int(),
    milestones: z.int(),
    pledges: z.int(),
    checks: z.int(),
    missing: z.array(z.enum(leadParts)).describe(fields.missing),
    complete: z.boolean(),
  }),
);
type LeadAnswer = z.output<typeof lead>;

function answerLead(row: LeadCovered): LeadAnswer {
  const { schemeCode: scheme, unitCode, unitName, planId, tasks, milestones, pledges, checks } = row;
  const counts = { planned: planId !== null, tasks, milestones, pledges, checks };
  return { scheme, unit: unitCode, unitName, ...counts, missing: [...lacking(row)], complete: isWhole(row) };
}

const year = yearAsked.describe(said.query.year);
const unitQuery = z.object({ ...knownOnQuery, year, movement: z.uuid().optional().describe(said.query.movement) });
const thisYear = (today: string) => Number(today.slice(0, 4));

export const coverageOperations = [
  operation({
    id: 'listUnitCoverage',
    method: 'GET',
    path: '/coverage/units',
    tag: said.tag,
    summary: said.units,
    about: said.unitsAbout,
    auth: 'coverage:read',
    query: unitQuery,
    answers: { 200: { about: said.unitsFound, schema: z.object({ items: z.array(unit) }) } },
    csv: csvOf<UnitAnswer>({
      unit: (row) => row.unit,
      unitName: (row) => row.unitName,
      kind: (row) => row.kind,
      block: (row) => row.block,
      territory: (row) => row.territory,
      schemes: (row) => row.schemes.join(' '),
      receivedOn: (row) => row.receivedOn,
      carriedOn: (row) => String(row.carriedOn),
      planned: (row) => String(row.planned),
      pledges: (row) => row.pledges,
      kept: (row) => String(row.kept),
      initiatives: (row) => row.initiatives,
    }),
    run: async ({ services: { db, clock }, actor }, { query }) => {
      const today = plainDateIn(clock());
      const known = knownOnOf(query, today);
      if (!known.ok) return known.refusal;
      const asked = { year: query.year ?? thisYear(today), known: known.value, movementId: query.movement };
      return content({ items: (await unitCoverage(db, actor, asked)).map(answerUnit) });
    },
  }),
  operation({
    id: 'listSchemeCoverage',
    method: 'GET',
    path: '/coverage/schemes',
    tag: said.tag,
    summary: said.schemes,
    about: said.schemesAbout,
    auth: 'coverage:read',
    query: z.object({ ...knownOnQuery, year }),
    answers: { 200: { about: said.schemesFound, schema: z.object({ items: z.array(lead) }) } },
    csv: csvOf<LeadAnswer>({
      scheme: (row) => row.scheme,
      unit: (row) => row.unit,
      unitName: (row) => row.unitName,
      planned: (row) => String(row.planned),
      tasks: (row) => row.tasks,
      milestones: (row) => row.milestones,
      pledges: (row) => row.pledges,
      checks: (row) => row.checks,
      missing: (row) => row.missing.join(' '),
      complete: (row) => String(row.complete),
    }),
    run: async ({ services: { db, clock }, actor }, { query }) => {
      const today = plainDateIn(clock());
      const known = knownOnOf(query, today);
      if (!known.ok) return known.refusal;
      const asked = { year: query.year ?? thisYear(today), known: known.value };
      return content({ items: (await leadCoverage(db, actor, asked)).map(answerLead) });
    },
  }),
];
