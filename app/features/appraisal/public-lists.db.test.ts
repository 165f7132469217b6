import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { concluded, givenAppraising, leaveOrder, order, seal } from '../../../tests/appraisal.ts';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { contextFor, people, system, today, units } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { runOpinionClock } from './clock.server.ts';
import { handleOpinion, opinionsOf, publicOpinionsFor } from './handling.server.ts';
import { leaveAppraisal } from './leaving.server.ts';
import { findList, listOn } from './list-case.server.ts';
import { changeList, closeList, withdrawList } from './lists.server.ts';
import { followOpinion, publicLists, sendOpinion } from './public.server.ts';
import { requestsOn } from './request-case.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { appraiser, officerOfAn, headOfAn, auditor, decidingAuthority, nobody } = people;
const { headOfDepartment, appraiserOfAn } = dossierPeople;
const later = (day: string) => new Date(`${day}T03:00:00Z`);
/** Ten working days after the frozen Monday, 15 June 2026, and the day after that. */
const [lastDay, dayAfter] = ['2026-06-29', '2026-06-30'];

/** Sent to the department of the system and to a body outside. */
async function givenConsulting(tx: Transaction<DB>, more: Parameters<typeof givenAppraising>[1] = {}) {
  const { id, nominees } = await givenAppraising(tx, more);
  for (const nominee of nominees) await concluded(tx, id, nominee);
  const typed = { 'don-vi-them-0': units.department, 'co-quan-1': 'Cơ quan thuế mẫu' };
  expectOk(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'consult', typed)));
  const asked = await requestsOn(tx, system, id);
  const idOf = (body: string) => asked.find((one) => one.body === body)?.id ?? '';
  return { id, nominees, inside: idOf('Sở Mẫu'), outside: idOf('Cơ quan thuế mẫu') };
}

const sent = async (tx: Transaction<DB>, listId: string, text = 'Tôi thấy việc này chưa đúng.', id = newId()) =>
  sendOpinion(contextFor(tx, stranger), seal, {
    listId,
    id,
    typed: { 'y-kien': text, 'ho-ten': 'Người Gửi Mẫu', 'lien-he': '0900 000 000' },
  });

test('an order is shown to the people at least ten working days; too early it is not closed, and nobody goes to the council before', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenConsulting(tx, { awardCode: order });
    const list = await listOn(tx, appraiser, id);
    assert.deepEqual([list?.openedOn, list?.closesOn, list?.items.length], [today, lastDay, 1]);
    const listId = list?.id ?? '';
    const on = { id: listId, version: 1, typed: {} };
    assert.deepEqual(refusalOf(await closeList(contextFor(tx, appraiser, later(lastDay)), on)), {
      kind: 'too_early',
      closesOn: lastDay,
    });
    assert.equal(kindOf(await closeList(contextFor(tx, headOfAn, later(dayAfter)), on)), 'not_there');
    assert.equal(kindOf(await closeList(contextFor(tx, auditor, later(dayAfter)), on)), 'not_yours');
    expectOk(await sent(tx, listId));
    const context = contextFor(tx, appraiser, later(dayAfter));
    await runOpinionClock(contextFor(tx, system, later(dayAfter)));
    assert.deepEqual(refusalOf(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council'))), {
      kind: 'appraisal_blocked',
      blocks: [
        { kind: 'list_open', closesOn: lastDay, mayClose: true },
        { kind: 'opinions_unhandled', count: 1 },
      ],
    });
    expectOk(await closeList(context, on));
    assert.equal(kindOf(await closeList(context, { ...on, version: 2 })), 'wrong_stage');
    const [opinion] = await opinionsOf(tx, appraiser, seal, listId);
    const handled = {
      id: listId,
      opinionId: opinion?.id ?? '',
      version: 1,
      typed: { outcome: 'passed_on', reason: 'Đơn mẫu' },
    };
    assert.deepEqual(refusalOf(await handleOpinion(context, handled)), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'passedTo', problem: { kind: 'missing' } }],
    });
    const settled = { ...handled, typed: { outcome: 'not_accepted', reason: 'Không có căn cứ.' } };
    assert.equal(kindOf(await handleOpinion(contextFor(tx, headOfAn), settled)), 'not_there');
    expectOk(await handleOpinion(context, settled));
    assert.deepEqual(refusalOf(await handleOpinion(context, settled)), { kind: 'lost_race', current: 2 });
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council')));
    const [told] = await publicOpinionsFor(tx, [id]);
    assert.deepEqual(
      [told?.shown, told?.counts.not_accepted, told?.settled.map(({ reason }) => reason)],
      [nominees.length, 1, ['Không có căn cứ.']],
    );
  });
});

