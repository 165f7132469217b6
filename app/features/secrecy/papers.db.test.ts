import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { insertPlansWorld, movements } from '../../../tests/plans.ts';
import { schemes } from '../../../tests/values.ts';
import { contextFor, people, system, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { listPapers, papersToReceive, secretDuties } from './list.server.ts';
import { enterPaper, receivePaper } from './papers.server.ts';
import { secretSubjects } from './subjects.server.ts';
import { secretFinderOf } from './words.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? null : result.refusal?.kind);
const fieldsOf = (result: { ok: boolean; refusal?: object }) => {
  const { problems = [] } = (result.refusal ?? {}) as { readonly problems?: readonly { readonly field: string }[] };
  return problems.map(({ field }) => field);
};

/** Commune An sends to the department. */
async function typedBy(tx: Transaction<DB>, more: Readonly<Record<string, string>> = {}) {
  const about = (await secretSubjects(tx, system)).find(({ schemeCode }) => schemeCode === schemes.secret)?.key ?? '';
  const between = { sender: units.communeAn, receiver: units.department };
  return { number: '12/BC-UBND', date: '2026-06-10', ...between, about, ...more };
}
async function given(
  tx: Transaction<DB>,
  by: Person = people.officerOfAn,
  more: Readonly<Record<string, string>> = {},
) {
  return expectOk(await enterPaper(contextFor(tx, by), { id: newId(), typed: await typedBy(tx, more) })).id;
}

test('a paper is entered once however often it is sent; with another number it is another request', () =>
  inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = { id: newId(), typed: await typedBy(tx) };
    expectOk(await enterPaper(context, one));
    expectOk(await enterPaper(context, one));
    const other = { ...one, typed: { ...one.typed, number: '13/BC-UBND' } };
    assert.equal(kindOf(await enterPaper(context, other)), 'lost_race');
    assert.equal((await listPapers(tx, system, {})).total, 1);
  }));

test('its shape leaves no room for words or figures, by the form and by the database', () =>
  inWorld(async (tx) => {
    const enter = async (more: Readonly<Record<string, string>>) =>
      fieldsOf(await enterPaper(contextFor(tx, people.officerOfAn), { id: newId(), typed: await typedBy(tx, more) }));
    for (const number of [
      '',
      'đã đạt 80%',
      '12/BC-UBND đạt',
      '12/BC-80',
      'BC-UBND',
      '12/KETQUADATKEHOACH',
      '123456/BC',
    ])
      assert.deepEqual(await enter({ number }), ['number'], number);
    assert.deepEqual(await enter({ date: '2026-07-01' }), ['date']);
    assert.deepEqual(await enter({ receiver: units.communeAn }), ['receiver']);
    assert.deepEqual(await enter({ receiver: 'x' }), ['receiver']);
    assert.deepEqual(await enter({ about: 'mọi thứ' }), ['about']);
    assert.deepEqual(await enter({ round: newId() }), ['round']);
    const id = await given(tx);
    const row = sql`insert into secret_paper (id, number, paper_date, sender_id, receiver_id, entered_by, entered_at, scheme_code)`;
    const rest = sql`'2026-06-10', ${units.communeAn}, ${units.department}, ${people.officerOfAn.personId}, now()`;
    for (const [past, why] of [
      [sql`${row} values (${newId()}, 'đã đạt 80%', ${rest}, null)`, /secret_paper_number_shape/],
      [sql`${row} values (${newId()}, '12/BC', ${rest}, ${schemes.open})`, /secret_paper/],
      [sql`update secret_paper set number = '13/BC' where id = ${id}`, /permission denied/],
      [sql`delete from secret_paper where id = ${id}`, /permission denied/],
    ] as const) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(past.execute(tx), why);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  }));

test('only the sender’s office enters, only the receiver’s says that it came, once, not before it was written', () =>
  inWorld(async (tx) => {
    for (const by of [people.officerOfBinh, people.appraiser, people.nobody])
      assert.equal(
        kindOf(await enterPaper(contextFor(tx, by), { id: newId(), typed: await typedBy(tx) })),
        'not_allowed',
      );
    const id = await given(tx);
    const receive = (by: Person, receivedOn: string) => receivePaper(contextFor(tx, by), { id, typed: { receivedOn } });
    assert.equal(kindOf(await receive(people.officerOfAn, '2026-06-11')), 'not_allowed');
    assert.equal(kindOf(await receive(people.officerOfBinh, '2026-06-11')), 'not_there');
    assert.deepEqual(fieldsOf(await receive(people.officerOfDepartment, '2026-06-09')), ['receivedOn']);
    assert.deepEqual(fieldsOf(await receive(people.officerOfDepartment, '2026-06-16')), ['receivedOn']);
    assert.equal((await papersToReceive(tx, people.officerOfDepartment, [units.department])).length, 1);
    expectOk(await receive(people.officerOfDepartment, '2026-06-11'));
    expectOk(await receive(people.officerOfDepartment, '2026-06-11'));
    assert.equal(kindOf(await receive(people.appraiser, '2026-06-12')), 'already_received');
    assert.equal((await papersToReceive(tx, people.officerOfDepartment, [units.department])).length, 0);
  }));

