import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenInitiative, panelVersion, typedInitiative } from '../../../tests/initiatives.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { criteriaSets, issueCriteria } from './criteria.server.ts';
import { findInitiative } from './one.server.ts';
import { closePanel, givePoints, seatMember, unseatMember } from './panel.server.ts';

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
const give = (tx: Transaction<DB>, id: string, by: Person, points = ['28', '35', '25'], hasInterest = false) =>
  givePoints(contextFor(tx, by), { id, typed: (n) => points[n - 1] ?? '', remark: 'Nhận xét', hasInterest });
const close = async (tx: Transaction<DB>, id: string, by = appraiser) =>
  closePanel(contextFor(tx, by), { id, version: await panelVersion(tx, id) });
const membersSeenBy = async (tx: Transaction<DB>, id: string, actor: Person) =>
  new Map((await findInitiative(tx, actor, id))?.panels[0]?.members.map(({ personId, sum }) => [personId, sum]));

test('an author sits on record and gives no points, whatever the marks of the name; whoever submitted does not sit', async () => {
  await underReview(async (tx, id) => {
    expectOk(await seat(tx, id, indicatorOwner));
    expectOk(await seat(tx, id, indicatorOwner));
    const one = await findInitiative(tx, indicatorOwner, id);
    assert.deepEqual([one?.mayScore, one?.panels[0]?.members.map(({ isAuthor }) => isAuthor)], [false, [true]]);
    assert.equal(kindOf(await give(tx, id, indicatorOwner)), 'has_interest');
    await sql`update role_holding set unit_id = (select id from unit_now where kind = 'province')
      where person_id = ${headOfAn.personId}`.execute(tx);
    assert.equal(kindOf(await seat(tx, id, headOfAn)), 'sent_it');
    assert.equal(kindOf(await seat(tx, id, officerOfBinh)), 'nobody_chosen');
    assert.equal(kindOf(await seat(tx, id, auditor, officerOfBinh)), 'not_there');
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
    expectOk(await give(tx, id, appraiser, [], true));
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

test('a new edition of the criteria counts for panels opened from its first day; what was reviewed keeps its own', async () => {
  await underReview(async (tx, id) => {
    const typed = {
      ten: 'Bộ mới',
      'can-cu': 'Quyết định 9',
      'tu-ngay': '2026-06-15',
      'ten-1': 'A',
      'diem-1': '10',
      'muc-dat': '5',
    };
    const order = { id: newId(), after: 1, typed };
    assert.equal(kindOf(await issueCriteria(contextFor(tx, headOfAn), order)), 'not_allowed');
    expectOk(await issueCriteria(contextFor(tx, appraiser), order));
    expectOk(await issueCriteria(contextFor(tx, appraiser), order));
    assert.equal(kindOf(await issueCriteria(contextFor(tx, appraiser), { ...order, id: newId() })), 'edition_taken');
    assert.deepEqual(
      (await criteriaSets(tx)).map(({ edition, basis, threshold }) => [edition, basis, threshold]),
      [
        [2, 'Quyết định 9', 500],
        [1, null, 7000],
      ],
    );
    const ways = [['submit', headOfAn] as const, ['review_at_province', appraiser] as const];
    const next = await givenInitiative(tx, {}, ...ways);
    assert.equal((await findInitiative(tx, appraiser, next))?.panels[0]?.set.edition, 2);
    assert.equal((await findInitiative(tx, appraiser, id))?.panels[0]?.set.edition, 1);
  });
});
