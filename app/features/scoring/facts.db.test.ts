/** Each measure: known, zero, missing, not applicable, moved by a correction, and as it was known before the correction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { recognisedInitiative } from '../../../tests/initiatives.ts';
import { givenFinding } from '../../../tests/inspections.ts';
import { approvedByAn, givenPlan, insertPlansWorld, movements } from '../../../tests/plans.ts';
import { at, move, opened, write } from '../../../tests/rounds.ts';
import { given, indicators, sent, verified } from '../../../tests/values.ts';
import { contextFor, now, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { MeasureName } from '../criteria/rule.ts';
import { answerFinding, decideFinding } from '../inspections/findings.server.ts';
import { factsOf } from './facts.server.ts';
import type { Measured } from './measured.ts';
import { measureKey } from './measured.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const pack = { code: 'mau', version: '1', digest: 'x', title: 'Mẫu', facts: '{}', loaded_at: now };
    await tx.insertInto('directive_pack').values(pack).execute();
    await tx.updateTable('movement').set({ pack_code: 'mau' }).where('id', '=', movements.open).execute();
    await body(tx);
  });

type Asked = { readonly today?: string; readonly known?: string; readonly unitId?: string; readonly year?: number };

async function measuredOf(
  tx: Transaction<DB>,
  name: MeasureName,
  { today = '2026-07-31', known, unitId = units.communeAn, year = 2026 }: Asked = {},
  indicator: string | null = null,
): Promise<Measured> {
  const measure = { name, indicator };
  const asked = { judgementId: newId(), year, today, known, unitIds: [unitId, units.communeBinh] };
  const facts = await factsOf(tx, { ...asked, measures: [measure] });
  const found = facts.get(unitId)?.get(measureKey(measure));
  assert.ok(found);
  return found;
}

/** "3/4", or the state with its reason. */
async function said(...asked: Parameters<typeof measuredOf>): Promise<string> {
  const found = await measuredOf(...asked);
  return found.state === 'known'
    ? `${found.quantity.part.toFixed()}/${found.quantity.whole.toFixed()}`
    : `${found.state} ${found.why}`;
}

test('reports: nothing asked does not apply, one that is awaited stands aside, one sent later was owed on the day', async () => {
  await inWorld(async (tx) => {
    assert.equal(await said(tx, 'reports_on_time'), 'not_applicable no_reports_asked');
    const id = await opened(tx);
    // Called on 15 June, due on 22 June.
    assert.equal(await said(tx, 'reports_on_time', { today: '2026-06-22' }), 'not_applicable no_reports_asked');
    assert.deepEqual(
      (await measuredOf(tx, 'reports_on_time', { today: '2026-06-22' })).behind.map((b) => b.way),
      ['report_awaited'],
    );
    assert.equal(await said(tx, 'reports_on_time', { today: '2026-06-23' }), '0/1');
    expectOk(await write(tx, people.officerOfAn, id, 0));
    expectOk(await move(tx, [people.headOfAn, at('2026-06-22')], id, 1, 'sign'));
    const own = await measuredOf(tx, 'reports_on_time');
    assert.deepEqual(own.behind, [
      {
        way: 'report_on_time',
        label: 'Báo cáo tháng 5',
        href: `/ky-bao-cao/${id}`,
        counts: true,
        figure: '2026-06-22',
        goal: '2026-06-22',
        knownAt: '2026-06-22',
      },
    ]);
    assert.equal(await said(tx, 'reports_on_time'), '1/1');
    assert.equal(await said(tx, 'reports_on_time', { unitId: units.communeBinh }), '0/1');
    assert.equal(await said(tx, 'reports_on_time', { known: '2026-06-14' }), 'not_applicable no_reports_asked');
    assert.equal(await said(tx, 'reports_on_time', { known: '2026-06-21' }), 'not_applicable no_reports_asked');
    // Taken back later: it stood on the day.
    expectOk(await move(tx, [people.headOfAn, at('2026-06-25')], id, 2, 'recall'));
    assert.equal(await said(tx, 'reports_on_time'), '0/1');
    assert.equal(await said(tx, 'reports_on_time', { known: '2026-06-24' }), '1/1');
    assert.equal(await said(tx, 'reports_on_time', { year: 2025 }), 'not_applicable no_reports_asked');
  });
});

