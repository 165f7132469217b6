import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { approved, givenFinding, givenInspection, givenProgramme, inWorld } from '../../../tests/inspections.ts';
import { people, system, today, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { schemesChecked } from './coverage.server.ts';
import { inspectionsFile } from './exports.server.ts';
import { listFindings, listInspections, listProgrammes } from './list.server.ts';
import { findInspection } from './one.server.ts';
import { sharesOf } from './shares.server.ts';

const everything = {
  programmes: ['approved', 'draft'],
  inspections: ['an held', 'binh held', 'binh planned', 'of draft'],
  findings: ['an', 'binh'],
};
const seen: readonly (readonly [string, Actor, typeof everything])[] = [
  ['a stranger', stranger, { programmes: [], inspections: [], findings: [] }],
  ['a person without a role', people.nobody, { programmes: [], inspections: [], findings: [] }],
  ['the officer of An', people.officerOfAn, { programmes: [], inspections: ['an held'], findings: ['an'] }],
  [
    'the head of Bình',
    people.headOfBinh,
    { programmes: ['approved'], inspections: ['binh held', 'binh planned'], findings: ['binh'] },
  ],
  [
    'the officer of a department that inspects nothing',
    people.officerOfDepartment,
    { programmes: [], inspections: [], findings: [] },
  ],
  ['the appraiser', people.appraiser, everything],
  ['the auditor', people.auditor, everything],
  ['the deciding authority', people.decidingAuthority, everything],
  ['an administrator', people.administrator, { programmes: [], inspections: [], findings: [] }],
  [
    'a token of the API',
    { ...people.appraiser, scopes: ['actuals:read'] },
    { programmes: [], inspections: [], findings: [] },
  ],
  ['the system', system, everything],
];

async function given(tx: Transaction<DB>) {
  const draft = await givenProgramme(tx);
  const programme = await givenProgramme(tx);
  const ofBinh = { unitIds: [units.communeBinh] };
  const planned = await givenInspection(tx, { programmeId: programme, ...ofBinh });
  await approved(tx, programme);
  const an = await givenFinding(tx);
  const binh = await givenFinding(tx, ofBinh);
  const names: readonly (readonly [string, string])[] = [
    [draft, 'draft'],
    [programme, 'approved'],
    [await givenInspection(tx, { programmeId: draft, ...ofBinh }), 'of draft'],
    [planned, 'binh planned'],
    [an.inspectionId, 'an held'],
    [binh.inspectionId, 'binh held'],
    [an.id, 'an'],
    [binh.id, 'binh'],
  ];
  return { names: new Map(names), an };
}

for (const [who, actor, expected] of seen) {
  test(`${who} sees exactly what is theirs, listed, counted and shared`, async () => {
    await inWorld(async (tx) => {
      const { names, an } = await given(tx);
      const named = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => names.get(id) ?? id).toSorted();
      const programmes = await listProgrammes(tx, actor, {});
      const inspections = await listInspections(tx, actor, {});
      const findings = await listFindings(tx, actor, { today });
      assert.deepEqual(
        { programmes: named(programmes.rows), inspections: named(inspections.rows), findings: named(findings.rows) },
        expected,
      );
      const totals = [programmes.total, inspections.total, findings.total];
      assert.deepEqual(
        totals,
        Object.values(expected).map((some) => some.length),
      );
      const shares = await sharesOf(tx, actor, { by: 'unit', today });
      assert.equal(shares.all.all, expected.findings.length);
      const one = await findInspection(tx, actor, { id: an.inspectionId, today });
      assert.equal(
        one?.inspection.results !== undefined && one.findings.length === 1,
        expected.findings.includes('an'),
      );
    });
  });
}

test('who stands in the team reads minutes and findings, and no others', async () => {
  await inWorld(async (tx) => {
    const byDepartment = { byUnitId: units.department, unitIds: [units.department] };
    const member = people.indicatorOwner;
    const team = [{ name: member.name, part: 'leader' }] as const;
    const { id } = await givenFinding(tx, { ...byDepartment, team, by: people.officerOfDepartment });
    await givenFinding(tx);
    const mine = await listFindings(tx, member, { today });
    assert.deepEqual(
      mine.rows.map((row) => row.id),
      [id],
    );
  });
});

test('before they are closed, the unit knows of the inspection but reads neither minutes nor findings nor team papers', async () => {
  await inWorld(async (tx) => {
    const id = await givenInspection(tx);
    const one = await findInspection(tx, people.headOfAn, { id, today });
    assert.deepEqual([one?.inspection.seesMinutes, one?.inspection.results, one?.findings], [false, '', []]);
  });
});

test('an export holds what the list holds', async () => {
  await inWorld(async (tx) => {
    await given(tx);
    const csv = await (await inspectionsFile(tx, people.officerOfAn, { query: {}, ending: 'csv' })).text();
    assert.equal(csv.trim().split('\n').length, 2);
    assert.ok(!csv.includes('Bình'));
  });
});

test('that checks were held is known to whoever is signed in, to no token and no stranger', async () => {
  await inWorld(async (tx) => {
    const days = { first: '2026-01-01', last: '2026-12-31' };
    for (const actor of [stranger, { ...people.appraiser, scopes: ['actuals:read'] }] as const)
      assert.deepEqual(await schemesChecked(tx, actor, days), []);
  });
});
