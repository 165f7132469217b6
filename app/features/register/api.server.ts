/** The register for programs, by token: read as the pages read it. Identity numbers are never handed out. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { holders as kinds } from '../awards/award.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import { registerApiText as said } from './api.text.ts';
import { listHonours } from './honours-list.server.ts';
import type { ListedHonour } from './honours-list.server.ts';
import type { ListedHolder } from './list.server.ts';
import { listHolders } from './list.server.ts';

const asked = {
  unit: unitAsked,
  words: z.string().max(200).optional().describe(said.query.words),
  kind: z.enum(kinds).optional().describe(said.query.kind),
  ...pageQuery({ most: 500, usual: 100 }),
};

const holderAnswer = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  name: z.string(),
  unit: z.string(),
  group: z.string().nullable(),
  gender: z.string().nullable(),
  birthYear: z.int().nullable(),
  position: z.string().nullable(),
  isLeader: z.boolean().nullable(),
  worksDirectly: z.boolean().nullable(),
  endedOn: z.string().nullable(),
  honours: z.int(),
});

const answerHolder = (row: ListedHolder): z.output<typeof holderAnswer> => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  unit: row.unitCode,
  group: row.groupCode,
  gender: row.gender,
  birthYear: row.birthYear,
  position: row.positionTitle,
  isLeader: row.isLeader,
  worksDirectly: row.worksDirectly,
  endedOn: row.endedOn,
  honours: row.honours,
});

const honourAnswer = z.object({
  id: z.string(),
  holderId: z.string(),
  holder: z.string(),
  holderKind: z.enum(kinds),
  unit: z.string(),
  award: z.string(),
  year: z.int(),
  kind: z.string().nullable(),
  decisionNumber: z.string(),
  decidedOn: z.string(),
  decidedBy: z.string(),
  goldenBookNumber: z.string().nullable(),
  revokedOn: z.string().nullable(),
  revokedBy: z.string().nullable(),
});

const answerHonour = (row: ListedHonour): z.output<typeof honourAnswer> => ({
  id: row.id,
  holderId: row.holderId,
  holder: row.holderName,
  holderKind: row.holderKind,
  unit: row.unitCode,
  award: row.awardCode,
  year: row.year,
  kind: row.kind,
  decisionNumber: row.decisionNumber,
  decidedOn: row.decidedOn,
  decidedBy: row.decidedBy,
  goldenBookNumber: row.goldenBookNumber,
  revokedOn: row.revokedOn,
  revokedBy: row.revokedBy,
});

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), isMore: z.boolean() });

export const registerOperations = [
  operation({
    id: 'listHolders',
    method: 'GET',
    path: '/holders',
    tag: said.tag,
    summary: said.holders,
    about: said.holdersAbout,
    auth: 'register:read',
    query: z.object(asked),
    answers: { 200: { about: said.found, schema: pageOf(holderAnswer) } },
    run: async ({ services: { db }, actor }, { query: { unit, words, kind, limit: size, page } }) => {
      const unitId = await unitIdAsked(db, unit);
      if (!unitId.ok) return unitId.refusal;
      const { rows, total, isMore } = await listHolders(db, actor, { words, kind, unitId: unitId.value, size, page });
      return content({ items: rows.map(answerHolder), total, isMore });
    },
  }),
  operation({
    id: 'listHonours',
    method: 'GET',
    path: '/honours',
    tag: said.tag,
    summary: said.honours,
    about: said.honoursAbout,
    auth: 'honours:read',
    query: z.object({
      ...asked,
      award: z.string().max(60).optional().describe(said.query.award),
      year: yearAsked.describe(said.query.year),
      number: z.string().max(100).optional().describe(said.query.number),
    }),
    answers: { 200: { about: said.found, schema: pageOf(honourAnswer) } },
    run: async ({ services: { db }, actor }, { query }) => {
      const unitId = await unitIdAsked(db, query.unit);
      if (!unitId.ok) return unitId.refusal;
      const { words, kind: holderKind, award: awardCode, year, number, limit: size, page } = query;
      const narrow = { words, holderKind, awardCode, year, number, unitId: unitId.value };
      const { rows, total, isMore } = await listHonours(db, actor, { ...narrow, size, page });
      return content({ items: rows.map(answerHonour), total, isMore });
    },
  }),
];
