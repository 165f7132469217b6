import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenInitiative, initiativeFor, orderOf, panelVersion, typedInitiative } from '../../../tests/initiatives.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { criteriaSets, decideCriteria, issueCriteria } from './criteria.server.ts';
import { enterInitiative } from './drafting.server.ts';
import { judgeAlike } from './judging.server.ts';
import { moveInitiative } from './moving.server.ts';
import { findInitiative } from './one.server.ts';
import { closePanel, givePoints, seatMember, unseatMember } from './panel.server.ts';
import { initiativesWaiting } from './waiting.server.ts';

const { appraiser, auditor, indicatorOwner, decidingAuthority, headOfAn, officerOfBinh } = people;
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;

const underReview = <Value>(body: (tx: Transaction<DB>, id: string) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const authors = [{ name: 'NGUOI mẫu phụ trách', place: '', share: '100' }];
    const typed = { ...typedInitiative(), authors };
    const id = await givenInitiative(tx, { typed }, ['submit', headOfAn], ['review_at_province', appraiser]);
    return body(tx, id);
  });

const seat = async (tx: Transaction<DB>, id: string, { personId }: Person, by = appraiser) =>
  seatMember(contextFor(tx, by), { id, personId, version: await panelVersion(tx, id) });
type Declared = { readonly hasInterest?: boolean; readonly isNoAuthor?: boolean };
const give = (tx: Transaction<DB>, id: string, by: Person, points = ['28', '35', '25'], declared: Declared = {}) =>
  givePoints(contextFor(tx, by), {
    id,
    typed: (n) => points[n - 1] ?? '',
    remark: 'Nhận xét',
    hasInterest: false,
    ...declared,
  });
const close = async (tx: Transaction<DB>, id: string, by = appraiser) =>
  closePanel(contextFor(tx, by), { id, version: await panelVersion(tx, id) });
const membersSeenBy = async (tx: Transaction<DB>, id: string, actor: Person) =>
  new Map((await findInitiative(tx, actor, id))?.panels[0]?.members.map(({ personId, sum }) => [personId, sum]));

test('who bears an author’s name says first whether they are meant; whoever submitted does not sit', async () => {
  await underReview(async (tx, id) => {
    expectOk(await seat(tx, id, indicatorOwner));
    expectOk(await seat(tx, id, indicatorOwner));
    const seen = async () => {
      const one = await findInitiative(tx, indicatorOwner, id);
      const [member] = one?.panels[0]?.members ?? [];
      return [one?.mayScore, member?.interest, member?.isCleared, member?.hasInterest];
    };
    assert.deepEqual(await seen(), [true, 'namesake', false, false]);
    assert.equal(kindOf(await give(tx, id, indicatorOwner)), 'must_declare');
    expectOk(await give(tx, id, indicatorOwner, undefined, { isNoAuthor: true }));
    assert.deepEqual(await seen(), [true, 'namesake', true, false]);
    expectOk(await give(tx, id, indicatorOwner, [], { hasInterest: true }));
    assert.deepEqual(await seen(), [true, 'namesake', false, true]);
    await sql`update role_holding set unit_id = (select id from unit_now where kind = 'province')
      where person_id = ${headOfAn.personId}`.execute(tx);
    assert.equal(kindOf(await seat(tx, id, headOfAn)), 'sent_it');
    assert.equal(kindOf(await seat(tx, id, officerOfBinh)), 'nobody_chosen');
    assert.equal(kindOf(await seat(tx, id, auditor, officerOfBinh)), 'not_there');
  });
});

const authoredBy = ({ personId }: Person) => ({
  ...typedInitiative(),
  authors: [{ name: 'Tên gọi khác', place: '', share: '100', person: personId }],
});

