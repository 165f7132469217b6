import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { givenBlock, sampleCriteria } from '../../../tests/evaluations.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, insertWorld, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { beginSet } from '../criteria/drafting.server.ts';
import { changeSet } from '../criteria/editing.server.ts';
import { moveSet } from '../criteria/publishing.server.ts';

test('a published set is told to who works in the members of its block, a draft and a withdrawn one to nobody', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const blockId = await givenBlock(tx);
    const heard = async (move: 'publish' | 'withdraw') => {
      const context = contextFor(tx, people.appraiser);
      const id = newId();
      const of = { movementId: null, review: null, year: 2026, title: 'Bộ mẫu', from: { kind: 'empty' } } as const;
      expectOk(await beginSet(context, { id, blockId, ...of }));
      const criteria = sampleCriteria.map((one) =>
        one.way === 'expert' ? { ...one, expertUnitId: units.department } : one,
      );
      expectOk(await changeSet(context, { id, version: 1, change: { kind: 'criteria', criteria } }));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), []);
      const paper = { number: '12/HD', date: '2026-06-01' };
      expectOk(await moveSet(context, { id, version: 2, move, paper, reason: 'Lý do mẫu' }));
      await follow(tx, context);
      return (await told(tx, context)).map(([who, subject, link]) => [who, subject, link === `/tieu-chi/${id}`]);
    };
    assert.deepEqual(await heard('withdraw'), []);
    const subject = 'Bộ tiêu chí chấm điểm đã ban hành';
    assert.deepEqual(await heard('publish'), [
      ['headOfAn', subject, true],
      ['headOfBinh', subject, true],
      ['officerOfAn', subject, true],
      ['officerOfBinh', subject, true],
    ]);
  }));
