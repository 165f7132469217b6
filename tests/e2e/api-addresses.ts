/** Every operation of the API as the walk asks for it: with what is planted, with what is not there, and narrowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '../../app/platform/root.server.ts';
import type { Planted } from './planted.ts';

export type Asked = { readonly pattern: string; readonly path: string; readonly method: string };

export function apiAddresses(planted: Planted): readonly Asked[] {
  type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  const { paths } = JSON.parse(readFileSync(join(productRoot(), 'docs/openapi.json'), 'utf8')) as Described;
  return Object.entries(paths).flatMap(([pattern, methods]) =>
    addressesOf(pattern, planted).flatMap((path) => Object.keys(methods).map((method) => ({ pattern, path, method }))),
  );
}

const queries: Readonly<Record<string, readonly string[]>> = {
  '/actuals': ['', `?unit=02671`, '?stage=entered', '?stage=returned', '?indicator=KT-10'],
  '/initiatives': ['', '?unit=02671', '?stage=draft', '?words=zq'],
  '/pledges': ['', '?unit=02671', '?stage=draft'],
  '/plans': ['', '?unit=02671', '?stage=draft'],
  '/dossiers': ['', '?unit=02671', '?stage=draft', '?words=zq'],
  '/holders': ['', '?unit=02671', '?words=zq'],
  '/honours': ['', '?unit=02671', '?words=zq', '?number=97'],
  '/criteria-sets': ['', '?stage=draft'],
  '/inspections': ['', '?unit=02671', '?stage=planned'],
  '/findings': ['', '?unit=02671', '?standing=open'],
  '/results': ['', '?year=2026'],
  '/level-lists': ['', '?year=2026'],
  '/duties': ['', '?unit=02671', '?kind=finding'],
  '/consolidated-reports/{id}/pieces': ['', '?part=gui-bao-cao', '?part=muc-1'],
};

const codes: Readonly<Record<string, readonly string[]>> = {
  indicators: ['KT-10'],
  schemes: ['DA-07', 'DA-17'],
  units: ['02671', 'khong-co'],
};

function addressesOf(pattern: string, planted: Planted): readonly string[] {
  const [, first = ''] = pattern.split('/');
  const named = (codes[first] ?? []).map((code) => pattern.replace('{code}', code));
  const withIds = (pattern.includes('{id}') ? idsOf(first, planted) : []).map((id) => pattern.replace('{id}', id));
  const whole = /\{(id|code)\}/.test(pattern) ? [...named, ...withIds] : [pattern];
  const filled = whole
    .map((path) => path.replace('{unit}', '02671').replace('{number}', '1'))
    .map((path) => path.replace('{nomineeId}', planted.receivedNominee))
    .flatMap((path) => (path.includes('{taskId}') ? tasks(planted).map((id) => path.replace('{taskId}', id)) : [path]));
  return filled.flatMap((path) => (queries[pattern] ?? ['']).map((query) => path + query));
}

const tasks = ({ task, runningTask }: Planted) => [task, runningTask];

/** Of each kind its own, one of another kind, and none. */
function idsOf(first: string, planted: Planted): readonly string[] {
  const own: Readonly<Record<string, readonly string[]>> = {
    actuals: [planted.draft, planted.returned, planted.verified],
    plans: [planted.plan, planted.sentPlan, planted.runningPlan],
    rounds: [planted.round, planted.draftRound],
    initiatives: [planted.initiative, planted.sentInitiative, planted.knownInitiative],
    movements: [planted.movement, planted.keptMovement, planted.directiveMovement],
    dossiers: [planted.dossier, planted.sentDossier],
    'criteria-sets': [planted.criteriaSet, planted.draftCriteriaSet],
    'level-lists': [planted.levelList, planted.sentLevels],
    judgements: [planted.judgement],
    'score-cards': [planted.card],
    results: [planted.frozenResult, planted.judgement],
    inspections: [planted.inspection, planted.plannedInspection],
    holders: [planted.holder, planted.namesake],
    honours: [planted.honour, planted.pastHonour],
    findings: [planted.finding, planted.answeredFinding, planted.draftFinding],
    snapshots: [planted.snapshot],
    'consolidated-reports': [planted.consolidation, planted.frozenConsolidation],
  };
  return [...(own[first] ?? []), planted.importRun, 'khong-co'];
}
