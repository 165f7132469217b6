import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenJudgement, scored } from '../../../tests/evaluations.ts';
import { given, insertValuesWorld, sent } from '../../../tests/values.ts';
import { contextFor, insertWorld, now, people, recorded, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { readSettings } from '../../platform/settings.server.ts';
import { failedMail, resendMail } from './failed-mail.server.ts';
import { jobsPage, retryJob } from './jobs-page.server.ts';
import { findEntry, recordPage } from './record-page.server.ts';
import { addHoliday, changeSetting, removeHoliday, settingsPage } from './settings.server.ts';

const world = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });

/** Three deeds: of no unit, of Mẫu An's village, of Mẫu Bình. */
async function writeEntries(tx: Transaction<DB>) {
  const permit = permitSystem('test', { kind: 'system', name: 'setup' });
  const deed = (id: string, unitId: string | null) =>
    ({ permit, kind: 'unit.changed', subject: { kind: 'unit', id }, unitId }) as const;
  await contextFor(tx, people.administrator).record(
    deed('product', null),
    deed('village', units.village),
    deed('binh', units.communeBinh),
  );
}

const seen = async (tx: Transaction<DB>, actor: Person | typeof stranger) =>
  (await recordPage(tx, actor, {}, 1)).rows.map((row) => row.subject_id).toSorted();

const readers: readonly (readonly [string, Person | typeof stranger, readonly string[]])[] = [
  ['the auditor of the province reads all', people.auditor, ['binh', 'product', 'village']],
  ['the administrator of the province reads all', people.administrator, ['binh', 'product', 'village']],
  ['the administrator of a commune reads what belongs below it', people.administratorOfAn, ['village']],
  ['an officer reads nothing', people.officerOfAn, []],
  ['the appraiser reads nothing', people.appraiser, []],
  ['a stranger reads nothing', stranger, []],
];
for (const [name, actor, expected] of readers) {
  test(`${name} of the record`, () =>
    world(async (tx) => {
      await writeEntries(tx);
      assert.deepEqual(await seen(tx, actor), expected);
      assert.equal((await recordPage(tx, actor, {}, 1)).total, expected.length);
    }));
}

test('an entry outside one’s reach is not there, whoever knows its id', () =>
  world(async (tx) => {
    await writeEntries(tx);
    const { id } = await tx
      .selectFrom('record_entry')
      .select('id')
      .where('subject_id', '=', 'binh')
      .executeTakeFirstOrThrow();
    assert.equal((await findEntry(tx, people.auditor, id))?.subject_id, 'binh');
    assert.equal(await findEntry(tx, people.administratorOfAn, id), undefined);
    assert.equal(await findEntry(tx, people.auditor, 'không-phải-mã'), undefined);
  }));

test('filters narrow by kind, unit and day, and a name is found without its marks', () =>
  world(async (tx) => {
    await writeEntries(tx);
    const ctx = contextFor(tx, people.administrator);
    await changeSetting(ctx, { key: 'idle_minutes', value: 20, version: 0 });
    const ids = async (filter: Parameters<typeof recordPage>[2]) =>
      (await recordPage(tx, people.auditor, filter, 1)).rows.map((row) => row.subject_id);
    assert.deepEqual(await ids({ kind: 'setting.changed' }), ['idle_minutes']);
    assert.deepEqual(await ids({ person: 'quan tri' }), ['idle_minutes']);
    assert.deepEqual(await ids({ person: 'kiem soat' }), []);
    assert.deepEqual(await ids({ unitCode: 'mau-binh' }), ['binh']);
    assert.equal((await ids({ from: '2026-06-15', until: '2026-06-15' })).length, 4);
    assert.deepEqual(await ids({ from: '2026-06-16' }), []);
    assert.deepEqual(await ids({ until: '2026-06-14' }), []);
  }));

