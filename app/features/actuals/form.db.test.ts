import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent } from '../../../tests/values.ts';
import { contextFor, now, people, units } from '../../../tests/world.ts';
import { getPeriod } from '../../kernel/period.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { owedBy, waitingFor, waitingQuery } from './due.server.ts';
import { findEntryForm, unitsToReport } from './form.server.ts';
import type { FilledLine } from './keep-form.server.ts';
import { keepForm } from './keep-form.server.ts';
import { listActuals } from './list.server.ts';
import { findActual } from './one.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const line = (more: Partial<FilledLine> = {}): FilledLine => ({
  indicatorCode: indicators.amount,
  id: newId(),
  version: null,
  typed: { period: '2026-05', value: '5', asOfDate: '2026-05-31' },
  files: [],
  ...more,
});
const form = (lines: readonly FilledLine[], send = false) => ({ unitId: units.communeAn, lines, send });
const quarter = { period: '2026-Q1', value: '50', asOfDate: '2026-03-31' };

test('a form asks for what the unit reports at that pace and shows what stands there', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, { period: '2026-05' });
    const asked = await findEntryForm(tx, people.officerOfAn, { unitCode: 'mau-an', period: getPeriod('2026-05') });
    assert.deepEqual(
      asked?.lines.map((one) => [one.rule.code, one.id, one.version, one.figure?.value]),
      [[indicators.amount, id, 1, '12.5']],
    );
    const foreign = await findEntryForm(tx, people.officerOfBinh, { unitCode: 'mau-an', period: getPeriod('2026-05') });
    assert.deepEqual(foreign?.lines, []);
  });
});

test('a form is sent whole, and sent twice it is sent once', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const lines = [line(), line({ indicatorCode: indicators.share, typed: quarter })];
    assert.deepEqual(expectOk(await keepForm(context, form(lines, true))), { kept: 2, sent: 2 });
    assert.deepEqual(expectOk(await keepForm(context, form(lines, true))), { kept: 2, sent: 2 });
    const rows = await tx.selectFrom('actual').select(['stage', 'version']).execute();
    assert.deepEqual(rows, [
      { stage: 'submitted', version: 2 },
      { stage: 'submitted', version: 2 },
    ]);
  });
});

test('sent again with another figure it is refused, never silently dropped', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = line();
    expectOk(await keepForm(context, form([one], true)));
    const other = await keepForm(context, form([{ ...one, typed: { ...one.typed, value: '6' } }], true));
    assert.equal(other.ok, false);
  });
});

for (const [what, other] of [
  ['source', { source: 'Nguồn khác' }],
  ['date', { asOfDate: '2026-06-01' }],
  ['note', { note: 'Ghi chú khác' }],
] as const)
  test(`sent again with another ${what} it is refused, never silently dropped`, async () => {
    await inWorld(async (tx) => {
      const context = contextFor(tx, people.officerOfAn);
      const one = line();
      expectOk(await keepForm(context, form([one], true)));
      const again = await keepForm(context, form([{ ...one, typed: { ...one.typed, ...other } }], true));
      assert.equal(again.ok, false);
    });
  });

test('a form that does not ask for a note leaves the one there is', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = line();
    expectOk(await keepForm(context, form([{ ...one, typed: { ...one.typed, note: 'Ghi chú' } }])));
    expectOk(await keepForm(context, form([{ ...one, version: 1, typed: { ...one.typed, value: '6' } }])));
    const row = await tx.selectFrom('actual').select(['value', 'note']).executeTakeFirstOrThrow();
    assert.deepEqual(row, { value: '6', note: 'Ghi chú' });
  });
});

test('every line that stands in the way is named', async () => {
  await inWorld(async (tx) => {
    const wrong = line({ typed: { period: '2026-05', value: 'x', asOfDate: '2026-05-31' } });
    const bare = line({
      indicatorCode: indicators.proven,
      typed: { period: '2026', value: '60', asOfDate: '2026-05-31' },
    });
    const refused = await keepForm(contextFor(tx, people.officerOfAn), form([wrong, line({ indicatorCode: 'KT-00' })]));
    assert.deepEqual(!refused.ok && refused.refusal.lines.map((one) => [one.indicatorCode, one.refusal.kind]), [
      [indicators.amount, 'figure_wrong'],
      ['KT-00', 'not_there'],
    ]);
    const unproven = await keepForm(contextFor(tx, people.officerOfAn), form([bare], true));
    assert.deepEqual(!unproven.ok && unproven.refusal.lines.map((one) => [one.indicatorCode, one.refusal.kind]), [
      [indicators.proven, 'needs'],
    ]);
  });
});

test('the list of what waits for a person is what the procedure lets them verify', async () => {
  await inWorld(async (tx) => {
    await given(tx, { period: '2026-01' }, sent);
    await given(tx, { period: '2026-02' });
    await given(tx, { indicatorCode: indicators.share, period: '2026-Q1', value: '50' }, sent);
    const both = { ...people.officerOfAn, holdings: [...people.officerOfAn.holdings, ...people.appraiser.holdings] };
    for (const person of [people.appraiser, people.indicatorOwner, people.officerOfAn, both, people.auditor]) {
      const all = await tx.selectFrom('actual').select('id').execute();
      const ones = await Promise.all(all.map(({ id }) => findActual(tx, person, id)));
      const may = ones.filter((one) => one?.moves.includes('verify')).map((one) => one?.row.id ?? '');
      const query = waitingQuery(person);
      const listed = query ? (await listActuals(tx, person, query)).rows.map(({ id }) => id) : [];
      assert.deepEqual(listed.toSorted(), may.toSorted(), person.name);
      assert.equal(await waitingFor(tx, person), may.length);
    }
  });
});

test('a unit’s officer owes its forms, the owner’s officer none of them, and both know for whom they may report', async () => {
  await inWorld(async (tx) => {
    const owed = await owedBy(tx, people.officerOfAn, now);
    assert.deepEqual(
      owed.map(({ unitCode, period, missing }) => [unitCode, period.code, missing.length]),
      ['2026-01', '2026-02', '2026-03', '2026-Q1', '2026-04', '2026-05'].map((code) => ['mau-an', code, 1]),
    );
    assert.deepEqual(await owedBy(tx, people.officerOfDepartment, now), []);
    const codesOf = async (person: typeof people.officerOfAn) =>
      (await unitsToReport(tx, person)).map(({ code }) => code);
    assert.deepEqual(await codesOf(people.officerOfAn), ['mau-an']);
    assert.deepEqual(await codesOf(people.officerOfDepartment), ['tinh-mau', 'mau-chi', 'mau-an', 'mau-binh']);
    assert.deepEqual(await codesOf(people.nobody), []);
  });
});
