import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { approvedByAn, givenPlan, insertPlansWorld, movements } from '../../../tests/plans.ts';
import { indicators, schemes } from '../../../tests/values.ts';
import { launched, ofAn, typed } from '../../../tests/movements.ts';
import { contextFor, now, people, today, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { movePledges } from '../pledges/moving.server.ts';
import { enterPledge } from '../pledges/pledges.server.ts';
import { plansInScope, publicCoverage, unitCoverage } from './coverage.server.ts';
import type { GroupedBy } from './coverage.ts';
import { coveredOf, groupedBy, has } from './coverage.ts';
import { leadCoverage } from './leads.server.ts';
import { lacking } from './leads.ts';

/** The movement of the fixture world stands for the directive's. */
const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const pack = { code: 'mau', version: '1', digest: 'x', title: 'Mẫu', facts: '{}', loaded_at: now };
    await tx.insertInto('directive_pack').values(pack).execute();
    await tx.updateTable('movement').set({ pack_code: 'mau' }).where('id', '=', movements.open).execute();
    return body(tx);
  });
const asked = { year: 2026 };
const seen = async (tx: Transaction<DB>, actor: Actor = people.nobody) =>
  (await unitCoverage(tx, actor, asked)).map((unit) => [
    unit.code,
    unit.planId !== null,
    unit.pledges,
    has(unit, 'kept'),
  ]);

async function pledgeOfAn(tx: Transaction<DB>, isAccepted: boolean): Promise<void> {
  const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.amount };
  const id = newId();
  const typed = { wording: 'Phấn đấu thu đạt', value: '1.200' };
  const one = { id, unitId: units.communeAn, year: 2026, ...about, typed };
  expectOk(await enterPledge(contextFor(tx, people.officerOfAn), one));
  const move = (move: 'submit' | 'accept', version: number) => ({ move, chosen: [{ id, version }] });
  expectOk(await movePledges(contextFor(tx, people.officerOfAn), move('submit', 1)));
  if (isAccepted) expectOk(await movePledges(contextFor(tx, people.appraiser), move('accept', 2)));
}

test('a unit keeps the commitment with an approved plan and an accepted pledge, and with nothing less', async () => {
  await inWorld(async (tx) => {
    const before = [
      ['mau-an', false, 0, false],
      ['mau-binh', false, 0, false],
    ];
    assert.deepEqual(await seen(tx), before);
    await givenPlan(tx, {}, ['submit', people.officerOfAn]);
    assert.deepEqual(await seen(tx, people.appraiser), before);
    await givenPlan(tx, {}, ...approvedByAn);
    assert.deepEqual((await seen(tx))[0], ['mau-an', true, 0, false]);
    await pledgeOfAn(tx, true);
    assert.deepEqual((await seen(tx))[0], ['mau-an', true, 1, true]);
    assert.deepEqual(await seen(tx, stranger), []);
    const counts = { units: 2, received: 0, carriedOn: 0, planned: 1, pledged: 1, kept: 1, initiative: 0 };
    assert.deepEqual(coveredOf(await unitCoverage(tx, people.nobody, asked)), counts);
    const next = await unitCoverage(tx, people.nobody, { year: 2027 });
    assert.equal(coveredOf(next).planned, 0);
  });
});

test('a pledge that waits is none yet', async () => {
  await inWorld(async (tx) => {
    await pledgeOfAn(tx, false);
    assert.deepEqual((await seen(tx, people.appraiser))[0], ['mau-an', false, 0, false]);
  });
});

test('units are counted by kind, block and territory; those without one stand together, last', async () => {
  await inWorld(async (tx) => {
    const block = newId();
    await tx.insertInto('block').values({ id: block, code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }).execute();
    const seat = { block_id: block, unit_id: units.communeAn, year: 2026, part: 'member' };
    await tx.insertInto('block_member').values(seat).execute();
    const all = await unitCoverage(tx, people.nobody, asked);
    const counted = (by: GroupedBy) => groupedBy(all, by).map(({ key, units: n }) => [key, n]);
    assert.deepEqual(counted('kind'), [['commune', 2]]);
    assert.deepEqual(counted('block'), [
      ['Cụm Mẫu', 1],
      [null, 1],
    ]);
    assert.deepEqual(counted('territory'), [[null, 2]]);
  });
});

