import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import {
  approved,
  findingFor,
  givenFinding,
  givenInspection,
  givenProgramme,
  held,
  inWorld,
  paper,
  planFor,
  programmeFor,
  team,
  typedFinding,
  typedInspection,
  typedMinutes,
} from '../../../tests/inspections.ts';
import { movements } from '../../../tests/plans.ts';
import { schemes } from '../../../tests/values.ts';
import { contextFor, people, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { schemesChecked } from './coverage.server.ts';
import { answerFinding, decideFinding, removeFinding, saveFinding } from './findings.server.ts';
import { listFindings } from './list.server.ts';
import { moveInspection, writeMinutes } from './minutes.server.ts';
import { findFinding, findInspection } from './one.server.ts';
import { changeInspection, planInspections } from './planning.server.ts';
import { changeProgramme, enterProgramme, moveProgramme } from './programmes.server.ts';
import { sharesOf } from './shares.server.ts';
import { inspectionsWaiting, remediesOwed } from './waiting.server.ts';

const refusalOf = (result: { ok: boolean; refusal?: object }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? null : result.refusal?.kind);

test('a programme is drafted once however often it is sent, changed by version, approved with its signed paper', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const one = programmeFor();
    expectOk(await enterProgramme(context, one));
    assert.deepEqual(expectOk(await enterProgramme(context, one)), { id: one.id, version: 1 });
    const other = { ...one, typed: { ...one.typed, title: 'Khác' } };
    assert.deepEqual(refusalOf(await enterProgramme(context, other)), { kind: 'lost_race', current: 1 });
    const change = { id: one.id, version: 1, typed: { ...one.typed, title: 'Sửa' } };
    expectOk(await changeProgramme(context, change));
    assert.deepEqual(refusalOf(await changeProgramme(context, change)), { kind: 'lost_race', current: 2 });
    const approve = { id: one.id, version: 2, move: 'approve', typed: paper } as const;
    assert.deepEqual(refusalOf(await moveProgramme(context, approve)), { kind: 'nothing_planned' });
    await givenInspection(tx, { programmeId: one.id });
    const toCome = await moveProgramme(context, { ...approve, typed: { number: '', date: '2026-07-01' } });
    assert.deepEqual(refusalOf(toCome), {
      kind: 'inspection_wrong',
      problems: [
        { field: 'number', problem: { kind: 'missing' } },
        { field: 'date', problem: { kind: 'to_come' } },
      ],
    });
    expectOk(await moveProgramme(context, approve));
    const late = await changeProgramme(context, { ...change, version: 3 });
    assert.equal(kindOf(late), 'wrong_stage');
    assert.equal(kindOf(await planInspections(context, planFor({ programmeId: one.id }))), 'wrong_stage');
  });
});

test('a programme is drafted by the body’s own office: not for others, not for a scheme it does not lead or that is secret', async () => {
  await inWorld(async (tx) => {
    const enter = (by: Person, more: object) => enterProgramme(contextFor(tx, by), programmeFor(more));
    assert.equal(kindOf(await enter(people.appraiser, { unitId: units.communeAn })), 'not_yours');
    assert.equal(kindOf(await enter(people.officerOfBinh, { unitId: units.communeAn })), 'not_yours');
    assert.equal(kindOf(await enter(people.nobody, {})), 'not_yours');
    assert.equal(kindOf(await enter(people.appraiser, { unitId: newId() })), 'not_there');
    const withScheme = (scheme: string) => ({ typed: { ...programmeFor().typed, scheme } });
    const led = { unitId: units.department, ...withScheme(schemes.open) };
    assert.equal(kindOf(await enter(people.officerOfDepartment, led)), null);
    const secret = { unitId: units.department, ...withScheme(schemes.secret) };
    assert.equal(kindOf(await enter(people.officerOfDepartment, secret)), 'secret_inspection');
    assert.equal(kindOf(await enter(people.appraiser, withScheme(schemes.open))), 'inspection_wrong');
    assert.equal(kindOf(await enter(people.officerOfAn, { unitId: units.communeAn })), null);
  });
});

test('one inspection for each unit chosen, the same when sent twice; none where one of them may not be inspected', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const plan = planFor({ unitIds: [units.communeAn, units.communeBinh, units.communeAn, ''] });
    const made = expectOk(await planInspections(context, plan));
    assert.equal(made.length, 2);
    assert.deepEqual(expectOk(await planInspections(context, plan)), made);
    const byAn = contextFor(tx, people.headOfAn);
    const ofBinh = planFor({ byUnitId: units.communeAn, unitIds: [units.communeBinh] });
    assert.deepEqual(refusalOf(await planInspections(byAn, ofBinh)), {
      kind: 'inspection_wrong',
      problems: [{ field: 'unit', problem: { kind: 'not_offered' } }],
    });
    const own = planFor({ byUnitId: units.communeAn, unitIds: [units.communeAn, units.village] });
    assert.equal(expectOk(await planInspections(byAn, own)).length, 2);
    const lead = planFor({
      byUnitId: units.department,
      unitIds: [units.communeAn],
      about: { schemeCode: schemes.open, movementId: null },
    });
    assert.equal(expectOk(await planInspections(contextFor(tx, people.officerOfDepartment), lead)).length, 1);
    const empty = await planInspections(context, planFor({ unitIds: [''] }));
    assert.equal(kindOf(empty), 'inspection_wrong');
    assert.equal(kindOf(await planInspections(context, planFor({ byUnitId: units.communeAn }))), 'not_yours');
  });
});

