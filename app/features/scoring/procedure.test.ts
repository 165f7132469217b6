import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import { judgementProcedure, judgementStages } from './judgement.ts';
import { cardProcedure, cardStages } from './procedure.ts';
import { scoringRightsText } from './rights.text.ts';

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
const places = {
  unit: ['xa', 'tinh'],
  cross: ['ban', 'tinh'],
  lead: ['truong'],
  deputy: ['pho'],
  field: ['so', 'tinh'],
  root: ['tinh'],
};

test('the rights are those a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = scoringRightsText();
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody moves a card from elsewhere, a stranger never, and nothing moves once it was taken out or frozen', () => {
  for (const stage of cardStages) {
    const card = { stage, places, submittedBy: null };
    assert.deepEqual(movesFor(cardProcedure, card, stranger), []);
    for (const role of roles) assert.deepEqual(movesFor(cardProcedure, card, actor(role, 'khac')), []);
  }
  for (const role of roles) {
    assert.deepEqual(movesFor(cardProcedure, { stage: 'dropped', places, submittedBy: null }, actor(role, 'tinh')), []);
    for (const stage of ['frozen', 'cancelled'] as const)
      assert.deepEqual(
        movesFor(judgementProcedure, { stage, places: { unit: ['tinh'] }, submittedBy: null }, actor(role, 'tinh')),
        [],
      );
  }
});

test('a token gives points and does nothing else', () => {
  const scopes = ['evaluations:read', 'evaluations:write'] as const;
  const given = cardStages.map((stage) => {
    const subject = { stage, places, submittedBy: null };
    return [
      stage,
      [...new Set(roles.flatMap((role) => movesFor(cardProcedure, subject, actor(role, 'tinh', { scopes }))))],
    ];
  });
  assert.deepEqual(Object.fromEntries(given), {
    self: ['score_self'],
    cross: ['score_cross', 'score_field'],
    appraisal: ['score_field', 'appraise'],
    appraised: [],
    dropped: [],
  });
  for (const stage of judgementStages)
    for (const role of roles)
      assert.deepEqual(
        movesFor(
          judgementProcedure,
          { stage, places: { unit: ['tinh'] }, submittedBy: null },
          actor(role, 'tinh', { scopes }),
        ),
        [],
      );
});

test('whoever handed a card in takes no later step on it', () => {
  const both = { holdings: [{ holdingId: 'h', role: 'appraiser', unitId: 'tinh' }] } as const;
  const moves = movesFor(
    cardProcedure,
    { stage: 'appraisal', places, submittedBy: 'mot' },
    actor('appraiser', 'tinh', both),
  );
  assert.deepEqual(moves, ['drop']);
});
