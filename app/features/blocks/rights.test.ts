import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles } from '../../kernel/actor.ts';
import type { Procedure } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { BlockPlace, SeatInYear, StandIn } from './block-year.ts';
import { placesIn } from './block-year.ts';
import {
  meetingMoves,
  meetingProcedure,
  meetingStages,
  pactMoves,
  pactProcedure,
  pactStages,
  standInMoves,
  standInProcedure,
  standInStages,
} from './procedure.ts';
import { blockRightsText } from './rights.text.ts';
import {
  meetingMoveText,
  meetingStageText,
  pactMoveText,
  pactStageText,
  standInMoveText,
  standInStageText,
} from './text.ts';

const seat = (unitId: string, part: SeatInYear['part']): SeatInYear => ({
  unitId,
  code: unitId,
  name: unitId,
  part,
  handUnitId: unitId,
  handName: unitId,
});
const seats = [seat('truong', 'lead'), seat('pho', 'deputy'), seat('xa', 'member')];
const standIn: StandIn = {
  id: 's',
  deputyUnitId: 'pho',
  deputyName: 'pho',
  leadUnitId: 'truong',
  fromDay: '2026-06-01',
  untilDay: '2026-06-30',
  reason: 'x',
  version: 1,
};
const usual = placesIn({ seats, standIn: null }, 'xa');
const away = placesIn({ seats, standIn }, 'xa');
/** Where a role is held, what it then is, and how the year stands. */
const held = [
  ['truong', 'đơn vị trưởng', usual],
  ['pho', 'đơn vị phó', usual],
  ['pho', 'đơn vị phó đang làm thay trưởng', away],
  ['xa', 'đơn vị thành viên, việc của chính đơn vị', usual],
  ['tinh', 'tỉnh', usual],
  ['khac', 'đơn vị trưởng của khối khác', usual],
] as const;

const actor = (role: Role, unitId: string): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});

type Table<Stage extends string, Move extends string> = {
  readonly name: string;
  readonly procedure: Procedure<Stage, Move, BlockPlace>;
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
        may: held.flatMap(([unitId, place, places]) =>
          roles
            .filter(
              (role) =>
                permit(procedure, { stage, places, submittedBy: null }, actor(role, unitId), move, { reason: 'x' }).ok,
            )
            .map((role) => ({ role, place })),
        ),
      })),
  );
  return { name, rows };
}

const tables = [
  tableOf({
    name: 'Giao ước thi đua',
    procedure: pactProcedure,
    stages: pactStages,
    moves: pactMoves,
    stageText: pactStageText,
    moveText: pactMoveText,
  }),
  tableOf({
    name: 'Cuộc họp',
    procedure: meetingProcedure,
    stages: meetingStages,
    moves: meetingMoves,
    stageText: meetingStageText,
    moveText: meetingMoveText,
  }),
  tableOf({
    name: 'Phó làm thay (đơn vị: chính đơn vị phó đó)',
    procedure: standInProcedure,
    stages: standInStages,
    moves: standInMoves,
    stageText: standInStageText,
    moveText: standInMoveText,
  }),
];

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = blockRightsText(tables);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('another block’s lead, the province and a deputy whose lead is there may do nothing; a member signs or declines, and reports, no more', () => {
  const may = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.may.map(({ place }) => ({ move: row.move, place }))),
  );
  const of = (place: string) => [...new Set(may.filter((one) => one.place === place).map(({ move }) => move))];
  assert.deepEqual(of('đơn vị trưởng của khối khác'), []);
  assert.deepEqual(of('tỉnh'), []);
  assert.deepEqual(of('đơn vị phó'), []);
  assert.deepEqual(of('đơn vị thành viên, việc của chính đơn vị'), [
    pactMoveText.sign,
    pactMoveText.take_back,
    pactMoveText.decline,
    meetingMoveText.report,
    standInMoveText.stand_in,
    standInMoveText.end,
  ]);
});