test('plan and pledges: asked of units in the scope, none is zero, approved later was none on the day', async () => {
  await inWorld(async (tx) => {
    assert.equal(await said(tx, 'plan_issued', { unitId: units.wardChi }), 'not_applicable not_asked_of_unit');
    assert.equal(await said(tx, 'plan_issued'), '0/1');
    const id = await givenPlan(tx, {}, ...approvedByAn);
    const { behind } = await measuredOf(tx, 'plan_issued');
    assert.deepEqual(
      behind.map(({ label, href, knownAt }) => [label, href, knownAt]),
      [['Kế hoạch mẫu', `/ke-hoach/${id}`, '2026-06-15']],
    );
    assert.equal(await said(tx, 'plan_issued'), '1/1');
    assert.equal(await said(tx, 'plan_issued', { known: '2026-06-14' }), '0/1');
    assert.equal(await said(tx, 'plan_issued', { year: 2027 }), '0/1');
    assert.equal(await said(tx, 'pledges_registered'), '0/1');
    const pledgeId = await pledged(tx, '1200');
    assert.equal(await said(tx, 'pledges_registered'), '1/1');
    assert.deepEqual(
      (await measuredOf(tx, 'pledges_registered')).behind.map(({ href }) => href),
      [`/dang-ky-chi-tieu/${pledgeId}`],
    );
    assert.equal(await said(tx, 'pledges_registered', { known: '2026-05-31' }), '0/1');
  });
});

test('initiatives: none is zero, recognised later was none on the day, raised to the province it stays recognised', async () => {
  await inWorld(async (tx) => {
    assert.equal(await said(tx, 'initiatives_recognised'), '0/1');
    const id = await recognisedInitiative(tx);
    assert.equal(await said(tx, 'initiatives_recognised'), '1/1');
    assert.deepEqual(
      (await measuredOf(tx, 'initiatives_recognised')).behind.map(({ knownAt }) => knownAt),
      ['2026-06-15'],
    );
    assert.equal(await said(tx, 'initiatives_recognised', { known: '2026-06-14' }), '0/1');
    await sql`update initiative set stage = 'raised', decided_by = null, decided_at = null where id = ${id}`.execute(
      tx,
    );
    assert.equal(await said(tx, 'initiatives_recognised', { known: '2026-06-14' }), '0/1');
    assert.equal(await said(tx, 'initiatives_recognised', { known: '2026-06-15' }), '1/1');
    assert.equal(await said(tx, 'initiatives_adopted'), '0/1');
    await tx
      .insertInto('initiative_adoption')
      .values({
        id: newId(),
        initiative_id: id,
        unit_id: units.communeBinh,
        adopted_on: '2026-06-20',
        result: 'Đã làm',
        stage: 'verified',
        submitted_by: people.officerOfBinh.personId,
        submitted_at: at('2026-06-21'),
        decided_by: people.headOfBinh.personId,
        decided_at: at('2026-06-22'),
      })
      .execute();
    assert.equal(await said(tx, 'initiatives_adopted'), '1/1');
    assert.match((await measuredOf(tx, 'initiatives_adopted')).behind[0]?.label ?? '', /→ Xã Mẫu Bình$/);
    assert.equal(await said(tx, 'initiatives_adopted', { known: '2026-06-21' }), '0/1');
    assert.equal(await said(tx, 'initiatives_adopted', { unitId: units.communeBinh }), '0/1');
  });
});