test('nothing under state secrets is inspected here, by the command and by the database', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const secret = { schemeCode: schemes.secret, movementId: null };
    assert.equal(kindOf(await planInspections(context, planFor({ about: secret }))), 'secret_inspection');
    const off = { schemeCode: null, movementId: movements.secret };
    assert.equal(kindOf(await planInspections(context, planFor({ about: off }))), 'secret_inspection');
    const id = await givenInspection(tx);
    const past = sql`update inspection set scheme_code = ${schemes.secret} where id = ${id}`;
    await assert.rejects(past.execute(tx), /secret_scheme/);
  });
});

test('days and team may change until the minutes are closed; two who change it do not overwrite each other', async () => {
  await inWorld(async (tx) => {
    const programmeId = await givenProgramme(tx);
    const id = await givenInspection(tx, { programmeId });
    await approved(tx, programmeId);
    const context = contextFor(tx, people.appraiser);
    const change = { id, version: 1, typed: { ...typedInspection, lastDay: '2026-06-10' }, team };
    expectOk(await changeInspection(context, change));
    assert.deepEqual(refusalOf(await changeInspection(context, change)), { kind: 'lost_race', current: 2 });
    const otherYear = {
      ...change,
      version: 2,
      typed: { ...typedInspection, firstDay: '2027-01-04', lastDay: '2027-01-05' },
    };
    assert.equal(kindOf(await changeInspection(context, otherYear)), 'inspection_wrong');
    assert.equal(
      kindOf(await changeInspection(contextFor(tx, people.officerOfAn), { ...change, version: 2 })),
      'not_yours',
    );
    assert.equal(
      kindOf(await changeInspection(contextFor(tx, people.officerOfBinh), { ...change, version: 2 })),
      'not_there',
    );
  });
});

test('minutes are closed when they say when, who and what; then neither they nor the findings change, whoever writes', async () => {
  await inWorld(async (tx) => {
    const id = await givenInspection(tx);
    const context = contextFor(tx, people.appraiser);
    const bare = await moveInspection(context, { id, version: 1, move: 'issue' });
    assert.equal(kindOf(bare), 'inspection_wrong');
    const toCome = await writeMinutes(context, { id, version: 1, typed: { ...typedMinutes, heldUntil: '2026-06-20' } });
    assert.equal(kindOf(toCome), 'inspection_wrong');
    const findingId = await held(tx, id);
    for (const past of [
      sql`update inspection set results = 'x' where id = ${id}`,
      sql`update finding set due_on = '2027-01-01' where id = ${findingId}`,
      sql`delete from finding where id = ${findingId}`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(past.execute(tx), /không được/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
    const late = await saveFinding(context, findingFor(id));
    assert.equal(kindOf(late), 'wrong_stage');
  });
});

test('what a programme in preparation plans is not held yet; what is called off needs a reason', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const id = await givenInspection(tx, { programmeId: await givenProgramme(tx) });
    expectOk(await writeMinutes(context, { id, version: 1, typed: typedMinutes }));
    assert.equal(kindOf(await moveInspection(context, { id, version: 2, move: 'issue' })), 'programme_open');
    const bare = await moveInspection(context, { id, version: 2, move: 'cancel' });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'cancel', need: 'reason' });
    expectOk(await moveInspection(context, { id, version: 2, move: 'cancel', reason: 'Trùng lịch' }));
  });
});

test('a finding is due on a working day; a draft is mended by version and may be taken off', async () => {
  await inWorld(async (tx) => {
    const id = await givenInspection(tx);
    const context = contextFor(tx, people.appraiser);
    const one = findingFor(id);
    expectOk(await saveFinding(context, one));
    expectOk(await saveFinding(context, one));
    const found = await findFinding(tx, people.appraiser, { inspectionId: id, id: one.id, today });
    assert.deepEqual([found?.finding.askedDay, found?.finding.dueOn], ['2026-06-20', '2026-06-22']);
    expectOk(await saveFinding(context, { ...one, version: 1, typed: { ...typedFinding, remedy: 'Khác' } }));
    assert.equal(kindOf(await saveFinding(context, { ...one, version: 1 })), 'lost_race');
    const past = await saveFinding(context, findingFor(id, { typed: { ...typedFinding, dueOn: today } }));
    assert.equal(kindOf(past), 'inspection_wrong');
    const stranger = await saveFinding(
      context,
      findingFor(id, { typed: { ...typedFinding, owner: people.headOfBinh.personId } }),
    );
    assert.equal(kindOf(stranger), 'inspection_wrong');
    const remove = { inspectionId: id, id: one.id, version: 2 };
    assert.equal(kindOf(await removeFinding(contextFor(tx, people.headOfAn), remove)), 'not_there');
    expectOk(await removeFinding(context, remove));
    assert.equal(kindOf(await removeFinding(context, remove)), 'not_there');
  });
});