test('a setting is changed by the administrator of the province, once per version, and recorded', () =>
  world(async (tx) => {
    const by = contextFor(tx, people.administrator);
    assert.equal((await changeSetting(by, { key: 'at_risk_margin', value: 0.2, version: 0 })).ok, true);
    assert.equal((await readSettings(tx)).at_risk_margin, 0.2);
    const late = await changeSetting(by, { key: 'at_risk_margin', value: 0.3, version: 0 });
    assert.deepEqual(late, { ok: false, refusal: { kind: 'lost_race', current: 1 } });
    const next = await changeSetting(by, { key: 'at_risk_margin', value: 0.3, version: 1 });
    assert.equal(next.ok, true);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind, subject }) => `${kind} ${subject}`),
      ['setting.changed at_risk_margin', 'setting.changed at_risk_margin'],
    );
  }));

test('a value out of its bounds, and whoever may not, are refused', () =>
  world(async (tx) => {
    const wrong = await changeSetting(contextFor(tx, people.administrator), {
      key: 'at_risk_margin',
      value: 1,
      version: 0,
    });
    assert.deepEqual(wrong, { ok: false, refusal: { kind: 'not_a_value', key: 'at_risk_margin' } });
    for (const actor of [people.administratorOfAn, people.appraiser, people.officerOfAn]) {
      const refused = await changeSetting(contextFor(tx, actor), { key: 'idle_minutes', value: 20, version: 0 });
      assert.equal(!refused.ok && refused.refusal.kind, 'not_allowed');
      assert.equal(await settingsPage(tx, actor), undefined);
    }
  }));

test('a day off is added once, must exist and be named, and can be taken out', () =>
  world(async (tx) => {
    const by = contextFor(tx, people.administrator);
    const day = { day: '2026-09-02', name: 'Quốc khánh', effect: 'day_off' } as const;
    const said = async (given: { day: string; name: string; effect: 'day_off' }) => {
      const result = await addHoliday(by, given);
      return result.ok ? 'added' : result.refusal.kind;
    };
    assert.equal(await said(day), 'added');
    assert.equal(await said(day), 'day_taken');
    assert.equal(await said({ ...day, day: '2026-02-30' }), 'not_a_day');
    assert.equal(await said({ ...day, day: '2026-09-01', name: ' ' }), 'no_name');
    assert.equal((await removeHoliday(by, '2026-09-02')).ok, true);
    const again = await removeHoliday(by, '2026-09-02');
    assert.equal(!again.ok && again.refusal.kind, 'not_there');
  }));

test('queues are shown to the administrator of the province alone, and a job that did not fail is not tried again', () =>
  world(async (tx) => {
    assert.equal((await jobsPage(tx, people.administrator))?.failed.length, 0);
    assert.equal(await jobsPage(tx, people.administratorOfAn), undefined);
    assert.equal(await jobsPage(tx, people.auditor), undefined);
    const absent = await retryJob(contextFor(tx, people.administrator), '00000000-0000-7000-8000-000000000000');
    assert.equal(!absent.ok && absent.refusal.kind, 'not_there');
  }));

/** A letter given up, and the administrator's page of such. */
async function failedLetter(tx: Transaction<DB>): Promise<string> {
  const id = newId();
  const sealed = { address_sealed: Buffer.from('x'), body_sealed: Buffer.from('x') };
  const row = { id, person_id: people.officerOfAn.personId, subject: 'Thử', ...sealed, created_at: now };
  await tx
    .insertInto('outgoing_mail')
    .values({ ...row, state: 'failed', attempts: 8, last_error: 'hỏng' })
    .execute();
  return id;
}

