import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, dossierRow, givenDossier, givenHolder, insertDossierWorld } from '../../../tests/dossiers.ts';
import { wordText } from '../../../tests/papers.ts';
import { contextFor, now, people, recorded, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { hashOf } from '../../platform/files/content-hash.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { newId } from '../../platform/id.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { centralDossiers } from './list.server.ts';
import { packageOf, prepare } from './package.server.ts';
import { enterCentralResult } from './result.server.ts';
import { centreWaiting } from './waiting.server.ts';
import { noteReceipt, noteReturn, sendPackage } from './sending.server.ts';

type Tx = Transaction<DB>;
const inWorld = <Value>(body: (tx: Tx) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const store: Services['files'] = {
  put: async (bytes) => ({ ok: true, value: { hash: hashOf(bytes) } }),
  has: async () => false,
  open: async () => undefined,
  verify: async () => 'missing',
  probe: async () => undefined,
};

/** Two persons for the Bằng khen of the Prime Minister, by simplified procedure, signed off to go up. */
async function atCentre(tx: Tx): Promise<string> {
  const proposed = [];
  for (const name of ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'])
    proposed.push({ holderId: await givenHolder(tx, { name }), awardCode: 'bang-khen-thu-tuong' });
  const typed = { simplified: 'a', kind: 'sudden', paperNumber: '12/TTr-UBND', paperDate: '2026-05-20' } as const;
  return givenDossier(
    tx,
    { typed, proposed },
    ['submit', people.headOfAn],
    ['receive', people.appraiser],
    ['to_authority', dossierPeople.secretary],
    ['send_up', people.decidingAuthority],
  );
}
const manifest = [{ path: 'a.docx', size: 3, sha256: hashOf(new Uint8Array([1])) }];
const file = { hash: hashOf(new Uint8Array([1, 2])), size: 2 };
const sent = { number: '80/UBND-NC', on: '2026-06-10', way: 'system' };
const send = async (tx: Tx, dossierId: string, over: object = {}, who: Person = people.appraiser) =>
  sendPackage(contextFor(tx, who), {
    id: newId(),
    dossierId,
    version: (await dossierRow(tx, dossierId)).version,
    typed: sent,
    manifest,
    file,
    ...over,
  });
const one = async (tx: Tx, id: string, who: Person = people.appraiser) =>
  (await centralDossiers(tx, who, { today: '2026-06-15', id }))[0];

test('the package says what it lacks, and holds submission, list and every file with its hash', async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    const prepared = await prepare(tx, people.appraiser, id, now);
    assert.ok(prepared);
    const kinds = prepared.missing.map(({ kind }) => kind);
    assert.deepEqual([kinds.includes('signed_submission'), kinds.includes('number')], [true, false]);
    const made = expectOk(await packageOf({ db: tx, files: store }, prepared));
    const inside = unzipSync(made.zip);
    assert.deepEqual(Object.keys(inside), [
      '01-to-trinh/to-trinh-va-danh-sach.docx',
      '01-to-trinh/to-trinh-cua-don-vi.pdf',
      'danh-muc-tep.csv',
    ]);
    const [listed] = made.manifest;
    const written = inside['01-to-trinh/to-trinh-va-danh-sach.docx'] ?? new Uint8Array();
    assert.equal(listed?.sha256, hashOf(written));
    assert.match(strFromU8(inside['danh-muc-tep.csv'] ?? new Uint8Array()), new RegExp(listed?.sha256 ?? 'none'));
    const words = wordText(written);
    assert.match(words, /Kính gửi: Thủ tướng Chính phủ/);
    assert.match(words, /TM. ỦY BAN NHÂN DÂN/);
    assert.match(words, /tại Tờ trình số 12\/TTr-UBND ngày 20\/05\/2026/);
    assert.match(words, /Bằng khen của Thủ tướng Chính phủ: 02 cá nhân/);
    assert.equal(await prepare(tx, people.officerOfBinh, id, now), undefined);
  });
});

test("the signed submission is one that was hung after the unit had handed in; the unit's own is not taken for it", async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    const { submitted_at: submittedAt } = await tx
      .selectFrom('dossier')
      .select('submitted_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const hangAt = async (name: string, days: number) => {
      const hash = hashOf(new TextEncoder().encode(name));
      const at = new Date((submittedAt?.getTime() ?? 0) + days * 86_400_000);
      const stored = { hash, size: 1, media_type: 'application/pdf', stored_at: at };
      await tx.insertInto('stored_file').values(stored).execute();
      const row = { id: newId(), hash, name, subject_kind: 'dossier', subject_id: id, place: 0, attached_at: at };
      const by = { unit_id: units.communeAn, attached_by: people.appraiser.personId };
      await tx
        .insertInto('attachment')
        .values({ ...row, ...by })
        .execute();
    };
    await hangAt('to-trinh-cua-xa.pdf', -1);
    const kinds = async () => (await prepare(tx, people.appraiser, id, now))?.missing.map(({ kind }) => kind);
    assert.ok((await kinds())?.includes('signed_submission'));
    await hangAt('to-trinh-cua-tinh.pdf', 1);
    assert.ok(!(await kinds())?.includes('signed_submission'));
  });
});

