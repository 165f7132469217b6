/** A list that is shown is put right: whoever is added has a term of their own, the others keep theirs, and nothing goes on before all are over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { concluded, givenAppraising, leaveOrder, order, seal } from '../../../tests/appraisal.ts';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, insertDossierWorld, movedDossier } from '../../../tests/dossiers.ts';
import { contextFor, people, recorded, today } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { addToList, takeOffList } from './amending.server.ts';
import { publicOpinionsFor } from './handling.server.ts';
import { leaveAppraisal } from './leaving.server.ts';
import { findList, listOn } from './list-case.server.ts';
import { changesOfList } from './list-changes.server.ts';
import { changeList, closeList } from './lists.server.ts';
import { publicOpinionText } from './papers.text.ts';
import { publicLists, sendOpinion } from './public.server.ts';
import type { TypedFields } from './typed.ts';

const { appraiser, headOfAn, auditor, decidingAuthority } = people;
const later = (day: string) => new Date(`${day}T03:00:00Z`);
/** Ten working days after Monday, 15 June 2026, and after Monday, 22 June. */
const [first, second] = ['2026-06-29', '2026-07-06'];
const names = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Lê Văn Mẫu'];
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;

/** Three that must be shown, on a list that was opened today. */
async function inConsulting(
  body: (tx: Transaction<DB>, given: { id: string; listId: string; of: (name: string) => string }) => Promise<void>,
): Promise<void> {
  await inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const { id, nominees } = await givenAppraising(tx, { awardCode: order, names });
    for (const nominee of nominees) await concluded(tx, id, nominee);
    const typed = { 'don-vi-them-0': '', 'cong-khai': 'co' };
    expectOk(await leaveAppraisal(contextFor(tx, appraiser), await leaveOrder(tx, id, 'consult', typed)));
    const list = await listOn(tx, appraiser, id);
    const of = (name: string) => list?.items.find((item) => item.name === name)?.nomineeId ?? '';
    await body(tx, { id, listId: list?.id ?? '', of });
  });
}
const at = (tx: Transaction<DB>, day: string, by = appraiser) => contextFor(tx, by, later(day));
const on = async (tx: Transaction<DB>, id: string, typed: TypedFields) => ({
  id,
  version: (await findList(tx, appraiser, id))?.version ?? 0,
  typed,
});
const days = async (tx: Transaction<DB>, id: string) => {
  const list = await findList(tx, appraiser, id);
  return [list?.closesOn, ...(list?.items ?? []).map(({ name, shownOn, closesOn }) => [name, shownOn, closesOn])];
};

test('whoever is added is shown ten working days of their own; the others keep theirs, and the list waits for the last', () =>
  inConsulting(async (tx, { id, listId, of }) => {
    const [one, two, third] = names as [string, string, string];
    const nominee = of(third);
    expectOk(await takeOffList(at(tx, today), await on(tx, listId, { 'doi-tuong': nominee, reason: 'Chờ xác minh' })));
    assert.deepEqual(await days(tx, listId), [first, [one, today, first], [two, today, first]]);
    assert.equal(JSON.stringify(await publicLists(tx)).includes(third), false);
    const blocked = await leaveAppraisal(at(tx, '2026-06-30'), await leaveOrder(tx, id, 'to_council'));
    assert.deepEqual(refusalOf(blocked), {
      kind: 'appraisal_blocked',
      blocks: [
        { kind: 'list_missing', names: [third] },
        { kind: 'list_open', closesOn: first, mayClose: true },
      ],
    });
    const add = { 'doi-tuong': nominee, loi: 'Việc mẫu.', reason: 'Đã xác minh xong' };
    const order = await on(tx, listId, add);
    assert.deepEqual(refusalOf(await addToList(at(tx, '2026-06-22'), { ...order, typed: { ...add, until: first } })), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'until', problem: { kind: 'not_after', day: second } }],
    });
    expectOk(await addToList(at(tx, '2026-06-22'), order));
    const shown = [second, [one, today, first], [two, today, first], [third, '2026-06-22', second]];
    assert.deepEqual(await days(tx, listId), shown);
    const [page] = await publicLists(tx, listId);
    assert.deepEqual(
      page?.items.map(({ name, shownOn, closesOn }) => [name, shownOn, closesOn]),
      shown.slice(1),
    );
    const early = await closeList(at(tx, '2026-06-30'), await on(tx, listId, {}));
    assert.deepEqual(refusalOf(early), { kind: 'too_early', closesOn: second });
    expectOk(await closeList(at(tx, '2026-07-07'), await on(tx, listId, {})));
    expectOk(await leaveAppraisal(at(tx, '2026-07-07'), await leaveOrder(tx, id, 'to_council')));
    const [told] = await publicOpinionsFor(tx, [id]);
    assert.deepEqual(told && publicOpinionText(told).slice(1), [
      `Ngày 15/06/2026 đưa ${third} ra khỏi danh sách; lý do: Chờ xác minh.`,
      `Ngày 22/06/2026 bổ sung ${third} vào danh sách, công khai đến hết ngày 06/07/2026; lý do: Đã xác minh xong.`,
    ]);
    assert.deepEqual(
      (await changesOfList(tx, listId)).map(({ what, about, closesOn }) => [what, about, closesOn]),
      [
        ['removed', [third], first],
        ['added', [third], second],
      ],
    );
    const kinds = (await recorded(tx)).filter(({ kind }) => kind === 'public_list.changed');
    assert.equal(kinds.length, 2);
  }));