test('an author with an account reviews nothing of their own, whatever the name: no step, no seat, no verdict, no points to read', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const elsewhere = { ...initiativeFor(), typed: authoredBy(appraiser) };
    assert.deepEqual(refusalOf(await enterInitiative(contextFor(tx, people.officerOfAn), elsewhere)), {
      kind: 'initiative_wrong',
      problems: [{ author: 0, field: 'person', problem: { kind: 'not_offered' } }],
    });
    await sql`update person set unit_id = ${units.communeAn} where id in (${appraiser.personId}, ${auditor.personId})`.execute(
      tx,
    );
    const id = await givenInitiative(tx, { typed: authoredBy(appraiser) }, ['submit', headOfAn]);
    const other = await givenInitiative(tx, {}, ['submit', headOfAn]);
    for (const move of ['return', 'review_at_province'] as const) {
      const order = await orderOf(tx, id, move);
      assert.equal(kindOf(await moveInitiative(contextFor(tx, appraiser), order)), 'has_interest', move);
    }
    const verdict = { judgementId: newId(), id, otherId: other, verdict: 'different', reason: 'Khác' };
    assert.equal(kindOf(await judgeAlike(contextFor(tx, appraiser), verdict)), 'has_interest');
    const lent = {
      ...decidingAuthority,
      holdings: decidingAuthority.holdings.map((one) => ({ ...one, forPersonId: appraiser.personId })),
    };
    const order = await orderOf(tx, id, 'review_at_province');
    assert.equal(kindOf(await moveInitiative(contextFor(tx, lent), order)), 'has_interest');
    expectOk(await moveInitiative(contextFor(tx, decidingAuthority), order));
    assert.equal(kindOf(await seat(tx, id, appraiser, decidingAuthority)), 'is_author');
    for (const deed of [await seat(tx, id, auditor), await close(tx, id)]) assert.equal(kindOf(deed), 'has_interest');
    for (const member of [auditor, indicatorOwner]) expectOk(await seat(tx, id, member, decidingAuthority));
    for (const member of [auditor, indicatorOwner]) expectOk(await give(tx, id, member));
    expectOk(await close(tx, id, decidingAuthority));
    const hidden = new Map([auditor, indicatorOwner].map(({ personId }) => [personId, null]));
    assert.deepEqual(await membersSeenBy(tx, id, appraiser), hidden);
    const moves = (await findInitiative(tx, appraiser, id))?.initiative.moves;
    assert.deepEqual(moves, []);
    const recognise = await orderOf(tx, id, 'recognise');
    assert.equal(kindOf(await moveInitiative(contextFor(tx, appraiser), recognise)), 'has_interest');
    expectOk(await moveInitiative(contextFor(tx, decidingAuthority), recognise));
  });
});

test('a reviewer who bears an author’s name declares at every step not to be that author, and the record keeps it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const authors = [{ name: appraiser.name.toUpperCase(), place: '', share: '100' }];
    const id = await givenInitiative(tx, { typed: { ...typedInitiative(), authors } }, ['submit', headOfAn]);
    const order = await orderOf(tx, id, 'review_at_province');
    assert.equal(kindOf(await moveInitiative(contextFor(tx, appraiser), order)), 'must_declare');
    expectOk(await moveInitiative(contextFor(tx, appraiser), { ...order, isNoAuthor: true }));
    const { rows } = await sql<{ after: { isNoAuthor?: boolean } }>`
      select after from record_entry where subject_id = ${id} and kind = 'initiative.moved' order by at desc, id desc limit 1`.execute(
      tx,
    );
    assert.equal(rows[0]?.after.isNoAuthor, true);
  });
});