test('sent once with its number, received, returned for completion, sent again as the next edition', async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    assert.equal((await one(tx, id))?.standing, 'to_send');
    const first = newId();
    expectOk(await send(tx, id, { id: first }));
    expectOk(await send(tx, id, { id: first }));
    assert.deepEqual(refusalOf(await send(tx, id)), { kind: 'sent_already', number: '80/UBND-NC' });
    const note = (version: number, typed: object) => ({
      dossierId: id,
      version,
      typed: { on: '2026-06-12', ...typed },
    });
    const receive = (version: number) =>
      noteReceipt(contextFor(tx, people.appraiser), note(version, { receipt: 'TN-1' }));
    expectOk(await receive(1));
    assert.equal(kindOf(await receive(1)), 'lost_race');
    const early = await noteReturn(contextFor(tx, people.appraiser), note(2, { on: '2026-06-01', reason: 'x' }));
    assert.equal(kindOf(early), 'centre_wrong');
    expectOk(await noteReturn(contextFor(tx, people.appraiser), note(2, { reason: 'Thiếu bản chính' })));
    assert.equal((await one(tx, id))?.standing, 'returned');
    expectOk(await send(tx, id, { typed: { ...sent, number: '90/UBND-NC' } }));
    const stands = await one(tx, id);
    assert.deepEqual([stands?.standing, stands?.packages.map(({ edition }) => edition)], ['sent', [1, 2]]);
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => kind.startsWith('centre.'));
    assert.deepEqual(kinds, ['centre.sent', 'centre.received', 'centre.returned', 'centre.sent']);
  });
});

test('only who appraises sends; not before it was signed off; not from a stale page; a number goes with one dossier', async () => {
  await inWorld(async (tx) => {
    const [id, other] = [await atCentre(tx), await atCentre(tx)];
    assert.equal(kindOf(await send(tx, id, {}, people.decidingAuthority)), 'not_allowed');
    assert.equal(kindOf(await send(tx, id, {}, people.officerOfBinh)), 'not_there');
    assert.equal(kindOf(await send(tx, id, { version: 1 })), 'lost_race');
    expectOk(await send(tx, id));
    assert.equal(kindOf(await send(tx, other)), 'number_used');
    const early = await givenDossier(tx, {}, ['submit', people.headOfAn], ['receive', people.appraiser]);
    assert.equal(kindOf(await send(tx, early)), 'not_at_centre');
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update central_package set number = 'x'`.execute(tx), /không được sửa/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('a result comes once the package is sent, for some, then for the rest: honours enter the register, the dossier is issued when nobody waits', async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    const [a, b] = await nomineesOf(tx, id);
    const enter = async (typed: Readonly<Record<string, string>>, who: Person = people.appraiser) =>
      enterCentralResult(contextFor(tx, who), { dossierId: id, version: (await dossierRow(tx, id)).version, typed });
    const decision = { number: '700/QĐ-TTg', on: '2026-06-12', by: 'Thủ tướng Chính phủ' };
    assert.equal(kindOf(await enter({ ...decision, [`ket-qua-${a?.id}`]: 'granted' }, people.headOfAn)), 'not_yours');
    const grant = { ...decision, [`ket-qua-${a?.id}`]: 'granted' };
    assert.equal(kindOf(await enter(grant)), 'not_sent');
    expectOk(await send(tx, id));
    const back = { dossierId: id, version: 1, typed: { on: '2026-06-12', reason: 'Thiếu bản chính' } };
    expectOk(await noteReturn(contextFor(tx, people.appraiser), back));
    assert.equal(kindOf(await enter(grant)), 'not_sent');
    expectOk(await send(tx, id));
    assert.equal(kindOf(await enter({})), 'centre_wrong');
    expectOk(await enter({ ...decision, [`ket-qua-${a?.id}`]: 'granted' }));
    assert.equal((await dossierRow(tx, id)).stage, 'at_centre');
    expectOk(await enter({ [`ket-qua-${b?.id}`]: 'refused', [`ly-do-${b?.id}`]: 'Chưa đủ thời gian' }));
    assert.equal((await dossierRow(tx, id)).stage, 'issued');
    const honours = await tx
      .selectFrom('honour')
      .select(['decision_number', 'decided_by', 'nominee_id', 'kind'])
      .execute();
    assert.deepEqual(honours, [
      { decision_number: '700/QĐ-TTg', decided_by: 'Thủ tướng Chính phủ', nominee_id: a?.id, kind: 'sudden' },
    ]);
    const outcomes = (await nomineesOf(tx, id)).map(({ outcome, outcomeReason }) => [outcome, outcomeReason]);
    assert.deepEqual(outcomes, [
      ['granted', null],
      ['refused', 'Chưa đủ thời gian'],
    ]);
    assert.equal(kindOf(await enter({ ...decision, [`ket-qua-${a?.id}`]: 'granted' })), 'wrong_stage');
    assert.equal((await one(tx, id))?.standing, 'answered');
  });
});

test('a neighbour and a token without the scope see none of it', async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    assert.ok(await one(tx, id, people.headOfAn));
    const token = { ...people.appraiser, scopes: ['honours:read'] } as const;
    for (const who of [people.officerOfBinh, people.nobody, token]) assert.equal(await one(tx, id, who), undefined);
  });
});

test('what is signed off, or was returned, waits for who sends it and for nobody else', async () => {
  await inWorld(async (tx) => {
    const id = await atCentre(tx);
    const waiting = async (who: Person = people.appraiser) => {
      const { toSend, toComplete } = await centreWaiting(tx, who, '2026-06-15');
      return [toSend.map((one) => one.id), toComplete.map((one) => one.id)];
    };
    assert.deepEqual(await waiting(), [[id], []]);
    for (const who of [people.decidingAuthority, people.headOfAn, people.officerOfBinh, people.auditor])
      assert.deepEqual(await waiting(who), [[], []]);
    expectOk(await send(tx, id));
    assert.deepEqual(await waiting(), [[], []]);
    const back = { dossierId: id, version: 1, typed: { on: '2026-06-12', reason: 'Thiếu bản chính' } };
    expectOk(await noteReturn(contextFor(tx, people.appraiser), back));
    assert.deepEqual(await waiting(), [[], [id]]);
  });
});
