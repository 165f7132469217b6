import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { givenHolder, givenHonour } from '../../../../tests/honours.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { createSeal } from '../../../platform/seal.server.ts';
import type { MoveComplaint } from './handling.server.ts';
import { moveComplaint, registerComplaint, seeSender } from './handling.server.ts';
import { listComplaints } from './list.server.ts';
import { complaintsWaiting } from './waiting.server.ts';

type Tx = Transaction<DB>;
const inWorld = <Value>(body: (tx: Tx) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const seal = createSeal(randomBytes(32));
const typed = {
  kind: 'denunciation',
  about: 'Thành tích mẫu không đúng',
  content: 'Nội dung mẫu của đơn.',
  receivedOn: '2026-06-10',
  sender: 'Người Mẫu Gửi Đơn',
  contact: 'Thôn Mẫu',
};
const register = (tx: Tx, over: object = {}, who: Person = people.appraiser) =>
  registerComplaint(contextFor(tx, who), seal, {
    id: newId(),
    handlerId: units.province,
    honourId: null,
    typed,
    ...over,
  });
const one = async (tx: Tx, id: string, who: Person = people.appraiser) =>
  (await listComplaints(tx, who, { today: '2026-06-15', id })).rows[0];
const move = async (
  tx: Tx,
  id: string,
  order: Pick<MoveComplaint, 'move'> & Partial<MoveComplaint>,
  who: Person = people.appraiser,
) => moveComplaint(contextFor(tx, who), { id, version: (await one(tx, id))?.version ?? 0, ...order });

test('while a complaint about an award is open its holder has a matter being verified; answered, it ends', async () => {
  await inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const honourId = await givenHonour(tx, { holderId });
    const { id } = expectOk(await register(tx, { honourId }));
    const pending = () => tx.selectFrom('holder_pending').select(['kind', 'note', 'source', 'until']).execute();
    assert.deepEqual(await pending(), []);
    expectOk(await move(tx, id, { move: 'accept' }));
    const code = (await one(tx, id))?.code;
    const open = { kind: 'denunciation', note: '', source: `Đơn ${code} đang được giải quyết`, until: null };
    assert.deepEqual(await pending(), [open]);
    assert.equal(kindOf(await move(tx, id, { move: 'answer', reason: ' ' })), 'needs');
    expectOk(await move(tx, id, { move: 'answer', reason: 'Đã kết luận' }));
    assert.deepEqual(await pending(), [{ ...open, until: '2026-06-15' }]);
    assert.equal(kindOf(await move(tx, id, { move: 'withdraw', reason: 'x' })), 'wrong_stage');
  });
});

test('the sender is sealed in the row and in the record; opened for who has to write to them, and that is recorded', async () => {
  await inWorld(async (tx) => {
    const { id } = expectOk(await register(tx));
    const { rows } = await sql<{ all: string }>`
      select (select string_agg(row_to_json(c)::text, '') from complaint c)
        || (select string_agg(row_to_json(r)::text, '') from record_entry r) as "all"`.execute(tx);
    assert.doesNotMatch(rows[0]?.all ?? '', /Gửi Đơn/);
    assert.doesNotMatch(rows[0]?.all.split('record_entry')[1] ?? '', /Nội dung mẫu/);
    const seen = expectOk(await seeSender(contextFor(tx, people.appraiser), seal, id));
    assert.deepEqual(seen, { name: 'Người Mẫu Gửi Đơn', contact: 'Thôn Mẫu' });
    assert.equal(kindOf(await seeSender(contextFor(tx, people.auditor), seal, id)), 'not_allowed');
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['complaint.registered', 'complaint.sender_seen'],
    );
  });
});

