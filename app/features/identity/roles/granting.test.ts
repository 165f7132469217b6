import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '../../../kernel/actor.ts';
import type { Holding, Role } from '../../../kernel/actor.ts';
import { isAllowed } from '../../../kernel/permit.ts';
import { people, units } from '../../../../tests/world.ts';
import { identityDeeds, identityRights } from '../rights.ts';
import { objectionTo, outranks } from './granting.ts';

const province = [units.province];
const commune = [units.communeAn, units.province];
const village = [units.village, units.communeAn, units.province];
const top: Holding = { holdingId: 'a', role: 'administrator', unitId: units.province };
const local: Holding = { holdingId: 'b', role: 'administrator', unitId: units.communeAn };
const lent: Holding = { ...top, forPersonId: 'somebody' };

/** Who may give which role at a commune: t the province's administrator, c the commune's, d a delegate of the former. */
const givenAtCommune: Readonly<Record<Role, string>> = {
  officer: 't c d',
  head: 't c d',
  indicator_owner: 't c d',
  appraiser: 't d',
  inspector: 't d',
  council_secretary: 't d',
  council_member: 't d',
  deciding_authority: 't d',
  block_lead: 't d',
  auditor: 't d',
  administrator: 't c',
};

test('the matrix of who gives which role', () => {
  const hands: readonly (readonly [string, Holding])[] = [
    ['t', top],
    ['c', local],
    ['d', lent],
  ];
  const found = roles.map((role) => {
    const may = hands.filter(([, by]) => objectionTo({ role, path: commune, by, isSelf: false }) === undefined);
    return [role, may.map(([hand]) => hand).join(' ')];
  });
  assert.deepEqual(Object.fromEntries(found), givenAtCommune);
});

test('nobody gives a role to themselves, but the system may set one up', () => {
  assert.deepEqual(objectionTo({ role: 'officer', path: commune, by: top, isSelf: true }), { kind: 'not_to_self' });
  assert.equal(objectionTo({ role: 'auditor', path: province, by: undefined, isSelf: false }), undefined);
});

test('an account is touched only by who could give all that it holds', () => {
  const rows: readonly (readonly [Holding, Role, readonly string[], boolean])[] = [
    [local, 'officer', commune, true],
    [local, 'head', village, true],
    [local, 'administrator', commune, true],
    [local, 'officer', province, false],
    [local, 'administrator', province, false],
    [local, 'appraiser', commune, false],
    [top, 'administrator', province, true],
    [top, 'deciding_authority', province, true],
    [lent, 'administrator', commune, false],
  ];
  for (const [by, role, path, expected] of rows)
    assert.equal(outranks(by, [{ role, path }]), expected, `${role} ${path[0]}`);
});

test('the rights matrix: only administrators, only within their reach', () => {
  const matrix = identityDeeds.map((deed) => {
    const who = Object.entries(people).filter(([, actor]) => isAllowed(identityRights, deed, actor, commune));
    return [deed, who.map(([name]) => name)];
  });
  const expected = identityDeeds.map((deed) => [deed, ['administrator', 'administratorOfAn']]);
  assert.deepEqual(matrix, expected);
  const elsewhere = [units.communeBinh, units.province];
  assert.equal(isAllowed(identityRights, 'person.change', people.administratorOfAn, elsewhere), false);
  assert.equal(isAllowed(identityRights, 'person.change', people.administratorOfAn, province), false);
});
