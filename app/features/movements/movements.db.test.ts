import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { freshDatabase, inRollback } from '../../../tests/database.ts';
import { draft, given, launched, move, ofAn, paper, seatsOf, typed } from '../../../tests/movements.ts';
import { contextFor, insertWorld, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { movementDetail } from './detail.server.ts';
import { changeMovement, enterMovement } from './drafting.server.ts';
import { dutiesAtDeskOf } from '../urging/gather.server.ts';
import { launchingUnits, listMovements, ownDrafts } from './list.server.ts';
import { moveMovement } from './moving.server.ts';
import { receiveMovement } from './receiving.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const receive = (tx: Transaction<DB>, by: Person, id: string, unitId: string) =>
  receiveMovement(contextFor(tx, by), { id, unitId });

test('a movement is drafted, launched by its paper to every unit of its kinds, and all of it is recorded', () =>
  inWorld(async (tx) => {
    const id = await given(tx);
    assert.deepEqual((await listMovements(tx, people.nobody, {})).total, 0);
    const context = contextFor(tx, people.appraiser);
    expectOk(await moveMovement(context, { id, version: 1, move: 'launch', typed: paper }));
    assert.deepEqual(
      context.sent.map(({ kind }) => kind),
      ['message.follow'],
    );
    const detail = await movementDetail(tx, people.nobody, id);
    assert.deepEqual(
      (await seatsOf(tx, id)).map(({ code, receivedBy }) => [code, receivedBy]),
      [
        ['mau-an', null],
        ['mau-binh', null],
        ['mau-chi', null],
      ],
    );
    assert.deepEqual(detail?.content.goals, ['Làm 5 km', 'Không để ai bị thương']);
    assert.deepEqual(
      [detail?.movement.documentNumber, detail?.movement.documentDate, detail?.movement.stage],
      ['12/KH-UBND', '2026-06-10', 'launched'],
    );
    assert.deepEqual(
      (await recorded(tx)).map(({ kind, by }) => [kind, by]),
      [
        ['movement.entered', people.appraiser.personId],
        ['movement.launched', people.appraiser.personId],
      ],
    );
  }));

test('the same request twice is one movement; with other words it is refused', () =>
  inWorld(async (tx) => {
    const one = draft();
    const context = contextFor(tx, people.appraiser);
    expectOk(await enterMovement(context, one));
    assert.deepEqual(expectOk(await enterMovement(context, one)), { id: one.id, version: 1 });
    const other = await enterMovement(context, { ...one, typed: typed({ name: 'Thi đua khác' }) });
    assert.deepEqual(refusalOf(other), { kind: 'lost_race', current: 1 });
  }));

test('a unit drafts for itself; the appraising body only for the province', () =>
  inWorld(async (tx) => {
    await given(tx, people.officerOfAn, ofAn);
    await given(tx, people.headOfAn, ofAn);
    await given(tx, people.decidingAuthority);
    for (const person of [people.officerOfBinh, people.appraiser, people.nobody, people.administrator]) {
      const refused = await enterMovement(contextFor(tx, person), draft(ofAn));
      assert.equal((refusalOf(refused) as { kind: string } | null)?.kind, 'not_yours');
    }
    const nowhere = await enterMovement(contextFor(tx, people.appraiser), draft({ unitId: newId() }));
    assert.deepEqual(refusalOf(nowhere), { kind: 'not_there' });
  }));

test('an officer prepares, the head launches, and not without the number and the day of the paper', () =>
  inWorld(async (tx) => {
    const id = await given(tx, people.officerOfAn, ofAn);
    const officer = await move(tx, people.officerOfAn, id, 1, 'launch', paper);
    const by = ['head', 'deciding_authority', 'appraiser'];
    assert.deepEqual(refusalOf(officer), { kind: 'not_yours', move: 'launch', by });
    const bare = await move(tx, people.headOfAn, id, 1, 'launch', { date: '2026-06-16' });
    assert.deepEqual(refusalOf(bare), {
      kind: 'movement_wrong',
      problems: [
        { field: 'number', problem: { kind: 'missing' } },
        { field: 'date', problem: { kind: 'in_future', today } },
      ],
    });
    expectOk(await move(tx, people.headOfAn, id, 1, 'launch', paper));
    const again = await move(tx, people.headOfAn, id, 2, 'launch', paper);
    assert.deepEqual(refusalOf(again), { kind: 'wrong_stage', stage: 'launched', move: 'launch' });
  }));

test('a draft is changed by version; once launched its content stays, for the command and for the database', () =>
  inWorld(async (tx) => {
    const id = await given(tx);
    const context = contextFor(tx, people.appraiser);
    const change = (version: number, name: string) =>
      changeMovement(context, { id, version, typed: typed({ name, criteria: 'Một\nHai' }) });
    expectOk(await change(1, 'Tên hai'));
    assert.deepEqual(refusalOf(await change(1, 'Tên ba')), { kind: 'lost_race', current: 2 });
    const detail = await movementDetail(tx, people.appraiser, id);
    assert.deepEqual([detail?.content.name, detail?.content.criteria], ['Tên hai', ['Một', 'Hai']]);
    assert.equal(detail?.wouldReach.length, 3);
    expectOk(await move(tx, people.appraiser, id, 2, 'launch', paper));
    const late = await change(3, 'Tên bốn');
    assert.deepEqual(refusalOf(late), { kind: 'wrong_stage', stage: 'launched', move: 'change' });
    for (const past of [
      sql`update movement set name = 'Tên khác' where id = ${id}`,
      sql`update movement set document_number = '13' where id = ${id}`,
      sql`delete from movement_line where movement_id = ${id}`,
    ]) {
      await sql`savepoint before`.execute(tx);
      await assert.rejects(past.execute(tx), /không được sửa nội dung/);
      await sql`rollback to savepoint before`.execute(tx);
    }
  }));

test('each unit of the scope receives for itself, once, while it runs', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    expectOk(await receive(tx, people.officerOfAn, id, units.communeAn));
    expectOk(await receive(tx, people.headOfAn, id, units.communeAn));
    const other = await receive(tx, people.officerOfAn, id, units.communeBinh);
    assert.deepEqual(refusalOf(other), { kind: 'not_allowed', deed: 'movement.receive', by: ['officer', 'head'] });
    const outside = await receive(tx, people.officerOfDepartment, id, units.department);
    assert.deepEqual(refusalOf(outside), { kind: 'not_there' });
    const seats = (await seatsOf(tx, id)).filter(({ receivedBy }) => receivedBy !== null);
    assert.deepEqual(
      seats.map(({ code, receivedBy }) => [code, receivedBy]),
      [['mau-an', people.officerOfAn.name]],
    );
    const entries = (await recorded(tx)).filter(({ kind }) => kind === 'movement.received');
    assert.equal(entries.length, 1);
    expectOk(await move(tx, people.appraiser, id, 2, 'close', { reason: 'Xong sớm' }));
    const late = await receive(tx, people.headOfBinh, id, units.communeBinh);
    assert.deepEqual(refusalOf(late), { kind: 'not_running', stage: 'closed' });
  }));

