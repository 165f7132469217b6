/** Rounds and reports for programs, by token: read as the pages read them; a draft is written through the pages' command. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { operation } from '../../platform/api/describe.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { idParams, pageQuery } from '../../platform/api/parameters.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import {
  answerReport,
  answerRound,
  answerStanding,
  reportAnswer,
  roundAnswer,
  standingAnswer,
  standingsCsv,
  textsIn,
} from './api-answer.server.ts';
import { reportsApiText as said } from './api.text.ts';
import { findRound, listRounds, unitReports } from './list.server.ts';
import { reportPage } from './report-page.server.ts';
import { slotKey } from './report.ts';
import type { ReportRefusal } from './reports.server.ts';
import { writeReport } from './reports.server.ts';
import { roundStages } from './round.ts';
import { reportRefusalText, textProblemText } from './text.ts';
import { unitAt } from './unit-at.server.ts';

const paging = pageQuery({ most: 500, usual: 100 });
const reportParams = idParams.extend({ unit: z.string().max(80).describe(said.fields.unit) });
const body = z.strictObject({
  version: z.int().min(0),
  texts: z
    .array(
      z.strictObject({
        position: z.int().describe(said.fields.position),
        part: z.string().max(40).default('').describe(said.fields.part),
        body: z.string().max(20_000),
      }),
    )
    .min(1)
    .max(500),
});
const common = { tag: said.tag, auth: 'reports:read' } as const;
const missing = { kind: 'not_there', detail: said.notThere } as const;

export const reportOperations = [
  operation({
    ...common,
    id: 'listRounds',
    method: 'GET',
    path: '/rounds',
    summary: said.rounds,
    about: said.roundsAbout,
    query: z.object({ stage: z.enum(roundStages).optional().describe(said.query.stage), ...paging }),
    answers: { 200: { about: said.roundsFound, schema: z.object({ items: z.array(roundAnswer), total: z.int() }) } },
    run: async ({ services: { db, clock }, actor }, { query: { stage, limit: size, page } }) => {
      const { rows, total } = await listRounds(db, actor, { today: plainDateIn(clock()), stage, size, page });
      return content({ items: rows.map(answerRound), total });
    },
  }),
  operation({
    ...common,
    id: 'getRoundStanding',
    method: 'GET',
    path: '/rounds/{id}/standing',
    summary: said.standing,
    params: idParams,
    answers: { 200: { about: said.standingFound, schema: z.object({ items: z.array(standingAnswer) }) } },
    csv: standingsCsv,
    run: async ({ services: { db, clock }, actor }, { params }) => {
      const asked = { id: params.id.toLowerCase(), today: plainDateIn(clock()) };
      const round = await findRound(db, actor, asked);
      return round ? content({ items: round.units.map(answerStanding) }) : missing;
    },
  }),
  operation({
    ...common,
    id: 'listUnitReports',
    method: 'GET',
    path: '/units/{code}/reports',
    summary: said.history,
    params: z.object({ code: z.string().max(80).describe(said.fields.unit) }),
    query: z.object(paging),
    answers: {
      200: { about: said.standingFound, schema: z.object({ items: z.array(standingAnswer), total: z.int() }) },
    },
    csv: standingsCsv,
    run: async ({ services: { db, clock }, actor }, { params, query: { limit: size, page } }) => {
      const unit = await unitAt(db, actor, params.code);
      if (!unit) return missing;
      const asked = { unitId: unit.id, today: plainDateIn(clock()), size, page };
      const { rows, total } = await unitReports(db, actor, asked);
      return content({ items: rows.map(answerStanding), total });
    },
  }),
  operation({
    ...common,
    id: 'getReport',
    method: 'GET',
    path: '/rounds/{id}/reports/{unit}',
    summary: said.report,
    about: said.reportAbout,
    params: reportParams,
    answers: { 200: { about: said.reportFound, schema: reportAnswer } },
    run: async (edge, { params }) => {
      const page = await pageAt(edge, params);
      return page ? content(answerReport(page)) : missing;
    },
  }),
  operation({
    tag: said.tag,
    auth: 'reports:write',
    id: 'writeReport',
    method: 'POST',
    path: '/rounds/{id}/reports/{unit}',
    summary: said.write,
    about: said.writeAbout,
    params: reportParams,
    body,
    maxBody: 2 * 1024 * 1024,
    problems: ['malformed_request', 'not_allowed', 'not_there', 'conflict', 'refused'],
    answers: { 200: { about: said.written, schema: reportAnswer } },
    run: (edge, { params, body: sent }) => writeFromApi(edge, params, sent),
  }),
];

type Params = z.output<typeof reportParams>;

function pageAt({ services: { db, clock }, actor }: Edge, { id, unit }: Params) {
  return reportPage(db, actor, { roundId: id.toLowerCase(), unitCode: unit, today: plainDateIn(clock()) });
}

/** What is not sent stays as it stands in the version that was named; another version is a refusal. */
async function writeFromApi(edge: Edge, params: Params, sent: z.output<typeof body>): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'reports:read')) return { kind: 'not_scoped', detail: said.notRead };
  const page = await pageAt(edge, params);
  if (!page?.draft) return missing;
  const texts = new Map(textsIn(page).map((text) => [slotKey(text), text.body]));
  const errors = sent.texts.flatMap((text, at) =>
    texts.has(slotKey(text)) ? [] : [{ pointer: `#/texts/${at}`, detail: said.noSection }],
  );
  if (errors.length > 0) return { kind: 'invalid_body', errors };
  for (const text of sent.texts) texts.set(slotKey(text), text.body);
  const typed = (position: number, part: string) => texts.get(slotKey({ position, part })) ?? '';
  const command = { roundId: page.round.id, unitId: page.unit.unitId, version: sent.version, typed };
  const written = await act(edge, (context) => writeReport(context, command));
  if (!written.ok) return refused(written.refusal, sent);
  const after = await pageAt(edge, params);
  return after ? content(answerReport(after)) : missing;
}

function refused(refusal: ReportRefusal, { texts }: z.output<typeof body>): Problem {
  if (refusal.kind !== 'report_wrong') return problemOf(refusal, reportRefusalText(refusal));
  const errors = refusal.problems.map(({ problem, ...slot }) => ({
    pointer: `#/texts/${texts.findIndex((text) => slotKey(text) === slotKey(slot))}`,
    detail: textProblemText(problem),
  }));
  return { kind: 'invalid_body', detail: reportRefusalText(refusal), errors };
}
