import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, launched, move, seatsOf, typed } from '../../../tests/movements.ts';
import { contextFor, insertWorld, people, recorded, system, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { createUnit, dissolveUnit, reviveUnit } from '../organisation/units.server.ts';
import { movementDetail } from './detail.server.ts';
import { changeMovement, enterMovement } from './drafting.server.ts';
import { followUnits } from './following.server.ts';
import { listMovements } from './list.server.ts';
import { attachPaper, detachPaper } from './papers.server.ts';
import { receiveMovement } from './receiving.server.ts';
import { secretMovementName } from './text.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const follow = async (tx: Transaction<DB>) => expectOk(await followUnits(contextFor(tx, system)));
const standing = async (tx: Transaction<DB>, id: string) =>
  (await seatsOf(tx, id)).map(({ code, receivedAs, isLater, isGone }) =>
    [code, isLater && 'later', isGone && 'gone', receivedAs && `as ${receivedAs}`].filter(Boolean).join(' '),
  );
const ward = { code: 'mau-moi', name: 'Phường Mẫu Mới', shortName: 'Mẫu Mới', communeType: 'phuong' as const };
const newWard = (more: object = {}) => ({
  ...ward,
  kind: 'commune' as const,
  officialCode: null,
  parentId: units.province,
  validFrom: today,
  basis: null,
  ...more,
});
const found = async (tx: Transaction<DB>, more: object = {}) =>
  expectOk(await createUnit(contextFor(tx, people.administrator), newWard(more))).id;
const end = async (tx: Transaction<DB>, unitId: string, ...successorIds: readonly string[]) => {
  const ending = { unitId, version: 1, on: today, successorIds, basis: null };
  expectOk(await dissolveUnit(contextFor(tx, people.administrator), ending));
};
const receive = async (tx: Transaction<DB>, id: string, who: 'An' | 'Bình') => {
  const [person, unitId] =
    who === 'An' ? [people.officerOfAn, units.communeAn] : [people.officerOfBinh, units.communeBinh];
  expectOk(await receiveMovement(contextFor(tx, person), { id, unitId }));
};

test('a unit of the kinds that comes to be later joins once, as joined later; other kinds and closed movements do not change', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    const closed = await launched(tx);
    expectOk(await move(tx, people.appraiser, closed, 2, 'close', { reason: 'Xong sớm' }));
    await found(tx);
    await found(tx, { code: 'so-moi', kind: 'department', communeType: null });
    assert.equal(await follow(tx), 1);
    assert.equal(await follow(tx), 0);
    assert.deepEqual(await standing(tx, id), ['mau-an', 'mau-binh', 'mau-chi', 'mau-moi later']);
    assert.deepEqual(await standing(tx, closed), ['mau-an', 'mau-binh', 'mau-chi']);
    const entries = (await recorded(tx)).filter(({ kind }) => kind === 'movement.followed');
    assert.deepEqual(entries, [{ kind: 'movement.followed', subject: id, by: null }]);
  }));

test('the organisation asks for it: a new unit, an ended one, a file of units, members of a block', () =>
  inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    expectOk(await createUnit(context, newWard()));
    assert.deepEqual(
      context.sent.map(({ kind }) => kind),
      ['movement.follow'],
    );
  }));

test('two that had received go into one: it has received as the one that did so last, and both stay to be read', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    await receive(tx, id, 'An');
    await receive(tx, id, 'Bình');
    const successor = await found(tx);
    await end(tx, units.village);
    await end(tx, units.communeAn, successor);
    await end(tx, units.communeBinh, successor);
    await follow(tx);
    assert.deepEqual(await standing(tx, id), ['mau-an gone', 'mau-binh gone', 'mau-chi', 'mau-moi later as mau-an']);
    const detail = await movementDetail(tx, people.nobody, id);
    assert.deepEqual([detail?.movement.inScope, detail?.movement.received], [2, 1]);
    assert.deepEqual(
      detail?.former.map(({ code, receivedAt, successors }) => [code, receivedAt !== null, successors]),
      [
        ['mau-an', true, ['Phường Mẫu Mới']],
        ['mau-binh', true, ['Phường Mẫu Mới']],
      ],
    );
  }));

test('where one of them had not received, the successor is asked to', () =>
  inWorld(async (tx) => {
    const id = await launched(tx);
    await receive(tx, id, 'An');
    const successor = await found(tx);
    await end(tx, units.village);
    await end(tx, units.communeAn, successor);
    await end(tx, units.communeBinh, successor);
    await follow(tx);
    const seat = (await seatsOf(tx, id)).find(({ code }) => code === 'mau-moi');
    assert.deepEqual([seat?.receivedBy, seat?.receivedAs], [null, null]);
  }));

test('who took over a unit that was chosen alone stands in its place, whatever its kind, and leaves when that was a mistake', () =>
  inWorld(async (tx) => {
    const chosen = typed({ scope: [], scopeUnits: [units.communeBinh] });
    const id = await launched(tx, people.appraiser, { typed: chosen });
    assert.deepEqual(await standing(tx, id), ['mau-binh']);
    await receive(tx, id, 'Bình');
    await end(tx, units.communeBinh, units.wardChi);
    await follow(tx);
    assert.deepEqual(await standing(tx, id), ['mau-binh gone', 'mau-chi later as mau-binh']);
    const back = { unitId: units.communeBinh, version: 2, reason: 'Nhập nhầm' };
    expectOk(await reviveUnit(contextFor(tx, people.administrator), back));
    assert.equal(await follow(tx), 1);
    assert.deepEqual(await standing(tx, id), ['mau-binh', 'mau-chi later as mau-binh']);
  }));

