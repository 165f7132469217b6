import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenBlock, sampleCriteria } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { typedOf } from './criterion-fields.ts';
import { beginSet, beginTyped } from './drafting.server.ts';
import type { SetChange } from './editing.server.ts';
import { changeSet } from './editing.server.ts';
import { listSets } from './list.server.ts';
import { findSet } from './one.server.ts';
import { moveSet } from './publishing.server.ts';
import { setById } from './sets.server.ts';

type Body = (tx: Transaction<DB>, given: { readonly id: string; readonly blockId: string }) => Promise<void>;

/** A draft for 2027 with the sample criteria; the world's today is in 2026. */
const inDraft = (body: Body) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const blockId = await givenBlock(tx);
    const id = newId();
    const of = { movementId: null, review: null, year: 2027, title: 'Bộ mẫu', from: { kind: 'empty' } } as const;
    expectOk(await beginSet(contextFor(tx, people.appraiser), { id, blockId, ...of }));
    expectOk(await changed(tx, id, { kind: 'criteria', criteria: sampleCriteria }));
    await body(tx, { id, blockId });
  });

async function changed(tx: Transaction<DB>, id: string, change: SetChange, by = people.appraiser, version?: number) {
  const stored = await setById(tx, id);
  return changeSet(contextFor(tx, by), { id, version: version ?? stored?.version ?? 0, change });
}
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const typed = { code: 'I.3', parent: 'I', kind: 'criterion', title: 'Tiêu chí mẫu', max: '5', way: 'hand' };
const put = (more: Readonly<Record<string, string>> = {}, code: string | null = null): SetChange => ({
  kind: 'criterion',
  code,
  typed: typedOf({ ...typed, ...more }),
});
const paper = { number: '12/HD-HĐTĐKT', date: '2026-06-01' };

test('a criterion is added, changed, moved and taken out; each change is recorded with what differs', async () => {
  await inDraft(async (tx, { id }) => {
    expectOk(await changed(tx, id, put()));
    expectOk(await changed(tx, id, put({ code: 'I.4', max: '6,25' }, 'I.3')));
    expectOk(await changed(tx, id, { kind: 'move', code: 'I.4', direction: 'up' }));
    expectOk(await changed(tx, id, { kind: 'remove', code: 'I.1' }));
    const set = await setById(tx, id);
    assert.deepEqual(
      set?.criteria.map(({ code, max }) => `${code} ${max}`),
      ['I 6000', 'I.4 625', 'I.2 2000', 'II 2000', 'III 2000', 'T 500', 'P 500'],
    );
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'criteria_set.changed').length, 5);
  });
});

test('an older version, another role, a set that is out, a code that is not there: refused, and nothing changes', async () => {
  await inDraft(async (tx, { id }) => {
    assert.deepEqual(refusalOf(await changed(tx, id, put(), people.appraiser, 1)), { kind: 'lost_race', current: 2 });
    assert.deepEqual(refusalOf(await changed(tx, id, put(), people.headOfAn)), {
      kind: 'not_yours',
      move: 'change',
      by: ['appraiser'],
    });
    assert.deepEqual(refusalOf(await changed(tx, id, { kind: 'remove', code: 'Z' })), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await changed(tx, newId(), put())), { kind: 'not_there' });
    const wrong = await changed(tx, id, put({ code: 'I.1', max: 'x' }));
    assert.deepEqual(!wrong.ok && wrong.refusal.kind === 'criterion_wrong' && wrong.refusal.wrong.map((w) => w.field), [
      'max',
      'code',
    ]);
    assert.deepEqual((await setById(tx, id))?.criteria, sampleCriteria);
    expectOk(await changed(tx, id, { kind: 'criteria', criteria: published }));
    expectOk(await moveSet(contextFor(tx, people.appraiser), { id, version: 3, move: 'publish', paper }));
    assert.equal((await changed(tx, id, put())).ok, false);
  });
});
const published = sampleCriteria.map((one) =>
  one.way === 'expert' ? { ...one, expertUnitId: units.department } : one,
);

