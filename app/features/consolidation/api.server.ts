/** Consolidated reports for programs, by token: read as the pages read them. They are made, edited and signed off by people. */
import { z } from 'zod';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { idParams, pageQuery } from '../../platform/api/parameters.ts';
import {
  answerConsolidation,
  answerEdition,
  answerPiece,
  answerWhole,
  consolidationAnswer,
  consolidationsCsv,
  consolidationWhole,
  editionAnswer,
  pieceAnswer,
} from './api-answer.server.ts';
import { consolidationsApiText as said } from './api.text.ts';
import { kinds } from './consolidation.ts';
import { findEdition } from './content.server.ts';
import { findConsolidation, listConsolidations, piecesOf } from './list.server.ts';

const paging = pageQuery({ most: 500, usual: 100 });
const common = { method: 'GET', tag: said.tag, auth: 'consolidations:read' } as const;
const missing = { kind: 'not_there', detail: said.notThere } as const;
const number = z.coerce.number().int().min(1).max(1000).describe(said.fields.number);

export const consolidationOperations = [
  operation({
    ...common,
    id: 'listConsolidatedReports',
    path: '/consolidated-reports',
    summary: said.list,
    about: said.about,
    query: z.object({ kind: z.enum(kinds).optional().describe(said.query.kind), ...paging }),
    answers: {
      200: { about: said.found, schema: z.object({ items: z.array(consolidationAnswer), total: z.int() }) },
    },
    csv: consolidationsCsv,
    run: async ({ services: { db }, actor }, { query: { kind, limit: size, page } }) => {
      const { rows, total } = await listConsolidations(db, actor, { kind, page, size });
      return content({ items: rows.map(answerConsolidation), total });
    },
  }),
  operation({
    ...common,
    id: 'getConsolidatedReport',
    path: '/consolidated-reports/{id}',
    summary: said.one,
    about: said.about,
    params: idParams,
    answers: { 200: { about: said.oneFound, schema: consolidationWhole } },
    run: async ({ services: { db }, actor }, { params }) => {
      const one = await findConsolidation(db, actor, params.id.toLowerCase());
      return one ? content(answerWhole(one)) : missing;
    },
  }),
  operation({
    ...common,
    id: 'listConsolidatedPieces',
    path: '/consolidated-reports/{id}/pieces',
    summary: said.pieces,
    about: said.piecesAbout,
    params: idParams,
    query: z.object({ part: z.string().max(80).describe(said.query.part), ...paging }),
    answers: { 200: { about: said.piecesFound, schema: z.object({ items: z.array(pieceAnswer), total: z.int() }) } },
    run: async ({ services: { db }, actor }, { params, query: { part, limit: size, page } }) => {
      const one = await findConsolidation(db, actor, params.id.toLowerCase());
      if (!one?.isInside || !one.parts.some(({ key }) => key === part)) return missing;
      const { rows, total } = await piecesOf(db, { id: one.id, part, page, size });
      return content({ items: rows.map(answerPiece), total });
    },
  }),
  operation({
    ...common,
    id: 'getConsolidatedEdition',
    path: '/consolidated-reports/{id}/editions/{number}',
    summary: said.edition,
    about: said.editionAbout,
    params: idParams.extend({ number }),
    answers: { 200: { about: said.editionFound, schema: editionAnswer } },
    run: async ({ services: { db }, actor }, { params }) => {
      const edition = await findEdition(db, actor, { id: params.id.toLowerCase(), number: params.number });
      return edition ? content(answerEdition(edition)) : missing;
    },
  }),
];
