import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { givenFinding } from '../../../tests/inspections.ts';
import { approvedByAn, givenPlan } from '../../../tests/plans.ts';
import { at, inWorld, move, opened, write } from '../../../tests/rounds.ts';
import { inDirectiveWorld } from '../../../tests/urging.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { dutyPages } from '../offline/duties.server.ts';
import { nameOwners } from '../urging/naming.server.ts';
import { gatherDuties } from '../urging/gather.server.ts';
import { countOf, workOf } from './work.server.ts';

const day = '2026-08-03';
const now = at(day);
const deedsOf = async (tx: Transaction<DB>, person: Person, when = now) =>
  (await workOf(tx, person, when)).deeds.map(({ duty, begun }) => ({
    key: duty.key,
    kind: duty.kind,
    state: duty.state,
    href: begun?.href ?? duty.href,
    begun: begun?.stage,
  }));

test('all that urging knows of a unit stands in the work of its people exactly once, and of no other unit', () =>
  inDirectiveWorld(async (tx) => {
    await opened(tx);
    await givenPlan(tx, {}, ...approvedByAn);
    await givenFinding(tx);
    const { duties } = await gatherDuties(tx, people.headOfAn, { today: day, unitIds: [units.communeAn] });
    const kinds = new Set(duties.map(({ kind }) => kind));
    for (const kind of ['report', 'values', 'pledge', 'task', 'milestone', 'receipt', 'finding', 'initiative'] as const)
      assert.ok(kinds.has(kind), kind);
    const wanted = duties.map(({ key }) => key).toSorted();
    for (const person of [people.officerOfAn, people.headOfAn])
      assert.deepEqual((await deedsOf(tx, person)).map(({ key }) => key).toSorted(), wanted);
    const late = (await deedsOf(tx, people.officerOfAn)).filter(({ state }) => state === 'late');
    assert.ok(late.some(({ kind }) => kind === 'task'));
    const ofBinh = await deedsOf(tx, people.headOfBinh);
    assert.deepEqual(
      ofBinh.filter(({ key }) => wanted.includes(key)),
      [],
    );
    assert.deepEqual(await deedsOf(tx, people.nobody), []);
    const work = await workOf(tx, people.officerOfAn, now);
    assert.equal(countOf(work), wanted.length + work.beside.length);
  }));

test('a duty stays in the work of the unit when one of them is named for it', () =>
  inDirectiveWorld(async (tx) => {
    await opened(tx);
    const names = [{ kind: 'report' as const, key: null, personId: people.headOfAn.personId, version: 0 }];
    expectOk(await nameOwners(contextFor(tx, people.headOfAn), { unitId: units.communeAn, names }));
    const owners = async (person: Person) =>
      (await workOf(tx, person, now)).deeds
        .filter(({ duty }) => duty.kind === 'report')
        .map(({ duty }) => duty.owners.map(({ name }) => name));
    for (const person of [people.officerOfAn, people.headOfAn])
      assert.deepEqual(await owners(person), [['Người Mẫu An Hai']]);
  }));

test('a report is one line all its way: to write, to send, to sign, to mend', () =>
  inWorld(async (tx) => {
    const id = await opened(tx);
    const seen = async (person: Person) =>
      (await deedsOf(tx, person)).filter(({ kind }) => kind === 'report').map(({ begun, href }) => [begun, href]);
    const href = `/bao-cao/${id}/mau-an`;
    assert.deepEqual(await seen(people.officerOfAn), [[undefined, href]]);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    assert.deepEqual(await seen(people.officerOfAn), [['draft', href]]);
    expectOk(await move(tx, [people.officerOfAn], id, 1, 'present'));
    assert.deepEqual(
      [await seen(people.officerOfAn), await seen(people.headOfAn)],
      [[['presented', href]], [['to_sign', href]]],
    );
    expectOk(await move(tx, [people.headOfAn], id, 2, 'sign'));
    assert.deepEqual(await seen(people.headOfAn), []);
    expectOk(await move(tx, [people.appraiser], id, 3, 'return', 'Thiếu bảng'));
    assert.deepEqual(await seen(people.officerOfAn), [['returned', href]]);
  }));

test('a plan owed is its draft once there is one, and what the head has to decide is not said twice', () =>
  inDirectiveWorld(async (tx) => {
    const seen = async (person: Person) =>
      (await deedsOf(tx, person)).filter(({ kind }) => kind === 'plan').map(({ begun }) => begun);
    assert.deepEqual(await seen(people.officerOfAn), [undefined]);
    await givenPlan(tx, {}, ['submit', people.officerOfAn]);
    assert.deepEqual([await seen(people.officerOfAn), await seen(people.headOfAn)], [['submitted'], []]);
    assert.equal((await workOf(tx, people.headOfAn, now)).plans.toApprove, 1);
  }));

test('a paper under the rules on state secrets waits in the work of whoever may say that it came, and of nobody else', () =>
  inWorld(async (tx) => {
    const paper = { id: newId(), number: '12/BC-UBND', paper_date: '2026-06-10', entered_by: people.headOfAn.personId };
    const sent = { sender_id: units.communeAn, receiver_id: units.department, entered_at: at('2026-06-11') };
    const { code } = await tx
      .selectFrom('scheme')
      .select('code')
      .where('is_secret', '=', true)
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('secret_paper')
      .values({ ...paper, ...sent, scheme_code: code })
      .execute();
    const seen = async (person: Person) => (await workOf(tx, person, now)).secretPapers.map(({ number }) => number);
    assert.deepEqual(await seen(people.officerOfDepartment), ['12/BC-UBND']);
    for (const person of [people.headOfAn, people.officerOfBinh, people.administrator, people.nobody])
      assert.deepEqual(await seen(person), []);
  }));

test('what can be written without a line is kept from the same list', () =>
  inDirectiveWorld(async (tx) => {
    const id = await opened(tx);
    const pages = await dutyPages(tx, people.officerOfAn, now);
    assert.equal(pages[0], '/viec-cua-toi');
    assert.ok(pages.includes(`/bao-cao/${id}/mau-an`));
    assert.ok(pages.every((path) => /^\/(viec-cua-toi|bao-cao|nhap-so-lieu|ke-hoach)/.test(path)));
  }));
