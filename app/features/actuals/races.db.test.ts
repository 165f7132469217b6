import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { freshDatabase } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent, typedFor, verified } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { TestContext } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { newId } from '../../platform/id.server.ts';
import { change, correct, enter } from './entering.server.ts';
import { moveMany, moveOne } from './moving.server.ts';

const { db, drop } = await freshDatabase();
await db.transaction().execute(insertValuesWorld);
after(drop);

type Outcome = { readonly ok: boolean; readonly refusal?: unknown };
class RolledBack extends Error {}

/** As at the edge: one transaction, rolled back when refused. */
async function asked(actor: Person, command: (context: TestContext) => Promise<Outcome>): Promise<unknown> {
  let outcome: Outcome | undefined;
  const run = db.transaction().execute(async (tx) => {
    outcome = await command(contextFor(tx, actor));
    if (!outcome.ok) throw new RolledBack();
  });
  await run.catch((fault: unknown) => {
    if (!(fault instanceof RolledBack)) throw fault;
  });
  if (!outcome) throw new Error('nothing came back');
  return outcome.ok ? 'done' : (outcome.refusal as { kind: string }).kind;
}
const stored = (id: string) => db.selectFrom('actual').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('of two who verify one value at once, one does and one is refused', async () => {
  const id = await db.transaction().execute((tx) => given(tx, { period: '2026-01' }, sent));
  const verify = (context: TestContext) => moveOne(context, { id, version: 2, move: 'verify' });
  const both = await Promise.all([asked(people.appraiser, verify), asked(people.appraiser, verify)]);
  assert.deepEqual(both.toSorted(), ['done', 'wrong_stage']);
  assert.equal((await stored(id)).version, 3);
});

test('of two who edit one value at once, neither is lost in silence', async () => {
  const id = await db.transaction().execute((tx) => given(tx, { period: '2026-02' }));
  const edit = (value: string) => (context: TestContext) =>
    change(context, { id, version: 1, typed: typedFor({ value }) });
  const both = await Promise.all([asked(people.officerOfAn, edit('31')), asked(people.headOfAn, edit('32'))]);
  assert.deepEqual(both.toSorted(), ['done', 'lost_race']);
});

test('of two who enter the same unit, indicator and period at once, one does and the other is shown it', async () => {
  const typed = typedFor({ period: '2026-03' });
  const one = () => ({ id: newId(), indicatorCode: indicators.amount, unitId: units.communeAn, typed });
  const both = await Promise.all([
    asked(people.officerOfAn, (context) => enter(context, one())),
    asked(people.headOfAn, (context) => enter(context, one())),
  ]);
  assert.deepEqual(both.toSorted(), ['already_open', 'done']);
});

test('the same request sent twice at once is one value', async () => {
  const typed = typedFor({ period: '2026-04' });
  const one = { id: newId(), indicatorCode: indicators.amount, unitId: units.communeAn, typed };
  const send = () => asked(people.officerOfAn, (context) => enter(context, one));
  assert.deepEqual(await Promise.all([send(), send()]), ['done', 'done']);
  const { rows } = {
    rows: await db.selectFrom('record_entry').select('id').where('subject_id', '=', one.id).execute(),
  };
  assert.equal(rows.length, 1);
});

test('a recall and a verification at once: one wins', async () => {
  const id = await db.transaction().execute((tx) => given(tx, { period: '2025-12', at: new Date('2026-06-10') }, sent));
  const both = await Promise.all([
    asked(people.officerOfAn, (context) => moveOne(context, { id, version: 2, move: 'recall' })),
    asked(people.appraiser, (context) => moveOne(context, { id, version: 2, move: 'verify' })),
  ]);
  assert.deepEqual(both.toSorted(), ['done', 'wrong_stage']);
});

test('of two corrections of one verified value at once, one stands', async () => {
  const id = await db.transaction().execute((tx) => given(tx, { period: '2025-11' }, sent, verified));
  const one = (by: Person) =>
    asked(by, (context) =>
      correct(context, { id, newId: newId(), reason: 'Cộng sai', typed: typedFor({ value: '1' }) }),
    );
  const both = await Promise.all([one(people.officerOfAn), one(people.headOfAn)]);
  assert.deepEqual(both.toSorted(), ['already_open', 'done']);
});

test('two who verify the same many in opposite order do not block each other', async () => {
  const periods = ['2025-07', '2025-08', '2025-09', '2025-10'];
  const ids = await db.transaction().execute(async (tx) => {
    const made: string[] = [];
    for (const period of periods) made.push(await given(tx, { period }, sent));
    return made;
  });
  const chosen = ids.map((id) => ({ id, version: 2 }));
  const both = await Promise.all([
    asked(people.appraiser, (context) => moveMany(context, { move: 'verify', chosen })),
    asked(people.appraiser, (context) => moveMany(context, { move: 'verify', chosen: chosen.toReversed() })),
  ]);
  assert.deepEqual(both.toSorted(), ['done', 'some_refused']);
});
