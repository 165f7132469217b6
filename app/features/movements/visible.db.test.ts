import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { given, launched, move, ofAn, typed } from '../../../tests/movements.ts';
import { insertWorld, people, system, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { listMovements } from './list.server.ts';
import { stagesSeenBy } from './visible.server.ts';

const token: Person = { ...people.appraiser, scopes: ['actuals:read', 'pledges:read'] };
const seen: readonly (readonly [string, Actor, readonly string[]])[] = [
  ['a stranger', stranger, []],
  ['a token', token, []],
  ['a person without a role', people.nobody, ['open']],
  ['the officer of An', people.officerOfAn, ['draft of An', 'kept to An', 'open']],
  ['the officer of Bình', people.officerOfBinh, ['open', 'withdrawn of Bình']],
  ['the owner of an indicator', people.indicatorOwner, ['open']],
  ['an administrator', people.administrator, ['open']],
  ['the appraiser', people.appraiser, ['draft of An', 'kept to An', 'open', 'withdrawn of Bình']],
  ['the deciding authority', people.decidingAuthority, ['draft of An', 'kept to An', 'open', 'withdrawn of Bình']],
  ['the auditor', people.auditor, ['draft of An', 'kept to An', 'open', 'withdrawn of Bình']],
  ['the system', system, ['draft of An', 'kept to An', 'open', 'withdrawn of Bình']],
];
for (const [who, actor, names] of seen)
  test(`${who} sees exactly the movements that are theirs, listed and counted`, () =>
    inRollback(async (tx) => {
      await insertWorld(tx);
      const withdrawn = await given(tx, people.officerOfBinh, { unitId: units.communeBinh });
      expectOk(await move(tx, people.officerOfBinh, withdrawn, 1, 'withdraw'));
      const kept = { ...ofAn, typed: typed({ visibility: 'restricted', scope: ['village'] }) };
      const rows = {
        'draft of An': await given(tx, people.officerOfAn, ofAn),
        'kept to An': await launched(tx, people.headOfAn, kept),
        open: await launched(tx),
        'withdrawn of Bình': withdrawn,
      };
      const nameOf = new Map(Object.entries(rows).map(([name, id]) => [id, name]));
      const listed = await listMovements(tx, actor, { withWithdrawn: true });
      assert.deepEqual(listed.rows.map(({ id }) => nameOf.get(id) ?? id).toSorted(), names);
      assert.equal(listed.total, names.length);
    }));

test('whoever can never find a draft is not offered to narrow by it', () => {
  const out = ['launched', 'closed', 'concluded'];
  for (const actor of [stranger, people.nobody, people.indicatorOwner]) assert.deepEqual(stagesSeenBy(actor), out);
  assert.deepEqual(stagesSeenBy(people.officerOfAn), ['draft', ...out, 'withdrawn']);
});
