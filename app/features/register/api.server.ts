/** The register for programs, by token: read as the pages read it, written through their commands. Identity numbers are never handed out. */
import { z } from 'zod';
import { askedId } from '../../platform/id.server.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { holders as kinds } from '../awards/award.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import {
  answerHolder,
  answerHonour,
  answerOneHonour,
  answerTimeline,
  holderAnswer,
  honourAnswer,
  oneHonourAnswer,
  timelineAnswer,
} from './api-answer.server.ts';
import { registerApiText as said } from './api.text.ts';
import { correctHonourFromApi, enterHonourFromApi, honourCorrection, newHonour } from './api-writing.server.ts';
import { findHonour } from './honour-row.server.ts';
import { listHonours } from './honours-list.server.ts';
import { listHolders } from './list.server.ts';
import { findHolder } from './one.server.ts';
import { timelineOf } from './timeline.server.ts';

const asked = {
  unit: unitAsked,
  words: z.string().max(200).optional().describe(said.query.words),
  kind: z.enum(kinds).optional().describe(said.query.kind),
  ...pageQuery({ most: 500, usual: 100 }),
};

const idPath = z.object({ id: z.string().max(100) });

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
  operation({
    id: 'getHolder',
    method: 'GET',
    path: '/holders/{id}',
    tag: said.tag,
    summary: said.holder,
    about: said.holderAbout,
    auth: 'register:read',
    params: idPath,
    problems: ['not_there'],
    answers: {
      200: { about: said.foundHolder, schema: holderAnswer.extend({ timeline: z.array(timelineAnswer) }) },
    },
    run: async ({ services: { db }, actor }, { params }) => {
      const one = await findHolder(db, actor, askedId(params.id));
      if (!one) return { kind: 'not_there' };
      const timeline = await timelineOf(db, one.holder);
      return content({ ...answerHolder(one.holder), timeline: timeline.map(answerTimeline) });
    },
  }),
  operation({
    id: 'getHonour',
    method: 'GET',
    path: '/honours/{id}',
    tag: said.tag,
    summary: said.honour,
    auth: 'honours:read',
    params: idPath,
    problems: ['not_there'],
    answers: { 200: { about: said.foundHonour, schema: oneHonourAnswer } },
    run: async ({ services: { db }, actor }, { params }) => {
      const honour = await findHonour(db, actor, askedId(params.id));
      return honour ? content(answerOneHonour(honour)) : { kind: 'not_there' };
    },
  }),
  operation({
    id: 'enterHonour',
    method: 'POST',
    path: '/honours',
    tag: said.tag,
    summary: said.enter,
    about: said.enterAbout,
    auth: 'honours:write',
    body: newHonour,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: oneHonourAnswer } },
    run: (edge, { body, header }) => enterHonourFromApi(edge, body, header('idempotency-key')),
  }),
  operation({
    id: 'correctHonour',
    method: 'POST',
    path: '/honours/{id}/correction',
    tag: said.tag,
    summary: said.correct,
    about: said.correctAbout,
    auth: 'honours:write',
    params: idPath,
    body: honourCorrection,
    problems: ['not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.corrected, schema: oneHonourAnswer } },
    run: (edge, { params, body }) => correctHonourFromApi(edge, askedId(params.id), body),
  }),
];
