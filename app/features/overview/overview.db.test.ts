import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { inRollback } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent, verified } from '../../../tests/values.ts';
import { people, today, units } from '../../../tests/world.ts';
import type { Reach } from '../../ui/day.ts';
import { evaluateSheet } from '../indicators/evaluate.ts';
import { readSheet } from '../indicators/read-sheet.ts';
import { rootUnit } from '../organisation/root.server.ts';
import { factsFor, sheetFor, vintagesOf } from './detail.server.ts';
import { provinceStandings } from './standing.server.ts';
import { unitStandings } from './unit-standing.server.ts';
import { unitValues } from './unit-values.server.ts';
import { unitsView } from './units-view.server.ts';
import { dataVersion } from './version.server.ts';
import { provinceLines } from './view.server.ts';

const now = { today, known: undefined };
const onDay = (known: string) => ({ today, known });
const code = indicators.proven;

async function standing(tx: Transaction<DB>, of: string, day: { today: string; known: string | undefined } = now) {
  const found = (await provinceStandings(tx, day)).find(({ definition }) => definition.code === of);
  if (!found) throw new Error(`no ${of}`);
  return found;
}

/** The province's own figure of the year, inserted as verified: who may enter it is tested with the values. */
async function provinceFigure(tx: Transaction<DB>, value: string, known: string, replaces?: string): Promise<string> {
  const id = `00000009-0000-7000-8000-${String(known.replaceAll('-', '')).padStart(12, '0')}`;
  const at = new Date(`${known}T03:00:00Z`);
  if (replaces) await tx.updateTable('actual').set({ superseded_at: at }).where('id', '=', replaces).execute();
  await tx
    .insertInto('actual')
    .values({
      id,
      indicator_code: code,
      unit_id: units.province,
      period: '2026',
      period_start: '2026-01-01',
      period_end: '2026-12-31',
      value,
      as_of_date: known,
      stage: 'verified',
      entered_by: people.officerOfAn.personId,
      entered_at: at,
      submitted_by: people.officerOfAn.personId,
      submitted_at: at,
      decided_by: people.appraiser.personId,
      decided_at: at,
      known_at: at,
      ...(replaces && { supersedes_id: replaces, correction_reason: 'Số mẫu sửa lại' }),
    })
    .execute();
  return id;
}

test('every page can be seen as known on a day: before a correction the old figure counts', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const first = await provinceFigure(tx, '40', '2026-05-01');
    await provinceFigure(tx, '120', '2026-06-01', first);
    assert.equal((await standing(tx, code)).evaluation.status, 'achieved');
    assert.equal(String((await standing(tx, code, onDay('2026-05-31'))).evaluation.value), '40');
    assert.equal((await standing(tx, code, onDay('2026-04-30'))).evaluation.status, 'no_data');
    const root = await rootUnit(tx);
    assert.ok(root);
    const asking = { root, standing: await standing(tx, code), day: now };
    assert.deepEqual(
      (await vintagesOf(tx, asking)).map(({ day }) => day),
      ['2026-05-31'],
    );
  });
});

test('what is kept is made anew when a value is verified, and not before', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const before = await dataVersion(tx);
    await given(tx, {}, sent);
    const entered = await dataVersion(tx);
    await given(tx, { period: '2026-04' }, sent, verified);
    const after = await dataVersion(tx);
    assert.equal(await dataVersion(tx), after);
    assert.ok(before < after && entered <= after);
    const seen = await unitValues(tx, people.nobody, {
      indicatorCode: indicators.amount,
      rootId: units.province,
      day: now,
    });
    assert.deepEqual(
      seen.map(({ unitCode, period }) => [unitCode, period]),
      [['mau-an', '2026-04']],
    );
  });
});