test('published before its year no reason is asked; once it has begun one is, and it stays with the set', async () => {
  await inDraft(async (tx, { id, blockId }) => {
    expectOk(await changed(tx, id, { kind: 'criteria', criteria: published }));
    const context = contextFor(tx, people.appraiser);
    expectOk(await moveSet(context, { id, version: 3, move: 'publish', paper }));
    const late = newId();
    const of = { movementId: null, review: null, year: 2026, title: 'Bộ mẫu', from: { kind: 'set', id } } as const;
    expectOk(await beginSet(context, { id: late, blockId, ...of }));
    const lacksReason = { field: 'reason', problem: 'missing' };
    assert.deepEqual(refusalOf(await moveSet(context, { id: late, version: 1, move: 'publish', paper, reason: ' ' })), {
      kind: 'paper_wrong',
      problems: [lacksReason],
    });
    const nothing = { number: ' ', date: '' };
    assert.deepEqual(refusalOf(await moveSet(context, { id: late, version: 1, move: 'publish', paper: nothing })), {
      kind: 'paper_wrong',
      problems: [{ field: 'number', problem: 'missing' }, { field: 'date', problem: 'missing' }, lacksReason],
    });
    expectOk(await moveSet(context, { id: late, version: 1, move: 'publish', paper, reason: 'Chờ hướng dẫn mẫu' }));
    assert.equal((await setById(tx, late))?.lateReason, 'Chờ hướng dẫn mẫu');
    assert.equal((await setById(tx, id))?.lateReason, null);
  });
});

test('a draft is known to who organises, never to others; published whoever is signed in knows it', async () => {
  await inDraft(async (tx, { id }) => {
    const seen = async (actor: Actor) => {
      const { rows, total } = await listSets(tx, actor, { size: 10, page: 1 });
      assert.equal((await findSet(tx, actor, id)) !== undefined, rows.length === 1);
      assert.equal(total, rows.length);
      return total;
    };
    const token = (scopes: readonly 'evaluations:read'[]) => ({ ...people.appraiser, scopes });
    const inside = [people.appraiser, people.auditor, people.decidingAuthority, token(['evaluations:read'])];
    const outside = [people.headOfAn, people.officerOfDepartment, people.administratorOfAn, people.nobody];
    for (const actor of inside) assert.equal(await seen(actor), 1);
    for (const actor of [...outside, stranger, token([])]) assert.equal(await seen(actor), 0);
    expectOk(await changed(tx, id, { kind: 'criteria', criteria: published }));
    expectOk(await moveSet(contextFor(tx, people.appraiser), { id, version: 3, move: 'publish', paper }));
    for (const actor of [...inside, ...outside]) assert.equal(await seen(actor), 1);
    for (const actor of [stranger, token([])]) assert.equal(await seen(actor), 0);
  });
});

test('what a set is for must be said and be there; two of the same are one', async () => {
  await inDraft(async (tx, { id, blockId }) => {
    const context = contextFor(tx, people.appraiser);
    const begin = (more: object) =>
      beginTyped(context, {
        id: newId(),
        typed: { block: blockId, movement: '', review: '', year: '2028', title: 'Bộ mẫu', ...more },
        from: { kind: 'set', id },
      });
    const wrong = await begin({ block: '', review: 'yearly', year: 'x', title: '' });
    assert.deepEqual(!wrong.ok && wrong.refusal.kind === 'begin_wrong' && wrong.refusal.wrong.map((w) => w.problem), [
      'nothing_judged',
      'review_not_asked',
      'not_a_year',
      'missing',
    ]);
    assert.deepEqual(refusalOf(await begin({ block: newId() })), {
      kind: 'begin_wrong',
      wrong: [{ field: 'block', problem: 'not_there' }],
    });
    const begun = expectOk(await begin({}));
    assert.deepEqual(refusalOf(await begin({})), { kind: 'set_there_already', setId: begun.id });
    const context2 = contextFor(tx, people.headOfAn);
    const typed2 = { block: blockId, movement: '', review: '', year: '2029', title: 'Bộ mẫu' };
    assert.equal((await beginTyped(context2, { id: newId(), typed: typed2, from: { kind: 'empty' } })).ok, false);
  });
});
