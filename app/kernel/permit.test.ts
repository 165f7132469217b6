import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Person } from './actor.ts';
import { stranger } from './actor.ts';
import type { Rights } from './permit.ts';
import { permitOwn, permitSystem, permitTo } from './permit.ts';

const rights: Rights<'edit' | 'load' | 'read'> = {
  edit: { by: ['administrator'] },
  load: { by: ['administrator'], system: true },
  read: { by: ['auditor', 'administrator'], scope: 'snapshots:read' },
};

const admin: Person = {
  kind: 'person',
  personId: 'a',
  accountId: 'a',
  name: 'Người Mẫu Một',
  positionTitle: null,
  homeUnitId: 'province',
  holdings: [{ holdingId: 'h', role: 'administrator', unitId: 'province' }],
};
const setup: Actor = { kind: 'system', name: 'setup' };

const rows: readonly (readonly [string, 'edit' | 'load' | 'read', Actor, readonly string[], boolean])[] = [
  ['an administrator edits below', 'edit', admin, ['commune', 'province'], true],
  ['an administrator does not edit elsewhere', 'edit', admin, ['other'], false],
  ['a stranger edits nothing', 'edit', stranger, ['province'], false],
  ['set-up loads where the row lets it', 'load', setup, [], true],
  ['set-up edits nothing', 'edit', setup, ['province'], false],
  ['a token without the scope reads nothing', 'read', { ...admin, scopes: ['actuals:read'] }, ['province'], false],
  ['a token with the scope reads', 'read', { ...admin, scopes: ['snapshots:read'] }, ['province'], true],
  ['a token never does what names no scope', 'edit', { ...admin, scopes: ['snapshots:read'] }, ['province'], false],
];

for (const [name, deed, actor, path, isAllowed] of rows) {
  test(name, () => assert.equal(permitTo(rights, deed, actor, path).ok, isAllowed));
}

test('one changes what is one’s own, and only by oneself', () => {
  assert.equal(permitOwn('password', admin, 'a').ok, true);
  assert.equal(permitOwn('password', admin, 'b').ok, false);
  assert.equal(permitOwn('password', { ...admin, scopes: [] }, 'a').ok, false);
  assert.equal(permitOwn('password', stranger, 'a').ok, false);
});

test('a person is never the system', () => {
  assert.throws(() => permitSystem('load', admin));
});
