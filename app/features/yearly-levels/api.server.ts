/** Lists of levels for programs, by token: read as the pages read them. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content } from '../../platform/api/operation.ts';
import { idParams, pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { levels } from '../awards/standards/case.ts';
import { levelsApiText as said } from './api.text.ts';
import type { ListRow } from './case.server.ts';
import { findList, listLists } from './case.server.ts';
import { listStages } from './level-list.ts';
import { linesOf } from './people.server.ts';

const line = z.object({
  id: z.uuid(),
  unit: z.string().describe(said.fields.unit),
  unitName: z.string(),
  year: z.int(),
  stage: z.enum(listStages).describe(said.fields.stage),
  people: z.int().describe(said.fields.people),
  paper: z.string().describe(said.fields.paper),
  confirmedAt: z.iso.datetime().nullable().describe(said.fields.confirmedAt),
});
const person = z.object({
  holder: z.uuid().describe(said.fields.holder),
  name: z.string(),
  level: z.enum(levels).describe(said.fields.level),
});
const common = { method: 'GET', tag: said.tag, auth: 'register:read' } as const;

export const levelOperations = [
  operation({
    ...common,
    id: 'listLevelLists',
    path: '/level-lists',
    summary: said.list,
    about: said.listAbout,
    query: z.object({ year: yearAsked, ...pageQuery({ most: 500, usual: 100 }) }),
    answers: {
      200: { about: said.found, schema: z.object({ items: z.array(named('LevelList', line)), total: z.int() }) },
    },
    run: async ({ services, actor }, { query: { year, limit: size, page } }) => {
      const { rows, total } = await listLists(services.db, actor, { year, page, size });
      return content({ items: rows.map(lineOf), total });
    },
  }),
  operation({
    ...common,
    id: 'getLevelList',
    path: '/level-lists/{id}',
    summary: said.one,
    params: idParams,
    problems: ['not_there'],
    answers: {
      200: { about: said.foundOne, schema: named('LevelListDetail', line.extend({ lines: z.array(person) })) },
    },
    run: async ({ services: { db }, actor }, { params }) => {
      const list = await findList(db, actor, params.id);
      return list ? content({ ...lineOf(list), lines: [...(await linesOf(db, list.id))] }) : { kind: 'not_there' };
    },
  }),
];

function lineOf({ id, unitCode, unitName, year, stage, many, paper, confirmedAt }: ListRow): z.output<typeof line> {
  const at = confirmedAt?.toISOString() ?? null;
  return { id, unit: unitCode, unitName, year, stage, people: many, paper, confirmedAt: at };
}
