import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import {
  at,
  inWorld,
  made,
  move,
  opened,
  pageOfAn,
  refusalOf,
  standingOfAn,
  typed,
  write,
} from '../../../tests/rounds.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { reportsOwedBy } from './waiting.server.ts';
import { addUnit, postponeRound, reformRound, takeOutUnit } from './amending.server.ts';
import { changeRound } from './drafting.server.ts';
import { arrangeSection, saveSection } from './forms/editing.server.ts';
import { latestForms } from './forms/forms.server.ts';
import { moveForm, reviseForm } from './forms/moving.server.ts';
import { findRound } from './list.server.ts';
import { moveReport, writeReport } from './reports.server.ts';
import { changesOf } from './round-choices.server.ts';

const appraiser = (tx: Transaction<DB>) => contextFor(tx, people.appraiser);
const round = (tx: Transaction<DB>, id: string) => findRound(tx, people.appraiser, { id, today });
const problemOf = (result: { ok: boolean; refusal?: object }) =>
  result.refusal && 'problems' in result.refusal
    ? (result.refusal.problems as { problem: { kind: string } }[])[0]?.problem.kind
    : null;

test('a round that is prepared is changed: words, days, form, kinds; units of a kind that stays keep their exemption', async () => {
  await inWorld(async (tx) => {
    const id = await made(tx);
    const [form] = await latestForms(tx);
    const command = { id, version: 1, typed, formId: form?.id ?? '', kinds: ['commune', 'department'] };
    const changed = { ...typed, ten: 'Tên khác', han: '2026-06-30' };
    expectOk(await takeOutUnit(appraiser(tx), { id, unitId: units.wardChi, reason: '' }));
    expectOk(await changeRound(appraiser(tx), { ...command, typed: changed }));
    const found = await round(tx, id);
    assert.deepEqual([found?.name, found?.dueOn, found?.version], ['Tên khác', '2026-06-30', 2]);
    assert.deepEqual(found?.units.map(({ code }) => code).toSorted(), ['mau-an', 'mau-binh', 'so-mau']);
    expectOk(await changeRound(appraiser(tx), { ...command, version: 2, kinds: ['department'] }));
    assert.deepEqual(
      (await round(tx, id))?.units.map(({ code }) => code),
      ['so-mau'],
    );
    assert.equal(refusalOf(await changeRound(appraiser(tx), command)), 'lost_race');
    assert.equal(refusalOf(await changeRound(contextFor(tx, people.headOfAn), command)), 'not_there');
    expectOk(await changeRound(appraiser(tx), { ...command, version: 3, kinds: ['commune'] }));
  });
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const [form] = await latestForms(tx);
    const late = changeRound(appraiser(tx), { id, version: 2, typed, formId: form?.id ?? '', kinds: ['commune'] });
    assert.equal(refusalOf(await late), 'wrong_stage');
  });
});

test('a due day is postponed with a reason to a working day; who was late by the old one is judged by the new', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0));
    expectOk(await move(tx, [people.headOfAn, at('2026-06-24')], id, 1, 'sign'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-25'), ['sent', true]);
    const to = (day: string, reason = 'Mưa lũ', version = 2) =>
      postponeRound(appraiser(tx), { id, version, day, reason });
    assert.equal(problemOf(await to('2026-06-22')), 'not_later');
    assert.equal(problemOf(await to('2026-06-01')), 'due_past');
    assert.equal(problemOf(await to('31/02')), 'day_impossible');
    assert.equal(refusalOf(await to('2026-06-27', ' ')), 'needs');
    assert.equal(refusalOf(await to('2026-06-27', 'Mưa lũ', 1)), 'lost_race');
    const other = postponeRound(contextFor(tx, people.headOfAn), { id, version: 2, day: '2026-06-27', reason: 'x' });
    assert.equal(refusalOf(await other), 'not_yours');
    // A Saturday: Monday 29 June.
    expectOk(await to('2026-06-27'));
    const found = await round(tx, id);
    assert.deepEqual([found?.askedDay, found?.dueOn], ['2026-06-27', '2026-06-29']);
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-25'), ['sent', false]);
    const changes = (await changesOf(tx, id)).map(({ kind, was, became, reason }) => [kind, was, became, reason]);
    assert.deepEqual(changes, [['due', '2026-06-22', '2026-06-29', 'Mưa lũ']]);
    await assert.rejects(sql`delete from round_change`.execute(tx));
  });
});

test('units are added to and taken out of an open round with a reason; one that has written stays', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const one = (unitId: string, reason = 'Mới thành lập') => ({ id, unitId, reason });
    assert.equal(problemOf(await addUnit(appraiser(tx), one(units.department, ' '))), 'reason_missing');
    expectOk(await addUnit(appraiser(tx), one(units.department)));
    expectOk(await addUnit(appraiser(tx), one(units.department)));
    assert.equal(problemOf(await addUnit(appraiser(tx), one(newId()))), 'unit_unknown');
    assert.equal(refusalOf(await addUnit(contextFor(tx, people.officerOfAn), one(units.department))), 'not_yours');
    expectOk(await write(tx, people.officerOfAn, id, 0));
    assert.equal(problemOf(await takeOutUnit(appraiser(tx), one(units.communeAn))), 'unit_has_written');
    expectOk(await takeOutUnit(appraiser(tx), one(units.wardChi)));
    assert.equal(problemOf(await takeOutUnit(appraiser(tx), one(units.wardChi))), 'unit_unknown');
    assert.deepEqual((await round(tx, id))?.units.map(({ code }) => code).toSorted(), ['mau-an', 'mau-binh', 'so-mau']);
    assert.deepEqual(
      (await changesOf(tx, id)).map(({ kind, unit }) => [kind, unit]),
      [
        ['unit_out', 'Phường Mẫu Chi'],
        ['unit_added', 'Sở Mẫu'],
      ],
    );
  });
});

