/** Equal scores that a recorded decision parts, and thresholds and signatures that hold a result to what was signed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { rankingPage } from './page.server.ts';
import { publishedResult } from './publication/public.server.ts';
import { publishResult } from './publication/publishing.server.ts';
import { moveResult } from './settling.server.ts';
import type { BreakTie } from './ties.server.ts';
import { breakTie, withdrawTie } from './ties.server.ts';
import { resultsWaiting } from './waiting.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const afterTerm = new Date('2026-06-30T02:00:00.000Z');
const today = '2026-06-30';
const at = (tx: Tx, by: Person) => contextFor(tx, by, afterTerm);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const versionOf = async (tx: Tx, id: string) =>
  (await tx.selectFrom('judgement').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;
const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };

async function settled(tx: Tx, points = { an: '38', binh: '38' }): Promise<string> {
  const { id } = await appraisedJudgement(tx, points);
  await judged(tx, id, 'announce');
  expectOk(await moveResult(at(tx, people.appraiser), { id, version: await versionOf(tx, id), move: 'settle' }));
  return id;
}

const order = [units.communeBinh, units.communeAn];
const breaking = async (tx: Tx, judgementId: string, over: Partial<BreakTie> = {}, by: Person = people.appraiser) =>
  breakTie(at(tx, by), {
    id: newId(),
    judgementId,
    version: over.version ?? (await versionOf(tx, judgementId)),
    order,
    reason: 'Hội đồng xem xét thành tích mẫu',
    documentNumber: '12/TB-SNV',
    ...over,
  });
const places = async (tx: Tx, id: string) =>
  (await rankingPage(tx, people.appraiser, { id, today }))?.ranking?.rows.map(({ unitId, place, partedBy }) => [
    unitId,
    place,
    partedBy?.kind ?? null,
  ]);

test('a decision parts exactly the units that are equal, is recorded, and withdrawn leaves them equal again', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx);
    assert.deepEqual(await places(tx, id), [
      [units.communeAn, 1, null],
      [units.communeBinh, 1, null],
    ]);
    const decision = newId();
    const { version } = expectOk(await breaking(tx, id, { id: decision }));
    assert.deepEqual(await places(tx, id), [
      [units.communeBinh, 1, 'decision'],
      [units.communeAn, 2, 'decision'],
    ]);
    const withdraw = { id: decision, judgementId: id, reason: 'Ghi nhầm' };
    expectOk(await withdrawTie(at(tx, people.appraiser), { ...withdraw, version }));
    assert.deepEqual(
      (await places(tx, id))?.map(([, place]) => place),
      [1, 1],
    );
    assert.equal(
      kindOf(await withdrawTie(at(tx, people.appraiser), { ...withdraw, version: version + 1 })),
      'not_there',
    );
    const broken = (await recorded(tx)).filter(({ kind }) => kind === 'judgement.tie_broken');
    assert.equal(broken.length, 2);
  });
});

test('each way a decision on equal scores is refused, and sent twice it is one', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx);
    assert.equal(kindOf(await breaking(tx, id, { reason: ' ' })), 'needs');
    assert.equal(kindOf(await breaking(tx, id, { order: [units.communeAn] })), 'order_wrong');
    assert.equal(kindOf(await breaking(tx, id, { order: [units.communeAn, units.communeAn] })), 'order_wrong');
    assert.equal(kindOf(await breaking(tx, id, { order: [...order, units.department] })), 'not_equal');
    assert.equal(kindOf(await breaking(tx, id, { documentNumber: 'x'.repeat(101) })), 'tie_text_too_long');
    assert.equal(kindOf(await breaking(tx, id, { version: 1 })), 'lost_race');
    assert.equal(kindOf(await breaking(tx, id, {}, people.headOfAn)), 'not_yours');
    assert.equal(kindOf(await breaking(tx, newId(), { version: 1 })), 'not_there');
    const decision = newId();
    const version = await versionOf(tx, id);
    expectOk(await breaking(tx, id, { id: decision, version }));
    expectOk(await breaking(tx, id, { id: decision, version }));
    assert.equal(kindOf(await breaking(tx, id)), 'not_equal');
    assert.equal((await tx.selectFrom('tie_decision').select('id').execute()).length, 1);
  });
});

test('units that are not equal are not parted by a decision', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx, { an: '38', binh: '40' });
    assert.equal(kindOf(await breaking(tx, id)), 'not_equal');
  });
});

test('nothing is frozen but what the council signed; opened again and signed anew it is', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx);
    const move = async (by: Person, way: 'settle' | 'sign_off' | 'freeze') =>
      moveResult(at(tx, by), { id, version: await versionOf(tx, id), move: way, minutes });
    expectOk(await move(secretary, 'sign_off'));
    await tx
      .updateTable('card_score')
      .set({ points: 3700 })
      .where('code', '=', 'I.1')
      .where('step', '=', 'appraisal')
      .where('card_id', 'in', (eb) => eb.selectFrom('score_card').select('id').where('unit_id', '=', units.communeAn))
      .execute();
    const page = await rankingPage(tx, people.decidingAuthority, { id, today });
    assert.deepEqual(
      page?.next?.conditions.map(({ kind, met }) => [kind, met]),
      [
        ['points_whole', true],
        ['as_signed', false],
      ],
    );
    const refused = await move(people.decidingAuthority, 'freeze');
    assert.deepEqual(refused.ok ? null : refused.refusal, { kind: 'results_moved', unitIds: [units.communeAn] });
    await judged(tx, id, 'reopen', afterTerm);
    expectOk(await move(people.appraiser, 'settle'));
    expectOk(await move(secretary, 'sign_off'));
    expectOk(await move(people.decidingAuthority, 'freeze'));
  });
});

test('each step waits for whose turn it is, and settling for nobody while objections may come', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    const all = [people.appraiser, secretary, people.decidingAuthority, people.headOfAn];
    const waiting = async (day = today) => {
      const found: (string | undefined)[] = [];
      for (const who of all) found.push((await resultsWaiting(tx, who, day)).results[0]?.move);
      return found;
    };
    const move = async (by: Person, way: 'settle' | 'sign_off' | 'freeze') =>
      expectOk(await moveResult(at(tx, by), { id, version: await versionOf(tx, id), move: way, minutes }));
    assert.deepEqual(await waiting('2026-06-22'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(await waiting(), ['settle', undefined, undefined, undefined]);
    await move(people.appraiser, 'settle');
    assert.deepEqual(await waiting(), [undefined, 'sign_off', undefined, undefined]);
    await move(secretary, 'sign_off');
    assert.deepEqual(await waiting(), [undefined, undefined, 'freeze', undefined]);
    await move(people.decidingAuthority, 'freeze');
    assert.deepEqual(await waiting(), [undefined, undefined, undefined, undefined]);
  });
});

test('the product’s own thresholds say that they are its default, and each level by which of them', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx, { an: '38', binh: '40' });
    const page = await rankingPage(tx, people.appraiser, { id, today });
    assert.equal(page?.ranking?.laidDown?.isDefault, true);
    assert.deepEqual(
      page?.ranking?.rows.map(({ level, why }) => [level, why.own?.atLeast, why.next?.threshold.level]),
      [
        ['good', 7000, 'excellent'],
        ['good', 7000, 'excellent'],
      ],
    );
  });
});

test('whoever may not read every card sees no places: others only once it is frozen', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx, { an: '38', binh: '40' });
    const sees = async (who: Person) => (await rankingPage(tx, who, { id, today }))?.ranking !== null;
    const all = [people.appraiser, people.headOfAn, people.officerOfBinh, people.officerOfDepartment, people.nobody];
    const seen = async () => {
      const found: boolean[] = [];
      for (const who of all) found.push(await sees(who));
      return found;
    };
    // The department scores a criterion of every card, so it reads them all.
    assert.deepEqual(await seen(), [true, true, true, true, false]);
    const move = async (by: Person, way: 'sign_off' | 'freeze') =>
      expectOk(await moveResult(at(tx, by), { id, version: await versionOf(tx, id), move: way, minutes }));
    await move(secretary, 'sign_off');
    await move(people.decidingAuthority, 'freeze');
    assert.deepEqual(await seen(), [true, true, true, true, true]);
  });
});

test('published, the same points at two places say what parted them, and not by whose decision', async () => {
  await inWorld(async (tx) => {
    const id = await settled(tx);
    expectOk(await breaking(tx, id));
    for (const [by, move] of [
      [secretary, 'sign_off'],
      [people.decidingAuthority, 'freeze'],
    ] as const)
      expectOk(await moveResult(at(tx, by), { id, version: await versionOf(tx, id), move, minutes }));
    expectOk(await publishResult(at(tx, people.appraiser), { id: newId(), judgementId: id }));
    const lines = (await publishedResult(tx, id))?.lines;
    assert.deepEqual(
      lines?.map(({ place, partedBy }) => [place, partedBy]),
      [
        [1, { kind: 'decision' }],
        [2, { kind: 'decision' }],
      ],
    );
  });
});
