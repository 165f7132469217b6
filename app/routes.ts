import type { RouteConfig } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';
import { actualRoutes } from './features/actuals/routes.ts';
import { awardRoutes } from './features/awards/routes.ts';
import { appraisalRoutes } from './features/appraisal/routes.ts';
import { administrationRoutes } from './features/administration/routes.ts';
import { centreRoutes } from './features/centre/routes.ts';
import { comparisonRoutes } from './features/comparison/routes.ts';
import { consolidationRoutes } from './features/consolidation/routes.ts';
import { criteriaRoutes } from './features/criteria/routes.ts';
import { councilRoutes } from './features/council/routes.ts';
import { coverageRoutes } from './features/coverage/routes.ts';
import { dossierRoutes } from './features/dossiers/routes.ts';
import { decisionRoutes } from './features/decisions/routes.ts';
import { certificateRoutes } from './features/certificates/routes.ts';
import { helpRoutes } from './features/help/routes.ts';
import { fundRoutes } from './features/fund/routes.ts';
import { honourRoutes } from './features/honours/routes.ts';
import { identityRoutes } from './features/identity/routes.ts';
import { indicatorRoutes } from './features/indicators/routes.ts';
import { initiativeRoutes } from './features/initiatives/routes.ts';
import { inspectionRoutes } from './features/inspections/routes.ts';
import { leaderRoutes } from './features/leaders/routes.ts';
import { levelRoutes } from './features/yearly-levels/routes.ts';
import { libraryRoutes } from './features/library/routes.ts';
import { messageRoutes } from './features/messages/routes.ts';
import { movementRoutes } from './features/movements/routes.ts';
import { organisationRoutes } from './features/organisation/routes.ts';
import { planRoutes } from './features/plans/routes.ts';
import { offlineRoutes } from './features/offline/routes.ts';
import { pledgeRoutes } from './features/pledges/routes.ts';
import { rankingRoutes } from './features/ranking/routes.ts';
import { registerRoutes } from './features/register/routes.ts';
import { blockRoutes } from './features/blocks/routes.ts';
import { revocationRoutes } from './features/revocations/routes.ts';
import { roundRoutes } from './features/rounds/routes.ts';
import { scoringRoutes } from './features/scoring/routes.ts';
import { targetRoutes } from './features/targets/routes.ts';
import { urgingRoutes } from './features/urging/routes.ts';
import { workRoutes } from './features/work/routes.ts';
import { overviewRoutes } from './features/overview/routes.ts';
import { secrecyRoutes } from './features/secrecy/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { snapshotRoutes } from './features/snapshots/routes.ts';

/** Each feature brings its own list; addresses are Vietnamese without marks. */
export default [
  ...identityRoutes,
  ...leaderRoutes,
  ...levelRoutes,
  ...messageRoutes,
  ...indicatorRoutes,
  ...overviewRoutes,
  ...helpRoutes,
  ...snapshotRoutes,
  ...consolidationRoutes,
  ...searchRoutes,
  ...actualRoutes,
  ...organisationRoutes,
  ...targetRoutes,
  ...pledgeRoutes,
  ...movementRoutes,
  ...fundRoutes,
  ...centreRoutes,
  ...honourRoutes,
  ...revocationRoutes,
  ...roundRoutes,
  ...scoringRoutes,
  ...planRoutes,
  ...coverageRoutes,
  ...initiativeRoutes,
  ...dossierRoutes,
  ...decisionRoutes,
  ...certificateRoutes,
  ...libraryRoutes,
  ...awardRoutes,
  ...registerRoutes,
  ...blockRoutes,
  ...rankingRoutes,
  ...comparisonRoutes,
  ...inspectionRoutes,
  ...urgingRoutes,
  ...secrecyRoutes,
  ...workRoutes,
  ...appraisalRoutes,
  ...offlineRoutes,
  ...administrationRoutes,
  ...councilRoutes,
  ...criteriaRoutes,
  route('khen-thuong', 'routes/commendation.tsx'),
  route('nap-tep/:importId', 'routes/import-run.tsx'),
  route('api', 'routes/api.tsx'),
  route('api/problems/:kind', 'routes/api-problem.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