test('findings: what is not due yet or waits for the inspector stands aside; closed later was open on the day; the finding is not named', async () => {
  await inWorld(async (tx) => {
    assert.equal(await said(tx, 'findings_closed'), 'not_applicable no_findings');
    const { id, inspectionId } = await givenFinding(tx);
    assert.equal(await said(tx, 'findings_closed', { today: '2026-06-22' }), 'not_applicable no_findings');
    assert.equal(await said(tx, 'findings_closed', { today: '2026-06-23' }), '0/1');
    assert.equal(await said(tx, 'findings_closed', { known: '2026-06-14' }), 'not_applicable no_findings');
    const { version } = await tx.selectFrom('finding').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    const answer = { id, version, answerId: newId(), typed: { said: 'Đã khắc phục' } };
    expectOk(await answerFinding(contextFor(tx, people.headOfAn, at('2026-06-20')), answer));
    assert.equal(await said(tx, 'findings_closed'), 'not_applicable no_findings');
    const close = { id, version: version + 1, move: 'close' } as const;
    expectOk(await decideFinding(contextFor(tx, people.appraiser, at('2026-07-10')), close));
    assert.equal(await said(tx, 'findings_closed'), '1/1');
    assert.equal(await said(tx, 'findings_closed', { known: '2026-07-09' }), 'not_applicable no_findings');
    assert.deepEqual((await measuredOf(tx, 'findings_closed')).behind, [
      {
        way: 'finding_on_time',
        label: null,
        href: `/kiem-tra/${inspectionId}/ton-tai/${id}`,
        counts: true,
        figure: null,
        goal: '2026-06-22',
        knownAt: '2026-07-10',
      },
    ]);
    assert.equal(await said(tx, 'findings_closed', { year: 2027 }), 'not_applicable no_findings');
  });
});

test('goals: without one it does not apply, without a verified figure it is missing and says why, a correction moves it', async () => {
  await inWorld(async (tx) => {
    const share = (asked: Asked = {}) => said(tx, 'indicator', asked, indicators.proven);
    assert.equal(await share(), 'not_applicable no_goal');
    assert.equal(await said(tx, 'indicator', {}, 'KT-00'), 'missing indicator_unknown');
    assert.equal(await said(tx, 'pledges_attained'), 'not_applicable no_pledges');
    await pledged(tx, '80', indicators.proven);
    assert.equal(await share(), 'missing not_due_yet');
    assert.equal(await share({ today: '2027-02-01' }), 'missing not_reported');
    assert.equal(await said(tx, 'pledges_attained', { today: '2027-02-01' }), 'missing not_reported');
    await figured(tx, { value: '0', known: null });
    assert.equal(await share({ today: '2027-02-01' }), 'missing not_verified');
    await sql`update actual set stage = 'withdrawn'`.execute(tx);
    // What was sent and withdrawn is nothing.
    const first = await figured(tx, { value: '0', known: '2027-01-10' });
    // A zero that was earned is a figure.
    assert.equal(await share({ today: '2027-02-01' }), '0/80');
    assert.equal(await said(tx, 'pledges_attained', { today: '2027-02-01' }), '0/1');
    await tx
      .updateTable('actual')
      .set({ superseded_at: at('2027-01-20') })
      .where('id', '=', first)
      .execute();
    await figured(tx, { value: '88', known: '2027-01-20' });
    assert.equal(await share({ today: '2027-02-01' }), '88/80');
    assert.equal(await said(tx, 'pledges_attained', { today: '2027-02-01' }), '1/1');
    assert.equal(await share({ today: '2027-02-01', known: '2027-01-19' }), '0/80');
    assert.equal(await share({ today: '2027-02-01', known: '2027-01-04' }), 'missing not_reported');
    const { behind } = await measuredOf(tx, 'indicator', { today: '2027-02-01' }, indicators.proven);
    assert.deepEqual(behind, [
      {
        way: 'goal_attained',
        label: 'MT-93 Mức mẫu',
        href: '/chi-tieu/MT-93',
        counts: true,
        figure: '88',
        goal: '80',
        knownAt: '2027-01-20',
      },
    ]);
  });
});

