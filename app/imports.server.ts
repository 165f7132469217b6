/** Every kind of import there is, and on whose behalf a confirmed one runs. */
import { actualsImport } from './features/actuals/import.server.ts';
import { flagsImport } from './features/appraisal/flags-import.server.ts';
import { nomineesImport } from './features/dossiers/nominees-import.server.ts';
import { criteriaImport } from './features/criteria/import.server.ts';
import { accountsImport } from './features/identity/accounts-import/accounts-import.server.ts';
import { loadPerson } from './features/identity/session/load-actor.server.ts';
import { initiativesImport } from './features/initiatives/import.server.ts';
import { blocksImport } from './features/organisation/block-import.server.ts';
import { unitsImport } from './features/organisation/unit-import.server.ts';
import { pledgesImport } from './features/pledges/import.server.ts';
import { plansImport } from './features/plans/plan-import.server.ts';
import { honoursImport } from './features/register/import.server.ts';
import { selfScoresImport } from './features/scoring/self-import.server.ts';
import { targetsImport } from './features/targets/import.server.ts';
import { levelsImport } from './features/yearly-levels/import.server.ts';
import type { ImportKind } from './platform/imports/import-kind.ts';
import type { ImportDesk } from './platform/imports/run.server.ts';
import type { Services } from './platform/services.server.ts';

export function importKinds(services: Services): readonly ImportKind[] {
  return [
    actualsImport,
    targetsImport,
    initiativesImport,
    criteriaImport,
    honoursImport(services),
    pledgesImport,
    selfScoresImport,
    plansImport,
    unitsImport,
    blocksImport,
    accountsImport(services),
    flagsImport(services),
    nomineesImport(services),
    levelsImport,
  ];
}

export function importDesk(services: Services): ImportDesk {
  return { services, kinds: importKinds(services), personOf: loadPerson };
}
