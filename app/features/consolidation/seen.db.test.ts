import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consolidated, headOfDepartment, moved } from '../../../tests/consolidations.ts';
import { inWorld } from '../../../tests/rounds.ts';
import { people, today } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { workOf } from '../work/work.server.ts';
import { findDraft, findEdition } from './content.server.ts';
import { findConsolidation, listConsolidations } from './list.server.ts';

const seen: readonly (readonly [string, Actor, boolean, boolean])[] = [
  ['a stranger', stranger, false, false],
  ['a person without a role', people.nobody, false, true],
  ['an officer of a commune', people.officerOfAn, false, true],
  ['the officer of the department', people.officerOfDepartment, false, true],
  ['the administrator', people.administrator, false, true],
  ['the head of the department', headOfDepartment, true, true],
  ['the appraiser', people.appraiser, true, true],
  ['the auditor', people.auditor, true, true],
  ['the deciding authority', people.decidingAuthority, true, true],
  ['a token', { ...people.appraiser, scopes: ['pledges:read'] }, false, false],
  ['a token that may read them', { ...people.appraiser, scopes: ['consolidations:read'] }, true, true],
];

for (const [who, actor, seesDraft, seesIssued] of seen) {
  test(`${who} knows exactly of the consolidated reports that are theirs to know`, async () => {
    await inWorld(async (tx) => {
      const { id } = await consolidated(tx);
      const isListed = async () => (await listConsolidations(tx, actor, {})).rows.some((row) => row.id === id);
      const isThere = async () => (await findConsolidation(tx, actor, id)) !== undefined;
      const isDraft = async () => (await findDraft(tx, actor, { id, today })) !== undefined;
      assert.deepEqual([await isListed(), await isThere(), await isDraft()], [seesDraft, seesDraft, seesDraft]);
      expectOk(await moved(tx, people.appraiser, id, 'freeze'));
      const isFrozen = async () => (await findEdition(tx, actor, { id, number: 1 })) !== undefined;
      assert.deepEqual([await isListed(), await isFrozen()], [seesDraft, seesDraft]);
      expectOk(await moved(tx, headOfDepartment, id, 'issue'));
      assert.deepEqual([await isListed(), await isFrozen(), await isDraft()], [seesIssued, seesIssued, seesDraft]);
      assert.equal((await findConsolidation(tx, actor, id))?.isInside ?? false, seesDraft);
    });
  });
}

test('what was frozen and taken back before the edition that was issued stays with those who made it', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    for (const way of ['freeze', 'recall', 'freeze'] as const) expectOk(await moved(tx, people.appraiser, id, way));
    expectOk(await moved(tx, headOfDepartment, id, 'issue'));
    const seenOf = async (actor: Actor) => {
      const found = [1, 2].map(async (number) => ((await findEdition(tx, actor, { id, number })) ? [number] : []));
      const listed = (await findConsolidation(tx, actor, id))?.editions.map(({ number }) => number);
      return [(await Promise.all(found)).flat(), listed];
    };
    const [first, last] = [1, 2];
    assert.deepEqual(await seenOf(people.appraiser), [
      [first, last],
      [last, first],
    ]);
    assert.deepEqual(await seenOf(people.nobody), [[last], [last]]);
  });
});

test('what is frozen waits in the work of those who sign it off, and of nobody else', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    const waits = async (person: typeof people.appraiser) =>
      (await workOf(tx, person, new Date('2026-06-15T03:00:00Z'))).toIssue.map((each) => each.id);
    assert.deepEqual(await waits(headOfDepartment), []);
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    assert.deepEqual(await waits(headOfDepartment), [id]);
    assert.deepEqual(await waits(people.decidingAuthority), [id]);
    for (const person of [people.appraiser, people.headOfAn, people.auditor]) assert.deepEqual(await waits(person), []);
  });
});
