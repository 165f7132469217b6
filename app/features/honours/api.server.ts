/** Honours for programs, by token: the list behind the statistics, under the same condition. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { named } from '../../platform/api/openapi.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery } from '../../platform/api/parameters.ts';
import { awardLevels, holders } from '../awards/award.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import { honoursApiText as said } from './api.text.ts';
import { kinds } from './dimension.ts';
import { listHonours } from './list.server.ts';

const year = z.coerce.number().int().min(1945).max(2100).optional();
const query = z.object({
  award: z.string().max(60).optional().describe(said.query.award),
  level: z.enum(awardLevels).optional().describe(said.query.level),
  holder: z.enum(holders).optional().describe(said.query.holder),
  kind: z.enum(kinds).optional().describe(said.query.kind),
  unit: unitAsked,
  from: year.describe(said.query.from),
  until: year.describe(said.query.until),
  revoked: z.enum(['without', 'only', 'with']).optional().describe(said.query.revoked),
  words: z.string().max(200).optional().describe(said.query.words),
  ...pageQuery({ most: 1000, usual: 200 }),
});

const honour = named(
  'Honour',
  z.object({
    id: z.uuid(),
    holder: z.string(),
    holderKind: z.enum(holders),
    unit: z.string(),
    unitName: z.string(),
    award: z.string(),
    year: z.int().describe(said.fields.year),
    kind: z.enum(kinds).nullable().describe(said.fields.kind),
    decisionNumber: z.string(),
    decidedOn: z.string(),
    decidedBy: z.string(),
    revokedOn: z.string().nullable().describe(said.fields.revokedOn),
  }),
);

export const honourOperations = [
  operation({
    id: 'listHonours',
    method: 'GET',
    path: '/honours',
    tag: said.tag,
    summary: said.list,
    about: said.about,
    auth: 'honours:read',
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(honour), total: z.int() }) } },
    run: async ({ services: { db }, actor }, { query: asked }) => {
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const { award: awardCode, level, holder, kind, from, until, revoked = 'without', words, unit: unitCode } = asked;
      const filter = { awardCode, level, holder, kind, from, until, revoked, words, unitCode };
      const { rows, total } = await listHonours(db, actor, { filter, page: asked.page, size: asked.limit });
      const items = rows.map(({ holderId: _none, holderName, unitCode: code, awardCode: award, ...row }) => ({
        ...row,
        holder: holderName,
        unit: code,
        award,
      }));
      return content({ items, total });
    },
  }),
];
