import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeal } from '../../platform/seal.server.ts';
import { brakeOpinion, stampOf } from './form-stamp.server.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const drawn = new Date('2026-06-15T02:30:00.000Z');
const later = (seconds: number) => new Date(drawn.getTime() + seconds * 1000);
const stamp = stampOf(seal, 'list', drawn);
const sent = { stamp, trap: '', listId: 'list', address: '192.0.2.1' };
const kindAt = async (seconds: number, more: Partial<typeof sent> = {}) =>
  (await brakeOpinion(seal, { ...sent, ...more }, later(seconds)))?.kind;

test('too fast, too old, made up, of another list, or by a program that fills in everything', async () => {
  assert.equal(await kindAt(1), 'sent_too_fast');
  assert.equal(await kindAt(4), undefined);
  assert.equal(await kindAt(13 * 3600), 'form_stale');
  assert.equal(await kindAt(4, { stamp: `${drawn.getTime()}.${'0'.repeat(32)}` }), 'form_stale');
  assert.equal(await kindAt(4, { stamp: '' }), 'form_stale');
  assert.equal(await kindAt(4, { listId: 'other' }), 'form_stale');
  assert.equal(await kindAt(4, { trap: 'http://example.vn' }), 'trap_filled');
});

test('one address has so many an hour, others have theirs', async () => {
  const address = '192.0.2.2';
  for (let at = 0; at < 20; at += 1) assert.equal(await kindAt(4, { address }), undefined);
  assert.equal(await kindAt(4, { address }), 'too_many');
  assert.equal(await kindAt(4, { address: '192.0.2.3' }), undefined);
});