test('each member gives points once and changes them until the panel closes; the mean is of those who gave', async () => {
  await underReview(async (tx, id) => {
    for (const member of [auditor, decidingAuthority, appraiser]) expectOk(await seat(tx, id, member));
    assert.equal(kindOf(await give(tx, id, people.administrator)), 'not_there');
    assert.equal(kindOf(await give(tx, id, auditor, ['31', '35', '25'])), 'points_wrong');
    expectOk(await give(tx, id, auditor));
    expectOk(await give(tx, id, auditor, ['30', '40', '30']));
    assert.deepEqual(refusalOf(await close(tx, id)), {
      kind: 'not_all_scored',
      waiting: [decidingAuthority.name, appraiser.name],
    });
    expectOk(await give(tx, id, appraiser, [], { hasInterest: true }));
    expectOk(await give(tx, id, decidingAuthority, ['20', '30', '20']));
    expectOk(await close(tx, id));
    const panel = (await findInitiative(tx, appraiser, id))?.panels[0];
    assert.deepEqual([panel?.mean, panel?.scored], [8500, 2]);
    assert.equal(kindOf(await give(tx, id, auditor)), 'panel_closed');
    assert.equal(kindOf(await seat(tx, id, indicatorOwner)), 'panel_closed');
    await sql`savepoint before_it`.execute(tx);
    await assert.rejects(sql`update initiative_score set points = 1`.execute(tx), /đã khóa chấm/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('a panel of one is no panel; who has given points stays; an older version is a lost race', async () => {
  await underReview(async (tx, id) => {
    const version = await panelVersion(tx, id);
    expectOk(await seat(tx, id, auditor));
    const late = await seatMember(contextFor(tx, appraiser), { id, personId: decidingAuthority.personId, version });
    assert.deepEqual(refusalOf(late), { kind: 'lost_race', current: version + 1 });
    expectOk(await seat(tx, id, decidingAuthority));
    const unseat = async ({ personId }: Person) =>
      unseatMember(contextFor(tx, appraiser), { id, personId, version: await panelVersion(tx, id) });
    expectOk(await unseat(decidingAuthority));
    expectOk(await unseat(decidingAuthority));
    expectOk(await give(tx, id, auditor));
    assert.equal(kindOf(await unseat(auditor)), 'has_scored');
    assert.deepEqual(refusalOf(await close(tx, id)), { kind: 'too_few_scores', scored: 1, fewest: 2 });
    assert.equal(kindOf(await close(tx, id, headOfAn)), 'not_yours');
  });
});

test('while it is open a member sees only own points; closed, reviewers see all and the unit the mean', async () => {
  await underReview(async (tx, id) => {
    for (const member of [auditor, decidingAuthority]) expectOk(await seat(tx, id, member));
    for (const member of [auditor, decidingAuthority]) expectOk(await give(tx, id, member));
    const seen = (own: number | null, others: number | null) =>
      new Map([
        [auditor.personId, own],
        [decidingAuthority.personId, others],
      ]);
    assert.deepEqual(await membersSeenBy(tx, id, auditor), seen(8800, null));
    expectOk(await close(tx, id));
    assert.deepEqual(await membersSeenBy(tx, id, appraiser), seen(8800, 8800));
    assert.deepEqual(await membersSeenBy(tx, id, people.officerOfAn), seen(null, null));
    assert.equal(await findInitiative(tx, officerOfBinh, id), undefined);
  });
});

const typedCriteria = {
  ten: 'Bộ mới',
  'can-cu': 'Quyết định 9',
  'tu-ngay': '2026-06-15',
  'ten-1': 'A',
  'diem-1': '10',
  'muc-dat': '5',
};

test('a new edition of the criteria counts when a second person confirmed it, for panels opened from its first day', async () => {
  await underReview(async (tx, id) => {
    const order = { id: newId(), after: 1, typed: typedCriteria };
    const editionOfNext = async () => {
      const ways = [['submit', headOfAn] as const, ['review_at_province', appraiser] as const];
      const next = await givenInitiative(tx, {}, ...ways);
      return (await findInitiative(tx, appraiser, next))?.panels[0]?.set.edition;
    };
    const decide = (by: Person, move: 'confirm' | 'withdraw', version = 1, set = order.id) =>
      decideCriteria(contextFor(tx, by), { id: set, version, move });
    assert.equal(kindOf(await issueCriteria(contextFor(tx, headOfAn), order)), 'not_allowed');
    expectOk(await issueCriteria(contextFor(tx, appraiser), order));
    expectOk(await issueCriteria(contextFor(tx, appraiser), order));
    const late = { ...order, id: newId() };
    assert.equal(kindOf(await issueCriteria(contextFor(tx, appraiser), late)), 'edition_waiting');
    assert.equal(await editionOfNext(), 1);
    assert.equal(kindOf(await decide(appraiser, 'confirm')), 'four_eyes');
    const lent = {
      ...decidingAuthority,
      holdings: decidingAuthority.holdings.map((one) => ({ ...one, forPersonId: appraiser.personId })),
    };
    assert.equal(kindOf(await decide(lent, 'confirm')), 'four_eyes');
    assert.equal(kindOf(await decide(headOfAn, 'confirm')), 'not_yours');
    assert.equal(kindOf(await decide(decidingAuthority, 'confirm', 2)), 'lost_race');
    assert.equal(kindOf(await decide(decidingAuthority, 'confirm', 1, newId())), 'not_there');
    assert.deepEqual(
      (await criteriaSets(tx, decidingAuthority)).map(({ edition, stage, moves }) => [edition, stage, moves]),
      [
        [2, 'proposed', ['confirm', 'withdraw']],
        [1, 'confirmed', []],
      ],
    );
    assert.equal((await initiativesWaiting(tx, decidingAuthority)).toConfirm, 1);
    assert.equal((await initiativesWaiting(tx, appraiser)).toConfirm, 0);
    expectOk(await decide(decidingAuthority, 'confirm'));
    assert.equal(kindOf(await decide(decidingAuthority, 'withdraw', 2)), 'wrong_stage');
    assert.equal(await editionOfNext(), 2);
    assert.equal((await findInitiative(tx, appraiser, id))?.panels[0]?.set.edition, 1);
    assert.equal(kindOf(await issueCriteria(contextFor(tx, appraiser), late)), 'edition_taken');
  });
});

test('what was proposed and withdrawn is used for nothing; the database keeps every edition as it was written', async () => {
  await underReview(async (tx) => {
    const order = { id: newId(), after: 1, typed: typedCriteria };
    expectOk(await issueCriteria(contextFor(tx, appraiser), order));
    expectOk(await decideCriteria(contextFor(tx, appraiser), { id: order.id, version: 1, move: 'withdraw' }));
    expectOk(await issueCriteria(contextFor(tx, appraiser), { ...order, id: newId(), after: 2 }));
    for (const change of [
      sql`update initiative_criteria_set set threshold = 1 where edition = 3`,
      sql`update initiative_criteria_set set stage = 'proposed' where edition = 1`,
      sql`update initiative_criteria_set set stage = 'confirmed', decided_by = created_by, decided_at = now() where edition = 3`,
      sql`delete from initiative_criteria_set where edition = 3`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(change.execute(tx), /không được sửa|four_eyes|permission denied/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});
