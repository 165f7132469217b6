import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenBlock } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { SetFrom } from './drafting.server.ts';
import { beginSet, replaceSet } from './drafting.server.ts';
import { moveSet } from './publishing.server.ts';
import { setById } from './sets.server.ts';

const inWorld = (body: (tx: Transaction<DB>, blockId: string) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx, await givenBlock(tx));
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const paper = { number: '12/HD-HĐTĐKT', date: '2026-06-01' };
const forBlock = (blockId: string, from: SetFrom, year = 2026) => ({
  id: newId(),
  blockId,
  movementId: null,
  review: null,
  year,
  title: 'Bộ tiêu chí mẫu',
  from,
});
const ready: SetFrom = { kind: 'ready', name: 'commune' };

async function published(tx: Transaction<DB>, blockId: string): Promise<string> {
  const set = forBlock(blockId, ready);
  expectOk(await beginSet(contextFor(tx, people.appraiser), set));
  await sql`update criterion set expert_unit_id = ${units.department} where set_id = ${set.id} and way = 'expert'`.execute(
    tx,
  );
  expectOk(
    await moveSet(contextFor(tx, people.appraiser), {
      id: set.id,
      version: 1,
      move: 'publish',
      paper,
      reason: 'Lý do mẫu',
    }),
  );
  return set.id;
}

test('a ready set is a proposal and is not published before somebody says who is in charge of its fields', async () => {
  await inWorld(async (tx, blockId) => {
    const context = contextFor(tx, people.appraiser);
    const set = forBlock(blockId, ready);
    expectOk(await beginSet(context, set));
    expectOk(await beginSet(context, set));
    assert.deepEqual(refusalOf(await beginSet(context, forBlock(blockId, ready))), {
      kind: 'set_there_already',
      setId: set.id,
    });
    assert.equal((await setById(tx, set.id))?.isProposal, true);
    const faulty = await moveSet(context, { id: set.id, version: 1, move: 'publish', paper, reason: 'Lý do mẫu' });
    assert.deepEqual(refusalOf(faulty), {
      kind: 'set_faulty',
      faults: [
        { kind: 'expert_missing', code: 'I.3' },
        { kind: 'expert_missing', code: 'I.4' },
      ],
    });
    assert.deepEqual(refusalOf(await beginSet(contextFor(tx, people.headOfAn), forBlock(blockId, ready, 2027))), {
      kind: 'not_yours',
      move: 'change',
      by: ['appraiser'],
    });
    assert.deepEqual(
      (await recorded(tx)).filter(({ kind }) => kind.startsWith('criteria_set')).map(({ kind }) => kind),
      ['criteria_set.entered'],
    );
  });
});

test('published it never changes; the next edition takes its place with a reason when it is published itself', async () => {
  await inWorld(async (tx, blockId) => {
    const context = contextFor(tx, people.appraiser);
    const id = await published(tx, blockId);
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update criterion set max_points = 1 where set_id = ${id}`.execute(tx), /đã ban hành/);
    await sql`rollback to savepoint before_it`.execute(tx);
    assert.deepEqual(refusalOf(await replaceSet(context, { id, newId: newId(), version: 2, reason: ' ' })), {
      kind: 'needs',
      move: 'replace',
      need: 'reason',
    });
    const next = expectOk(
      await replaceSet(context, { id, newId: newId(), version: 2, reason: 'Bỏ một tiêu chí trùng' }),
    );
    assert.deepEqual((await setById(tx, next.id))?.criteria, (await setById(tx, id))?.criteria);
    assert.equal((await setById(tx, id))?.stage, 'published');
    expectOk(await moveSet(context, { id: next.id, version: 1, move: 'publish', paper, reason: 'Lý do mẫu' }));
    const [old, present] = [await setById(tx, id), await setById(tx, next.id)];
    assert.deepEqual(
      [old?.stage, present?.stage, present?.edition, present?.reason],
      ['superseded', 'published', 2, 'Bỏ một tiêu chí trùng'],
    );
  });
});

test("last year's set is carried over as a draft that says where it comes from", async () => {
  await inWorld(async (tx, blockId) => {
    const id = await published(tx, blockId);
    const copy = forBlock(blockId, { kind: 'set', id }, 2027);
    expectOk(await beginSet(contextFor(tx, people.appraiser), copy));
    const set = await setById(tx, copy.id);
    assert.deepEqual([set?.year, set?.stage, set?.basedOn, set?.criteria.length], [2027, 'draft', id, 21]);
  });
});
