import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiDescription, operations } from './api.server.ts';
import { scopes } from './kernel/actor.ts';
import { productRoot } from './platform/root.server.ts';

test('docs/openapi.json says what the operations say: if not, run node scripts/generate-openapi.ts', () => {
  const kept = readFileSync(join(productRoot(), 'docs/openapi.json'), 'utf8');
  assert.equal(kept, `${JSON.stringify(apiDescription(), null, 2)}\n`);
});

test('every operation has an id and a method and address of its own', () => {
  const ids = operations.map(({ id }) => id);
  const places = operations.map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual([new Set(ids).size, new Set(places).size], [ids.length, places.length]);
});

test('the parts of an address are exactly its parameters', () => {
  for (const { path, params } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    assert.deepEqual(Object.keys(params.shape), named, path);
  }
});

test('whoever is not known only reads', () => {
  const open = operations.filter(({ auth }) => auth === 'public');
  assert.deepEqual([...new Set(open.map(({ method }) => method))], ['GET']);
});

test('what changes something asks for a scope to write, what reads for one to read', () => {
  for (const { method, path, auth } of operations.filter((each) => scopes.some((scope) => scope === each.auth))) {
    assert.equal(auth.split(':')[1], method === 'GET' ? 'read' : 'write', path);
  }
});

test('every reference in the description leads somewhere', () => {
  const text = JSON.stringify(apiDescription());
  const { components } = apiDescription() as { components: { schemas: Record<string, unknown> } };
  const wanted = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
  assert.ok(wanted.length > 0);
  const missing = wanted.filter((ref) => !(ref.replace('#/components/schemas/', '') in components.schemas));
  assert.deepEqual(missing, []);
});