test('a unit carries on what it has received, within its days, and it hangs under it', () =>
  inWorld(async (tx) => {
    const parentId = await launched(tx);
    const child = { ...ofAn, parentId, typed: typed({ scope: ['village'], last: '2026-12-31' }) };
    const by = contextFor(tx, people.officerOfAn);
    const early = await enterMovement(by, draft(child));
    assert.deepEqual(refusalOf(early), { kind: 'not_received', parentId });
    expectOk(await receive(tx, people.officerOfAn, parentId, units.communeAn));
    const outside = { kind: 'outside_parent', first: '2026-06-01', last: '2026-08-30' };
    assert.deepEqual(refusalOf(await enterMovement(by, draft(child))), {
      kind: 'movement_wrong',
      problems: [{ field: 'last', problem: outside }],
    });
    const id = await given(tx, people.officerOfAn, { ...child, typed: typed({ scope: ['village'] }) });
    assert.deepEqual((await movementDetail(tx, people.nobody, parentId))?.below, []);
    expectOk(await move(tx, people.headOfAn, id, 1, 'launch', paper));
    const seen = await movementDetail(tx, people.nobody, parentId);
    assert.deepEqual(
      seen?.below.map(({ item }) => [item.id, item.unitName]),
      [[id, 'Xã Mẫu An']],
    );
    const below = await movementDetail(tx, people.nobody, id);
    const codes = (await seatsOf(tx, id)).map(({ code }) => code);
    assert.deepEqual([below?.parent?.id, codes], [parentId, ['thon-mau']]);
  }));

