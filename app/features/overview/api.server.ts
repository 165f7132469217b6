/**
 * Indicators and where they stand, open to everybody: the figures of the whole province added up, the very standings that
 * the pages draw.
 */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { codeParams, knownOnOf, knownOnQuery } from '../../platform/api/parameters.ts';
import { operation } from '../../platform/api/describe.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import type { Problem } from '../../platform/api/problem.ts';
import type { Edge } from '../../platform/command.server.ts';
import { FIELDS } from '../directive/terms.ts';
import { STATUSES } from '../indicators/indicator.ts';
import { indicatorsApiText as said } from './api.text.ts';
import { detailAnswer, indicatorDetail, indicatorLine, lineAnswer } from './indicator-answer.server.ts';
import type { IndicatorAnswer } from './indicator-answer.server.ts';
import { dayOf } from '../../ui/day.ts';
import { provinceStandings } from './standing.server.ts';
import type { Day } from '../../ui/day.ts';

const query = z.object({
  ...knownOnQuery,
  field: z.enum(FIELDS).optional().describe(said.query.field),
  status: z.enum(STATUSES).optional().describe(said.query.status),
});

const common = { method: 'GET', tag: said.tag, auth: 'public' } as const;

export const indicatorOperations = [
  operation({
    ...common,
    id: 'listIndicators',
    path: '/indicators',
    summary: said.list,
    about: said.about,
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(indicatorLine) }) } },
    csv: csvOf<IndicatorAnswer>({
      code: ({ code }) => code,
      name: ({ name }) => name,
      field: ({ field }) => field,
      clause: ({ clause }) => clause,
      wording: ({ wording }) => wording,
      unit: ({ unit }) => unit,
      comparator: ({ comparator }) => comparator,
      target: ({ target }) => (typeof target === 'number' ? target : null),
      targetLow: ({ target }) => (typeof target === 'object' ? (target?.low ?? null) : null),
      targetHigh: ({ target }) => (typeof target === 'object' ? (target?.high ?? null) : null),
      aggregation: ({ aggregation }) => aggregation,
      deadline: ({ deadline }) => deadline,
      status: ({ status }) => status,
      latest: ({ latest }) => latest?.value ?? null,
      latestPeriod: ({ latest }) => latest?.period ?? null,
      expected: ({ expected }) => expected,
      forecast: ({ forecast }) => forecast,
      asOf: ({ asOf }) => asOf,
    }),
    run: async (edge, asked) => {
      const day = dayAsked(edge, asked.query);
      if (!day.ok) return day.refusal;
      const { field, status } = asked.query;
      const standings = await provinceStandings(edge.services.db, day.value);
      const items = standings
        .map((standing) => lineAnswer(standing, dayOf(day.value)))
        .filter((item) => (field ?? item.field) === item.field && (status ?? item.status) === item.status);
      return content({ items });
    },
  }),
  operation({
    ...common,
    id: 'getIndicator',
    path: '/indicators/{code}',
    summary: said.one,
    params: codeParams,
    query: z.object(knownOnQuery),
    answers: { 200: { about: said.foundOne, schema: indicatorDetail } },
    run: async (edge, asked) => {
      const day = dayAsked(edge, asked.query);
      if (!day.ok) return day.refusal;
      const standings = await provinceStandings(edge.services.db, day.value);
      const found = standings.find(({ definition }) => definition.code === asked.params.code);
      return found ? content(detailAnswer(found, dayOf(day.value))) : { kind: 'not_there' };
    },
  }),
];

function dayAsked({ services }: Edge, asked: Parameters<typeof knownOnOf>[0]): Result<Day, Problem> {
  const today = plainDateIn(services.clock());
  const known = knownOnOf(asked, today);
  return known.ok ? ok({ today, known: known.value === today ? undefined : known.value }) : known;
}