test('whom it is about never learns of it, nor do neighbours, officers or those who hold nothing', async () => {
  await inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const honourId = await givenHonour(tx, { holderId });
    await tx.updateTable('holder').set({ person_id: people.headOfAn.personId }).where('id', '=', holderId).execute();
    const an = { handlerId: units.communeAn };
    const { id: own } = expectOk(await register(tx, an, people.headOfAn));
    const { id: about } = expectOk(await register(tx, { ...an, honourId }));
    const seen = async (who: Person) =>
      (await listComplaints(tx, who, { today: '2026-06-15' })).rows.map(({ id }) => id);
    assert.deepEqual(await seen(people.headOfAn), [own]);
    for (const who of [people.appraiser, people.decidingAuthority])
      assert.deepEqual((await seen(who)).toSorted(), [own, about].toSorted());
    for (const who of [people.headOfBinh, people.officerOfAn, people.nobody, people.administrator])
      assert.deepEqual(await seen(who), []);
    const moved = moveComplaint(contextFor(tx, people.headOfAn), { id: about, version: 1, move: 'accept' });
    assert.equal(kindOf(await moved), 'not_there');
  });
});

test('registered twice from one form is one; wrong fields are named; a stale page is a lost race', async () => {
  await inWorld(async (tx) => {
    const id = newId();
    expectOk(await register(tx, { id }));
    expectOk(await register(tx, { id }));
    const wrong = await register(tx, { typed: { ...typed, kind: '', content: ' ', receivedOn: '2026-06-16' } });
    assert.deepEqual(refusalOf(wrong), {
      kind: 'complaint_wrong',
      problems: [
        { field: 'kind', problem: 'missing' },
        { field: 'content', problem: 'missing' },
        { field: 'receivedOn', problem: 'in_future' },
      ],
    });
    assert.equal(kindOf(await register(tx, {}, people.officerOfAn)), 'not_allowed');
    assert.equal(kindOf(await register(tx, { honourId: newId() })), 'not_there');
    expectOk(await move(tx, id, { move: 'accept' }));
    assert.equal(kindOf(await move(tx, id, { move: 'answer', reason: 'x', version: 1 })), 'lost_race');
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update complaint set content = 'x' where id = ${id}`.execute(tx), /không được sửa/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('a step has a day only where the province has set how many days it takes', async () => {
  await inWorld(async (tx) => {
    const { id } = expectOk(await register(tx, { typed: { ...typed, receivedOn: '2026-06-01' } }));
    assert.deepEqual([(await one(tx, id))?.dueOn, (await one(tx, id))?.isLate], [null, false]);
    const setting = { key: 'complaint_accept_days', value: '5', version: 1, updated_at: new Date('2026-06-01') };
    await tx.insertInto('setting').values(setting).execute();
    assert.deepEqual([(await one(tx, id))?.dueOn, (await one(tx, id))?.isLate], ['2026-06-08', true]);
    expectOk(await move(tx, id, { move: 'accept' }));
    assert.equal((await one(tx, id))?.dueOn, null);
  });
});

test('an open one waits for those at the body that handles it, by its step, and never for whom it is about', async () => {
  await inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const honourId = await givenHonour(tx, { holderId });
    await tx.updateTable('holder').set({ person_id: people.headOfAn.personId }).where('id', '=', holderId).execute();
    const an = { handlerId: units.communeAn };
    const { id: own } = expectOk(await register(tx, an));
    const { id: about } = expectOk(await register(tx, { ...an, honourId }));
    const { id: above } = expectOk(await register(tx));
    const waiting = async (who: Person) => {
      const { toAccept, toAnswer } = await complaintsWaiting(tx, who, '2026-06-15');
      return [toAccept.map(({ id }) => id), toAnswer.map(({ id }) => id)];
    };
    assert.deepEqual(await waiting(people.headOfAn), [[own], []]);
    assert.deepEqual(await waiting(people.appraiser), [[above], []]);
    for (const who of [people.headOfBinh, people.officerOfAn, people.auditor, people.nobody])
      assert.deepEqual(await waiting(who), [[], []]);
    expectOk(await move(tx, own, { move: 'accept' }));
    assert.deepEqual(await waiting(people.headOfAn), [[], [own]]);
    expectOk(await move(tx, own, { move: 'answer', reason: 'Đã trả lời' }));
    assert.deepEqual(await waiting(people.headOfAn), [[], []]);
    assert.ok(about);
  });
});