test('it is reviewed while it runs, closed early only with a reason, then concluded once', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    const review = { reviewKind: 'mid_term', heldOn: today, conclusion: 'Đạt một nửa' };
    const outsider = await move(tx, people.headOfAn, id, 2, 'review', review);
    assert.equal((refusalOf(outsider) as { kind: string } | null)?.kind, 'not_yours');
    expectOk(await move(tx, people.appraiser, id, 2, 'review', review));
    const early = await move(tx, people.appraiser, id, 3, 'close');
    assert.deepEqual(refusalOf(early), { kind: 'needs', move: 'close', need: 'reason' });
    const skipped = await move(tx, people.appraiser, id, 3, 'conclude', review);
    assert.deepEqual(refusalOf(skipped), { kind: 'wrong_stage', stage: 'launched', move: 'conclude' });
    expectOk(await move(tx, people.appraiser, id, 3, 'close', { reason: 'Xong sớm' }));
    const outcome = { heldOn: today, conclusion: 'Hoàn thành', paper: '30/BC-UBND' };
    expectOk(await move(tx, people.appraiser, id, 4, 'conclude', outcome));
    const detail = await movementDetail(tx, people.nobody, id);
    assert.deepEqual(
      detail?.reviews.map(({ kind, conclusion, number }) => [kind, conclusion, number]),
      [
        ['mid_term', 'Đạt một nửa', null],
        ['final', 'Hoàn thành', '30/BC-UBND'],
      ],
    );
    assert.deepEqual([detail?.movement.stage, detail?.movement.closeReason], ['concluded', 'Xong sớm']);
    await assert.rejects(
      sql`update movement_review set conclusion = 'x' where movement_id = ${id}`.execute(tx),
      /permission denied|append_only/,
    );
  }));

test('what waits for a person: own units that have not received, and own drafts', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    const own = await given(tx, people.officerOfAn, ofAn);
    const waiting = async (person: Person) =>
      (await dutiesAtDeskOf(tx, person, { today }))
        .filter(({ kind, about }) => kind === 'receipt' && about !== '')
        .map(({ unit }) => unit.name);
    assert.deepEqual(await waiting(people.headOfAn), ['Xã Mẫu An']);
    assert.deepEqual(await waiting(people.appraiser), []);
    assert.deepEqual(await waiting(people.officerOfDepartment), []);
    const drafts = async (person: Person) => (await ownDrafts(tx, person)).map((each) => each.id);
    assert.deepEqual([await drafts(people.headOfAn), await drafts(people.headOfBinh)], [[own], []]);
    const listed = (await listMovements(tx, people.headOfAn, {})).rows;
    assert.deepEqual(
      listed.map((row) => [row.id, row.isWaiting]),
      [
        [id, true],
        [own, false],
      ],
    );
    expectOk(await receive(tx, people.officerOfAn, id, units.communeAn));
    assert.deepEqual(await waiting(people.headOfAn), []);
  }));

test('the list narrows by year, form, stage and unit', () =>
  inWorld(async (tx) => {
    const themed = await launched(tx);
    const regular = await given(tx, people.officerOfAn, {
      ...ofAn,
      typed: typed({ kind: 'regular', scope: [], first: '2027-01-01', last: '2028-12-31' }),
    });
    const ids = async (query: Parameters<typeof listMovements>[2]) =>
      (await listMovements(tx, people.officerOfAn, query)).rows.map(({ id }) => id);
    assert.deepEqual(await ids({ year: 2026 }), [themed]);
    assert.deepEqual(await ids({ year: 2028 }), [regular]);
    assert.deepEqual(await ids({ kind: 'regular' }), [regular]);
    assert.deepEqual(await ids({ stage: 'launched' }), [themed]);
    assert.deepEqual(await ids({ unitCode: 'mau-an' }), [regular]);
    const names = (await launchingUnits(tx, people.officerOfAn)).map(({ code }) => code);
    assert.deepEqual(names.toSorted(), ['mau-an', 'tinh-mau']);
  }));

test('of two who launch one movement at once, one does, and its scope is there once', async () => {
  const { db, drop } = await freshDatabase();
  const id = await db.transaction().execute(async (tx) => {
    await insertWorld(tx);
    return given(tx);
  });
  const launch = () =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('thidua.today', ${today}, true)`.execute(tx);
      const result = await move(tx, people.appraiser, id, 1, 'launch', paper);
      return result.ok ? 'done' : result.refusal.kind;
    });
  assert.deepEqual((await Promise.all([launch(), launch()])).toSorted(), ['done', 'wrong_stage']);
  const seats = await db.selectFrom('movement_unit').select('unit_id').execute();
  assert.equal(seats.length, 3);
  await drop();
});
