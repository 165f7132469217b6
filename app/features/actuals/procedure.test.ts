import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Person, Role } from '../../kernel/actor.ts';
import { roles, stranger } from '../../kernel/actor.ts';
import { stages } from './actual.ts';
import type { Stage } from './actual.ts';
import type { ActualCase, MoveName, Place } from './procedure.ts';
import { moves, movesOpenTo, permitMove, procedure } from './procedure.ts';
import { lookOf } from './stage-look.ts';
import { rightsText, standingText } from './text.ts';

const where = { unit: ['xa', 'tinh'], owner: ['so', 'tinh'] } as const;

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
const subject = (stage: Stage, submittedBy: string | null = 'hai'): ActualCase & { evidenceRequired: boolean } => ({
  stage,
  places: where,
  submittedBy,
  evidenceRequired: false,
});

const held = [
  ['xa', 'unit'],
  ['so', 'owner'],
  ['tinh', 'root'],
  ['khac', 'elsewhere'],
] as const;
const rowOf = (stage: Stage, move: MoveName) => ({
  stage,
  move,
  to: procedure[stage][move]?.to ?? stage,
  may: held.flatMap(([unitId, place]) =>
    roles
      .filter((role) => permitMove(subject(stage), actor(role, unitId), move, { reason: 'lý do', evidence: 1 }).ok)
      .map((role) => ({ role, place })),
  ),
});
const matrix = stages.flatMap((stage) =>
  moves.filter((move) => procedure[stage][move]).map((move) => rowOf(stage, move)),
);

test('the rights matrix is the one a lawyer has read', async () => {
  const path = new URL('./rights.snapshot.md', import.meta.url);
  const printed = rightsText(matrix);
  if (process.env['UPDATE_SNAPSHOTS']) await writeFile(path, printed);
  assert.equal(await readFile(path, 'utf8'), printed);
});

test('nobody acts from elsewhere, and a stranger never', () => {
  assert.deepEqual(
    matrix.flatMap(({ may }) => may).filter(({ place }) => place === 'elsewhere'),
    [],
  );
  for (const stage of stages) assert.deepEqual(movesOpenTo(subject(stage), stranger), []);
});

test('whoever submitted it neither verifies nor returns it, nor does a delegate of theirs', () => {
  const appraiser = actor('appraiser', 'tinh');
  const delegate = actor('appraiser', 'tinh', {
    personId: 'ba',
    holdings: [{ holdingId: 'h', role: 'appraiser', unitId: 'tinh', forPersonId: 'mot' }],
  });
  for (const person of [appraiser, delegate]) {
    for (const move of ['verify', 'return'] as const) {
      const refused = permitMove(subject('submitted', 'mot'), person, move, { reason: 'lý do' });
      assert.deepEqual(refused, { ok: false, refusal: { kind: 'four_eyes', move } });
    }
  }
  assert.ok(permitMove(subject('submitted', 'hai'), appraiser, 'verify').ok);
});

test('a return and a correction need a reason, blanks are none', () => {
  const returned = permitMove(subject('submitted'), actor('appraiser', 'tinh'), 'return', { reason: '  ' });
  assert.deepEqual(returned, { ok: false, refusal: { kind: 'needs', move: 'return', need: 'reason' } });
  const corrected = permitMove(subject('verified'), actor('officer', 'xa'), 'correct');
  assert.deepEqual(corrected, { ok: false, refusal: { kind: 'needs', move: 'correct', need: 'reason' } });
});

test('evidence is asked for where the indicator demands it, and only there', () => {
  const officer = actor('officer', 'xa');
  const proven = { ...subject('entered'), evidenceRequired: true };
  const refused = { ok: false, refusal: { kind: 'needs', move: 'submit', need: 'evidence' } };
  assert.deepEqual(permitMove(proven, officer, 'submit', { evidence: 0 }), refused);
  assert.ok(permitMove(proven, officer, 'submit', { evidence: 1 }).ok);
  assert.ok(permitMove(subject('entered'), officer, 'submit', { evidence: 0 }).ok);
});

test('a token without the scope to write acts as if it held no role', () => {
  const reader = actor('officer', 'xa', { scopes: ['actuals:read'] });
  const refused = permitMove(subject('entered'), reader, 'submit');
  assert.deepEqual(refused, { ok: false, refusal: { kind: 'not_scoped', scope: 'actuals:write' } });
});

test('an indicator without an owner is verified by the appraising body alone', () => {
  const ownerless = {
    ...subject('submitted'),
    places: { unit: where.unit, owner: [] } satisfies Record<Place, string[] | readonly string[]>,
  };
  assert.ok(!permitMove(ownerless, actor('indicator_owner', 'so'), 'verify').ok);
  assert.ok(permitMove(ownerless, actor('appraiser', 'tinh'), 'verify').ok);
});

test('a value that its correction has replaced says so, and looks otherwise than what counts', () => {
  assert.equal(standingText({ stage: 'verified', isSuperseded: true }), 'Đã xác nhận, sau đó được thay');
  assert.equal(standingText({ stage: 'verified', isSuperseded: false }), 'Đã xác nhận');
  assert.deepEqual(
    [true, false].map((isSuperseded) => lookOf({ stage: 'verified', isSuperseded })),
    ['corrected', 'verified'],
  );
});
