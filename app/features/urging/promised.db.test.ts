import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { givenFinding } from '../../../tests/inspections.ts';
import { approvedByAn, givenPlan } from '../../../tests/plans.ts';
import { at, opened } from '../../../tests/rounds.ts';
import { dutiesOf, inDirectiveWorld } from '../../../tests/urging.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { chosenDuties } from './chosen.server.ts';
import type { DutyKind } from './duty.ts';
import { findLetter } from './letter-page.server.ts';
import { draftLetters } from './letters.server.ts';
import { nameOwners } from './naming.server.ts';
import { dutyText } from './text.ts';
import { urgingWaiting } from './waiting.server.ts';

const said = async (tx: Transaction<DB>, kind: DutyKind) =>
  (await dutiesOf(tx, people.appraiser, { kind })).map(({ unit, state, dueOn }) => [unit.code, state, dueOn]);
const set = (tx: Transaction<DB>, key: string, value: string) =>
  tx
    .insertInto('setting')
    .values({ key, value, version: 1, updated_at: at(today) })
    .execute();

test('what the directive asks without a day is owed without one, until the province sets it; done, it is owed no more', () =>
  inDirectiveWorld(async (tx) => {
    const both = [
      ['mau-an', 'unset', null],
      ['mau-binh', 'unset', null],
    ];
    assert.deepEqual(
      (await said(tx, 'plan')).filter(([code]) => code !== 'so-mau'),
      both,
    );
    assert.deepEqual(await said(tx, 'pledge'), both);
    assert.deepEqual(await said(tx, 'initiative'), both);
    await set(tx, 'plan_due', '"06-30"');
    assert.deepEqual((await said(tx, 'plan'))[0]?.slice(1), ['to_come', '2026-06-30']);
    await givenPlan(tx, {}, ...approvedByAn);
    assert.deepEqual(
      (await said(tx, 'plan')).map(([code]) => code).filter((code) => code !== 'so-mau'),
      ['mau-binh'],
    );
    // In force, its milestone of 1 June is late and its task runs until 30 June.
    assert.deepEqual(await said(tx, 'milestone'), [['mau-an', 'late', '2026-06-01']]);
    assert.deepEqual(await said(tx, 'task'), [['mau-an', 'to_come', '2026-06-30']]);
  }));

test('other pages lead here by what is asked and of whom; nobody gets further than their office reaches', () =>
  inDirectiveWorld(async (tx) => {
    const chosen = async (by: typeof people.appraiser, query: string) => {
      const some = await chosenDuties(tx, by, { query: new URLSearchParams(query), today });
      return some.duties.map(({ kind, unit }) => `${kind} ${unit.code}`).toSorted((a, b) => (a < b ? -1 : 1));
    };
    const an = 'viec=pt-1.2&don-vi=mau-an';
    assert.deepEqual(await chosen(people.appraiser, an), ['plan mau-an', 'pledge mau-an']);
    assert.deepEqual(await chosen(people.appraiser, 'viec=pt-1.3'), ['plan so-mau']);
    assert.deepEqual(await chosen(people.appraiser, 'viec=pt-1.4'), ['initiative mau-an', 'initiative mau-binh']);
    assert.deepEqual(await chosen(people.appraiser, 'viec=dang-ky&don-vi=mau-binh'), ['pledge mau-binh']);
    assert.deepEqual(await chosen(people.headOfBinh, an), []);
    // A group of the coverage, as its page names it.
    const ofKind = (kind: string) => chosen(people.appraiser, `viec=pt-1.4&theo=kind&xem=thieu&nhom=${kind}`);
    assert.deepEqual(await ofKind('commune'), ['initiative mau-an', 'initiative mau-binh']);
    assert.deepEqual(await ofKind('department'), []);
    for (const nonsense of ['', 'viec=khong-co', 'viec=pt-9.9&don-vi=mau-an', 'nv=khong-co'])
      assert.deepEqual(await chosen(people.appraiser, nonsense), []);
  }));

