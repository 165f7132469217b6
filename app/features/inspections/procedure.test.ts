import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role, UnitPath } from '../../kernel/actor.ts';
import { roles } from '../../kernel/actor.ts';
import type { Procedure } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import { inspectorPlaces } from './case.server.ts';
import { findingStages } from './finding.ts';
import { inspectionStages } from './inspection.ts';
import type { FindingPlace } from './procedure.ts';
import {
  findingMoves,
  findingProcedure,
  inspectionMoves,
  inspectionProcedure,
  programmeMoves,
  programmeProcedure,
} from './procedure.ts';
import { programmeStages } from './programme.ts';
import {
  findingMoveText,
  findingStageText,
  inspectionMoveText,
  inspectionRightsText,
  inspectionStageText,
  programmeMoveText,
  programmeStageText,
} from './text.ts';

const actor = (role: Role, unitId: string): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});
const places = (by: UnitPath) => ({ ...inspectorPlaces(by), unit: ['xa', 'tinh'] });
const byDepartment = places(['so', 'tinh']);
const byProvince = places(['tinh']);
/** Where a role is held, and what it then is to the case: a department inspects a commune, or the province does. */
const held = [
  ['so', 'by', byDepartment],
  ['tinh', 'above', byDepartment],
  ['tinh', 'root', byProvince],
  ['xa', 'unit', byDepartment],
  ['khac', 'elsewhere', byDepartment],
] as const;

type Table<Stage extends string, Move extends string> = {
  readonly name: string;
  readonly procedure: Procedure<Stage, Move, FindingPlace>;
  readonly stages: readonly Stage[];
  readonly moves: readonly Move[];
  readonly stageText: Readonly<Record<Stage, string>>;
  readonly moveText: Readonly<Record<Move, string>>;
};

function tableOf<Stage extends string, Move extends string>(table: Table<Stage, Move>) {
  const { name, procedure, stages, moves, stageText, moveText } = table;
  const rows = stages.flatMap((stage) =>
    moves
      .filter((move) => procedure[stage][move])
      .map((move) => ({
        stage: stageText[stage],
        move: moveText[move],
        to: stageText[procedure[stage][move]?.to ?? stage],
        may: held.flatMap(([unitId, place, at]) =>
          roles
            .filter((role) => {
              const subject = { stage, places: at, submittedBy: null };
              return permit(procedure, subject, actor(role, unitId), move, { reason: 'x' }).ok;
            })
            .map((role) => ({ role, place })),
        ),
      })),
  );
  return { name, rows };
}

const tables = [
  tableOf({
    name: 'Chương trình kiểm tra',
    procedure: programmeProcedure,
    stages: programmeStages,
    moves: programmeMoves,
    stageText: programmeStageText,
    moveText: programmeMoveText,
  }),
  tableOf({
    name: 'Cuộc kiểm tra',
    procedure: inspectionProcedure,
    stages: inspectionStages,
    moves: inspectionMoves,
    stageText: inspectionStageText,
    moveText: inspectionMoveText,
  }),
  tableOf({
    name: 'Tồn tại, kiến nghị',
    procedure: findingProcedure,
    stages: findingStages,
    moves: findingMoves,
    stageText: findingStageText,
    moveText: findingMoveText,
  }),
];

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = inspectionRightsText(tables);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere; the unit inspected decides on nothing', () => {
  const may = tables.flatMap(({ rows }) => rows.flatMap((row) => row.may.map(({ place }) => [row.move, place])));
  assert.deepEqual(
    may.filter(([, place]) => place === 'elsewhere'),
    [],
  );
  const ofUnit = new Set(may.filter(([, place]) => place === 'unit').map(([move]) => move));
  assert.deepEqual([...ofUnit], [findingMoveText.answer]);
});
