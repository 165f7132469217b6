import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../../tests/desk.ts';
import { approve, asked, doAs, givenDraft, openDecisionDesk, row, submit } from '../../../tests/decisions.ts';
import { people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { returnDecision } from './approving.server.ts';
import type { SetBook } from './books.server.ts';
import { listBooks, setBook } from './books.server.ts';

const { appraiser, decidingAuthority, administrator, auditor, headOfAn, officerOfAn } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');
const bookOf = async (year = 2026, person: Person = auditor) =>
  (await listBooks(desk.services.db, person, { year, unitId: units.province }))[0]?.book;
const set = async (person: Person, order: Partial<SetBook>) => {
  const seen = (await bookOf(order.year ?? 2026))?.version ?? 0;
  const whole = { unitId: units.province, year: 2026, mode: 'hand', reason: '', seen, ...order } as const;
  return kindOf(await doAs(desk, person, (context) => setBook(context, whole)));
};
const approved = async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  return { id, done: await approve(desk, id) };
};

test('six decisions approved at once, two of them returned and approved again: no gap, no double', async () => {
  const ids = [];
  for (let n = 0; n < 6; n += 1) ids.push(await givenDraft(desk));
  for (const id of ids) await submit(desk, id);
  for (const each of await Promise.all(ids.map((id) => approve(desk, id)))) expectOk(each);
  const back = ids.slice(0, 2);
  for (const id of back) {
    const order = await asked(desk, id);
    expectOk(await doAs(desk, decidingAuthority, (context) => returnDecision(context, order)));
    await submit(desk, id);
  }
  for (const each of await Promise.all([...back.map((id) => approve(desk, id)), approved().then(({ done }) => done)]))
    expectOk(each);
  const taken = await desk.services.db.selectFrom('decision').select('number').orderBy('number').execute();
  assert.deepEqual(
    taken.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7],
  );
  assert.deepEqual(await bookOf(), { year: 2026, mode: 'own', taken: 7, free: [], last: 7, version: 1 });
});

test('in mid-year only with a reason to the book of the clerk, and not back', async () => {
  assert.equal(await set(decidingAuthority, { mode: 'own' }), 'book_same');
  assert.equal(await set(decidingAuthority, {}), 'book_reason_needed');
  assert.equal(await set(decidingAuthority, { reason: 'Quy chế mẫu', seen: 9 }), 'lost_race');
  assert.equal(await set(decidingAuthority, { reason: 'Quy chế mẫu' }), 'ok');
  assert.equal((await bookOf())?.mode, 'hand');
  const { id, done } = await approved();
  assert.equal(kindOf(done), 'number_needed');
  assert.equal(kindOf(await approve(desk, id, { number: '7' })), 'number_taken');
  expectOk(await approve(desk, id, { number: '150' }));
  assert.equal((await row(desk, id)).number, 150);
  assert.equal(await set(administrator, { mode: 'own', reason: 'x' }), 'book_not_this_year');
  const entries = await desk.services.db
    .selectFrom('record_entry')
    .select(['reason', 'after'])
    .where('kind', '=', 'number_book.set')
    .execute();
  assert.deepEqual(entries, [{ reason: 'Quy chế mẫu', after: { year: 2026, mode: 'hand', taken: 7 } }]);
});

test('the next year goes on as this one and can be laid down before it begins; no other year can', async () => {
  assert.deepEqual(await bookOf(2027), { year: 2027, mode: 'hand', taken: 0, free: [], last: 0, version: 0 });
  assert.equal(await set(administrator, { year: 2027, mode: 'own' }), 'ok');
  assert.equal((await bookOf(2027))?.mode, 'own');
  for (const year of [2025, 2028]) assert.equal(await set(administrator, { year, mode: 'own' }), 'not_there');
});

test('laid down by the head of that body or the administrator; others read, or know of nothing', async () => {
  assert.equal(await set(appraiser, { year: 2027 }), 'not_allowed');
  assert.equal(await set(auditor, { year: 2027 }), 'not_allowed');
  assert.equal(await set(headOfAn, { year: 2027 }), 'not_there');
  assert.deepEqual(await listBooks(desk.services.db, officerOfAn, { year: 2026 }), []);
});