test('a letter given up is shown with whom it was for, and sent again once, which is recorded', () =>
  world(async (tx) => {
    const id = await failedLetter(tx);
    const [letter] = await failedMail(tx, people.administrator);
    assert.deepEqual([letter?.to, letter?.attempts, letter?.reason], [people.officerOfAn.name, 8, 'hỏng']);
    const by = contextFor(tx, people.administrator);
    assert.equal((await resendMail(by, id)).ok, true);
    assert.deepEqual(by.sent, [{ kind: 'mail.send', data: { mailId: id } }]);
    const row = await tx.selectFrom('outgoing_mail').select(['state', 'attempts']).executeTakeFirstOrThrow();
    assert.deepEqual(row, { state: 'queued', attempts: 0 });
    assert.deepEqual(await recorded(tx), [{ kind: 'mail.resent', subject: id, by: people.administrator.personId }]);
    const again = await resendMail(by, id);
    assert.equal(!again.ok && again.refusal.kind, 'not_there');
  }));

test('nobody else sees letters given up or sends them again, and a made-up id is none', () =>
  world(async (tx) => {
    const id = await failedLetter(tx);
    for (const actor of [people.administratorOfAn, people.auditor, people.officerOfAn, stranger]) {
      assert.deepEqual(await failedMail(tx, actor), []);
      const refused = await resendMail(contextFor(tx, actor), id);
      assert.equal(!refused.ok && refused.refusal.kind, 'not_allowed');
    }
    const absent = await resendMail(contextFor(tx, people.administrator), 'x');
    assert.equal(!absent.ok && absent.refusal.kind, 'not_there');
  }));

test('what stood in a figure before it was verified is read in the record only by who could see it where it stands', () =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const id = await given(tx, {}, sent, ['return', people.appraiser, 'Sai 160']);
    const about = async (actor: Person) => {
      const { rows } = await recordPage(tx, actor, { subject: id }, 1);
      const entries = await Promise.all(rows.map((row) => findEntry(tx, actor, row.id)));
      const reasons = rows.map(({ reason }) => reason).filter(Boolean);
      return [
        rows.length,
        entries.filter((entry) => entry?.after !== null).length,
        reasons,
        entries.map((e) => e?.isOpen),
        rows.filter((row) => row.isReasonClosed).length,
      ];
    };
    const shut = [3, 0, [], [false, false, false], 1];
    const open = [3, 3, ['Sai 160'], [true, true, true], 0];
    assert.deepEqual(await about(people.administratorOfAn), shut);
    assert.deepEqual(await about(people.administrator), shut);
    assert.deepEqual(await about(people.auditor), open);
    const headToo = [...people.administratorOfAn.holdings, ...people.headOfAn.holdings];
    assert.deepEqual(await about({ ...people.administratorOfAn, holdings: headToo }), open);
  }));

test('points, words of other offices and drafts are no more in the record than where they stand; what is administered is whole', () =>
  world(async (tx) => {
    const { cards } = await givenJudgement(tx);
    const card = cards.get(units.communeBinh) ?? '';
    await scored(tx, card, 'self', people.officerOfBinh, { 'I.1': '38,5' });
    await writeEntries(tx);
    const permit = permitSystem('test', { kind: 'system', name: 'setup' });
    const request = { kind: 'opinion_request', id: newId() };
    const answered = { permit, kind: 'opinion.answered', subject: request, unitId: units.province } as const;
    await contextFor(tx, people.officerOfDepartment).record({ ...answered, after: { text: 'Lời mẫu' } });
    const isOpen = async (actor: Person, subject: string) =>
      (await recordPage(tx, actor, { subject }, 1)).rows.map((row) => row.isOpen);
    assert.deepEqual(await isOpen(people.administrator, request.id), [false]);
    assert.deepEqual(await isOpen(people.auditor, request.id), [true]);
    assert.deepEqual(await isOpen(people.administrator, 'binh'), [true]);
    const cardEntries = async (actor: Person) => new Set(await isOpen(actor, card));
    // Not handed in yet: not even for whoever looks on by office.
    assert.deepEqual(await cardEntries(people.administrator), new Set([false]));
    assert.deepEqual(await cardEntries(people.auditor), new Set([false]));
  }));