test('receipts are named by their movement, with the day since when they wait, one by one or all of one movement', () =>
  inDirectiveWorld(async (tx) => {
    const row = { kind: 'themed', aim: '', first_day: '2026-06-01', last_day: '2026-12-31', unit_id: units.province };
    const by = { created_by: people.appraiser.personId, launched_by: people.appraiser.personId };
    const at1 = { created_at: at('2026-06-02'), launched_at: at('2026-06-02'), stage: 'launched' };
    const paper = { document_number: '2/KH-MAU', document_date: '2026-06-01' };
    const other = newId();
    await tx
      .insertInto('movement')
      .values({ ...row, ...by, ...at1, ...paper, id: other, name: 'Phong trào khác' })
      .execute();
    await tx.insertInto('movement_unit').values({ movement_id: other, unit_id: units.communeAn }).execute();
    const chosen = async (query: string) =>
      (await chosenDuties(tx, people.appraiser, { query: new URLSearchParams(query), today })).duties;
    const all = (await chosen('viec=tiep-nhan&don-vi=mau-an')).map(({ about }) => about);
    assert.ok(all.includes('Phong trào mẫu') && all.includes('Phong trào khác'));
    for (const query of [`viec=tiep-nhan&ve=${other}`, `loc=1&xem=tat-ca&ve=${other}`]) {
      const [one, ...more] = await chosen(query);
      assert.deepEqual(more, []);
      assert.deepEqual(
        [one && dutyText(one), one?.href, one?.unit.code],
        ['Tiếp nhận phong trào: Phong trào khác (chờ từ ngày 02/06/2026)', `/phong-trao/${other}`, 'mau-an'],
      );
    }
  }));

test('what an inspection found is a duty of its unit alone, and is not told in a letter that others read', () =>
  inDirectiveWorld(async (tx) => {
    await givenFinding(tx);
    await opened(tx);
    const [finding] = await dutiesOf(tx, people.headOfAn, { kind: 'finding', day: '2026-06-25' });
    assert.deepEqual(
      [finding?.about, finding?.dueOn, finding?.unit.code, finding?.state],
      ['Chưa đăng ký chỉ tiêu', '2026-06-22', 'mau-an', 'late'],
    );
    assert.deepEqual(await dutiesOf(tx, people.headOfBinh, { kind: 'finding' }), []);
    const reports = await dutiesOf(tx, people.appraiser, { kind: 'report', day: '2026-06-25' });
    const keys = [finding?.key ?? '', ...reports.map(({ key }) => key)];
    const draft = async (some: readonly string[]) => {
      const id = newId();
      const context = contextFor(tx, people.appraiser, at('2026-06-25'));
      expectOk(await draftLetters(context, { id, keys: some, together: true, issuerId: units.department }));
      const letter = await findLetter(tx, people.appraiser, { id, today: '2026-06-25' });
      return letter?.list.find(({ kind }) => kind === 'finding')?.about;
    };
    assert.equal(await draft(keys), '');
    assert.equal(await draft(keys.filter((key) => key.endsWith(units.communeAn))), 'Chưa đăng ký chỉ tiêu');
  }));

test('my work says what urging asks: who has to be named anew, letters in draft, what was passed up and not urged since', () =>
  inDirectiveWorld(async (tx) => {
    const kind = 'report' as const;
    const names = [{ kind, key: null, personId: people.officerOfAn.personId, version: 0 }];
    expectOk(await nameOwners(contextFor(tx, people.headOfAn), { unitId: units.communeAn, names }));
    assert.deepEqual((await urgingWaiting(tx, people.headOfAn, today)).toName, []);
    await tx.updateTable('person').set({ is_active: false }).where('id', '=', people.officerOfAn.personId).execute();
    assert.deepEqual(
      (await urgingWaiting(tx, people.headOfAn, today)).toName.map(({ code }) => code),
      ['mau-an'],
    );
    await opened(tx);
    const [duty] = await dutiesOf(tx, people.appraiser, { kind, day: '2026-06-25' });
    const passed = { duty_key: duty?.key ?? '', level: 'appraiser', batch_id: newId(), unit_id: duty?.unitId ?? '' };
    await tx
      .insertInto('escalation')
      .values({ ...passed, due_on: '2026-06-22', at: at('2026-06-24') })
      .execute();
    const waiting = () => urgingWaiting(tx, people.appraiser, '2026-06-25');
    assert.deepEqual((await waiting()).passedUp, { duties: 1, units: 1 });
    assert.deepEqual((await urgingWaiting(tx, people.headOfAn, today)).passedUp, { duties: 0, units: 0 });
    const context = contextFor(tx, people.appraiser, at('2026-06-25'));
    expectOk(
      await draftLetters(context, { id: newId(), keys: [duty?.key ?? ''], together: true, issuerId: units.department }),
    );
    assert.equal((await waiting()).draftLetters, 1);
    assert.equal((await urgingWaiting(tx, people.headOfAn, today)).draftLetters, 0);
  }));