test('a wrong line stays and is put right by another, once, by its sender', () =>
  inWorld(async (tx) => {
    const id = await given(tx);
    const correct = async (by: Person, more = {}) =>
      enterPaper(contextFor(tx, by), {
        id: newId(),
        typed: await typedBy(tx, { number: '14/BC-UBND', ...more }),
        correctsId: id,
      });
    assert.equal(kindOf(await correct(people.officerOfBinh, { sender: units.communeBinh })), 'not_there');
    expectOk(await correct(people.headOfAn));
    assert.equal(kindOf(await correct(people.headOfAn)), 'already_corrected');
    const { rows } = await listPapers(tx, people.officerOfAn, {});
    const isCorrected = Object.fromEntries(rows.map((row) => [row.number, row.isCorrected]));
    assert.deepEqual(isCorrected, { '12/BC-UBND': true, '14/BC-UBND': false });
    const late = await receivePaper(contextFor(tx, people.officerOfDepartment), {
      id,
      typed: { receivedOn: '2026-06-11' },
    });
    assert.equal(kindOf(late), 'already_corrected');
  }));

const seen: readonly (readonly [string, Actor, readonly string[]])[] = [
  ['a stranger', stranger, []],
  ['a person without a role', people.nobody, []],
  ['the sender', people.officerOfAn, ['an']],
  ['another commune', people.headOfBinh, ['binh']],
  ['the lead body of the scheme, which also receives', people.officerOfDepartment, ['an', 'binh']],
  ['the appraiser', people.appraiser, ['an', 'binh']],
  ['the auditor', people.auditor, ['an', 'binh']],
  ['the administrator', people.administrator, []],
  ['a token of the API', { ...people.appraiser, scopes: ['actuals:read'] }, []],
];
for (const [who, actor, expected] of seen)
  test(`${who} sees exactly the papers that are theirs`, () =>
    inWorld(async (tx) => {
      const ids = new Map([
        [await given(tx), 'an'],
        [await given(tx, people.officerOfBinh, { sender: units.communeBinh }), 'binh'],
      ]);
      const { rows, total } = await listPapers(tx, actor, {});
      assert.deepEqual(rows.map(({ id }) => ids.get(id) ?? id).toSorted(), expected);
      assert.equal(total, expected.length);
    }));

test('the record says that a line was added, and nothing that it holds', () =>
  inWorld(async (tx) => {
    const id = await given(tx);
    const entries = await tx.selectFrom('record_entry').selectAll().where('subject_id', '=', id).execute();
    assert.equal(entries.length, 1);
    assert.ok(!JSON.stringify(entries).includes('12/BC'));
  }));

test('a paper may be about a movement handled off the system; a unit of a secret scheme finds its duty in a round', () =>
  inWorld(async (tx) => {
    const subjects = await secretSubjects(tx, people.officerOfAn);
    assert.ok(subjects.some(({ movementId }) => movementId === movements.secret));
    assert.equal((await secretSubjects(tx, stranger)).filter(({ movementId }) => movementId !== null).length, 0);
    await given(tx, people.officerOfAn, { about: movements.secret });
    const asked = { roundId: newId(), unitId: units.department };
    const duties = await secretDuties(tx, people.officerOfDepartment, asked);
    assert.deepEqual(duties, [{ code: schemes.secret, papers: [] }]);
    assert.deepEqual(await secretDuties(tx, people.officerOfAn, { ...asked, unitId: units.communeAn }), []);
  }));

test('the words come from the database, anew each minute', () =>
  inWorld(async (tx) => {
    let now = 0;
    const finder = secretFinderOf(tx, () => now);
    const number = Number(schemes.secret.split('-')[1]);
    assert.equal((await finder())(`Đề án số ${number}`), schemes.secret);
    await sql`update scheme set is_secret = false`.execute(tx);
    assert.equal((await finder())(`Đề án số ${number}`), schemes.secret);
    now = 61_000;
    assert.equal((await finder())(`Đề án số ${number}`), undefined);
  }));
