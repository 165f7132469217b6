/** Every API operation, gathered; OpenAPI is generated from it. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { z } from 'zod';
import { actualOperations } from './features/actuals/api.server.ts';
import { consolidationOperations } from './features/consolidation/api.server.ts';
import { coverageOperations } from './features/coverage/api.server.ts';
import { directiveOperations } from './features/directive/api.server.ts';
import { identityOperations } from './features/identity/api.server.ts';
import { movementOperations } from './features/movements/api.server.ts';
import { organisationOperations } from './features/organisation/api.server.ts';
import { criteriaOperations } from './features/criteria/api.server.ts';
import { scoringOperations } from './features/scoring/api.server.ts';
import { inspectionOperations } from './features/inspections/api.server.ts';
import { appraisalOperations } from './features/appraisal/api.server.ts';
import { dossierOperations } from './features/dossiers/api.server.ts';
import { initiativeOperations } from './features/initiatives/api.server.ts';
import { resultOperations } from './features/ranking/api.server.ts';
import { registerOperations } from './features/register/api.server.ts';
import { indicatorOperations } from './features/overview/api.server.ts';
import { levelOperations } from './features/yearly-levels/api.server.ts';
import { planOperations } from './features/plans/api.server.ts';
import { reportOperations } from './features/rounds/api.server.ts';
import { pledgeOperations } from './features/pledges/api.server.ts';
import { snapshotOperations } from './features/snapshots/api.server.ts';
import { dutyOperations } from './features/urging/api.server.ts';
import { operation } from './platform/api/describe.ts';
import { apiListener } from './platform/api/listener.server.ts';
import { openApi } from './platform/api/openapi.ts';
import type { Operation } from './platform/api/operation.ts';
import { content } from './platform/api/operation.ts';
import type { Edge } from './platform/command.server.ts';
import { apiText } from './text.ts';

/** Goes up when an answer loses or renames something; additions do not count. */
export const apiVersion = '1.0.0';

const described = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: apiText.tag,
  summary: apiText.openApi,
  auth: 'public',
  answers: { 200: { about: apiText.openApiFound, schema: z.looseObject({ openapi: z.literal('3.1.0') }) } },
  run: async () => content(apiDescription()),
});

export const operations: readonly Operation[] = [
  ...indicatorOperations,
  ...directiveOperations,
  ...organisationOperations,
  ...actualOperations,
  ...pledgeOperations,
  ...reportOperations,
  ...planOperations,
  ...inspectionOperations,
  ...criteriaOperations,
  ...scoringOperations,
  ...initiativeOperations,
  ...registerOperations,
  ...resultOperations,
  ...levelOperations,
  ...dossierOperations,
  ...appraisalOperations,
  ...movementOperations,
  ...coverageOperations,
  ...dutyOperations,
  ...snapshotOperations,
  ...consolidationOperations,
  ...identityOperations,
  described,
];

export function apiDescription() {
  return openApi(operations, apiVersion);
}

export type ApiDoor = (request: IncomingMessage, token: string | undefined) => Promise<Edge | undefined>;

export function answerApi(edgeOf: ApiDoor): RequestListener {
  return apiListener({ operations, edgeOf });
}