test('a lead body keeps its own with an approved plan of tasks and milestones; a scheme under state secrets is not counted', async () => {
  await inWorld(async (tx) => {
    const leads = async () => leadCoverage(tx, people.nobody, asked);
    const [lead, ...more] = await leads();
    assert.deepEqual(more, []);
    const all = ['plan', 'indicators', 'progress', 'check'];
    assert.deepEqual([lead?.schemeCode, lead?.unitCode, lead && lacking(lead)], [schemes.open, 'so-mau', all]);
    const officer = people.officerOfDepartment;
    const [holding] = officer.holdings;
    assert.ok(holding);
    const head = { ...people.nobody, holdings: [{ ...holding, role: 'head' as const }] };
    const about = { unitId: units.department, schemeCode: schemes.open, movementId: null, by: officer };
    const id = await givenPlan(tx, about, ['submit', officer], ['approve', head]);
    const [now2] = await leads();
    assert.ok(now2);
    assert.deepEqual([now2.planId, now2.tasks, now2.milestones], [id, 1, 1]);
    assert.deepEqual(lacking(now2), ['indicators', 'check']);
  });
});

test('on a past day only what was there by its end counts: scope, receipts, plans, pledges', async () => {
  await inWorld(async (tx) => {
    await givenPlan(tx, {}, ...approvedByAn);
    await pledgeOfAn(tx, true);
    const receipt = { received_at: now, received_by: people.officerOfAn.personId };
    const seat = tx.updateTable('movement_unit').set(receipt).where('unit_id', '=', units.communeAn);
    await seat.where('movement_id', '=', movements.open).execute();
    const later = { movement_id: movements.open, unit_id: units.wardChi, joined_at: now };
    await tx.insertInto('movement_unit').values(later).execute();
    const on = async (known?: string) => coveredOf(await unitCoverage(tx, people.nobody, { year: 2026, known }));
    const { units: all, received, kept } = await on();
    assert.deepEqual([all, received, kept], [3, 1, 1]);
    const before = await on('2026-06-14');
    assert.deepEqual([before.units, before.received, before.planned, before.pledged], [2, 0, 0, 0]);
    assert.deepEqual(await on('2026-06-15'), await on());
  });
});

test('a movement that is not for the asker has no units for them, and what carries it on is counted where it may be known', async () => {
  await inWorld(async (tx) => {
    const kept = { ...ofAn, typed: typed({ visibility: 'restricted', scope: ['village'] }) };
    const hidden = await launched(tx, people.headOfAn, kept);
    const of = async (actor: Actor) => (await unitCoverage(tx, actor, { year: 2026, movementId: hidden })).length;
    assert.deepEqual([await of(people.nobody), await of(people.officerOfAn), await of(stranger)], [0, 1, 0]);
    const token = { ...people.officerOfAn, scopes: ['movements:read'] as const };
    assert.equal(await of(token), 0);
    assert.equal(await of({ ...token, scopes: ['coverage:read'] }), 1);
  });
});

test('one unit is read alone, with the recognised initiatives of the year; what waits counts for nothing', async () => {
  await inWorld(async (tx) => {
    const initiative = { unit_id: units.communeAn, kind: 'model', year: 2026, problem: 'x', novelty: 'x', effect: 'x' };
    const by = { applied_at: 'x', source: 'Hồ sơ cũ', entered_by: people.officerOfAn.personId, entered_at: now };
    const one = (stage: string) => ({ id: newId(), ...initiative, ...by, title: 'Mô hình mẫu', stage });
    await tx
      .insertInto('initiative')
      .values([one('submitted')])
      .execute();
    const own = async (actor: Actor) => {
      const [unit, ...more] = await unitCoverage(tx, actor, { year: 2026, unitIds: [units.communeAn] });
      assert.deepEqual(more, []);
      return unit?.initiatives;
    };
    assert.deepEqual([await own(people.nobody), await own(people.appraiser)], [0, 0]);
    await tx
      .insertInto('initiative')
      .values([one('recognised')])
      .execute();
    assert.deepEqual([await own(people.nobody), await own(people.appraiser)], [1, 1]);
    const leads = await leadCoverage(tx, people.nobody, { year: 2026, schemeCode: schemes.open });
    assert.deepEqual(
      leads.map(({ unitCode }) => unitCode),
      ['so-mau'],
    );
    assert.deepEqual(await leadCoverage(tx, people.nobody, { year: 2026, unitIds: [units.communeAn] }), []);
  });
});

test('the plans in scope are those of the coverage, as they stand and as they were known', async () => {
  await inWorld(async (tx) => {
    await givenPlan(tx, {}, ...approvedByAn);
    for (const narrowed of [{}, { known: '2026-01-31' }, { known: today }, { unitIds: [units.communeAn] }]) {
      const asked = { year: 2026, ...narrowed };
      const all = await unitCoverage(tx, people.nobody, asked);
      assert.deepEqual(await plansInScope(tx, asked), new Map(all.map(({ unitId, planId }) => [unitId, planId])));
    }
  });
});

test('everybody is told the sums, and no more', async () => {
  await inWorld(async (tx) => {
    await givenPlan(tx, {}, ...approvedByAn);
    const { all, months } = await publicCoverage(tx, { year: 2026, today });
    assert.deepEqual([all.units, all.planned, months.length], [2, 1, 6]);
  });
});