/** The default form without its section of models (6), with one more at its end. */
async function newerForm(tx: Transaction<DB>): Promise<string> {
  const [standard] = await latestForms(tx);
  const id = newId();
  expectOk(await reviseForm(appraiser(tx), { formId: standard?.id ?? '', version: 1, newId: id }));
  expectOk(await arrangeSection(appraiser(tx), { formId: id, version: 1, position: 6, way: 'out' }));
  const typedSection = { fields: { loai: 'narrative', 'tieu-de': 'Mục mới' }, groups: [], indicators: [] };
  expectOk(await saveSection(appraiser(tx), { formId: id, version: 2, position: null, typed: typedSection }));
  expectOk(await moveForm(appraiser(tx), { formId: id, version: 3, move: 'publish' }));
  return id;
}

test('an open round moves to a newer edition with a reason; what was typed, before and meanwhile, is left over and not lost', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const before = (await round(tx, id))?.formId ?? '';
    expectOk(await write(tx, people.officerOfAn, id, 0, 'Đã viết'));
    const formId = await newerForm(tx);
    assert.equal((await round(tx, id))?.formId, before);
    const to = (wanted: string, reason = 'Bổ sung mục') =>
      reformRound(appraiser(tx), { id, version: 2, formId: wanted, reason });
    assert.equal(refusalOf(await to(formId, '')), 'needs');
    assert.equal(problemOf(await to(before)), 'form_not_newer');
    assert.equal(problemOf(await to(newId())), 'form_unknown');
    expectOk(await to(formId));
    const page = await pageOfAn(tx, people.officerOfAn, id);
    assert.deepEqual(page?.leftOver, [{ heading: 'Sáng kiến, mô hình, cách làm hay', body: 'Đã viết' }]);
    assert.equal(page?.sections.at(-1)?.heading, 'Mục mới');
    // Drawn before the change, sent after it.
    const meanwhile = { roundId: id, unitId: units.communeAn, version: 1, drawnFrom: before };
    const typedThen = (position: number) => ({ 2: '', 6: 'Viết tiếp' })[position] ?? 'Đã viết';
    expectOk(await writeReport(contextFor(tx, people.officerOfAn), { ...meanwhile, typed: typedThen }));
    const after = await pageOfAn(tx, people.officerOfAn, id);
    assert.deepEqual(
      after?.leftOver.map(({ body }) => body),
      ['Viết tiếp'],
    );
    assert.deepEqual((await pageOfAn(tx, people.appraiser, id))?.leftOver, []);
    expectOk(await move(tx, [people.headOfAn], id, 2, 'sign'));
    const [sent] = (await pageOfAn(tx, people.appraiser, id))?.sendings ?? [];
    assert.equal(sent?.content.form.edition, 4);
    assert.ok(!JSON.stringify(sent?.content).includes('Viết tiếp'));
  });
});

test('a unit merged mid-round: what it wrote is kept, its successor sees it, finds it owed and may report for it', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, id, 0, 'Trước khi sáp nhập'));
    const place = { roundId: id, unitId: units.communeAn };
    const byBinh = (version: number) =>
      writeReport(contextFor(tx, people.officerOfBinh), { ...place, version, typed: () => 'Viết thay' });
    assert.equal(refusalOf(await byBinh(1)), 'not_there');
    await tx.updateTable('unit').set({ valid_until: today }).where('id', '=', units.communeAn).execute();
    await tx
      .insertInto('unit_succession')
      .values({ predecessor_id: units.communeAn, successor_id: units.communeBinh, on_date: today, known_at: at(today) })
      .execute();
    await sql`select refresh_unit_tree()`.execute(tx);
    const owed = (await reportsOwedBy(tx, people.headOfBinh)).map(({ unitCode }) => unitCode);
    assert.deepEqual(owed.toSorted(), ['mau-an', 'mau-binh']);
    assert.ok(JSON.stringify((await pageOfAn(tx, people.officerOfBinh, id))?.draft).includes('Trước khi sáp nhập'));
    expectOk(await byBinh(1));
    const sign = { ...place, version: 2, move: 'sign' } as const;
    expectOk(await moveReport(contextFor(tx, people.headOfBinh), sign));
    assert.deepEqual(await standingOfAn(tx, id), ['sent', false]);
    assert.equal(
      problemOf(await takeOutUnit(appraiser(tx), { id, unitId: units.communeAn, reason: 'x' })),
      'unit_has_written',
    );
  });
});