test('the unit answers once however often it is sent; whoever answered does not close; returned it is answered again', async () => {
  await inWorld(async (tx) => {
    const { inspectionId, id } = await givenFinding(tx);
    const officer = contextFor(tx, people.officerOfAn);
    const answer = { answerId: newId(), id, version: 1, typed: { said: 'Đã đăng ký 5 chỉ tiêu' } };
    assert.equal(kindOf(await answerFinding(officer, { ...answer, typed: { said: ' ' } })), 'inspection_wrong');
    assert.equal(kindOf(await answerFinding(contextFor(tx, people.officerOfBinh), answer)), 'not_there');
    assert.equal(kindOf(await answerFinding(contextFor(tx, people.appraiser), answer)), 'not_yours');
    assert.deepEqual(
      (await remediesOwed(tx, people.headOfAn)).map((remedy) => remedy.id),
      [id],
    );
    expectOk(await answerFinding(officer, answer));
    assert.deepEqual(expectOk(await answerFinding(officer, answer)), { id, version: 2 });
    assert.equal((await inspectionsWaiting(tx, people.appraiser, today)).toLookAt.length, 1);
    const both = { ...people.officerOfAn, holdings: [...people.officerOfAn.holdings, ...people.appraiser.holdings] };
    const own = await decideFinding(contextFor(tx, both), { id, version: 2, move: 'close' });
    assert.deepEqual(refusalOf(own), { kind: 'four_eyes', move: 'close' });
    const bare = await decideFinding(contextFor(tx, people.appraiser), { id, version: 2, move: 'return' });
    assert.equal(kindOf(bare), 'needs');
    expectOk(
      await decideFinding(contextFor(tx, people.appraiser), { id, version: 2, move: 'return', reason: 'Thiếu' }),
    );
    expectOk(await answerFinding(officer, { ...answer, answerId: newId(), version: 3 }));
    expectOk(await decideFinding(contextFor(tx, people.appraiser), { id, version: 4, move: 'close' }));
    const late = await decideFinding(contextFor(tx, people.appraiser), { id, version: 4, move: 'close' });
    assert.equal(kindOf(late), 'wrong_stage');
    const one = await findFinding(tx, people.officerOfAn, { inspectionId, id, today });
    assert.deepEqual([one?.finding.standing, one?.answers.length], ['on_time', 2]);
    const { all } = await sharesOf(tx, people.auditor, { by: 'unit', today });
    assert.deepEqual(all, { all: 1, onTime: 1, late: 0, overdue: 0, open: 0 });
  });
});

test('what is overdue shows by itself', async () => {
  await inWorld(async (tx) => {
    await givenFinding(tx);
    const after = await listFindings(tx, people.headOfAn, { today: '2026-06-23' });
    assert.deepEqual(
      after.rows.map(({ standing }) => standing),
      ['overdue'],
    );
    assert.equal((await listFindings(tx, people.headOfAn, { today: '2026-06-22', isOverdue: true })).total, 0);
    assert.equal((await listFindings(tx, people.headOfAn, { today: '2026-06-23', isOverdue: true })).total, 1);
  });
});

test('a lead body has checked its scheme when minutes of its own inspection or self-check are closed', async () => {
  await inWorld(async (tx) => {
    const checked = () => schemesChecked(tx, people.nobody, { first: '2026-01-01', last: '2026-12-31' });
    const about = { schemeCode: schemes.open, movementId: null };
    const by = people.officerOfDepartment;
    const lead = { byUnitId: units.department, about, by };
    const id = await givenInspection(tx, { ...lead, unitIds: [units.department] });
    await givenFinding(tx, { about });
    assert.deepEqual(await checked(), []);
    await held(tx, id, by);
    const row = { schemeCode: schemes.open, unitId: units.department, lastHeldOn: '2026-06-09' };
    assert.deepEqual(await checked(), [{ ...row, checks: 1 }]);
    const kind = (await findInspection(tx, people.auditor, { id, today }))?.inspection.kind;
    assert.equal(kind, 'self_check');
    const lastYear = await schemesChecked(tx, people.nobody, { first: '2025-01-01', last: '2025-12-31' });
    assert.deepEqual(lastYear, []);
  });
});
