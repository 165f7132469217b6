/** Appraisal for programs, by token: read as whoever reads inside, concluded on through the command of the page. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import { pageQuery } from '../../platform/api/parameters.ts';
import { askedId } from '../../platform/id.server.ts';
import { answerAppraised, appraisedAnswer } from './api-answer.server.ts';
import { concludeFromApi, newConclusion } from './api-concluding.server.ts';
import { appraisalApiText as said } from './api.text.ts';
import { appraisedNominees } from './appraised.server.ts';
import { appraisalOf } from './one.server.ts';

export const appraisalOperations = [
  operation({
    id: 'getAppraisal',
    method: 'GET',
    path: '/dossiers/{id}/appraisal',
    tag: said.tag,
    summary: said.one,
    about: said.oneAbout,
    auth: 'dossiers:read',
    params: z.object({ id: z.string().max(100) }),
    query: z.object(pageQuery({ most: 100, usual: 50 })),
    problems: ['not_there'],
    answers: { 200: { about: said.found, schema: z.object({ items: z.array(appraisedAnswer), total: z.int() }) } },
    run: async ({ services: { db, clock }, actor }, { params, query: { limit, page } }) => {
      const today = plainDateIn(clock());
      const one = await appraisalOf(db, actor, askedId(params.id), today);
      if (one?.kind !== 'inside') return { kind: 'not_there' };
      const { dossier, nominees: all } = one;
      const ids = all.slice((page - 1) * limit, page * limit).map(({ id }) => id);
      const nominees = await appraisedNominees(db, actor, { dossier, all, ids }, today);
      return content({ items: nominees.map(answerAppraised), total: all.length });
    },
  }),
  operation({
    id: 'appraiseNominee',
    method: 'POST',
    path: '/dossiers/{id}/nominees/{nomineeId}/appraisal',
    tag: said.tag,
    summary: said.conclude,
    about: said.concludeAbout,
    auth: 'dossiers:write',
    params: z.object({ id: z.string().max(100), nomineeId: z.string().max(100) }),
    body: newConclusion,
    problems: ['not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.concluded, schema: appraisedAnswer } },
    run: (edge, { params, body }) =>
      concludeFromApi(edge, { dossierId: askedId(params.id), nomineeId: askedId(params.nomineeId) }, body),
  }),
];
