import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { PlanStage } from './plan.ts';
import { planStages } from './plan.ts';
import { planMoves, planProcedure } from './procedure.ts';
import { planRightsText } from './rights.text.ts';

const actor = (role: Role, unitId: string, more: Partial<Person> = {}): Person => ({
  kind: 'person',
  personId: 'mot',
  accountId: 'a',
  name: 'Người Mẫu',
  positionTitle: null,
  homeUnitId: unitId,
  holdings: [{ holdingId: 'h', role, unitId }],
  ...more,
});
const subject = { places: { unit: ['xa', 'tinh'] }, submittedBy: null };
const held = [
  ['xa', 'unit'],
  ['tinh', 'above'],
  ['khac', 'elsewhere'],
] as const;

const rowOf = (stage: PlanStage, move: (typeof planMoves)[number]) => ({
  stage,
  move,
  to: planProcedure[stage][move]?.to ?? stage,
  may: held.flatMap(([unitId, place]) =>
    roles
      .filter((role) => permit(planProcedure, { ...subject, stage }, actor(role, unitId), move, { reason: 'x' }).ok)
      .map((role) => ({ role, place })),
  ),
});
const matrix = planStages.flatMap((stage) =>
  planMoves.filter((move) => planProcedure[stage][move]).map((move) => rowOf(stage, move)),
);

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = planRightsText(matrix);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere, a stranger never, and a token reports progress and does nothing else', () => {
  assert.deepEqual(
    matrix.flatMap(({ may }) => may).filter(({ place }) => place === 'elsewhere'),
    [],
  );
  const token = actor('head', 'xa', { scopes: ['plans:read', 'plans:write'] });
  for (const stage of planStages) {
    assert.deepEqual(movesFor(planProcedure, { ...subject, stage }, stranger), []);
    assert.deepEqual(movesFor(planProcedure, { ...subject, stage }, token), stage === 'approved' ? ['report'] : []);
  }
});
