import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { givenBlock, givenSet } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { beginSet } from '../criteria/drafting.server.ts';
import { search } from './search.server.ts';

test('a published criteria set is found by whoever is signed in, a draft only by who organises', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const blockId = await givenBlock(tx);
    const published = `/tieu-chi/${await givenSet(tx, blockId)}`;
    const id = newId();
    const of = {
      movementId: null,
      review: null,
      year: 2027,
      title: 'Bộ tiêu chí mẫu',
      from: { kind: 'empty' },
    } as const;
    expectOk(await beginSet(contextFor(tx, people.appraiser), { id, blockId, ...of }));
    const found = async (actor: Actor) =>
      (await search(tx, actor, 'bo tieu chi mau')).criteria.map(({ href }) => href).toSorted();
    assert.deepEqual(await found(people.appraiser), [published, `/tieu-chi/${id}`].toSorted());
    assert.deepEqual(await found(people.headOfAn), [published]);
    assert.deepEqual(await found(stranger), []);
  }));