test('a block of the year is a scope of its own', () =>
  inWorld(async (tx) => {
    const block = newId();
    await tx.insertInto('block').values({ id: block, code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }).execute();
    const seat = (unit_id: string, year: number) => ({ block_id: block, unit_id, year, part: 'member' });
    await tx
      .insertInto('block_member')
      .values([seat(units.communeAn, 2026), seat(units.communeBinh, 2025)])
      .execute();
    const id = await launched(tx, people.appraiser, { typed: typed({ scope: [], scopeBlocks: [block] }) });
    assert.deepEqual(await standing(tx, id), ['mau-an']);
    await tx.insertInto('block_member').values(seat(units.wardChi, 2026)).execute();
    await follow(tx);
    assert.deepEqual(await standing(tx, id), ['mau-an', 'mau-chi later']);
    const detail = await movementDetail(tx, people.nobody, id);
    assert.deepEqual(detail?.chosen, ['Cụm Mẫu']);
  }));

test('only what stands below may be chosen, and nobody but the product lets a scope follow', () =>
  inWorld(async (tx) => {
    const wrong = { unitId: units.communeAn, typed: typed({ scope: [], scopeUnits: [units.communeBinh] }) };
    const refused = await enterMovement(contextFor(tx, people.headOfAn), { id: newId(), parentId: null, ...wrong });
    assert.deepEqual(!refused.ok && refused.refusal, {
      kind: 'movement_wrong',
      problems: [{ field: 'scopeUnits', problem: { kind: 'not_below' } }],
    });
    const person = await followUnits(contextFor(tx, people.administrator));
    assert.deepEqual(!person.ok && person.refusal, { kind: 'not_allowed', deed: 'movement.follow', by: [] });
  }));

test('a draft that is marked as such loses its words, and the record does not say them again; with papers it is refused', () =>
  inWorld(async (tx) => {
    const id = await given(tx);
    const context = contextFor(tx, people.appraiser);
    const marked = typed({ name: '', aim: '', goals: '', secret: 'on' });
    const file = { hash: 'a'.repeat(64), name: 'van-ban.pdf', size: 9, mediaType: 'application/pdf' } as KeptFile;
    const paper = newId();
    expectOk(await attachPaper(context, { id: paper, movementId: id, file }));
    const refused = await changeMovement(context, { id, version: 1, typed: marked });
    assert.deepEqual(!refused.ok && refused.refusal, {
      kind: 'movement_wrong',
      problems: [{ field: 'secret', problem: { kind: 'secret_has_papers' } }],
    });
    expectOk(await detachPaper(context, { id: paper, movementId: id }));
    expectOk(await changeMovement(context, { id, version: 1, typed: marked }));
    const detail = await movementDetail(tx, people.appraiser, id);
    assert.deepEqual([detail?.movement.name, detail?.movement.aim, detail?.lines], [secretMovementName, '', []]);
    const { before } = await tx
      .selectFrom('record_entry')
      .select('before')
      .where('kind', '=', 'movement.changed')
      .executeTakeFirstOrThrow();
    assert.deepEqual(before, { isSecret: false });
    const hang = sql`insert into attachment (id, hash, name, subject_kind, subject_id, unit_id, attached_by, attached_at)
      values (${newId()}, ${file.hash}, 'x', 'movement', ${id}, ${units.province}, ${people.appraiser.personId}, now())`;
    await assert.rejects(hang.execute(tx), /secret_movement/);
  }));

test('one handled off the system keeps number, day and receipts, and nothing else, for the command and the database', () =>
  inWorld(async (tx) => {
    const blank = { name: '', aim: '', goals: '', secret: 'on' };
    const id = await launched(tx, people.appraiser, { typed: typed(blank) });
    await receive(tx, id, 'An');
    const detail = await movementDetail(tx, people.officerOfAn, id);
    assert.deepEqual([detail?.movement.aim, detail?.lines, detail?.movement.received], ['', [], 1]);
    assert.equal(await movementDetail(tx, people.nobody, id), undefined);
    const reviewed = await move(tx, people.appraiser, id, 2, 'review', {
      reviewKind: 'yearly',
      heldOn: today,
      conclusion: 'x',
    });
    assert.deepEqual(!reviewed.ok && reviewed.refusal, { kind: 'secret_movement' });
    const told = await move(tx, people.appraiser, id, 2, 'close', { reason: 'Vì sao' });
    assert.deepEqual(!told.ok && told.refusal, { kind: 'secret_movement' });
    const token = { ...people.officerOfAn, scopes: ['movements:read'] as const };
    assert.equal((await listMovements(tx, token, {})).total, 0);
    const file = { hash: 'a'.repeat(64), name: 'van-ban.pdf', size: 9, mediaType: 'application/pdf' } as KeptFile;
    const hung = await attachPaper(contextFor(tx, people.appraiser), { id: newId(), movementId: id, file });
    assert.deepEqual(!hung.ok && hung.refusal, { kind: 'secret_movement' });
    expectOk(await move(tx, people.appraiser, id, 2, 'close'));
    const said = { movement_id: id, kind: 'goal', position: 0, wording: 'x' };
    await assert.rejects(tx.insertInto('movement_line').values(said).execute(), /secret_movement|không được sửa/);
  }));
