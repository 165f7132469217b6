import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import { placesOf } from './case.server.ts';
import type { MovementStage } from './movement.ts';
import { movementStages } from './movement.ts';
import { movementMoves, movementProcedure } from './procedure.ts';
import { movementRightsText } from './text.ts';

const actor = (role: Role, unitId: string): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
});
const ofCommune = { places: placesOf(['xa', 'tinh']), submittedBy: null };
const ofProvince = { places: placesOf(['tinh']), submittedBy: null };
const held = [
  ['xa', 'unit', ofCommune],
  ['tinh', 'above', ofCommune],
  ['tinh', 'province', ofProvince],
  ['khac', 'elsewhere', ofCommune],
] as const;

const rowOf = (stage: MovementStage, move: (typeof movementMoves)[number]) => ({
  stage,
  move,
  to: movementProcedure[stage][move]?.to ?? stage,
  may: held.flatMap(([unitId, place, subject]) =>
    roles
      .filter((role) => permit(movementProcedure, { ...subject, stage }, actor(role, unitId), move).ok)
      .map((role) => ({ role, place })),
  ),
});
const matrix = movementStages.flatMap((stage) =>
  movementMoves.filter((move) => movementProcedure[stage][move]).map((move) => rowOf(stage, move)),
);

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = movementRightsText(matrix);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere, and a stranger never', () => {
  assert.deepEqual(
    matrix.flatMap(({ may }) => may).filter(({ place }) => place === 'elsewhere'),
    [],
  );
  for (const stage of movementStages)
    assert.deepEqual(movesFor(movementProcedure, { ...ofProvince, stage }, stranger), []);
});

test('the body that keeps the movement for the province launches the province’s own, not a commune’s', () => {
  const appraiser = actor('appraiser', 'tinh');
  assert.ok(permit(movementProcedure, { ...ofProvince, stage: 'draft' }, appraiser, 'launch').ok);
  assert.ok(!permit(movementProcedure, { ...ofCommune, stage: 'draft' }, appraiser, 'launch').ok);
});
