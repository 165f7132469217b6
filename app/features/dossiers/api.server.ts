/** Dossiers for programs, by token: read as the pages read them, written through the pages' own commands. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery, yearAsked } from '../../platform/api/parameters.ts';
import { askedId } from '../../platform/id.server.ts';
import { unitAsked, unitIdAsked } from '../organisation/api-units.server.ts';
import {
  answerDossier,
  answerNominee,
  answerPapers,
  dossierAnswer,
  dossiersCsv,
  nomineeAnswer,
  papersAnswer,
} from './api-answer.server.ts';
import { dossierMove, enterDossierFromApi, moveFromApi, newDossier } from './api-entering.server.ts';
import { dossiersApiText as said } from './api.text.ts';
import { papersSeen } from './completeness.server.ts';
import { lackingShown } from './editions.server.ts';
import { clocksOn } from './clocks.server.ts';
import { dossierKinds } from './dossier.ts';
import { listDossiers } from './list.server.ts';
import { findDossier } from './one.server.ts';
import { ownMoves } from './owners.ts';
import { dossierStages } from './procedure.ts';

const query = z.object({
  year: yearAsked.describe(said.query.year),
  unit: unitAsked,
  kind: z.enum(dossierKinds).optional().describe(said.query.kind),
  stage: z.enum(dossierStages).optional().describe(said.query.stage),
  award: z.string().max(80).optional().describe(said.query.award),
  words: z.string().max(200).optional().describe(said.query.words),
  late: z.enum(['true']).optional().describe(said.query.late),
  ...pageQuery({ most: 1000, usual: 200 }),
});
const oneAnswer = z.object({
  ...dossierAnswer.shape,
  moves: z.array(z.enum(ownMoves)).describe(said.fields.moves),
  list: z.array(nomineeAnswer),
});
const byId = z.object({ id: z.string().max(100) });

export const dossierOperations = [
  operation({
    id: 'listDossiers',
    method: 'GET',
    path: '/dossiers',
    tag: said.tag,
    summary: said.list,
    about: said.about,
    auth: 'dossiers:read',
    query,
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(dossierAnswer), total: z.int() }) } },
    csv: dossiersCsv,
    run: async ({ services: { db, clock }, actor }, { query: asked }) => {
      const { year, kind, stage, award, words, limit: size, page } = asked;
      const unit = await unitIdAsked(db, asked.unit);
      if (!unit.ok) return unit.refusal;
      const clocks = await clocksOn(db, plainDateIn(clock()));
      const narrow = { year, kind, awardCode: award, words, unitId: unit.value, stages: stage && [stage] };
      const late = asked.late ? { lateBy: clocks } : {};
      const { rows, total } = await listDossiers(db, actor, { ...narrow, ...late, size, page });
      return content({ items: rows.map((row) => answerDossier(row, clocks)), total });
    },
  }),
  operation({
    id: 'getDossier',
    method: 'GET',
    path: '/dossiers/{id}',
    tag: said.tag,
    summary: said.one,
    auth: 'dossiers:read',
    params: byId,
    problems: ['not_there'],
    answers: { 200: { about: said.foundOne, schema: oneAnswer } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const one = await findDossier(db, actor, askedId(params.id));
      if (!one) return { kind: 'not_there' };
      const clocks = await clocksOn(db, plainDateIn(clock()));
      const moves = ownMoves.filter((move) => one.dossier.moves.includes(move));
      return content({ ...answerDossier(one.dossier, clocks), moves, list: one.nominees.map(answerNominee) });
    },
  }),
  operation({
    id: 'enterDossier',
    method: 'POST',
    path: '/dossiers',
    tag: said.tag,
    summary: said.enter,
    about: said.enterAbout,
    auth: 'dossiers:write',
    body: newDossier,
    maxBody: 4 * 1024 * 1024,
    takesKey: true,
    problems: ['malformed_request', 'not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.entered, schema: dossierAnswer } },
    run: (edge, { body, header }) => enterDossierFromApi(edge, body, header('idempotency-key')),
  }),
  operation({
    id: 'submitDossier',
    method: 'POST',
    path: '/dossiers/{id}/submission',
    tag: said.tag,
    summary: said.submit,
    auth: 'dossiers:write',
    params: byId,
    body: z.strictObject({
      version: z.int(),
      reason: z.string().max(2000).optional().describe(said.fields.lackingReason),
    }),
    problems: ['not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.submitted, schema: dossierAnswer } },
    run: (edge, { params, body }) => moveFromApi(edge, { ...body, id: askedId(params.id), move: 'submit' }),
  }),
  operation({
    id: 'moveDossier',
    method: 'POST',
    path: '/dossiers/{id}/moves',
    tag: said.tag,
    summary: said.move,
    about: said.moveAbout,
    auth: 'dossiers:write',
    params: byId,
    body: dossierMove,
    problems: ['not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.moved, schema: dossierAnswer } },
    run: (edge, { params, body }) => moveFromApi(edge, { ...body, id: askedId(params.id) }),
  }),
  operation({
    id: 'getDossierPapers',
    method: 'GET',
    path: '/dossiers/{id}/papers',
    tag: said.tag,
    summary: said.papers,
    about: said.papersAbout,
    auth: 'dossiers:read',
    params: byId,
    problems: ['not_there'],
    answers: { 200: { about: said.papersFound, schema: papersAnswer } },
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const one = await findDossier(db, actor, askedId(params.id));
      if (!one) return { kind: 'not_there' };
      const { complete } = await papersSeen(db, one.dossier, one.nominees, plainDateIn(clock()));
      return content(answerPapers(complete, await lackingShown(db, one.dossier)));
    },
  }),
];
