/** Notes through their tables: written, changed, lost races, removed; the case they make; the number and the data of a holder. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { caseOf } from './case.server.ts';
import type { TypedHolder } from './holder.ts';
import { createHolder } from './holders.server.ts';
import { seeIdentity } from './identity.server.ts';
import type { NoteKind, TypedNote } from './note.ts';
import { removeNote, writeNote } from './notes.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { dataFile, exportHolder } from './personal-data.server.ts';
import { personalDataPaper } from './personal-data.text.ts';
import { timelineOf } from './timeline.server.ts';

const seal = createSeal(new Uint8Array(32));
const source = 'văn bản mẫu';

async function holderIn(
  tx: Transaction<DB>,
  typed: TypedHolder = { kind: 'person', name: 'Nguyễn Văn Mẫu', identity: '001234567890' },
) {
  await insertWorld(tx);
  const command = { id: newId(), unitId: units.communeAn, typed };
  return expectOk(await createHolder(contextFor(tx, people.officerOfAn), seal, command)).id;
}
const note = (
  tx: Transaction<DB>,
  holderId: string,
  kind: NoteKind,
  typed: TypedNote,
  given: { actor?: Actor; version?: number; key?: string; reason?: string } = {},
) =>
  writeNote(contextFor(tx, given.actor ?? people.officerOfAn), {
    holderId,
    kind,
    key: given.key ?? newId(),
    version: given.version ?? 0,
    typed,
    ...(given.reason !== undefined && { reason: given.reason }),
  });

test('classification of a year is written once, changed by version, and makes the case', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    expectOk(await note(tx, id, 'year', { year: '2025', level: 'good', source }));
    assert.deepEqual(
      await note(tx, id, 'year', { year: '2025', level: 'excellent', source }),
      refuse({ kind: 'note_taken' }),
    );
    const better = { year: '2025', level: 'excellent', source };
    assert.deepEqual(await note(tx, id, 'year', better, { version: 1 }), refuse({ kind: 'reason_missing' }));
    assert.deepEqual(
      await note(tx, id, 'year', { ...better, level: 'good' }, { version: 1, reason: 'Không đổi gì' }),
      refuse({ kind: 'nothing_changed' }),
    );
    expectOk(await note(tx, id, 'year', better, { version: 1, reason: 'Chép nhầm mức' }));
    const late = await note(tx, id, 'year', { year: '2025', level: 'failed', source }, { version: 1 });
    assert.deepEqual(late, refuse({ kind: 'lost_race', current: 2 }));
    const asked = { holderId: id, awardCode: 'lao-dong-tien-tien', received: '2026-01-10', year: 2025 };
    assert.deepEqual((await caseOf(tx, asked)).classification, [{ year: 2025, level: 'excellent' }]);
  }));

test('only who writes for the unit notes; for others the holder is not there', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    const typed = { year: '2025', level: 'good', source };
    assert.deepEqual(await note(tx, id, 'year', typed, { actor: people.officerOfBinh }), refuse({ kind: 'not_there' }));
    const auditor = await note(tx, id, 'year', typed, { actor: people.auditor });
    assert.equal(!auditor.ok && auditor.refusal.kind, 'not_allowed');
    assert.deepEqual(
      await note(tx, id, 'members', { year: '2025', total: '3', source }),
      refuse({ kind: 'not_there' }),
    );
  }));

test('discipline and matters: known to be none only where somebody confirmed the list', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    const asked = { holderId: id, awardCode: 'lao-dong-tien-tien', received: '2026-06-10', year: 2025 };
    const known = async () => {
      const { discipline, pending, awards } = await caseOf(tx, asked);
      return { discipline, pending, awards };
    };
    assert.deepEqual(await known(), { discipline: null, pending: null, awards: null });
    for (const fact of ['awards', 'discipline', 'pending']) expectOk(await note(tx, id, 'checked', { fact, source }));
    assert.deepEqual(await known(), { discipline: [], pending: [], awards: [] });
    const key = newId();
    const typed = { measure: 'Khiển trách', from: '2025-03-01', until: '2026-03-01', number: '5/QĐ-MẪU' };
    expectOk(await note(tx, id, 'discipline', typed, { key }));
    expectOk(await note(tx, id, 'discipline', typed, { key }));
    expectOk(await note(tx, id, 'pending', { matter: 'complaint', from: '2026-05-01', source }));
    assert.deepEqual(await known(), {
      discipline: [{ from: '2025-03-01', until: '2026-03-01', level: 'Khiển trách' }],
      pending: [{ kind: 'complaint', since: '2026-05-01' }],
      awards: [],
    });
    const remove = (reason: string) =>
      removeNote(contextFor(tx, people.officerOfAn), { holderId: id, kind: 'discipline', key, version: 1, reason });
    assert.deepEqual(await remove(' '), refuse({ kind: 'reason_missing' }));
    expectOk(await remove('nhập nhầm người'));
    expectOk(await remove('nhập nhầm người'));
    assert.deepEqual((await known()).discipline, []);
  }));

test('the timeline tells everything, newest first', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    expectOk(await note(tx, id, 'year', { year: '2024', level: 'good', source }));
    expectOk(await note(tx, id, 'post', { title: 'Công chức', from: '2020-01-01', source }));
    expectOk(await note(tx, id, 'pending', { matter: 'press', from: '2026-02-01', source }));
    const items = await timelineOf(tx, { id, kind: 'person' });
    assert.deepEqual(
      items.map(({ on }) => on),
      ['2026-02-01', '2024', '2020-01-01'],
    );
  }));

test('members and block of a collective make its case', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx, { kind: 'collective', name: 'Tập thể Mẫu' });
    expectOk(
      await note(tx, id, 'members', { year: '2025', total: '10', completed: '10', 'lao-dong-tien-tien': '8', source }),
    );
    expectOk(await note(tx, id, 'block', { year: '2025', inBlock: 'yes', organiser: 'province', rank: '1', source }));
    const { members, block } = await caseOf(tx, {
      holderId: id,
      awardCode: 'co-thi-dua-tinh',
      received: '2026-01-10',
      year: 2025,
    });
    assert.deepEqual(members, { total: 10, completed: 10, disciplined: null, 'lao-dong-tien-tien': 8 });
    assert.deepEqual(block, { rank: 1, exceeded: null, organised_by: 'province' });
  }));

test('the number is opened for the unit and the appraiser alone, and each look is recorded', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    const see = (actor: Actor) => seeIdentity(contextFor(tx, actor), seal, id);
    assert.deepEqual(expectOk(await see(people.officerOfAn)), { identity: '001234567890' });
    assert.deepEqual(expectOk(await see(people.appraiser)), { identity: '001234567890' });
    for (const actor of [people.headOfAn, people.auditor, people.decidingAuthority]) {
      const seen = await see(actor);
      assert.equal(!seen.ok && seen.refusal.kind, 'not_allowed');
    }
    assert.deepEqual(await see(people.officerOfBinh), refuse({ kind: 'not_there' }));
    const looks = (await recorded(tx)).filter(({ kind }) => kind === 'holder.identity_seen');
    assert.deepEqual(
      looks.map(({ by }) => by),
      [people.officerOfAn.personId, people.appraiser.personId],
    );
  }));

test('a holder has their own data, without the hands that wrote it', () =>
  inRollback(async (tx) => {
    const id = await holderIn(tx);
    expectOk(await note(tx, id, 'year', { year: '2024', level: 'good', source }));
    expectOk(await note(tx, id, 'year', { year: '2023', level: 'failed', source }));
    const mistake = { holderId: id, kind: 'year', key: '2023', version: 1, reason: 'Ghi nhầm người' } as const;
    expectOk(await removeNote(contextFor(tx, people.officerOfAn), mistake));
    const data = expectOk(await exportHolder(contextFor(tx, people.officerOfAn), seal, id));
    const made = JSON.stringify(dataFile(data));
    const paper = JSON.stringify(personalDataPaper(data, await issuerAt(tx, data.issuerId)));
    for (const said of ['ông/bà', '001234567890', 'Hoàn thành tốt nhiệm vụ', 'Chưa ghi nội dung nào', 'Ghi nhầm người'])
      assert.ok(paper.includes(said), said);
    assert.ok(!paper.includes(people.officerOfAn.personId));
    assert.ok(made.includes('001234567890') && made.includes('"level":"good"'));
    assert.ok(!made.includes(people.officerOfAn.personId));
    assert.equal((await exportHolder(contextFor(tx, people.auditor), seal, id)).ok, false);
    await tx.updateTable('holder').set({ person_id: people.nobody.personId }).where('id', '=', id).execute();
    expectOk(await exportHolder(contextFor(tx, people.nobody), seal, id));
  }));
