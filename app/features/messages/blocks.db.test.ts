import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenPact, headOfChi, inYear, pacted, words } from '../../../tests/blocks.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { declinePact } from '../blocks/declining.server.ts';
import { digestOf } from '../blocks/pacts.server.ts';

test('that a unit does not sign a pact is told to whoever leads and to whoever appraises at the province, to no other member', () =>
  inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await pacted(tx, id, 'open');
    const context = contextFor(tx, headOfChi);
    const given = { pactId: id, unitId: units.wardChi, digest: digestOf(words), fields: { reason: 'Lý do mẫu' } };
    expectOk(await declinePact(context, { ...given, id: newId() }));
    await follow(tx, context);
    const said = ['Có đơn vị không ký giao ước', `/khoi-cum/giao-uoc/${id}`];
    assert.deepEqual(await told(tx, context), [
      ['appraiser', ...said],
      ['headOfAn', ...said],
    ]);
  }));
