import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { freshDatabase, inRollback } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent, verified } from '../../../tests/values.ts';
import { contextFor, people, recorded, today } from '../../../tests/world.ts';
import { provinceLines } from '../overview/view.server.ts';
import { compare } from './compare.ts';
import { findSnapshot, listSnapshots } from './list.server.ts';
import { canonical, recompute } from './snapshot.ts';
import { takeSnapshot } from './take.server.ts';

const id = '0000000a-0000-7000-8000-000000000001';
const typed = { 'tieu-de': 'Sơ kết mẫu', 'muc-dich': 'midterm', ngay: today };

test('a snapshot keeps every indicator with its sheet; its status comes out of the sheet alone', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await given(tx, { period: '2026-04' }, sent, verified);
    expectOk(await takeSnapshot(contextFor(tx, people.appraiser), { id, typed }));
    const found = await findSnapshot(tx, people.nobody, id);
    assert.ok(found?.isWhole);
    assert.equal(found.content.indicators.length, (await provinceLines(tx, { today, known: undefined })).length);
    for (const one of found.content.indicators) assert.equal(recompute(one), one.answer.status, one.code);
    assert.ok((await recorded(tx)).some(({ kind, subject }) => kind === 'snapshot.taken' && subject === id));
  });
});

test('what comes later stands beside it and changes nothing in it; nobody can change or remove it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    expectOk(await takeSnapshot(contextFor(tx, people.administrator), { id, typed }));
    const before = await findSnapshot(tx, people.appraiser, id);
    await tx
      .updateTable('indicator')
      .set({ baseline: '50', target: '1' })
      .where('code', '=', indicators.proven)
      .execute();
    await given(tx, { period: '2026-04' }, sent, verified);
    const after = await findSnapshot(tx, people.appraiser, id);
    assert.equal(after?.digest, before?.digest);
    assert.equal(canonical(after?.content), canonical(before?.content));
    for (const attempt of [sql`update snapshot set title = 'x'`, sql`delete from snapshot`]) {
      await sql`savepoint attempt`.execute(tx);
      await assert.rejects(attempt.execute(tx));
      await sql`rollback to savepoint attempt`.execute(tx);
    }
  });
});

test('what differs today is named, what does not is not', () => {
  const frozen = { code: 'KT-91', latest: { value: '1', period: 'năm 2026' }, answer: { status: 'at_risk' } } as never;
  const now = (value: string) => [{ code: 'KT-91', status: 'at_risk' as const, latest: { value, period: 'năm 2026' } }];
  assert.equal(compare([frozen], now('1'))[0]?.isChanged, false);
  assert.equal(compare([frozen], now('2'))[0]?.isChanged, true);
  assert.equal(compare([frozen], [])[0]?.isChanged, true);
});

test('it is taken at the province only, once, for a day that has been; strangers know of none', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    for (const actor of [people.officerOfAn, people.administratorOfAn, people.nobody, stranger]) {
      const refused = await takeSnapshot(contextFor(tx, actor), { id, typed });
      assert.equal(refused.ok ? '' : refused.refusal.kind, 'not_allowed');
    }
    const wrong = await takeSnapshot(contextFor(tx, people.appraiser), {
      id,
      typed: { 'tieu-de': ' ', 'muc-dich': 'party', ngay: '2026-06-16' },
    });
    assert.deepEqual(
      !wrong.ok && wrong.refusal.kind === 'snapshot_wrong' && wrong.refusal.problems.map(({ problem }) => problem.kind),
      ['title_missing', 'purpose_unknown', 'date_in_future'],
    );
    expectOk(await takeSnapshot(contextFor(tx, people.appraiser), { id, typed }));
    expectOk(await takeSnapshot(contextFor(tx, people.appraiser), { id, typed }));
    assert.equal((await listSnapshots(tx, people.nobody)).length, 1);
    assert.deepEqual(await listSnapshots(tx, stranger), []);
    assert.equal(await findSnapshot(tx, stranger, id), undefined);
    assert.equal(await findSnapshot(tx, people.nobody, '-'.repeat(36)), undefined);
    assert.deepEqual(await listSnapshots(tx, { ...people.nobody, scopes: ['actuals:read'] }), []);
  });
});

test('asked for twice at once it is taken once, and both are shown it', async () => {
  const { db, drop } = await freshDatabase();
  await db.transaction().execute(insertValuesWorld);
  const take = () => db.transaction().execute((tx) => takeSnapshot(contextFor(tx, people.appraiser), { id, typed }));
  const taken = await Promise.all([take(), take()]);
  assert.deepEqual(taken.map(expectOk), [{ id }, { id }]);
  assert.equal((await listSnapshots(db, people.nobody)).length, 1);
  await drop();
});

test('the digest does not depend on the order in which a store keeps names', () => {
  assert.equal(canonical({ b: [1, { d: null, c: 'x' }], a: undefined }), canonical({ b: [1, { c: 'x', d: null }] }));
  assert.notEqual(canonical({ a: 1 }), canonical({ a: '1' }));
});
