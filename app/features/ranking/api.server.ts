/** Frozen results for programs, by token: the list, and the table of one as it was frozen. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content, csvOf } from '../../platform/api/operation.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { levels } from '../awards/standards/case.ts';
import { resultsApiText as said } from './api.text.ts';
import type { FrozenResult } from './frozen-list.server.ts';
import { listFrozen } from './frozen-list.server.ts';
import type { RankedUnit } from './page.server.ts';
import { rankingPage } from './page.server.ts';

const line = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.int(),
  of: z.string().describe(said.fields.of),
  frozenAt: z.iso.datetime(),
  digest: z.string().describe(said.fields.digest),
});
type Line = z.output<typeof line>;

const unit = z.object({
  code: z.string(),
  name: z.string(),
  place: z.int().nullable().describe(said.fields.place),
  score: z
    .object({ above: z.string().describe(said.fields.above), below: z.string().describe(said.fields.below) })
    .nullable(),
  shown: z.int().nullable().describe(said.fields.shown),
  full: z.int().describe(said.fields.full),
  bonus: z.int(),
  penalty: z.int(),
  notApplicable: z.array(z.string()),
  level: z.enum(levels).nullable().describe(said.fields.level),
  isLeader: z.boolean(),
  partedBy: z.looseObject({ kind: z.string() }).nullable().describe(said.fields.partedBy),
});
type Unit = z.output<typeof unit>;

const whole = line.extend({
  minutesNumber: z.string().nullable(),
  minutesDate: z.iso.date().nullable(),
  hasDefaultThresholds: z.boolean().describe(said.fields.defaults),
  units: z.array(unit),
});
const common = { method: 'GET', tag: said.tag, auth: 'evaluations:read' } as const;

export const resultOperations = [
  operation({
    ...common,
    id: 'listResults',
    path: '/results',
    summary: said.list,
    query: z.object({ year: yearAsked, ...pageQuery({ most: 500, usual: 100 }) }),
    answers: {
      200: { about: said.found, schema: z.object({ items: z.array(named('Result', line)), total: z.int() }) },
    },
    csv: csvOf<Line>({
      id: ({ id }) => id,
      title: ({ title }) => title,
      year: ({ year }) => String(year),
      of: (one) => one.of,
      frozenAt: ({ frozenAt }) => frozenAt,
      digest: ({ digest }) => digest,
    }),
    run: async ({ services, actor }, { query: { year, limit: size, page } }) => {
      const { rows, total } = await listFrozen(services.db, actor, { year, page, size });
      return content({ items: rows.map(lineOf), total });
    },
  }),
  operation({
    ...common,
    id: 'getResult',
    path: '/results/{id}',
    summary: said.one,
    about: said.about,
    params: idParams,
    answers: { 200: { about: said.foundOne, schema: named('ResultDetail', whole) } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const today = plainDateIn(clock());
      const found = await rankingPage(db, actor, { id: params.id.toLowerCase(), today });
      const { judgement, ranking, ofName } = found ?? {};
      if (!judgement?.frozenAt || !judgement.digest || !ranking || ofName === undefined) return { kind: 'not_there' };
      const { id, title, year, frozenAt, digest, minutesNumber, minutesDate } = judgement;
      return content({
        ...lineOf({ id, title, year, ofName, frozenAt, digest }),
        minutesNumber,
        minutesDate,
        hasDefaultThresholds: ranking.laidDown?.isDefault ?? false,
        units: ranking.rows.map(unitOf),
      });
    },
  }),
];

function lineOf({ id, title, year, ofName, frozenAt, digest }: FrozenResult): Line {
  return { id, title, year, of: ofName, frozenAt: frozenAt.toISOString(), digest };
}

function unitOf(row: RankedUnit): Unit {
  const { place, score, shown, full, bonus, penalty, notApplicable, level, isLeader, partedBy } = row;
  return {
    code: row.unitCode,
    name: row.unitName,
    place,
    score,
    shown,
    full,
    bonus,
    penalty,
    notApplicable: [...notApplicable],
    level,
    isLeader,
    partedBy: partedBy && { ...partedBy },
  };
}
