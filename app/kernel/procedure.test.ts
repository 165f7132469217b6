import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Holding, Person, Role } from './actor.ts';
import { stranger } from './actor.ts';
import type { Case, Given, Procedure } from './procedure.ts';
import { movesFor, permit } from './procedure.ts';

type Stage = 'draft' | 'sent' | 'closed';
type MoveName = 'send' | 'accept' | 'return';
type Place = 'unit' | 'owner';

const procedure: Procedure<Stage, MoveName, Place> = {
  draft: { send: { to: 'sent', by: [{ role: 'officer', at: 'unit' }], needs: ['evidence'], scope: 'actuals:write' } },
  sent: {
    accept: {
      to: 'closed',
      by: [
        { role: 'indicator_owner', at: 'owner' },
        { role: 'appraiser', at: 'unit' },
      ],
      fourEyes: true,
    },
    return: { to: 'draft', by: [{ role: 'appraiser', at: 'unit' }], needs: ['reason'], fourEyes: true },
  },
  closed: {},
};

const places = { unit: ['commune', 'province'], owner: ['department', 'province'] };

function person(personId: string, ...held: readonly (readonly [Role, string, string?])[]): Person {
  const holdings = held.map(([role, unitId, forPersonId], at): Holding => ({
    holdingId: `${personId}-${at}`,
    role,
    unitId,
    ...(forPersonId && { forPersonId }),
  }));
  const name = `Người Mẫu ${personId}`;
  return { kind: 'person', personId, accountId: personId, name, positionTitle: null, homeUnitId: 'commune', holdings };
}

const at = (stage: Stage, submittedBy: string | null = null): Case<Stage, Place> => ({ stage, places, submittedBy });

const officer = person('officer', ['officer', 'commune']);
const appraiser = person('appraiser', ['appraiser', 'province']);
const owner = person('owner', ['indicator_owner', 'department']);

type Row = readonly [string, Case<Stage, Place>, Person | typeof stranger, MoveName, Given, string];
const rows: readonly Row[] = [
  ['an officer sends with evidence', at('draft'), officer, 'send', { evidence: 1 }, 'allowed'],
  ['sending without evidence says what is missing', at('draft'), officer, 'send', {}, 'needs evidence'],
  ['a stranger sends nothing', at('draft'), stranger, 'send', { evidence: 1 }, 'not_yours'],
  [
    'an officer of another unit is not the one',
    at('draft'),
    person('x', ['officer', 'other']),
    'send',
    { evidence: 1 },
    'not_yours',
  ],
  [
    'a role held above reaches down',
    at('draft'),
    person('x', ['officer', 'province']),
    'send',
    { evidence: 1 },
    'allowed',
  ],
  ['what was sent cannot be sent again', at('sent'), officer, 'send', { evidence: 1 }, 'wrong_stage'],
  ['an appraiser at the province accepts', at('sent', 'officer'), appraiser, 'accept', {}, 'allowed'],
  ['the owner accepts from another branch of the tree', at('sent', 'officer'), owner, 'accept', {}, 'allowed'],
  ['the owner may not return', at('sent', 'officer'), owner, 'return', { reason: 'x' }, 'not_yours'],
  ['who submitted does not accept', at('sent', 'appraiser'), appraiser, 'accept', {}, 'four_eyes'],
  [
    'a delegate of the submitter does not accept',
    at('sent', 'boss'),
    person('d', ['appraiser', 'province', 'boss']),
    'accept',
    {},
    'four_eyes',
  ],
  [
    'a delegate who submitted does not accept as somebody else',
    at('sent', 'd'),
    person('d', ['appraiser', 'province', 'boss']),
    'accept',
    {},
    'four_eyes',
  ],
  [
    'whoever lent the role that submitted does not accept',
    { ...at('sent', 'd'), submittedFor: 'appraiser' },
    appraiser,
    'accept',
    {},
    'four_eyes',
  ],
  [
    'another delegate of whoever lent the role that submitted does not accept',
    { ...at('sent', 'd'), submittedFor: 'boss' },
    person('e', ['appraiser', 'province', 'boss']),
    'accept',
    {},
    'four_eyes',
  ],
  [
    'the same role held by another way than from the sender may check, in whatever order they are held',
    at('sent', 'boss'),
    person('f', ['appraiser', 'province', 'boss'], ['appraiser', 'commune']),
    'accept',
    {},
    'allowed',
  ],
  ['returning needs a reason', at('sent', 'officer'), appraiser, 'return', { reason: '  ' }, 'needs reason'],
  ['returning with a reason', at('sent', 'officer'), appraiser, 'return', { reason: 'Thiếu nguồn' }, 'allowed'],
  [
    'a token without the scope does not send',
    at('draft'),
    { ...officer, scopes: ['pledges:write'] },
    'send',
    { evidence: 1 },
    'not_scoped',
  ],
  [
    'a token with the scope sends',
    at('draft'),
    { ...officer, scopes: ['actuals:write'] },
    'send',
    { evidence: 1 },
    'allowed',
  ],
  [
    'a token never takes a move that names no scope',
    at('sent', 'officer'),
    { ...appraiser, scopes: ['actuals:write'] },
    'accept',
    {},
    'not_scoped',
  ],
];

for (const [name, subject, actor, move, given, expected] of rows) {
  test(name, () => {
    const result = permit(procedure, subject, actor, move, given);
    const said = result.ok
      ? 'allowed'
      : result.refusal.kind === 'needs'
        ? `needs ${result.refusal.need}`
        : result.refusal.kind;
    assert.equal(said, expected);
  });
}

test('the permit says for whom the role was used', () => {
  const delegate = person('d', ['appraiser', 'province', 'boss']);
  const result = permit(procedure, at('sent', 'officer'), delegate, 'accept');
  assert.equal(result.ok && result.value.holding?.forPersonId, 'boss');
});

test('buttons are the permitted moves, whatever they still need', () => {
  assert.deepEqual(movesFor(procedure, at('sent', 'officer'), appraiser), ['accept', 'return']);
  assert.deepEqual(movesFor(procedure, at('sent', 'officer'), owner), ['accept']);
  assert.deepEqual(movesFor(procedure, at('sent', 'appraiser'), appraiser), []);
  assert.deepEqual(movesFor(procedure, at('closed'), appraiser), []);
});