test('refused: without a reason, who is on it or not of it, the last one, a lost race, whoever does not appraise, a dossier gone on', () =>
  inConsulting(async (tx, { id, listId, of }) => {
    const [one, two, third] = names.map(of);
    const off = async (nominee: string | undefined, reason = 'Lý do mẫu', by = appraiser) =>
      takeOffList(at(tx, today, by), await on(tx, listId, { 'doi-tuong': nominee, reason }));
    const add = async (nominee: string | undefined, reason = 'Lý do mẫu') =>
      addToList(at(tx, today), await on(tx, listId, { 'doi-tuong': nominee, reason }));
    const wrong = (field: string, kind: string) => ({
      kind: 'appraisal_wrong',
      problems: [{ field, problem: { kind } }],
    });
    assert.deepEqual(refusalOf(await off(one, ' ')), wrong('reason', 'missing'));
    assert.deepEqual(refusalOf(await off(newId())), wrong('doi-tuong', 'not_offered'));
    assert.deepEqual(refusalOf(await add(one)), wrong('doi-tuong', 'not_offered'));
    for (const [by, kind] of [
      [headOfAn, 'not_there'],
      [auditor, 'not_yours'],
      [decidingAuthority, 'not_yours'],
      [dossierPeople.appraiserOfAn, 'not_there'],
    ] as const)
      assert.equal(kindOf(await off(one, 'Lý do mẫu', by)), kind, by.name);
    const stale = await on(tx, listId, { 'doi-tuong': one, reason: 'Lý do mẫu' });
    expectOk(await takeOffList(at(tx, today), stale));
    assert.equal(kindOf(await takeOffList(at(tx, today), stale)), 'lost_race');
    expectOk(await off(two));
    assert.equal(kindOf(await off(third)), 'last_on_list');
    await movedDossier(tx, id, 'return', appraiser);
    assert.equal(kindOf(await add(one)), 'gone_on');
  }));

test('a closed list opens again for whoever is added; opinions are taken until the last day; words put right run for one alone', () =>
  inConsulting(async (tx, { listId, of }) => {
    const [one = '', two = '', third = ''] = names.map(of);
    expectOk(await takeOffList(at(tx, today), await on(tx, listId, { 'doi-tuong': third, reason: 'Nhầm' })));
    expectOk(await closeList(at(tx, '2026-06-30'), await on(tx, listId, {})));
    const add = { 'doi-tuong': third, loi: '', reason: 'Bổ sung' };
    expectOk(await addToList(at(tx, '2026-06-30'), await on(tx, listId, add)));
    const list = await findList(tx, appraiser, listId);
    assert.deepEqual([list?.stage, list?.closedAt, list?.closesOn], ['open', null, '2026-07-14']);
    const typed = { 'y-kien': 'Ý kiến mẫu.', ve: one };
    expectOk(await sendOpinion(contextFor(tx, stranger), seal, { listId, id: newId(), typed }));
    const words = { reason: 'Sửa chữ', [`loi-${two}`]: 'Lời viết lại.' };
    expectOk(await changeList(at(tx, '2026-07-01'), await on(tx, listId, words)));
    assert.deepEqual(await days(tx, listId), [
      '2026-07-15',
      [names[0], today, first],
      [names[1], today, '2026-07-15'],
      [names[2], '2026-06-30', '2026-07-14'],
    ]);
    expectOk(await changeList(at(tx, '2026-07-01'), await on(tx, listId, { reason: 'Kéo dài', until: '2026-07-20' })));
    assert.deepEqual((await days(tx, listId)).slice(0, 2), ['2026-07-20', [names[0], today, '2026-07-20']]);
  }));