test('what the people wrote is sealed, opened by whoever appraises alone, and the record names nobody', async () => {
  await inWorld(async (tx) => {
    const { id } = await givenConsulting(tx, { awardCode: order });
    const listId = (await listOn(tx, appraiser, id))?.id ?? '';
    expectOk(await sent(tx, listId, 'Điều tôi biết.'));
    const opened = await opinionsOf(tx, appraiser, seal, listId);
    assert.deepEqual(
      opened.map(({ text, sender }) => [text, sender]),
      [['Điều tôi biết.', { name: 'Người Gửi Mẫu', contact: '0900 000 000' }]],
    );
    for (const person of [headOfAn, officerOfAn, auditor, decidingAuthority, headOfDepartment, appraiserOfAn, nobody])
      assert.deepEqual(await opinionsOf(tx, person, seal, listId), [], person.name);
    assert.equal(await findList(tx, headOfAn, listId), undefined);
    assert.equal((await findList(tx, auditor, listId))?.opinions, 1);
    const { rows } = await sql<{ kept: string }>`
      select public_opinion::text as kept from public_opinion
      union all select record_entry::text from record_entry where kind like 'public_opinion%'`.execute(tx);
    const kept = JSON.stringify(rows);
    for (const word of ['Điều tôi', 'Người Gửi', '0900']) assert.equal(kept.includes(word), false, word);
    const entry = await tx
      .selectFrom('record_entry')
      .select(['actor_id', 'address'])
      .where('kind', '=', 'public_opinion.received')
      .executeTakeFirstOrThrow();
    assert.deepEqual(entry, { actor_id: null, address: null });
  });
});

test('an opinion sent twice is one with one receipt, by which alone it is followed; after the last day nobody sends', async () => {
  await inWorld(async (tx) => {
    const { id } = await givenConsulting(tx, { awardCode: order });
    const listId = (await listOn(tx, appraiser, id))?.id ?? '';
    const opinionId = newId();
    const { receipt } = expectOk(await sent(tx, listId, 'Một ý kiến.', opinionId));
    assert.deepEqual(expectOk(await sent(tx, listId, 'Một ý kiến.', opinionId)), { receipt });
    assert.equal(kindOf(await sent(tx, listId, 'Ý kiến khác dưới cùng mã.', opinionId)), 'not_there');
    assert.equal((await findList(tx, appraiser, listId))?.opinions, 1);
    const followed = await followOpinion(tx, seal, receipt.toLowerCase().replaceAll('-', ' '));
    assert.deepEqual([followed?.unitName, followed?.outcome], ['Tỉnh Mẫu', null]);
    assert.equal(await followOpinion(tx, seal, 'AAAA-AAAA-AAAA'), undefined);
    assert.deepEqual(refusalOf(await sent(tx, listId, ' ')), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'y-kien', problem: { kind: 'missing' } }],
    });
    assert.equal(kindOf(await sent(tx, newId())), 'not_there');
    await sql`select set_config('thidua.today', ${dayAfter}, true)`.execute(tx);
    assert.deepEqual(refusalOf(await sent(tx, listId, 'Muộn.')), { kind: 'list_closed', closesOn: lastDay });
  });
});

test('the public sees lists that are shown, names and words that were put there, and nothing of a dossier that went back', async () => {
  await inWorld(async (tx) => {
    const { id } = await givenConsulting(tx, { awardCode: order });
    await givenAppraising(tx, { names: ['Lê Văn Không Công Khai'] });
    const [list, ...more] = await publicLists(tx);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(list?.items[0] ?? {}).toSorted(), [
      'achievement',
      'awardCode',
      'closesOn',
      'itemId',
      'name',
      'position',
      'shownOn',
      'unitName',
    ]);
    assert.equal(JSON.stringify(list).includes('Không Công Khai'), false);
    await movedDossier(tx, id, 'return', appraiser);
    assert.deepEqual(await publicLists(tx), []);
    assert.equal(kindOf(await sent(tx, list?.id ?? '')), 'not_there');
    await movedDossier(tx, id, 'submit', headOfAn);
    await movedDossier(tx, id, 'receive', appraiser);
    const typed = { 'don-vi-them-0': units.department };
    const context = contextFor(tx, appraiser);
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'consult', typed)));
    const states = await tx.selectFrom('public_list').select('state').orderBy('opened_at').orderBy('id').execute();
    assert.deepEqual(states.map(({ state }) => state).toSorted(), ['open', 'withdrawn']);
  });
});

test('words put right are shown for the whole term anew; longer is longer, never shorter; each change keeps its reason', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenConsulting(tx, { awardCode: order });
    const listId = (await listOn(tx, appraiser, id))?.id ?? '';
    const at = contextFor(tx, appraiser, later('2026-06-22'));
    const on = { id: listId, version: 1, typed: { reason: 'Kéo dài', until: '2026-06-26' } };
    assert.deepEqual(refusalOf(await changeList(at, on)), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'until', problem: { kind: 'not_after', day: lastDay } }],
    });
    const field = `loi-${nominees[0] ?? ''}`;
    expectOk(await changeList(at, { ...on, typed: { reason: 'Sửa lỗi chữ', [field]: 'Thành tích viết lại.' } }));
    const list = await listOn(tx, appraiser, id);
    assert.deepEqual([list?.closesOn, list?.items[0]?.achievement], ['2026-07-06', 'Thành tích viết lại.']);
    assert.equal(kindOf(await withdrawList(at, { id: listId, version: 2, typed: {} })), 'needs');
    expectOk(await withdrawList(at, { id: listId, version: 2, typed: { reason: 'Công khai nhầm' } }));
    assert.deepEqual(await publicLists(tx), []);
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(
      sql`update public_list_change set reason = 'khác'`.execute(tx),
      /permission denied|append_only/,
    );
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});