test('a stranger gets the added-up figures and no unit: no row, no code, no name, not even in the sheet', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await given(tx, { period: '2026-04' }, sent, verified);
    const root = await rootUnit(tx);
    assert.ok(root);
    const asked = { root, standing: await standing(tx, indicators.amount), day: now };
    const query = { indicatorCode: indicators.amount, rootId: root.id, day: now };
    assert.deepEqual(await unitValues(tx, stranger, query), []);
    const grid = await unitsView(tx, stranger, now, null);
    assert.equal(grid.lines, undefined);
    const publicParts = [
      await sheetFor(tx, stranger, asked),
      await factsFor(tx, stranger, asked),
      grid,
      await provinceLines(tx, now),
    ];
    assert.doesNotMatch(JSON.stringify(publicParts), /mau-an|Mẫu An|mau-binh|Mẫu Bình/);
    assert.match(JSON.stringify(await sheetFor(tx, people.nobody, asked)), /mau-an/);
  });
});

test('the sheet that is handed out gives the status that is shown, to the signed-in and to the public', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await provinceFigure(tx, '40', '2026-05-01');
    await given(tx, { period: '2026-04' }, sent, verified);
    const root = await rootUnit(tx);
    assert.ok(root);
    for (const shown of await provinceStandings(tx, now)) {
      for (const actor of [stranger, people.nobody]) {
        const sheet = await sheetFor(tx, actor, { root, standing: shown, day: now });
        const again = evaluateSheet(expectOk(readSheet(JSON.parse(JSON.stringify(sheet)))));
        assert.equal(again.status, shown.evaluation.status, shown.definition.code);
      }
    }
  });
});

test('seen from a round: no later period, but what was verified later of its own time', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await given(tx, { period: '2026-03', value: '2' }, sent, verified);
    await given(tx, { period: '2026-04', value: '100' }, sent, verified);
    const round = { ...now, through: '2026-03-31' };
    const seen = async (day: Reach) => {
      const found = (await provinceStandings(tx, day)).find(({ definition }) => definition.code === indicators.amount);
      return [...(found?.cells ?? [])].map(([period, cell]) => `${period}: ${cell.parts.sum.toFixed()}`).toSorted();
    };
    assert.deepEqual(await seen(round), ['2026-03: 2']);
    await given(tx, { period: '2026-02', value: '1' }, sent, verified);
    assert.deepEqual(await seen(round), ['2026-02: 1', '2026-03: 2']);
    assert.deepEqual(await seen(now), ['2026-02: 1', '2026-03: 2', '2026-04: 100']);
  });
});

test('lines seen from a round are not those of today', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await provinceFigure(tx, '40', '2026-05-01');
    const latest = async (day: Reach) =>
      (await provinceLines(tx, day)).find((line) => line.code === code)?.latest?.value;
    assert.equal(await latest(now), '40,00');
    assert.equal(await latest({ ...now, through: '2026-06-30' }), undefined);
    assert.equal(await latest({ ...now, through: '2026-12-31' }), '40,00');
  });
});

test('a unit is judged on its own figures against what it was assigned, else what it pledged; else not at all', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await given(tx, { period: '2026-04', value: '2' }, sent, verified);
    await tx
      .insertInto('assigned_target')
      .values({
        id: '00000008-0000-7000-8000-000000000001',
        indicator_code: indicators.amount,
        unit_id: units.communeAn,
        year: 2026,
        value: '120',
        basis: 'Quyết định mẫu',
        assigned_by: people.appraiser.personId,
        known_at: new Date('2026-02-01T00:00:00Z'),
      })
      .execute();
    const { units: judged } = await unitStandings(tx, now);
    const an = judged.find(({ unitCode }) => unitCode === 'mau-an');
    assert.equal(an?.status, 'off_track');
    assert.deepEqual(
      an?.indicators.map(({ code: of, isPledge }) => [of, isPledge]),
      [[indicators.amount, false]],
    );
    assert.deepEqual(judged.find(({ unitCode }) => unitCode === 'mau-binh')?.indicators, []);
    const before = await unitStandings(tx, onDay('2026-01-31'));
    assert.deepEqual(
      before.units.flatMap(({ indicators: all }) => all),
      [],
    );
  });
});