test('what adds up over the year is missing until the year is whole, and tells what is certain; a goal passed already is known', async () => {
  await inWorld(async (tx) => {
    await pledged(tx, '100');
    const amount = (asked: Asked = {}) => measuredOf(tx, 'indicator', asked, indicators.amount);
    const why = async (asked: Asked = {}) => said(tx, 'indicator', asked, indicators.amount);
    assert.equal(await why(), 'missing not_reported');
    await given(tx, { period: '2026-05', value: '7' }, sent);
    assert.equal(await why(), 'missing not_verified');
    await sql`update actual set stage = 'withdrawn'`.execute(tx);
    await given(tx, { period: '2026-05', value: '7' }, sent, verified);
    assert.equal(await why(), 'missing not_due_yet');
    // Eleven months that nobody reported are not zero, not even when the year is over.
    assert.equal(await why({ today: '2027-03-01' }), 'missing not_reported');
    const some = await amount({ today: '2027-03-01' });
    assert.equal(some.state === 'missing' && some.atLeast?.part.toFixed(), '7');
    await given(tx, { period: '2026-04', value: '95' }, sent, verified);
    assert.equal(await why(), '102/100');
    assert.equal(await said(tx, 'pledges_attained'), '1/1');
  });
});

test('a unit that ended before the year, or begins after it, has nothing of the year: not zero', async () => {
  await inWorld(async (tx) => {
    await sql`update unit set valid_until = '2026-01-01' where id = ${units.communeAn}`.execute(tx);
    for (const name of ['initiatives_recognised', 'plan_issued', 'findings_closed', 'pledges_attained'] as const)
      assert.equal(await said(tx, name), 'not_applicable not_there_all_year');
    assert.equal(await said(tx, 'initiatives_recognised', { year: 2025 }), '0/1');
    // Ended within the year: what it did until then is its own.
    await sql`update unit set valid_until = '2026-07-01' where id = ${units.communeAn}`.execute(tx);
    await recognisedInitiative(tx);
    assert.equal(await said(tx, 'initiatives_recognised'), '1/1');
  });
});

async function pledged(tx: Transaction<DB>, value: string, indicator: string = indicators.amount): Promise<string> {
  const id = newId();
  const [officer, day] = [people.officerOfAn.personId, at('2026-06-01')];
  const by = { entered_by: officer, submitted_by: officer, entered_at: day, submitted_at: day, decided_at: day };
  const about = { unit_id: units.communeAn, year: 2026, indicator_code: indicator, wording: 'Phấn đấu đạt', value };
  await tx
    .insertInto('pledge')
    .values({ id, ...about, stage: 'accepted', ...by, decided_by: people.appraiser.personId })
    .execute();
  return id;
}

type Figure = { readonly value: string; readonly known: string | null };

/** The year's figure of the indicator that is reported by year; `known` null: sent and not verified. */
async function figured(tx: Transaction<DB>, { value, known }: Figure): Promise<string> {
  const id = newId();
  const by = people.officerOfAn.personId;
  const sentAt = at(known ?? '2027-01-05', '01:00');
  const what = { indicator_code: indicators.proven, unit_id: units.communeAn, period: '2026', value };
  const when = { period_start: '2026-01-01', period_end: '2026-12-31', as_of_date: '2026-12-31' };
  const decided = known && { decided_by: people.appraiser.personId, decided_at: at(known), known_at: at(known) };
  await tx
    .insertInto('actual')
    .values({
      id,
      ...what,
      ...when,
      stage: known === null ? 'submitted' : 'verified',
      entered_by: by,
      entered_at: sentAt,
      submitted_by: by,
      submitted_at: sentAt,
      ...decided,
    })
    .execute();
  return id;
}
