import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../../tests/database.ts';
import { insertWorld, people, today, units } from '../../../../tests/world.ts';
import { stranger } from '../../../kernel/actor.ts';
import { newId } from '../../../platform/id.server.ts';
import { answerableAt } from './answerable.server.ts';

const own = [
  { role: 'head', name: people.headOfAn.name, positionTitle: null, lentTo: [] },
  { role: 'officer', name: people.officerOfAn.name, positionTitle: null, lentTo: [] },
];

test('whoever is signed in learns who answers for a unit: its own people in force, head first', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    assert.deepEqual(await answerableAt(tx, people.nobody, units.communeAn), own);
    assert.deepEqual(await answerableAt(tx, people.nobody, units.village), []);
    const holdingId = people.headOfAn.holdings[0]!.holdingId;
    const lent = { id: newId(), holding_id: holdingId, to_person_id: people.nobody.personId, reason: 'Nghỉ phép' };
    await tx
      .insertInto('delegation')
      .values({ ...lent, valid_from: today, valid_until: today })
      .execute();
    const [head] = await answerableAt(tx, people.officerOfBinh, units.communeAn);
    assert.deepEqual(head?.lentTo, [people.nobody.name]);
  }));

test('a stranger and a program learn nobody’s name, and who has left is not named', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    assert.deepEqual(await answerableAt(tx, stranger, units.communeAn), []);
    assert.deepEqual(await answerableAt(tx, { ...people.nobody, scopes: ['actuals:read'] }, units.communeAn), []);
    await tx.updateTable('person').set({ is_active: false }).where('id', '=', people.headOfAn.personId).execute();
    assert.deepEqual(await answerableAt(tx, people.nobody, units.communeAn), own.slice(1));
  }));
